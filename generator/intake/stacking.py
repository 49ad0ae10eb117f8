"""What does a first guess about every line say about each of them?

The second of two models sees the first one's chances of the neighbors, of the likeliest run of lines, and
how many of a line's words stand in the likeliest paragraphs (stacked sequential learning, Cohen 2005).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from generator.intake.characters import Column
from generator.intake.features import COLUMNS, Floats, Measures
from generator.intake.positions import above, around, densest, shifted, since, until

_LIKELY = 0.5
_SURE = 0.6
_SURE_PARAGRAPHS = 10
_LEAST_WORDS = 8

STACKED_COLUMNS: tuple[str, ...] = (
    "chance", *(f"chance{shift:+}" for shift in (-3, -2, -1, 1, 2, 3)), "chance~2", "chance~6",
    "weighted~2", "weighted~5", "weighted~10", "share above", "share below", "body above", "body below",
    "before run", "after run", "in run", "since likely", "until likely", "expected words", "expected share",
    "highest above", "highest below", "lowest from run's start", "lowest to run's end", "to likely", "to likely~3",
)  # fmt: skip


def stacked(measures: Measures, chances: NDArray[np.float64]) -> Floats:
    """Return the rows of `COLUMNS` and, beside them, of `STACKED_COLUMNS`."""
    words = measures.rows[:, COLUMNS.index("words")].astype(np.float64) + 0.5
    expected = chances * words
    total = float(expected.sum())
    first, last = densest((chances - _LIKELY) * words)
    index = np.arange(len(chances), dtype=np.float64)
    every = np.ones(len(chances))
    upper = above(expected)
    smooth = _weighted(expected, words, 3)
    familiar = measures.content.share_in(_sure_paragraphs(chances, words))
    likely = chances > _LIKELY
    columns = (
        chances, *(shifted(chances, shift) for shift in (-3, -2, -1, 1, 2, 3)), around(chances, 2), around(chances, 6),
        *(_weighted(expected, words, window) for window in (2, 5, 10)),
        upper / max(total, 1.0), (total - upper - expected) / max(total, 1.0), upper, total - upper - expected,
        np.maximum(first - index, 0), np.maximum(index - last, 0), (index >= first) & (index <= last),
        since(likely), until(likely), every * total, every * (total / float(words.sum())),
        np.maximum.accumulate(chances), np.maximum.accumulate(chances[::-1])[::-1],
        _lowest_from(smooth, first), _lowest_from(smooth[::-1], len(chances) - 1 - last)[::-1],
        familiar, around(familiar, 3),
    )  # fmt: skip
    return np.concatenate((measures.rows, np.stack(columns, axis=1).astype(np.float32)), axis=1)


def _weighted(expected: Column, words: Column, window: int) -> Column:
    """Return the chance of a word around each line."""
    mean: Column = around(expected, window) / np.maximum(around(words, window), 1e-9)
    return mean


def _lowest_from(chances: Column, start: int) -> Column:
    """Return the lowest chance between a start and each line after it, 1 before the start."""
    lowest = np.ones(len(chances))
    lowest[start:] = np.minimum.accumulate(chances[start:])
    return lowest


def _sure_paragraphs(chances: Column, words: Column) -> NDArray[np.int64]:
    found: NDArray[np.int64] = np.flatnonzero((chances > _SURE) & (words > _LEAST_WORDS))[:_SURE_PARAGRAPHS]
    return found
