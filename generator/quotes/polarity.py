"""Does the speaker stand by the words, deny them, or leave them open?"""

from __future__ import annotations

import re

from generator.model import Polarity, QuoteKind
from generator.quotes.clauses import Clause
from generator.quotes.languages.language import CueKind
from generator.quotes.reading import Reading


def polarity_of(clause: Clause | None) -> Polarity:
    """Return what a clause of reporting does with its content.

    "denied that" denies; "did not deny", "questioned whether" and "may have said" leave open;
    "never said that" denies having said it.
    """
    if clause is None:
        return Polarity.AFFIRMED
    kind = clause.cue.kind
    if kind is CueKind.DOUBT:
        return Polarity.HEDGED
    if kind is CueKind.DENY:
        return Polarity.HEDGED if clause.negated or clause.meant else Polarity.DENIED
    if clause.negated:
        return Polarity.DENIED
    return Polarity.HEDGED if clause.meant else Polarity.AFFIRMED


def polarity_at(reading: Reading, clause: Clause | None, token: int, kind: QuoteKind) -> Polarity:
    """Return what is done with a quotation at a token: by its clause, and by the reporter's words before it.

    "dismissed the claim as “a smear”" says that it is a smear; "said it was never “a death trap”" denies that.
    """
    polarity = polarity_of(clause)
    before = reading.word(token - 1).lower() if token else ""
    if clause is not None and clause.cue.kind is CueKind.DENY and before == "as":
        return Polarity.AFFIRMED if polarity is Polarity.DENIED else polarity
    if kind is not QuoteKind.PARTIAL or polarity is not Polarity.AFFIRMED:
        return polarity
    if _turned_down(reading, token):
        return Polarity.DENIED
    if clause is not None and _is_questioned(reading, clause, token):
        return Polarity.HEDGED
    left_open = clause is not None and any(
        reading.word(place).lower() == "whether" for place in range(clause.last, token)
    )
    return Polarity.HEDGED if left_open else polarity


def _is_questioned(reading: Reading, clause: Clause, token: int) -> bool:
    """Tell whether the reporter's own sentence asks if it was said: "Did Marsh ever say “abolish”?"."""
    begin, end = reading.sentence(token)
    mark = end if reading.tags[end - 1] != "." else end - 1
    asks = mark < len(reading.tokens) and reading.word(mark) == "?"
    return asks and begin <= clause.first and reading.word(begin).lower() in _ASKING


_ASKING = frozenset(
    ("did", "does", "do", "has", "have", "had", "is", "was", "will", "would", "could", "can", "should")
)
"""Auxiliaries that open a question."""


def _turned_down(reading: Reading, token: int) -> bool:
    """Tell whether the reporter's words deny a quotation in them: "he said it was never “a death trap”"."""
    found = _DENIES.search(reading.tags, max(0, token - _REACH), token + 1)
    if found and not any(reading.word(place).lower() in _ADDING for place in range(found.start(), token)):
        return True
    return token > 0 and reading.word(token - 1).lower() in ("no", "without")


_REACH = 7
_DENIES = re.compile("n[bx]*(?:[dq]|[ioT][dq]?)?[bJel]{0,2}(?=[QFMP])")
_ADDING = frozenset(("only", "just", "merely", "simply"))
"""Words after "not" that deny nothing."""
