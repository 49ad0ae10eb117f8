"""Where does a line stand: beside which neighbors, and how far from the densest part of the text?"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from generator.intake.characters import Column

_LINE_PRICE = 6.0
"""Words of prose that a line must bring to be worth its place in the core."""

PLACE_COLUMNS: tuple[str, ...] = (
    "from_top", "from_bottom", "place", "words_above", "prose_above", "prose_below", "since_prose", "until_prose",
    "in_core", "from_core", "until_core", "core_words", "core_share",
)  # fmt: skip


def shifted(columns: Column, shift: int) -> Column:
    """Return the values `shift` lines further down, -1 beyond the ends, of one column or of many."""
    moved = np.full(columns.shape, -1.0)
    if abs(shift) >= columns.shape[-1]:
        return moved
    if shift > 0:
        moved[..., :-shift] = columns[..., shift:]
    else:
        moved[..., -shift:] = columns[..., :shift]
    return moved


class Around:
    """The means over the lines around each line, of one column or, line along the last axis, of many."""

    __slots__ = ("_size", "_total", "_widest")

    def __init__(self, columns: Column, widest: int) -> None:
        """Add the columns up once for all windows up to the widest."""
        self._size, self._widest = columns.shape[-1], widest
        total = np.empty((*columns.shape[:-1], self._size + 1 + 2 * widest))
        total[..., : widest + 1] = 0.0
        np.cumsum(columns, axis=-1, out=total[..., widest + 1 : widest + 1 + self._size])
        total[..., widest + 1 + self._size :] = total[..., widest + self._size, None]
        self._total = total

    def means(self, window: int, chosen: Sequence[int] | slice = slice(None)) -> Column:
        """Return the means over the lines up to `window` away, of the chosen columns."""
        size, start = self._size, self._widest
        index = np.arange(size)
        many = np.minimum(index + window + 1, size) - np.maximum(index - window, 0)
        total = self._total[chosen]
        low, high = (total[..., start + by : start + by + size] for by in (-window, window + 1))
        mean: Column = (high - low) / many
        return mean


def around(columns: Column, window: int) -> Column:
    """Return the mean over the lines up to `window` away, of one column or of many."""
    return Around(columns, window).means(window)


def since(hits: NDArray[np.bool_]) -> Column:
    """Count the lines since the last hit, itself included, in one column or in many; the line number where none was."""
    index = np.arange(hits.shape[-1])
    latest = np.maximum.accumulate(np.where(hits, index, -1), axis=-1)
    return (index - latest).astype(np.float64)


def until(hits: NDArray[np.bool_]) -> Column:
    """Count the lines until the next hit, itself included."""
    return since(hits[..., ::-1])[..., ::-1]


def above(column: Column) -> Column:
    """Return the sum over the lines above, of one column or of many."""
    total: Column = np.cumsum(column, axis=-1) - column
    return total


def at_latest(hit: NDArray[np.bool_], column: Column) -> Column:
    """Return the value of the last line that was hit, -1 where there was none."""
    latest = np.maximum.accumulate(np.where(hit, np.arange(len(hit)), -1))
    return np.where(latest >= 0, column[np.maximum(latest, 0)], -1.0)


def densest(gains: Column) -> tuple[int, int]:
    """Return the first and last line of the run with the highest sum (Kadane's maximum subarray)."""
    total = np.concatenate(([0.0], np.cumsum(gains)))
    lowest = np.minimum.accumulate(total[:-1])
    best = int(np.argmax(total[1:] - lowest))
    return int(np.argmin(total[: best + 1])), best


def core_of(words: Column, prose: Column) -> tuple[int, int]:
    """Return the run of lines with most prose after each line's price."""
    return densest(np.where(prose > 0, prose, np.minimum(words, 2.0)) - _LINE_PRICE)


def place_measures(words: Column, prose: Column, first: int, last: int) -> dict[str, Column]:
    """Measure where each line stands in the text and to its core; the keys are `PLACE_COLUMNS`."""
    count = len(words)
    index = np.arange(count, dtype=np.float64)
    prose_above = above(prose)
    total = float(prose.sum())
    core = float(prose[first : last + 1].sum())
    every = np.ones(count)
    values = (
        index, count - 1 - index, index / count, above(words) / max(float(words.sum()), 1.0),
        prose_above, total - prose_above - prose, since(prose > 0), until(prose > 0),
        ((index >= first) & (index <= last)).astype(np.float64), np.maximum(first - index, 0), np.maximum(index - last, 0),
        every * core, every * (core / max(total, 1.0)),
    )  # fmt: skip
    return dict(zip(PLACE_COLUMNS, values, strict=True))
