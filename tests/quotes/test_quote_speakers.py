"""Each rule for a quotation's speaker works on its own example."""

from __future__ import annotations

import pytest

from generator.model import Article, ArticleId, Paragraph, QuoteKind, Span
from generator.quotes.clauses import clauses
from generator.quotes.extract import quotes_of
from generator.quotes.languages.english import ENGLISH
from generator.quotes.marks import marked_spans
from generator.quotes.reading import read
from generator.quotes.speakers import RULES, Rule, attributions


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_finds_the_speaker_of_its_example(rule: Rule) -> None:
    reading = read(rule.example, marked_spans(rule.example), ENGLISH)
    answer = list(attributions(reading, clauses(reading)).values())[-1]
    assert answer is not None
    assert answer.subject is not None
    assert (rule.name, rule.mention) == (answer.rule, reading.span(*answer.subject).of(rule.example))


def _article(text: str) -> Article:
    return Article(ArticleId("a"), "a.txt", "0", text, text, (Paragraph(Span(0, len(text)), 1),))


def test_a_journal_is_no_person() -> None:
    text = "The Kuwaiti journal Al Jaridah claimed that the talks had begun in secret last week."
    article = _article(text)
    assert [(quote.speaker.name, quote.speaker.kind) for quote in quotes_of(article) if quote.speaker] == [
        ("Al Jaridah", "organization")
    ]


def test_there_is_stays_whole() -> None:
    text = "The spokesman for the ministry says there are no ongoing talks between the two countries."
    article = _article(text)
    assert ["there are no ongoing talks between the two countries"] == [q.words for q in quotes_of(article)]


def test_words_between_doubled_apostrophes_are_one_report_of_their_cue() -> None:
    text = "The talks failed. ''We tried,'' Maria Lopez said. ''Nobody listened to us.''"
    found = quotes_of(_article(text))
    assert [(QuoteKind.INDIRECT, "We tried, … Nobody listened to us.", "Maria Lopez")] == [
        (quote.kind, quote.words, quote.speaker and quote.speaker.name) for quote in found
    ]


def test_words_between_doubled_apostrophes_may_go_on_in_the_next_paragraph() -> None:
    text = "''We tried,\n\n''Nobody listened to us,'' Maria Lopez said."
    assert [("We tried, … Nobody listened to us,", "Maria Lopez")] == [
        (quote.words, quote.speaker and quote.speaker.name) for quote in quotes_of(_article(text))
    ]


PRONOUNS = (
    # whose agent somebody is, is not who speaks
    (
        "Gary Brandt, a former agent for President Paul Lowe, has written a book. He added that “it is all true.”",
        "Gary Brandt",
    ),
    # who was asked answers
    (
        "Last month, Scott Conway asked Robert Hale whether he was fit to run.\n\n“Sure I am,” he said.",
        "Robert Hale",
    ),
    # a name before a noun is no subject
    ("Paul Lowe went home early. The Hale attack hit Robert Hale, and he said it was “a lie.”", None),
    # somebody whom a participle has for its object is no subject
    ("One pastor backing Mr. Hale, Darren Whitcomb, said he had called. He said “God will decide.”", None),
    # "there's" brings somebody in
    (
        "Paul Lowe likes it. So does Robert Hale. Then there’s Scott Conway. “It is odd,” he said.",
        "Scott Conway",
    ),
    # what an open pronoun believes of somebody does not make him the next "he"
    ("He does believe Scott Conway is right about the vote. “The votes are there,” he said.", None),
    # an aside in brackets brings in no subject
    (
        "Sean Hanley likes it. He has a show. (Mr. Lowe backed it in 2002.)\n\nHe added that “it is all true.”",
        "Sean Hanley",
    ),
    # the speaker and the one spoken of may both be meant
    ("Jon Tessler said Paul Lowe could lose because he said “never.”", None),
    # whom somebody works for is not who speaks
    ("A reporter for Agence Belle-Presse saw it. “It was chaos,” he said.", None),
    # father and son
    (
        "Rep. Duncan Hale said it in May. His father, Duncan Hale Sr., had the seat before. Hale said: “I am for it.”",
        "Duncan Hale",
    ),
    # what closes with "he said" are his own words
    (
        "John Porter said it was no use. Paul Lowe was the first, he said. “Nobody compares,” he said.",
        "John Porter",
    ),
    # a subject in what another thinks is not who speaks next
    ("Gil Hale is skeptical Robert Lowe can win the seat. “His better bet is to rest,” he said.", None),
    # somebody presented since may be meant
    (
        "Robert Hale read a note. It came from a friend, Paul Piper, chairman of the bank. “I know it,” he said.",
        None,
    ),
    # whom the pronoun's verb has for its object is not the pronoun
    (
        "Rep. Bob Hale left early when a student came up, after he asked the congressman if he “fully” agreed.",
        None,
    ),
    ("Bob Hale left. He told Hale that it “was late.”", None),
    ("Bob Hale left. “It is late,” he told Ann Miller.", "Bob Hale"),
    # "he" that was left open stays open, and so does who acts without a name
    (
        "John Cantwell was held in Aleppo. This rebel official urged calm. He urged restraint. Having lost, he said, “it looks bad.”",
        None,
    ),
    # somebody whose name stands in an open mention may go on
    (
        "Justice Paul Hale was puzzled. A spokesman for Robert Lowe said it was late. “You have no choice,” he said.",
        None,
    ),
    # the sentence before speaks of somebody else
    (
        "Harry Hale left in May. The vote of June was a boon for Paul Lowe.\n\nHe said that “it is all true.”",
        None,
    ),
    # "as she sings" may be either
    ("Gwen Hale is seen to examine Celine Lowe as she said “it hurts.”", None),
    # "he" may be the one whose campaign it is
    (
        "Robert Hale ran. Paul Lowe said it was late.\n\nMr. Hale's team went home. Late at night he called it “a win for all.”",
        None,
    ),
    # or somebody without a name who has spoken since; an apposition brings in nobody
    ("Paul Lowe won it. One pastor said that calls were made. “God will decide it,” he said.", None),
    ("Paul Lowe, a former pastor, said that calls were made. “God will decide it,” he said.", "Paul Lowe"),
    # "A." is an initial
    ("William A. Hale wrote to investors about Valeo. “We will be active,” he said.", "William A. Hale"),
)


@pytest.mark.parametrize(("text", "name"), PRONOUNS)
def test_a_pronoun_is_the_right_person_or_nobody(text: str, name: str | None) -> None:
    article = Article(ArticleId("a"), "a.txt", "0", text, text, (Paragraph(Span(0, len(text)), 1),))
    last = [quote for quote in quotes_of(article) if quote.kind != "indirect"][-1]
    assert name == (last.speaker.name if last.speaker else None)


def test_one_content_has_one_speaker_and_not_the_place_where_it_was_written() -> None:
    text = "Ann Miller wrote in a now-deleted Facebook post that the two girls should stay at home."
    names = [quote.speaker and quote.speaker.name for quote in quotes_of(_article(text))]
    assert names == ["Ann Miller"]
