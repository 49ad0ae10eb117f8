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
