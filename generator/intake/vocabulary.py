"""What do single words tell about the line that holds them?

A word belongs to kinds that are written down here, and has a weight that was counted on labeled pages:
positive in page furniture, negative in prose.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from generator.intake.characters import Characters, Column, Hashes, word_numbers
from generator.intake.segments import Segments

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
class Numbering:
    """Which of the known words, or lines, has a number of 64 bits? A hash table over arrays."""

    hashes: Hashes
    """By place, from 1 on."""
    tables: tuple[NDArray[np.int16], ...]
    """The place of a number by 16 of its bits; those whose bits another one has stand in the next table, by the next bits."""

    @classmethod
    def of(cls, hashes: Hashes) -> Numbering:
        """Give the first of these different numbers the place 1, the next 2."""
        placed = np.concatenate((np.zeros(1, np.uint64), hashes))
        left = np.sort(np.unique(hashes, return_index=True)[1]) + 1
        tables: list[NDArray[np.int16]] = []
        while len(left):
            table = np.zeros(_BUCKETS, np.int16)
            at = _bucket(placed[left], len(tables))
            table[at] = left
            tables.append(table)
            left = left[table[at] != left]
        return cls(placed, tuple(tables))

    def places(self, hashes: Hashes) -> Counts:
        """Return each number's place, 0 for those that are not known."""
        found = np.zeros(len(hashes), np.int64)
        for depth, table in enumerate(self.tables):
            place = table.take(_bucket(hashes, depth))
            found += place * (self.hashes.take(place) == hashes)
        return found


_BUCKETS = 2**16


def _bucket(hashes: Hashes, depth: int) -> Counts:
    """Return 16 bits of each number, others at each depth."""
    turned = hashes * np.uint64(2 * depth + 1)
    bits: Counts = (turned >> np.uint64(48)).astype(np.int64)
    return bits


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The kinds and weights of known words."""

    words: Numbering
    """Of the known words."""
    weights: NDArray[np.float32]
    """By a word's place: log odds of furniture."""
    kinds: NDArray[np.bool_]
    """Place × kind: whether the word is of the kind."""
    kinds_of: tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]
    """By place where a word's kinds start in the last array and how many they are, and the kinds of all words."""
    phrases: Numbering
    """Of short lines that many sites have: "skip to main content"."""
    phrase_weights: Column
    """By a phrase's place: log odds."""

    @classmethod
    def of(cls, lexicon: Mapping[str, float], phrases: Mapping[str, float]) -> Vocabulary:
        """Number the words of the lexicon and of all kinds, and the phrases."""
        listed = {word for words in _KIND_WORDS.values() for word in words.split()}
        known = sorted(listed | set(lexicon))
        places = {word: place for place, word in enumerate(known, 1)}
        weights = np.zeros(len(known) + 1, np.float32)
        for word, weight in lexicon.items():
            weights[places[word]] = weight
        kinds = np.zeros((len(known) + 1, len(_KINDS)), np.bool_)
        for kind, words in _KIND_WORDS.items():
            kinds[[places[word] for word in words.split()], _COLUMN[kind]] = True
        counts = kinds.sum(axis=1)
        return cls(
            Numbering.of(word_numbers(known)),
            weights,
            kinds,
            (np.cumsum(counts) - counts, counts, np.nonzero(kinds)[1]),
            Numbering.of(np.array([_joined(word_numbers(phrase.split())) for phrase in phrases], np.uint64)),
            np.array([0.0, *phrases.values()]),
        )

    def common(self) -> NDArray[np.bool_]:
        """Tell of each place whether its word is a function word."""
        return self.kinds[:, _COLUMN["common"]]


_PHRASE_BASE = np.uint64(0x9FB21C651E98DF25)


def _joined(numbers: Hashes) -> np.uint64:
    """Return the number of a phrase of its words' ones."""
    total = np.zeros(1, np.uint64)
    for number in numbers:
        total = total * _PHRASE_BASE + number
    return np.uint64(total[0])


@dataclass(frozen=True, slots=True)
class Words:
    """The words of the lines of some texts."""

    hashes: Hashes
    """The number of each word."""
    rows: NDArray[np.int64]
    """The line of each word."""
    firsts: NDArray[np.int64]
    """For each line the ordinal of its first word, and one more at the end."""
    lengths: NDArray[np.int64]
    """Of each word, in characters."""
    capitalized: NDArray[np.bool_]
    numbers: NDArray[np.int64]
    """The place of each word in the vocabulary."""
    own_numbers: NDArray[np.int64]
    """Of each word the ordinal of one that stands for it: the same for the same word of the same text."""

    @classmethod
    def of(cls, text: Characters, vocabulary: Vocabulary, lines: Segments) -> Words:
        """Take the words of texts that are laid out."""
        hashes = text.words()
        rows = text.rows[text.openings]
        firsts = np.searchsorted(rows, np.arange(len(text.ends) + 1))
        bounds = [*firsts[lines.starts].tolist(), len(hashes)]
        return cls(
            hashes,
            rows,
            firsts,
            text.lengths,
            text.capitalized(),
            vocabulary.words.places(hashes),
            _own_numbers(hashes, bounds),
        )

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


def _own_numbers(hashes: Hashes, bounds: Sequence[int]) -> Counts:
    """Let one word of a text stand for all that are the same; texts lie between the bounds."""
    buckets = _bucket(hashes, 0)
    holder, every = np.empty(_BUCKETS, np.int64), np.arange(len(hashes))
    own = np.empty(len(hashes), np.int64)
    for start, end in pairwise(bounds):
        bucket = buckets[start:end]
        holder[bucket] = every[start:end]
        holder.take(bucket, out=own[start:end])
    others = np.flatnonzero(hashes[own] != hashes)
    if len(others):  # words of one bucket: few
        text = np.searchsorted(bounds, others, side="right").tolist()
        seen: dict[tuple[int, int], int] = {}
        for word, key in zip(others.tolist(), zip(text, hashes[others].tolist(), strict=True), strict=True):
            own[word] = seen.setdefault(key, word)
    return own


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
    """Weigh the short lines as a whole."""
    weights = np.zeros(len(sizes))
    short = np.flatnonzero((sizes > 0) & (sizes <= PHRASE_WORDS))
    first, many = words.firsts[short], sizes[short]
    joined = np.zeros(len(short), np.uint64)
    for place in range(PHRASE_WORDS):
        longer = np.flatnonzero(many > place)
        joined[longer] = joined[longer] * _PHRASE_BASE + words.hashes[first[longer] + place]
    weights[short] = vocabulary.phrase_weights[vocabulary.phrases.places(joined)]
    return weights
