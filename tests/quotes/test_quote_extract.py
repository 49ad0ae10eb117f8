"""Quotes lie in the text, and any input takes time in proportion to its length."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model import Article, ArticleId, Field, FieldStatus
from generator.quotes.extract import quotes_of

WORDS = st.lists(
    st.sampled_from(
        [
            "“",
            "”",
            '"',
            "''",
            "``",
            "‘",
            "’",
            "said",
            "denied",
            "that",
            "Trump",
            "he",
            "the",
            "spokesman",
            ",",
            ".",
            "\n\n",
            "saying",
        ]
    ),
    max_size=60,
)
PATTERNS = (
    '"',
    "“",
    '"a" ',
    "'a ",
    "said ",
    "Bob said ",
    "Bob denied that he ran. ",
    "“a\n\n",
    "He said he ran. ",
)
PATTERNS_ABROAD = (
    ("es", "dijo "),
    ("es", "—a dijo b\n\n"),
    ("fr", "« a, dit il. "),
    ("de", "Herr A sagte, er habe B. "),
    ("ar", "قال "),
    ("fa", "گفت "),
)
LONGEST_GROWTH = 3.4
"""Four times the text may take this many times as long for each doubling, two for linear and a margin for noise."""


def article(text: str, language: str = "en") -> Article:
    fields = (Field("language", FieldStatus.STATED, language),)
    return Article(ArticleId("a"), "", "", text, text, (), fields=fields)


@given(WORDS)
def test_words_are_the_characters_under_the_parts(words: list[str]) -> None:
    text = " ".join(words)
    for quote in quotes_of(article(text)):
        assert " … ".join(part.of(text) for part in quote.parts) == quote.words
        assert quote.confidence is not None


def test_a_megabyte_of_quotation_marks_takes_under_a_second() -> None:
    text = '"' * 1_000_000
    started = time.process_time()
    assert quotes_of(article(text)) == ()
    assert time.process_time() - started < 1


@pytest.mark.parametrize("pattern", PATTERNS)
def test_time_grows_with_length_and_no_faster(pattern: str) -> None:
    seconds = [_seconds(pattern, size) for size in (12_000, 48_000)]
    assert seconds[1] < max(0.2, seconds[0] * LONGEST_GROWTH**2)


@pytest.mark.parametrize(("language", "pattern"), PATTERNS_ABROAD)
def test_time_grows_no_faster_in_other_languages(language: str, pattern: str) -> None:
    seconds = [_seconds(pattern, size, language) for size in (12_000, 48_000)]
    assert seconds[1] < max(0.3, seconds[0] * LONGEST_GROWTH**2)


def _seconds(pattern: str, size: int, language: str = "en") -> float:
    text = (pattern * (size // len(pattern) + 1))[:size]
    started = time.process_time()
    quotes_of(article(text, language))
    return time.process_time() - started


def test_words_of_several_paragraphs_are_one_quote_of_who_is_named_beside_any() -> None:
    text = "“We will go.\n\n“We will stay,” Ana Ruiz said.\n\nShe left.\n\n“It rained.\n\nIt was late."
    first, *_ = quotes_of(article(text))
    assert ["We will go.", "We will stay,"] == [part.of(text) for part in first.parts]
    assert first.speaker is not None
    assert first.speaker.name == "Ana Ruiz"


RELAYED = (
    ("“We will not talk,” Mousavi said on Monday, ISNA reported.", "Mousavi", "ISNA"),
    (
        "“We will not talk,” Ali Mousavi was quoted by the Fars news agency as saying.",
        "Mousavi",
        "the Fars news agency",
    ),
    ("“We will not talk,” Ana Ruiz told Reuters.", "Ruiz", "Reuters"),
    ("“We will talk soon,” Ana Ruiz said in May, according to the Harbor Times.", "Ruiz", "the Harbor Times"),
    ("“We will not talk,” Ana Ruiz told Paul Hale.", "Ruiz", None),
    ("“We will not talk,” Ana Ruiz told the FBI.", "Ruiz", None),
)


@pytest.mark.parametrize(("text", "speaker", "via"), RELAYED)
def test_the_outlet_that_relays_words_is_kept_apart_from_who_speaks(
    text: str, speaker: str, via: str | None
) -> None:
    quote = quotes_of(article(text))[0]
    assert via == (quote.via.of(text) if quote.via else None)
    assert quote.mention is not None
    assert speaker in quote.mention.of(text)
