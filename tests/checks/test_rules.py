"""Every rule finds the place that its own example shows, and leaves plain prose alone."""

from __future__ import annotations

import pytest

from generator.checks.rule import PairRule, Rule
from generator.checks.signals import (
    ALL_ARTICLES_RULES,
    ARTICLE_RULES,
    PAIR_RULES,
    article_signals,
    rule_texts,
    story_signals,
)
from tests.checks.examples import example_collation, example_version, marked_places, read_example

PLAIN = (
    "The council met in the town hall and chose a new chair for the coming year. Work on the bridge over the "
    "river goes on until the autumn.\n\nTraffic is led through the northern streets, where two schools have "
    "asked for slower lanes. Buses stop at the market."
)


@pytest.mark.parametrize("rule", ARTICLE_RULES, ids=lambda rule: rule.code)
def test_a_rule_finds_its_example(rule: Rule) -> None:
    text, places = marked_places(rule.example)
    found = [signal for signal in article_signals(read_example(text)) if signal.code == rule.code]
    assert [] != places
    assert places == [evidence.span for signal in found for evidence in signal.evidence][: len(places)]


@pytest.mark.parametrize("rule", PAIR_RULES, ids=lambda rule: rule.code)
def test_a_rule_over_two_versions_finds_its_example(rule: PairRule) -> None:
    (left, places), (right, other_places) = map(marked_places, rule.example)
    reads = read_example(left, "a"), read_example(right, "b")
    found = story_signals(reads, [example_version(*reads)], [example_collation(*reads)])
    pointed = [
        (evidence.article, evidence.span)
        for signal in found
        if signal.code == rule.code
        for evidence in signal.evidence
    ]
    expected = [("a", place) for place in places] + [("b", place) for place in other_places]
    assert sorted(expected) == sorted(pointed)


def test_plain_prose_raises_nothing() -> None:
    read = read_example(PLAIN)
    assert () == article_signals(read)
    assert () == story_signals([read, read_example(PLAIN, "b")], [], [])


def test_every_rule_explains_itself() -> None:
    assert len(ARTICLE_RULES) + len(PAIR_RULES) + len(ALL_ARTICLES_RULES) == len(rule_texts())
    assert all(title and text.endswith(".") for title, text in rule_texts().values())
