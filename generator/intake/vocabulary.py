"""What do single words tell about the line that holds them?

A word belongs to kinds that are written down here, and has a weight that was counted on labeled pages:
positive in page furniture, negative in prose.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import count, repeat

import numpy as np
from numpy.typing import NDArray

from generator.intake.characters import Characters, Column

Counts = NDArray[np.int64]

_HEAD_WORDS = 18
"""Words of a line's start whose weights count: furniture shows itself early."""
_BYLINE_WORDS = 9
_SHORT_WORDS = 8

_KIND_WORDS: Mapping[str, str] = {
    "common": "the of and to in a is that for was on with as it he by are be from at his had have has not but they this "
    "were which or who an said their she her will would been more its than de la que el en los del las por con una se "
    "le les et des du un est dans pour qui sur au pas der die und das den von zu mit dem im nicht ein eine auf ist sich "
    "o da em do os uma para com não mais",
    "first_person": "i me my mine we us our ours myself ourselves im ive",
    "second_person": "you your yours yourself",
    "reporting": "said says told added asked according was were had been announced reported stated",
    "month": "jan feb mar apr may jun jul aug sep sept oct nov dec january february march april june july august "
    "september october november december",
    "posted": "ago updated posted published read",
    "address": "http https www copyright",
    "appeal": "subscribe subscriber subscribers subscription newsletter newsletters donate donation donations contribute "
    "contribution contributions support membership member members readers journalism newsroom inbox email signup sign "
    "account login cookies cookie privacy terms advertisement advertisements ads affiliate commission purchase "
    "compensation unsubscribe app download browser javascript",
    "credit": "getty photo photos photograph photography image images credit courtesy shutterstock afp reuters istock "
    "alamy screenshot epa file",
    "role": "reporter writer editor journalist correspondent columnist contributor author producer freelance freelancer",
    "comment": "comment comments reply replies responses respond discussion conversation commenting",
    "pointer": "related see also read more watch recommended next editor note listen video photos gallery source update "
    "opinion exclusive click learn join follow subscribe download get tags topics filed share",
    "by": "by von par por",
    "closing": "said says wrote reply upvote downvote flag report like ago pm am edt est gmt utc",
}
_KINDS = tuple(_KIND_WORDS)
_COLUMN = {name: number for number, name in enumerate(_KINDS)}

WORD_COLUMNS: tuple[str, ...] = (
    "common", "first_person", "second_person", "reporting", "appeal", "credit", "role",
    "common_head", "lexicon_sum", "lexicon_mean", "lexicon_low", "lexicon_all", "date", "ago", "linked", "by",
    "pointer", "closing", "comment", "phrase",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The kinds and weights of known words."""

    numbers: Mapping[str, int]
    """Of the known words, from 1 on; all others are 0."""
    weights: NDArray[np.float32]
    """By number: log odds of furniture."""
    kinds: NDArray[np.bool_]
    """Number × kind: whether the word is of the kind."""
    kinds_of: tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]
    """By number where a word's kinds start in the last array and how many they are, and the kinds of all words."""
    phrases: Mapping[str, float]
    """Log odds of short lines that many sites have: "skip to main content"."""

    @classmethod
    def of(cls, lexicon: Mapping[str, float], phrases: Mapping[str, float]) -> Vocabulary:
        """Number the words of the lexicon and of all kinds."""
        listed = {word for words in _KIND_WORDS.values() for word in words.split()}
        numbers = {word: number for number, word in enumerate(sorted(listed | set(lexicon)), 1)}
        weights = np.zeros(len(numbers) + 1, np.float32)
        for word, weight in lexicon.items():
            weights[numbers[word]] = weight
        kinds = np.zeros((len(numbers) + 1, len(_KINDS)), np.bool_)
        for kind, words in _KIND_WORDS.items():
            kinds[[numbers[word] for word in words.split()], _COLUMN[kind]] = True
        counts = kinds.sum(axis=1)
        return cls(
            numbers, weights, kinds, (np.cumsum(counts) - counts, counts, np.nonzero(kinds)[1]), phrases
        )

    def common(self) -> NDArray[np.bool_]:
        """Tell of each number whether its word is a function word."""
        return self.kinds[:, _COLUMN["common"]]


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text's lines."""

    words: Sequence[str]
    """Lower case, without what is no letter or digit."""
    rows: NDArray[np.int64]
    """The line of each word."""
    firsts: NDArray[np.int64]
    """For each line the place of its first word in `words`, and one place more at the end."""
    lengths: NDArray[np.int64]
    """Of each word, in characters."""
    capitalized: NDArray[np.bool_]
    numbers: NDArray[np.int64]
    """Of each word in the vocabulary."""
    own_numbers: NDArray[np.int64]
    """Of each word in this text, by first appearance."""
    different: int
    """How many different words there are."""

    @classmethod
    def of(cls, text: Characters, vocabulary: Vocabulary) -> Words:
        """Take the words of a text that is laid out."""
        words = text.words()
        rows = text.rows[text.openings]
        firsts = np.searchsorted(rows, np.arange(len(text.ends) + 1))
        seen: defaultdict[str, int] = defaultdict(count().__next__)
        own = np.fromiter(map(seen.__getitem__, words), np.int64, len(words))
        known = np.fromiter(map(vocabulary.numbers.get, seen, repeat(0)), np.int64, len(seen))
        return cls(words, rows, firsts, text.lengths, text.capitalized(), known[own], own, len(seen))

    def sums(self, values: NDArray[np.float32]) -> NDArray[np.float32]:
        """Add the words' values up by line; `values` has one for each word."""
        filled = self.firsts[:-1] < self.firsts[1:]
        added = np.zeros(len(filled), np.float32)
        if len(values):
            added[filled] = np.add.reduceat(values, self.firsts[:-1][filled])
        return added

    def kind_counts(self, vocabulary: Vocabulary, chosen: NDArray[np.bool_]) -> tuple[Counts, Counts]:
        """Count the words of each kind, kind × line: all words, and those that are chosen."""
        starts, counts, kinds = vocabulary.kinds_of
        known = np.flatnonzero(counts[self.numbers])
        many = counts[self.numbers[known]]
        word = np.repeat(known, many)
        step = np.arange(len(word)) - np.repeat(np.cumsum(many) - many, many)
        lines = len(self.firsts) - 1
        place = kinds[starts[self.numbers[word]] + step] * lines + self.rows[word]
        shape = len(_KINDS), lines
        every = np.bincount(place, minlength=shape[0] * lines).reshape(shape)
        return every, np.bincount(place[chosen[word]], minlength=shape[0] * lines).reshape(shape)


def word_measures(words: Words, vocabulary: Vocabulary) -> dict[str, Column]:
    """Measure what the words of each line say; the keys are `WORD_COLUMNS`."""
    sizes = np.diff(words.firsts)
    some, filled = np.maximum(sizes, 1), sizes > 0
    weights = vocabulary.weights[words.numbers]
    early = np.arange(len(words.rows)) - words.firsts[words.rows] < _HEAD_WORDS
    head = weights * early
    every, start = words.kind_counts(vocabulary, early)
    heads = np.maximum(np.minimum(sizes, _HEAD_WORDS), 1)
    lowest = np.zeros(len(sizes))
    openings = words.firsts[:-1][filled]
    if len(words.rows):
        lowest[filled] = np.maximum.reduceat(head, openings)
    total = words.sums(head)
    first, last = (np.zeros(len(sizes), np.int64) for _ in range(2))
    first[filled], last[filled] = words.numbers[openings], words.numbers[words.firsts[1:][filled] - 1]
    short = sizes <= _SHORT_WORDS
    measured = {
        "common_head": start[_COLUMN["common"]] / heads,
        "lexicon_sum": total,
        "lexicon_mean": total / heads,
        "lexicon_low": lowest,
        "lexicon_all": words.sums(weights) / some,
        "date": start[_COLUMN["month"]] > 0,
        "ago": start[_COLUMN["posted"]] > 0,
        "linked": start[_COLUMN["address"]] > 0,
        "by": vocabulary.kinds[first, _COLUMN["by"]] & (sizes <= _BYLINE_WORDS),
        "pointer": vocabulary.kinds[first, _COLUMN["pointer"]],
        "closing": vocabulary.kinds[last, _COLUMN["closing"]] & short,
        "comment": (every[_COLUMN["comment"]] > 0) & short,
        "phrase": _phrases(words, vocabulary, sizes),
    }
    measured |= {name: every[_COLUMN[name]] / some for name in WORD_COLUMNS[:7]}
    return {name: np.asarray(column, np.float64) for name, column in measured.items()}


PHRASE_WORDS = 6
"""Words of the longest line that counts as a phrase."""


def _phrases(words: Words, vocabulary: Vocabulary, sizes: NDArray[np.int64]) -> Column:
    weights = np.zeros(len(sizes))
    short = np.flatnonzero((sizes > 0) & (sizes <= PHRASE_WORDS))
    all_words, firsts = words.words, words.firsts
    ranges = zip(firsts[short].tolist(), firsts[short + 1].tolist(), strict=True)
    phrases = [" ".join(all_words[first:after]) for first, after in ranges]
    weights[short] = np.fromiter(map(vocabulary.phrases.get, phrases, repeat(0.0)), np.float64, len(phrases))
    return weights
