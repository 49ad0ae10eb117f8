"""How is a signal shown? With its rule, one sentence, and links to the places it points to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.model import Evidence, Signal, Where
from generator.pages.index import Index

_MOST_PLACES = 4
_MOST_WORDS = 8


@dataclass(frozen=True, slots=True)
class PlaceView:
    """A place that a signal points to."""

    path: str
    anchor: str
    words: str
    """The first words there, and in which article."""


@dataclass(frozen=True, slots=True)
class SignalView:
    """A signal on a page."""

    code: str
    level: str
    message: str
    places: tuple[PlaceView, ...]


def signal_views(index: Index, signals: Iterable[Signal]) -> tuple[SignalView, ...]:
    """Return signals with the places they point to."""
    return tuple(
        SignalView(
            each.code,
            each.level.value,
            each.message,
            tuple(
                _place(index, place) for place in each.evidence[:_MOST_PLACES] if place.article in index.cards
            ),
        )
        for each in signals
    )


def _place(index: Index, place: Evidence) -> PlaceView:
    card, article = index.cards[place.article], index.reads[place.article].article
    in_text = place.where is Where.TEXT
    words = place.span.of(article.text if in_text else article.raw).split()
    short = " ".join(words[:_MOST_WORDS]) + (" …" if len(words) > _MOST_WORDS else "")
    numbers = (n for n, each in enumerate(article.paragraphs, 1) if each.span.overlaps(place.span))
    number = next(numbers, None) if in_text else None
    return PlaceView(card.path, f"p{number}" if number else "record", f"{card.who}: “{short}”")
