"""What must a stage know of an article to compare it with all others, without its text?

A summary is small (some 6 bytes a word) and picklable: hashes of word runs for reuse, hashes of
words and word pairs for subject matter, and the few facts that tell who took from whom.
"""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from generator.model import ArticleId, ReadArticle
from generator.stories.credits import dateline_end
from generator.stories.sentences import sentences_of
from generator.text import fold, match_key

RUN = 6
"""Words in a run: long enough that two texts rarely share one by chance."""

_WORD = re.compile(r"\w+(?:'\w+)*")
_MARKED = re.compile(r"“[^”\n]*|«[^»\n]*|``(?:[^'\n]|'(?!'))*|(?<!\S)\"[^\"\n]*|(?<=[(\[])\"[^\"\n]*")
_POINTING = re.compile(r"\b(?:this|these|such|latter|former)\b", re.IGNORECASE)

Hashes = NDArray[np.uint32]


@dataclass(frozen=True, slots=True, eq=False)
class Summary:
    """What grouping knows of an article."""

    id: ArticleId
    published: str | None
    """A full or partial date, as stated."""
    outlet: str | None
    """`match_key` of the outlet's name."""
    via: str | None
    """`match_key` of the credited source."""
    words: int
    runs: Hashes
    """Hash of the `RUN` words from each word on, in text order."""
    quoted: NDArray[np.bool_]
    """Per word: does it stand inside quotation marks?"""
    terms: Hashes
    """Hashes of words and pairs of words, sorted, each once."""
    counts: NDArray[np.uint16]
    """How often each term occurs."""
    pointing: tuple[tuple[int, int], ...] = ()
    """Sentences that open by pointing back ("this trick"): ordinals of their first word and of the next
    sentence's."""


def summarize(read: ReadArticle) -> Summary:
    """Return the summary of an article's body."""
    article = read.article
    start = dateline_end(article)
    folded = fold(article.text)
    spans = [found.span() for found in _WORD.finditer(folded, start)]
    hashes = _word_hashes([folded[first:last] for first, last in spans])
    starts = np.array([first for first, _ in spans], dtype=np.int64)
    terms, counts = _terms(hashes)
    return Summary(
        article.id,
        article.value("published"),
        _key(article.value("outlet")),
        _key(article.value("via")),
        len(spans),
        run_hashes(hashes),
        _quoted(article.text, starts),
        terms,
        counts,
        _pointing(read, starts),
    )


def _key(name: str | None) -> str | None:
    return match_key(name) if name else None


def _word_hashes(words: list[str]) -> Hashes:
    known = {word: zlib.crc32(word.encode("utf-8", "surrogatepass")) for word in set(words)}
    return np.fromiter((known[word] for word in words), dtype=np.uint32, count=len(words))


def run_hashes(words: Hashes) -> Hashes:
    """Return the hash of every run of words; of a text shorter than one run, none."""
    if len(words) < RUN:
        return np.empty(0, dtype=np.uint32)
    count = len(words) - RUN + 1
    mixed = np.zeros(count, dtype=np.uint64)
    for place in range(RUN):
        mixed = mixed * _FACTOR + words[place : place + count]
    return _top(mixed)


_FACTOR = np.uint64(0x9E3779B97F4A7C15)
"""2**64 divided by the golden ratio: Knuth's multiplier for hashing."""


def _top(mixed: NDArray[np.uint64]) -> Hashes:
    spread = (mixed ^ (mixed >> np.uint64(29))) * _FACTOR
    return (spread >> np.uint64(32)).astype(np.uint32)


def _terms(words: Hashes) -> tuple[Hashes, NDArray[np.uint16]]:
    pairs = _top(words[:-1].astype(np.uint64) * _FACTOR + words[1:])
    terms, counts = np.unique(np.concatenate((words, pairs)), return_counts=True)
    return terms, np.minimum(counts, np.iinfo(np.uint16).max).astype(np.uint16)


def _quoted(text: str, starts: NDArray[np.int64]) -> NDArray[np.bool_]:
    inside = np.zeros(len(starts), dtype=np.bool_)
    for found in _MARKED.finditer(text):
        first, last = np.searchsorted(starts, found.span())
        inside[first:last] = True
    return inside


def _pointing(read: ReadArticle, starts: NDArray[np.int64]) -> tuple[tuple[int, int], ...]:
    text = read.article.text
    return tuple(
        (int(first), int(last))
        for sentence in sentences_of(read.article)
        if _POINTING.search(text, sentence.span.start, min(sentence.span.end, sentence.span.start + _OPENING))
        for first, last in [np.searchsorted(starts, (sentence.span.start, sentence.span.end))]
        if first < last
    )


_OPENING = 40
"""Code points within which a sentence points back: "The only way to counter this trick"."""
