"""Does the speaker stand by the words, deny them, or leave them open?"""

from __future__ import annotations

from generator.model import Polarity
from generator.quotes.clauses import Clause
from generator.quotes.languages.language import CueKind


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
