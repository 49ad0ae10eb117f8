"""How likely is it that two articles tell one story, by what they are about?

Words and pairs of words are weighted by how rare they are, in the corpus at hand and in a small
background of news pages, so that five articles can be weighed as well as five thousand. Five views
of the same terms (words, pairs, names, numbers, the lead) give five cosines; a logistic function of
their logarithms and of the share of reused words says how likely one story is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise
from math import log10
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from generator.stories.candidates import Keys, Pairs, packed_pairs, repeated, unpacked
from generator.stories.reuse import MOSTLY
from generator.stories.shelf import Ordered
from generator.stories.summary import IN_LEAD, NAME, NUMBER, PAIR
from generator.stories.words import Hashes

VIEWS = ("words", "pairs", "names", "numbers", "lead")
_WEIGHTS = {
    "words": 1.12,
    "pairs": 0.31,
    "names": 0.26,
    "numbers": 0.24,
    "lead": 1.05,
    "reused": 5.37,
    "length": -0.32,
}
"""Of the logarithms of the cosines, of the share of reused words, and of the logarithm of the number of
words in the shorter article: long articles share more by chance. Fitted by logistic regression on pairs
of some 1,100 news articles of 151 known stories, each article weighing the same, then halved: the pairs of
two groups are no independent witnesses, and their mean is to keep its distance from 0 and 1."""
_CONSTANT = 7.53
_ONE_TEXT = 0.999
"""Likelihood of two versions of one text: what the function gives to nearly all of them."""
_AGAIN = -0.4
"""Added to the constant once stories count as few articles: all cosines within them are higher then."""
_TOGETHER = 0.75
"""Power of a story's size with which each of its articles counts less: near 1, it counts as one article."""
_FLOOR = 0.03
"""Added to a cosine, so that nothing in common has a logarithm."""
_SPARSE = (VIEWS.index("names"), VIEWS.index("numbers"))
"""Views that some articles lack altogether: no capitals, no figures. That says nothing against a pair, so
the cosine of their leads stands in."""


@dataclass(frozen=True, slots=True)
class _Search:
    """How articles find those that they may tell one story with."""

    strongest: int
    """Terms of each article that count, those that weigh most."""
    common: int
    """Articles with one term above which it links none: it is a topic, and no event."""
    shared: int
    """Such terms that two articles have in common at least."""


def _search(articles: int) -> _Search:
    """Return how to search: in a large corpus any two terms are shared by chance more often, and rare ones suffice."""
    if articles < LARGE:
        return _Search(strongest=128, common=80, shared=_SHARED)
    return _Search(strongest=96, common=40, shared=_SHARED + max(0, round(log10(articles / LARGE))))


LARGE = 10_000
"""Articles from which a corpus is large."""
_FEW = 80
"""Articles in a small corpus. There, a term that one article alone has sets it apart from the others;
in a large one, where every event is told by several, it is a chance of wording and counts little."""
_ONE_TOPIC = 40
"""Articles up to which a corpus may well be about one topic."""
_TOPIC = 0.6
"""Power of a term's rarity at hand, in a corpus of one topic: what most of its articles share is that
topic, and no event."""
_AT_ONCE = 64
"""Articles that are held against one at once."""
_COUNTED_AT_ONCE = 2048
_BITS = 20
"""Terms share 2**20 places in the table of document frequencies; two in one place count together."""


@cache
def background() -> tuple[int, Hashes, NDArray[np.uint8]]:
    """Return how many pages the background has, its terms, and in how many pages each stands."""
    with files(__package__).joinpath("background.npz").open("rb") as file, np.load(file) as table:
        return int(table["pages"]), table["terms"], table["documents"]


class Subjects:
    """The weighted terms of all articles of a corpus."""

    def __init__(self, summaries: Ordered, homes: Sequence[Sequence[int]] | None = None) -> None:
        """Count in how many articles each term stands, and weigh it.

        Args:
            summaries: of all articles.
            homes: the stories as they were found before, each the ordinals of its articles. A story that many
                articles tell then counts as a few: what is common because of it still sets it apart.
        """
        self._summaries = summaries
        self._search = _search(len(summaries))
        pages, terms, documents = background()
        self._own = _documents(summaries, np.ones(len(summaries)))
        self._constant = _CONSTANT
        counted, articles = self._own, float(len(summaries))
        if homes is not None:
            weights = _story_weights(homes)
            counted, articles = _documents(summaries, weights), float(weights.sum())
            self._constant += _AGAIN
        known = np.zeros(1 << _BITS, dtype=np.int32)
        known[_place(terms)] = documents
        once = _FEW / (_FEW + len(summaries))
        topic = _TOPIC * _ONE_TOPIC / (_ONE_TOPIC + len(summaries))
        here = np.flatnonzero(self._own)
        at_hand = np.log((articles + 1) / counted[here])
        everywhere = np.log((articles + pages) / (counted[here] + known[here]))
        self._rarity = np.zeros(1 << _BITS, dtype=np.float32)
        self._rarity[here] = np.maximum(0, everywhere) * np.maximum(0, at_hand) ** topic
        self._rarity[self._own < _SHARED] *= once
        self._lengths, self._strongest = self._measured()
        self._squared = self._rarity**2

    def _measured(self) -> tuple[NDArray[np.float32], Keys]:
        """Return the length of each article in each view, and the terms by which it finds others, sorted."""
        lengths = [np.empty((0, len(VIEWS)), dtype=np.float32)]
        strongest = [np.empty(0, dtype=np.uint64)]
        shared = self._own >= _SHARED
        for start, held in self._summaries.blocks():
            terms = _together([one.terms for one in held])
            places = _place(terms)
            weights = _LOGARITHM.take(_together([one.counts for one in held])) * self._rarity.take(places)
            bounds = np.cumsum([0, *(len(one.terms) for one in held)])
            lengths.append(np.sqrt(_by_view(weights**2, _together([one.traits for one in held]), bounds)))
            lightness = np.where(shared.take(places), _lightness(terms, weights), _WEIGHTLESS)
            chosen, owners = _least(lightness, bounds, self._search.strongest)
            strongest.append(terms[chosen].astype(np.uint64) << np.uint64(32) | owners + np.uint64(start))
        keys = np.concatenate(strongest)
        keys.sort()
        return np.concatenate(lengths), keys

    def candidate_pairs(self) -> Pairs:
        """Return the pairs of articles that share some of their strongest terms."""
        pairs = packed_pairs(self._strongest, common=self._search.common)
        pairs.sort()
        return unpacked(repeated(pairs, self._search.shared))

    def likelihoods(self, pairs: Pairs, reused: NDArray[np.float32]) -> NDArray[np.float32]:
        """Return how likely each pair tells one story, 0–1, given the share of words it has in common.

        Where most words of one are the other's too, nothing else is asked.
        """
        likely = np.full(len(pairs), _ONE_TEXT, dtype=np.float32)
        open_ = np.flatnonzero(reused < MOSTLY)
        features = self.features(pairs[open_], reused[open_])
        logits = features @ np.array([*_WEIGHTS.values()], dtype=np.float32) + self._constant
        likely[open_] = 1 / (1 + np.exp(-logits))
        return likely

    def features(self, pairs: Pairs, reused: NDArray[np.float32]) -> NDArray[np.float32]:
        """Return what the likelihood of each pair rests on, in the order of its weights."""
        cosines = np.concatenate([np.empty((0, len(VIEWS)), dtype=np.float32), *self._blocks(pairs)])
        words = np.array([summary.words for summary in self._summaries] or [0])
        shorter = np.maximum(1, np.minimum(words[pairs[:, 0]], words[pairs[:, 1]]))
        return np.column_stack((np.log(cosines + _FLOOR), reused, np.log(shorter))).astype(np.float32)

    def _blocks(self, pairs: Pairs) -> Iterator[NDArray[np.float32]]:
        """Yield the cosines of the pairs, so many at once; `pairs` is sorted."""
        table = np.full(1 << _BITS, -1, dtype=np.int32)
        for start in range(0, len(pairs), _AT_ONCE):
            yield self._cosines(pairs[start : start + _AT_ONCE], table)
            self._summaries.release()

    def _cosines(self, pairs: Pairs, table: NDArray[np.int32]) -> NDArray[np.float32]:
        """Return the cosines of the pairs in each view; of each place, the table holds -1 before and after."""
        starts = np.flatnonzero(np.diff(pairs[:, 0], prepend=-1))
        ones, others = self._summaries.of(pairs[starts, 0].tolist()), self._summaries.of(pairs[:, 1].tolist())
        places, other_places = (_place(_together([one.terms for one in side])) for side in (ones, others))
        ends = np.cumsum([len(one.terms) for one in ones]).tolist()
        bounds = np.cumsum([0, *(len(other.terms) for other in others)])
        found = np.empty(len(other_places), dtype=np.int32)
        here = 0
        for (left, right), end in zip(pairwise(bounds[[*starts, -1]].tolist()), ends, strict=True):
            table[places[here:end]] = np.arange(here, end, dtype=np.int32)
            table.take(other_places[left:right], out=found[left:right], mode="clip")
            table[places[here:end]] = -1
            here = end
        common = np.flatnonzero(found >= 0)
        found = found[common]
        products = _LOGARITHM[_together([one.counts for one in ones])[found]]
        products *= _LOGARITHM[_together([other.counts for other in others])[common]]
        products *= self._squared[places[found]]  # a common term is in two articles at least
        traits = _together([one.traits for one in ones])[found]
        traits &= _together([other.traits for other in others])[common]
        both = self._lengths[pairs[:, 0]] * self._lengths[pairs[:, 1]]
        shared = _by_view(products, traits, np.searchsorted(common, bounds))
        cosines: NDArray[np.float32] = shared / np.maximum(1e-6, both)
        for view in _SPARSE:
            cosines[:, view] = np.where(both[:, view] > 0, cosines[:, view], cosines[:, VIEWS.index("lead")])
        return cosines

    def opening(self, ordinal: int) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
        """Return the places of the words of an article's lead, each once and sorted, and their rarity."""
        summary = self._summaries[ordinal]
        places = np.unique(_place(summary.terms[(summary.traits & (IN_LEAD | PAIR)) == IN_LEAD]))
        return places, self._rarity[places]


def _story_weights(homes: Sequence[Sequence[int]]) -> NDArray[np.float64]:
    """Return as what part of an article each one counts, by the number of those that tell its story."""
    weights = np.ones(sum(map(len, homes)))
    for members in homes:
        weights[list(members)] = len(members) ** -_TOGETHER
    return weights


def _documents(summaries: Ordered, weights: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return in how many articles, each with its weight, a term of each place stands."""
    found = np.zeros(1 << _BITS)
    for start, block in summaries.blocks(_COUNTED_AT_ONCE):
        held = [summary.terms for summary in block]
        sizes = [*map(len, held)]
        places = _place(_together(held))
        new = np.diff(places, prepend=-1) != 0  # two terms of one article in one place count once
        firsts = np.cumsum([0, *sizes[:-1]])
        new[firsts[firsts < len(new)]] = True
        each = np.repeat(weights[start : start + len(held)], sizes)[new]
        found += np.bincount(places[new], each, minlength=1 << _BITS)
    return found


def _lightness(terms: Hashes, weights: NDArray[np.float32]) -> Hashes:
    """Return a number for each term, the smaller the more it weighs.

    The bits of positive numbers are in the order of the numbers; the lower ones, some tenths of a per cent, give
    way to bits of the term, so that hardly two terms of an article are alike.
    """
    return (_WEIGHTLESS - weights.view(np.uint32)) & ~_ANY | terms >> np.uint32(4) & _ANY


_WEIGHTLESS = np.uint32(0x7FFFFFFF)
_ANY = np.uint32(0x3FFF)


def _least(values: Hashes, bounds: NDArray[np.int64], most: int) -> tuple[NDArray[np.int64], Keys]:
    """Return where so many of the least values of each article stand, and the article's ordinal.

    A value as little as the last one counts too; `_WEIGHTLESS` never does.
    """
    limits = []
    for first, last in pairwise(bounds.tolist()):
        if last - first > most:
            limits.append(np.partition(values[first:last], most - 1)[most - 1])
        else:
            limits.append(_WEIGHTLESS)
    sizes = np.diff(bounds)
    limit = np.minimum(np.array(limits, dtype=np.uint32), _WEIGHTLESS - np.uint32(1))
    chosen = np.flatnonzero(values <= np.repeat(limit, sizes))
    return chosen, np.repeat(np.arange(len(sizes), dtype=np.uint64), sizes)[chosen]


Values = TypeVar("Values", bound=np.generic)


def _together(rows: Sequence[NDArray[Values]]) -> NDArray[Values]:
    return np.concatenate(rows) if len(rows) > 1 else rows[0]


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


def _by_view(
    values: NDArray[np.float32], traits: NDArray[np.uint8], bounds: NDArray[np.int64]
) -> NDArray[np.float32]:
    """Return the sum of each article's values in each view; the articles lie between the bounds."""
    count = len(bounds) - 1
    if count == 1:
        keys: NDArray[np.int64] | NDArray[np.uint8] = traits
    else:
        keys = np.repeat(np.arange(count) * len(_TRAITS), np.diff(bounds)) + traits
    sums = np.bincount(keys, weights=values, minlength=count * len(_TRAITS))
    return (sums.reshape(count, -1) @ _IN_VIEW.T).astype(np.float32)


def _place(terms: Hashes) -> NDArray[np.int64]:
    return (terms >> np.uint32(32 - _BITS)).astype(np.int64)
