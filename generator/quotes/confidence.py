"""How sure is a quote? One figure a rule and kind, set by hand in round numbers and checked on labeled news."""

from __future__ import annotations

from generator.model import QuoteKind

_DIRECT = {
    "after": 0.95,
    "before": 0.85,
    "colon before": 0.85,
    "continued": 0.88,
    "later": 0.85,
    "signed": 0.85,
    "transcript": 0.85,
    "sentence before": 0.7,
    "paragraph before": 0.6,
    "loose": 0.55,
    "earlier": 0.5,
}
_PARTIAL = {"after": 0.8, "before": 0.82, "later": 0.55, "loose": 0.4}
"""Bits of a sentence mislead more often: they may be a title, a slogan or a word held at arm's length."""
_REPORTED = 0.6
_UNKNOWN = 0.3


def confidence_of(kind: QuoteKind, rule: str) -> float:
    """Return the share of quotes found this way that have the right span and speaker (0–1)."""
    if kind is QuoteKind.INDIRECT:
        return _REPORTED
    table = _PARTIAL if kind is QuoteKind.PARTIAL else _DIRECT
    return table.get(rule, _UNKNOWN)
