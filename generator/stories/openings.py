"""Do two groups of articles open with the same words?

Reports of one event tell it in their first paragraphs, each in its own order; two events of one kind
(two earthquakes, two trials) share the words of their kind all through, and open with other places,
people and numbers. In a pair of articles that is blurred by chance; between groups it is plain.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from generator.stories.subjects import Subjects

_SPEAK = 64
"""Articles that speak for a group, so that a large one costs no more."""


@dataclass(frozen=True, slots=True)
class Opening:
    """The words with which a group of articles opens."""

    places: NDArray[np.int64]
    """Sorted, each once."""
    weights: NDArray[np.float32]
    """Rarity of each word, times the share of the articles that open with it."""

    def overlap(self, other: Opening) -> float | None:
        """Return the weight of what both have, as a share, 0–1, of the lighter one; None where one is empty."""
        lighter = min(float(self.weights.sum()), float(other.weights.sum()))
        if not lighter:
            return None
        _, mine, theirs = np.intersect1d(self.places, other.places, assume_unique=True, return_indices=True)
        return float(np.minimum(self.weights[mine], other.weights[theirs]).sum()) / lighter


class Openings:
    """The openings of the groups that are formed, each made once."""

    def __init__(self, subjects: Subjects) -> None:
        self._subjects = subjects
        self._known: dict[int, tuple[int, Opening]] = {}

    def overlap(self, one: Sequence[int], other: Sequence[int]) -> float | None:
        """Return how much two groups' openings have in common, 0–1; None where one has no words."""
        return self._of(one).overlap(self._of(other))

    def _of(self, group: Sequence[int]) -> Opening:
        size, opening = self._known.get(group[0], (0, None))
        if opening is None or size != len(group):
            opening = self._made(group[:_SPEAK])
            self._known[group[0]] = len(group), opening
        return opening

    def _made(self, members: Sequence[int]) -> Opening:
        openings = [self._subjects.opening(member) for member in members]
        places, first, counts = np.unique(
            np.concatenate([places for places, _ in openings]), return_index=True, return_counts=True
        )
        rarity = np.concatenate([rarity for _, rarity in openings])[first]
        return Opening(places, (rarity * counts / len(members)).astype(np.float32))
