"""How sure is a quote? One figure for each rule, kind and sort of speaker, in round numbers.

They were set on one half of a labeled set of US political news and checked on the other: of the quotes
with .9 and more, 95% have the right span and speaker in either half. Rules that hardly occur there, and
those of other languages, have a cautious figure.
"""

from __future__ import annotations

from generator.model import QuoteKind

_Figures = tuple[float, float]
"""With a speaker who is known by name; with a mention that names nobody, such as "the official"."""

_DIRECT: dict[str, _Figures] = {
    "after": (0.96, 0.94),
    "before": (0.89, 0.77),
    "colon before": (0.8, 0.7),
    "continued": (0.93, 0.92),
    "later": (0.88, 0.75),
    "signed": (0.85, 0.7),
    "transcript": (0.85, 0.7),
    "sentence before": (0.78, 0.5),
    "paragraph before": (0.75, 0.5),
    "loose": (0.6, 0.5),
    "earlier": (0.5, 0.4),
    "subject dropped": (0.78, 0.7),
    "subjunctive": (0.7, 0.6),
}
_PARTIAL: dict[str, _Figures] = {
    "after": (0.88, 0.77),
    "before": (0.89, 0.72),
    "later": (0.75, 0.5),
    "loose": (0.5, 0.2),
    "subject dropped": (0.75, 0.6),
    "subjunctive": (0.7, 0.6),
}
"""Bits of a sentence mislead more often: they may be a title, a slogan or a word held at arm's length."""
_REPORTED = 0.6
_UNKNOWN = 0.1


def confidence_of(kind: QuoteKind, rule: str, *, named: bool = True) -> float:
    """Return the share of quotes found this way that have the right span and speaker (0–1).

    `named` is False where the speaker's mention names nobody.
    """
    if kind is QuoteKind.INDIRECT:
        return _REPORTED
    figures = (_PARTIAL if kind is QuoteKind.PARTIAL else _DIRECT).get(rule)
    return _UNKNOWN if figures is None else figures[0] if named else figures[1]
