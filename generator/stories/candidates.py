"""Which pairs of articles are worth an exact comparison, out of all there are?

A sample of each article's runs of words is sorted together; articles that share a sampled run are
candidates. The sample is taken by hash value, so that two articles sample the same runs. What half
the corpus shares (a standing notice under each article) is no evidence of a common text: a run in
more than a few articles links neighbors alone, which keeps the cost linear.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from generator.stories.summary import Summary
from generator.stories.words import Hashes

_RATE = 1 / 8
"""Share of the runs of a long article that is sampled."""
_SAMPLE = 80
"""Runs sampled at least, so that a short article is found too."""
_COMMON = 24
"""Articles with one run from which they are linked in a chain instead of each to each."""

_ENOUGH = 0.04
"""Share of the smaller sample that two articles must share: below it, less than a tenth is reused."""

Pairs = NDArray[np.int64]
"""Two columns, the smaller ordinal first, sorted, each pair once."""


def sampled(runs: Hashes) -> Hashes:
    """Return the runs of the sample, each once."""
    rate = max(_RATE, min(1.0, _SAMPLE / max(1, len(runs))))
    return np.unique(runs[runs <= int(rate * 0xFFFFFFFF)])


def candidate_pairs(summaries: Sequence[Summary]) -> Pairs:
    """Return the pairs of articles whose samples share enough for some reuse to be likely."""
    samples = [sampled(summary.runs) for summary in summaries]
    sizes = np.array([len(sample) for sample in samples], dtype=np.int64)
    owners = np.repeat(np.arange(len(samples)), sizes)
    pairs, counts = joined(np.concatenate([*samples, np.empty(0, dtype=np.uint32)]), owners)
    smaller = np.minimum(sizes[pairs[:, 0]], sizes[pairs[:, 1]])
    return pairs[counts >= _ENOUGH * smaller]


def joined(
    hashes: Hashes, owners: NDArray[np.int64], *, common: int = _COMMON
) -> tuple[Pairs, NDArray[np.int64]]:
    """Return the pairs of owners that have a hash in common, and how many each has.

    A hash of more than `common` owners links each to the next alone.
    """
    if not len(hashes):
        return np.empty((0, 2), dtype=np.int64), np.empty(0, dtype=np.int64)
    order = np.argsort(hashes, kind="stable")
    steps = _steps(hashes[order], owners[order], common)
    packed, counts = np.unique(np.concatenate([np.empty(0, dtype=np.int64), *steps]), return_counts=True)
    return np.stack((packed >> _HALF, packed & _LOW), axis=1), counts


_HALF = np.int64(32)
_LOW = np.int64(0xFFFFFFFF)


def _steps(hashes: Hashes, owners: NDArray[np.int64], most: int) -> Iterator[NDArray[np.int64]]:
    """Yield the pairs of owners 1, 2, 3, … places apart in the sorted table, two in one number."""
    starts = np.flatnonzero(np.concatenate(([True], hashes[1:] != hashes[:-1])))
    sizes = np.diff(np.concatenate((starts, [len(hashes)])))
    size = np.repeat(sizes, sizes)
    place = np.arange(len(hashes)) - np.repeat(starts, sizes)
    reach = np.where(size > most, 2, size)
    held = np.flatnonzero(size > 1)
    for step in range(1, most):
        held = held[(place[held] + step < size[held]) & (step < reach[held])]
        if not len(held):
            return
        first, second = owners[held], owners[held + step]
        yield np.minimum(first, second) << _HALF | np.maximum(first, second)
