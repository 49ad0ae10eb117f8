"""How are versions shown side by side? As rows of sentences, one column for each version."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.model import Alignment, Alike, ArticleId, Collation, Difference, Level, Place, Span
from generator.pages.index import Index

LEVELS = (Level.TYPOGRAPHIC, Level.WORDING, Level.MEANING)
"""From the least to the greatest."""


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
    line: int
    """1-based number of its paragraph in that version."""


@dataclass(frozen=True, slots=True)
class Row:
    """A sentence in all versions; None where a version lacks it."""

    number: int
    cells: tuple[Cell | None, ...]
    level: str
    """The greatest level of difference in it, or nothing."""
    moved: bool


@dataclass(frozen=True, slots=True)
class _Slot:
    """A row in the making: where the sentence stands in each version."""

    spans: dict[ArticleId, Span]
    moved: bool


def rows(index: Index, versions: Sequence[ArticleId], collations: Sequence[Collation]) -> tuple[Row, ...]:
    """Return the versions' sentences side by side, in the reading order of the first version.

    Args:
        index: of the edition.
        versions: the articles to show, the one that all are compared with first.
        collations: the first version with each of the others, as its `a`.
    """
    slots = _slots(versions[0], collations)
    marks = _marks(collations)
    return tuple(_row(index, versions, slot, marks, number) for number, slot in enumerate(slots, start=1))


def turned(collation: Collation, a: ArticleId) -> Collation:
    """Return a collation with the named article as its `a`."""
    if collation.a == a:
        return collation
    return Collation(
        a=collation.b,
        b=collation.a,
        alignments=tuple(_turned_alignment(each) for each in collation.alignments),
        differences=tuple(turned_difference(each) for each in collation.differences),
    )


_MIRROR = {Alike.ONLY_LEFT: Alike.ONLY_RIGHT, Alike.ONLY_RIGHT: Alike.ONLY_LEFT}


def _turned_alignment(each: Alignment) -> Alignment:
    return Alignment(_MIRROR.get(each.kind, each.kind), each.right, each.left, each.similarity)


def turned_difference(each: Difference) -> Difference:
    """Return a difference as seen from the other side; what a page says of it has no direction."""
    return Difference(
        a=each.b,
        b=each.a,
        level=each.level,
        kind=each.kind,
        place=each.place,
        a_span=each.b_span,
        b_span=each.a_span,
        a_text=each.b_text,
        b_text=each.a_text,
        why=each.why,
    )


def _slots(first: ArticleId, collations: Sequence[Collation]) -> list[_Slot]:
    """Lay every version's sentences on those of the first; what the first lacks follows its neighbor."""
    slots: dict[Span, _Slot] = {}
    for collation in collations:
        for each in collation.alignments:
            if each.left:
                slots.setdefault(each.left, _Slot({first: each.left}, moved=False))
    ordered = [slots[span] for span in sorted(slots)]
    for collation in collations:
        ordered = _joined(ordered, first, collation)
    return ordered


def _joined(slots: list[_Slot], first: ArticleId, collation: Collation) -> list[_Slot]:
    matched = {each.left: each for each in collation.alignments if each.left}
    alone = sorted(each.right for each in collation.alignments if each.right and not each.left)
    joined: list[_Slot] = []
    for slot in slots:
        each = matched.get(slot.spans[first]) if first in slot.spans else None
        if each is None or each.right is None:
            joined.append(slot)
            continue
        if each.kind is not Alike.MOVED:
            while alone and alone[0] < each.right:
                joined.append(_Slot({collation.b: alone.pop(0)}, moved=False))
        joined.append(_Slot({**slot.spans, collation.b: each.right}, slot.moved or each.kind is Alike.MOVED))
    return joined + [_Slot({collation.b: span}, moved=False) for span in alone]


_Mark = tuple[Span, Level, tuple[str, ...]]


def _marks(collations: Iterable[Collation]) -> dict[ArticleId, list[_Mark]]:
    found: dict[ArticleId, list[_Mark]] = {}
    for collation in collations:
        for each in collation.differences:
            if each.place is not Place.BODY:
                continue
            for id_, span in ((each.a, each.a_span), (each.b, each.b_span)):
                if span:
                    found.setdefault(id_, []).append((span, each.level, each.why))
    return found


def _row(
    index: Index,
    versions: Sequence[ArticleId],
    slot: _Slot,
    marks: dict[ArticleId, list[_Mark]],
    number: int,
) -> Row:
    cells = tuple(_cell(index, id_, slot.spans.get(id_), marks.get(id_, [])) for id_ in versions)
    levels = {Level(piece.level) for cell in cells if cell for piece in cell.pieces if piece.level}
    greatest = next((level.value for level in reversed(LEVELS) if level in levels), "")
    return Row(number, cells, greatest, slot.moved)


def _cell(index: Index, id_: ArticleId, span: Span | None, marks: list[_Mark]) -> Cell | None:
    if span is None:
        return None
    article = index.reads[id_].article
    line = next((n for n, each in enumerate(article.paragraphs, 1) if each.span.overlaps(span)), 0)
    return Cell(_pieces(article.text, span, [mark for mark in marks if mark[0].overlaps(span)]), line)


def _pieces(text: str, within: Span, marks: list[_Mark]) -> tuple[Piece, ...]:
    edges = {within.start, within.end}
    for span, _, _ in marks:
        edges |= {max(span.start, within.start), min(span.end, within.end)}
    cuts = sorted(edges)
    return tuple(_piece(text, Span(start, end), marks) for start, end in pairwise(cuts))


def _piece(text: str, span: Span, marks: list[_Mark]) -> Piece:
    here = [mark for mark in marks if mark[0].overlaps(span)]
    level = max((mark[1] for mark in here), key=LEVELS.index, default=None)
    why = dict.fromkeys(reason for _, its_level, reasons in here if its_level is level for reason in reasons)
    return Piece(span.of(text), level.value if level else "", ", ".join(why))
