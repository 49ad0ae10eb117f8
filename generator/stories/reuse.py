"""How much of each of two texts stands in the other, word for word?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from generator.model import Relation
from generator.stories.summary import RUN, Summary
from generator.stories.words import Hashes, Places

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
    return reuse_of_each(a, [b])[0]


_TABLE_BITS = 16
_STEPS = (1, 2, RUN - 4)
"""Where each word marks those so many places on, one after the other, each word marks a whole run."""


def reuse_of_each(a: Summary, others: Sequence[Summary]) -> list[Reuse]:
    """Count the words that one text shares with each of some others, all of them at once."""
    here, there = _shared(a.runs, np.concatenate([other.runs for other in others]))
    # a row for each other text, which takes part in one pair alone; its runs end before its words do
    bounds = np.cumsum([0, *(len(other.runs) for other in others)])
    owners = np.searchsorted(bounds[1:], there, side="right")
    words = np.cumsum([0, *(other.words for other in others)])
    in_a = np.zeros((len(others), a.words), dtype=np.bool_)
    in_a[owners, here] = True
    in_others = np.zeros(words[-1], dtype=np.bool_)
    in_others[there + (words - bounds)[owners]] = True
    for step in _STEPS:
        in_a[:, step:] |= in_a[:, :-step]
        in_others[step:] |= in_others[:-step]
    quoted = np.concatenate([other.quoted for other in others])
    counts = zip(
        np.count_nonzero(in_a, axis=1).tolist(),
        np.count_nonzero(in_a > a.quoted, axis=1).tolist(),
        _counts(in_others, words),
        _counts(in_others > quoted, words),
        _counts(quoted, words),
        strict=True,
    )
    a_outside = a.words - int(np.count_nonzero(a.quoted))
    return [
        Reuse(
            _share(in_a_, a.words),
            _share(in_other, other.words),
            _share(a_out, a_outside),
            _share(other_out, other.words - other_quoted),
        )
        for other, (in_a_, a_out, in_other, other_out, other_quoted) in zip(others, counts, strict=True)
    ]


def _shared(runs: Hashes, others: Hashes) -> tuple[Places, Places]:
    """Return where in the runs, and where in the others, the same run stands, for each place it has there."""
    order = np.argsort(runs)
    in_order = runs[order]
    table = np.zeros(1 << _TABLE_BITS, dtype=np.bool_)  # tells most others at once
    table[in_order >> _TABLE_BITS] = True
    there = np.flatnonzero(table[others >> _TABLE_BITS])
    hashes = others[there]
    first = np.searchsorted(in_order, hashes)
    same = np.flatnonzero(in_order.take(first, mode="clip") == hashes) if len(runs) else first
    first, there = first[same], there[same]
    if not np.any(in_order[1:] == in_order[:-1]):
        return order[first], there
    # a run that stands here several times is several places from its first in sorted order
    repeats = np.searchsorted(in_order, hashes[same], side="right") - first
    steps = np.arange(repeats.sum()) - np.repeat(np.cumsum(repeats) - repeats, repeats)
    return order[np.repeat(first, repeats) + steps], np.repeat(there, repeats)


def _counts(words: NDArray[np.bool_], bounds: Places) -> list[int]:
    """Return how many words between each two bounds hold."""
    return [int(np.count_nonzero(words[first:last])) for first, last in pairwise(bounds.tolist())]


def _share(words: int, of: int) -> float:
    return words / of if of else 0.0


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
