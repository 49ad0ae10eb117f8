"""A text fragment starts and ends at whole words, and is encoded so that a browser reads it as text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model import Span
from generator.pages.fragments import text_directive, with_fragment


def _directive(text: str, words: str) -> str:
    at = text.index(words)
    return text_directive(text, Span(at, at + len(words)))


LONG = "The Islamic Republic of Iran is engaged in no negotiations with the American officials at any level"


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("He said it is a total loss.", "a total loss.", "a%20total%20loss"),
        (f"He said: {LONG}.", LONG, "The%20Islamic%20Republic%20of,officials%20at%20any%20level"),
        (
            "a well-known, and odd & old thing",
            "well-known, and odd & old",
            "well%2Dknown%2C%20and%20odd%20%26%20old",
        ),
        ("He said “fruitless,” twice", "“fruitless,”", "fruitless"),
        ("say no. Then they say no again", "no again", "no%20again"),
        ("First no. Second no.", "no.", "no"),
        ("The word harmless", "harm", "harmless"),
        ("one two\nthree four", "two\nthree", "two,three"),
    ],
)
def test_a_directive_names_the_words(text: str, words: str, expected: str) -> None:
    assert expected == _directive(text, words)


def test_words_that_stand_before_too_get_context() -> None:
    text = "First he said no. Second she said no."
    at = text.rindex("no")
    assert "Second%20she%20said-,no" == text_directive(text, Span(at, at + 2))


def test_an_address_with_a_fragment_of_its_own_keeps_it() -> None:
    assert "https://example.org/a#b:~:text=no" == with_fragment("https://example.org/a#b", "no", Span(0, 2))


@given(st.text(min_size=1), st.data())
def test_a_directive_holds_no_character_that_means_something(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    directive = text_directive(text, Span(start, end))
    assert not set(directive.replace("-,", "", 1).replace(",", "", 1)) & set("-,& #")
