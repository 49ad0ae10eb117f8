"""How much of each of two texts stands in the other, word for word?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
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
    return reuse_of_pairs([a], [b])[0]


_TABLE_BITS = 16
_STEPS = (1, 2, RUN - 4)
"""Where each word marks those so many places on, one after the other, each word marks a whole run."""


def reuse_of_pairs(ones: Sequence[Summary], others: Sequence[Summary]) -> list[Reuse]:
    """Count the words that the texts of some pairs share, for all of them at once.

    It is fastest where pairs with one first text follow each other.
    """
    runs = np.cumsum([0, *(len(other.runs) for other in others)])
    here: list[Places] = []
    there: list[Places] = []
    table = np.full(1 << _TABLE_BITS, -1, dtype=np.int32)
    for first, last in _same(ones):
        found = _shared(ones[first].runs, np.concatenate([other.runs for other in others[first:last]]), table)
        here.append(found[0])
        there.append(found[1] + runs[first])
    places = np.concatenate(there)
    owners = np.searchsorted(runs[1:], places, side="right")
    a = _Shares(ones, np.concatenate(here), owners)
    b = _Shares(others, places - runs[owners], owners)
    return [*map(Reuse, a.whole, b.whole, a.outside, b.outside)]


def _same(ones: Sequence[Summary]) -> Iterator[tuple[int, int]]:
    """Yield the stretches of one and the same text."""
    first = 0
    for place in range(1, len(ones) + 1):
        if place == len(ones) or ones[place] is not ones[first]:
            yield first, place
            first = place


class _Shares:
    """Of each text of some pairs, the share of its words that lie in given runs, whole and outside quotes."""

    def __init__(self, texts: Sequence[Summary], runs: Places, owners: Places) -> None:
        """Mark the words; a run ends before its text does, so all texts can lie in one row."""
        bounds = np.cumsum([0, *(text.words for text in texts)])
        inside = np.zeros(bounds[-1], dtype=np.bool_)
        inside[runs + bounds[owners]] = True
        for step in _STEPS:
            inside[step:] |= inside[:-step]
        quoted = np.concatenate([text.quoted for text in texts])
        words = np.diff(bounds).tolist()
        outside = [one - held for one, held in zip(words, _counts(quoted, bounds), strict=True)]
        self.whole = [*map(_share, _counts(inside, bounds), words)]
        self.outside = [*map(_share, _counts(inside > quoted, bounds), outside)]


def _shared(runs: Hashes, others: Hashes, table: NDArray[np.int32]) -> tuple[Places, Places]:
    """Return where in the runs, and where in the others, the same run stands, each place with each.

    The table, -1 in all places before and after, leads from a run's upper half to its place. Those runs that
    lost theirs to another, a few, are compared one by one.
    """
    keys, places = runs >> _TABLE_BITS, np.arange(len(runs), dtype=np.int32)
    table[keys] = places
    losers: Places = np.flatnonzero(table.take(keys) != places)
    at = table.take(others >> _TABLE_BITS)
    table[keys] = -1
    there: Places = np.flatnonzero(at >= 0)
    here: Places = at[there].astype(np.int64)
    hashes = others[there]
    same = np.flatnonzero(runs.take(here) == hashes)
    if not len(losers):
        return here[same], there[same]
    loser, place = np.nonzero(runs[losers][:, np.newaxis] == hashes)
    return np.concatenate((here[same], losers[loser])), np.concatenate((there[same], there[place]))


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
