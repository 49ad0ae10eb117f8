"""How likely is it that two articles tell one story, by what they are about?

Words and pairs of words are weighted by how rare they are, in the corpus at hand and in a small
background of news pages, so that five articles can be weighed as well as five thousand. Five views
of the same terms (words, pairs, names, numbers, the lead) give five cosines; a logistic function of
their logarithms and of the share of reused words says how likely one story is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from generator.stories.candidates import Pairs, joined
from generator.stories.summary import IN_LEAD, NAME, NUMBER, PAIR, Summary
from generator.stories.words import Hashes

VIEWS = ("words", "pairs", "names", "numbers", "lead")
_WEIGHTS = {
    "words": 2.01,
    "pairs": 0.78,
    "names": 0.35,
    "numbers": 0.14,
    "lead": 1.54,
    "reused": 7.11,
    "length": -0.70,
}
"""Of the logarithms of the cosines, of the share of reused words, and of the logarithm of the number of
words in the shorter article: long articles share more by chance. Fitted by logistic regression on pairs
of some 1,100 news articles of 151 known stories, each article weighing the same."""
_CONSTANT = 12.18
_FLOOR = 0.01
"""Added to a cosine, so that nothing in common has a logarithm."""

_STRONGEST = 96
"""Terms of an article by which it finds others."""
_FEW = 40
"""Articles in a small corpus. There, a term that one article alone has sets it apart from the others;
in a large one, where every event is told by several, it is a chance of wording and counts little."""
_TOPIC = 0.5
"""Power of a term's rarity at hand, in a small corpus: what most of its articles share is their topic,
and no event."""
_COMMON = 80
"""Articles with one term from which it links each to the next alone: it is a topic, and no event."""
_BITS = 20
"""Terms share 2**20 places in the table of document frequencies; two in one place count together."""


@cache
def background() -> tuple[int, Hashes, NDArray[np.uint8]]:
    """Return how many pages the background has, its terms, and in how many pages each stands."""
    with files(__package__).joinpath("background.npz").open("rb") as file, np.load(file) as table:
        return int(table["pages"]), table["terms"], table["documents"]


class Subjects:
    """The weighted terms of all articles of a corpus."""

    def __init__(self, summaries: Sequence[Summary]) -> None:
        """Count in how many articles each term stands."""
        self._summaries = summaries
        pages, terms, documents = background()
        self._once = _FEW / (_FEW + len(summaries))
        self._own = np.zeros(1 << _BITS, dtype=np.int32)
        for summary in summaries:
            self._own[np.unique(_place(summary.terms))] += 1
        known = np.zeros(1 << _BITS, dtype=np.int32)
        known[_place(terms)] = documents
        self._rarity = np.zeros(1 << _BITS, dtype=np.float32)
        here = np.flatnonzero(self._own)
        at_hand = np.log((len(summaries) + 1) / self._own[here])
        everywhere = np.log((len(summaries) + pages) / (self._own[here] + known[here]))
        self._rarity[here] = np.maximum(0, everywhere) * at_hand ** (_TOPIC * self._once)
        self._lengths = np.array([self._view_lengths(i) for i in range(len(summaries))], dtype=np.float32)

    def _weights(self, ordinal: int) -> NDArray[np.float32]:
        """Return the weights of an article's terms."""
        summary = self._summaries[ordinal]
        places = _place(summary.terms)
        weights = _LOGARITHM[summary.counts] * self._rarity[places]
        weights[self._own[places] < _SHARED] *= self._once
        return weights

    def _view_lengths(self, ordinal: int) -> NDArray[np.float32]:
        squares = self._weights(ordinal) ** 2
        return np.sqrt(_by_view(squares, self._summaries[ordinal].traits))

    def candidate_pairs(self) -> Pairs:
        """Return the pairs of articles that share some of their strongest terms."""
        strongest = [self._strongest(ordinal) for ordinal in range(len(self._summaries))]
        owners = np.repeat(np.arange(len(strongest)), [len(terms) for terms in strongest])
        terms = np.concatenate([*strongest, np.empty(0, dtype=np.uint32)])
        pairs, counts = joined(terms, owners, common=_COMMON)
        return pairs[counts >= _SHARED]

    def _strongest(self, ordinal: int) -> Hashes:
        terms, weights = self._summaries[ordinal].terms, self._weights(ordinal)
        shared = self._own[_place(terms)] >= _SHARED
        terms, weights = terms[shared], weights[shared]
        if len(terms) <= _STRONGEST:
            return terms
        return terms[np.argpartition(-weights, _STRONGEST)[:_STRONGEST]]

    def likelihoods(self, pairs: Pairs, reused: NDArray[np.float32]) -> NDArray[np.float32]:
        """Return how likely each pair tells one story, 0–1, given the share of words it has in common."""
        logits = self.features(pairs, reused) @ np.array([*_WEIGHTS.values()], dtype=np.float32) + _CONSTANT
        likely: NDArray[np.float32] = 1 / (1 + np.exp(-logits))
        return likely

    def features(self, pairs: Pairs, reused: NDArray[np.float32]) -> NDArray[np.float32]:
        """Return what the likelihood of each pair rests on, in the order of its weights."""
        cosines = np.concatenate([np.empty((0, len(VIEWS)), dtype=np.float32), *self._blocks(pairs)])
        words = np.array([summary.words for summary in self._summaries] or [0])
        shorter = np.maximum(1, np.minimum(words[pairs[:, 0]], words[pairs[:, 1]]))
        return np.column_stack((np.log(cosines + _FLOOR), reused, np.log(shorter))).astype(np.float32)

    def _blocks(self, pairs: Pairs) -> Iterator[NDArray[np.float32]]:
        """Yield the cosines of the pairs of each first article; `pairs` is sorted by it."""
        table = np.full(1 << _BITS, -1, dtype=np.int32)
        firsts, starts = np.unique(pairs[:, 0], return_index=True)
        for first, start, end in zip(firsts, starts, [*starts[1:], len(pairs)], strict=False):
            places = _place(self._summaries[first].terms)
            table[places] = np.arange(len(places))
            yield np.stack([self._cosines(int(first), int(other), table) for other in pairs[start:end, 1]])
            table[places] = -1

    def _cosines(self, first: int, other: int, table: NDArray[np.int32]) -> NDArray[np.float32]:
        """Return the cosine in each view; `table` leads from a term's place to its ordinal in the first."""
        one, two = self._summaries[first], self._summaries[other]
        places = _place(two.terms)
        found = table[places]
        common = np.flatnonzero(found >= 0)
        found = found[common]
        products = _LOGARITHM[one.counts[found]] * _LOGARITHM[two.counts[common]]
        products *= self._rarity[places[common]] ** 2  # a common term is in two articles at least
        shared = _by_view(products, one.traits[found] & two.traits[common])
        both: NDArray[np.float32] = self._lengths[first] * self._lengths[other]
        return (shared / np.maximum(1e-6, both)).astype(np.float32)


_SHARED = 2
_LOGARITHM = (1 + np.log(np.maximum(1, np.arange(256)))).astype(np.float32)
_TRAITS = np.arange(16)
_IN_VIEW = np.stack(
    (
        (_TRAITS & PAIR) == 0,
        (_TRAITS & PAIR) != 0,
        (_TRAITS & NAME) != 0,
        (_TRAITS & NUMBER) != 0,
        (_TRAITS & IN_LEAD) != 0,
    )
).astype(np.float32)
"""Which views, in the order of `VIEWS`, a term with these bits takes part in."""


def _by_view(values: NDArray[np.float32], traits: NDArray[np.uint8]) -> NDArray[np.float32]:
    return (_IN_VIEW @ np.bincount(traits, weights=values, minlength=len(_TRAITS))).astype(np.float32)


def _place(terms: Hashes) -> NDArray[np.uint32]:
    return terms >> np.uint32(32 - _BITS)
