"""How are versions shown side by side? As rows of sentences, one column for each version."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.model import Alike, ArticleId, Level, Quote, Relation, Story, Version
from generator.pages import links
from generator.pages.index import ArticleCard, Index
from generator.pages.machine import listed
from generator.pages.views.strip import Strip, strip_of
from generator.stories import witnesses
from generator.stories.collate import place_of

LEVELS = (Level.MEANING, Level.WORDING, Level.TYPOGRAPHIC)
"""From the greatest to the least."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters of a sentence that are alike in all versions, or differ in one way."""

    text: str
    level: str
    """Level of the difference, or nothing where there is none."""
    why: str


@dataclass(frozen=True, slots=True)
class Cell:
    """A sentence of one version."""

    pieces: tuple[Piece, ...]
    paragraph: int
    """1-based ordinal of its paragraph in that version."""
    moved: bool
    anchor: str
    """Of the sentence."""


@dataclass(frozen=True, slots=True)
class Row:
    """A sentence in all versions; None where a version lacks it."""

    number: int
    cells: tuple[Cell | None, ...]
    level: str
    """The greatest level of difference in it, or nothing."""
    missing: int
    """How many versions lack it."""


@dataclass(frozen=True, slots=True)
class Table:
    """Versions of one text side by side."""

    articles: tuple[ArticleCard, ...]
    rows: tuple[Row, ...]
    strip: Strip
    collated: witnesses.WitnessTable
    """What the rows are made of, for those who give the comparison out."""


def table_of(index: Index, versions: Sequence[ArticleId]) -> Table:
    """Return the versions of a text side by side, the fullest first."""
    longest_first = sorted(versions, key=lambda id_: (-index.cards[id_].words, id_))
    found = witnesses.witness_table([index.whole[id_] for id_ in longest_first])
    rows = tuple(_row(index, row, number) for number, row in enumerate(found.rows, start=1))
    cards = tuple(index.cards[id_] for id_ in found.articles)
    return Table(cards, rows, strip_of([(row.level, row.missing) for row in rows]), found)


def row_of(index: Index, quote: Quote) -> str:
    """Return the anchor of the sentence that a quote starts in; nothing where there is no comparison."""
    story = index.story_of.get(quote.article)
    ties = index.versions.get(quote.article, ())
    if story is None or not any(_is_in(story, one) for one in ties):
        return ""
    return anchor_of(index, story, quote.article, quote.span.start)


def anchor_of(index: Index, story: Story, article: ArticleId, offset: int) -> str:
    """Return the anchor of the sentence in which a place of an article's text stands; nothing where it is in none."""
    place = place_of(index.whole[article].article, offset)
    return links.sentence_anchor(story, article, place) if place else ""


def _is_in(story: Story, version: Version) -> bool:
    """Tell whether two versions are compared on a story's page: they share text, and both are its."""
    return version.relation is not Relation.QUOTES_ONLY and {version.a, version.b} <= set(story.articles)


def _row(index: Index, row: witnesses.Row, number: int) -> Row:
    cells = tuple(_cell(index, cell) if cell else None for cell in row.cells)
    return Row(number, cells, row.level.value if row.level else "", row.missing)


def _cell(index: Index, cell: witnesses.Cell) -> Cell:
    anchor = anchor_of(index, index.story_of[cell.article], cell.article, cell.span.start)
    text = index.reads[cell.article].article.text
    pieces = tuple(
        Piece(each.span.of(text), each.level.value if each.level else "", listed(each.why))
        for each in cell.segments
    )
    return Cell(pieces, cell.paragraph + 1, cell.kind is Alike.MOVED, anchor)
