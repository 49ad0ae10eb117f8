"""How do any number of versions read side by side, sentence by sentence?

The longest version is the pivot. The others join the table one after the other, the longer first:
each of their sentences finds its row, or opens a new one after the row it follows. A row's base is
the version that opened it; the words of every other version are marked where they differ from it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.model import Alike, ArticleId, Level, ReadArticle, Span
from generator.stories.align import aligned
from generator.stories.collate import Unit, alike, units_of
from generator.stories.regions import Region


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of characters of a cell; the segments of a cell follow each other and cover it."""

    span: Span
    """In the text of the cell's article."""
    level: Level | None
    """How the words differ from the base's (in the base itself: the most that another version differs
    here); None where all versions agree."""
    why: tuple[str, ...] = ()
    """Names of the rules behind the level: `negation`, `date`, …."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A sentence of one version, in its row."""

    article: ArticleId
    span: Span
    """In the article's text."""
    paragraph: int
    """0-based ordinal of its paragraph in the article."""
    kind: Alike
    """`same` for the base; else how the sentence answers to it."""
    similarity: float
    """0–1 over words, to the base."""
    segments: tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One sentence over all versions."""

    base: int
    """Ordinal of the version the others are compared with."""
    cells: tuple[Cell | None, ...]
    """By version, None where it lacks the sentence."""

    @property
    def level(self) -> Level | None:
        """Return the most serious level in the row: a missing sentence changes the meaning."""
        if None in self.cells:
            return Level.MEANING
        found = {segment.level for cell in self.cells if cell for segment in cell.segments}
        moved = any(cell and cell.kind is Alike.MOVED for cell in self.cells)
        return _most(found | ({Level.WORDING} if moved else set()))

    @property
    def missing(self) -> int:
        """Count the versions that lack the sentence."""
        return self.cells.count(None)


@dataclass(frozen=True, slots=True)
class WitnessTable:
    """Versions of one text as a table: a column a version, a row a sentence."""

    articles: tuple[ArticleId, ...]
    """The versions, in the order given."""
    pivot: int
    """Ordinal of the longest version."""
    rows: tuple[Row, ...]
    """In reading order of the pivot; a sentence that it lacks stands after the one it follows elsewhere."""


_SERIOUS = (Level.MEANING, Level.WORDING, Level.TYPOGRAPHIC)


def _most(levels: Iterable[Level | None]) -> Level | None:
    found = set(levels)
    return next((level for level in _SERIOUS if level in found), None)


@dataclass(slots=True)
class _Line:
    """A row under way: the unit of each version that has it."""

    base: int
    units: dict[int, tuple[Unit, float, bool]]
    """By version: the sentence, its similarity to the base, whether it moved."""


def witness_table(reads: Sequence[ReadArticle]) -> WitnessTable:
    """Return the versions side by side; every sentence of each stands in exactly one row."""
    columns = [units_of(read.article) for read in reads]
    longest_first = sorted(range(len(reads)), key=lambda i: (-sum(len(u.texts) for u in columns[i]), i))
    lines: list[_Line] = []
    for ordinal in longest_first:
        lines = _with_version(lines, ordinal, columns[ordinal])
    return WitnessTable(
        tuple(read.article.id for read in reads),
        longest_first[0] if longest_first else 0,
        tuple(_row(line, reads) for line in lines),
    )


def _with_version(lines: Sequence[_Line], ordinal: int, units: Sequence[Unit]) -> list[_Line]:
    """Return the rows with one more version in them."""
    found: list[_Line] = []
    pairs = aligned([line.units[line.base][0].words for line in lines], [unit.words for unit in units])
    for pair in pairs:
        if pair.left is None and pair.right is not None:
            found.append(_Line(ordinal, {ordinal: (units[pair.right], 1.0, False)}))
        elif pair.left is not None:
            line = lines[pair.left]
            if pair.right is not None:
                line.units[ordinal] = (units[pair.right], pair.similarity, pair.moved)
            found.append(line)
    return found


def _row(line: _Line, reads: Sequence[ReadArticle]) -> Row:
    base = line.units[line.base][0]
    changes = {i: unit.regions(base) for i, (unit, _, _) in line.units.items() if i != line.base}
    cells: list[Cell | None] = []
    for i, read in enumerate(reads):
        if i not in line.units:
            cells.append(None)
            continue
        unit, similarity, moved = line.units[i]
        segments = _base_segments(base, changes.values()) if i == line.base else _segments(unit, changes[i])
        kind = alike(changes.get(i, ()), moved=moved)
        cells.append(Cell(read.article.id, unit.span, unit.sentence.paragraph, kind, similarity, segments))
    return Row(line.base, tuple(cells))


def _segments(unit: Unit, changes: Sequence[Region]) -> tuple[Segment, ...]:
    """Cut a sentence where it starts or stops to differ from the base."""
    if not changes:
        return (Segment(unit.span, None),)
    marks: list[tuple[Level | None, tuple[str, ...]]] = [(None, ())] * len(unit.tokens)
    for region in changes:
        for token in range(region.a_start, region.a_end):
            marks[token] = (region.level, region.why)
    return _cut(unit, marks)


def _base_segments(base: Unit, changes: Iterable[Sequence[Region]]) -> tuple[Segment, ...]:
    """Cut the base where any other version starts or stops to differ from it."""
    found = [region for version in changes for region in version]
    if not found:
        return (Segment(base.span, None),)
    marks: list[tuple[Level | None, tuple[str, ...]]] = [(None, ())] * len(base.tokens)
    for region in found:
        for token in range(region.b_start, region.b_end):
            level, why = marks[token]
            marks[token] = (_most((level, region.level)), tuple(sorted({*why, *region.why})))
    return _cut(base, marks)


def _cut(unit: Unit, marks: Sequence[tuple[Level | None, tuple[str, ...]]]) -> tuple[Segment, ...]:
    """Join neighbors with one mark; the space between two different ones belongs to the plain one."""
    found: list[Segment] = []
    start = unit.span.start
    for token, (level, why) in enumerate(marks):
        last = token + 1 == len(marks)
        if not last and marks[token + 1] == (level, why):
            continue
        plain_next = not last and level is not None
        end = (
            unit.tokens[token].end if plain_next else unit.span.end if last else unit.tokens[token + 1].start
        )
        found.append(Segment(Span(start, end), level, why))
        start = end
    return tuple(found)
