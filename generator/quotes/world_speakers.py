"""Which clause does a quotation belong to, in languages other than English? Ordered named rules again."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from generator.quotes.clauses import Clause
from generator.quotes.contexts import Attribution, RuleName
from generator.quotes.reading import Reading
from generator.quotes.world_phrases import opening_subject

DROPPED: Final = "subject dropped"
_BETWEEN = ",_-"


_LONGEST_REACH = 400
"""Tokens that it looks back over at most."""
_REACH = 4
"""Sentences that a verb without subject looks back over."""


def attributions_of(reading: Reading, found: tuple[Clause, ...]) -> dict[int, Attribution | None]:
    """Return quotation token -> who says it; verbs without subject must have been given one before."""
    firsts = [clause.first for clause in found]
    result: dict[int, Attribution | None] = {}
    last: tuple[int, Attribution] | None = None
    for token in reading.quotes:
        begin, end = reading.sentence(token)
        answer = _answer(reading, found, firsts, (begin, token, end), last)
        result[token] = answer
        last = (token, answer) if answer else last
    return result


def with_dropped(reading: Reading, found: tuple[Clause, ...]) -> tuple[Clause, ...]:
    """Give a verb without subject that of its sentence, else of the sentence before that has one."""
    result: list[Clause] = []
    for clause in found:
        subject = clause.subject
        if clause.side == "dropped":
            subject = _subject_before(reading, result, clause.first)
        result.append(clause._replace(subject=subject))
    return tuple(result)


def _subject_before(reading: Reading, earlier: Sequence[Clause], token: int) -> tuple[int, int] | None:
    """Return who speaks or acts last before a verb that leaves its subject out."""
    ends = reading.ends
    place = bisect_left(ends, token)
    paragraphs = 0
    behind = len(earlier)
    for step in range(_REACH):
        at = place - step
        begin = max(ends[at - 1] + 1 if at > 0 else 0, token - _LONGEST_REACH)
        end = min(ends[at], token) if at < len(ends) else token
        while behind and earlier[behind - 1].first >= begin:
            behind -= 1
            if earlier[behind].subject:
                return earlier[behind].subject
        if subject := opening_subject(reading, begin, end):
            return subject
        paragraphs += begin > 0 and reading.tags[begin - 1] == "\n"
        if at <= 0 or paragraphs > 1:
            return None
    return None


def _answer(
    reading: Reading,
    found: tuple[Clause, ...],
    firsts: list[int],
    place: tuple[int, int, int],
    last: tuple[int, Attribution] | None,
) -> Attribution | None:
    begin, token, end = place
    inside = found[bisect_left(firsts, begin) : bisect_left(firsts, end)]
    introduced = token > begin and reading.tags[token - 1] == ":"
    opening = opening_subject(reading, begin, token) if introduced else None
    ways: tuple[tuple[RuleName, Clause | None], ...] = (
        ("after", _after(reading, inside, token)),
        ("before", _before(inside, token)),
        ("later", None if opening else _later(reading, inside, token)),
    )
    for name, clause in ways:
        if clause:
            rule: RuleName = DROPPED if clause.side == "dropped" and name != "later" else name
            return Attribution(clause.subject, clause, rule) if clause.subject else None
    if opening:
        return Attribution(opening, None, "colon before")
    if clause := _in_subjunctive(reading, found, firsts, (begin, end)):
        return Attribution(clause.subject, clause, "subjunctive")
    if (clause := _colon_before(reading, found, firsts, begin, token)) and clause.subject:
        return Attribution(clause.subject, clause, "colon before")
    return _continued(reading, begin, token, last)


def _in_subjunctive(
    reading: Reading, found: tuple[Clause, ...], firsts: list[int], sentence: tuple[int, int]
) -> Clause | None:
    """Read German reported speech that goes on without a verb of saying: "Es sei Zeit „für einen Neuanfang“."."""
    begin, end = sentence
    forms = reading.language.subjunctive
    if not forms or not any(reading.word(token).lower() in forms for token in range(begin, end)):
        return None
    floor = reading.tags.rfind("\n", 0, begin) + 1
    earlier = found[bisect_left(firsts, floor) : bisect_left(firsts, begin)]
    return next((clause for clause in reversed(earlier) if clause.subject), None)


def _start(clause: Clause, token: int) -> int:
    """Return where a clause after a quotation starts: at its subject where that stands after it too."""
    if clause.subject and clause.side in ("left", "who") and clause.subject[0] > token:
        return min(clause.first, clause.subject[0])
    return clause.first


def _after(reading: Reading, inside: tuple[Clause, ...], token: int) -> Clause | None:
    clause = next((clause for clause in inside if clause.first > token), None)
    if clause is None or (
        reading.tags[token] == "P" and reading.tags[token + 1 : token + 2] in ("c", "t", "i")
    ):
        return None
    gap = reading.tags[token + 1 : _start(clause, token)]
    if reading.language.verb_last:
        gap = gap.replace(";di", "")  # "؛ این را"
    return clause if not gap.strip(_BETWEEN + "xbnHhsoTc") and gap.count(",") <= 1 else None


def _before(inside: tuple[Clause, ...], token: int) -> Clause | None:
    """Return the last clause before a quotation; where another quotation ends between them, the same goes on."""
    earlier = [clause for clause in inside if clause.last <= token]
    return earlier[-1] if earlier else None


def _later(reading: Reading, inside: tuple[Clause, ...], token: int) -> Clause | None:
    """Return the clause that closes the sentence: "Das Publikum sei „neugierig“, sagt Brandt"."""
    for clause in reversed(inside):
        start = _start(clause, token)
        if start > token + 1 and reading.tags[start - 1] == "," and clause.subject:
            return clause
        if clause.side == "according" and clause.first > token:
            return clause
    return None


def _colon_before(
    reading: Reading, found: tuple[Clause, ...], firsts: list[int], begin: int, token: int
) -> Clause | None:
    tags = reading.tags
    before = begin - 2
    if token != begin or before < 0 or tags[begin - 1] != "\n" or tags[before] != ":":
        return None
    first, last = reading.sentence(before)
    inside = found[bisect_left(firsts, first) : bisect_left(firsts, last)]
    return next((clause for clause in reversed(inside) if clause.subject), None)


def _continued(
    reading: Reading, begin: int, token: int, last: tuple[int, Attribution] | None
) -> Attribution | None:
    """Take a quotation that follows another one, in the same paragraph, for the same speaker's."""
    if last is None or not last[1].subject:
        return None
    between = reading.tags[last[0] + 1 : token]
    if "\n" in between:
        return None
    sentences = bisect_left(reading.ends, token) - bisect_left(reading.ends, reading.sentence(last[0])[1] - 1)
    side_by_side = not between.strip(_BETWEEN)
    if side_by_side or (begin == token and sentences <= 1):
        return Attribution(last[1].subject, last[1].clause, "continued")
    return None
