"""What does an article report without quotation marks, in languages other than English?"""

from __future__ import annotations

from collections.abc import Sequence

from generator.quotes.clauses import Clause
from generator.quotes.indirect import Report
from generator.quotes.languages.language import CueKind
from generator.quotes.reading import Reading

_SAYING = frozenset((CueKind.SAY, CueKind.TELL))
_TURNED_DOWN = frozenset((CueKind.DENY, CueKind.DOUBT))
_INFINITIVE = ("ar", "er", "ir", "re")
_NEGATES = ("neg", "nie", "nié", "dém", "desm")
"""Beginnings of verbs whose infinitive tells what is denied; "recusou comentar" only tells that nothing was said."""
_GAP = 14
"""Tokens between a verb and its conjunction: "dijo ayer a este diario que"."""
_GAP_TAGS = frozenset("bDdlNRrJKAiTyo#_hHqx-")
_LEAST_OWN = 3
_EDGES = ",c_-;:("

Tokens = tuple[int, int]


def reported_abroad(reading: Reading, found: Sequence[Clause]) -> tuple[Report, ...]:
    """Return the reported contents in the order of their cues."""
    reports = []
    for number, clause in enumerate(found):
        if clause.subject is None or (clause.negated and clause.cue.kind not in _TURNED_DOWN):
            continue
        found_part = _content(reading, found, number)
        part = _trimmed(reading, found_part) if found_part else None
        if part and _worth(reading, part, clause.cue.kind):
            reports.append(Report((part,), clause))
    return tuple(reports)


def _content(reading: Reading, found: Sequence[Clause], number: int) -> Tokens | None:
    clause = found[number]
    begin, end = reading.sentence(clause.first)
    after = _after_verb(clause)
    if clause.side == "according":
        return _around(reading, clause, begin, end)
    if clause.cue.kind not in _SAYING | _TURNED_DOWN:
        return None
    start = _conjunction(reading, after, end)
    if start is None and clause.cue.kind in _TURNED_DOWN:
        start = _thing(reading, clause, after, end)
    if start is None and reading.language.nouns_capital:
        start = _after_comma(reading, after, end)
    if start is not None:
        return start, _stop(reading, found, number, (start, end))
    if clause.cue.kind in _SAYING or reading.tags[begin] == "t":
        return _before_verb(reading, clause, begin)
    return None


def _after_verb(clause: Clause) -> int:
    """Return the token after the verb and a subject that follows it."""
    follows = clause.subject is not None and clause.side == "right" and clause.subject[0] >= clause.first
    return clause.subject[1] if clause.subject and follows else clause.last


def _conjunction(reading: Reading, place: int, end: int) -> int | None:
    """Return the token after "que", "dass", "أن", skipping a time, a place or a listener before it."""
    tags = reading.tags
    for at in range(place, min(end, place + _GAP)):
        if tags[at] == "t":
            return at + 1
        comma = tags[at] in ",)(" and (reading.language.nouns_capital or not reading.language.capitals)
        quoted_name = at == place and tags[at] in "QFMP" and not reading.language.capitals
        if not comma and not quoted_name and tags[at] not in _GAP_TAGS:
            return None
    return None


def _thing(reading: Reading, clause: Clause, place: int, end: int) -> int | None:
    """Return where the thing denied begins: "negó haber amenazado", "نفى وجود خلاف"."""
    tags = reading.tags
    while place < end and (tags[place] in "bDT" or tags[place : place + 2] == "dD"):
        place += 1  # "negó el martes haber …"
    if reading.language.nouns_capital and clause.side == "right":
        return None  # "Eine Entschädigung schloss sie nicht aus": the thing stands before
    infinitive = (
        not clause.negated
        and place < end
        and tags[place] in "luv"
        and reading.word(place).endswith(_INFINITIVE)
    )
    if infinitive and not clause.cue.lemma.startswith(_NEGATES):
        return None
    return (
        place if place < end and tags[place] not in ".,;:QFMP\n" and not reading.language.verb_last else None
    )


def _after_comma(reading: Reading, place: int, end: int) -> int | None:
    """Return where German speech without a conjunction begins: "betonte, das Land habe gezahlt"."""
    tags = reading.tags
    comma = tags.find(",", place, min(end, place + _GAP))
    if comma < 0 or any(tags[at] not in _GAP_TAGS for at in range(place, comma)):
        return None
    words = [reading.word(at).lower() for at in range(comma + 1, end)]
    spoken = any(word in reading.language.subjunctive for word in words)
    infinitive = len(words) > 1 and any(word == "zu" for word in words[-3:-1])
    return comma + 1 if spoken or infinitive else None


def _stop(reading: Reading, found: Sequence[Clause], number: int, part: Tokens) -> int:
    """Return where the content ends: at the sentence's end, or where the reporter goes on with a verb of saying."""
    start, stop = part
    for later in found[number + 1 :]:
        if later.first >= stop:
            break
        cut = later.first
        while cut > start and reading.tags[cut - 1] in "xbnhHst":
            cut -= 1
        if (
            later.first > start
            and reading.tags[cut - 1] in ",c"
            and later.side in ("dropped", "right", "left", "according")
        ):
            if later.side == "left" and later.subject and start < later.subject[0] < cut:
                cut = later.subject[0]
            stop = cut
            break
    return stop


def _before_verb(reading: Reading, clause: Clause, begin: int) -> Tokens | None:
    """Return what stands before a verb that closes the sentence: "…, anunció la consejera"."""
    tags = reading.tags
    cut = clause.first
    while cut > begin and tags[cut - 1] in "xbnhHsC":
        cut -= 1
    if (
        cut <= begin
        or tags[cut - 1] != ","
        or clause.side != "right"
        or any(tag in "QFM" for tag in tags[begin:cut])
    ):
        return None
    if reading.language.nouns_capital:
        words = {reading.word(at).lower() for at in range(begin, cut)}
        if not words & reading.language.subjunctive and "P" in tags[begin:cut]:
            return None
    return begin, cut - 1


def _around(reading: Reading, clause: Clause, begin: int, end: int) -> Tokens | None:
    """Return what is told "according to" somebody."""
    tags = reading.tags
    if not tags[begin : clause.first].strip("bc_"):
        comma = tags.find(",", clause.subject[1], end) if clause.subject else -1
        if comma > 0 and tags[comma + 1 : comma + 2] in ("w", "t"):
            comma = tags.find(",", comma + 1, end)  # past ", que no participó en el trabajo,"
        return (comma + 1, end) if comma > 0 else None
    return (begin, clause.first) if tags[clause.first - 1] == "," else None


def _worth(reading: Reading, part: Tokens, kind: CueKind) -> bool:
    """Tell whether a stretch has words of the reporter's own."""
    tags = reading.tags[slice(*part)]
    own = sum(tag not in "QFMP,._-:;()\n" for tag in tags)
    return own >= (1 if any(tag in "QFMP" for tag in tags[1:]) else _LEAST_OWN - (kind in _TURNED_DOWN))


def _trimmed(reading: Reading, part: Tokens) -> Tokens:
    """Return a stretch without the points and conjunctions at its edges."""
    first, last = part
    while first < last and reading.tags[first] in _EDGES + "t":
        first += 1
    while last > first and reading.tags[last - 1] in ",_-;:(.c\n":
        last -= 1
    return first, last
