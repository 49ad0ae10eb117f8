"""The heat strip: where along a text do its versions differ, and how much?

One bar for each sentence, in reading order. Height and fill tell the level, so that it can be read
without color: a full bar is a difference in meaning, a hollow one a sentence that a version lacks.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.pages.words import Phrase

WIDTH, HEIGHT = 1000, 64
"""Of the picture, in its own units."""
_HEIGHTS = {"meaning": 56, "wording": 36, "typographic": 18, "": 6}
_GAP = 0.18
"""Share of a sentence's room that is left free."""
_WIDEST = 24.0


@dataclass(frozen=True, slots=True)
class Bar:
    """A sentence in the strip."""

    number: int
    x: float
    y: float
    width: float
    height: float
    kind: str
    """Level, `absent`, or `same`."""


@dataclass(frozen=True, slots=True)
class Strip:
    """All sentences of a text, and a sentence that says what the picture shows."""

    bars: tuple[Bar, ...]
    width: float
    text: str


def strip_of(rows: Sequence[tuple[str, int]]) -> Strip:
    """Return the strip of rows, each given as its level and the number of versions that lack it."""
    room = min(_WIDEST, WIDTH / max(1, len(rows)))
    bars = tuple(_bar(n, level, missing, room) for n, (level, missing) in enumerate(rows))
    return Strip(bars, round(room * len(rows), 1), _text(bars))


def _bar(ordinal: int, level: str, missing: int, room: float) -> Bar:
    height = _HEIGHTS[level]
    return Bar(
        number=ordinal + 1,
        x=round(ordinal * room, 1),
        y=HEIGHT - 4 - height,
        width=round(room * (1 - _GAP), 1),
        height=height,
        kind="absent" if missing else level or "same",
    )


def _text(bars: Sequence[Bar]) -> str:
    kinds = [bar.kind for bar in bars]
    counts = (str(kinds.count(kind)) for kind in ("same", "absent", "meaning", "wording", "typographic"))
    return Phrase(
        "Of {0} sentences, {1} are the same in all versions, {2} are not in every version, "
        "{3} differ in meaning, {4} in wording and {5} in typography only.",
        str(len(bars)),
        *counts,
    )
