"""Whose is a quotation that its own sentence leaves open? The one before, a colon, a signature tell."""

from __future__ import annotations

import re
from bisect import bisect_left

from generator.quotes.clauses import Clause
from generator.quotes.contexts import SPEECH, Context
from generator.quotes.subjects import coordinate_subject, main_subject


def _goes_on(context: Context) -> bool:
    """Tell whether the last quotation stands in the same paragraph."""
    if context.last is None or not context.last.subject:
        return False
    return "\n" not in context.tags[context.last_token : context.token]


def continued(context: Context) -> Clause | tuple[int, int] | None:
    """Return whose the quotation before is: "“…,” the envoy said. “…”"."""
    if not _goes_on(context):
        return None
    ends = context.reading.ends
    last_end = context.reading.sentence(context.last_token)[1] - 1
    between = bisect_left(ends, context.token) - bisect_left(ends, last_end)
    if not context.tags[context.last_token + 1 : context.token].strip("_"):
        return _same(context)
    if not context.resumes or between > 1:
        return None
    return _newly_said(context, last_end) or _same(context)


def _newly_said(context: Context, end: int) -> Clause | None:
    """Return a clause after the last quotation that gives the word to somebody else: "…,” and her husband cut in."""
    known = context.last.clause if context.last else None
    before = "c" if known else ",c-"
    said = [
        clause
        for clause in context.clauses_in(context.last_token + 1, end)
        if clause.subject and clause.cue.kind in SPEECH and context.tags[clause.subject[0] - 1] in before
    ]
    return said[-1] if said and (known is None or said[-1].first > known.first) else None


def _same(context: Context) -> Clause | tuple[int, int] | None:
    return context.last and (context.last.clause or context.last.subject)


def sentence_before(context: Context) -> Clause | None:
    """Return the last clause of the sentence before in the same paragraph."""
    if not context.opens or context.begin == 0 or context.opens_paragraph:
        return None
    return context.last_clause_around(context.begin - 1)


def earlier(context: Context) -> Clause | tuple[int, int] | None:
    """Return whose the paragraph's last quotation is."""
    return _same(context) if context.opens and _goes_on(context) else None


def colon_before(context: Context) -> Clause | None:
    """Return the clause of a paragraph that ends in a colon."""
    before = context.begin - 2
    if not context.opens_paragraph or before < 0 or context.tags[before] not in ":,":
        return None
    return context.last_clause_around(before)


def paragraph_before(context: Context) -> Clause | tuple[int, int] | None:
    """Return whose the last quotation of the paragraph before is."""
    if not context.opens_paragraph or context.last is None or not context.last.subject:
        return None
    if context.tags[context.token] == "Q" and context.tags[context.token + 1 : context.token + 2] not in (
        "",
        "\n",
    ):
        return None  # a name follows that no rule could read
    if context.tags[context.token] == "P" and context.tags[context.token + 1 : context.token + 2] not in (
        "",
        "\n",
        ".",
    ):
        return None  # the reporter's own sentence goes on: "“Sons of Trump” is a play"
    begin, end = context.reading.sentence(context.begin - 2)
    if begin <= context.last_token < end:
        return _same(context)
    speaking = (clause for clause in context.clauses_in(begin, end) if clause.cue.kind in SPEECH)
    return next((clause for clause in speaking if clause.subject), None)


def signed(context: Context) -> tuple[int, int] | None:
    """Return the name under the quotation: "— Michelle Marks, Philadelphia"."""
    found = _SIGNATURE.match(context.tags, context.token + 1)
    return found.span("name") if found and context.tags[context.token] != "Q" else None


_SIGNATURE = re.compile(r"[.\n]?-(?P<name>[AR_]{1,3}N[N_K]{0,3}|N[N_K]{1,3})(?=[,.\n(]|$)")


def transcript(context: Context) -> tuple[int, int] | None:
    """Return the name before a colon: "Rep. Trey Gowdy: “…”", "Fr Dominic Shaw, the vicar:" and a new paragraph."""
    apart = context.opens_paragraph and context.tags[context.token - 2 : context.token] == ":\n"
    place = context.token - apart
    found = _NAME_AND_COLON.match(context.reading.reverse, len(context.tags) - place)
    if not found:
        return None
    size = len(context.tags)
    first, last = size - found.end("name"), size - found.start("name")
    begin = context.reading.sentence(place - 1)[0] if apart else context.begin
    return (first, last) if first <= begin + 1 else None


_NAME_AND_COLON = re.compile(
    r":(?:[)][^(\n]{1,6}[(])?(?:[NKARrJ_lo]{1,6}d?,(?=N))?(?P<name>[NKARrJ_loS]{0,9}[NARJ])"
)


def loose(context: Context) -> tuple[int, int] | None:
    """Return the subject of the sentence around the quotation."""
    place = (context.reading, context.begin, context.token)
    return coordinate_subject(*place) or main_subject(*place)
