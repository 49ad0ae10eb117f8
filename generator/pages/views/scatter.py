"""Which stories have many versions, and which of them differ in meaning? A field of dots, one a story."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from generator.pages.views.lists import StoryCard

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
    text = (
        f"{len(several)} stories of two versions or more. Most differ in meaning the {len(top.articles)} versions of "
        f"“{top.title}”: {top.meaning} differences."
    )
    return Scatter(dots, across, up, text)


def _dot(
    point: tuple[int, int], cards: list[StoryCard], most_versions: int, most_meaning: int, *, named: bool
) -> Dot:
    card = cards[0]
    x = _x(point[0], most_versions)
    more = f" and {len(cards) - 1} more" if len(cards) > 1 else ""
    name = card.title if len(card.title) <= _NAME_LENGTH else card.title[: _NAME_LENGTH - 1].rstrip() + "…"
    return Dot(
        x=x,
        y=_y(point[1], most_meaning),
        radius=round(5 + 2.2 * min(len(cards), 40) ** 0.5, 1),
        title=f"{card.title}{more}: {point[0]} versions, {point[1]} differences in meaning",
        path=card.path,
        stories=len(cards),
        name=name + more if named else "",
        turned=x > WIDTH * 0.6,
    )


def _x(versions: int, most: int) -> float:
    return round(_X0 + 24 + (_X1 - _X0 - 48) * ((versions - 2) / max(1, most - 2)), 1)


def _y(meaning: int, most: int) -> float:
    """Return a height by the square root: few differences are told apart too."""
    return round(_Y0 - (_Y0 - _Y1) * math.sqrt(meaning / most), 1)


def _ticks(first: int, last: int) -> list[int]:
    step = next((step for step in _STEPS if (last - first) / step <= _TICKS), _STEPS[-1])
    return [*range(first, last + 1, step)]
