"""What does a trained forest of symmetric trees say about rows of measures?

A symmetric tree asks one question a level, so a row's leaf is the number whose bits are the answers, and
all trees of all rows are read in a few array operations.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Forest:
    """Boosted symmetric trees for a yes-or-no question."""

    columns: NDArray[np.int64]
    """Trees × depth: the measure that each level asks about."""
    borders: Floats
    """Trees × depth: the answer is yes above it."""
    leaves: Floats
    """Trees × 2 ** depth."""
    bias: float

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, NDArray[np.generic]], name: str) -> Forest:
        """Take the arrays of one model out of a file of several."""
        return cls(
            np.asarray(arrays[f"{name}_columns"], np.int64),
            np.asarray(arrays[f"{name}_borders"], np.float32),
            np.asarray(arrays[f"{name}_leaves"], np.float32),
            float(arrays[f"{name}_bias"]),
        )

    def chances(self, rows: Floats) -> NDArray[np.float64]:
        """Return for each row the chance, 0–1, that the answer is yes."""
        trees, depth = self.columns.shape
        by_column = np.ascontiguousarray(rows.T)
        bits = np.zeros((trees, len(rows)), np.uint8)
        for level in range(depth):
            answers = by_column.take(self.columns[:, level], axis=0) > self.borders[:, level, None]
            bits |= answers.view(np.uint8) << np.uint8(level)
        leaf = bits + (np.arange(trees) << depth)[:, None]
        total = self.leaves.ravel().take(leaf).sum(axis=0, dtype=np.float64) + self.bias
        chances: NDArray[np.float64] = 1.0 / (1.0 + np.exp(-total))
        return chances
