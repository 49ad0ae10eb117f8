"""Where does the reporter say that somebody says something, and who is it?

Each clause of reporting is a cue with its subject, found around the cue by rules over the letters of
`reading.py`.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from generator.quotes.languages.language import Cue, CueKind, Language
from generator.quotes.reading import Reading

_CUE = re.compile("[vugVzCE]")

# Left of a cue, read from right to left.
_BETWEEN = r"(?P<between>[bxn]*+(?:,[^,.;:()\nQFMPvufexVcgE]{1,12},)?(?:T[bi]*[Ev][bxn]*+)?[bxn]*+(?:[D#]{1,3}i?b*+|,?[)][^(\n]{1,6}[(])?)"
_INNER = r"(?:[NAKRrlJ#S_]|e(?=b?[dqJSNA])|v(?=b?d)|G(?=[dqJS]))"
_HEADED = rf"(?:[NRrlJ#V]{_INNER}{{0,9}}[dqH]{{0,2}}|K_?{_INNER}{{1,6}}[dq]?|z[lJeN]?[dS]|[hq])"
_NOUN_PHRASE = rf"{_HEADED}(?:b?[oiyeG]{_HEADED}){{0,4}}(?:c{_HEADED}(?=[,.\n:;QFMt]|$))?"
_LEFT = re.compile(rf"{_BETWEEN}(?P<subject>{_NOUN_PHRASE})")
_LEFT_WHO = re.compile(rf"{_BETWEEN}(?P<subject>(?:w,?|[tW])(?:{_NOUN_PHRASE}))")
_LEFT_RELATIVE = re.compile(rf"{_BETWEEN}(?P<relative>[^,.;:\nQFMPwtvu]{{1,14}}w)(?P<subject>{_NOUN_PHRASE})")

_OWNER = re.compile(r"[lJNe]{0,3}(?P<subject>S[NAKRJ_]{0,4})")

# Right of a cue, read from left to right.
_FORWARD = r"[dq]{0,2}(?:[lJRAKN#rSe_]{0,9}[NRrlJKSz#V])"
_RIGHT = re.compile(rf"b*(?P<subject>h|q(?![lNrRJ])|{_FORWARD}(?:[oi]{_FORWARD}){{0,2}})")
_BY = re.compile(rf"[^.\nv]{{0,8}}?y(?P<subject>h|{_FORWARD}(?:o{_FORWARD})?)")
_MAIN = re.compile(
    rf"(?:(?<=[,\n.:;(\-Q_cFM])|\A)[cb_s]*(?P<subject>h|q|{_FORWARD}(?:[oi]{_FORWARD}){{0,3}})"
    r"(?:[(][^)\n]{1,6}[)])?(?:,(?:w[^,.\n;]{1,25}|[^,.\n;xfevu]{1,25}),)?[bn]*[xfevVEw]"
)
_ACTS = re.compile("[xfevug]")
_SEGMENT = 3
"""Comma-set phrases between a subject and its verb that are skipped: "Smith, 62, a teacher, said"."""


class Clause(NamedTuple):
    """A cue with the tokens of its subject; `subject` is None where none was found."""

    first: int
    """First token of the cue."""
    last: int
    """Token after the cue."""
    cue: Cue
    subject: tuple[int, int] | None
    side: str
    """Where the subject stands: `left`, `right`, `shared`, `by`, `owner`, `opening`."""
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
    if cue.after:
        if last >= len(reading.tokens) or reading.word(last).lower() not in cue.after:
            return None
        last += 1
    if tag == "v" and place and reading.tags[place - 1] in "dS":
        return None
    if tag == "z":
        return _noun(reading, place, cue)
    return _verb(reading, place, last, cue, before)


def _according(reading: Reading, place: int) -> Clause | None:
    """Read "according to the ministry"."""
    last = place + 1 + (reading.tags[place + 1 : place + 2] == "T")
    subject = _RIGHT.match(reading.tags, last)
    if not subject:
        return None
    return Clause(place, last, _ACCORDING, subject.span("subject"), "according")


_ACCORDING = Cue("according to", CueKind.SAY, "C")


def _noun(reading: Reading, place: int, cue: Cue) -> Clause | None:
    """Read "Trump's claim" and "the ministry's statement": the owner speaks."""
    owner = _OWNER.match(reading.reverse, len(reading.tags) - place)
    if not owner:
        return None
    return Clause(place, place + 1, cue, _flipped(reading, owner.span("subject")), "owner")


def _flipped(reading: Reading, span: tuple[int, int]) -> tuple[int, int]:
    size = len(reading.tags)
    return size - span[1], size - span[0]


def _verb(reading: Reading, place: int, last: int, cue: Cue, before: list[Clause]) -> Clause | None:
    """Ask each way of finding a verb's subject in turn: left of it, right of it, shared with another."""
    reverse, at = reading.reverse, len(reading.tags) - place
    begin, end = reading.sentence(place)
    limit = len(reading.tags) - begin
    tag = reading.tags[place]
    if reading.language.verb_first and (follows := _RIGHT.match(reading.tags, last, end)):
        return Clause(place, last, cue, follows.span("subject"), "right")
    for pattern, side in _LEFT_RULES:
        found = pattern.match(reverse, at, limit)
        if not found:
            continue
        between = _words(reading, _flipped(reading, found.span("between")))
        if _passive(reading.language, between, tag):
            return _by(reading, place, last, cue, end)
        subject = _flipped(reading, found.span("subject"))
        if _is_adverb(reading, subject):
            break
        if tag == "g" and side == "left" and not _stands_alone(reading, begin, subject):
            break
        if not _agrees(reading, subject, (place, last), between):
            return None
        return Clause(place, last, cue, subject, side, *_mood(reading.language, between))
    return None if tag == "V" else _without_left(reading, place, last, cue, before)


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
    skipped = _BETWEEN_ONLY.match(reading.reverse, len(tags) - place, len(tags) - begin)
    if skipped and skipped.group():
        helping = _words(reading, _flipped(reading, skipped.span("between")))
    if _passive(reading.language, helping, tags[place]):
        return _by(reading, place, last, cue, end)
    before_cue = place - len(helping)
    opens = before_cue <= begin or tags[before_cue - 1] in "QFMP,"
    if tags[place] == "v" and cue.inverts and opens:
        right = _RIGHT.match(tags, last, end)
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
            return Clause(place, last, cue, right.span("subject"), "right")
    shared = _shared(reading, place, begin, end, before)
    negated, meant = _mood(reading.language, helping)
    if tags[place] == "u" and place > 1 and tags[place - 1] == "T":
        meant = reading.word(place - 2).lower() in reading.language.refusing
    return Clause(place, last, cue, shared, "shared" if shared else "none", negated, meant)


_BETWEEN_ONLY = re.compile(_BETWEEN)
_LEFT_RULES = (
    (_LEFT_WHO, "who"),
    (_LEFT_RELATIVE, "relative"),
    (_LEFT, "left"),
)


def _words(reading: Reading, span: tuple[int, int]) -> list[str]:
    return [reading.word(token).lower().replace("’", "'") for token in range(*span)]


def _stands_alone(reading: Reading, begin: int, subject: tuple[int, int]) -> bool:
    """Tell whether a noun before "saying" is its subject: "outlets alleging", not "put out a statement saying"."""
    first, final = subject
    if first <= begin:
        return True
    before = reading.tags[first - 1]
    if before == "c":
        return reading.tags[final - 1] in "rR" or reading.word(final - 1).lower() in reading.language.bodies
    return before not in "vuefiTxzo" or reading.word(first - 1).lower() in ("with", "has", "had")


def _plural(reading: Reading, first: int, final: int) -> bool:
    """Tell whether a bare verb can follow: "critics say", "Trump and Cruz say"."""
    head = reading.word(final - 1).lower()
    if reading.tags[final - 1] in "hq":
        return head not in ("he", "she", "it")
    return (
        head.endswith("s")
        or head in ("people", "women", "men", "police")
        or any(
            tag in "qc" or reading.word(place).lower().endswith("s")
            for place, tag in enumerate(reading.tags[first:final], first)
        )
    )


def _passive(language: Language, between: list[str], tag: str) -> bool:
    """Tell "was called" and "is said to" from "said"."""
    return tag == "v" and any(word in language.be for word in between)


def _by(reading: Reading, place: int, last: int, cue: Cue, end: int) -> Clause:
    """Read "was called “X” by critics"."""
    found = _BY.match(reading.tags, last, end)
    return Clause(place, last, cue, found.span("subject") if found else None, "by")


def _mood(language: Language, between: list[str]) -> tuple[bool, bool]:
    """Tell whether the saying is denied, and whether it is only supposed."""
    negated = any(word in language.negations or word.endswith("n't") for word in between)
    meant = any(word in language.modals for word in between)
    return negated, meant


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
        if not tags[begin:place].strip("_bis"):
            comma = tags.find(",", place, end)
            return main_subject(reading, comma + 1, end) if comma >= 0 else None
    elif appositive := _across_commas(reading, place, begin):
        return appositive
    for clause in reversed(before):
        if clause.first < begin:
            break
        if clause.subject and clause.side in _SHARING:
            return clause.subject
    return main_subject(reading, begin, place)


_SHARING = frozenset(("left", "shared", "right", "who", "relative"))


def main_subject(reading: Reading, begin: int, end: int) -> tuple[int, int] | None:
    """Return the first noun phrase of tokens [begin, end) that a finite verb follows."""
    found = _MAIN.search(reading.tags, begin, end)
    if found is None and (opening := _OPENING.match(reading.tags, begin, end)):
        found = opening
    return found.span("subject") if found else None


_OPENING = re.compile(rf"[cb_s]*(?P<subject>h|q|{_FORWARD}(?:[oi]{_FORWARD}){{0,3}})[bn]*[xfevVEw]")


def _across_commas(reading: Reading, place: int, begin: int) -> tuple[int, int] | None:
    """Return the subject before phrases set off by commas: "Smith, 62, a teacher, said"."""
    tags = reading.tags
    cut = place
    while cut > begin and tags[cut - 1] in "bxn":
        cut -= 1
    if cut <= begin or tags[cut - 1] not in ",-)":
        return None
    segments = _segments(tags, begin, cut - 1)
    for first, last in segments:
        if first >= last or tags[first] in "wWGegi#eysCbQFMPTth" or not _names_somebody(tags[first:last]):
            continue
        subject = _ending_at(reading, begin, last)
        if not subject or _ACTS.search(tags, first, subject[0]):
            continue
        if tags[subject[1] - 1] == "N" or (first, last) == segments[-1]:
            return subject
    for first, last in reversed(segments[1:]):
        if first < last and tags[first] not in "isGeCWb":
            subject = _ending_at(reading, begin, last)
            if subject and not _ACTS.search(tags, first, subject[0]):
                return subject
    return None


def _segments(tags: str, begin: int, right: int) -> list[tuple[int, int]]:
    """Return the stretches between commas to the left of `right`, the nearest first."""
    found = []
    for _ in range(_SEGMENT):
        left = max(begin - 1, *(tags.rfind(mark, begin, right) for mark in ",-("))
        found.append((left + 1, right))
        if left < begin:
            break
        right = left
    return found


def _ending_at(reading: Reading, begin: int, last: int) -> tuple[int, int] | None:
    """Return the noun phrase that ends before token `last`."""
    size = len(reading.tags)
    found = _LEFT.match(reading.reverse, size - last, size - begin)
    return _flipped(reading, found.span("subject")) if found else None


def _names_somebody(tags: str) -> bool:
    return any(tag in tags for tag in "NrRJAhl")
