"""Every rule cuts its own example and leaves prose alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.intake.furniture import CUT_RULES, CutRule, furniture

SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.mark.parametrize("rule", CUT_RULES, ids=lambda rule: rule.example)
def test_a_rule_cuts_its_example(rule: CutRule) -> None:
    found = furniture(rule.example)
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
    assert furniture(line) is None
