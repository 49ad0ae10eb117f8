"""Does a line speak of what the article speaks of?

Teasers, comments and the next article of an endless page are prose too; what sets them apart is that they
share few words with the paragraphs around the article's start. The strength of the text's thread at each
line is that of lexical chains: words that come again within a few paragraphs (Hearst, TextTiling, 1997).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from generator.intake.characters import Column
from generator.intake.segments import Places, Segments
from generator.intake.vocabulary import Words

_LEAST_LETTERS = 4
_OPENING_PARAGRAPHS = 8
_CHAIN = 6
"""Paragraphs within which a word that comes again holds a text together."""

TOPIC_COLUMNS: tuple[str, ...] = (
    "to_opening", "names_to_opening", "to_core", "to_above", "to_below", "thread", "thinnest_above",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Content:
    """The words that carry a text's subject, as numbers of their text."""

    rows: NDArray[np.int64]
    """The line of each word."""
    numbers: NDArray[np.int64]
    """The same for the same word of the same text."""
    named: NDArray[np.int64]
    """Which of them are capitalized."""
    pair_rows: NDArray[np.int64]
    """The lines of each word, once each, ordered by the word's number and then by line."""
    pair_numbers: NDArray[np.int64]
    count: int
    """All numbers are below it."""
    totals: Column
    """How many words each line has."""
    named_totals: Column
    """How many of them are capitalized."""

    @classmethod
    def of(cls, words: Words, common: NDArray[np.bool_]) -> Content:
        """Take the longer words; `common` tells of each place in the vocabulary whether it is a function word's."""
        telling = np.flatnonzero((words.lengths >= _LEAST_LETTERS) & ~common[words.numbers])
        numbers, rows = words.own_numbers[telling], words.rows[telling]
        named = np.flatnonzero(words.capitalized[telling])
        count, lines = len(words.rows), len(words.firsts) - 1
        order = np.argsort(numbers.astype(np.uint16) if count <= _SMALL else numbers, kind="stable")
        pair_rows, pair_numbers = rows[order], numbers[order]
        if len(order):
            new = np.ones(len(order), np.bool_)
            new[1:] = (pair_numbers[1:] != pair_numbers[:-1]) | (pair_rows[1:] != pair_rows[:-1])
            pair_rows, pair_numbers = pair_rows[new], pair_numbers[new]
        totals = np.bincount(rows, minlength=lines).astype(np.float64)
        named_totals = np.bincount(rows[named], minlength=lines).astype(np.float64)
        return cls(rows, numbers, named, pair_rows, pair_numbers, count, totals, named_totals)

    def share_in(self, lines: NDArray[np.int64]) -> Column:
        """Return for each line the share of its words that stand in these lines of its text, other than itself.

        Lines without words have -1.
        """
        return self._share(self._known_in(lines))

    def shares_in(self, lines: NDArray[np.int64]) -> tuple[Column, Column]:
        """Return what `share_in` does, and the same of the capitalized words alone."""
        known = self._known_in(lines)
        hits = np.bincount(self.rows[self.named[known[self.named]]], minlength=len(self.totals))
        return self._share(known), _share(hits, self.named_totals)

    def _known_in(self, lines: NDArray[np.int64]) -> NDArray[np.bool_]:
        inside = np.zeros(len(self.totals), np.bool_)
        inside[lines] = True
        held = np.bincount(self.pair_numbers[inside[self.pair_rows]], minlength=self.count)
        known: NDArray[np.bool_] = held[self.numbers] > inside[self.rows]
        return known

    def _share(self, known: NDArray[np.bool_]) -> Column:
        return _share(np.bincount(self.rows[known], minlength=len(self.totals)), self.totals)


_SMALL = 2**16
"""Numbers below it are sorted by their digits, four times faster than others."""


def _share(hits: NDArray[np.int64], total: Column) -> Column:
    return np.where(total > 0, hits / np.maximum(total, 1), -1.0)


def topic_measures(
    content: Content, prose: Column, cores: tuple[Places, Places], lines: Segments
) -> dict[str, Column]:
    """Measure how each line holds together with its text's core, between two lines; keys are `TOPIC_COLUMNS`."""
    paragraphs = np.flatnonzero(prose > 0)
    first, last = (np.repeat(border, lines.sizes)[paragraphs] for border in cores)
    core = paragraphs[(paragraphs >= first) & (paragraphs <= last)]
    ordinal = np.arange(len(core))
    openings = np.searchsorted(core, lines.starts)
    opening = core[ordinal - np.repeat(openings, _counts(openings, len(core))) < _OPENING_PARAGRAPHS]
    above, below, thread = _chains(content, paragraphs, lines)
    below_start = thread.copy()
    for part, at, many in zip(
        lines.slices(), openings.tolist(), _counts(openings, len(core)).tolist(), strict=True
    ):
        below_start[part.start : int(core[at]) + 1 if many else part.stop] = 1.0
    to_opening, names_to_opening = content.shares_in(opening)
    return {
        "to_opening": to_opening,
        "names_to_opening": names_to_opening,
        "to_core": content.share_in(core),
        "to_above": above,
        "to_below": below,
        "thread": thread,
        "thinnest_above": lines.running(np.minimum.accumulate, below_start),
    }


def _counts(starts: NDArray[np.int64], end: int) -> NDArray[np.int64]:
    """Return how many lie from each start to the next."""
    return np.diff(starts, append=end)


def _chains(
    content: Content, paragraphs: NDArray[np.int64], lines: Segments
) -> tuple[Column, Column, Column]:
    """Return for each line the share of words that came shortly before, that come again, and the thread's strength.

    Lines that are no paragraphs get the values of the paragraph above. A text without paragraphs, or without
    words that tell, has no thread.
    """
    size, count = len(paragraphs), len(lines.index)
    if not size or not len(content.numbers):
        nothing = np.full(count, -1.0)
        return nothing, nothing, np.ones(count)
    openings = np.searchsorted(paragraphs, lines.starts)
    many = _counts(openings, size)
    place = np.full(count, -1)
    place[paragraphs] = np.arange(size)
    at = place[content.pair_rows]
    number, where = content.pair_numbers[at >= 0], at[at >= 0]
    step = np.diff(where)
    linked = (np.diff(number) == 0) & (step <= _CHAIN)
    earlier, later = where[:-1][linked], where[1:][linked]
    total = np.bincount(where, minlength=size).astype(np.float64)
    words = np.maximum(total, 1)
    crossing = np.bincount(earlier + 1, minlength=size + 1) - np.bincount(later + 1, minlength=size + 1)
    strength = np.cumsum(crossing)[:size] / _around_sum(words, _CHAIN // 2, openings, many)
    strength[openings[many > 0]] = 1.0
    nearest = np.searchsorted(paragraphs, lines.index, side="right") - 1
    nearest = np.minimum(np.maximum(nearest, np.repeat(openings, lines.sizes)), size - 1)
    bare = np.repeat((many == 0) | (lines.sums(content.totals) == 0), lines.sizes)
    again = np.bincount(later, minlength=size) / words
    coming = np.bincount(earlier, minlength=size) / words
    return (
        np.where(bare, -1.0, again[nearest]),
        np.where(bare, -1.0, coming[nearest]),
        np.where(bare, 1.0, strength[nearest]),
    )


def _around_sum(column: Column, window: int, starts: NDArray[np.int64], sizes: NDArray[np.int64]) -> Column:
    """Add up what lies less than `window` away within each text."""
    total = np.concatenate(([0.0], np.cumsum(column)))
    index = np.arange(len(column))
    low, high = np.repeat(starts, sizes), np.repeat(starts + sizes, sizes)
    sums: Column = total[np.minimum(index + window, high)] - total[np.maximum(index - window, low)]
    return np.maximum(sums, 1.0)
