"""What a headline quotes stands apart, with a name only where the text quotes its bearer."""

from __future__ import annotations

import pytest

from generator.model import Article, ArticleId, Field, FieldStatus, Polarity, QuoteKind, ReadArticle
from generator.quotes.extract import quotes_of
from generator.quotes.headlines import HeadlineQuote, headline_quotes

TEXT = (
    "The minister of trade, Anna Kowalska, spoke on Monday. “We will not sell the harbor to anybody,” Kowalska said. "
    "“The offer was a poisoned gift,” she added.\n\n"
    "The mayor, Peter Lind, denied that “the harbor was ever for sale” in those years. "
    "Lind said the town needed time."
)


def _found(headline: str, text: str = TEXT) -> tuple[HeadlineQuote, ...]:
    fields = tuple(
        Field(name, FieldStatus.STATED, value) for name, value in (("headline", headline), ("language", "en"))
    )
    article = Article(ArticleId("a"), "", "", text, text, (), fields=fields)
    return headline_quotes(ReadArticle(article, quotes_of(article)))


@pytest.mark.parametrize(
    ("headline", "words", "name"),
    [
        ("Kowalska: ‘We will not sell the harbor’", "We will not sell the harbor", "Anna Kowalska"),
        ("‘Poisoned gift’: Kowalska turns down offer", "Poisoned gift", "Anna Kowalska"),
        ("Harbor offer a “poisoned gift”, minister Kowalska says", "poisoned gift", "Anna Kowalska"),
        ("Town ‘needs time’, critics say", "needs time", None),
        ("Kowalska: ‘No’ to sale", "No", "Anna Kowalska"),
    ],
)
def test_words_in_marks_have_the_speaker_that_the_text_gives_them(
    headline: str, words: str, name: str | None
) -> None:
    found = next(quote for quote in _found(headline) if quote.words.strip(",.") == words)
    assert name == (found.speaker.name if found.speaker else None)
    assert headline[found.span.start : found.span.end] == found.words


def test_what_only_the_headline_says_is_told() -> None:
    (found,) = _found("Kowalska: ‘Over my dead body’")
    assert not found.in_text
    assert found.quote is None
    assert found.speaker
    assert found.speaker.name == "Anna Kowalska"


def test_a_quotation_that_is_denied_in_the_text_is_denied_in_the_headline() -> None:
    (found,) = _found("‘The harbor was ever for sale’")
    assert found.polarity is Polarity.DENIED
    assert found.quote


@pytest.mark.parametrize(
    ("headline", "words", "mention", "polarity"),
    [
        ("Lind: Town needs more time", "Town needs more time", "Lind", Polarity.AFFIRMED),
        ("Town needs more time: Lind", "Town needs more time", "Lind", Polarity.AFFIRMED),
        ("Trade Ministry: No talks on the harbor", "No talks on the harbor", "Trade Ministry", Polarity.AFFIRMED),
        ("Lind denies rumors of a harbor sale", "rumors of a harbor sale", "Lind", Polarity.DENIED),
    ],
)  # fmt: skip
def test_reports_without_marks(headline: str, words: str, mention: str, polarity: Polarity) -> None:
    (found,) = _found(headline)
    assert found.kind is QuoteKind.INDIRECT
    assert (found.words, found.polarity) == (words, polarity)
    assert found.mention
    assert headline[found.mention.start : found.mention.end] == mention


@pytest.mark.parametrize(
    "headline",
    [
        "Harbor sale: what we know",
        "A Long Night in the Harbor: Photos",
        "Kowalska: The Art of the Harbor",
        "Offer was a ‘gift’ to voters",
        "From ‘The Long Harbor’ to ‘Lind’: ten films to see",
        "Kowalska slams offer for harbor",
        "Town rejects offer",
        "Lind's mayors' meeting at five o'clock",
        "“",
        "‘’: ‘",
        "Lind: ",
        ": : :",
    ],
)
def test_other_headlines_quote_nothing(headline: str) -> None:
    assert () == _found(headline)


def test_the_name_of_somebody_else_with_the_same_last_name_is_nobodys() -> None:
    (found,) = _found("Maria Lind: Town needs more time than that") or (None,)
    assert found is None or found.speaker is None


def test_a_report_is_linked_with_the_texts_own() -> None:
    (found,) = _found("Lind: The town needed time")
    assert found.speaker
    assert found.quote
    assert (found.speaker.name, found.quote.startswith("a-q-")) == ("Peter Lind", True)


def test_what_the_headline_quotes_is_not_counted_among_the_articles_quotes() -> None:
    fields = (Field("headline", FieldStatus.STATED, "Kowalska: ‘We will not sell the harbor’"),)
    article = Article(ArticleId("a"), "", "", TEXT, TEXT, (), fields=fields)
    read = ReadArticle(article, quotes_of(article))
    assert headline_quotes(read)
    assert read.quotes == quotes_of(Article(ArticleId("a"), "", "", TEXT, TEXT, ()))


def test_words_of_somebody_spoken_of_are_not_the_speakers() -> None:
    assert "bribe" not in [
        quote.words for quote in _found("Kowalska says Lind's ‘bribe’ remark hurt the town")
    ]
