"""Which texts say something like this one? By the weight of the words in common, offline, with no model.

Words count by their first letters, so that forms of one word are one; each weighs by how rare it is, the
inverse document frequency of Spärck Jones (1972).
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from typing import Generic, TypeVar

from generator.text import match_key

Thing = TypeVar("Thing")
Share = Callable[[float, int], float]
"""From the weight in common and a text's number to how alike the two are, 0–1."""
Postings = dict[str, list[int]]

ALIKE = 0.5
"""Share of both texts' weight, in the mean, that two claims have in common at least, 0–1."""
COVERED = 0.6
"""Share of a claim's weight that a longer text must hold to be about it, 0–1."""
_LEAST = 0.3
"""Share of either text's weight below which the other one is about more, or about something else, 0–1."""
_FEWEST_WORDS = 3
"""Words in common below which a likeness is chance."""
_MOST = 5
"""Texts that are returned at most."""
_STEM = 6
"""Letters by which forms of a word are told to be one: negotiation, negotiations, negotiating."""
_COMMON = frozenset(
    [
        "the",
        "a",
        "an",
        "and",
        "or",
        "of",
        "to",
        "in",
        "on",
        "at",
        "by",
        "for",
        "with",
        "from",
        "as",
        "that",
        "this",
        "it",
        "its",
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "has",
        "have",
        "had",
        "will",
        "would",
        "there",
        "their",
        "they",
        "he",
        "she",
        "his",
        "her",
        "not",
        "no",
        "did",
        "does",
        "do",
        "says",
        "said",
        "i",
        "we",
        "you",
        "our",
        "my",
        "your",
        "who",
        "what",
        "which",
        "but",
        "if",
        "so",
        "than",
        "then",
        "them",
        "him",
        "us",
        "about",
        "into",
        "over",
        "after",
        "before",
        "more",
        "most",
        "also",
        "can",
        "could",
        "may",
        "might",
        "should",
        "any",
        "all",
        "some",
        "one",
        "being",
        "when",
        "where",
        "how",
        "why",
        "up",
        "out",
        "just",
        "only",
        "very",
        "because",
    ]
)


class Likeness(Generic[Thing]):
    """Things with a text each, that can be asked which of them resemble another text."""

    def __init__(self, texts: Iterable[tuple[str, Thing]], *, background: Iterable[str] = ()) -> None:
        """Weigh the words.

        Args:
            texts: what is compared with, and what stands for it.
            background: other texts of the same corpus, by which it is known which words are common there.
        """
        self._things: list[Thing] = []
        self._words: list[frozenset[str]] = []
        for text, thing in texts:
            self._things.append(thing)
            self._words.append(stems(text))
        everything = [*self._words, *map(stems, background)]
        counts = Counter(word for words in everything for word in words)
        self._weight = {word: math.log(1 + len(everything) / count) for word, count in counts.items()}
        self._rare = math.log(1 + len(everything))
        self._sums = [self._sum(words) for words in self._words]
        self._alike, self._held = self._postings(_LEAST), self._postings(COVERED)

    def resembling(self, claim: str) -> tuple[Thing, ...]:
        """Return the few whose text is most like a claim, the likest first."""
        words = stems(claim)
        total = self._sum(words)

        def share(shared: float, number: int) -> float:
            one, other = shared / total, shared / self._sums[number]
            return (one + other) / 2 if min(one, other) >= _LEAST else 0.0

        return self._best(words, self._alike, share, ALIKE)

    def held_by(self, text: str) -> tuple[Thing, ...]:
        """Return the few whose words a text holds most of, whatever else it says; the fullest first."""
        return self._best(
            stems(text), self._held, lambda shared, number: shared / self._sums[number], COVERED
        )

    def _best(
        self, words: frozenset[str], postings: Postings, share: Share, least: float
    ) -> tuple[Thing, ...]:
        candidates = {number for word in words for number in postings.get(word, ())}
        common = ((words & self._words[number], number) for number in candidates)
        scored = [
            (share(self._sum(both), number), number) for both, number in common if len(both) >= _FEWEST_WORDS
        ]
        near = sorted((-value, number) for value, number in scored if value >= least)
        return tuple(self._things[number] for _, number in near[:_MOST])

    def _postings(self, least: float) -> Postings:
        """Return the numbers of the texts by each word of which a like text must hold at least one."""
        found: Postings = defaultdict(list)
        for number, words in enumerate(self._words):
            for word in self._telling(words, least * self._sums[number]):
                found[word].append(number)
        return found

    def _telling(self, words: frozenset[str], least: float) -> list[str]:
        """Return all words but the commonest, which together weigh less than what must be in common."""
        ordered = sorted(words, key=lambda word: (self._weight.get(word, self._rare), word))
        passed = 0.0
        for number, word in enumerate(ordered):
            passed += self._weight.get(word, self._rare)
            if passed >= least:
                return ordered[number:]
        return ordered

    def _sum(self, words: Iterable[str]) -> float:
        return sum(self._weight.get(word, self._rare) for word in sorted(words))


def stems(text: str) -> frozenset[str]:
    """Return the words of a text that carry its subject, each by its first letters."""
    return frozenset(word[:_STEM] for word in match_key(text).split() if word not in _COMMON)
