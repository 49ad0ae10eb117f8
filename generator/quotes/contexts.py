"""What may a rule look at when it asks who says a quotation?"""

from __future__ import annotations

from bisect import bisect_left
from typing import Literal, NamedTuple

from generator.quotes.clauses import Clause
from generator.quotes.languages.language import CueKind
from generator.quotes.reading import Reading

SPEECH = frozenset((CueKind.SAY, CueKind.TELL))
"""What a verb of plain speech takes."""


RuleName = Literal[
    "after", "before", "later", "continued", "sentence before", "earlier", "colon before", "signed",
    "paragraph before", "transcript", "loose", "subject dropped", "subjunctive",
]  # fmt: skip
"""Names of the rules that find whose a quotation in marks is."""


class Attribution(NamedTuple):
    """Who says a quotation, in the article's words."""

    subject: tuple[int, int] | None
    """Tokens of the mention."""
    clause: Clause | None
    rule: RuleName


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
    def resumes(self) -> bool:
        """Tell whether at most an adverb or "adding" stands before the quotation: "Instead, “…”"."""
        return not self.tags[self.begin : self.token].strip("bc,_g")

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
