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

from generator.stories.summary import Hashes, Summary

_RATE = 1 / 8
"""Share of the runs of a long article that is sampled."""
_SAMPLE = 80
"""Runs sampled at least, so that a short article is found too."""
_COMMON = 24
"""Articles with one run from which they are linked in a chain instead of each to each."""

Pairs = NDArray[np.int64]
"""Two columns, the smaller ordinal first, sorted, each pair once."""


def sampled(runs: Hashes) -> Hashes:
    """Return the runs of the sample, each once."""
    rate = max(_RATE, min(1.0, _SAMPLE / max(1, len(runs))))
    return np.unique(runs[runs <= int(rate * 0xFFFFFFFF)])


def candidate_pairs(summaries: Sequence[Summary]) -> Pairs:
    """Return the pairs of articles that share a sampled run."""
    samples = [sampled(summary.runs) for summary in summaries]
    owners = np.repeat(np.arange(len(samples)), [len(sample) for sample in samples])
    return joined(np.concatenate([*samples, np.empty(0, dtype=np.uint32)]), owners)


def joined(hashes: Hashes, owners: NDArray[np.int64], *, common: int = _COMMON, least: int = 1) -> Pairs:
    """Return the pairs of owners that have at least `least` hashes in common.

    A hash of more than `common` owners links each to the next alone.
    """
    if not len(hashes):
        return np.empty((0, 2), dtype=np.int64)
    order = np.argsort(hashes, kind="stable")
    hashes, owners = hashes[order], owners[order]
    pairs = [np.empty((0, 2), dtype=np.int64), *_steps(hashes, owners, common)]
    return _distinct(np.concatenate(pairs), least)


def _distinct(pairs: Pairs, least: int) -> Pairs:
    """Return the pairs that occur often enough, each once, sorted."""
    packed, counts = np.unique(pairs[:, 0] << np.int64(32) | pairs[:, 1], return_counts=True)
    packed = packed[counts >= least]
    return np.stack((packed >> np.int64(32), packed & np.int64(0xFFFFFFFF)), axis=1)


def _steps(hashes: Hashes, owners: NDArray[np.int64], most: int) -> Iterator[Pairs]:
    """Yield the pairs of owners 1, 2, 3, … places apart in the sorted table."""
    starts = np.flatnonzero(np.concatenate(([True], hashes[1:] != hashes[:-1])))
    sizes = np.diff(np.concatenate((starts, [len(hashes)])))
    common = np.repeat(sizes > most, sizes)
    for step in range(1, most):
        same = hashes[step:] == hashes[:-step]
        if step > 1:
            same &= ~common[step:]
        if not same.any():
            return
        first, second = owners[:-step][same], owners[step:][same]
        yield np.stack((np.minimum(first, second), np.maximum(first, second)), axis=1)
