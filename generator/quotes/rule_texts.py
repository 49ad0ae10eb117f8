"""What does each rule for a speaker say? A description and an example for every name that a quote can bear."""

from __future__ import annotations

from typing import NamedTuple

from generator.quotes.speakers import RULES

NO_LANGUAGE = "no rules for the language"
_REPORTED = "reported, "


class RuleText(NamedTuple):
    """How a rule is told to people."""

    name: str
    text: str
    example: str
    """Text in which the rule finds the speaker of the last quote."""
    language: str = "en"


_TEXTS = {
    "after": "the clause of reporting that follows the quotation",
    "before": "the clause of reporting that leads up to it; of nested ones the outer",
    "later": "the clause of reporting that closes its sentence",
    "continued": "whoever said the quotation before, in the same paragraph",
    "sentence before": "the last clause of reporting in the sentence before",
    "earlier": "whoever said the paragraph's last quotation, some sentences back",
    "colon before": "the clause of a paragraph that ends in a colon",
    "signed": "the name that is signed under it",
    "paragraph before": "whoever said the last words of the paragraph before",
    "transcript": "the name before a colon",
    "loose": "the subject of the sentence around it; nothing says that they speak",
}
_OTHERS = (
    RuleText(
        "subject dropped",
        "the subject of the words before, for a verb that has none",
        "Ana Ríos habló el lunes. Y añadió: «La carretera sigue cerrada».",
        "es",
    ),
    RuleText(
        "subjunctive",
        "whoever spoke before, in German reported speech that goes on",
        "Anna Beck sprach am Montag. Sie betonte, das Land habe gezahlt. Es sei Zeit „für einen neuen Anfang“.",
        "de",
    ),
    RuleText(
        f"{_REPORTED}left", "the subject before its verb of reporting", "Ann Miller said the road is closed."
    ),
    RuleText(f"{_REPORTED}right", "the subject after it", "The road is closed, said Ann Miller."),
    RuleText(
        f"{_REPORTED}shared",
        "the subject of another verb before it",
        "Ann Miller left and warned that the road was closed.",
    ),
    RuleText(
        f"{_REPORTED}according",
        "whoever “according to” names",
        "According to the ministry, the road is closed.",
    ),
    RuleText(
        f"{_REPORTED}who",
        "the name before “who”",
        "The road was opened by Ann Miller, who said it was safe by now.",
    ),
    RuleText(
        f"{_REPORTED}relative",
        "the subject before a relative clause",
        "The man who lives next door said the road was closed.",
    ),
    RuleText(
        f"{_REPORTED}dropped",
        "the subject of the words before, for a verb that has none",
        "La ministra Ana Ríos habló el lunes. Y añadió que la carretera sigue cerrada.",
        "es",
    ),
    RuleText(
        NO_LANGUAGE,
        "nobody: the text's language has no rules yet",
        "«Dette er slutt nå,» sa Kari Nordby.",
        "no",
    ),
)
RULE_TEXTS = (*(RuleText(rule.name, _TEXTS[rule.name], rule.example) for rule in RULES), *_OTHERS)
"""In the order in which they are asked."""


def rule_text(name: str) -> RuleText | None:
    """Return what is told of a rule; None for quotes that no rule found a speaker for, or that a person corrected."""
    return next((each for each in RULE_TEXTS if each.name == name), None)
