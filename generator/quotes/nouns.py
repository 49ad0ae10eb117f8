"""Which nouns of reporting introduce words, and whose are they? "Her claim that …", "issued a statement: …"."""

from __future__ import annotations

import re

from generator.quotes.languages.language import Cue
from generator.quotes.reading import Reading
from generator.quotes.subjects import OWNER, RIGHT, apposed_name, ending_at, flipped, main_subject, words_of

Tokens = tuple[int, int]
"""A half-open range of tokens."""


def owner_of(reading: Reading, place: int) -> Tokens | None:
    """Return whose a noun is: "Trump's claim", "her controversial pledge", "the ministry's statement"."""
    owner = OWNER.match(reading.reverse, len(reading.tags) - place)
    if not owner:
        return None
    first, last = flipped(reading, owner.span("subject"))
    if reading.tags[first] in "dH" and reading.word(first).lower() not in _OWNERS:
        return None
    if reading.tags[place] != "z" and not all(map(_is_adjective, words_of(reading, (last, place)))):
        return None
    return first, last


_OWNERS = frozenset(("his", "her", "their", "its"))


def _is_adjective(word: str) -> bool:
    """Tell by its ending: "controversial", "repeated"; "campaign" before "claims" is a subject's noun."""
    return word.endswith(("al", "ic", "ive", "ous", "ful", "less", "ble", "ary", "ant", "ent", "ed", "ing"))


def claimant_of(reading: Reading, place: int) -> tuple[Tokens, int] | None:
    """Return who makes a claim, and where its "that" stands: "claims by his former wife, Ann Miller, that …"."""
    tags = reading.tags
    if tags[place + 1 : place + 2] != "y" or reading.word(place).lower() not in _CLAIMS:
        return None
    claimant = RIGHT.match(tags, place + 2)
    if not claimant:
        return None
    named = apposed_name(reading, claimant.span("subject"))
    that = _THAT.match(tags, named[1])
    return (named, that.end() - 1) if that else None


_CLAIMS = frozenset(
    f"{noun}{ending}"
    for noun in (
        "claim",
        "allegation",
        "accusation",
        "assertion",
        "suggestion",
        "statement",
        "charge",
        "report",
        "warning",
    )
    for ending in ("", "s")
)
_THAT = re.compile("[^.;:tvufQFMP]{0,8}t")
_ISSUING = frozenset(
    f"{stem}{ending}"
    for stem in ("issu", "releas", "publish", "post", "shar", "deliver", "circulat", "distribut", "put out")
    for ending in ("e", "es", "ed", "s", "", "ing")
) | {"put", "puts", "putting", "gave", "gives", "send", "sent", "sends", "sending", "wrote", "writes", "had"}
"""Verbs for what is done with a statement, a letter, a video."""


def issuer_of(reading: Reading, place: int) -> tuple[int, Tokens] | None:
    """Return the verb and who brings something out: "the ministry issued a statement: …"."""
    begin, _ = reading.sentence(place)
    for verb in range(place - 1, max(begin, place - 6), -1):
        if reading.word(verb).lower() in _ISSUING:
            subject = ending_at(reading, begin, verb) or main_subject(reading, begin, verb + 1)
            return (verb, subject) if subject else None
        if reading.tags[verb] not in "dlJeNobi_Giz":
            return None
    return None


_NAMING = frozenset(("title", "entitle", "name", "nickname", "christen", "caption"))


def names_a_thing(reading: Reading, place: int, last: int, cue: Cue) -> bool:
    """Tell "a speech titled “X”" and "a book called “X”" from "critics called “X” …"."""
    if not place or reading.tags[last : last + 1] not in tuple("QFMP"):
        return False
    before, head = reading.tags[place - 1], reading.word(place - 1).lower()
    if cue.lemma in _NAMING:
        return before not in "xhb"
    return before == "l" and head not in reading.language.bodies
