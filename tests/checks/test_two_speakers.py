"""The same words in two versions never have two speakers without a signal."""

from __future__ import annotations

import pytest

from generator.checks.signals import story_signals
from generator.model import Article, ArticleId, ReadArticle, Severity
from generator.quotes.extract import quotes_of
from generator.quotes.resolve import resolve

SAID = "We will open the northern harbor of the U.S. base before the winter comes"


def _levels(one: str, other: str) -> list[Severity]:
    articles = [Article(ArticleId(id_), "", "", text, text, ()) for id_, text in (("a", one), ("b", other))]
    reads = resolve([ReadArticle(article, quotes_of(article)) for article in articles])
    return [signal.level for signal in story_signals(reads, (), ()) if signal.code == "attribution-differs"]


@pytest.mark.parametrize(
    "words",
    [
        SAID,
        SAID.replace("U.S.", "US"),
        SAID.replace("northern", "northern,"),
        SAID.replace("harbor", "port"),
    ],
)
def test_two_names_for_the_same_words_are_an_error(words: str) -> None:
    assert _levels(f"“{SAID},” Anna Kowalska said.", f"“{words},” Peter Lind said.") == [Severity.ERROR]


def test_reported_words_with_two_names_are_an_error() -> None:
    one = "Anna Kowalska said the northern harbor would open before the winter."
    assert _levels(one, one.replace("Anna Kowalska", "Peter Lind")) == [Severity.ERROR]


def test_other_words_and_one_persons_two_names_are_none() -> None:
    one = f"“{SAID},” Anna Kowalska said."
    assert (
        _levels(
            one, "“The harbor will be closed for good and nobody will ever use it again,” Peter Lind said."
        )
        == []
    )
    assert _levels(one, f"“{SAID},” Kowalska said.") == []
