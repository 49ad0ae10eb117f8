"""How much of each of two texts stands in the other, word for word?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

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


_PLACE_BITS = 15
"""Of each first text of some pairs, the table has 2**15 places."""
_TEXTS = 8
"""First texts that share the table: more would fall out of the processor's cache."""
_MOST_ROUNDS = 4
"""Runs in one place of the table that are looked up one after the other."""
_STEPS = (1, 2, RUN - 4)
"""Where each word marks those so many places on, one after the other, each word marks a whole run."""


def reuse_of_pairs(ones: Sequence[Summary], others: Sequence[Summary]) -> list[Reuse]:
    """Count the words that the texts of some pairs share, for all of them at once.

    It is fastest where pairs with one first text follow each other.
    """
    runs = np.cumsum([0, *(len(other.runs) for other in others)])
    here: list[Places] = []
    there: list[Places] = []
    table = np.full(_TEXTS << _PLACE_BITS, -1, dtype=np.int32)
    for batch in _batches(ones):
        first, last = batch[0][0], batch[-1][1]
        slots = np.arange(len(batch))
        mine = _runs([ones[pair] for pair, _ in batch], slots)
        theirs = _runs(others[first:last], np.repeat(slots, [to - from_ for from_, to in batch]))
        found = _shared(mine, theirs, table)
        starts = np.searchsorted(mine.owners, slots)
        here.append(found[0] - starts[mine.owners[found[0]]])
        there.append(found[1] + runs[first])
    places = np.concatenate(there)
    owners = np.repeat(np.arange(len(others)), np.diff(runs)).take(places)
    a = _Shares(ones, np.concatenate(here), owners)
    b = _Shares(others, places - runs[owners], owners)
    return [*map(Reuse, a.whole, b.whole, a.outside, b.outside)]


def _batches(ones: Sequence[Summary]) -> Iterator[list[tuple[int, int]]]:
    """Yield the stretches of one and the same text, so many at once as share the table."""
    stretches = [*_same(ones)]
    for start in range(0, len(stretches), _TEXTS):
        yield stretches[start : start + _TEXTS]


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


@dataclass(frozen=True, slots=True, eq=False)
class _Runs:
    """The runs of some texts, one after the other."""

    hashes: Hashes
    places: Places
    """Where in the table each belongs, by its text and by its upper half."""
    owners: Places
    """Ordinal of the text or pair that each is of."""


def _runs(texts: Sequence[Summary], slots: Places) -> _Runs:
    """Return the runs of texts, each of which has a slot of the table."""
    sizes = [len(text.runs) for text in texts]
    hashes = np.concatenate([text.runs for text in texts])
    places = np.repeat(slots << _PLACE_BITS, sizes) | hashes >> np.uint32(32 - _PLACE_BITS)
    return _Runs(hashes, places, np.repeat(np.arange(len(sizes)), sizes))


def _shared(ones: _Runs, others: _Runs, table: NDArray[np.int32]) -> tuple[Places, Places]:
    """Return where in the ones, and where in the others of the same slot, the same run stands.

    The table, -1 in all places before and after, leads from a run's place to the run. Of several runs in one
    place, one is found; the others are put there in the next round.
    """
    left: Places = np.arange(len(ones.hashes))
    asked: Places = np.arange(len(others.hashes))
    here: list[Places] = []
    there: list[Places] = []
    for _ in range(_MOST_ROUNDS):
        places = ones.places[left]
        table[places] = left
        at = table.take(others.places[asked])
        lost = table.take(places) != left
        table[places] = -1
        taken = np.flatnonzero(at >= 0)
        asked, found = asked[taken], at[taken].astype(np.int64)
        same = np.flatnonzero(ones.hashes[found] == others.hashes[asked])
        here.append(found[same])
        there.append(asked[same])
        left = left[lost]
        if not len(left):
            return np.concatenate(here), np.concatenate(there)
    rest = _shared_often(ones, others, left, asked)
    return np.concatenate((*here, rest[0])), np.concatenate((*there, rest[1]))


def _shared_often(ones: _Runs, others: _Runs, left: Places, asked: Places) -> tuple[Places, Places]:
    """Return what `_shared` does for runs that a text has many times.

    Every place of either side is returned, but not each with each: that many no memory holds.
    """
    mine, theirs = (
        side.places[places].astype(np.uint64) << np.uint64(32) | side.hashes[places]
        for side, places in ((ones, left), (others, asked))
    )
    kinds, first, kind = np.unique(mine, return_index=True, return_inverse=True)
    at = np.searchsorted(kinds, theirs).clip(max=len(kinds) - 1)
    hit = np.flatnonzero(kinds[at] == theirs)
    at, asked = at[hit], asked[hit]
    met, witness = np.unique(at << 32 | others.owners[asked], return_index=True)
    by_kind = np.argsort(kind, kind="stable")
    counts = np.bincount(kind, minlength=len(kinds))
    starts = (np.cumsum(counts) - counts)[met >> 32]
    sizes = counts[met >> 32]
    steps = np.arange(sizes.sum()) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    every = left[by_kind[np.repeat(starts, sizes) + steps]]
    return np.concatenate((left[first][at], every)), np.concatenate((asked, np.repeat(asked[witness], sizes)))


def _counts(words: NDArray[np.bool_], bounds: Places) -> list[int]:
    """Return how many words between each two bounds hold."""
    before = np.concatenate(([0], np.cumsum(words, dtype=np.int32)))
    counts: list[int] = np.diff(before[bounds]).tolist()
    return counts


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
