"""Which sentence of one version answers to which of another?

A monotone dynamic program over the word similarity of all pairs of sentences, then a pass for the
sentences that moved. Similarity is the share of words in a longest common subsequence.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import process
from rapidfuzz.distance import Indel

SAME_SENTENCE = 0.36
"""Similarity from which two sentences in order answer to each other: with three words in ten replaced
it is .7 on average, between unrelated sentences of the news rarely above .35."""
MOVED_SENTENCE = 0.5
"""The bar is higher out of order, where the neighbors lend no support."""
_SHORTEST_MOVE = 4
"""Words; shorter sentences ("He did not elaborate.") recur by chance."""

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two sentences that answer to each other, by their ordinals; one side is None where it is alone."""

    left: int | None
    right: int | None
    similarity: float
    moved: bool = False


def aligned(left: Sequence[Words], right: Sequence[Words]) -> tuple[Pair, ...]:
    """Pair the sentences of two versions, each given as its words in house style.

    Returns every sentence of both exactly once, in the order of the left one, those that stand on the
    right alone after the sentence that they follow there.
    """
    return _aligned(tuple(map(tuple, left)), tuple(map(tuple, right)))


@lru_cache(maxsize=64)
def _aligned(left: tuple[Words, ...], right: tuple[Words, ...]) -> tuple[Pair, ...]:
    """Pair them once, for a comparison of two versions and for the table of all."""
    likeness = similarities(left, right)
    in_order = dict(_monotone(likeness))
    taken = set(in_order.values())
    moved = dict(
        _moved(
            likeness,
            [i for i, words in enumerate(left) if i not in in_order and len(words) >= _SHORTEST_MOVE],
            [j for j, words in enumerate(right) if j not in taken and len(words) >= _SHORTEST_MOVE],
        )
    )
    return tuple(_ordered(likeness, in_order, moved))


def similarities(left: Sequence[Words], right: Sequence[Words]) -> NDArray[np.float32]:
    """Return the share of common words, in order, of all pairs of sentences."""
    if not left or not right:
        return np.zeros((len(left), len(right)), dtype=np.float32)
    # sequences of words are compared word by word: a distance counts words
    return process.cdist(left, right, scorer=Indel.normalized_similarity, dtype=np.float32)


def _monotone(likeness: NDArray[np.float32]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of the best alignment that keeps both orders."""
    rows, columns = likeness.shape
    gain = np.where(likeness >= SAME_SENTENCE, likeness - SAME_SENTENCE / 2, -np.inf)
    best = np.zeros((rows + 1, columns + 1))
    for i in range(rows):
        here = np.maximum(best[i, 1:], best[i, :-1] + gain[i])
        best[i + 1, 1:] = np.maximum.accumulate(here)
    i, j = rows, columns
    while i and j:
        if best[i, j] == best[i - 1, j]:
            i -= 1
        elif best[i, j] == best[i, j - 1]:
            j -= 1
        else:
            i, j = i - 1, j - 1
            yield i, j


def _moved(
    likeness: NDArray[np.float32], left: Sequence[int], right: Sequence[int]
) -> Iterator[tuple[int, int]]:
    """Yield the pairs of what is left over, the most alike first."""
    found = sorted(
        (-float(likeness[i, j]), i, j) for i in left for j in right if likeness[i, j] >= MOVED_SENTENCE
    )
    lefts, rights = set(left), set(right)
    for _, i, j in found:
        if i in lefts and j in rights:
            lefts.remove(i)
            rights.remove(j)
            yield i, j


def _ordered(
    likeness: NDArray[np.float32], in_order: dict[int, int], moved: dict[int, int]
) -> Iterator[Pair]:
    rows, columns = likeness.shape
    paired = set(in_order.values()) | set(moved.values())
    reached = 0
    for i in range(rows):
        if i in in_order:
            j = in_order[i]
            yield from (Pair(None, k, 0.0) for k in range(reached, j) if k not in paired)
            reached = j + 1
            yield Pair(i, j, float(likeness[i, j]))
        elif i in moved:
            yield Pair(i, moved[i], float(likeness[i, moved[i]]), moved=True)
        else:
            yield Pair(i, None, 0.0)
    yield from (Pair(None, k, 0.0) for k in range(reached, columns) if k not in paired)
