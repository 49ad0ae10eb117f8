"""How much of each of two texts stands in the other, word for word?"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from generator.model import Relation
from generator.stories.summary import RUN, Summary
from generator.stories.words import Hashes

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
    in_a, in_b = shared_words(a, b.runs), shared_words(b, a.runs)
    return Reuse(
        _share(in_a),
        _share(in_b),
        _share(in_a[~a.quoted]),
        _share(in_b[~b.quoted]),
    )


def shared_words(summary: Summary, runs: Hashes) -> NDArray[np.bool_]:
    """Tell of each word whether it lies in one of the runs."""
    inside = np.zeros(summary.words, dtype=np.bool_)
    if len(runs) and len(summary.runs):
        known = np.sort(runs)
        found = known[np.minimum(np.searchsorted(known, summary.runs), len(known) - 1)] == summary.runs
        for place in range(RUN):
            inside[place : place + len(found)] |= found
    return inside


def _share(words: NDArray[np.bool_]) -> float:
    return np.count_nonzero(words) / len(words) if len(words) else 0.0


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
