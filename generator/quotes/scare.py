"""Is a stretch in quotation marks something that was said?

Titles of works, names, slogans and words held at arm's length stand in the same marks.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from generator.quotes.contexts import Attribution
from generator.quotes.languages.language import CueKind, listed
from generator.quotes.marks import Marked
from generator.quotes.nouns import names_a_thing
from generator.quotes.reading import Reading

_SHORT = 3
_WORD = re.compile(r"\w+(?:['’]\w+)*")
_SMALL = frozenset(listed("a an the of and or in on at to for with by from is as it"))


_TITLED_LEAST = 2
_AIRED = frozenset(
    listed("on host hosts show program programme series film movie book novel memoir song album")
)
"""Words before the title of a broadcast or a work: "the host on “Meet the Press”"."""
_WRITING = frozenset(listed("write memo letter email statement"))
"""Words for what somebody wrote, who gave it its title too."""
_PRESENTED_BY = frozenset(
    listed("host hosts co-host anchor star creator director author actor actress writer")
)
"""Nouns after the title of a show: "“Night Desk” host Ana Ruiz"."""
_SUFFIX = re.compile("['’‘]s?$")
_PARTS = frozenset(
    listed("broadcast edition episode host hosts star cast airing author screening creator season")
)
"""Words before "of" and a title: "the Sunday broadcast of “Meet the Press”"."""


def _is_title(
    reading: Reading, token: int, quote: Marked, words: list[str], answer: Attribution | None
) -> bool:
    """Tell a title of a work or show by its capitals and by the words before it."""
    large = [word for word in words if word not in _SMALL]
    if not large or not all(word[0].isupper() or word[0].isdigit() for word in large):
        return False
    if quote.inner.of(reading.text)[-1] in "!?" or token < 2:  # noqa: PLR2004 - two words before it
        return False
    before = reading.word(token - 1)
    if len(words) < _TITLED_LEAST:
        owner = _SUFFIX.sub("", before)
        aired = (owner.isupper() and len(owner) > 1) or owner.lower() in reading.language.bodies
        return reading.tags[token - 1] == "S" and aired  # "HBO's “Nightwatch”"
    following = reading.word(token + 1).lower() if token + 1 < len(reading.tokens) else ""
    if reading.tags[token] == "P" and following in _PRESENTED_BY:
        return True
    cue = reading.language.cues.get(before.lower())
    if cue and cue.kind is CueKind.CALL and names_a_thing(reading, token - 1, token, cue):
        return answer is None or answer.clause is None or answer.clause.cue.lemma not in _WRITING
    owned = reading.tags[token - 1] == "S" or (before.isupper() and len(before) > 1)
    part = before == "of" and reading.word(token - 2).lower() in _PARTS
    return owned or part or before.lower() in _AIRED


_STYLE_LEAST = 2


def quotes_in_single_marks(reading: Reading, answers: Mapping[int, Attribution | None]) -> bool:
    """Tell whether single marks are the house style: two quotations in them have a speaker beside them."""
    spoken = 0
    for token, quote in reading.quotes.items():
        answer = answers[token]
        if quote.single and answer and answer.rule in ("before", "after"):
            spoken += len(_WORD.findall(quote.inner.of(reading.text))) > _SHORT
    return spoken >= _STYLE_LEAST


def is_quotation(reading: Reading, token: int, quote: Marked, answer: Attribution | None) -> bool:
    """Decide by marks, length, capitals and what the reporter says about it."""
    words = _WORD.findall(quote.inner.of(reading.text))
    if _is_named(reading, token, words):
        return False
    spoken = answer is not None and answer.rule != "loose"
    guillemet = reading.text[quote.outer.start] in "‚‹" and not spoken
    if (
        quote.single
        and not guillemet
        and not (spoken and answer and answer.rule in ("before", "after") and len(words) > _SHORT)
    ):
        return False
    if _is_title(reading, token, quote, words, answer):
        return False
    if not spoken:
        return quote.continues or (len(words) > _SHORT and not _has_title_capitals(reading, quote, words))
    return True


def _has_title_capitals(reading: Reading, quote: Marked, words: list[str]) -> bool:
    """Tell by its capitals a title or a slogan that nobody is said to speak: "a cap with “Make Harbors Great Again”"."""
    large = [word for word in words if word.lower() not in _SMALL]
    styled = len(large) > 1 and all(word[0].isupper() for word in large)
    return styled and not all(map(str.isupper, large)) and quote.inner.of(reading.text)[-1] not in ".!?…"


def _is_named(reading: Reading, token: int, words: list[str]) -> bool:
    """Tell whether the noun before the marks says that they hold a title, a name or a slogan."""
    language = reading.language
    before = reading.word(token - 1).lower() if token else ""
    if before in language.slogans:
        return True
    if token > 1 and reading.tags[token - 1] in "NlJ" and reading.word(token - 2).lower() in language.slogans:
        return True
    name_like = len(words) <= _SHORT and all(word[0].isupper() for word in words)
    return language.code != "en" and name_like and token > 0 and reading.tags[token - 1] == "d"
