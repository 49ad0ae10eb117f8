"""What does a first guess about every line say about each of them?

The second of two models sees the first one's chances of the neighbors, of the likeliest run of lines, and
how many of a line's words stand in the likeliest paragraphs (stacked sequential learning, Cohen 2005).
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from generator.intake.characters import Column
from generator.intake.features import COLUMNS, Floats, Measures
from generator.intake.positions import Around, above, around, densest_of_each, shifted, since, until
from generator.intake.segments import Segments, exact

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


def stacked(measures: Measures, guesses: NDArray[np.float64]) -> Floats:
    """Return the rows of `COLUMNS` and, beside them, of `STACKED_COLUMNS`; the guesses are chances, 0–1."""
    lines, chances = measures.lines, exact(guesses)
    words = measures.column("words") + 0.5
    expected = chances * words
    totals, total_words = lines.sums(np.array((expected, words)))
    total = lines.spread(totals)
    first, last = densest_of_each((chances - _LIKELY) * words, lines)
    start, end = np.repeat(first, lines.sizes), np.repeat(last, lines.sizes)
    upper = above(expected, lines)
    lower = total - upper - expected
    sums = Around(np.array((chances, expected, words)), lines)
    smooth = _weighted(sums, 3)
    familiar = measures.content.share_in(_sure_paragraphs(chances, words, lines))
    likely = chances > _LIKELY
    columns = (
        chances, *(shifted(chances, shift, lines) for shift in (-3, -2, -1, 1, 2, 3)),
        sums.means(2, [0])[0], sums.means(6, [0])[0],
        *(_weighted(sums, window) for window in (2, 5, 10)),
        upper / np.maximum(total, 1.0), lower / np.maximum(total, 1.0), upper, lower,
        np.maximum(start - lines.index, 0), np.maximum(lines.index - end, 0),
        (lines.index >= start) & (lines.index <= end),
        since(likely, lines), until(likely, lines), total, lines.spread(totals / total_words),
        lines.running(np.maximum.accumulate, chances), _upward(lines, np.maximum.accumulate, chances),
        lines.running(np.minimum.accumulate, np.where(lines.index < start, 1.0, smooth)),
        _upward(lines, np.minimum.accumulate, np.where(lines.index > end, 1.0, smooth)),
        familiar, around(exact(familiar), 3, lines),
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


def _upward(lines: Segments, run: Callable[..., Column], column: Column) -> Column:
    """Run `np.minimum.accumulate`, or the like, up each text."""
    found = np.empty(len(column))
    for part in lines.slices():
        run(column[part][::-1], out=found[part][::-1])
    return found


def _sure_paragraphs(chances: Column, words: Column, lines: Segments) -> NDArray[np.int64]:
    """Return the first likeliest paragraphs of each text."""
    sure = np.flatnonzero((chances > _SURE) & (words > _LEAST_WORDS))
    openings = np.searchsorted(sure, lines.starts)
    ordinal = np.arange(len(sure)) - np.repeat(openings, np.diff(openings, append=len(sure)))
    found: NDArray[np.int64] = sure[ordinal < _SURE_PARAGRAPHS]
    return found
