"""Every name of a rule that a quote can bear is told to people, works on its example and stands in the docs."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest

from generator.model import Article, ArticleId, Field, FieldStatus
from generator.quotes.clauses import Side
from generator.quotes.contexts import RuleName
from generator.quotes.extract import quotes_of
from generator.quotes.rule_texts import NO_LANGUAGE, RULE_TEXTS, RuleText, rule_text

_UNREPORTED = {"by", "owner", "none"}
"""Sides of clauses that report nothing without marks (`indirect.py`)."""
_DOCS = Path(__file__).parents[2] / "docs" / "quotes.md"


def test_every_rule_that_the_code_can_name_is_told() -> None:
    # The type checker holds the code to these two lists of names.
    reported = {f"reported, {side}" for side in get_args(Side) if side not in _UNREPORTED}
    assert {*get_args(RuleName), *reported, NO_LANGUAGE} == {each.name for each in RULE_TEXTS}
    assert len(RULE_TEXTS) == len({each.name for each in RULE_TEXTS})


def test_the_docs_tell_every_rule_as_the_command_does() -> None:
    rows = dict(re.findall(r"^\| `([^`]+)` \| (.+?) \|$", _DOCS.read_text(encoding="utf-8"), re.MULTILINE))
    assert {each.name: each.text for each in RULE_TEXTS} == rows


@pytest.mark.parametrize(
    "told", [each for each in RULE_TEXTS if each.example], ids=lambda told: str(told.name)
)
def test_a_rule_finds_the_speaker_of_its_example(told: RuleText) -> None:
    language = Field("language", FieldStatus.STATED, told.language)
    article = Article(ArticleId("a"), "", "", told.example, told.example, (), fields=(language,))
    assert told.name == quotes_of(article)[-1].rule
    assert rule_text(told.name) is told


def test_what_no_rule_found_is_told_by_no_rule() -> None:
    assert rule_text("") is None
