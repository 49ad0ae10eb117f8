"""A date is read as far as it is written, in the languages whose months are known."""

from __future__ import annotations

import pytest

from generator.intake.dateline import dateline_of
from generator.intake.dates import dates_in


@pytest.mark.parametrize(
    ("value", "line"),
    [
        ("2019-11-07", "Valdemar - 7 de noviembre de 2019 - 21:14"),
        ("2017-03-14", "Stand: 14. März 2017, 18:05 Uhr"),
        ("2021-03-01", "le 1er mars 2021 à 10h"),
        ("2020-01-07", "7 de Janeiro de 2020"),
        ("2020-04-03", "3 April 2020"),
        ("--07-12", "12 July"),
        (None, "07/08/2019"),
    ],
)
def test_a_line_states_one_date(value: str | None, line: str) -> None:
    assert [value] == [dated.value for dated in dates_in(line)]


def test_months_of_other_languages_need_a_year() -> None:
    assert dates_in("2 mars, 4 mai") == ()


@pytest.mark.parametrize(
    ("place", "day", "line"),
    [
        ("BRUSSELS", "--12-17", "BRUSSELS, Dec 17 (Wire) - Ministers agreed early on Tuesday."),
        (
            "NORTHFIELD, Ohio",
            "2019-04-08",
            "NORTHFIELD, Ohio, April 8, 2019 /PRWire/ -- The city of Northfield today",
        ),
        ("CLEVELAND, Ohio", None, "CLEVELAND, Ohio — Imagine a river."),
    ],
)
def test_a_dateline_has_a_place_and_perhaps_a_day(place: str, day: str | None, line: str) -> None:
    found = dateline_of(line)
    assert found is not None
    assert (place, day) == (found.place, found.dated.value if found.dated else None)
