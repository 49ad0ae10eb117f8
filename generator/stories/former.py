"""Which articles of a corpus are as they were before a change, and under which number did they stand then?"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from generator.stories.candidates import Keys
from generator.stories.shelf import Ordered

_HALF = np.uint64(32)
_LOW = np.uint64(0xFFFFFFFF)


@dataclass(frozen=True, slots=True, eq=False)
class Former:
    """The articles of a corpus and those of the last one; both stand in the order of their ids."""

    ordinals: NDArray[np.int64]
    """The ordinal that each article had, -1 of one that is new or has another summary."""
    count: int
    """Articles of the last corpus."""

    @classmethod
    def of(cls, summaries: Ordered, last: Ordered) -> Former:
        """Find each article by its summary, which is the same object where the article is as it was."""
        known = {id(one): ordinal for ordinal, one in enumerate(list(last))}
        return cls(np.array([known.get(id(one), -1) for one in list(summaries)], dtype=np.int64), len(last))

    def now(self, without: NDArray[np.bool_]) -> NDArray[np.int64]:
        """Return the ordinal that each article of the last corpus has, -1 of one that is gone or left out."""
        found = np.full(self.count, -1, dtype=np.int64)
        held = np.flatnonzero((self.ordinals >= 0) & ~without)
        found[self.ordinals[held]] = held
        return found

    def keys(self, keys: Keys, without: NDArray[np.bool_]) -> Keys:
        """Return sorted keys of the last corpus with the present ordinals; those of some articles are left out."""
        owners = self.now(without)[(keys & _LOW).astype(np.int64)]
        kept = owners >= 0
        found: Keys = keys[kept] & ~_LOW | owners[kept].astype(np.uint64)
        return found

    def pairs(self, packed: Keys, without: NDArray[np.bool_]) -> tuple[Keys, NDArray[np.int64]]:
        """Return sorted pairs of the last corpus with the present ordinals, and which of them these are.

        Those of some articles are left out.
        """
        now = self.now(without)
        one, other = now[(packed >> _HALF).astype(np.int64)], now[(packed & _LOW).astype(np.int64)]
        kept = np.flatnonzero((one >= 0) & (other >= 0))
        return one[kept].astype(np.uint64) << _HALF | other[kept].astype(np.uint64), kept


def owners_are(keys: Keys, articles: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Tell of each key whether its article is one of these."""
    found: NDArray[np.bool_] = articles[(keys & _LOW).astype(np.int64)]
    return found


def any_side_is(packed: Keys, articles: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Tell of each pair whether either of its articles is one of these."""
    return owners_are(packed, articles) | owners_are(packed >> _HALF, articles)


def with_hashes(keys: Keys, hashes: Keys) -> Keys:
    """Return those of the sorted keys that have one of the sorted hashes."""
    first, last = (np.searchsorted(keys, (hashes + np.uint64(more)) << _HALF) for more in (0, 1))
    counts = last - first
    steps = np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts)
    found: Keys = keys[np.repeat(first, counts) + steps]
    return found


def counts_of(keys: Keys, hashes: Keys) -> NDArray[np.int64]:
    """Return how many of the sorted keys have each of the hashes."""
    first, last = (np.searchsorted(keys, (hashes + np.uint64(more)) << _HALF) for more in (0, 1))
    found: NDArray[np.int64] = last - first
    return found
