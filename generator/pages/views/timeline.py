"""When did the versions of a story appear? One row a version on an axis of days; undated ones stand apart.

A name stands above its row and not beside it: so the picture is narrow enough for a phone.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from generator.pages.dates import date_words
from generator.pages.index import ArticleCard
from generator.pages.words import Phrase

WIDTH, _ROW, _TOP = 440, 38, 24
_X0, _X1, _UNDATED = 12.0, 350.0, 410.0
_LINE = 27
"""Pixels from the top of a row, where the name stands, to its line: so the picture fits a phone."""
_NAME_LENGTH = 44
_MOST = 40
_ON_ONE_DAY = ("{0} versions appeared on {1}.", "{0} versions appeared on {1}, {3} without a whole date.")
_ON_SEVERAL = (
    "{0} versions appeared between {1} and {2}.",
    "{0} versions appeared between {1} and {2}, {3} without a whole date.",
)
"""With a whole date each, and where some have none."""


@dataclass(frozen=True, slots=True)
class Point:
    """A version on the axis."""

    card: ArticleCard
    name: str
    x: float
    y: float
    radius: float
    """Grows with the number of its words."""
    dated: bool


@dataclass(frozen=True, slots=True)
class Timeline:
    """The picture, and a sentence that says what it shows."""

    points: tuple[Point, ...]
    first: str
    last: str
    undated: bool
    height: float
    text: str


def timeline_of(cards: Iterable[ArticleCard]) -> Timeline | None:
    """Return the timeline of a story; None where fewer than two versions have a whole date."""
    shown = sorted(cards, key=lambda card: (card.date.order, card.id))[:_MOST]
    days = {card.id: _day(card) for card in shown}
    known = sorted(day for day in days.values() if day is not None)
    if len(known) < 2:  # noqa: PLR2004 (one date is no course of time)
        return None
    longest = max(card.words for card in shown) or 1
    points = tuple(
        _point(card, days[card.id], (known[0], known[-1]), row=row, share=card.words / longest)
        for row, card in enumerate(shown)
    )
    first, last = date_words(known[0].isoformat()), date_words(known[-1].isoformat())
    undated = len(shown) - len(known)
    message = _ON_ONE_DAY if first == last else _ON_SEVERAL
    text = Phrase(message[bool(undated)], str(len(known)), first, last, str(undated))
    return Timeline(
        points, first, "" if first == last else last, undated > 0, _TOP + _ROW * len(shown) + 6, text
    )


def _day(card: ArticleCard) -> dt.date | None:
    try:
        return dt.date.fromisoformat(card.date.iso or "")
    except ValueError:
        return None


def _point(
    card: ArticleCard, day: dt.date | None, ends: tuple[dt.date, dt.date], *, row: int, share: float
) -> Point:
    first, last = ends
    span = (last - first).days or 1
    x = _UNDATED if day is None else _X0 + (_X1 - _X0) * (day - first).days / span
    name = card.who if len(card.who) <= _NAME_LENGTH else card.who[: _NAME_LENGTH - 1].rstrip() + "…"
    radius = round(3.5 + 5 * share**0.5, 1)
    return Point(card, name, round(x, 1), _TOP + _ROW * row + _LINE, radius, day is not None)
