"""Where does the reporter say that somebody says something, and who is it?

Each clause of reporting is a cue with its subject, found around the cue by rules over the letters of
`reading.py`.
"""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from generator.quotes.languages.language import Cue, CueKind, listed
from generator.quotes.moods import mood_of, shared_mood_of
from generator.quotes.nouns import claimant_of, issuer_of, names_a_thing, owner_of
from generator.quotes.reading import Reading
from generator.quotes.subjects import (
    BETWEEN_ONLY,
    BY,
    LEFT,
    LEFT_RELATIVE,
    LEFT_WHO,
    RIGHT,
    across_commas,
    apposed_name,
    aside,
    coordinate_subject,
    ending_at,
    flipped,
    main_subject,
    without_antecedent,
    words_of,
)

_CUE = re.compile("[vugVzCE]")


Side = Literal[
    "left", "right", "shared", "none", "by", "owner", "according", "who", "relative", "dropped"
]  # fmt: skip
"""Where a subject stands, seen from its cue; `none` and `by` may lack one, `dropped` takes that of the words before."""


class Clause(NamedTuple):
    """A cue with the tokens of its subject; `subject` is None where none was found."""

    first: int
    """First token of the cue."""
    last: int
    """Token after the cue."""
    cue: Cue
    subject: tuple[int, int] | None
    side: Side
    negated: bool = False
    """True for "did not say"."""
    meant: bool = False
    """True where the words are only wished or supposed: "wants to say"."""


def clauses(reading: Reading) -> tuple[Clause, ...]:
    """Return the clauses of reporting in text order."""
    found: list[Clause] = []
    for match in _CUE.finditer(reading.tags):
        clause = _clause(reading, match.start(), found)
        if clause:
            found.append(clause)
    return tuple(found)


def _clause(reading: Reading, place: int, before: list[Clause]) -> Clause | None:
    tag = reading.tags[place]
    if tag == "C":
        return _according(reading, place)
    cue = reading.language.cues.get(reading.word(place).lower())
    if cue is None:
        return None
    last = place + 1
    if cue.lemma in _GOING_ON and reading.tags[last : last + 1] == "T":
        return None
    if cue.after:
        if last >= len(reading.tokens) or reading.word(last).lower() not in cue.after:
            return None
        last += 1
    if tag == "v" and _is_participle(reading, place, last, cue):
        return None
    noun = _noun(reading, place, cue) if tag in "zVg" else None
    return noun if noun or tag == "z" else _verb(reading, place, last, cue, before)


def _is_participle(reading: Reading, place: int, last: int, cue: Cue) -> bool:
    """Tell "the said man" and "a speech titled “X”" from a verb with a subject."""
    if place and reading.tags[place - 1] in "dS":
        return True
    return cue.kind is CueKind.CALL and names_a_thing(reading, place, last, cue)


def _noun(reading: Reading, place: int, cue: Cue) -> Clause | None:
    """Read "Trump's claim that" and "the ministry issued a statement:"."""
    said = cue if cue.kind in (CueKind.NOUN, CueKind.DENY, CueKind.DOUBT) else _CLAIMED
    thought = cue.kind is CueKind.THINK and reading.tags[place + 1 : place + 2] != "t"
    if not thought and (owner := owner_of(reading, place)):
        return Clause(place, place + 1, said, owner, "owner")
    if claimed := claimant_of(reading, place):
        return Clause(place, claimed[1], said, claimed[0], "owner")
    if reading.tags[place] != "z" or not (issued := issuer_of(reading, place)):
        return None
    verb, subject = issued
    return Clause(verb, place + 1, said, subject, "left")


_CLAIMED = Cue("claim", CueKind.NOUN, "z")
_GOING_ON = frozenset(("continue", "begin", "offer", "agree", "volunteer"))
"""Verbs that report nothing before an infinitive: "continued to grow"."""


def _according(reading: Reading, place: int) -> Clause | None:
    """Read "according to the ministry"."""
    last = place + 1 + (reading.tags[place + 1 : place + 2] == "T")
    subject = RIGHT.match(reading.tags, last)
    if not subject:
        return None
    return Clause(place, last, _ACCORDING, apposed_name(reading, subject.span("subject")), "according")


_ACCORDING = Cue("according to", CueKind.SAY, "C")


def _verb(reading: Reading, place: int, last: int, cue: Cue, before: list[Clause]) -> Clause | None:
    """Ask each way of finding a verb's subject in turn: left of it, right of it, shared with another."""
    reverse, at = reading.reverse, len(reading.tags) - place
    begin, end = reading.sentence(place)
    limit = len(reading.tags) - begin
    tag = reading.tags[place]
    if reading.language.verb_first and (follows := RIGHT.match(reading.tags, last, end)):
        return Clause(place, last, cue, follows.span("subject"), "right")
    for pattern, side in _LEFT_RULES:
        found = pattern.match(reverse, at, limit)
        if not found:
            continue
        between = words_of(reading, flipped(reading, found.span("between")))
        if _passive(reading, between, last, cue):
            return _by(reading, place, last, cue, end)
        subject = flipped(reading, found.span("subject"))
        if side == "relative" and _is_object(reading, subject[1], place - len(between)):
            continue
        if side == "left":
            subject = without_antecedent(reading, _all_of(reading, begin, subject))
        unheard = tag == "g" and side == "left" and not _stands_alone(reading, begin, subject)
        if unheard or _is_adverb(reading, subject):
            break
        if not _agrees(reading, subject, (place, last), between):
            return None
        if side == "left":
            subject = apposed_name(reading, subject)
        return Clause(place, last, cue, subject, side, *mood_of(reading, subject, between))
    return None if tag == "V" else _without_left(reading, place, last, cue, before)


def _is_object(reading: Reading, pronoun: int, end: int) -> bool:
    """Tell whether a noun is what the clause's own subject speaks of: "the man whom Miller says she saw"."""
    if reading.word(pronoun).lower() != "whom":
        return False
    return not any(tag in "xfev" for tag in reading.tags[pronoun + 1 : end])


def _all_of(reading: Reading, begin: int, subject: tuple[int, int]) -> tuple[int, int]:
    """Return the noun phrase that a lone "both" or "all" belongs to: "Bolton and Gorka both said"."""
    first, last = subject
    lone = last - first == 1 and reading.word(first) in ("both", "all", "each")
    if lone and first > begin and reading.tags[first - 1] in "NrRls":
        return ending_at(reading, begin, first) or subject
    return subject


def _is_adverb(reading: Reading, subject: tuple[int, int]) -> bool:
    """Tell whether a lone small word before the verb is no noun: "at last described"."""
    first, final = subject
    word = reading.word(first)
    return reading.language.code == "en" and final - first == 1 and word in ("last", "long", "first", "next")


def _agrees(reading: Reading, subject: tuple[int, int], cue: tuple[int, int], between: list[str]) -> bool:
    """Tell whether subject and verb can belong together: "critics say" can, "the report" is no verb."""
    tag = reading.tags[cue[0]]
    if tag == "V":
        return _is_verb(reading, subject, cue[1], between)
    return tag != "u" or bool(between) or _plural(reading, *subject)


def _without_left(reading: Reading, place: int, last: int, cue: Cue, before: list[Clause]) -> Clause:
    """Find the subject of a verb that has none right before it."""
    tags = reading.tags
    begin, end = reading.sentence(place)
    helping: list[str] = []
    skipped = BETWEEN_ONLY.match(reading.reverse, len(tags) - place, len(tags) - begin)
    if skipped and skipped.group():
        helping = words_of(reading, flipped(reading, skipped.span("between")))
    if _passive(reading, helping, last, cue):
        return _by(reading, place, last, cue, end)
    before_cue = place - len(helping)
    opens = before_cue <= begin or tags[before_cue - 1] in "QFMP,"
    opens = opens and not _ends_relative(tags, begin, before_cue)
    if tags[place] == "v" and cue.inverts and opens:
        right = RIGHT.match(tags, last, end)
        following = tags[right.end() : right.end() + 1] if right else ""
        states = tags[before_cue - 1] == "," and following not in (
            "",
            ",",
            ".",
            "\n",
            "(",
            "-",
            "i",
            "D",
            "w",
        )
        if right and tags[last] != "i" and not states:
            return Clause(place, last, cue, apposed_name(reading, right.span("subject")), "right")
    if tags[place] == "u" and (caused := _caused(reading, place, begin)):
        return Clause(place, last, cue, caused, "left")
    shared = _shared(reading, place, begin, end, before)
    mood = shared_mood_of(reading, begin, place, helping)
    return Clause(place, last, cue, shared, "shared" if shared else "none", *mood)


def _ends_relative(tags: str, begin: int, place: int) -> bool:
    """Tell whether a relative clause ends right before a token: "Bell, who appears in it, posted a video"."""
    if tags[place - 1 : place] != ",":
        return False
    comma = tags.rfind(",", begin, place - 1)
    return comma > begin and tags[comma + 1 : comma + 2] == "w"


_CAUSES = frozenset(
    listed("leading led leads prompting prompted prompts causing caused spurring spurred inspiring inspired")
)


def _caused(reading: Reading, place: int, begin: int) -> tuple[int, int] | None:
    """Return who is made to speak: "prompting the mayor to reply", "only for Trump to tweet"."""
    if reading.tags[place - 1 : place] != "T":
        return None
    subject = ending_at(reading, begin, place - 1)
    if subject is None or subject[0] <= begin + 1:
        return None
    before = words_of(reading, (subject[0] - 2, subject[0]))
    return subject if before[1] in _CAUSES or before == ["only", "for"] else None


_LEFT_RULES: tuple[tuple[re.Pattern[str], Side], ...] = (
    (LEFT_WHO, "who"),
    (LEFT_RELATIVE, "relative"),
    (LEFT, "left"),
)


def _stands_alone(reading: Reading, begin: int, subject: tuple[int, int]) -> bool:
    """Tell whether a noun before "saying" is its subject: "outlets alleging", not "put out a statement saying"."""
    first, final = subject
    if first <= begin:
        return True
    before, word = reading.tags[first - 1], reading.word(first - 1).lower()
    if reading.word(final - 1).lower() in _SIGNS:
        return True
    if before == "c":
        return reading.tags[final - 1] in "rR" or reading.word(final - 1).lower() in reading.language.bodies
    if before == "o":
        return first > begin + 1 and reading.word(first - 2).lower() in _RECORDINGS
    return before not in "vuefkiTxzolbgG" or word in ("with", "has", "had")


_SIGNS = frozenset(
    listed(
        "sign signs banner banners poster posters placard placards shirt shirts t-shirt t-shirts sticker stickers"
    )
)
"""Things that bear words of their own."""
_RECORDINGS = frozenset(listed("footage video clip recording tape audio image images coverage clips videos"))


def _plural(reading: Reading, first: int, final: int) -> bool:
    """Tell whether a bare verb can follow: "critics say", "Trump and Cruz say"."""
    head = reading.word(final - 1).lower()
    if reading.tags[final - 1] in "hq#":
        return head not in ("he", "she", "it")
    return (
        head.endswith("s")
        or head in ("people", "women", "men", "police", "half", "third", "quarter", "majority")
        or any(
            tag in "qc" or reading.word(place).lower().endswith("s")
            for place, tag in enumerate(reading.tags[first:final], first)
        )
    )


def _passive(reading: Reading, between: list[str], last: int, cue: Cue) -> bool:
    """Tell "was called", "is said to" and "an advert described by critics as" from "said"; `last` is after the cue."""
    if cue.tag != "v":
        return False
    named_by = cue.kind is CueKind.CALL and reading.tags[last : last + 1] == "y"
    return named_by or any(word in reading.language.be for word in between)


def _by(reading: Reading, place: int, last: int, cue: Cue, end: int) -> Clause:
    """Read "was called “X” by critics"."""
    found = BY.match(reading.tags, last, end)
    return Clause(place, last, cue, found.span("subject") if found else None, "by")


def _is_verb(reading: Reading, subject: tuple[int, int], last: int, between: list[str]) -> bool:
    """Decide on a word that is noun or verb, such as "claims" or "reports"."""
    follows = reading.tags[last : last + 1]
    first, final = subject
    head = reading.tags[final - 1]
    if head in "SJ#K":
        return False
    if first and reading.tags[first - 1] in "QM" and follows in ("", ".", ",", "i", "D", "b", "\n"):
        return True
    helped = bool(between) and not all(word.endswith("ly") for word in between)
    if helped or head == "h" or follows in ("t", "W") or (follows and follows in "QFMP:"):
        return True
    if follows and follows in "io.,;)\nxfyvelr":
        return False
    return head == "N" or (head in "rR" and reading.tags[first] == "d")


def _shared(
    reading: Reading, place: int, begin: int, end: int, before: list[Clause]
) -> tuple[int, int] | None:
    """Return the subject that the verb shares with an earlier one, or the sentence's own."""
    tags = reading.tags
    if tags[place] == "g":
        if not tags[begin:place].strip("_biso"):
            comma = _COMMA.search(tags, place, end)
            return main_subject(reading, comma.end(), end) if comma else None
    elif appositive := across_commas(reading, place, begin):
        return appositive
    for number, clause in enumerate(reversed(before), 2):
        if clause.first < begin:
            break
        outer = before[-number] if number <= len(before) else None
        if outer and _adds_to(tags, place, outer, clause):
            continue  # in "Sheikh said he expected more, adding …" it is Sheikh who adds
        if clause.subject and clause.side in _SHARING and not aside(tags, clause.first, place):
            return coordinate_subject(reading, clause.last, place) or clause.subject
    own = coordinate_subject(reading, begin, place) or main_subject(reading, begin, place)
    return apposed_name(reading, own) if own else None


def _adds_to(tags: str, place: int, outer: Clause, inner: Clause) -> bool:
    """Tell whether a verb without a subject goes on with the outer of two nested clauses."""
    if not outer.subject or inner.subject is None or tags[outer.last - 1] == "C":
        return False
    start = inner.subject[0]
    if outer.last == start and tags[start] == "h":
        return True
    nested = outer.last == start or (outer.last == start - 1 and tags[outer.last] == "t")
    return nested and tags[place - 1 : place + 1] == ",g" and outer.cue.kind in (CueKind.SAY, CueKind.TELL)


_COMMA = re.compile("[,Q]")
_SHARING = frozenset(("left", "shared", "right", "who", "relative"))
