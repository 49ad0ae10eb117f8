"""What must a stage know of an article to compare it with all others, without its text?

A summary is small (some 10 bytes a word) and picklable: hashes of word runs for reuse, hashes of
words and word pairs for subject matter, and the few facts that tell who took from whom.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from generator.model import ArticleId, ReadArticle
from generator.stories.credits import dateline_end
from generator.stories.words import Hashes, Places, Words, words_of
from generator.text import match_key

RUN = 6
"""Words in a run: long enough that two texts rarely share one by chance."""
LEAD = 80
"""Words in which a report says what happened."""

PAIR, IN_LEAD, NAME, NUMBER = 1, 2, 4, 8
"""Bits of a term: two words in a row; stands in the lead; has a capital inside a sentence; is a number."""

_MARKED = {"“": r"“[^”\n]*", '"': r'"[^"\n]*"?', "«": r"«[^»\n]*"}
"""By opening mark: what stands in a pair of them."""
_MARKED_IN_ASCII = re.compile(r"``(?:[^'\n]|'(?!'))*")
_POINTERS = ("This", "this", "These", "these", "Such", "such", "latter", "former")
_POINTING = words_of(" ".join(_POINTERS)).stems
"""Words that point back in a sentence's first words: "The only way to counter this trick, …"."""
_OPENING = re.compile(r"(?:^|[.!?][\"'”’]*[ \u00a0])[^.!?\n]{0,40}\Z", re.MULTILINE)
_OPENS_WITHIN = 48
"""Code points before such a word in which its sentence must open: forty, and the marks that end the last."""
_SENTENCE = re.compile(r"[^.!?\n]*")


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
    words = words_of(article.text, dateline_end(article))
    return Summary(
        article.id,
        article.value("published"),
        _key(article.value("outlet")),
        _key(article.value("via")),
        len(words.starts),
        run_hashes(words.hashes),
        _quoted(article.text, words.starts),
        *_terms(words),
        _pointing(article.text, words),
    )


def _key(name: str | None) -> str | None:
    return match_key(name) if name else None


def run_hashes(words: Hashes) -> Hashes:
    """Return the hash of every run of words; of a text shorter than one run, none."""
    if len(words) < RUN:
        return np.empty(0, dtype=np.uint32)
    twos = words[:-1] * _FACTOR + words[1:]  # a polynomial of six words, two at a time
    mixed = (twos[:-4] * _FACTOR**2 + twos[2:-2]) * _FACTOR**2 + twos[4:]
    return _top(mixed)


_FACTOR = np.uint64(0x9E3779B97F4A7C15)
"""2**64 divided by the golden ratio: Knuth's multiplier for hashing."""


def _top(mixed: NDArray[np.uint64]) -> Hashes:
    spread = (mixed ^ (mixed >> np.uint64(29))) * _FACTOR
    return (spread >> np.uint64(32)).astype(np.uint32)


def _terms(words: Words) -> tuple[Hashes, NDArray[np.uint8], NDArray[np.uint8]]:
    """Return the terms with their counts and traits."""
    stems, traits = words.stems, _traits(words)
    traits[:LEAD] |= IN_LEAD
    pairs = _top(stems[:-1] * _FACTOR + stems[1:])
    pair_traits = (traits[:-1] & IN_LEAD) | PAIR
    # one number each, its traits in the low byte: sorting those is the cheapest way to count
    keyed = np.sort(
        np.concatenate((stems, pairs)).astype(np.uint64) << 8 | np.concatenate((traits, pair_traits))
    )
    terms = (keyed >> 8).astype(np.uint32)
    firsts = np.flatnonzero(np.concatenate((terms[:1] == terms[:1], terms[1:] != terms[:-1])))
    counts = np.diff(firsts, append=len(terms))
    if not len(firsts):
        return terms, counts.astype(np.uint8), traits
    found = np.bitwise_or.reduceat(keyed.astype(np.uint8), firsts)
    return terms[firsts], np.minimum(counts, 255).astype(np.uint8), found


def _traits(words: Words) -> NDArray[np.uint8]:
    """Tell names and numbers by each word's first character and the two before it."""
    first = words.codes[words.starts]
    before = np.where(words.starts > 1, words.codes[np.maximum(words.starts - 2, 0)], ord("\n"))
    capital = ((first >= ord("A")) & (first <= ord("Z"))) | ((first >= 0xC0) & (first <= 0xDE))  # noqa: PLR2004
    name = capital & ~_ENDS_SENTENCE[np.minimum(before, len(_ENDS_SENTENCE) - 1)]
    number = (first >= ord("0")) & (first <= ord("9"))
    return name * np.uint8(NAME) | number * np.uint8(NUMBER)


_ENDS_SENTENCE = np.zeros(0x2040, dtype=np.bool_)
_ENDS_SENTENCE[[ord(char) for char in '.!?:\n“"”']] = True


def _quoted(text: str, starts: Places) -> NDArray[np.bool_]:
    """Tell of each word whether it stands in marks, which a paragraph's end closes."""
    opening = "".join(mark for mark in _MARKED if mark in text)
    spans = [found.span() for found in _marked(opening).finditer(text)] if opening else []
    if "``" in text:
        spans += [found.span() for found in _MARKED_IN_ASCII.finditer(text)]
    inside = np.zeros(len(starts), dtype=np.bool_)
    for first, last in np.searchsorted(starts, np.array(spans, dtype=np.int64).reshape(-1, 2)).tolist():
        inside[first:last] = True
    return inside


@cache
def _marked(opening: str) -> re.Pattern[str]:
    """Return the pattern of what these opening marks enclose; the fewer there are, the faster it is."""
    return re.compile("|".join(_MARKED[mark] for mark in opening))


def _pointing(text: str, words: Words) -> tuple[tuple[int, int], ...]:
    """Find the sentences that point back: the ordinals of their first word and of the next one's."""
    found: list[tuple[int, int]] = []
    end = 0
    for word in np.flatnonzero(np.isin(words.stems, _POINTING)).tolist():
        at = int(words.starts[word])
        if at < end or not text.startswith(_POINTERS, at):
            continue
        opening = _OPENING.search(text, max(end, at - _OPENS_WITHIN), at)
        if opening:
            end = _SENTENCE.match(text, at).end()  # type: ignore[union-attr]  # it matches anything
            found.append((opening.start(), end))
    ordinals = np.searchsorted(words.starts, np.array(found, dtype=np.int64).reshape(-1, 2)).tolist()
    return tuple((first, last) for first, last in ordinals if first < last)
