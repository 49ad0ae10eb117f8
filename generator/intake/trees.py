"""What does a trained forest of symmetric trees say about rows of measures?

A symmetric tree asks one question a level, so a row's leaf is the number whose bits are the answers, and
all trees of some hundred rows, so many that the answers stay in the processor's cache, are read in a few
array operations.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]

_ROWS = 256
"""Read at once."""
_UNIT = 2.0**20


@dataclass(frozen=True, slots=True)
class Forest:
    """Boosted symmetric trees for a yes-or-no question."""

    columns: NDArray[np.int64]
    """Trees × depth: the measure that each level asks about."""
    borders: Floats
    """Trees × depth: the answer is yes above it."""
    leaves: NDArray[np.int32]
    """Trees × 2 ** depth, in units of 2 ** -20: their sums are exact in any order."""
    bias: float

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, NDArray[np.generic]], name: str) -> Forest:
        """Take the arrays of one model out of a file of several."""
        return cls(
            np.asarray(arrays[f"{name}_columns"], np.int64),
            np.asarray(arrays[f"{name}_borders"], np.float32),
            np.rint(np.asarray(arrays[f"{name}_leaves"], np.float64) * _UNIT).astype(np.int32),
            float(arrays[f"{name}_bias"]),
        )

    def chances(self, rows: Floats) -> NDArray[np.float64]:
        """Return for each row the chance, 0–1, that the answer is yes."""
        total = np.concatenate(
            [self._sums(rows[start : start + _ROWS]) for start in range(0, max(len(rows), 1), _ROWS)]
        )
        chances: NDArray[np.float64] = 1.0 / (1.0 + np.exp(-total))
        return chances

    def _sums(self, rows: Floats) -> NDArray[np.float64]:
        """Add up the leaves of each row, and the bias."""
        trees, depth = self.columns.shape
        by_column = np.ascontiguousarray(rows.T)
        bits = np.zeros((trees, len(rows)), np.uint8)
        for level in range(depth):
            answers = by_column.take(self.columns[:, level], axis=0) > self.borders[:, level, None]
            bits |= answers.view(np.uint8) << np.uint8(level)
        leaf = bits + (np.arange(trees) << depth)[:, None]
        units = self.leaves.ravel().take(leaf).sum(axis=0, dtype=np.int32)
        total: NDArray[np.float64] = units / _UNIT + self.bias
        return total
