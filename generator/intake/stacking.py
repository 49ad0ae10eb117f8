"""What does a first guess about every line say about each of them?

The second of two models sees the first one's chances of the neighbors, of the likeliest run of lines, and
how many of a line's words stand in the likeliest paragraphs (stacked sequential learning, Cohen 2005).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from generator.intake.characters import Column
from generator.intake.features import COLUMNS, Floats, Measures
from generator.intake.positions import Around, above, around, densest, shifted, since, until

_LIKELY = 0.5
_SURE = 0.6
_SURE_PARAGRAPHS = 10
_LEAST_WORDS = 8
_WIDEST = 10
"""Lines on either side of the widest window."""

STACKED_COLUMNS: tuple[str, ...] = (
    "chance", *(f"chance{shift:+}" for shift in (-3, -2, -1, 1, 2, 3)), "chance~2", "chance~6",
    "weighted~2", "weighted~5", "weighted~10", "share above", "share below", "body above", "body below",
    "before run", "after run", "in run", "since likely", "until likely", "expected words", "expected share",
    "highest above", "highest below", "lowest from run's start", "lowest to run's end", "to likely", "to likely~3",
)  # fmt: skip


def stacked(measures: Measures, chances: NDArray[np.float64]) -> Floats:
    """Return the rows of `COLUMNS` and, beside them, of `STACKED_COLUMNS`."""
    words = measures.column("words") + 0.5
    expected = chances * words
    total = float(expected.sum())
    first, last = densest((chances - _LIKELY) * words)
    index = np.arange(len(chances), dtype=np.float64)
    upper = above(expected)
    lower = total - upper - expected
    sums = Around(np.array((chances, expected, words)), _WIDEST)
    smooth = _weighted(sums, 3)
    familiar = measures.content.share_in(_sure_paragraphs(chances, words))
    likely = chances > _LIKELY
    columns = (
        chances, *(shifted(chances, shift) for shift in (-3, -2, -1, 1, 2, 3)), sums.means(2, [0])[0], sums.means(6, [0])[0],
        *(_weighted(sums, window) for window in (2, 5, _WIDEST)),
        upper / max(total, 1.0), lower / max(total, 1.0), upper, lower,
        np.maximum(first - index, 0), np.maximum(index - last, 0), (index >= first) & (index <= last),
        since(likely), until(likely), total, total / float(words.sum()),
        np.maximum.accumulate(chances), np.maximum.accumulate(chances[::-1])[::-1],
        _lowest_from(smooth, first), _lowest_from(smooth[::-1], len(chances) - 1 - last)[::-1],
        familiar, around(familiar, 3),
    )  # fmt: skip
    rows = np.empty((len(COLUMNS) + len(STACKED_COLUMNS), len(chances)), np.float32)
    rows[: len(COLUMNS)] = measures.rows.T
    for place, column in enumerate(columns, len(COLUMNS)):
        rows[place] = column
    return rows.T


def _weighted(sums: Around, window: int) -> Column:
    """Return the chance of a word around each line, of sums of chances, expected words, and words."""
    _, expected, words = sums.means(window)
    chance: Column = expected / np.maximum(words, 1e-9)
    return chance


def _lowest_from(chances: Column, start: int) -> Column:
    """Return the lowest chance between a start and each line after it, 1 before the start."""
    lowest = np.ones(len(chances))
    lowest[start:] = np.minimum.accumulate(chances[start:])
    return lowest


def _sure_paragraphs(chances: Column, words: Column) -> NDArray[np.int64]:
    found: NDArray[np.int64] = np.flatnonzero((chances > _SURE) & (words > _LEAST_WORDS))[:_SURE_PARAGRAPHS]
    return found
