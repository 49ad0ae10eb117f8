"""How much of each of two texts stands in the other, word for word?"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from generator.model import Relation
from generator.stories.summary import RUN, Summary
from generator.stories.words import Places

MOSTLY = 0.6
"""Share of the shorter text's words from which one text is a version of the other."""
_WHOLLY = 0.9
"""Share of both texts' words from which they are copies of each other."""
_PARTLY = 0.25
_HARDLY = 0.1
"""Share outside quotation marks up to which two texts share what was said and nothing else."""


@dataclass(frozen=True, slots=True)
class Reuse:
    """Shares, 0–1, of the words of two texts that lie in runs which the other has too, in any order."""

    a: float
    b: float
    a_outside_quotes: float
    b_outside_quotes: float

    def shorter(self, a_words: int, b_words: int) -> float:
        """Return the share of the shorter text."""
        return self.a if a_words <= b_words else self.b


def reuse(a: Summary, b: Summary) -> Reuse:
    """Count the shared words of two texts exactly, from all their runs."""
    return Runs(a).reuse(b)


_TABLE_BITS = 16


class Runs:
    """The runs of one article, laid out so that many others can be held against them."""

    def __init__(self, summary: Summary) -> None:
        """Sort the runs, and mark their upper halves in a table that tells most others at once."""
        self._summary = summary
        self._order = np.argsort(summary.runs)
        self._sorted = summary.runs[self._order]
        self._repeat = bool(np.any(self._sorted[1:] == self._sorted[:-1]))
        self._table = np.zeros(1 << _TABLE_BITS, dtype=np.bool_)
        self._table[self._sorted >> _TABLE_BITS] = True

    def reuse(self, other: Summary) -> Reuse:
        """Return how much of each of the two texts stands in the other."""
        here, there = self._shared(other)
        a, a_outside = _shares(self._summary, here)
        b, b_outside = _shares(other, there)
        return Reuse(a, b, a_outside, b_outside)

    def _shared(self, other: Summary) -> tuple[Places, Places]:
        """Return where the runs that both have start in the one text and in the other."""
        there = np.flatnonzero(self._table[other.runs >> _TABLE_BITS])
        hashes = other.runs[there]
        first = np.searchsorted(self._sorted, hashes)
        same = self._sorted[np.minimum(first, len(self._sorted) - 1)] == hashes if len(there) else first > 0
        first, there = first[same], there[same]
        if not self._repeat:
            return self._order[first], there
        # a run that stands here several times is several places from its first in sorted order
        repeats = np.searchsorted(self._sorted, hashes[same], side="right") - first
        steps = np.arange(repeats.sum()) - np.repeat(np.cumsum(repeats) - repeats, repeats)
        return self._order[np.repeat(first, repeats) + steps], there


def _shares(summary: Summary, runs: Places) -> tuple[float, float]:
    """Return the share of words that lie in these runs, and the same outside quotation marks."""
    inside = np.zeros(summary.words, dtype=np.bool_)
    if not len(runs):
        return 0.0, 0.0
    inside[runs] = True
    for step in _STEPS:
        inside[step:] |= inside[:-step]
    outside = summary.words - int(np.count_nonzero(summary.quoted))
    return (
        np.count_nonzero(inside) / summary.words,
        np.count_nonzero(inside > summary.quoted) / outside if outside else 0.0,
    )


_STEPS = (1, 2, RUN - 4)
"""Where each word marks those so many places on, one after the other, each word marks a whole run."""


def relation_of(a: Summary, b: Summary, shares: Reuse) -> Relation | None:
    """Name how two texts are related, or None where they share too little to be versions."""
    shorter, outside = (
        (shares.a, shares.a_outside_quotes) if a.words <= b.words else (shares.b, shares.b_outside_quotes)
    )
    if shorter >= MOSTLY:
        return Relation.COPY if min(shares.a, shares.b) >= _WHOLLY else Relation.ABRIDGED
    if outside >= _PARTLY or (shorter >= _PARTLY and outside > _HARDLY):
        return Relation.PARTIAL
    return Relation.QUOTES_ONLY if shorter >= _HARDLY and outside <= _HARDLY else None
