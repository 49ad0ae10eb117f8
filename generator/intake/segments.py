"""How do the lines of several texts stand in one column, so that nothing measured crosses from one to the next?

Most of what measuring a short text costs is the calling: many texts are measured at once in a fraction of the
time that they take one by one. Each text's measures are to the bit what they would be if it were alone: what
is added up along the column is first made a multiple of a power of two, and so is added without rounding.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from generator.intake.characters import Column

Places = NDArray[np.int64]

_UNIT = 2.0**16


@dataclass(frozen=True, slots=True)
class Segments:
    """The lines of several texts, one text below the other."""

    starts: Places
    """The first line of each text."""
    sizes: Places
    """How many lines each text has."""
    index: Places
    """Of each line, from 0."""
    firsts: Places
    """Of each line: the first line of its text."""
    afters: Places
    """Of each line: the first line below its text."""

    @classmethod
    def of(cls, sizes: Sequence[int] | Places) -> Segments:
        """Stack texts of so many lines."""
        many = np.asarray(sizes, np.int64)
        ends = np.cumsum(many)
        starts = ends - many
        index = np.arange(int(ends[-1]))
        return cls(starts, many, index, np.repeat(starts, many), np.repeat(ends, many))

    def slices(self) -> list[slice]:
        """Return each text's lines."""
        starts = self.starts.tolist()
        return [slice(start, start + size) for start, size in zip(starts, self.sizes.tolist(), strict=True)]

    def spread(self, values: Column | Places | Sequence[float]) -> Column:
        """Give each line its text's value."""
        return np.repeat(np.asarray(values, np.float64), self.sizes)

    def sums(self, columns: Column) -> Column:
        """Return the sums by text, of one column or, line along the last axis, of many; no text may be empty."""
        total: Column = np.add.reduceat(columns, self.starts, axis=-1)
        return total

    def running(self, run: Callable[..., Column], column: Column) -> Column:
        """Run `np.minimum.accumulate`, or the like, down each text."""
        found = np.empty(len(column))
        for part in self.slices():
            run(column[part], out=found[part])
        return found


def exact(values: Column) -> Column:
    """Round to a unit so small that it tells nothing, in which sums over a column are exact."""
    rounded: Column = np.rint(values * _UNIT) / _UNIT
    return rounded
