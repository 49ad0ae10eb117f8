"""Every rule cuts its own example and leaves prose alone."""

from __future__ import annotations

import importlib
from pathlib import Path

import pytest

from generator.intake.clean import BODY, Text, labeled
from generator.intake.furniture import CUT_RULES, CutRule, furniture_of
from generator.intake.lines import Line

SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.mark.parametrize("rule", CUT_RULES, ids=lambda rule: rule.example)
def test_a_rule_cuts_its_example(rule: CutRule) -> None:
    (found,) = furniture_of([rule.example])
    assert found is not None
    assert found.name == rule.name


@pytest.mark.parametrize(
    "line",
    [
        "Share prices fell sharply on Monday after the central bank raised its rates again.",
        "Email is how most of the ministry's orders were sent, he said.",
        "More from the talks is expected on Friday.",
        "Comments made by the minister were widely reported.",
        "Tags on the bags showed where they had come from.",
        "Related talks in Oman have ended without a result, two diplomats said.",
        "“Leave a reply to me,” the president told reporters.",
    ],
)
def test_prose_that_starts_like_furniture_is_left_alone(line: str) -> None:
    assert furniture_of([line]) == [None]


@pytest.mark.parametrize("rule", CUT_RULES, ids=lambda rule: rule.example)
def test_a_rule_names_all_characters_that_its_lines_may_start_with(rule: CutRule) -> None:
    """`regex` can tell that more characters would have made a match, `re` can't."""
    pattern = importlib.import_module("regex").compile(rule.pattern.pattern, rule.pattern.flags)
    openings = {
        character.upper().casefold()[0]
        for character in map(chr, range(0x20, 0x2000))
        if pattern.fullmatch(character, partial=True)
    }
    if rule.opens:
        assert {"0" if opening.isdigit() else opening for opening in openings} == set(rule.opens)
    else:
        assert "posted " in rule.example.lower()
        assert "posted" in rule.pattern.pattern


@pytest.mark.parametrize(
    "line",
    [
        "ſhare on Facebook",
        "ıf you buy it, we earn a commission",
        "İf you buy it, we earn a commission",
        "ADVERTISEMENT",
        "٣ comments",
        "¡ July 14 · pOsTeD bY us",
    ],
)
def test_letters_of_any_case_and_digits_of_any_script_open_furniture(line: str) -> None:
    slow = next((rule for rule in CUT_RULES if rule.pattern.match(line)), None)
    assert furniture_of([line]) == [slow]


def test_a_box_of_related_articles_between_the_paragraphs_does_not_end_the_article() -> None:
    paragraph = (
        "The council of the town of Carrow met again on day {0} and did not agree on the price of the mill, "
        "although the mayor had told its members {0} times what the state of the roof was."
    )
    above, below = ([paragraph.format(day) for day in days] for days in (range(1, 8), range(8, 13)))
    lines = ["Skip to content", *above, "Related articles", "A mill for sale", *below, "Leave a Reply"]
    (entries,) = labeled([Text([Line(number, number, 0, text) for number, text in enumerate(lines, 1)])])
    kept = [entry.line.text for entry in entries if entry.label == BODY]
    assert [*above, *below] == [text for text in kept if text.startswith("The council")]
