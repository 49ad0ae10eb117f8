"""Every meaning rule finds its own example; house style is typographic; other words are wording."""

from __future__ import annotations

import pytest

from generator.model import Level
from generator.stories.changes import MEANING_RULES, MeaningRule
from generator.stories.collate import collate
from tests.stories.articles import read


def levels(one: str, other: str) -> list[tuple[Level, tuple[str, ...]]]:
    found = collate(read(one, "a"), read(other, "b")).differences
    return [(difference.level, difference.why) for difference in found]


@pytest.mark.parametrize("rule", MEANING_RULES, ids=lambda rule: rule.name)
def test_every_rule_finds_its_example(rule: MeaningRule):
    for one, other in (rule.example, rule.example[::-1]):
        ((level, why),) = levels(one, other)
        assert level is Level.MEANING
        assert rule.name in why


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The U.S. left on May 29th.", "The US left on May 29."),
        ("Iran's talks", "Iran’s talks"),
        ("A co-operative move", "A cooperative move"),
        ("They criticised the behaviour", "They criticized the behavior"),
        ("Ten men walked 1,000 metres", "10 men walked 1000 meters"),
        ("“harmful” and bad", "“harmful,” and bad"),
        ("America ... because", "America … because"),
        ("Up by 5% in Jan.", "Up by 5 percent in January"),
        ("A grey day", "A gray day"),
        ("Die Straße ist gesperrt", "Die Strasse ist gesperrt"),
        ("Er sagte: „Das ist gut.“", "Er sagte: »Das ist gut.«"),
        ("He said: « Never! »", "He said: “Never!”"),
    ],
)
def test_house_style_is_typographic(one: str, other: str):
    found = levels(one, other)
    assert found
    assert {Level.TYPOGRAPHIC} == {level for level, _ in found}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("denying several media reports", "denying certain media reports"),
        ("the Iranian leader said in a meeting", "the Leader said in a meeting"),
        ("Talks with American officials", "Talks with US officials"),
        ("in the United Nations today", "in the UN today"),
        ("Seyed Ali spoke to them", "Seyyed Ali spoke to them"),
    ],
)
def test_other_words_for_the_same_are_wording(one: str, other: str):
    assert [(Level.WORDING, ())] == levels(one, other)


def test_lost_quotation_marks_are_no_matter_of_style():
    assert [(Level.WORDING, ("quotation marks",))] == levels("a “total loss” it is", "a total loss it is")


@pytest.mark.parametrize(
    ("rule", "one", "other"),
    [
        ("name", "Norway attacked Sweden at dawn.", "Sweden attacked Norway at dawn."),
        ("number", "The vote was 51 to 49 in the end.", "The vote was 49 to 51 in the end."),
    ],
)
def test_what_changes_places_changes_the_meaning(rule: str, one: str, other: str):
    assert any(level is Level.MEANING and rule in why for level, why in levels(one, other))
