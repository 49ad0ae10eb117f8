"""A denial in one version that is a statement in the other never stands without a signal."""

from __future__ import annotations

import pytest

from generator.checks.signals import story_signals
from generator.model import Article, ArticleId, ReadArticle
from generator.quotes.extract import quotes_of
from generator.quotes.resolve import resolve

DENIED = "Minister Joan Park denied that the government had held talks with the rebels."
SAID = "Minister Joan Park said that the government had held talks with the rebels."


def _messages(one: str, other: str) -> list[str]:
    articles = [Article(ArticleId(id_), "", "", text, text, ()) for id_, text in (("a", one), ("b", other))]
    reads = resolve([ReadArticle(article, quotes_of(article)) for article in articles])
    return [found.message for found in story_signals(reads, (), ()) if found.code == "polarity-differs"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (DENIED, SAID),
        (SAID, DENIED),
        (DENIED, SAID.replace("said that", "confirmed")),
        (DENIED, SAID.replace("Minister Joan Park", "Joan Park")),
    ],
)
def test_what_is_denied_here_and_said_there_is_an_error(one: str, other: str) -> None:
    assert ["These words of Joan Park are denied in one version, affirmed in the other."] == _messages(
        one, other
    )


def test_a_label_that_both_print_is_one_voice() -> None:
    one, other = (text.replace("Minister Joan Park", "The ministry") for text in (DENIED, SAID))
    assert ["These words are denied in one version, affirmed in the other."] == _messages(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (DENIED, DENIED),
        (SAID, SAID),
        (DENIED, SAID.replace("Joan Park", "Adam Teke")),
        (DENIED, SAID.replace("said that", "did not rule out that")),
        (DENIED + " " + SAID, SAID),
    ],
)
def test_two_people_or_an_open_answer_raise_nothing(one: str, other: str) -> None:
    assert [] == _messages(one, other)
