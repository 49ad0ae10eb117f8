"""The heat strip: where along a text do its versions differ, and how much?

One bar for each sentence, in reading order. Height and fill tell the level, so that it can be read
without color: a full bar is a difference in meaning, a hollow one a sentence that a version lacks.
"""

from __future__ import annotations

from collections import Counter
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
    text: tuple[Phrase, ...]
    """How many sentences there are, then how many of each kind that there are any of."""


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


def _text(bars: Sequence[Bar]) -> tuple[Phrase, ...]:
    kinds = Counter(bar.kind for bar in bars)
    told = (
        Phrase.counted(kinds["same"], "{0} is the same in all versions", "{0} are the same in all versions"),
        Phrase.counted(kinds["absent"], "{0} is not in every version", "{0} are not in every version"),
        Phrase.counted(kinds["meaning"], "{0} differs in meaning", "{0} differ in meaning"),
        Phrase.counted(kinds["wording"], "{0} differs in wording", "{0} differ in wording"),
        Phrase.counted(
            kinds["typographic"], "{0} differs in typography only", "{0} differ in typography only"
        ),
    )
    total = Phrase.counted(len(bars), "{0} sentence", "{0} sentences")
    return (total, *(each for each in told if each.number))
