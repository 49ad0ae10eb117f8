"""When is a speaker quoted? Bars by day, month or year, with what they deny set apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from generator.pages.dates import date_words
from generator.pages.views.quotes import QuoteView
from generator.pages.words import Phrase

WIDTH, HEIGHT, _BASE = 760, 120, 96
_ROOM, _GAP = 48.0, 0.25
_LABEL = 62.0
"""Room that a label needs."""
_MOST_BARS = 24
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_DAY, _MONTH, _YEAR = 10, 7, 4
"""Characters of an ISO date that name a day, a month, a year."""
_BY = {
    _DAY: Phrase(
        "Utterances by the day of the first article that prints them; days without one are left out."
    ),
    _MONTH: Phrase(
        "Utterances by the month of the first article that prints them; months without one are left out."
    ),
    _YEAR: Phrase(
        "Utterances by the year of the first article that prints them; years without one are left out."
    ),
}


@dataclass(frozen=True, slots=True)
class Column:
    """The quotations of one stretch of time."""

    label: str
    short: str
    """The label where room is scarce."""
    x: float
    width: float
    y: float
    height: float
    denied_y: float
    denied_height: float
    count: int
    denied: int
    labeled: bool
    """Whether there is room for the label under it."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """The picture, and the same in words."""

    columns: tuple[Column, ...]
    by: str
    """What a bar stands for, in words."""
    undated: int
    inferred: int
    """On a day that no text states."""


def spoken_of(quotes: Iterable[QuoteView]) -> Spoken | None:
    """Return the picture of quotations by the dates of their articles; None where fewer than two dates are known."""
    found = list(quotes)
    dated = [
        (quote.article.date.iso, quote.polarity == "denied") for quote in found if quote.article.date.iso
    ]
    days = {iso for iso, _ in dated}
    if len(days) < 2:  # noqa: PLR2004 (one date is no course of time)
        return None
    fitting = (size for size in (_DAY, _MONTH) if len({iso[:size] for iso in days}) <= _MOST_BARS)
    length = next(fitting, _YEAR)
    counts = Counter(iso[:length] for iso, _ in dated)
    denied = Counter(iso[:length] for iso, is_denied in dated if is_denied)
    stretches = sorted(counts)[-_MOST_BARS:]
    most = max(counts[each] for each in stretches)
    room = min(_ROOM * 1.5, WIDTH / len(stretches))
    every = max(1, round(_LABEL / room + 0.49))
    columns = tuple(
        _column(
            each,
            place=place,
            room=room,
            share=counts[each] / most,
            count=counts[each],
            denied=denied[each],
            labeled=place % every == 0,
        )
        for place, each in enumerate(stretches)
    )
    inferred = sum(quote.article.date.doubtful for quote in found if quote.article.date.iso)
    return Spoken(columns, _BY[length], len(found) - len(dated), inferred)


def _column(
    stretch: str, *, place: int, room: float, share: float, count: int, denied: int, labeled: bool
) -> Column:
    height = round(max(4.0, share * (_BASE - 18)), 1)
    below = round(height * denied / count, 1)
    return Column(
        label=date_words(stretch),
        short=_short(stretch),
        x=round(place * room, 1),
        width=round(room * (1 - _GAP), 1),
        y=round(_BASE - height, 1),
        height=round(height - below, 1),
        denied_y=round(_BASE - below, 1),
        denied_height=below,
        count=count,
        denied=denied,
        labeled=labeled,
    )


def _short(stretch: str) -> str:
    """Return "14 Mar", "Mar 2024" or "2024"."""
    if len(stretch) == _YEAR:
        return stretch
    month = Phrase(MONTHS[int(stretch[5:7]) - 1])
    if len(stretch) == _DAY:
        return Phrase("{0} {1}", stretch[8:].lstrip("0"), month)
    return Phrase("{0} {1}", month, stretch[:4])
