"""A date is said as far as it is stated, and never further."""

import pytest

from generator.model import Field, FieldStatus
from generator.pages.dates import DateWords, between, date_words, published, stretch
from tests.pages import sample


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("2019-07-14", "14 July 2019"),
        ("2019-07", "July 2019"),
        ("2019", "2019"),
        ("--07-05", "5 July"),
        ("2019-13-01", "2019-13-01"),
        ("last week", "last week"),
    ],
)
def test_a_date_in_words(value: str, words: str) -> None:
    assert words == date_words(value)


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("2019-07-14", "2019-07-15", "14–15 July 2019"),
        ("2019-06-30", "2019-07-01", "30 June – 1 July 2019"),
        ("2018-12-31", "2019-01-01", "31 December 2018 – 1 January 2019"),
        ("2019-07-14", "2019-07-14", "14 July 2019"),
    ],
)
def test_a_stretch_of_time_in_words(first: str, last: str, words: str) -> None:
    assert words == between(first, last)


def test_an_inferred_date_says_so_and_why() -> None:
    fact = Field("published", FieldStatus.INFERRED, "2019-07-15", source="the other version")
    words = published(sample.article(sample.FULL, "x", fact))
    assert ("15 July 2019", "inferred", "the other version") == (words.words, words.note, words.why)


def test_a_date_without_a_year_is_no_whole_date() -> None:
    words = published(sample.article(sample.FULL, "x", Field("published", FieldStatus.PARTIAL, "--07-15")))
    assert ("15 July", "year not in the text") == (words.words, words.note)
    assert words.iso is None


STATED, INFERRED = FieldStatus.STATED, FieldStatus.INFERRED


def said(status: FieldStatus, value: str | None) -> DateWords:
    why = "the other version" if status is INFERRED else ""
    return published(sample.article(sample.FULL, "x", Field("published", status, value, source=why)))


def test_a_doubtful_date_keeps_its_mark_where_only_words_fit() -> None:
    assert "15 July 2019 (inferred)" == said(INFERRED, "2019-07-15").marked
    assert "15 July (year not in the text)" == said(FieldStatus.PARTIAL, "--07-15").marked
    assert "15 July 2019" == said(STATED, "2019-07-15").marked
    assert "15 July 2019" == said(FieldStatus.REVIEWER, "2019-07-15").marked
    assert "undated" == said(FieldStatus.NOT_IN_TEXT, None).marked


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (((STATED, "2019-07-14"), (INFERRED, "2019-07-15")), "14–15 July 2019 (partly inferred)"),
        (((INFERRED, "2019-07-14"), (INFERRED, "2019-07-15")), "14–15 July 2019 (inferred)"),
        (((STATED, "2019-07-14"), (INFERRED, "2019-07-15"), (STATED, "2019-07-15")), "14–15 July 2019"),
        (((STATED, "2019-07-14"), (INFERRED, "2019-07-15"), (STATED, "2019-07-16")), "14–16 July 2019"),
        (((FieldStatus.PARTIAL, "--07-15"),), "15 July (year not in the text)"),
        (((FieldStatus.NOT_IN_TEXT, None),), "undated"),
    ],
)
def test_an_end_that_no_text_states_marks_the_whole_stretch(
    days: tuple[tuple[FieldStatus, str | None], ...], words: str
) -> None:
    assert words == stretch(said(*day) for day in days)
