"""Which stories have many versions, and which of them differ in meaning? A field of dots, one a story."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from generator.pages.views.lists import StoryCard
from generator.pages.words import Phrase

WIDTH, HEIGHT = 760, 260
_X0, _X1, _Y0, _Y1 = 46, 740, 222, 22
_NAMED = 6
"""Dots with a name beside them."""
_NAME_LENGTH = 34
_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000)
_TICKS = 5


@dataclass(frozen=True, slots=True)
class Dot:
    """A story, or several that lie on one point."""

    x: float
    y: float
    radius: float
    title: str
    versions: str
    meaning: str
    path: str
    stories: int
    name: str
    """Printed beside it, or nothing."""
    turned: bool
    """Whether the name stands on the left for want of room."""


@dataclass(frozen=True, slots=True)
class Tick:
    """A number at an axis."""

    at: float
    number: int


@dataclass(frozen=True, slots=True)
class Scatter:
    """The picture, and a sentence that says what it shows."""

    dots: tuple[Dot, ...]
    across: tuple[Tick, ...]
    up: tuple[Tick, ...]
    text: str


def scatter_of(cards: Iterable[StoryCard]) -> Scatter | None:
    """Return the picture of the stories of several versions; None where there are fewer than three."""
    several = [card for card in cards if len(card.articles) > 1]
    if len(several) < 3:  # noqa: PLR2004 (two are told in words)
        return None
    points: dict[tuple[int, int], list[StoryCard]] = {}
    for card in several:
        points.setdefault((len(card.articles), card.meaning), []).append(card)
    most_versions = max(versions for versions, _ in points)
    most_meaning = max(1, *(meaning for _, meaning in points))
    ranked = sorted(points, key=lambda point: (-point[1], -point[0]))
    dots = tuple(
        _dot(point, points[point], most_versions, most_meaning, named=place < _NAMED)
        for place, point in enumerate(ranked)
    )
    across = tuple(Tick(_x(n, most_versions), n) for n in _ticks(2, most_versions))
    up = tuple(Tick(_y(n, most_meaning), n) for n in _ticks(0, most_meaning))
    top = points[ranked[0]][0]
    text = Phrase.counted(
        top.meaning,
        "Of {1} stories in several versions, “{2}” differs most in meaning: in {0} place.",
        "Of {1} stories in several versions, “{2}” differs most in meaning: in {0} places.",
        str(len(several)),
        top.title,
    )
    return Scatter(dots, across, up, text)


def _dot(
    point: tuple[int, int], cards: list[StoryCard], most_versions: int, most_meaning: int, *, named: bool
) -> Dot:
    card = cards[0]
    x = _x(point[0], most_versions)
    name = card.title if len(card.title) <= _NAME_LENGTH else card.title[: _NAME_LENGTH - 1].rstrip() + "…"
    return Dot(
        x=x,
        y=_y(point[1], most_meaning),
        radius=round(5 + 2.2 * min(len(cards), 40) ** 0.5, 1),
        title=_with_more(card.title, len(cards) - 1),
        versions=Phrase.counted(point[0], "{0} version", "{0} versions"),
        meaning=Phrase.counted(point[1], "{0} difference in meaning", "{0} differences in meaning"),
        path=card.path,
        stories=len(cards),
        name=_with_more(name, len(cards) - 1) if named else "",
        turned=x > WIDTH * 0.6,
    )


def _with_more(title: str, others: int) -> str:
    return Phrase.counted(others, "{1} and {0} more", "{1} and {0} more", title) if others else title


def _x(versions: int, most: int) -> float:
    return round(_X0 + 24 + (_X1 - _X0 - 48) * ((versions - 2) / max(1, most - 2)), 1)


def _y(meaning: int, most: int) -> float:
    """Return a height by the square root: few differences are told apart too."""
    return round(_Y0 - (_Y0 - _Y1) * math.sqrt(meaning / most), 1)


def _ticks(first: int, last: int) -> list[int]:
    step = next((step for step in _STEPS if (last - first) / step <= _TICKS), _STEPS[-1])
    return [*range(first, last + 1, step)]
