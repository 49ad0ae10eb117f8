"""The same words in two versions never have two speakers without a signal."""

from __future__ import annotations

import pytest

from generator.checks.passages import passages_of
from generator.checks.rule import Pair
from generator.checks.rules.compared_quotes import RULES
from generator.model import BY_A_PERSON, Article, ArticleId, Field, FieldStatus, Quote, ReadArticle
from generator.quotes.contradicted import without_contradicted
from generator.quotes.extract import quotes_of
from generator.quotes.resolve import resolve

SAID = "“There will be no talks with them at any level,”"
HALE = f"Senator Robert Hale spoke on Monday. {SAID} Robert Hale said."
LOWE = f"Senator Paul Lowe spoke on Monday. {SAID} Paul Lowe said."
HE_HALE = f"Senator Robert Hale spoke on Monday. {SAID} he said."
HE_LOWE = f"Senator Paul Lowe spoke on Monday. {SAID} he said."
ROLE_LOWE = f"Senator Paul Lowe spoke on Monday. {SAID} the senator said."


def _read(name: str, text: str) -> ReadArticle:
    fields = (Field("language", FieldStatus.STATED, "en"),)
    article = Article(ArticleId(name), "", "", text, text, (), fields=fields)
    return ReadArticle(article, quotes_of(article))


def _story(one: str, other: str) -> tuple[ReadArticle, ...]:
    return resolve([_read("a", one), _read("b", other)])


def _names(one: str, other: str) -> list[str | None]:
    return [quote.speaker and quote.speaker.name for read in _story(one, other) for quote in read.quotes]


def _signals(one: str, other: str) -> list[str]:
    story = _story(one, other)
    pair = Pair(passages_of(story[0]), passages_of(story[1]), None, None)
    rule = next(rule for rule in RULES if rule.code == "attribution-differs")
    return [finding.message for finding in rule.find(pair)]


def test_two_printed_names_stand_and_raise_a_signal() -> None:
    assert ["Robert Hale", "Paul Lowe"] == _names(HALE, LOWE)
    (message,) = _signals(HALE, LOWE)
    assert "Robert Hale" in message
    assert "Paul Lowe" in message


def test_two_people_of_one_surname_raise_a_signal() -> None:
    assert _signals(HALE, HALE.replace("Robert", "Anna"))


@pytest.mark.parametrize("text", [HE_LOWE, ROLE_LOWE])
def test_a_pronoun_or_a_role_gives_way_to_a_printed_name_and_a_signal_says_so(text: str) -> None:
    assert [None, "Robert Hale"] == _names(text, HALE)
    (message,) = _signals(text, HALE)
    assert "the other names nobody" in message


def test_two_pronouns_that_contradict_each_other_name_nobody() -> None:
    assert [None, None] == _names(HE_LOWE, HE_HALE)


def test_who_is_not_contradicted_stays() -> None:
    assert ["Paul Lowe", "Paul Lowe"] == _names(HE_LOWE, LOWE)
    assert ["Paul Lowe", "Robert Hale"] == _names(
        HE_LOWE.replace("no talks with them", "some talks with them"), HALE
    )


def test_few_words_can_be_anybodys() -> None:
    assert ["Paul Lowe", "Robert Hale"] == _names(
        "Senator Paul Lowe spoke. “No, never,” he said.", "Senator Robert Hale spoke. “No, never,” he said."
    )


def test_whom_a_person_named_stays() -> None:
    read = _read("a", HE_LOWE)
    (quote,) = read.quotes
    kept = Quote(quote.id, quote.article, quote.key, quote.kind, quote.parts, quote.words,
                 mention=quote.mention, speaker=quote.speaker, rule=BY_A_PERSON)  # fmt: skip
    story = without_contradicted([ReadArticle(read.article, (kept,)), _read("b", HALE)])
    assert story[0].quotes == (kept,)
