"""Where does a line stand: beside which neighbors, and how far from the densest part of its text?"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from generator.intake.characters import Column
from generator.intake.segments import Places, Segments

_LINE_PRICE = 6.0
"""Words of prose that a line must bring to be worth its place in the core."""

PLACE_COLUMNS: tuple[str, ...] = (
    "from_top", "from_bottom", "place", "words_above", "prose_above", "prose_below", "since_prose", "until_prose",
    "in_core", "from_core", "until_core", "core_words", "core_share",
)  # fmt: skip


def shifted(columns: Column, shift: int, lines: Segments) -> Column:
    """Return the values `shift` lines further down, -1 beyond a text's ends, of one column or of many."""
    moved = np.empty(columns.shape)
    within = max(columns.shape[-1] - abs(shift), 0)
    if shift > 0:
        moved[..., :within] = columns[..., shift:]
    else:
        moved[..., columns.shape[-1] - within :] = columns[..., :within]
    moved[..., beyond(shift, lines)] = -1.0
    return moved


def beyond(shift: int, lines: Segments) -> Places:
    """Return the lines from which a shift leads out of their text."""
    left = lines.afters - lines.index <= shift if shift > 0 else lines.index - lines.firsts < -shift
    outside: Places = np.flatnonzero(left)
    return outside


class Around:
    """The means over the lines around each line, of one column or, line along the last axis, of many."""

    __slots__ = ("_lines", "_total")

    def __init__(self, columns: Column, lines: Segments) -> None:
        """Add the columns up once for all windows."""
        total = np.empty((*columns.shape[:-1], columns.shape[-1] + 1))
        total[..., 0] = 0.0
        np.cumsum(columns, axis=-1, out=total[..., 1:])
        self._total, self._lines = total, lines

    def means(self, window: int, chosen: Sequence[int] | slice = slice(None)) -> Column:
        """Return the means over the lines of the text up to `window` away, of the chosen columns."""
        lines, total = self._lines, self._total[chosen]
        low = np.maximum(lines.index - window, lines.firsts)
        high = np.minimum(lines.index + (window + 1), lines.afters)
        mean: Column = total.take(high, axis=-1)
        mean -= total.take(low, axis=-1)
        mean /= high - low
        return mean


def around(columns: Column, window: int, lines: Segments) -> Column:
    """Return the mean over the lines up to `window` away, of one column or of many."""
    return Around(columns, lines).means(window)


def since(hits: NDArray[np.bool_], lines: Segments) -> Column:
    """Count the lines since the last hit, itself included, in one column or in many; from the text's top if none was."""
    latest = np.maximum.accumulate(np.where(hits, lines.index, -1), axis=-1)
    return (lines.index - np.maximum(latest, lines.firsts - 1)).astype(np.float64)


def until(hits: NDArray[np.bool_], lines: Segments) -> Column:
    """Count the lines until the next hit, itself included; to the text's bottom if there is none."""
    upward = np.where(hits, lines.index, len(lines.index))[..., ::-1]
    following = np.minimum.accumulate(upward, axis=-1)[..., ::-1]
    return (np.minimum(following, lines.afters) - lines.index).astype(np.float64)


def above(column: Column, lines: Segments) -> Column:
    """Return the sum over the text's lines above, of one column or of many."""
    total = np.cumsum(column, axis=-1) - column
    sums: Column = total - total.take(lines.firsts, axis=-1)
    return sums


def at_latest(hit: NDArray[np.bool_], column: Column, lines: Segments) -> Column:
    """Return the value of the last line of the text that was hit, -1 where there was none."""
    latest = np.maximum.accumulate(np.where(hit, lines.index, -1))
    return np.where(latest >= lines.firsts, column[np.maximum(latest, 0)], -1.0)


def densest(gains: Column) -> tuple[int, int]:
    """Return the first and last line of the run with the highest sum (Kadane's maximum subarray)."""
    total = np.concatenate(([0.0], np.cumsum(gains)))
    lowest = np.minimum.accumulate(total[:-1])
    best = int(np.argmax(total[1:] - lowest))
    return int(np.argmin(total[: best + 1])), best


def densest_of_each(gains: Column, lines: Segments) -> tuple[Places, Places]:
    """Return the first and last line of each text's run with the highest sum."""
    found = [densest(gains[part]) for part in lines.slices()]
    runs = np.array(found, np.int64) + lines.starts[:, None]
    return runs[:, 0], runs[:, 1]


def cores_of(words: Column, prose: Column, lines: Segments) -> tuple[Places, Places]:
    """Return each text's run of lines with most prose after each line's price."""
    return densest_of_each(np.where(prose > 0, prose, np.minimum(words, 2.0)) - _LINE_PRICE, lines)


def place_measures(
    words: Column, prose: Column, cores: tuple[Places, Places], lines: Segments
) -> dict[str, Column]:
    """Measure where each line stands in its text and to its core; the keys are `PLACE_COLUMNS`."""
    place = lines.index - lines.firsts
    first, last = (np.repeat(border, lines.sizes) for border in cores)
    inside = (lines.index >= first) & (lines.index <= last)
    upper = above(np.array((words, prose)), lines)
    total_words, total, core = lines.sums(np.array((words, prose, prose * inside)))
    has_prose = prose > 0
    values = (
        place, lines.afters - 1 - lines.index, place / lines.spread(lines.sizes),
        upper[0] / lines.spread(np.maximum(total_words, 1.0)),
        upper[1], lines.spread(total) - upper[1] - prose, since(has_prose, lines), until(has_prose, lines),
        inside, np.maximum(first - lines.index, 0), np.maximum(lines.index - last, 0),
        lines.spread(core), lines.spread(core / np.maximum(total, 1.0)),
    )  # fmt: skip
    return dict(zip(PLACE_COLUMNS, values, strict=True))
