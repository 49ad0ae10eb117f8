"""How far apart in time are articles, as far as their dates tell?

A date may be whole, or lack its day, its month or its year. What is not stated speaks for no distance:
two dates are as far apart as they must be at least.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache

import numpy as np
from numpy.typing import NDArray

from generator.stories.candidates import Pairs

_DATE = re.compile(r"(?P<year>\d{4}|-)(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?(?!\d)")
_LEAP_YEAR = 2000
_YEAR = 366

Days = NDArray[np.float64]
"""Days; not a number where nothing is known."""


class Dates:
    """The stated dates of articles, for comparing many pairs at once."""

    def __init__(self, published: Sequence[str | None]) -> None:
        """Read the dates: ISO 8601, whole or cut short, or `--07-15` without a year."""
        read = [_range(value) for value in published]
        self._first, self._last, self._of_year = np.array(read, dtype=np.float64).reshape(-1, 3).T

    def days_apart(self, pairs: Pairs) -> Days:
        """Return how many days each pair is apart at least; not a number where one has no date."""
        a, b = pairs[:, 0], pairs[:, 1]
        apart = np.maximum(0, np.maximum(self._first[a] - self._last[b], self._first[b] - self._last[a]))
        in_year = np.abs(self._of_year[a] - self._of_year[b])
        yearless = np.isnan(self._first[a]) | np.isnan(self._first[b])
        return np.where(yearless, np.minimum(in_year, _YEAR - in_year), apart)

    def share_within(self, days: int) -> float:
        """Return the share, 0–1, of all pairs with whole dates that are at most so many days apart."""
        whole = np.sort(self._first[self._first == self._last])
        if len(whole) < 2:  # noqa: PLR2004
            return 1.0
        later = np.searchsorted(whole, whole + days, side="right") - np.arange(len(whole)) - 1
        return float(later.sum()) / (len(whole) * (len(whole) - 1) / 2)

    def are_whole(self, pairs: Pairs) -> NDArray[np.bool_]:
        """Tell of each pair whether both dates are whole."""
        whole: NDArray[np.bool_] = self._first == self._last
        both: NDArray[np.bool_] = whole[pairs[:, 0]] & whole[pairs[:, 1]]
        return both


def earliest(published: Iterable[str | None]) -> str | None:
    """Return the earliest of the whole dates, None where there is none."""
    whole = [
        value[:10] for value in published if value and not np.isnan(_range(value)[2]) and value[0] != "-"
    ]
    return min(whole, default=None)


@cache
def _range(published: str | None) -> tuple[float, float, float]:
    """Return the first and the last day that a date can mean, and its day of the year if it names one."""
    found = _DATE.match(published or "")
    unknown = float("nan")
    if not found:
        return unknown, unknown, unknown
    month, day = int(found["month"] or 0), int(found["day"] or 0)
    try:
        in_year = float(date(_LEAP_YEAR, month, day).timetuple().tm_yday) if day else unknown
        if found["year"] == "-":
            return unknown, unknown, in_year
        year = int(found["year"])
        first = date(year, month or 1, day or 1)
        last = date(year, month or 12, day or monthrange(year, month or 12)[1])
    except ValueError:  # the text states a date that no calendar has
        return unknown, unknown, unknown
    return float(first.toordinal()), float(last.toordinal()), in_year
