"""Which rows of the data files does one article fill, and which its story?"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from types import MappingProxyType
from typing import TypeVar

from generator.checks.named_elsewhere import NamedElsewhere
from generator.exports.addresses import Site
from generator.exports.quotations import gqg_row, quotes_csv, web_annotations
from generator.exports.tables import (
    Row,
    article_row,
    difference_rows,
    headline_row,
    lines,
    quote_row,
    signal_row,
    story_row,
    version_row,
)
from generator.memory import Memory
from generator.model import Collation, QuoteId, ReadArticle, Signal, Story, Version
from generator.quotes.headlines import HeadlineQuote

Fact = TypeVar("Fact")

HEADS: Mapping[str, str] = {
    "data/articles.jsonl": "",
    "data/quotes.jsonl": "",
    "data/headline-quotes.jsonl": "",
    "data/quotes.csv": quotes_csv(()),
    "data/quotes.gqg.jsonl": "",
    "data/quotes.anno.jsonl": "",
    "data/stories.jsonl": "",
    "data/versions.jsonl": "",
    "data/differences.jsonl": "",
    "data/signals.jsonl": "",
}
"""What stands above the first row, by file."""
NOBODY: Mapping[QuoteId, NamedElsewhere] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Rows:
    """Some rows of a data file, as they stand in it."""

    count: int
    content: bytes


def article_rows(
    read: ReadArticle,
    site: Site,
    *,
    headline: Iterable[HeadlineQuote] = (),
    named: Mapping[QuoteId, NamedElsewhere] = NOBODY,
    ingested: str | None = None,
) -> Iterator[tuple[str, Rows]]:
    """Yield the rows of an article, each with its file.

    Args:
        read: the article.
        site: where it is published.
        headline: what its headline quotes.
        named: the names that other versions give to words beside a role alone, by quote.
        ingested: the day of the build, if one was given; nothing else is dated by it.
    """
    text = read.article.text
    yield "data/articles.jsonl", _rows([article_row(read.article)])
    yield "data/quotes.jsonl", _rows([quote_row(quote, text, named.get(quote.id)) for quote in read.quotes])
    yield "data/headline-quotes.jsonl", _rows([headline_row(read.article, quote) for quote in headline])
    cells = quotes_csv([read]).split("\n", 1)[1]
    yield "data/quotes.csv", Rows(len(read.quotes), cells.encode("utf-8", "surrogatepass"))
    yield "data/quotes.gqg.jsonl", _rows([gqg_row(read, site, ingested=ingested)])
    yield "data/quotes.anno.jsonl", _rows(web_annotations(read, site))


def story_rows(
    story: Story, collations: Iterable[Collation], signals: Iterable[Signal]
) -> Iterator[tuple[str, Rows]]:
    """Yield the rows of a story's differences and signals, each with its file."""
    differences = [row for one in collations for row in difference_rows(story.id, one)]
    yield "data/differences.jsonl", _rows(differences)
    yield "data/signals.jsonl", _rows(map(signal_row, signals))


def corpus_rows(
    stories: Iterable[Story],
    versions: Iterable[Version],
    related: Iterable[Signal],
    memory: Memory | None = None,
) -> Iterator[tuple[str, Rows]]:
    """Yield the rows that no one story fills, each with its file; those of the last run hold for the same facts."""
    memory = memory or Memory(keeps=False)
    told = [memory.of("story row", one.id, (one,), partial(_row, story_row, one)) for one in stories]
    yield "data/stories.jsonl", Rows(len(told), b"".join(told))
    told = [
        memory.of("version row", (one.a, one.b), (one,), partial(_row, version_row, one)) for one in versions
    ]
    yield "data/versions.jsonl", Rows(len(told), b"".join(told))
    yield "data/signals.jsonl", _rows(map(signal_row, related))


def _row(row_of: Callable[[Fact], Row], fact: Fact) -> bytes:
    return lines([row_of(fact)]).encode("utf-8", "surrogatepass")


def _rows(rows: Iterable[Row]) -> Rows:
    found = list(rows)
    return Rows(len(found), lines(found).encode("utf-8", "surrogatepass"))
