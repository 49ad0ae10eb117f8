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
    """The words that carry a text's subject, as numbers of this text."""

    rows: NDArray[np.int64]
    """The line of each word."""
    numbers: NDArray[np.int64]
    capitalized: NDArray[np.bool_]
    pair_rows: NDArray[np.int64]
    """The lines of each word, once each, ordered by the word's number and then by line."""
    pair_numbers: NDArray[np.int64]
    count: int
    """Of different words, the short and common ones too."""
    lines: int

    @classmethod
    def of(cls, words: Words, common: NDArray[np.bool_]) -> Content:
        """Take the longer words; `common` tells of each number of the vocabulary whether it is a function word."""
        telling = (words.lengths >= _LEAST_LETTERS) & ~common[words.numbers]
        numbers = words.own_numbers[telling]
        rows, lines = words.rows[telling], len(words.firsts) - 1
        keys = np.sort(numbers * lines + rows)
        keys = keys[np.concatenate(([True], keys[1:] != keys[:-1]))] if len(keys) else keys
        return cls(
            rows, numbers, words.capitalized[telling], keys % lines, keys // lines, words.different, lines
        )

    def share_in(self, lines: NDArray[np.int64], *, names: bool = False) -> Column:
        """Return for each line the share of its words that stand in `lines`, other than itself; -1 without words."""
        inside = np.zeros(self.lines, np.bool_)
        inside[lines] = True
        held = np.bincount(self.pair_numbers[inside[self.pair_rows]], minlength=self.count)
        known = held[self.numbers] > inside[self.rows]
        rows = self.rows
        if names:
            rows, known = rows[self.capitalized], known[self.capitalized]
        total = np.bincount(rows, minlength=self.lines)
        hits = np.bincount(rows[known], minlength=self.lines)
        return np.where(total > 0, hits / np.maximum(total, 1), -1.0)


def topic_measures(content: Content, prose: Column, first: int, last: int) -> dict[str, Column]:
    """Measure how each line holds together with the core, lines `first` to `last`; keys are `TOPIC_COLUMNS`."""
    paragraphs = np.flatnonzero(prose > 0)
    core = paragraphs[(paragraphs >= first) & (paragraphs <= last)]
    opening = core[:_OPENING_PARAGRAPHS]
    above, below, thread = _chains(content, paragraphs)
    below_start = thread.copy()
    below_start[: int(core[0]) + 1 if len(core) else content.lines] = 1.0
    return {
        "to_opening": content.share_in(opening),
        "names_to_opening": content.share_in(opening, names=True),
        "to_core": content.share_in(core),
        "to_above": above,
        "to_below": below,
        "thread": thread,
        "thinnest_above": np.minimum.accumulate(below_start),
    }


def _chains(content: Content, paragraphs: NDArray[np.int64]) -> tuple[Column, Column, Column]:
    """Return for each line the share of words that came shortly before, that come again, and the thread's strength.

    Lines that are no paragraphs get the values of the paragraph above.
    """
    size = len(paragraphs)
    if not size or not len(content.numbers):
        nothing = np.full(content.lines, -1.0)
        return nothing, nothing, np.ones(content.lines)
    place = np.full(content.lines, -1)
    place[paragraphs] = np.arange(size)
    at = place[content.pair_rows]
    number, where = content.pair_numbers[at >= 0], at[at >= 0]
    step = np.diff(where)
    linked = (np.diff(number) == 0) & (step <= _CHAIN)
    total = np.maximum(np.bincount(where, minlength=size), 1)
    again = np.bincount(where[1:][linked], minlength=size) / total
    coming = np.bincount(where[:-1][linked], minlength=size) / total
    crossing = np.zeros(size + 1)
    crossing += np.bincount(where[:-1][linked] + 1, minlength=size + 1)
    crossing -= np.bincount(where[1:][linked] + 1, minlength=size + 1)
    strength = np.cumsum(crossing)[:size] / _around_sum(total, _CHAIN // 2)
    strength[0] = 1.0
    nearest = np.maximum(np.searchsorted(paragraphs, np.arange(content.lines), side="right") - 1, 0)
    return again[nearest], coming[nearest], strength[nearest]


def _around_sum(column: NDArray[np.int64], window: int) -> Column:
    total = np.concatenate(([0.0], np.cumsum(column)))
    index = np.arange(len(column))
    around: Column = total[np.minimum(index + window, len(column))] - total[np.maximum(index - window, 0)]
    return np.maximum(around, 1.0)
