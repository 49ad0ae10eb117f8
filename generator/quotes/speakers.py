"""Which clause of reporting does a quotation belong to? Ordered named rules; the first answer wins."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from generator.quotes.clauses import Clause
from generator.quotes.contexts import Attribution, Context, RuleName
from generator.quotes.reading import Reading
from generator.quotes.rules_around import (
    colon_before,
    continued,
    earlier,
    loose,
    paragraph_before,
    sentence_before,
    signed,
    transcript,
)
from generator.quotes.rules_in_sentence import after, before, later


@dataclass(frozen=True, slots=True)
class Rule:
    """A way to find a quotation's clause."""

    name: RuleName
    find: Callable[[Context], Clause | tuple[int, int] | None]
    """Return a clause, or the tokens of a mention that has no cue."""
    example: str
    mention: str
    """Who says the example's last quotation."""


RULES = (
    Rule("after", after, "“We will not talk,” the Iranian leader said on Monday.", "the Iranian leader"),
    Rule("before", before, "Speaking in Tehran, Hassan Rouhani said: “We will not talk.”", "Hassan Rouhani"),
    Rule("later", later, "The “rigged” vote must be held again, Donald Trump said.", "Donald Trump"),
    Rule("continued", continued, "“We will not talk,” the envoy said. “Not now.”", "the envoy"),
    Rule(
        "sentence before",
        sentence_before,
        "The Leader referred to talks as a trick. “This is no talk.”",
        "The Leader",
    ),
    Rule("earlier", earlier, "“No,” Ms. Haley said. It rained. “Not now.”", "Ms. Haley"),
    Rule("colon before", colon_before, "Mr. Stone wrote:\n\n“The stakes are high.”", "Mr. Stone"),
    Rule("signed", signed, "“Great speech.”\n\n— Michelle Marks, Philadelphia.", "Michelle Marks"),
    Rule("paragraph before", paragraph_before, "“No,” Ms. Haley said.\n\n“Not now.”", "Ms. Haley"),
    Rule("transcript", transcript, "Rep. Trey Gowdy (R-S.C.): “Who told you that?”", "Rep. Trey Gowdy"),
    Rule("loose", loose, "Merkel ended the night with “a great day for us all.”", "Merkel"),
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
