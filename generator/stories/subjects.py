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
from generator.stories.former import Former, any_side_is, counts_of, owners_are, with_hashes
from generator.stories.frequencies import BITS, Frequencies, in_steps, place_of, stepped
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
_MEASURED_AT_ONCE = 256
_AT_ONCE = 64
"""Articles that are held against one at once."""


@cache
def background() -> tuple[int, Hashes, NDArray[np.uint8]]:
    """Return how many pages the background has, its terms, and in how many pages each stands."""
    with files(__package__).joinpath("background.npz").open("rb") as file, np.load(file) as table:
        return int(table["pages"]), table["terms"], table["documents"]


class Subjects:
    """The weighted terms of all articles of a corpus."""

    def __init__(
        self,
        summaries: Ordered,
        homes: Sequence[Sequence[int]] | None = None,
        last: Subjects | None = None,
    ) -> None:
        """Count in how many articles each term stands, and weigh it.

        Args:
            summaries: of all articles.
            homes: the stories as they were found before, each the ordinals of its articles. A story that many
                articles tell then counts as a few: what is common because of it still sets it apart.
            last: of the corpus as it was before a change; what that left alone is taken from there. What
                comes out is the same.
        """
        self._constant = _CONSTANT if homes is None else _CONSTANT + _AGAIN
        self.summaries = summaries
        self.search = _search(len(summaries))
        """How articles find others."""
        self._last = last if last and last.search == self.search else None
        self._former = Former.of(summaries, self._last.summaries if self._last else Ordered(()))
        if self._last is None:
            self.counts = Frequencies.of(summaries, homes)
        else:
            self.counts = self._last.counts.after(
                summaries, homes, self._former.ordinals, self._last.summaries
            )
        """In how many articles each term stands."""
        self.shared = self.counts.own >= _SHARED
        self.rarity = self._weighed()
        """Of the terms of each place."""
        self.changed = self._changed()
        """Of each article: is it new, or has one of its terms another weight?"""
        self.lengths, self.strongest = self._measured()
        """Of each article in each view; and the terms by which it finds others."""
        self._squared = self.rarity**2
        self.pairs: Keys = np.empty(0, dtype=np.uint64)
        """Those that share some of their strongest terms, two ordinals in one number."""
        nothing = np.empty(0, dtype=np.float32)
        self.known: tuple[Keys, NDArray[np.float32], NDArray[np.float32]] = self.pairs, nothing, nothing
        """Pairs that were weighed, the share of words that each has in common, and how likely it is."""

    def forget(self) -> None:
        """Let go of the corpus that was before."""
        self._last = None

    def _weighed(self) -> NDArray[np.float32]:
        """Return the rarity of the terms of each place."""
        pages, terms, found = background()
        count, articles = in_steps(len(self.summaries)), in_steps(float(self.counts.weights.sum()))
        known = np.zeros(1 << BITS, dtype=np.int32)
        known[place_of(terms)] = found
        here = np.flatnonzero(self.counts.own)
        counted = stepped(self.counts.counted[here])
        at_hand = np.log((articles + 1) / counted)
        everywhere = np.log((articles + pages) / (counted + known[here]))
        topic = _TOPIC * _ONE_TOPIC / (_ONE_TOPIC + count)
        rarity = np.zeros(1 << BITS, dtype=np.float32)
        rarity[here] = np.maximum(0, everywhere) * np.maximum(0, at_hand) ** topic
        rarity[~self.shared] *= _FEW / (_FEW + count)
        return rarity

    def _changed(self) -> NDArray[np.bool_]:
        new = self._former.ordinals < 0
        if self._last is None:
            return new
        others = (self.rarity != self._last.rarity) | (self.shared != self._last.shared)
        for start, held in self.summaries.blocks():
            touched = others.take(place_of(together([one.terms for one in held])))
            bounds = np.cumsum([0, *(len(one.terms) for one in held)])
            counts = np.diff(np.concatenate(([0], np.cumsum(touched)))[bounds])
            new[start : start + len(held)] |= counts > 0
        return new

    def _measured(self) -> tuple[NDArray[np.float32], Keys]:
        """Return the length of each article in each view, and the terms by which it finds others, sorted."""
        lengths = np.zeros((len(self.summaries), len(VIEWS)), dtype=np.float32)
        strongest = [np.empty(0, dtype=np.uint64)]
        if self._last is not None:
            held = np.flatnonzero(~self.changed)
            lengths[held] = self._last.lengths[self._former.ordinals[held]]
            strongest.append(self._former.keys(self._last.strongest, self.changed))
        changed = np.flatnonzero(self.changed)
        for start in range(0, len(changed), _MEASURED_AT_ONCE):
            ordinals = changed[start : start + _MEASURED_AT_ONCE]
            some = self.summaries.of(ordinals.tolist())
            terms = together([one.terms for one in some])
            places = place_of(terms)
            weights = _LOGARITHM.take(together([one.counts for one in some])) * self.rarity.take(places)
            bounds = np.cumsum([0, *(len(one.terms) for one in some)])
            lengths[ordinals] = np.sqrt(_by_view(weights**2, together([one.traits for one in some]), bounds))
            lightness = np.where(self.shared.take(places), _lightness(terms, weights), _WEIGHTLESS)
            chosen, owners = _least(lightness, bounds, self.search.strongest)
            strongest.append(terms[chosen].astype(np.uint64) << _HALF | ordinals.astype(np.uint64)[owners])
            self.summaries.release()
        keys = np.concatenate(strongest)
        keys.sort(kind="stable")  # most of it is sorted
        return lengths, keys

    def candidate_pairs(self) -> Pairs:
        """Return the pairs of articles that share some of their strongest terms."""
        common, shared = self.search.common, self.search.shared
        if self._last is None:
            pairs = packed_pairs(self.strongest, common=common)
            pairs.sort()
            self.pairs = repeated(pairs, shared)
            return unpacked(self.pairs)
        touched = self._with_other_partners(self._last)
        terms = np.unique(self.strongest[owners_are(self.strongest, touched)] >> _HALF)
        pairs = packed_pairs(with_hashes(self.strongest, terms), common=common)
        pairs = pairs[any_side_is(pairs, touched)]
        pairs.sort()
        kept, _ = self._former.pairs(self._last.pairs, touched)
        self.pairs = np.concatenate((kept, repeated(pairs, shared)))
        self.pairs.sort(kind="stable")
        return unpacked(self.pairs)

    def _with_other_partners(self, last: Subjects) -> NDArray[np.bool_]:
        """Tell of each article whether it may share terms with others than before.

        It does if it changed, or if it has a term that links no articles any more, or does now.
        """
        touched = self.changed.copy()
        former = self._former.now(touched) < 0
        terms = np.union1d(
            self.strongest[owners_are(self.strongest, touched)] >> _HALF,
            last.strongest[owners_are(last.strongest, former)] >> _HALF,
        )
        now, before = (
            counts_of(keys, terms) <= self.search.common for keys in (self.strongest, last.strongest)
        )
        around = with_hashes(self.strongest, terms[now != before])
        touched[(around & _LOW).astype(np.int64)] = True
        return touched

    def likelihoods(self, pairs: Pairs, reused: NDArray[np.float32]) -> NDArray[np.float32]:
        """Return how likely each pair tells one story, 0–1, given the share of words it has in common.

        Where most words of one are the other's too, nothing else is asked.
        """
        packed = pairs[:, 0].astype(np.uint64) << _HALF | pairs[:, 1].astype(np.uint64)
        likely = np.full(len(pairs), _ONE_TEXT, dtype=np.float32)
        open_ = np.flatnonzero(reused < MOSTLY)
        if self._last is not None:
            known = self._still(self._last, packed[open_], reused[open_])
            likely[open_] = known
            open_ = open_[np.isnan(known)]
        features = self.features(pairs[open_], reused[open_])
        logits = (features * np.array([*_WEIGHTS.values()], dtype=np.float32)).sum(axis=1) + self._constant
        likely[open_] = 1 / (1 + np.exp(-logits))
        self.known = packed, reused, likely
        return likely

    def _still(self, last: Subjects, packed: Keys, reused: NDArray[np.float32]) -> NDArray[np.float32]:
        """Return the likelihoods that the last corpus had of these pairs, where nothing changed; else not a number."""
        before, shares, likely = last.known
        keys, kept = self._former.pairs(before, self.changed)
        found = np.full(len(packed), np.nan, dtype=np.float32)
        if len(keys):
            place = np.searchsorted(keys, packed).clip(max=len(keys) - 1)
            same = (keys[place] == packed) & (shares[kept][place] == reused)
            found[same] = likely[kept][place][same]
        return found

    def features(self, pairs: Pairs, reused: NDArray[np.float32]) -> NDArray[np.float32]:
        """Return what the likelihood of each pair rests on, in the order of its weights."""
        cosines = np.concatenate([np.empty((0, len(VIEWS)), dtype=np.float32), *self._blocks(pairs)])
        words = np.array([summary.words for summary in self.summaries] or [0])
        shorter = np.maximum(1, np.minimum(words[pairs[:, 0]], words[pairs[:, 1]]))
        return np.column_stack((np.log(cosines + _FLOOR), reused, np.log(shorter))).astype(np.float32)

    def _blocks(self, pairs: Pairs) -> Iterator[NDArray[np.float32]]:
        """Yield the cosines of the pairs, so many at once; `pairs` is sorted."""
        table = np.full(1 << BITS, -1, dtype=np.int32)
        for start in range(0, len(pairs), _AT_ONCE):
            yield self._cosines(pairs[start : start + _AT_ONCE], table)
            self.summaries.release()

    def _cosines(self, pairs: Pairs, table: NDArray[np.int32]) -> NDArray[np.float32]:
        """Return the cosines of the pairs in each view; of each place, the table holds -1 before and after."""
        starts = np.flatnonzero(np.diff(pairs[:, 0], prepend=-1))
        ones, others = self.summaries.of(pairs[starts, 0].tolist()), self.summaries.of(pairs[:, 1].tolist())
        places, other_places = (place_of(together([one.terms for one in side])) for side in (ones, others))
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
        products = _LOGARITHM[together([one.counts for one in ones])[found]]
        products *= _LOGARITHM[together([other.counts for other in others])[common]]
        products *= self._squared[places[found]]  # a common term is in two articles at least
        traits = together([one.traits for one in ones])[found]
        traits &= together([other.traits for other in others])[common]
        both = self.lengths[pairs[:, 0]] * self.lengths[pairs[:, 1]]
        shared = _by_view(products, traits, np.searchsorted(common, bounds))
        cosines: NDArray[np.float32] = shared / np.maximum(1e-6, both)
        for view in _SPARSE:
            cosines[:, view] = np.where(both[:, view] > 0, cosines[:, view], cosines[:, VIEWS.index("lead")])
        return cosines

    def opening(self, ordinal: int) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
        """Return the places of the words of an article's lead, each once and sorted, and their rarity."""
        summary = self.summaries[ordinal]
        places = np.unique(place_of(summary.terms[(summary.traits & (IN_LEAD | PAIR)) == IN_LEAD]))
        return places, self.rarity[places]


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


def together(rows: Sequence[NDArray[Values]]) -> NDArray[Values]:
    """Return some arrays as one."""
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
_BY_VIEW = np.nonzero(_IN_VIEW)[1]
_VIEW_STARTS = np.flatnonzero(np.diff(np.nonzero(_IN_VIEW)[0], prepend=-1))
"""The traits of each view, one view after the other, and where each begins."""
_HALF = np.uint64(32)
_LOW = np.uint64(0xFFFFFFFF)


def _by_view(
    values: NDArray[np.float32], traits: NDArray[np.uint8], bounds: NDArray[np.int64]
) -> NDArray[np.float32]:
    """Return the sum of each article's values in each view; the articles lie between the bounds."""
    count = len(bounds) - 1
    if count == 1:
        keys: NDArray[np.int64] | NDArray[np.uint8] = traits
    else:
        keys = np.repeat(np.arange(count) * len(_TRAITS), np.diff(bounds)) + traits
    sums = np.bincount(keys, weights=values, minlength=count * len(_TRAITS)).reshape(count, -1)
    # not a product of matrices: that may add in another order where there are more articles
    return np.add.reduceat(sums[:, _BY_VIEW], _VIEW_STARTS, axis=1).astype(np.float32)
