"""How is a signal shown? With its rule, one sentence, and links to the places it points to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.checks.signals import rule_texts
from generator.model import Evidence, Signal, Where
from generator.pages import links
from generator.pages.index import Index
from generator.pages.words import Phrase

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
    title: str
    """The rule's name in a few words."""
    rule: str
    """What the rule looks for, and why."""
    decision: str
    """What a reviewer made of it, in words; nothing while nobody has."""
    decided: str
    """Path of the claim's page on which it was decided."""
    note: str


DECISION_WORDS = {
    "confirmed": Phrase("looked at: it is so"),
    "dismissed": Phrase("looked at: nothing in it"),
    "open": Phrase("looked at, not decided"),
}


def signal_views(index: Index, signals: Iterable[Signal]) -> tuple[SignalView, ...]:
    """Return signals with their rules, the places they point to, and what reviewers made of them."""
    texts, found = rule_texts(), tuple(signals)
    several = len({place.article for each in found for place in each.evidence}) > 1
    return tuple(
        _signal(index, each, *texts.get(each.code, (each.code, "")), several=several) for each in found
    )


def _signal(index: Index, signal: Signal, title: str, rule: str, *, several: bool) -> SignalView:
    shown = [place for place in signal.evidence[:_MOST_PLACES] if place.article in index.cards]
    ruled = (index.rulings.get((signal.code, place.article)) for place in signal.evidence)
    ruling = next(filter(None, ruled), None)
    return SignalView(
        signal.code,
        signal.level.value,
        signal.message,
        tuple(_place(index, place, several=several) for place in shown),
        Phrase(title),
        rule,
        DECISION_WORDS.get(ruling.decision.decision, "") if ruling else "",
        links.claim_path(ruling.claim) if ruling else "",
        (ruling.decision.note or "") if ruling else "",
    )


def _place(index: Index, place: Evidence, *, several: bool) -> PlaceView:
    card, article = index.cards[place.article], index.reads[place.article].article
    in_text = place.where is Where.TEXT
    words = place.span.of(article.text if in_text else article.raw).split()
    short = " ".join(words[:_MOST_WORDS]) + (" …" if len(words) > _MOST_WORDS else "")
    numbers = (n for n, each in enumerate(article.paragraphs, 1) if each.span.overlaps(place.span))
    number = next(numbers, None) if in_text else None
    who = f"{card.who}: " if several else ""
    return PlaceView(card.path, f"p{number}" if number else "record", f"{who}“{short}”")
