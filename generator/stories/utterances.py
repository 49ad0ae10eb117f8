"""Which quotes print one and the same thing said, across articles and years?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rapidfuzz.distance import Indel

from generator.model import Quote, QuoteKind, ReadArticle, Utterance
from generator.stories.linkage import connected
from generator.stories.order import date_order
from generator.text import match_key

_TELLING = 4
"""Words from which a quote is known by its words alone; "harmful" can be said by anyone."""
_NEAR = 0.8
"""Share of words in common, in order, from which two wordings are one utterance."""
_PART = 6
"""Words from which a quote that stands whole in a longer one is a part of that utterance."""
_RUN = 3
"""Words that two wordings must share in a row to be compared at all."""
_COMMON = 50
"""Quotes with one run of words from which the run is a figure of speech and no evidence."""

Link = tuple[int, int]


def utterances(reads: Iterable[ReadArticle]) -> tuple[Utterance, ...]:
    """Return every utterance with the quotes that print it, those of the earliest article first.

    Quotes with one key are one utterance if they are of some length or have one known speaker; quotes
    whose words are nearly the same, or a part of each other, are one too. Indirect quotes have no
    words of the speaker's own: their key alone joins them to others.
    """
    quotes = _in_date_order(reads)
    words = [match_key(quote.words).split() for quote in quotes]
    links = (*_same_words(quotes, words), *_near_words(quotes, words))
    return tuple(
        Utterance(quotes[members[0]].key, tuple(quotes[member].id for member in members))
        for members in connected(len(quotes), links)
    )


def _in_date_order(reads: Iterable[ReadArticle]) -> list[Quote]:
    ordered = sorted(reads, key=lambda read: date_order(read.article.value("published"), read.article.id))
    return [quote for read in ordered for quote in read.quotes]


def _same_words(quotes: Sequence[Quote], words: Sequence[Sequence[str]]) -> Iterator[Link]:
    """Yield each quote with the first one that has its words, and its speaker where they are few."""
    first: dict[tuple[str, str], int] = {}
    for ordinal, (quote, said) in enumerate(zip(quotes, words, strict=True)):
        speaker = quote.speaker.id if quote.speaker else ""
        if len(said) < _TELLING and not speaker:
            continue
        owner = "" if len(said) >= _TELLING else speaker
        earlier = first.setdefault((" ".join(said), owner), ordinal)
        if earlier != ordinal:
            yield earlier, ordinal


def _near_words(quotes: Sequence[Quote], words: Sequence[Sequence[str]]) -> Iterator[Link]:
    """Yield the pairs of marked quotes whose words are nearly the same, or a part of each other."""
    runs: dict[tuple[str, ...], list[int]] = {}
    seen: dict[tuple[str, ...], None] = {}
    for ordinal, (quote, said) in enumerate(zip(quotes, words, strict=True)):
        whole = tuple(said)
        if quote.kind is QuoteKind.INDIRECT or len(said) < _TELLING or whole in seen:
            continue
        seen[whole] = None
        near = {
            other
            for start in range(len(said) - _RUN + 1)
            for other in runs.get(whole[start : start + _RUN], ())
        }
        yield from ((other, ordinal) for other in sorted(near) if _one_utterance(words[other], said))
        for start in range(len(said) - _RUN + 1):
            holders = runs.setdefault(whole[start : start + _RUN], [])
            if len(holders) < _COMMON and ordinal not in holders[-1:]:
                holders.append(ordinal)


def _one_utterance(one: Sequence[str], other: Sequence[str]) -> bool:
    short, long = sorted((one, other), key=len)
    if Indel.normalized_similarity(short, long) >= _NEAR:
        return True
    return len(short) >= _PART and f" {' '.join(short)} " in f" {' '.join(long)} "
