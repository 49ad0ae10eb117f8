"""What does an article report without quotation marks?

The content of a clause of reporting: after the cue ("said that …"), before it ("…, he said"), or on
both sides of it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice, takewhile
from typing import NamedTuple

from generator.quotes.clauses import Clause
from generator.quotes.languages.language import CueKind
from generator.quotes.reading import Reading

Tokens = tuple[int, int]
"""A half-open range of tokens."""

_REPORTING = frozenset((CueKind.SAY, CueKind.TELL, CueKind.ASK, CueKind.DENY, CueKind.DOUBT))
_TRAILING = frozenset((CueKind.SAY, CueKind.TELL))
_VERB = re.compile("[xfevVEugk]|T[ul]")
_THAT = re.compile(
    r"b*(?:[HN]|[dqS]?[NAKRrlJ_S#]{1,8})?(?:,?[lbiDy#o][^,.tWvufQFMP:;]{0,10},?)?t(?=[^QFMPxfevV,.])"
)
_TIME = re.compile(r"[bD]*+")
_LISTENER = re.compile(
    r"b*(?:H|[dqS]{0,2}[NAKRrlJ_S#]{1,6}(?:[io][dqS]?[NAKRrlJ_#]{1,4})?)[bD]*(?:iD)?(?=[hdqNRAJSt])"
)
# "there is": an adverb and a verb make a clause too.
_STARTS_CLAUSE = re.compile(r"[cb_]*(?:[dqhNAKRrlJSn#sQPtzV]|(?<=b)[xfeu])")
_THING = "dqNJRrlAStWeGhHg#SzV"
_QUOTE_FOLLOWS = re.compile("[,:]?[QFMP]")
_GOES_ON = re.compile(r",(?!b?[gG])[^wsQFMP]{3}")
_NEAR = 24
"""Clauses to either side that are looked at."""
_LEAST_TOKENS = 3
_LEAST_OWN = 4
"""Words outside marks that a denied thing has, if it is more than the quotation in it."""
_LONG = 9
"""Words from which on a denied thing says more than "these reports"."""
_POINTS = re.compile(
    r"\b(?:this|that|these|those|such) (?:\w+ )?(?:regard|(?:claim|report|rumor|charge|allegation|idea|accusation)s?)\b"
    r"|^(?:the|all) (?:\w+ )?(?:claim|report|rumor|charge|allegation|idea|accusation)s?$"
)
"""Words that only point back to what was said before."""


class Report(NamedTuple):
    """Words reported without marks."""

    parts: tuple[Tokens, ...]
    """Token ranges of the content."""
    clause: Clause


def reported(reading: Reading, found: tuple[Clause, ...]) -> tuple[Report, ...]:
    """Return the reported contents in the order of their cues."""
    reports = []
    for number, clause in enumerate(found):
        if _reports(reading, clause):
            parts = _content(reading, found, number)
            if parts:
                reports.append(Report(parts, clause))
    return tuple(reports)


def _reports(reading: Reading, clause: Clause) -> bool:
    """Tell whether the clause says that somebody says something, not that he wished to or did not."""
    wished = clause.meant and reading.tags[clause.first - 1] == "T"
    unsaid = clause.negated and clause.cue.kind is not CueKind.DENY
    return (
        clause.cue.kind in _REPORTING
        and clause.side != "by"
        and clause.subject is not None
        and not wished
        and not unsaid
    )


def _content(reading: Reading, found: tuple[Clause, ...], number: int) -> tuple[Tokens, ...]:
    clause = found[number]
    begin, end = reading.sentence(clause.first)
    while end > begin and reading.tags[end - 1] in "_\n.":
        end -= 1
    if clause.side == "according":
        return _around_according(reading, clause, begin, end)
    following = list(
        takewhile(lambda other: other.first < end, islice(found, number + 1, number + 1 + _NEAR))
    )
    start = _start_after(reading, clause, end)
    if start is not None:
        stop = _stop(reading, following, start, end)
        return ((start, stop),) if _worth(reading, start, stop, clause) else ()
    if any(
        other.subject == clause.subject
        for other in found[max(0, number - _NEAR) : number]
        if other.first >= begin
    ):
        return ()
    return _before_cue(reading, clause, following, (begin, end))


def _worth(reading: Reading, start: int, stop: int, clause: Clause) -> bool:
    """Tell whether a stretch has words of its own, and a verb where a clause is asked for."""
    tags = reading.tags[start:stop]
    words = sum(tag not in ",.;:-_()\n" for tag in tags)
    own = sum(tag not in "QFMP,._" for tag in tags)
    if not own or tags[0] in "QFM":
        return False
    if clause.cue.kind is CueKind.DENY:
        if own < _LEAST_OWN and own < len(tags.strip("._,")):
            return False
        return words >= _LONG or (words > 1 and not _POINTS.search("".join(reading.tokens[start:stop])))
    if words < _LEAST_TOKENS:
        return False
    return clause.cue.kind is CueKind.ASK or _VERB.search(tags) is not None


def _start_after(reading: Reading, clause: Clause, end: int) -> int | None:
    """Return the token where content after the cue begins."""
    tags = reading.tags
    place = clause.subject[1] if clause.side == "right" and clause.subject else clause.last
    if place >= end:
        return None
    that = _THAT.match(tags, place, end)
    if that and clause.cue.kind not in (CueKind.DENY, CueKind.DOUBT):
        return that.end()
    place = _after(_TIME, tags, place, end)
    if place >= end:
        return None
    if tags[place] in "xfeu" and tags[place - 1] == "b":
        place -= 1  # the adverb belongs to the clause: "there are no talks"
    return _bare_start(tags, clause.cue.kind, place, end)


def _bare_start(tags: str, kind: CueKind, place: int, end: int) -> int | None:
    """Return where content without "that" begins: after the listener of a verb that has one."""
    if kind in (CueKind.DENY, CueKind.DOUBT):
        place += tags[place] == "t"
        return place if place < end and tags[place] in _THING else None
    if tags[place] == "W":
        return place
    if kind is CueKind.ASK:
        return place if tags[place] in "dqNJRrlASH" and "T" in tags[place : place + 9] else None
    if kind is CueKind.TELL:
        listened = _after(_LISTENER, tags, place, end)
        if listened == place:
            return None
        place = listened
    starts = _STARTS_CLAUSE.match(tags, place, end) and _VERB.search(tags, place, end)
    return place if starts else None


def _after(pattern: re.Pattern[str], tags: str, place: int, end: int) -> int:
    """Return the token after what the pattern matches here; the same token where it doesn't."""
    found = pattern.match(tags, place, end)
    return found.end() if found else place


def _stop(reading: Reading, following: Sequence[Clause], start: int, end: int) -> int:
    """Return the token where content after the cue ends."""
    stop = end
    for later in following:
        if later.first >= end:
            break
        cut = _cut_by(reading, later, start) if later.first > start else None
        if cut is not None:
            stop = cut
            break
    while stop > start and reading.tags[stop - 1] in ",cb_-;:(":
        stop -= 1
    return stop


def _cut_by(reading: Reading, later: Clause, start: int) -> int | None:
    """Return where a later clause of the sentence ends the content, None where it is part of it."""
    tags = reading.tags
    if later.cue.kind not in _REPORTING:
        return None
    cut = later.first
    if tags[cut] == "g":
        while cut > start and tags[cut - 1] in "bsi":
            cut -= 1
        ends = later.side == "shared" and (tags[cut - 1] == "," or tags[later.last : later.last + 1] == "t")
        return cut if ends else None
    if later.subject and later.subject[0] > start:
        cut = min(cut, later.subject[0])
    if later.side == "according":
        return cut
    if tags[cut - 1] not in ",c" or not later.subject:
        return None
    after_comma = tags[cut - 1] == "," or tags[cut - 2] == ","
    return cut if (tags[cut - 1] == "c" if later.side == "shared" else after_comma) else None


def _before_cue(
    reading: Reading, clause: Clause, following: Sequence[Clause], sentence: Tokens
) -> tuple[Tokens, ...]:
    """Return content that stands before the cue, or on both sides: "…, he said, …"."""
    tags = reading.tags
    begin, end = sentence
    if clause.cue.kind not in _TRAILING or clause.subject is None or clause.side == "who":
        return ()
    cut = min(clause.subject[0], clause.first)
    while cut > begin and tags[cut - 1] == "_":
        cut -= 1
    if cut <= begin or tags[cut - 1] not in ",-":
        return ()
    start = _after(_OPENING, tags, begin, cut)
    rest = max(clause.last, clause.subject[1])
    if _QUOTE_FOLLOWS.match(tags, rest) or not _worth(reading, start, cut - 1, clause):
        return ()
    if _GOES_ON.match(tags, rest, end):
        stop = _stop(reading, following, rest + 1, end)
        if stop > rest + 1:
            return ((start, cut - 1), (rest + 1, stop))
    return () if tags[start] in "Gg" else ((start, cut - 1),)


_OPENING = re.compile(r"[cb_(]*")


def _around_according(reading: Reading, clause: Clause, begin: int, end: int) -> tuple[Tokens, ...]:
    """Return what is told "according to" somebody."""
    tags = reading.tags
    if clause.subject and not tags[begin : clause.first].strip("bc_"):
        comma = tags.find(",", clause.subject[1], end)
        return ((comma + 1, end),) if comma > 0 and _worth(reading, comma + 1, end, clause) else ()
    cut = clause.first
    while cut > begin and tags[cut - 1] in ",-_":
        cut -= 1
    start = _after(_OPENING, tags, begin, cut)
    return ((start, cut),) if cut > start and _worth(reading, start, cut, clause) else ()
