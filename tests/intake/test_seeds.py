"""The five seeds are read as two people read them: the same body lines, the same facts, none invented."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.intake.articles import article_from
from generator.intake.read import read_seed, seed_files
from generator.model import Article, FieldStatus, RawArticle

SEEDS = Path(__file__).parents[2] / "seeds"


def article(prefix: str) -> Article:
    """Read the seed whose name starts so."""
    (path,) = SEEDS.glob(f"{prefix}_*.txt")
    (raw,) = read_seed(path, seeds=SEEDS)
    assert isinstance(raw, RawArticle)
    return article_from(raw)


BODY_LINES = {
    "000": {9, 11, 13, 15, 17, 19, 21, 23},
    "001": set(range(8, 33, 2)),
    "002": set(range(1, 17)),
    "003": set(range(4, 19, 2)),
    "004": set(range(5, 22, 2)),
}
FACTS = {
    "000": {
        "headline": "Iranian Foreign Ministry says no negotiations between Iran and U.S. at any level",
        "outlet": "Radio Habana Cuba",
        "published": "--07-15",
        "dateline": "Tehran",
        "url": "https://www.radiohc.cu/en/noticias/internacionales/"
        "196139-iranian-foreign-ministry-says-no-negotiations-between-iran-and-us-at-any-level",
    },
    "001": {
        "headline": "Foreign Ministry: No ongoing negotiations between Iran, US at any level",
        "outlet": "Aletho News",
        "via": "Press TV",
        "published": "2019-07-14",
    },
    "002": {},
    "003": {
        "headline": "Source Denies Rumor Of Iran-US Talks",
        "via": "Tasnim News Agency",
        "author": "Tasnim News Agency",
    },
    "004": {
        "headline": "No Talks to Be Held with US at Any Level: Iran Leader",
        "outlet": "Iran Front Page (IFP)",
        "author": "IFP Editorial Staff",
        "section": "IFP Exclusive",
    },
}


@pytest.mark.parametrize("seed", BODY_LINES)
def test_the_body_has_the_gold_lines_and_no_others(seed: str) -> None:
    assert {paragraph.line for paragraph in article(seed).paragraphs} == BODY_LINES[seed]


@pytest.mark.parametrize("seed", FACTS)
def test_every_stated_fact_is_read_and_none_is_invented(seed: str) -> None:
    read = article(seed)
    assert {fact.name: fact.value for fact in read.fields if fact.value} == FACTS[seed] | {"language": "en"}


@pytest.mark.parametrize("seed", FACTS)
def test_a_field_stands_where_it_says_it_stands(seed: str) -> None:
    read = article(seed)
    for fact in read.fields:
        if fact.span and fact.value and fact.name != "published":
            assert " ".join(fact.span.of(read.raw).split()) == fact.value


@pytest.mark.parametrize("seed", BODY_LINES)
def test_every_line_is_in_the_body_or_in_one_cut(seed: str) -> None:
    read = article(seed)
    kept = {paragraph.line for paragraph in read.paragraphs}
    cut = [number for cut in read.cuts for number in range(cut.first, cut.last + 1)]
    lines = enumerate(read.raw.split("\n"), 1)
    assert len(cut) == len(set(cut))
    assert {number for number, line in lines if line.strip()} <= kept | set(cut)
    assert not kept & set(cut)


@pytest.mark.parametrize("seed", BODY_LINES)
def test_a_paragraph_is_the_line_it_came_from(seed: str) -> None:
    read = article(seed)
    lines = read.raw.split("\n")
    assert all(part.span.of(read.text) == lines[part.line - 1].strip() for part in read.paragraphs)


def test_a_date_without_its_year_is_partial_and_says_why() -> None:
    published = article("000").field("published")
    assert (published.status, published.value) == (FieldStatus.PARTIAL, "--07-15")
    assert published.source == "The year is not stated."


@pytest.mark.parametrize(("seed", "weekday"), [("002", "Monday"), ("003", "Tuesday"), ("004", "Wednesday")])
def test_a_day_of_the_week_is_a_hint_and_no_date(seed: str, weekday: str) -> None:
    read = article(seed)
    published = read.field("published")
    assert (published.status, published.value) == (FieldStatus.PARTIAL, None)
    assert published.span is not None
    assert published.span.of(read.raw) == weekday


def test_seed_files_leaves_out_hidden_files_and_sidecars(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "a.yml", ".hidden", "lonely.yml"):
        (tmp_path / name).write_text("x")
    assert [path.name for path in seed_files(tmp_path)] == ["a.txt", "b.txt", "lonely.yml"]
