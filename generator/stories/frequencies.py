"""In how many articles of a corpus does each term stand?

A count is rounded to steps of four per cent before a term is weighed by it. So one article more or less changes the
weights of the rare terms that it has, and hardly ever that of a common word, which would change every article.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from generator.stories.shelf import Ordered
from generator.stories.summary import Summary
from generator.stories.words import Hashes

BITS = 20
"""Terms share 2**20 places in the table of frequencies; two in one place count together."""
_STEPS = 16
"""Steps of an octave; up to so many, each count is one of its own."""
_TOGETHER = 0.75
"""Power of a story's size with which each of its articles counts less: near 1, it counts as one article."""
_UNIT = 2.0**20
"""Weights are whole numbers of a millionth, so that their sums are the same in any order."""
_COUNTED_AT_ONCE = 2048

Table = NDArray[np.float64]
"""A number for each place."""


def place_of(terms: Hashes) -> NDArray[np.int64]:
    """Return the places of some terms."""
    return (terms >> np.uint32(32 - BITS)).astype(np.int64)


def stepped(counts: Table) -> Table:
    """Round counts to the nearest step."""
    large = np.maximum(counts, _STEPS)
    steps: Table = np.exp2(np.round(np.log2(large) * _STEPS) / _STEPS)
    return np.where(counts > _STEPS, steps, counts)


def in_steps(count: float) -> float:
    """Round one count to the nearest step."""
    return float(stepped(np.array([count]))[0])


@dataclass(frozen=True, slots=True, eq=False)
class Frequencies:
    """How often the terms of each place stand in a corpus."""

    own: Table
    """Articles."""
    counted: Table
    """Articles, each with its weight."""
    weights: NDArray[np.float64]
    """Of each article."""

    @classmethod
    def of(cls, summaries: Ordered, homes: Sequence[Sequence[int]] | None) -> Frequencies:
        """Count the terms of all articles; one of a story that many tell counts less."""
        weights = _weights(len(summaries), homes)
        own = documents(summaries, np.ones(len(summaries)))
        return cls(own, own if homes is None else documents(summaries, weights), weights)

    def after(
        self,
        summaries: Ordered,
        homes: Sequence[Sequence[int]] | None,
        former: NDArray[np.int64],
        before: Ordered,
    ) -> Frequencies:
        """Return what `of` would, by counting only what came, went, or has another weight.

        Args:
            summaries: of all articles.
            homes: the stories.
            former: the ordinal that each article had in `before`, -1 for a new one.
            before: the articles that were counted here.
        """
        weights = _weights(len(summaries), homes)
        held = np.flatnonzero(former >= 0)
        gone = np.setdiff1d(np.arange(len(before)), former[held])
        new = np.flatnonzero(former < 0)
        own = self.own + _of(summaries, new, np.ones(len(new))) - _of(before, gone, np.ones(len(gone)))
        if homes is None:
            return Frequencies(own, own, weights)
        other = held[weights[held] != self.weights[former[held]]]
        plus, minus = np.concatenate((new, other)), np.concatenate((gone, former[other]))
        more, less = _of(summaries, plus, weights[plus]), _of(before, minus, self.weights[minus])
        return Frequencies(own, self.counted + more - less, weights)


def _of(summaries: Ordered, ordinals: NDArray[np.int64], weights: NDArray[np.float64]) -> Table:
    return documents(summaries.of(ordinals.tolist()), weights)


def _weights(count: int, homes: Sequence[Sequence[int]] | None) -> NDArray[np.float64]:
    """Return as what part of an article each one counts, by the number of those that tell its story."""
    weights = np.ones(count)
    for members in homes or ():
        weights[list(members)] = round(_UNIT * len(members) ** -_TOGETHER) / _UNIT
    return weights


def documents(summaries: Ordered | Sequence[Summary], weights: NDArray[np.float64]) -> Table:
    """Return in how many articles, each with its weight, a term of each place stands."""
    found = np.zeros(1 << BITS)
    for start, block in _blocks(summaries):
        held = [summary.terms for summary in block]
        sizes = [*map(len, held)]
        places = place_of(np.concatenate(held))
        new = np.diff(places, prepend=-1) != 0  # two terms of one article in one place count once
        firsts = np.cumsum([0, *sizes[:-1]])
        new[firsts[firsts < len(new)]] = True
        each = np.repeat(weights[start : start + len(held)], sizes)[new]
        found += np.bincount(places[new], each, minlength=1 << BITS)
    return found


def _blocks(summaries: Ordered | Sequence[Summary]) -> Iterable[tuple[int, Sequence[Summary]]]:
    if isinstance(summaries, Ordered):
        return summaries.blocks(_COUNTED_AT_ONCE)
    starts = range(0, len(summaries), _COUNTED_AT_ONCE)
    return ((start, summaries[start : start + _COUNTED_AT_ONCE]) for start in starts)
