"""Which clause in a quotation's own sentence says whose it is?"""

from __future__ import annotations

import re

from generator.model import Polarity
from generator.quotes.clauses import Clause
from generator.quotes.contents import opens_with_asked
from generator.quotes.contexts import SPEECH, Context
from generator.quotes.languages.language import CueKind
from generator.quotes.polarity import polarity_of
from generator.quotes.reading import Reading

_WEAK = frozenset((CueKind.THINK, CueKind.NOUN, CueKind.DOUBT))
_LEFT_SIDES = frozenset(("left", "right", "according", "who", "relative", "shared"))


def after(context: Context) -> Clause | None:
    """Return the clause that follows the quotation: "“…,” the leader said"."""
    clause = next(iter(context.clauses_in(context.token + 1, context.end)), None)
    if clause is None or not clause.subject or clause.side not in _LEFT_SIDES:
        return None
    start = min(clause.first, clause.subject[0])
    if _is_asked(context) or not _adjoins(context, clause, start) or _introduced(context):
        return None
    return None if context.tags[context.token] == "M" and _opens_anew(context.reading, start) else clause


def _adjoins(context: Context, clause: Clause, start: int) -> bool:
    """Tell whether only small words stand between the quotation and the clause."""
    tags, token = context.tags, context.token
    following = tags[token + 1 : token + 2]
    if tags[token] == "F" and following not in ("v", "h"):
        return start == token + 1 and tags[clause.last : clause.last + 1] in ("", ".", "\n")
    if tags[token] == "P" and following not in ",-v":
        return context.opens and start == token + 1 and clause.cue.kind in SPEECH
    return start > token and not tags[token + 1 : start].strip(",_-bxn")


def _is_asked(context: Context) -> bool:
    """Tell whether the quotation is in the question that was put: "Asked if it was “safe,” the mayor said no."."""
    first, token = context.begin, context.token
    return "," not in context.tags[first:token] and opens_with_asked(context.reading, first, token)


def _introduced(context: Context) -> bool:
    """Tell whether words right before the quotation say whose it is: "as he claimed that “…,” she said …"."""
    inside = context.clauses_in(context.begin, context.token)
    clause = inside[-1] if inside and not context.opens else None
    if clause is None or clause.subject is None:
        return False
    if clause.cue.kind is CueKind.CALL:
        return _NAMED.fullmatch(context.tags, clause.last, context.token) is not None
    if clause.cue.kind not in SPEECH:
        return False
    return _LEADING.fullmatch(context.tags, clause.last, context.token) is not None


_NAMED = re.compile(r"(?:H|h|[dqS]{0,2}[NAKRrlJ_S#]{1,6})?s?")
_LEADING = re.compile(r"[bDH]{0,2}(?:i?D)?(?:t|,|:)?")


def _opens_anew(reading: Reading, token: int) -> bool:
    """Tell whether a pronoun with a capital begins a sentence of its own: "“No!” She replied to him that …"."""
    word = reading.word(token)
    return reading.tags[token] == "h" and word[0].isupper() and word[0] != "I"


def before(context: Context) -> Clause | None:
    """Return the clause that leads up to the quotation: "the leader said: “…”"."""
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
        chosen = _with_polarity(earlier.pop(), polarity_of(chosen))
    return chosen if chosen.subject or chosen.side == "by" else None


def _with_polarity(outer: Clause, inner: Polarity) -> Clause:
    """Let what an inner clause denies or leaves open hold for the outer one: "said he never called it “X”"."""
    if polarity_of(outer) is not Polarity.AFFIRMED:
        return outer
    return outer._replace(negated=inner is Polarity.DENIED, meant=inner is Polarity.HEDGED)


def _reaches(context: Context, clause: Clause) -> bool:
    """Tell whether a clause's content can go on to the quotation."""
    between = context.tags[clause.last : context.token]
    if clause.side == "owner":
        ended = _names_claimant(clause) and any(tag in "QFMP" for tag in between)
        return not ended and _leads_on(context, clause)  # "claims by Miller that he “ran” are “a lie”"
    if clause.cue.lemma == "read" and _HAS_OBJECT.fullmatch(between):
        return False  # "has not read the transcript but “takes the claims seriously”"
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


_HAS_OBJECT = re.compile("[bn]*[dHhSlNzJRA][^,:t]*c[bn]*")
_BEGINS_ANEW = re.compile(r"[,;][cs]b*(?:h|[dq]?[lJNAKRr]{0,4}[NRrl])[bn]*[xfek]")


def _names_claimant(clause: Clause) -> bool:
    """Tell whether the owner of a noun stands behind it: "claims by Ann Miller that …"."""
    return clause.side == "owner" and clause.subject is not None and clause.subject[0] >= clause.first


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
    if _names_claimant(inner):
        return False  # in "lawyers said claims by Bellini that …" it is her words
    turned_down = outer.cue.kind in (CueKind.DENY, CueKind.DOUBT)
    if (outer.cue.kind not in SPEECH and not turned_down) or not outer.subject:
        return False
    start = min(inner.first, inner.subject[0]) if inner.subject else inner.first
    if start < outer.last:
        thinks = inner.subject == outer.subject and inner.cue.kind is CueKind.THINK
        return thinks or inner.side == "none"
    gap = reading.tags[outer.last : start]
    return _THAT.search(gap) is not None if turned_down else _is_content(reading, inner, gap)


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


def later(context: Context) -> Clause | None:
    """Return a clause at the end of the sentence: "The “rigged” vote …, the senator said"."""
    if context.tags[context.token] == "F" or _is_asked(context):
        return None
    for clause in reversed(context.clauses_in(context.token + 1, context.end)):
        if clause.subject and clause.cue.kind in SPEECH:
            start = min(clause.first, clause.subject[0])
            if start > context.token and context.tags[start - 1] == "e":
                start -= 1  # "retired general Newton said"
            if start > context.token and context.tags[start - 1] in ",Q":
                return clause
    return None
