"""Whose are words that two versions of a story give to two people, where a text names nobody beside them?

A pronoun or a role that was led back to somebody gives way: a wrong name is worse than none. Where two
versions print two names, both stand, and a signal tells of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.model import BY_A_PERSON, Quote, QuoteId, ReadArticle
from generator.text import match_key

_LEAST = 4
"""Words from which the same words are one thing said."""


def without_contradicted(story: Sequence[ReadArticle]) -> tuple[ReadArticle, ...]:
    """Return a story's articles without the speakers whom no text names and another version contradicts."""
    if len(story) == 1:
        return tuple(story)
    same: dict[str, list[tuple[Quote, bool]]] = {}
    for read in story:
        for quote in read.quotes:
            if quote.speaker and quote.speaker.kind == "person":
                key = match_key(quote.words)
                same.setdefault(key, []).append((quote, _is_named(quote, read.article.text)))
    lost = {id_ for key, group in same.items() if key.count(" ") >= _LEAST - 1 for id_ in _unnamed(group)}
    if not lost:
        return tuple(story)
    return tuple(
        replace(read, quotes=tuple(_without(quote, lost) for quote in read.quotes)) for read in story
    )


def _unnamed(group: Sequence[tuple[Quote, bool]]) -> frozenset[QuoteId]:
    """Return the quotes of one wording that have a speaker by a pronoun or a role alone, where there are two."""
    if len({quote.speaker.id for quote, _ in group if quote.speaker}) == 1:
        return frozenset()
    return frozenset(quote.id for quote, named in group if not named)


def _without(quote: Quote, lost: set[QuoteId]) -> Quote:
    return replace(quote, speaker=None) if quote.id in lost else quote


def _is_named(quote: Quote, text: str) -> bool:
    """Tell whether a name stands beside the words, or a person named the speaker."""
    if quote.rule == BY_A_PERSON or quote.speaker is None or quote.mention is None:
        return quote.rule == BY_A_PERSON
    words = match_key(quote.mention.of(text)).split()
    forms = (match_key(form).split() for form in (quote.speaker.name, *quote.speaker.aliases))
    return any(form and form[-1] in words for form in forms)
