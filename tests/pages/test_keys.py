"""A chapter's key holds every fact of its part: no page outlives a fact that it tells."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from generator.checks.changes import Stand
from generator.checks.rights import Terms
from generator.exports.addresses import site_of
from generator.model import Rights
from generator.pages import parts
from generator.pages.findings import Findings
from generator.pages.index import Index
from generator.pages.keys import Keys
from generator.pages.rights import published
from generator.pages.stands import Stands
from generator.pipeline import gather
from generator.settings import Settings

SITE = site_of("https://example.org/facts/", "Example")


def _index(out: Path, rights: Rights) -> Index:
    root = Path(__file__).parents[2]
    settings = Settings(seeds=root / "seeds", reviews=root / "reviews", out=out, cache=None, workers=1)
    edition = gather(settings).edition
    paths = [read.article.path for read in edition.articles]
    stands = {path: Stand(f"c{number}", "2026-11-24", number, path) for number, path in enumerate(paths)}
    whole = dataclasses.replace(edition, stands=Stands(stands, {}))
    index = Index.of(published(whole, Terms(rights)))
    return dataclasses.replace(index, structured={f"speakers/{id_}.md": id_ for id_ in index.speakers})


@pytest.fixture(scope="module", params=[Rights.FULL, Rights.EXCERPTS])
def index(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Index:
    return _index(tmp_path_factory.mktemp("none"), request.param)


def _changed(index: Index, part: Index) -> Iterator[tuple[str, Index]]:
    """Yield the index with each fact of a part replaced by another, in turn."""
    for name in (field.name for field in dataclasses.fields(Index)):
        facts = getattr(part, name)
        if isinstance(facts, Findings):
            for kind in ("of_article", "of_quote"):
                for key in getattr(facts, kind):
                    other = {**getattr(index.findings, kind), key: "another"}
                    yield (
                        name,
                        dataclasses.replace(
                            index, findings=dataclasses.replace(index.findings, **{kind: other})
                        ),
                    )
        elif isinstance(facts, Mapping):
            for key in facts:
                whole: dict[Any, Any] = {**getattr(index, name)}
                if (changed := _other(whole[key])) is not None:
                    yield f"{name} {key}", dataclasses.replace(index, **{name: {**whole, key: changed}})


def _other(fact: Any) -> Any:
    """Return a fact of the same kind that pages tell otherwise."""
    if isinstance(fact, str):
        return f"{fact} another"
    if isinstance(fact, tuple) and fact and dataclasses.is_dataclass(fact[0]):
        changed = _other(fact[0])
        return None if changed is None else (changed, *fact[1:])
    for name, value in (
        ("text", "another"),
        ("title", "another"),
        ("words", "another"),
        ("name", "another"),
        ("anchor", "another"),
        ("commit", "another"),
        ("message", "another"),
        ("coverage_a", 0.123),
    ):
        if isinstance(getattr(fact, name, None), type(value)):
            return dataclasses.replace(fact, **{name: value})
    return None


Part = Callable[[Index, Any], Index]
Key = Callable[[Keys, Any], str]


def _held(index: Index, key: Key, part: Part, items: str) -> set[str]:
    """Change each fact of each part and return the kinds of facts that were changed."""
    kinds = set()
    for item in getattr(index, items):
        before = key(Keys(index, SITE, "code"), item)
        for name, changed in _changed(index, part(index, item)):
            if part(changed, item) != part(index, item):
                assert key(Keys(changed, SITE, "code"), item) != before, name
                kinds.add(name.split()[0])
    return kinds


def test_each_fact_of_a_storys_part_is_in_its_key(index: Index) -> None:
    kinds = _held(index, Keys.story, parts.of_story, "stories")
    assert {"cards", "quotes", "places", "stands", "stored", "versions"} <= kinds


def test_each_fact_of_a_speakers_part_is_in_its_key(index: Index) -> None:
    assert {"cards", "by_speaker", "structured"} <= _held(index, Keys.speaker, parts.of_speaker, "speakers")


def test_each_fact_of_an_outlets_part_is_in_its_key(index: Index) -> None:
    assert {"cards", "stands"} <= _held(index, Keys.outlet, parts.of_outlet, "outlets")


def test_equal_facts_give_one_key_whichever_objects_they_are(tmp_path: Path, index: Index) -> None:
    again = _index(tmp_path, Rights.FULL)
    if index.terms == again.terms:
        for one, other in zip(index.stories, again.stories, strict=True):
            assert Keys(index, SITE, "code").story(one) == Keys(again, SITE, "code").story(other)


def test_another_version_of_the_code_gives_another_key(index: Index) -> None:
    story = index.stories[0]
    assert Keys(index, SITE, "one").story(story) != Keys(index, SITE, "other").story(story)
