"""Confidence is a share, safer rules have more of it, and every rule has a figure of its own."""

from __future__ import annotations

import pytest

from generator.model import QuoteKind
from generator.quotes.confidence import confidence_of
from generator.quotes.speakers import RULES


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_named_speaker_is_surer_than_an_unknown_one(rule) -> None:
    assert confidence_of(QuoteKind.DIRECT, "") < confidence_of(QuoteKind.DIRECT, rule.name) < 1


def test_words_with_their_speaker_right_after_them_are_surest() -> None:
    surest = max(RULES, key=lambda rule: confidence_of(QuoteKind.DIRECT, rule.name))
    assert surest.name == "after"


def test_bits_of_a_sentence_are_less_sure_than_whole_ones() -> None:
    assert confidence_of(QuoteKind.PARTIAL, "after") < confidence_of(QuoteKind.DIRECT, "after")


@pytest.mark.parametrize("kind", [QuoteKind.DIRECT, QuoteKind.PARTIAL])
def test_a_speaker_without_a_name_is_less_sure(kind: QuoteKind) -> None:
    for rule in ("after", "before", "later", "subject dropped"):
        assert confidence_of(kind, rule, named=False) < confidence_of(kind, rule)
