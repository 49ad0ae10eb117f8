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
