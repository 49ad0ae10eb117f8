"""Words that were printed long before are pointed out where an article does not say that they are old."""

from __future__ import annotations

import dataclasses

import pytest

from generator.checks.rules.old_quotations import CODE
from generator.checks.signals import related_signals
from generator.model import Article, ArticleId, Field, FieldStatus, Paragraph, ReadArticle, Signal, Span
from generator.quotes.extract import quotes_of
from generator.stories.utterances import utterances

SAID = "We will never hand over a single village of this valley"
OLD = (
    f"Talks on the valley opened on Monday.\n“{SAID},” President Maria Okafor told reporters in the capital."
)
NEW = f"Shots were heard in the valley on Sunday.\n“{SAID},” President Maria Okafor said."


def article(name: str, text: str, published: str | None, language: str = "en") -> ReadArticle:
    paragraphs, at = [], 0
    for number, line in enumerate(text.split("\n"), start=1):
        paragraphs.append(Paragraph(Span(at, at + len(line)), number))
        at += len(line) + 1
    fields = [Field("language", FieldStatus.DETECTED, language)]
    if published:
        fields.append(Field("published", FieldStatus.STATED, published))
    made = Article(ArticleId(name), f"{name}.txt", name, text, text, tuple(paragraphs), fields=tuple(fields))
    return ReadArticle(made, quotes_of(made))


def signals(*reads: ReadArticle) -> list[Signal]:
    return [one for one in related_signals(reads, (), utterances(reads)) if one.code == CODE]


def test_words_printed_three_years_before_raise_a_signal_that_points_to_both_places():
    reads = article("old", OLD, "2016-03-02"), article("new", NEW, "2019-07-14")
    (found,) = signals(*reads)
    assert ["new", "old"] == [place.article for place in found.evidence]
    assert {SAID} == {
        place.span.of(read.article.text).rstrip(",")
        for place, read in zip(found.evidence, reversed(reads), strict=True)
    }
    assert "2016-03-02" in found.message
    assert "2019-07-14" in found.message


def test_the_order_in_which_articles_come_does_not_matter():
    reads = article("old", OLD, "2016-03-02"), article("new", NEW, "2019-07-14")
    assert signals(*reads) == signals(*reversed(reads))


def test_a_part_of_the_old_words_is_found_too_and_several_words_raise_one_signal():
    more = "They have burned our fields and they will burn them no more"
    old = f"{OLD}\n“{more}, of that you can be sure,” Okafor said."
    new = f"{NEW}\n“{more},” Okafor said."
    (found,) = signals(article("old", old, "2016-03-02"), article("new", new, "2019-07-14"))
    assert ["new", "new", "old", "old"] == [place.article for place in found.evidence]


@pytest.mark.parametrize(
    "text",
    [
        f"Shots were heard in the valley on Sunday.\n“{SAID},” President Maria Okafor said in 2016.",
        f"Three years ago, talks on the valley failed.\n“{SAID},” President Maria Okafor said.",
        f"The town marked the anniversary of the talks.\n“{SAID},” President Maria Okafor said.",
        f"“{SAID},” President Maria Okafor had said.",
        f"“{SAID},” President Maria Okafor has repeatedly said.",
        f"On March 2, President Maria Okafor said: “{SAID}.”",
        f"In an earlier interview, President Maria Okafor said: “{SAID}.”",
        f"“{SAID},” President Maria Okafor once said.",
        f"An old video is shared again.\n“{SAID},” President Maria Okafor says in it.",
    ],
)
def test_an_article_that_says_that_they_are_old_raises_none(text: str):
    assert [] == signals(article("old", OLD, "2016-03-02"), article("new", text, "2019-07-14"))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (None, "2019-07-14"),
        ("2016-03-02", None),
        ("--03-02", "2019-07-14"),
        ("2019-07-01", "2019-07-14"),
        ("2019", "2019-07-14"),
        ("2019-06", "2019-07-14"),
    ],
)
def test_where_the_dates_do_not_tell_a_month_between_them_nothing_is_said(old: str | None, new: str | None):
    assert [] == signals(article("old", OLD, old), article("new", NEW, new))


@pytest.mark.parametrize("old", ["2016", "2019-05"])
def test_a_date_cut_short_counts_as_far_as_it_tells(old: str):
    assert signals(article("old", OLD, old), article("new", NEW, "2019-07-14"))


def test_the_later_article_is_the_one_that_prints_old_words_and_never_the_first():
    early = article("early", OLD, "2016-03-02")
    told = f"“{SAID},” President Maria Okafor said in 2016."
    assert [] == signals(early, article("later", told, "2019-07-14"))


def test_short_words_other_speakers_and_words_of_nobody_are_left_alone():
    short = "“We will never do it,” President Maria Okafor said."
    assert [] == signals(article("old", short, "2016-03-02"), article("new", short, "2019-07-14"))
    other = NEW.replace("President Maria Okafor", "Senator Paul Brandt")
    assert [] == signals(article("old", OLD, "2016-03-02"), article("new", other, "2019-07-14"))
    sign = f"A sign over the gate reads “{SAID}”."
    assert [] == signals(article("old", sign, "2016-03-02"), article("new", sign, "2019-07-14"))


def test_other_words_on_the_same_matter_are_another_occasion():
    near = NEW.replace("a single village", "a single acre")
    assert [] == signals(article("old", OLD, "2016-03-02"), article("new", near, "2019-07-14"))


def test_a_language_whose_ways_to_say_so_are_not_known_is_left_alone():
    assert [] == signals(article("old", OLD, "2016-03-02"), article("new", NEW, "2019-07-14", language="fr"))


def test_an_inferred_date_is_no_date_that_is_known():
    old, new = article("old", OLD, "2016-03-02"), article("new", NEW, None)
    inferred = Field("published", FieldStatus.INFERRED, "2019-07-14", partial="--07-14", source="another")
    fields = (*new.article.fields, inferred)
    new = ReadArticle(dataclasses.replace(new.article, fields=fields), new.quotes)
    assert [] == signals(old, new)
