"""A page made from its part of the facts is the page made from all of them, whoever makes it and whenever."""

import dataclasses
from pathlib import Path

import pytest

from generator.chapters import with_comparisons
from generator.checks.changes import Stand
from generator.checks.rights import Terms
from generator.executors import SerialExecutor
from generator.exports.addresses import site_of
from generator.exports.structured import structured
from generator.model import Rights
from generator.pages.edition import Edition, pages_of
from generator.pages.repository import repository_of
from generator.pages.rights import published
from generator.pages.stands import Stands
from generator.pipeline import gather
from generator.press import Work
from generator.progress import silent
from generator.publishing import publish
from generator.scratch import Scratch
from generator.settings import Settings
from generator.store import Store

SITE = site_of("https://example.org/facts/", "Example")


@pytest.fixture(scope="module")
def facts(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    """Everything that a page may tell: seeds, reviews, commits of each file, a repository."""
    root = Path(__file__).parents[1]
    out = tmp_path_factory.mktemp("none")
    settings = Settings(seeds=root / "seeds", reviews=root / "reviews", out=out, cache=None, workers=1)
    edition = gather(settings).edition
    paths = [read.article.path for read in edition.articles]
    stands = {path: Stand(f"c{number}", "2026-11-24", number, path) for number, path in enumerate(paths)}
    return dataclasses.replace(
        edition,
        repository=repository_of("https://example.org/repository"),
        stands=Stands(stands, {}),
    )


def _work(folder: Path) -> Work:
    return Work(Store(None), SerialExecutor(), Scratch(folder))


def _from_all(facts: Edition, terms: Terms) -> dict[str, str]:
    whole = published(with_comparisons(facts), terms)
    found = structured(
        whole.articles, whole.stories, whole.desktop.reviews, SITE, stored=frozenset(whole.stored)
    )
    pages = pages_of(dataclasses.replace(whole, structured=found))
    return {page.path: page.text for page in pages}


@pytest.mark.parametrize("rights", list(Rights))
def test_pages_from_parts_are_those_from_all_facts(tmp_path: Path, facts: Edition, rights: Rights) -> None:
    edition = published(facts, Terms(rights))
    publish(edition, SITE, tmp_path / "out", _work(tmp_path / "work"), progress=silent)
    expected = _from_all(facts, Terms(rights))
    assert expected == {path: (tmp_path / "out" / path).read_text() for path in expected}


def test_what_may_not_be_shown_is_in_no_file(tmp_path: Path, facts: Edition) -> None:
    """Comparisons see whole texts; what they find is hidden before it is written."""
    edition = published(facts, Terms(Rights.NONE))
    publish(edition, SITE, tmp_path / "out", _work(tmp_path / "work"), progress=silent)
    texts = [read.article.text for read in facts.articles]
    runs = {text[at : at + 60] for text in texts for at in range(0, len(text) - 60, 40)}
    for path in (tmp_path / "out").rglob("*"):
        if path.is_file():
            content = path.read_text()
            assert not [run for run in runs if run in content], path
