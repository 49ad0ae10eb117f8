"""Which quotes print one and the same thing said, across articles and years?"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial

from rapidfuzz.distance import Indel

from generator.memory import Memory
from generator.model import Quote, QuoteId, QuoteKind, ReadArticle, Utterance
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

_INITIALS = re.compile(r"\b(?:\w\.){2,}")

Link = tuple[int, int]


def utterances(reads: Iterable[ReadArticle], memory: Memory | None = None) -> tuple[Utterance, ...]:
    """Return every utterance with the quotes that print it, those of the earliest article first.

    Quotes with one key are one utterance if they are of some length or have one known speaker; quotes
    whose words are nearly the same, or a part of each other, are one too. Indirect quotes have no
    words of the speaker's own: nearly the same ones are joined only where one speaker, or one label of
    a nameless one, stands behind both.

    Args:
        reads: all articles.
        memory: where nothing that is asked here changed since the last run, its utterances hold.
    """
    memory = memory or Memory(keeps=False)
    ordered = sorted(reads, key=lambda read: date_order(read.article.value("published"), read.article.id))
    said = [memory.of("said", read.article.id, (read,), partial(_said, read)) for read in ordered]
    known = memory.last("utterance") or {}
    found = memory.equal("utterances", said, partial(_utterances, said, known))
    memory.put("utterance", {one.quotes: one for one in found})
    return found


_Said = tuple[tuple[QuoteId, str, str, str | None, str], ...]
"""Of each quote of an article: its id, key, words as they are compared, voice, and speaker's id."""


def _said(read: ReadArticle) -> _Said:
    return tuple(
        (
            quote.id,
            quote.key,
            match_key(_INITIALS.sub(_undotted, quote.words)),
            _voice(quote, read.article.text),
            quote.speaker.id if quote.speaker else "",
        )
        for quote in read.quotes
    )


def _utterances(
    reads: Sequence[_Said], known: Mapping[tuple[QuoteId, ...], Utterance]
) -> tuple[Utterance, ...]:
    """Return every utterance; one that was known stays the same object."""
    quotes = [quote for read in reads for quote in read]
    voices = [voice for _, _, _, voice, _ in quotes]
    words = [words.split() for _, _, words, _, _ in quotes]
    links = (*_same_words([speaker for *_, speaker in quotes], words), *_near_words(voices, words))
    found = (
        Utterance(quotes[members[0]][1], tuple(quotes[member][0] for member in members))
        for members in connected(len(quotes), links)
    )
    return tuple(known[one.quotes] if known.get(one.quotes) == one else one for one in found)


def _undotted(initials: re.Match[str]) -> str:
    """Write U.S. as US: house style, and no other words."""
    return initials[0].replace(".", "")


def _voice(quote: Quote, text: str) -> str | None:
    """Return who must be behind another wording of an indirect quote; "" for a marked one, None for nobody."""
    if quote.kind is not QuoteKind.INDIRECT:
        return ""
    if quote.speaker:
        return quote.speaker.id
    return match_key(quote.mention.of(text)) or None if quote.mention else None


def _same_words(speakers: Sequence[str], words: Sequence[Sequence[str]]) -> Iterator[Link]:
    """Yield each quote with the first one that has its words, and its speaker where they are few."""
    first: dict[tuple[str, str], int] = {}
    for ordinal, (speaker, said) in enumerate(zip(speakers, words, strict=True)):
        if len(said) < _TELLING and not speaker:
            continue
        owner = "" if len(said) >= _TELLING else speaker
        earlier = first.setdefault((" ".join(said), owner), ordinal)
        if earlier != ordinal:
            yield earlier, ordinal


def _near_words(voices: Sequence[str | None], words: Sequence[Sequence[str]]) -> Iterator[Link]:
    """Yield the pairs of quotes of one voice whose words are nearly the same, or a part of each other."""
    spelled = _spelled(words)
    runs: dict[tuple[str, str], list[int]] = {}
    seen: set[tuple[str, str]] = set()
    for ordinal, (voice, said) in enumerate(zip(voices, spelled, strict=True)):
        if voice is None or len(said) < _TELLING or (voice, said) in seen:
            continue
        seen.add((voice, said))
        keys = [(voice, said[start : start + _RUN]) for start in range(len(said) - _RUN + 1)]
        near = {other for key in keys for other in runs.get(key, ())}
        yield from ((other, ordinal) for other in sorted(near) if _one_utterance(spelled[other], said))
        for key in keys:
            holders = runs.setdefault(key, [])
            if len(holders) < _COMMON and ordinal not in holders[-1:]:
                holders.append(ordinal)


def _spelled(quotes: Sequence[Sequence[str]]) -> list[str]:
    """Return each quote with one character for each word, the same for the same: texts compare faster than lists.

    There are a million characters; of what is said in more different words, the rest share the last one.
    """
    characters: dict[str, str] = {}
    for said in quotes:
        for word in said:
            if word not in characters:
                characters[word] = chr(min(len(characters) + _FIRST_CHARACTER, sys.maxunicode))
    return ["".join(map(characters.__getitem__, said)) for said in quotes]


_FIRST_CHARACTER = 0xE000
"""From here on, every code point is a character: the surrogates come before."""


def _one_utterance(one: str, other: str) -> bool:
    """Tell whether two quotes, a character a word, are nearly the same or a part of each other."""
    short, long = (one, other) if len(one) <= len(other) else (other, one)
    if Indel.normalized_similarity(short, long) >= _NEAR:  # a cutoff would leave out what equals it
        return True
    return len(short) >= _PART and short in long
