"""How sure is a speaker? One figure a rule, told from how often such sentences mislead."""

from __future__ import annotations

from generator.model import QuoteKind

_BY_RULE = {
    "after": 0.96,
    "before": 0.9,
    "later": 0.85,
    "continued": 0.92,
    "colon before": 0.95,
    "sentence before": 0.7,
    "paragraph before": 0.65,
    "loose": 0.5,
}
_REPORTED = 0.65
_UNKNOWN = 0.5


def confidence_of(kind: QuoteKind, rule: str) -> float:
    """Return the share of quotes found this way that have the right span and speaker."""
    if kind is QuoteKind.INDIRECT:
        return _REPORTED
    return _BY_RULE.get(rule, _UNKNOWN)
