"""What a date leaves open speaks for no distance; what it states is held against a common event."""

from __future__ import annotations

import math

import numpy as np
import pytest

from generator.stories.timing import Dates, earliest


def apart(one: str | None, other: str | None) -> float:
    return float(Dates([one, other]).days_apart(np.array([[0, 1]]))[0])


@pytest.mark.parametrize(
    ("days", "one", "other"),
    [
        (1, "2019-07-14", "2019-07-15"),
        (366, "2019-07-14", "2020-07-14"),
        (1, "--07-15", "2019-07-14"),
        (2, "--12-31", "2020-01-02"),
        (62, "--07-15", "--09-15"),
        (0, "2019-07", "2019-07-31"),
        (32, "2019-07", "2019-09-01"),
        (0, "2019", "2019-12-31"),
        (1, "2019", "2020-01-01"),
        (1, "2019-07-14T09:30:00+02:00", "2019-07-15"),
    ],
)
def test_two_dates_are_as_far_apart_as_they_must_be_at_least(days: int, one: str, other: str):
    assert days == apart(one, other) == apart(other, one)


@pytest.mark.parametrize("nothing", [None, "", "yesterday", "2019-02-30", "--13-01"])
def test_an_unknown_date_is_no_distance(nothing: str | None):
    assert math.isnan(apart(nothing, "2019-07-14"))


def test_the_share_of_close_dates_counts_pairs_with_whole_dates_alone():
    dates = Dates(["2019-07-14", "2019-07-15", "2020-01-01", "--07-14", None])
    assert pytest.approx(1 / 3) == dates.share_within(3)
    assert Dates(["2019-07-14"]).share_within(3) == 1


def test_the_earliest_date_is_a_whole_one():
    assert earliest(["2020-01-01", "2019-07-14T08:00", "2018", "--01-01", None]) == "2019-07-14"
    assert earliest([None, "2018"]) is None
