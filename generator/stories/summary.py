"""What must a stage know of an article to compare it with all others, without its text?

A summary is small (some 10 bytes a word) and picklable: hashes of word runs for reuse, hashes of
words and word pairs for subject matter, and the few facts that tell who took from whom.
"""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from generator.model import Article, ArticleId, ReadArticle
from generator.stories.credits import dateline_end
from generator.text import fold, match_key

RUN = 6
"""Words in a run: long enough that two texts rarely share one by chance."""
LEAD = 80
"""Words in which a report says what happened."""

PAIR, IN_LEAD, NAME, NUMBER = 1, 2, 4, 8
"""Bits of a term: two words in a row; stands in the lead; has a capital inside a sentence; is a number."""

_WORD = re.compile(r"\w+(?:'\w+)*")
_MARKED = re.compile(r'“[^”\n]*|"[^"\n]*"?|«[^»\n]*')
_MARKED_IN_ASCII = re.compile(r"``(?:[^'\n]|'(?!'))*")
_POINTING = re.compile(
    r"(?:^|[.!?][\"'”’]*[ \u00a0])[^.!?\n]{0,40}?\b(?:[Tt]his|[Tt]hese|[Ss]uch|latter|former)\b[^.!?\n]*",
    re.MULTILINE,
)
"""A sentence that points back in its first words: "The only way to counter this trick, …"."""
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
    """Hashes of word stems and of pairs of them, sorted, each once."""
    counts: NDArray[np.uint8]
    """How often each term occurs, up to 255."""
    traits: NDArray[np.uint8]
    """Bits of each term: `PAIR`, `IN_LEAD`, `NAME`, `NUMBER`."""
    pointing: tuple[tuple[int, int], ...] = ()
    """Sentences that open by pointing back ("this trick"): ordinals of their first word and of the next
    sentence's."""


def summarize(read: ReadArticle) -> Summary:
    """Return the summary of an article's body."""
    article = read.article
    folded = article.text.lower() if article.text.isascii() else fold(article.text)
    spans = [found.span() for found in _WORD.finditer(folded, dateline_end(article))]
    starts = np.array([first for first, _ in spans], dtype=np.int64)
    words = [folded[first:last] for first, last in spans]
    hashes = np.fromiter(map(_word_hash, words), dtype=np.uint32, count=len(words))
    return Summary(
        article.id,
        article.value("published"),
        _key(article.value("outlet")),
        _key(article.value("via")),
        len(spans),
        run_hashes(hashes),
        _quoted(article.text, starts),
        *_terms(words, article.text, starts),
        _pointing(article, starts),
    )


def _key(name: str | None) -> str | None:
    return match_key(name) if name else None


@lru_cache(maxsize=1 << 16)
def _word_hash(word: str) -> int:
    return zlib.crc32(word.encode("utf-8", "surrogatepass"))


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


_ENDINGS = ("ing", "ed", "es", "s")
_SHORTEST_STEM = 3


@lru_cache(maxsize=1 << 16)
def _stem_hash(word: str) -> int:
    """Return the hash of a word without its ending."""
    stem = word.split("'", maxsplit=1)[0] or word
    for ending in _ENDINGS:
        if stem.endswith(ending) and len(stem) - len(ending) >= _SHORTEST_STEM:
            stem = stem[: -len(ending)]
            break
    return zlib.crc32(stem.encode("utf-8", "surrogatepass"))


def _terms(
    words: list[str], text: str, starts: NDArray[np.int64]
) -> tuple[Hashes, NDArray[np.uint8], NDArray[np.uint8]]:
    """Return the terms with their counts and traits."""
    stems = np.fromiter(map(_stem_hash, words), dtype=np.uint32, count=len(words))
    traits = _traits(text, starts)
    traits[:LEAD] |= IN_LEAD
    pairs = _top(stems[:-1].astype(np.uint64) * _FACTOR + stems[1:])
    pair_traits = (traits[:-1] & IN_LEAD) | PAIR
    terms, places, counts = np.unique(np.concatenate((stems, pairs)), return_inverse=True, return_counts=True)
    found = np.zeros(len(terms), dtype=np.uint8)
    np.bitwise_or.at(found, places, np.concatenate((traits, pair_traits)).astype(np.uint8))
    return terms, np.minimum(counts, 255).astype(np.uint8), found


def _traits(text: str, starts: NDArray[np.int64]) -> NDArray[np.uint8]:
    """Tell names and numbers by each word's first character and the two before it."""
    codes = np.frombuffer(("\n\n" + text).encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    first, before = codes[starts + 2], codes[starts]
    capital = ((first >= ord("A")) & (first <= ord("Z"))) | ((first >= 0xC0) & (first <= 0xDE))  # noqa: PLR2004
    name = capital & ~_ENDS_SENTENCE[np.minimum(before, len(_ENDS_SENTENCE) - 1)]
    number = (first >= ord("0")) & (first <= ord("9"))
    return name * np.uint8(NAME) | number * np.uint8(NUMBER)


_ENDS_SENTENCE = np.zeros(0x2040, dtype=np.bool_)
_ENDS_SENTENCE[[ord(char) for char in '.!?:\n“"”']] = True


def _quoted(text: str, starts: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Tell of each word whether it stands in marks, which a paragraph's end closes."""
    spans = [found.span() for found in _MARKED.finditer(text)]
    if "``" in text:
        spans += [found.span() for found in _MARKED_IN_ASCII.finditer(text)]
    inside = np.zeros(len(starts), dtype=np.bool_)
    for first, last in np.searchsorted(starts, np.array(spans, dtype=np.int64).reshape(-1, 2)).tolist():
        inside[first:last] = True
    return inside


def _pointing(article: Article, starts: NDArray[np.int64]) -> tuple[tuple[int, int], ...]:
    """Find the sentences that point back: the ordinals of their first word and of the next one's."""
    spans = [found.span() for found in _POINTING.finditer(article.text)]
    found = np.searchsorted(starts, np.array(spans, dtype=np.int64).reshape(-1, 2)).tolist()
    return tuple((first, last) for first, last in found if first < last)
