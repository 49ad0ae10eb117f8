"""Which pairs of articles are worth an exact comparison, out of all there are?

A sample of each article's runs of words is sorted together; articles that share a sampled run are
candidates. The sample is taken by hash value, so that two articles sample the same runs. What many
articles share is a standing notice, or a text that everybody printed: such a run links each of them
to one alone, the hub, and only articles that share much of their samples with it become candidates.
So the cost stays linear, and the result depends on the articles, never on their order.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from generator.model import ArticleId
from generator.stories.shelf import Ordered
from generator.stories.summary import Summary
from generator.stories.words import Hashes

_RATE = 1 / 8
"""Share of the runs of a long article that is sampled."""
_SAMPLE = 80
"""Runs sampled at least, so that a short article is found too."""
COMMON = 24
"""Articles with one run up to which each is a candidate to each; those of a commoner one to the hub."""

ENOUGH = 0.04
"""Share of the smaller sample that two articles must share: below it, less than a tenth is reused."""
MUCH = 0.2
"""Share of the smaller sample, common runs too, from which an article is a candidate to the hub."""

_COUNTED_AT_ONCE = 1 << 20
"""Pairs, with repeats, that are counted at once."""

Pairs = NDArray[np.int64]
"""Two columns, the smaller ordinal first, sorted, each pair once."""
Counts = NDArray[np.int64]
Keys = NDArray[np.uint64]
"""A hash in the upper 32 bits, the ordinal of the article that has it in the lower ones."""

_HALF = np.uint64(32)
_LOW = np.uint64(0xFFFFFFFF)


@dataclass(frozen=True, slots=True, eq=False)
class Candidates:
    """Pairs that share enough of their samples."""

    pairs: Pairs
    common: NDArray[np.bool_]
    """Of each pair: is it one of an article and a hub, which runs that many articles have made?"""


def candidates(summaries: Ordered, keys: Keys | None = None) -> Candidates:
    """Return the pairs of articles whose samples share enough for some reuse to be likely.

    Args:
        summaries: of all articles.
        keys: their sampled runs, where those are known.
    """
    keys = sample_keys(summaries.blocks()) if keys is None else keys
    sizes = np.bincount((keys & _LOW).astype(np.int64), minlength=len(summaries))
    ranks = np.array([rank(summary.id) for summary in summaries], dtype=np.uint64)
    few, many = packed_pairs(keys, common=COMMON), star_pairs(keys, ranks, common=COMMON)
    few.sort()
    many.sort()
    found = [Candidates(np.empty((0, 2), dtype=np.int64), np.empty(0, dtype=np.bool_))]
    found += [_enough(*some, sizes) for some in _stretches(few, many, len(summaries))]
    return Candidates(
        np.concatenate([one.pairs for one in found]), np.concatenate([one.common for one in found])
    )


def _stretches(few: Keys, many: Keys, count: int) -> Iterator[tuple[Keys, Keys]]:
    """Yield sorted pairs of some first articles at once, to spare memory."""
    steps = np.linspace(0, count, 2 + (len(few) + len(many)) // _COUNTED_AT_ONCE).astype(np.uint64)
    bounds = (np.searchsorted(pairs, steps << _HALF).tolist() for pairs in (few, many))
    for (first, last), (from_, to) in zip(*map(pairwise, bounds), strict=True):
        yield few[first:last], many[from_:to]


def _enough(few: Keys, many: Keys, sizes: NDArray[np.int64]) -> Candidates:
    """Return the pairs that share enough of their samples, whose sizes are given."""
    pairs, rare, total = counted(few, many)
    smaller = np.minimum(sizes[pairs[:, 0]], sizes[pairs[:, 1]])
    enough = rare >= ENOUGH * smaller
    kept = enough | (total >= MUCH * smaller)
    return Candidates(pairs[kept], ~enough[kept])


def sample_keys(numbered: Iterable[tuple[int, Sequence[Summary]]]) -> Keys:
    """Return the sampled runs of all articles, sorted, each once an article.

    Args:
        numbered: articles in blocks, with the ordinal of the first of each.
    """
    keys = [np.empty(0, dtype=np.uint64)]
    for first, block in numbered:
        if not block:
            continue
        held = [summary.runs for summary in block]
        sizes = np.array([len(runs) for runs in held])
        most = (np.clip(_SAMPLE / np.maximum(1, sizes), _RATE, 1) * 0xFFFFFFFF).astype(np.uint32)
        runs = np.concatenate(held)
        chosen = np.flatnonzero(runs <= np.repeat(most, sizes))
        owners = np.repeat(np.arange(first, first + len(held), dtype=np.uint64), sizes)
        keys.append(runs[chosen].astype(np.uint64) << _HALF | owners[chosen])
    together = np.concatenate(keys)
    together.sort()
    return together[_new(together)]


def rank(article: ArticleId) -> int:
    """Return a number by which hubs are chosen, 32 bits: as good as chance, and the same in every corpus."""
    return zlib.crc32(article.encode("utf-8", "surrogatepass"))


def packed_pairs(keys: Keys, *, common: int) -> Keys:
    """Return each pair of owners of one hash, if it has no more than `common`, two ordinals in one number.

    Args:
        keys: sorted.
        common: owners of a hash up to which all pairs of them are returned.
    """
    starts, sizes = _groups(keys)
    held = (sizes > 1) & (sizes <= common)
    starts, sizes = starts[held], sizes[held]
    owners = keys[np.repeat(starts - (np.cumsum(sizes) - sizes), sizes) + np.arange(sizes.sum())] & _LOW
    left = np.repeat(sizes, sizes) - 1 - _places(sizes)  # owners of the same hash that come after
    found = np.empty(int(left.sum()), dtype=np.uint64)
    done = 0
    firsts = np.flatnonzero(left)
    for step in range(1, common):  # owners 1, 2, 3, … places apart; those of one hash are sorted
        firsts = firsts[left[firsts] >= step]
        np.bitwise_or(owners[firsts] << _HALF, owners[firsts + step], out=found[done : done + len(firsts)])
        done += len(firsts)
    return found


def star_pairs(keys: Keys, ranks: Keys, *, common: int) -> Keys:
    """Return the pairs of the hub with each other owner, for each hash that has more than `common`."""
    starts, sizes = _groups(keys)
    held = sizes > common
    starts, sizes = starts[held], sizes[held]
    if not len(starts):
        return np.empty(0, dtype=np.uint64)
    firsts = np.cumsum(sizes) - sizes
    owners = keys[np.repeat(starts - firsts, sizes) + np.arange(sizes.sum())] & _LOW
    hubs = np.repeat(np.minimum.reduceat(ranks[owners] << _HALF | owners, firsts) & _LOW, sizes)
    others = owners != hubs
    owners, hubs = owners[others], hubs[others]
    packed: Keys = np.minimum(owners, hubs) << _HALF | np.maximum(owners, hubs)
    return packed


def _groups(keys: Keys) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return where each hash starts in the sorted keys, and how many have it."""
    hashes = keys >> _HALF
    starts = np.flatnonzero(_new(hashes))
    return starts, np.diff(starts, append=len(keys))


def _places(sizes: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return 0, 1, 2, … for each group."""
    return np.arange(sizes.sum()) - np.repeat(np.cumsum(sizes) - sizes, sizes)


def counted(few: Keys, many: Keys) -> tuple[Pairs, Counts, Counts]:
    """Return the pairs, each once, how often each is among the few, and how often among both."""
    flagged = np.concatenate((few << np.uint64(1), many << np.uint64(1) | np.uint64(1)))
    flagged.sort()
    packed = flagged >> np.uint64(1)
    starts = np.flatnonzero(_new(packed))
    total = np.diff(starts, append=len(packed))
    if not len(starts):
        return unpacked(packed), total, total
    common = np.add.reduceat((flagged & np.uint64(1)).astype(np.int64), starts)
    return unpacked(packed[starts]), total - common, total


def repeated(packed: Keys, times: int) -> Keys:
    """Return, each once, the sorted numbers that occur so many times at least."""
    firsts = packed[: max(0, len(packed) - times + 1)]
    found: Keys = firsts[_new(firsts) & (firsts == packed[times - 1 :])]
    return found


def _new(values: Hashes | Keys) -> NDArray[np.bool_]:
    """Tell of each of some sorted values whether it is the first of its kind."""
    return np.concatenate((values[:1] == values[:1], values[1:] != values[:-1]))


def unpacked(packed: Keys) -> Pairs:
    """Return pairs that stand in one number each as two columns."""
    return np.stack((packed >> _HALF, packed & _LOW), axis=1).astype(np.int64)
