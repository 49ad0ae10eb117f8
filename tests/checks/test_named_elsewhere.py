"""A role has a name only by another version's same words; what is doubtful, or kept back, stays open."""

from __future__ import annotations

import dataclasses

import pytest

from generator.checks.apply import BY_A_PERSON
from generator.checks.named_elsewhere import NamedElsewhere, named_elsewhere
from generator.model import Article, ArticleId, Field, FieldStatus, ReadArticle
from generator.quotes.extract import quotes_of
from generator.quotes.resolve import resolve

NAMED = (
    "Norwegian Deputy Foreign Minister Anna Kowalska spoke in Oslo. "
    "“We will open the northern harbor before the winter,” Kowalska said on Monday."
)


def _read(id_: str, text: str, language: str = "en") -> ReadArticle:
    fields = (Field("language", FieldStatus.STATED, language),)
    article = Article(ArticleId(id_), "", "", text, text, (), fields=fields)
    return ReadArticle(article, quotes_of(article))


def _found(role: str, *others: str) -> tuple[NamedElsewhere, ...]:
    reads = [_read("role", role), *(_read(f"other{number}", text) for number, text in enumerate(others))]
    return named_elsewhere(resolve(reads))


@pytest.mark.parametrize(
    "role",
    [
        "“We will open the northern harbor before the winter,” a senior Norwegian diplomat said.",
        "“We will open the northern harbour before the winter,” the deputy foreign minister said.",
        "The diplomat said: “We will open the northern harbor before the winter.”",
    ],
)
def test_a_role_has_the_name_that_another_version_gives_to_the_same_words(role: str) -> None:
    (found,) = _found(role, NAMED)
    assert found.speaker.name == "Anna Kowalska"
    assert found.quote.startswith("role-")
    assert found.evidence.startswith("other0-")


@pytest.mark.parametrize(
    "role",
    [
        "“We will close the southern border after the summer,” a senior Norwegian diplomat said.",
        "“We will open the northern harbor before the winter,” a senior Swedish diplomat said.",
        "“We will open the northern harbor before the winter,” a Norwegian general said.",
        "“We will open the northern harbor before the winter,” the foreign minister said.",
        "“We will open the northern harbor before the winter,” the finance minister said.",
        "“We will open the northern harbor before the winter,” an informed source said.",
        "“We will open the northern harbor before the winter,” a senior official said.",
        "“We will open the northern harbor before the winter,” diplomats said.",
        "“We will open the northern harbor before the winter,” another Norwegian diplomat said.",
        "“We will open the northern harbor before the winter,” said a diplomat who spoke on condition of anonymity.",
        "Anna Kowalska was there. “We will open the northern harbor before the winter,” a Norwegian diplomat said.",
        "A Norwegian diplomat denied that “we will open the northern harbor before the winter”.",
        "“Before the winter,” a Norwegian diplomat said.",
    ],
)
def test_what_does_not_fit_or_is_kept_back_stays_open(role: str) -> None:
    assert _found(role, NAMED) == ()


def test_words_that_two_versions_give_to_two_people_name_nobody() -> None:
    role = "“We will open the northern harbor before the winter,” a senior Norwegian diplomat said."
    other = "“We will open the northern harbor before the winter,” Ambassador Peter Lind said."
    assert _found(role, NAMED, other) == ()


def test_the_articles_own_mention_and_speaker_stay_as_they_are() -> None:
    role = _read("role", "“We will open the northern harbor before the winter,” the diplomat said.")
    (quote,) = role.quotes
    assert named_elsewhere(resolve([role, _read("other", NAMED)]))
    assert quote.speaker is None
    assert quote.mention
    assert quote.mention.of(role.article.text) == "the diplomat"


def test_a_speaker_that_a_person_left_open_stays_open() -> None:
    role = _read("role", "“We will open the northern harbor before the winter,” the diplomat said.")
    corrected = dataclasses.replace(role.quotes[0], rule=BY_A_PERSON)
    reads = [dataclasses.replace(role, quotes=(corrected,)), _read("other", NAMED)]
    assert named_elsewhere(reads) == ()


def test_an_apposition_tells_what_somebody_is() -> None:
    other = "“We will open the northern harbor before the winter,” said Anna Kowalska, the ministry's spokeswoman."
    role = "“We will open the northern harbor before the winter,” the ministry spokeswoman said."
    assert [found.speaker.name for found in _found(role, other)] == ["Anna Kowalska"]
    general = (
        "“We will open the northern harbor before the winter,” said Anna Kowalska, an aide to the general."
    )
    assert _found("“We will open the northern harbor before the winter,” the general said.", general) == ()
