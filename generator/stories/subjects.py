"""How alike are two articles in what they are about?

Words and pairs of words, weighted by how rare they are in the corpus at hand; the similarity is the
cosine of the two weighted counts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from generator.stories.candidates import Pairs, joined
from generator.stories.summary import Hashes, Summary

_STRONGEST = 24
"""Terms of an article by which it finds others."""
_BITS = 20
"""Terms share 2**20 places in the table of document frequencies; two in one place count together."""


class Subjects:
    """The weighted terms of all articles of a corpus."""

    def __init__(self, summaries: Sequence[Summary]) -> None:
        """Count in how many articles each term stands."""
        self._summaries = summaries
        self._documents = np.zeros(1 << _BITS, dtype=np.int32)
        for summary in summaries:
            self._documents[np.unique(_place(summary.terms))] += 1
        self._weight = np.log(max(1, len(summaries)) / np.maximum(1, self._documents)).astype(np.float32)

    def weights(self, ordinal: int) -> NDArray[np.float32]:
        """Return the weights of an article's terms, of length 1."""
        summary = self._summaries[ordinal]
        weights = (1 + np.log(summary.counts)) * self._weight[_place(summary.terms)]
        length = float(np.linalg.norm(weights))
        return (weights / length if length else weights).astype(np.float32)

    def candidate_pairs(self) -> Pairs:
        """Return the pairs of articles that share one of their strongest terms."""
        strongest = [self._strongest(ordinal) for ordinal in range(len(self._summaries))]
        owners = np.repeat(np.arange(len(strongest)), [len(terms) for terms in strongest])
        return joined(np.concatenate([*strongest, np.empty(0, dtype=np.uint32)]), owners)

    def _strongest(self, ordinal: int) -> Hashes:
        terms, weights = self._summaries[ordinal].terms, self.weights(ordinal)
        shared = self._documents[_place(terms)] > 1
        terms, weights = terms[shared], weights[shared]
        return terms[np.argsort(-weights, kind="stable")[:_STRONGEST]]

    def similarities(self, pairs: Pairs) -> NDArray[np.float32]:
        """Return the cosine of each pair; pairs are sorted by their first article."""
        return np.concatenate([np.empty(0, dtype=np.float32), *self._blocks(pairs)])

    def _blocks(self, pairs: Pairs) -> Iterator[NDArray[np.float32]]:
        table = np.zeros(1 << _BITS, dtype=np.float32)
        weights: dict[int, NDArray[np.float32]] = {}
        firsts, starts = np.unique(pairs[:, 0], return_index=True)
        for first, start, end in zip(firsts, starts, [*starts[1:], len(pairs)], strict=False):
            places = _place(self._summaries[first].terms)
            table[places] = self._held(weights, int(first))
            yield np.array(
                [
                    table[_place(self._summaries[other].terms)] @ self._held(weights, int(other))
                    for other in pairs[start:end, 1]
                ],
                dtype=np.float32,
            )
            table[places] = 0

    def _held(self, weights: dict[int, NDArray[np.float32]], ordinal: int) -> NDArray[np.float32]:
        if ordinal not in weights:
            weights[ordinal] = self.weights(ordinal)
        return weights[ordinal]


def _place(terms: Hashes) -> NDArray[np.uint32]:
    return terms >> np.uint32(32 - _BITS)
