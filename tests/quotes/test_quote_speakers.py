"""Each rule for a quotation's speaker works on its own example."""

from __future__ import annotations

import pytest

from generator.quotes.clauses import clauses
from generator.quotes.languages.english import ENGLISH
from generator.quotes.marks import marked_spans
from generator.quotes.reading import read
from generator.quotes.speakers import RULES, Rule, attributions


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_finds_the_speaker_of_its_example(rule: Rule) -> None:
    reading = read(rule.example, marked_spans(rule.example), ENGLISH)
    answer = list(attributions(reading, clauses(reading)).values())[-1]
    assert answer is not None
    assert answer.subject is not None
    assert (rule.name, rule.mention) == (answer.rule, reading.span(*answer.subject).of(rule.example))
