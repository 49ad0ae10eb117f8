"""Is what a clause of reporting holds said at all, or denied, refused, wished, expected, hearsay?"""

from __future__ import annotations

from generator.quotes.languages.language import Language
from generator.quotes.reading import Reading
from generator.quotes.subjects import words_of

Tokens = tuple[int, int]
"""A half-open range of tokens."""


def mood_of(reading: Reading, subject: Tokens | None, between: list[str]) -> tuple[bool, bool]:
    """Tell of a verb with a subject of its own whether the saying is denied, and whether it is only supposed."""
    language = reading.language
    negated = any(word in language.negations or word.endswith("n't") for word in between)
    meant = any(word in language.modals or word in language.supposing for word in between)
    if subject is not None:
        *_, outer, before, opening = ("", "", *words_of(reading, (max(0, subject[0] - 2), subject[0] + 1)))
        negated = negated or opening in language.nobody or before in language.nobody
        negated = negated or (before == "that" and outer in language.untruths)
        meant = meant or before in language.conditions
    meant = meant or {"would", "have"} <= set(between)
    return negated or _refused(language, between), meant or _wished(language, between)


def shared_mood_of(reading: Reading, begin: int, place: int, between: list[str]) -> tuple[bool, bool]:
    """Tell the same of a verb at token `place` that shares a subject: "refused to say", "avoided saying"."""
    negated, meant = mood_of(reading, None, between)
    language = reading.language
    first = place - len(between)
    prior = words_of(reading, (max(begin, first - 3), first))
    leading = prior[:-1] if prior and reading.tags[first - 1] == "T" else []
    if leading:
        return negated or _refused(language, leading[-1:]), meant or _wished(language, leading[-1:])
    if prior[-2:] == ["accused", "of"]:
        return negated, True
    avoided = " ".join(prior).endswith(tuple(language.avoiding)) if prior else False
    return negated or avoided, meant


def _refused(language: Language, words: list[str]) -> bool:
    return any(word in language.refusing for word in words)


def _wished(language: Language, words: list[str]) -> bool:
    return any(word in language.wishing for word in words)
