"""Quality floor: the five seeds' quotes are found as two people labeled them, each with the right person."""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path

import pytest

from generator.intake.articles import article_from
from generator.intake.read import read_seed, seed_files
from generator.model import Quote, QuoteKind, RawArticle, ReadArticle
from generator.quotes.extract import quotes_of
from generator.quotes.resolve import resolve

SEEDS = Path(__file__).parents[2] / "seeds"
GOLD = Path(__file__).parent / "gold" / "seeds.jsonl"
GOLD_SHA256 = "445d7d7fd41e737f074eb4548d581f56f3b7d7cbfc95c2f5db48e5802d1fe04f"
INDIRECT_PRECISION, INDIRECT_RECALL = 0.95, 0.95


def gold(*, indirect: bool) -> list[dict]:
    rows = [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]
    return [row for row in rows if (row["kind"] == "indirect") is indirect]


@pytest.fixture(scope="module")
def quotes() -> list[Quote]:
    raws = [raw for path in seed_files(SEEDS) for raw in read_seed(path, seeds=SEEDS)]
    articles = [article_from(raw) for raw in raws if isinstance(raw, RawArticle)]
    story = resolve([ReadArticle(article, quotes_of(article)) for article in articles])
    return [quote for read in story for quote in read.quotes]


def key(article: str, words: str) -> tuple[str, str]:
    return article, " ".join(re.findall(r"\w+", words.lower()))


def named_right(quote: Quote, names: list[str]) -> bool:
    """Tell whether the speaker bears the right person's last name, or none where the gold has none."""
    if not names:
        return quote.speaker is None
    assert quote.mention
    return quote.speaker is not None and any(name.split()[-1] in quote.speaker.name for name in names)


def test_the_gold_is_the_one_that_the_floors_were_set_on() -> None:
    assert hashlib.sha256(GOLD.read_bytes()).hexdigest() == GOLD_SHA256


def test_every_marked_quotation_is_found_and_no_other(quotes: list[Quote]) -> None:
    marked = [quote for quote in quotes if quote.kind is not QuoteKind.INDIRECT]
    assert {key(row["article"], row["words"]) for row in gold(indirect=False)} == {
        key(quote.article, quote.words) for quote in marked
    }
    assert len(marked) == 32


def test_every_marked_quotation_has_the_right_person_and_polarity(quotes: list[Quote]) -> None:
    expected = {key(row["article"], row["words"]): row for row in gold(indirect=False)}
    for quote in quotes:
        if quote.kind is not QuoteKind.INDIRECT:
            row = expected[key(quote.article, quote.words)]
            assert named_right(quote, row["names"]), quote
            assert row["polarity"] == quote.polarity, quote


def test_indirect_quotes_are_found_with_their_polarity(quotes: list[Quote]) -> None:
    rows = gold(indirect=True)
    optional = {key(row["article"], row["words"]) for row in rows if row["optional"]}
    expected = {key(row["article"], row["words"]): row["polarity"] for row in rows if not row["optional"]}
    found = {
        key(quote.article, quote.words): quote.polarity
        for quote in quotes
        if quote.kind is QuoteKind.INDIRECT
    }
    shared = expected.keys() & found.keys()
    assert len(shared) / len(found.keys() - optional) >= INDIRECT_PRECISION
    assert len(shared) / len(expected) >= INDIRECT_RECALL
    assert {words: expected[words] for words in shared} == {words: found[words] for words in shared}


def test_no_denial_is_shown_as_a_statement(quotes: list[Quote]) -> None:
    denied = {key(row["article"], row["words"]) for row in gold(indirect=True) if row["polarity"] == "denied"}
    shown = {key(quote.article, quote.words): quote.polarity for quote in quotes}
    assert {shown[words] for words in denied & shown.keys()} == {"denied"}
