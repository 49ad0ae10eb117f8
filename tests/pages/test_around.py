"""A difference stands in a few words of its sentence, and in none that may not be shown."""

from __future__ import annotations

import pytest

from generator.model import Place, ReadArticle, Span
from generator.pages.views.around import NOTHING, Around, around
from generator.redaction import HIDDEN
from tests.pages import sample

TEXT = (
    "It rained all day. The old harbor bridge in the middle of the town will stay open, the mayor said.\n\n"
    "Nobody else spoke."
)
READ = ReadArticle(sample.article(sample.FULL, TEXT))


@pytest.mark.parametrize(
    ("words", "before", "after"),
    [
        ("will", "… the middle of the town ", " stay open, the mayor said."),
        ("The old", "", " harbor bridge in the middle …"),
        ("open", "… of the town will stay ", ", the mayor said."),
        ("said.", "… will stay open, the mayor ", ""),
        ("Nobody", "", " else spoke."),
    ],
)
def test_a_few_words_of_the_same_sentence_stand_around(words: str, before: str, after: str) -> None:
    assert Around(before, after) == around(READ, Place.BODY, sample.span(TEXT, words))


def test_what_tells_enough_or_is_no_part_of_the_text_stands_alone() -> None:
    long = sample.span(
        TEXT, "The old harbor bridge in the middle of the town will stay open, the mayor said."
    )
    assert NOTHING == around(READ, Place.BODY, long)
    assert NOTHING == around(READ, Place.BODY, None)
    assert NOTHING == around(None, Place.BODY, sample.span(TEXT, "will"))
    assert NOTHING == around(READ, Place.HEADLINE, sample.span(TEXT, "will"))
    over_two = Span(TEXT.index("day."), TEXT.index("harbor"))
    assert NOTHING == around(READ, Place.BODY, over_two)


def test_no_hidden_word_comes_back() -> None:
    start, end = TEXT.index("will"), TEXT.index(" stay")
    hidden = TEXT[:start] + HIDDEN * (end - start) + TEXT[end:]
    read = ReadArticle(sample.article(sample.FULL, hidden))
    assert NOTHING == around(read, Place.BODY, Span(start, end))
    beside = around(read, Place.BODY, sample.span(hidden, "stay"))
    assert "will" not in beside.before + beside.after
