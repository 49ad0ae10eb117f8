"""What must a stage know of an article to compare it with all others, without its text?

A summary is small (some 10 bytes a word) and picklable: hashes of word runs for reuse, hashes of
words and word pairs for subject matter, and the few facts that tell who took from whom.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from generator.model import Article, ArticleId, ReadArticle
from generator.stories.credits import dateline_end
from generator.stories.words import Hashes, Words, words_of
from generator.text import match_key

RUN = 6
"""Words in a run: long enough that two texts rarely share one by chance."""
LEAD = 80
"""Words in which a report says what happened."""

PAIR, IN_LEAD, NAME, NUMBER = 1, 2, 4, 8
"""Bits of a term: two words in a row; stands in the lead; has a capital inside a sentence; is a number."""

_MARKED_IN_ASCII = re.compile(r"``(?:[^'\n]|'(?!'))*")
_POINTERS = ("This", "this", "These", "these", "Such", "such", "latter", "former")
_POINTING = words_of(_POINTERS).stems
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
    """Hashes of word stems and of pairs of them, the upper 28 bits, sorted, each once."""
    counts: NDArray[np.uint8]
    """How often each term occurs, up to 255."""
    traits: NDArray[np.uint8]
    """Bits of each term: `PAIR`, `IN_LEAD`, `NAME`, `NUMBER`."""
    pointing: tuple[tuple[int, int], ...] = ()
    """Sentences that open by pointing back ("this trick"): ordinals of their first word and of the next
    sentence's."""


def summarize(read: ReadArticle) -> Summary:
    """Return the summary of an article's body."""
    return next(summaries((read,)))


_AT_ONCE = 1 << 16
"""Code points of text that are summarized at once: more would fall out of the processor's cache."""


def summaries(reads: Iterable[ReadArticle]) -> Iterator[Summary]:
    """Yield the summary of each article's body; many at once take a third of the time."""
    held: list[Article] = []
    size = 0
    for read in reads:
        held.append(read.article)
        size += len(read.article.text)
        if size >= _AT_ONCE:
            yield from _summaries(held)
            held, size = [], 0
    yield from _summaries(held)


def _summaries(articles: Sequence[Article]) -> Iterator[Summary]:
    words = words_of([article.text for article in articles], [*map(dateline_end, articles)])
    runs, quoted, pointing = run_hashes(words.hashes), quoted_words(words), _pointing(words)
    bounds = words.bounds.tolist()
    terms = _terms(words)
    for article, first, last, found in zip(articles, bounds, bounds[1:], terms, strict=False):
        published, outlet, via = map(article.value, _FACTS) if article.fields else _NO_FACTS
        yield Summary(
            article.id,
            published,
            _key(outlet),
            _key(via),
            last - first,
            runs[first : max(first, last - RUN + 1)],
            quoted[first:last],
            *found,
            tuple((one - first, other - first) for one, other in pointing if first <= one < last),
        )


_FACTS = ("published", "outlet", "via")
_NO_FACTS: tuple[str | None, ...] = (None, None, None)


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


def _terms(words: Words) -> Iterator[tuple[Hashes, NDArray[np.uint8], NDArray[np.uint8]]]:
    """Yield the terms of each text with their counts and traits."""
    bounds, traits = words.bounds, word_traits(words)
    for first, last in pairwise(bounds.tolist()):
        traits[first : min(last, first + LEAD)] |= IN_LEAD
    # one number each, its traits in the low bits: sorting those is the cheapest way to count
    keys = np.empty(2 * len(traits), dtype=np.uint32)
    keys[::2] = words.stems & TERM | traits
    keys[1:-1:2] = _top(words.stems[:-1] * _FACTOR + words.stems[1:]) & TERM | (traits[:-1] & IN_LEAD | PAIR)
    keys[2 * bounds[1:][bounds[1:] > 0] - 1] = _NOTHING  # the last word of a text is followed by none
    for first, last in pairwise((2 * bounds).tolist()):
        keys[first:last].sort()
    terms = keys & TERM
    new = np.flatnonzero(np.concatenate((terms[:1] == terms[:1], terms[1:] != terms[:-1])))
    bits = keys.astype(np.uint8) & _TRAITS
    found = np.bitwise_or.reduceat(bits, new) if len(new) else traits
    counts = np.minimum(np.diff(new, append=len(keys)), 255).astype(np.uint8)
    hashes = terms[new]
    for first, last in pairwise(np.searchsorted(new, 2 * bounds).tolist()):
        held = slice(first, max(first, last - 1))
        yield hashes[held], counts[held], found[held]


TERM = np.uint32(0xFFFFFFF0)
"""The bits of a hash that tell a term; the others hold its traits."""
_TRAITS = np.uint8(0xF)
_NOTHING = np.uint32(0xFFFFFFFF)
"""After every term in order, and none."""


def word_traits(words: Words) -> NDArray[np.uint8]:
    """Tell names and numbers by each word's first character and the two before it."""
    first, before = words.codes.take(words.starts), words.codes.take(words.starts - 2)
    capital = ((first >= ord("A")) & (first <= ord("Z"))) | ((first >= 0xC0) & (first <= 0xDE))  # noqa: PLR2004
    name = capital & ~_ENDS_SENTENCE.take(before, mode="clip")
    number = (first >= ord("0")) & (first <= ord("9"))
    return name * np.uint8(NAME) | number * np.uint8(NUMBER)


_ENDS_SENTENCE = np.zeros(0x2040, dtype=np.bool_)
_ENDS_SENTENCE[[ord(char) for char in '.!?:\n“"”']] = True


_CLOSED_BY = {ord(opening): ord(closing) for opening, closing in ("“”", '""', "«»")}
_LINE_END = ord("\n")


def quoted_words(words: Words) -> NDArray[np.bool_]:
    """Tell of each word whether it stands in marks, which a paragraph's end closes."""
    marks = words.marks if any(chr(mark) in words.text for mark in _CLOSED_BY) else words.marks[:0]
    spans: list[tuple[int, int]] = []
    start, closing = 0, None
    for place, mark in zip(marks.tolist(), words.codes[marks].tolist(), strict=True):
        if closing is None:
            start, closing = place, _CLOSED_BY.get(mark)
        elif mark in (closing, _LINE_END):
            spans.append((start, place))
            closing = None
    if "``" in words.text:
        spans += [found.span() for found in _MARKED_IN_ASCII.finditer(words.text)]
    inside = np.zeros(len(words.starts), dtype=np.bool_)
    for first, last in np.searchsorted(words.starts, np.array(spans, dtype=np.int64).reshape(-1, 2)).tolist():
        inside[first:last] = True
    return inside


def _pointing(words: Words) -> list[tuple[int, int]]:
    """Find the sentences that point back: the ordinals of their first word and of the next one's."""
    text = words.text
    found: list[tuple[int, int]] = []
    end = 0
    hits = np.flatnonzero(np.isin(words.stems, _POINTING))
    for at in words.starts[hits].tolist():
        if at < end or not text.startswith(_POINTERS, at):
            continue
        opening = _OPENING.search(text, max(end, at - _OPENS_WITHIN), at)
        if opening:
            end = _SENTENCE.match(text, at).end()  # type: ignore[union-attr]  # it matches anything
            found.append((opening.start(), end))
    ordinals = np.searchsorted(words.starts, np.array(found, dtype=np.int64).reshape(-1, 2)).tolist()
    return [(first, last) for first, last in ordinals if first < last]
