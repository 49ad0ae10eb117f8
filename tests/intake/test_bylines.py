"""A byline names people, and prose that starts with "By" names nobody."""

from __future__ import annotations

import json

import pytest

from generator.intake.articles import article_from
from generator.intake.bylines import byline_names, is_full_name
from generator.intake.records import line_articles
from generator.intake.source import Source
from generator.model import Article, RawArticle

BODY = (
    "The talks on the shared river ended on Sunday without a result, the foreign ministry said in a statement.",
    "Officials of both countries had met for three days in the capital to agree on how much water each may take.",
    "“We will meet again in the autumn,” the minister told reporters after the last of the meetings was over.",
    "Farmers along the lower river have lost two harvests in a row since the new dam upstream was closed.",
)


def read(*lines: str) -> Article:
    record = json.dumps({"id": "a", "text": "\n".join(lines)}).encode()
    (raw,) = line_articles([record], Source("a.jsonl", "a", b""), first=1)
    assert isinstance(raw, RawArticle)
    return article_from(raw)


@pytest.mark.parametrize(
    ("names", "line"),
    [
        ("Ann Writer", "By Ann Writer"),
        ("Ann Writer", "by Ann Writer - 12/22/23 12:24 PM ET"),
        ("Ann Writer", "By Ann WriterPublished: Jan 29, 2025"),
        ("Ann Writer", "By Ann Writer | ann@daily.example | The Daily Example"),
        ("Ann Writer", "By Ann Writer December 20, 2023"),
        ("Ann Writer", "Written by: Ann Writer"),
        ("Ann Writer", "By Ann Writer, staff editor who joined in 2016"),
        ("Ann Writer and The Example Press", "By Ann Writer and The Example Press"),
        ("Ann van der Rohe, B. de Editor", "By Ann van der Rohe, B. de Editor"),
        ("Sarah", "BySarah July 30, 2019"),
        ("Jürgen Ahlers", "Von Jürgen Ahlers"),
        ("Ana Gil y Lucía Ferrer", "Por Ana Gil y Lucía Ferrer"),
    ],
)
def test_a_byline_gives_its_names_alone(names: str, line: str) -> None:
    assert byline_names(line) == names


@pytest.mark.parametrize(
    "line",
    [
        "By Saturday it had all ended.",
        "By Monday",
        "By contrast",
        "By the sea",
        "By 2019",
        "By Friday Officials Had Left The Building And Gone Home To Their Families In The North",
        "Posted by | News | ,",
        "Bystanders",
    ],
)
def test_other_lines_that_start_alike_are_no_bylines(line: str) -> None:
    assert byline_names(line) is None


def test_a_name_is_two_to_four_capitalized_words() -> None:
    assert is_full_name("Ann van der Rohe")
    assert not is_full_name("Newsdesk")
    assert not is_full_name("Read more about it")


def test_the_byline_at_the_body_counts_and_is_no_part_of_it() -> None:
    article = read("Menu", "By Category", "Sign in", "River talks end", "By Ann Writer", *BODY)
    (author,) = (field.value for field in article.fields if field.name == "author")
    assert author == "Ann Writer"
    assert "By Ann Writer" not in article.text


def test_a_name_above_the_body_counts_where_a_box_below_tells_who_it_is() -> None:
    article = read(
        "River talks end",
        "Ann Writer",
        *BODY,
        "Ann Writer is a reporter who covers the north of the country.",
    )
    authors = [field.value for field in article.fields if field.name == "author"]
    assert authors in (["Ann Writer"], [])


def test_the_current_day_in_a_pages_head_is_no_date_of_publication() -> None:
    head = ["Friday, April 28, 2023", "Home", "World", "Politics", "Sport", "Culture", "Weather"]
    article = read(*head, "River talks end", "December 25, 2021", *BODY)
    assert "2023-04-28" not in [field.value for field in article.fields if field.name == "published"]


@pytest.mark.parametrize("line", ["Von der Leyen tritt zurück", "Por fin llueve", "Von Braun"])
def test_another_languages_word_opens_a_byline_before_full_names_only(line: str) -> None:
    assert byline_names(line) is None


def test_another_languages_word_names_nobody_in_an_english_text() -> None:
    assert "author" not in {field.name for field in read("Leave a Reply", "Von Trapp Family", *BODY).fields}


def test_a_closing_line_about_the_author_is_no_body() -> None:
    about = "Ann Writer is a columnist and the author of two books."
    article = read(
        "Skip to content", "The river that nobody owns", "By Ann Writer", *BODY, about, "Leave a Reply"
    )
    assert about not in article.text
    assert article.text.startswith(BODY[0])


def test_a_disclaimer_and_the_credits_of_a_wire_report_are_no_body() -> None:
    tail = ("(Reporting by Ann Writer in Oslo; Editing by Bo Hand)", "Our Standards: The Trust Principles.")
    article = read("Ministers agree on the river", "OSLO, Dec 17 (Wire) - " + BODY[0], *BODY[1:], *tail)
    assert not [line for line in tail if line in article.text]
    fields = {field.name: field.value for field in article.fields}
    expected = {"dateline": "OSLO", "published": "--12-17", "via": "Wire"}
    assert expected == {name: fields.get(name) for name in expected}


def test_names_and_dates_between_a_lead_and_the_first_paragraph_are_facts_and_no_body() -> None:
    body = (
        "Der Stadtrat hat die Entscheidung über den neuen Bahnhof am Dienstag vertagt, nach vier Stunden Debatte.",
        "„Wir brauchen diesen Bahnhof, aber nicht um jeden Preis“, sagte die Bürgermeisterin nach der Sitzung.",
        "Die Opposition warf der Verwaltung vor, die Kosten verschwiegen zu haben, und will ein neues Gutachten.",
    )
    head = ("Zum Inhalt springen", "Startseite", "Politik", "Wirtschaft", "Streit um den neuen Bahnhof")
    article = read(
        *head, "Stadtrat vertagt die Entscheidung", "Von Jürgen Ahlers", "Stand: 14.03.2017, 18:05 Uhr", *body
    )
    stated = {field.name: field.value for field in article.fields}
    assert ("Jürgen Ahlers", "2017-03-14") == (stated.get("author"), stated.get("published"))
    assert article.text.endswith("\n\n".join(body))
    assert "Ahlers" not in article.text
