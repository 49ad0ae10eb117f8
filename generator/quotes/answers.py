"""Does a quotation answer the question before it? Then who asked is not who says it: "“Who?” Torres asked. “Nobody,” she answered."."""

from __future__ import annotations

from bisect import bisect_left
from itertools import islice

from generator.quotes.reading import Reading

_NEAR = 3
"""Tokens to either side of a pronoun in which its verb is looked for: "a-t-elle répondu"."""


def answers_a_question(reading: Reading, pronoun: int) -> bool:
    """Tell whether a pronoun answers, by its verb, the question that the last quotation but one puts."""
    near = range(max(0, pronoun - _NEAR), min(len(reading.tokens), pronoun + _NEAR + 1))
    if not any(reading.word(at).lower() in reading.language.answering for at in near):
        return False
    tokens = list(reading.quotes)
    behind = bisect_left(tokens, pronoun)
    before = [reading.quotes[at].inner.of(reading.text) for at in islice(tokens, max(0, behind - 2), behind)]
    return len(before) > 1 and before[0].rstrip().endswith(("?", "؟"))
