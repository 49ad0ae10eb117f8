"""Which clause of reporting does a quotation belong to? Ordered named rules; the first answer wins."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from generator.quotes.clauses import Clause
from generator.quotes.languages.language import CueKind
from generator.quotes.reading import Reading
from generator.quotes.subjects import coordinate_subject, main_subject

_WEAK = frozenset((CueKind.THINK, CueKind.NOUN, CueKind.DOUBT))
_SPEECH = frozenset((CueKind.SAY, CueKind.TELL))
_LEFT_SIDES = frozenset(("left", "right", "according", "who", "relative", "shared"))


class Attribution(NamedTuple):
    """Who says a quotation, in the article's words."""

    subject: tuple[int, int] | None
    """Tokens of the mention."""
    clause: Clause | None
    rule: str


class Context(NamedTuple):
    """What the rules may look at for one quotation."""

    reading: Reading
    clauses: tuple[Clause, ...]
    firsts: list[int]
    """First tokens of the clauses' cues."""
    token: int
    begin: int
    """First token of the sentence."""
    end: int
    last: Attribution | None
    """The attribution of the quotation before this one."""
    last_token: int
    """Its token, -1 where there is none."""

    @property
    def tags(self) -> str:
        """Return the letters of the text."""
        return self.reading.tags

    @property
    def opens(self) -> bool:
        """Tell whether the quotation begins its sentence."""
        return self.begin == self.token

    @property
    def opens_paragraph(self) -> bool:
        """Tell whether the quotation begins its paragraph."""
        return self.opens and self.begin > 0 and self.tags[self.begin - 1] == "\n"

    def clauses_in(self, begin: int, end: int) -> tuple[Clause, ...]:
        """Return the clauses whose cue stands among tokens [begin, end)."""
        return self.clauses[bisect_left(self.firsts, begin) : bisect_left(self.firsts, end)]

    def last_clause_around(self, token: int) -> Clause | None:
        """Return the last clause with a subject in the sentence around a token."""
        inside = self.clauses_in(*self.reading.sentence(token))
        return next((clause for clause in reversed(inside) if clause.subject), None)


@dataclass(frozen=True, slots=True)
class Rule:
    """A way to find a quotation's clause."""

    name: str
    find: Callable[[Context], Clause | tuple[int, int] | None]
    """Return a clause, or the tokens of a mention that has no cue."""
    example: str
    mention: str
    """Who says the example's last quotation."""


def _after(context: Context) -> Clause | None:
    tags, token = context.tags, context.token
    following = tags[token + 1 : token + 2]
    if tags[token] == "F" and following not in ("v", "h"):
        return None
    unmarked = tags[token] == "P" and following not in ",-v"
    if unmarked and not context.opens:
        return None
    clause = next(iter(context.clauses_in(token + 1, context.end)), None)
    if clause is None or not clause.subject or clause.side not in _LEFT_SIDES:
        return None
    start = min(clause.first, clause.subject[0])
    if unmarked and (start > token + 1 or clause.cue.kind not in _SPEECH):
        return None
    if start <= token or tags[token + 1 : start].strip(",_-bxn") or _introduced(context):
        return None
    return None if tags[token] == "M" and _opens_anew(context.reading, start) else clause


def _introduced(context: Context) -> bool:
    """Tell whether words right before the quotation say whose it is: "as he claimed that “…,” she said …"."""
    inside = context.clauses_in(context.begin, context.token)
    clause = inside[-1] if inside and not context.opens else None
    if clause is None or clause.subject is None:
        return False
    if clause.cue.kind is CueKind.CALL:
        return clause.last == context.token
    if clause.cue.kind not in _SPEECH:
        return False
    return _LEADING.fullmatch(context.tags, clause.last, context.token) is not None


_LEADING = re.compile(r"[bDH]{0,2}(?:i?D)?(?:t|,|:)?")


def _opens_anew(reading: Reading, token: int) -> bool:
    """Tell whether a pronoun with a capital begins a sentence of its own: "“No!” She replied to him that …"."""
    word = reading.word(token)
    return reading.tags[token] == "h" and word[0].isupper() and word[0] != "I"


def _before(context: Context) -> Clause | None:
    earlier = [
        clause
        for clause in context.clauses_in(context.begin, context.token)
        if clause.last <= context.token and _reaches(context, clause)
    ]
    if not earlier:
        return None
    chosen = earlier.pop()
    earlier = [clause for clause in earlier if clause.side != "owner"]
    while earlier and _embedded(context.reading, earlier[-1], chosen):
        chosen = earlier.pop()
    return chosen if chosen.subject or chosen.side == "by" else None


def _reaches(context: Context, clause: Clause) -> bool:
    """Tell whether a clause's content can go on to the quotation."""
    if clause.side == "owner":
        return _leads_on(context, clause)
    between = context.tags[clause.last : context.token]
    if clause.side in ("who", "relative"):
        if between[-1:] == ":" and between.strip("bDH,:it"):
            return False  # "tweeted at a candidate who promised a wall: “No!”"
        if not between.endswith(("t", ",", ":")) and between and _is_predicate(context):
            return False  # "anybody who complains “is not having a good night”"
    if context.tags[min(clause.first, (clause.subject or (clause.first, 0))[0]) - 1] in "QM":
        return (
            _BEGINS_ANEW.search(between) is None
        )  # "“…,” says Llamas, but he was shocked by the “loophole”"
    return True


_BEGINS_ANEW = re.compile(r"[,;][cs]b*(?:h|[dq]?[lJNAKRr]{0,4}[NRrl])[bn]*[xfek]")


def _is_predicate(context: Context) -> bool:
    """Tell whether the quotation's words begin with a verb, whose subject stands before it."""
    words = context.reading.quotes[context.token].inner.of(context.reading.text).split(maxsplit=1)
    return bool(words) and context.reading.language.tags.get(words[0].lower(), "") in ("x", "f")


def _leads_on(context: Context, clause: Clause) -> bool:
    """Tell whether a noun of reporting is what opens the quotation: "her claim that she “never” did it"."""
    return _LEADS_ON.fullmatch(context.tags, clause.last, context.token) is not None


_LEADS_ON = re.compile(r"[bD]*(?:[oiT]x?[^,;:.QFMPxfvVg]{0,8}(?:t[^;:.]*|:|,)?|t[^;:.]*|:|,)")


def _embedded(reading: Reading, outer: Clause, inner: Clause) -> bool:
    """Tell whether the inner clause is what the outer one's speaker says: "he said he hopes …"."""
    if outer.cue.kind not in _SPEECH or not outer.subject:
        return False
    start = min(inner.first, inner.subject[0]) if inner.subject else inner.first
    if start < outer.last:
        thinks = inner.subject == outer.subject and inner.cue.kind is CueKind.THINK
        return thinks or inner.side == "none"
    return _is_content(reading, inner, reading.tags[outer.last : start])


def _is_content(reading: Reading, inner: Clause, gap: str) -> bool:
    """Tell by the letters between two clauses whether the second one is in the first one's content."""
    if _MEANWHILE.search(gap):
        return False
    if _THAT.search(gap) or (inner.cue.kind in _WEAK and not _BREAKS.search(gap)):
        return True  # "A said that B called it “X”": it is A whom the article heard
    if any(tag in ",c;:QFMP" for tag in gap):
        return False
    return inner.subject is None or reading.tags[inner.subject[0]] == "h" or reading.tags[inner.first] in "uV"


_MEANWHILE = re.compile("[^tvu]s$")
"""A conjunction of time after an object: in "protested the trope when he talks of “secret” meetings" he is no content."""
_BREAKS = re.compile("[;:QFM]")
_THAT = re.compile("^[^,c;:QFMP]*t[^,c;:QFMP]*$")


def _later(context: Context) -> Clause | None:
    if context.tags[context.token] == "F":
        return None
    for clause in reversed(context.clauses_in(context.token + 1, context.end)):
        if clause.subject and clause.cue.kind in _SPEECH:
            start = min(clause.first, clause.subject[0])
            if start > context.token and context.tags[start - 1] == "e":
                start -= 1  # "retired general Newton said"
            if start > context.token and context.tags[start - 1] in ",Q":
                return clause
    return None


def _goes_on(context: Context) -> bool:
    """Tell whether the last quotation stands in the same paragraph."""
    if context.last is None or not context.last.subject:
        return False
    return "\n" not in context.tags[context.last_token : context.token]


def _continued(context: Context) -> Clause | tuple[int, int] | None:
    if not _goes_on(context):
        return None
    ends = context.reading.ends
    last_end = context.reading.sentence(context.last_token)[1] - 1
    between = bisect_left(ends, context.token) - bisect_left(ends, last_end)
    if not context.tags[context.last_token + 1 : context.token].strip("_"):
        return _same(context)
    if not context.opens or between > 1:
        return None
    return _newly_said(context, last_end) or _same(context)


def _newly_said(context: Context, end: int) -> Clause | None:
    """Return a clause after the last quotation that gives the word to somebody else: "…,” and her husband cut in."""
    known = context.last.clause if context.last else None
    before = "c" if known else ",c-"
    said = [
        clause
        for clause in context.clauses_in(context.last_token + 1, end)
        if clause.subject and clause.cue.kind in _SPEECH and context.tags[clause.subject[0] - 1] in before
    ]
    return said[-1] if said and (known is None or said[-1].first > known.first) else None


def _same(context: Context) -> Clause | tuple[int, int] | None:
    return context.last and (context.last.clause or context.last.subject)


def _sentence_before(context: Context) -> Clause | None:
    if not context.opens or context.begin == 0 or context.opens_paragraph:
        return None
    return context.last_clause_around(context.begin - 1)


def _earlier(context: Context) -> Clause | tuple[int, int] | None:
    return _same(context) if context.opens and _goes_on(context) else None


def _colon_before(context: Context) -> Clause | None:
    before = context.begin - 2
    if not context.opens_paragraph or before < 0 or context.tags[before] not in ":,":
        return None
    return context.last_clause_around(before)


def _paragraph_before(context: Context) -> Clause | tuple[int, int] | None:
    if not context.opens_paragraph or context.last is None or not context.last.subject:
        return None
    if context.tags[context.token] == "Q" and context.tags[context.token + 1 : context.token + 2] not in (
        "",
        "\n",
    ):
        return None  # a name follows that no rule could read
    begin, end = context.reading.sentence(context.begin - 2)
    if begin <= context.last_token < end:
        return _same(context)
    speaking = (clause for clause in context.clauses_in(begin, end) if clause.cue.kind in _SPEECH)
    return next((clause for clause in speaking if clause.subject), None)


def _signed(context: Context) -> tuple[int, int] | None:
    found = _SIGNATURE.match(context.tags, context.token + 1)
    return found.span("name") if found and context.tags[context.token] != "Q" else None


_SIGNATURE = re.compile(r"[.\n]?-(?P<name>[AR_]{0,3}N[N_K]{1,3})(?=[,.\n(]|$)")


def _transcript(context: Context) -> tuple[int, int] | None:
    found = _NAME_AND_COLON.match(context.reading.reverse, len(context.tags) - context.token)
    if not found:
        return None
    size = len(context.tags)
    first, last = size - found.end("name"), size - found.start("name")
    return (first, last) if first <= context.begin + 1 else None


_NAME_AND_COLON = re.compile(r":(?:[)][^(\n]{1,6}[(])?(?P<name>[NKARrJ_loS]{0,9}[NARJ])")


def _loose(context: Context) -> tuple[int, int] | None:
    place = (context.reading, context.begin, context.token)
    return coordinate_subject(*place) or main_subject(*place)


RULES = (
    Rule("after", _after, "“We will not talk,” the Iranian leader said on Monday.", "the Iranian leader"),
    Rule("before", _before, "Speaking in Tehran, Hassan Rouhani said: “We will not talk.”", "Hassan Rouhani"),
    Rule("later", _later, "The “rigged” vote must be held again, Donald Trump said.", "Donald Trump"),
    Rule("continued", _continued, "“We will not talk,” the envoy said. “Not now.”", "the envoy"),
    Rule(
        "sentence before",
        _sentence_before,
        "The Leader referred to talks as a trick. “This is no talk.”",
        "The Leader",
    ),
    Rule("earlier", _earlier, "“No,” Ms. Haley said. It rained. “Not now.”", "Ms. Haley"),
    Rule("colon before", _colon_before, "Mr. Stone wrote:\n\n“The stakes are high.”", "Mr. Stone"),
    Rule("signed", _signed, "“Great speech.”\n\n— Michelle Marks, Philadelphia.", "Michelle Marks"),
    Rule("paragraph before", _paragraph_before, "“No,” Ms. Haley said.\n\n“Not now.”", "Ms. Haley"),
    Rule("transcript", _transcript, "Rep. Trey Gowdy (R-S.C.): “Who told you that?”", "Rep. Trey Gowdy"),
    Rule("loose", _loose, "Merkel ended the night with “a great day for us all.”", "Merkel"),
)


def attributions(reading: Reading, found: tuple[Clause, ...]) -> dict[int, Attribution | None]:
    """Return quotation token -> who says it."""
    firsts = [clause.first for clause in found]
    result: dict[int, Attribution | None] = {}
    last: Attribution | None = None
    last_token = -1
    for token in reading.quotes:
        begin, end = reading.sentence(token)
        last = _first_answer(Context(reading, found, firsts, token, begin, end, last, last_token))
        last_token = token
        result[token] = last
    return result


def _first_answer(context: Context) -> Attribution | None:
    for rule in RULES:
        answer = rule.find(context)
        if isinstance(answer, Clause):
            return Attribution(answer.subject, answer, rule.name)
        if answer:
            return Attribution(answer, None, rule.name)
    return None
