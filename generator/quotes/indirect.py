"""What does an article report without quotation marks?

The content of a clause of reporting: after the cue ("said that …"), before it ("…, he said"), or on
both sides of it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile
from typing import NamedTuple

from generator.quotes.clauses import Clause
from generator.quotes.contents import DEMANDS, REPORTING, after, opens_with_asked, start_after, stop_of
from generator.quotes.languages.language import CueKind
from generator.quotes.reading import Reading

Tokens = tuple[int, int]
"""A half-open range of tokens."""

_TRAILING = frozenset((CueKind.SAY, CueKind.TELL))
_VERB = re.compile("[xfevVEugk]|T[ul]")
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
    r"|^(?:the|all) (?:\w+ )?(?:claim|report|rumor|charge|allegation|idea|accusation|statement|suggestion|criticism|comparison|proposal)s?$"
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
        (clause.cue.kind in REPORTING or clause.cue.lemma in DEMANDS)
        and clause.side not in ("by", "owner")
        and not _only_purposed(reading, clause)
        and clause.subject is not None
        and not wished
        and not unsaid
    )


def _only_purposed(reading: Reading, clause: Clause) -> bool:
    """Tell whether the cue is an infinitive of purpose, "efforts to admit refugees": nobody said it yet."""
    purposed = clause.side == "shared" and reading.tags[clause.first - 1 : clause.first] == "T"
    return purposed and clause.cue.lemma not in _PLAIN


_PLAIN = frozenset(("say", "tell", "announce", "argue", "explain", "warn", "declare", "insist"))


def _content(reading: Reading, found: tuple[Clause, ...], number: int) -> tuple[Tokens, ...]:
    clause = found[number]
    begin, end = reading.sentence(clause.first)
    while end > begin and reading.tags[end - 1] in "_\n.":
        end -= 1
    if clause.side == "according":
        return _around_according(reading, clause, begin, end)
    following = list(takewhile(lambda other: other.first < end, found[number + 1 : number + 1 + _NEAR]))
    start = start_after(reading, clause, end)
    if start is not None:
        stop = stop_of(reading, clause, following, start, end)
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
        return words >= _LONG or (
            words > 1 and not _POINTS.search("".join(reading.tokens[start:stop]).strip())
        )
    if words + 2 * ("P" in tags) < _LEAST_TOKENS:
        return False
    if clause.cue.kind in (CueKind.ASK, CueKind.CALL) or clause.cue.lemma in _TAKING_NOUNS:
        return True
    return _VERB.search(tags) is not None or _has_contraction(reading, start, stop)


_TAKING_NOUNS = frozenset(("say", "announce", "promise", "propose", "demand", "recommend", "acknowledge"))
"""Verbs whose content needs no verb: "promised a full review"."""


def _has_contraction(reading: Reading, start: int, stop: int) -> bool:
    """Tell whether a verb hides in a contraction: "it's one of them"."""
    words = (reading.word(token) for token in range(start, stop) if reading.tags[token] in "hx")
    return any("'" in word or "’" in word for word in words)


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
    if cut <= begin or tags[cut - 1] not in ",-Q":
        return ()
    if tags[cut - 1] == "Q":
        return _ending_in_marks(reading, clause, begin, cut)
    start = after(_OPENING, tags, begin, cut)
    rest = max(clause.last, clause.subject[1])
    if start >= cut - 1 or _QUOTE_FOLLOWS.match(tags, rest) or not _CLOSES.match(tags, rest, end + 1):
        return ()
    if _GOES_ON.match(tags, rest, end):
        stop = stop_of(reading, clause, following, rest + 1, end)
        both = _worth(reading, start, cut - 1, clause) or _worth(reading, rest + 1, stop, clause)
        if stop > rest + 1 and both:
            return ((start, cut - 1), (rest + 1, stop))
    led_up_to = tags[start] in "Gge" or opens_with_asked(reading, start, cut)
    return () if led_up_to or not _worth(reading, start, cut - 1, clause) else ((start, cut - 1),)


def _ending_in_marks(reading: Reading, clause: Clause, begin: int, cut: int) -> tuple[Tokens, ...]:
    """Return content whose last words stand in marks: "Both will return “soon,” she said".

    Words that a comma parts from the marks only lead up to them: "Contrary to reports, “we go,” she said".
    """
    start = after(_OPENING, reading.tags, begin, cut)
    tags = reading.tags[start : cut - 1]
    apart = tags.rstrip("_").endswith(",")
    own = start < cut - _LEAST_TOKENS and not apart and not any(tag in "QFMP:" for tag in tags)
    return ((start, cut),) if own and _worth(reading, start, cut, clause) else ()


_OPENING = re.compile(r"(?:(?:[NJK][NJK_,.]{0,5}|[DB#_,]{1,4}-)+-)?[cb_(]*")
"""A dateline, "GENEVA —", and small words before content that opens its sentence."""
_CLOSES = re.compile(r"[bD]*(?:[.,;\n)FM-]|$|[iTs]|[HNdRrA]|(?:x)?b)")
"""What may follow a clause of reporting at the end of its content: a time, a place, a listener."""


def _around_according(reading: Reading, clause: Clause, begin: int, end: int) -> tuple[Tokens, ...]:
    """Return what is told "according to" somebody."""
    tags = reading.tags
    if clause.subject and not tags[begin : clause.first].strip("bc_"):
        comma = tags.find(",", clause.subject[1], end)
        return ((comma + 1, end),) if comma > 0 and _worth(reading, comma + 1, end, clause) else ()
    cut = clause.first
    while cut > begin and tags[cut - 1] in ",-_":
        cut -= 1
    start = after(_OPENING, tags, begin, cut)
    return ((start, cut),) if cut > start and _worth(reading, start, cut, clause) else ()
