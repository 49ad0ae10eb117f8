"""Where does the content of a clause of reporting begin and end, when it stands after the cue?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.quotes.clauses import Clause
from generator.quotes.languages.language import CueKind, listed
from generator.quotes.reading import Reading

REPORTING = frozenset((CueKind.SAY, CueKind.TELL, CueKind.ASK, CueKind.DENY, CueKind.DOUBT))
_THAT = re.compile(
    r"b*(?:[HN]|[dqS]?[NAKRrlJ_S#]{1,8})?(?:,?[lbiDy#o][^,.tWvufQFMP:;]{0,10},?)?t(?=[^QFMPxfevV,.]|V[bn]*[xfev])"
)
_TIME = re.compile(r"[bD]*+(?:iD#?+)?(?![,.])|[bD]*+")
_LISTENER = re.compile(
    r"b*(?:H|[dqS]{0,2}[NAKRrlJ_S#]{1,6}(?:[io][dqS]?[NAKRrlJ_#]{1,4})?)[bD]*(?:iD)?(?=[hdqNRAJSt])"
)
# "there is": an adverb and a verb make a clause too.
_STARTS_CLAUSE = re.compile(
    r"[cb_]*(?:[dqhNAKRrlJSn#sQPtzVg]|H(?=[lNrJKz])|G(?=[^T]{1,12}[xfevk])|(?<=b)[xfeu])"
)
_THING = "dqNJRrlAStWeGhHg#SzVx"
_OBJECT = 12
"""Tokens within which an object ends and "of" or "to" follows."""


def start_after(reading: Reading, clause: Clause, end: int) -> int | None:
    """Return the token where content after the cue begins."""
    tags = reading.tags
    place = clause.subject[1] if clause.side == "right" and clause.subject else clause.last
    if place >= end:
        return None
    that = _THAT.match(tags, place, end)
    if that and tags[that.end()] == "V" and not reading.word(that.end()).endswith("s"):
        that = None  # "said that claim was wrong": it is no conjunction
    if that and clause.cue.kind not in (CueKind.DENY, CueKind.DOUBT):
        return that.end()
    place = after(_TIME, tags, place, end)
    if (
        clause.side == "right"
        or place >= end
        or (tags[place] in "slHS" and _follows_quotation(reading, clause))
        or (tags[place] in "Ws" and clause.cue.lemma in _NOISES)
    ):
        return None
    if tags[place] in "xfeu" and tags[place - 1] == "b":
        place -= 1  # the adverb belongs to the clause: "there are no talks"
    return _bare_start(reading, clause, place, end)


DEMANDS = {"call": ("for", "on", "upon"), "warn": ("of", "against"), "accuse": ()}
"""Verbs that report a thing behind a preposition, or somebody with what he is accused of."""
_NOISES = frozenset(
    listed(
        """cry laugh weep sob wail scream shriek shout yell cheer growl hiss chant groan gasp huff sigh snarl moan giggle squeal
        grumble whisper mutter murmur mumble joke quip tease boast rave"""
    )
)
"""Verbs that are also done without words: "cried when she heard the news"."""
_PROMISES = frozenset(("promise", "vow", "pledge", "swear", "threaten", "propose", "claim"))
"""Verbs that report an infinitive: "vowed to keep it legal"."""


def _after_demand(reading: Reading, clause: Clause, place: int, end: int) -> int | None:
    """Return where what is called for, warned of or laid to somebody's charge begins."""
    tags, lemma = reading.tags, clause.cue.lemma
    if lemma == "accuse":
        return place if "o" in tags[place : min(end, place + _OBJECT)] else None
    if reading.word(place).lower() not in DEMANDS[lemma]:
        return _clause_start(tags, CueKind.SAY, place, end) if lemma == "warn" else None
    wished = reading.word(place).lower() != "on" or "T" in tags[place : min(end, place + _OBJECT)]
    return place + 1 if wished and place + 1 < end else None


def _follows_quotation(reading: Reading, clause: Clause) -> bool:
    """Tell whether the clause belongs to a quotation before it: what follows is the reporter's, "“…,” he said as …"."""
    first = min(clause.first, clause.subject[0]) if clause.subject else clause.first
    return first > 0 and reading.tags[first - 1] in "QM"


def _bare_start(reading: Reading, clause: Clause, place: int, end: int) -> int | None:
    """Return where content without "that" begins: after the listener of a verb that has one."""
    tags, kind = reading.tags, clause.cue.kind
    if clause.cue.lemma in DEMANDS:
        return _after_demand(reading, clause, place, end)
    if kind in (CueKind.DENY, CueKind.DOUBT):
        if clause.cue.lemma == "dismiss" and tags[place] == "N":
            return None  # "dismissed Westland for 92"
        return _turned_down_start(tags, place, end)
    if tags[place] == "W" or (tags[place] == "T" and clause.cue.lemma in _PROMISES):
        return place
    if kind is CueKind.ASK:
        return _question(reading, place, end)
    return _clause_start(tags, kind, place, end)


def _clause_start(tags: str, kind: CueKind, place: int, end: int) -> int | None:
    """Return where a clause begins, after the listener of "told"."""
    if kind is CueKind.TELL:
        if _ORDER.match(tags, place, end):
            return place
        listened = after(_LISTENER, tags, place, end)
        if listened == place:
            return None
        place = listened
    return place if _STARTS_CLAUSE.match(tags, place, end) else None


def _turned_down_start(tags: str, place: int, end: int) -> int | None:
    """Return where what is denied or doubted begins."""
    place += tags[place] == "t"
    if place < end and (that := _BY_MEANS.match(tags, place, end)):
        return that.end()
    return place if place < end and tags[place] in _THING else None


_BY_MEANS = re.compile("i[^,;:.tvuxfQFMP]{1,6}t")
"""Letters of "denied through a lawyer that"."""
_ORDER = re.compile(r"(?:H|[dqS]{0,2}[NAKRrlJ_S#]{1,5})n?T[bn]*[ukfVl]")
"""Letters of "told his advisers to find out"."""


def _question(reading: Reading, place: int, end: int) -> int | None:
    """Return where a question or a wish begins: "asked the mayor whether …", "asked people to …"."""
    tags = reading.tags
    asked = _ASKED.match(tags, place, end)
    if asked and (tags[asked.end() - 1] != "s" or reading.word(asked.end() - 1) == "if"):
        return asked.end() - 1
    return place if tags[place] in "dqNJRrlASH" and "T" in tags[place : place + 9] else None


_ASKED = re.compile(r"(?:H|[dqS]{0,2}[NAKRrlJ_S#]{1,6}(?:[ioy][dqS]?[NAKRrlJ_#]{1,4})?)?[bD]*[Wws]")


def opens_with_asked(reading: Reading, first: int, last: int) -> bool:
    """Tell whether tokens [first, last) open with who was asked: "Asked if it was safe, the mayor …"."""
    opening = [reading.word(place).lower() for place in range(first, min(last, first + 3))]
    while opening and opening[0] in ("when", "but", "and", "repeatedly", "while"):
        opening.pop(0)
    return bool(opening) and opening[0] in _WAS_ASKED


_WAS_ASKED = frozenset(("asked", "pressed", "questioned", "quizzed", "challenged"))


def after(pattern: re.Pattern[str], tags: str, place: int, end: int) -> int:
    """Return the token after what the pattern matches here; the same token where it doesn't."""
    found = pattern.match(tags, place, end)
    return found.end() if found else place


def stop_of(reading: Reading, clause: Clause, following: Sequence[Clause], start: int, end: int) -> int:
    """Return the token where content after the cue ends."""
    stop = end
    for later in following:
        if later.first >= end:
            break
        cut = _cut_by(reading, clause, later, start) if later.first > start else None
        if cut is not None:
            stop = cut
            break
    stop = _resumed(reading, start, stop)
    if clause.cue.kind is CueKind.ASK and (finite := _FINITE_AGAIN.search(reading.tags, start, stop)):
        stop = finite.start()
    if second := _SECOND_VERB.match(reading.tags, start, stop):
        stop = second.end()
    if clause.cue.kind is CueKind.DENY:
        stop = next(_judged(reading, start, stop), stop)
    if anew := _ANEW.search(reading.tags, start + 2, stop):
        stop = anew.start()
    loose = ",c_-;:(" if stop == end else ",cb_-;:("
    while stop > start and reading.tags[stop - 1] in loose:
        stop -= 1
    return stop


def _resumed(reading: Reading, start: int, stop: int) -> int:
    """Return where the reporter's own clause goes on: "While critics say that …, the mayor has …"."""
    begin, _ = reading.sentence(start)
    tags = reading.tags
    if not _CONDITION.fullmatch(tags, begin, start):
        return stop
    found = _MAIN_CLAUSE.search(tags, start, stop)
    return found.start() if found else stop


_FINITE_AGAIN = re.compile(",b*c[bx]*[xfev]")
"""A verb of the reporter's after what somebody is asked to do: "urged them to stay, but stopped short of …"."""
_SECOND_VERB = re.compile(r"[^xfevVEkugtWwsQFMP,]+(?=cb*[xfe])")
"""A thing before "and" with a verb of the reporter's: "confirmed the death but gave no cause"."""
_ANEW = re.compile(",b?w|,b*ch|,W(?=hb?[vV])")
"""Words that the reporter adds: ", who …", ", and he …"."""


def _judged(reading: Reading, start: int, stop: int) -> Iterator[int]:
    """Yield where the denied thing is given a name: "dismissed the claim as “a smear”"."""
    for found in _AS_QUOTED.finditer(reading.tags, start, stop):
        if reading.word(found.start()) == "as":
            yield found.start()


_AS_QUOTED = re.compile("s(?=[dbJle]{0,3}[QFMP])")
_CONDITION = re.compile(r"[cb_]*s[^,;:QFM]*")
_MAIN_CLAUSE = re.compile(
    r",[b_]*(?:h|[dq]{0,2}[lJRAKN#rSe_]{0,9}[NRrlJKSz#V](?:[oi][dq]?[lJNAKRr]{1,5})?)[bn]*[xfevVEk]"
)


def _cut_by(reading: Reading, clause: Clause, later: Clause, start: int) -> int | None:
    """Return where a later clause of the sentence ends the content, None where it is part of it."""
    tags, cut = reading.tags, later.first
    turned_down = clause.cue.kind in (CueKind.DENY, CueKind.DOUBT)
    if turned_down and tags[cut - 1 : cut + 1] in (",g", "Qg"):
        return cut  # "denied the claims, calling them “a smear”"
    if later.cue.kind not in REPORTING and later.cue.lemma not in DEMANDS:
        return None
    if tags[cut] == "g":
        return _cut_by_participle(tags, later, start)
    if later.subject and later.subject[0] > start:
        cut = min(cut, later.subject[0])
    if later.side == "according":
        return cut
    return cut if _is_apart(tags, clause, later, cut) else None


def _is_apart(tags: str, clause: Clause, later: Clause, cut: int) -> bool:
    """Tell whether a comma or "and" sets a later clause off from the content."""
    if tags[cut - 1] not in ",c" or not later.subject:
        return False
    if later.subject[0] < clause.last and tags[cut - 1] == "," and clause.side == "who":
        return True  # "Smith, who denies that …, said …"
    return tags[cut - 1] == "c" if later.side == "shared" else "," in tags[cut - 2 : cut]


def _cut_by_participle(tags: str, later: Clause, start: int) -> int | None:
    """Return where "…, adding that …" ends the content before it."""
    cut = later.first
    while cut > start and tags[cut - 1] in "bsi":
        cut -= 1
    ends = later.side == "shared" and (tags[cut - 1] == "," or tags[later.last : later.last + 1] == "t")
    return cut if ends else None
