"""How are signals shown? By rule, the gravest first, each a sentence with links to the places it points to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.checks.signals import rule_texts
from generator.model import Evidence, Severity, Signal, Where
from generator.pages import links
from generator.pages.index import Index
from generator.pages.words import Phrase

_MOST_PLACES = 4
_MOST_WORDS = 8
_MOST_IN_SIGHT = 6
"""Signals of one rule that stand open; more of them are folded."""
_MARKS = "“”„«»\"'‘’ "
LEVEL_WORDS = {
    Severity.ERROR: Phrase("contradiction"),
    Severity.WARN: Phrase("worth a look"),
    Severity.INFO: Phrase("minor"),
}


_GRAVITY = {level.value: place for place, level in enumerate(LEVEL_WORDS)}


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
    decision: str
    """What a reviewer made of it, in words; nothing while nobody has."""
    decided: str
    """Path of the claim's page on which it was decided."""
    note: str
    dismissed: bool
    """True where a reviewer found nothing in it."""


@dataclass(frozen=True, slots=True)
class SignalGroup:
    """What one rule found."""

    code: str
    title: str
    """The rule's name in a few words."""
    rule: str
    """What the rule looks for, and why."""
    level: str
    """Of the gravest among them."""
    level_words: str
    signals: tuple[SignalView, ...]
    more: tuple[SignalView, ...]
    """Those that are folded, since there are many."""


@dataclass(frozen=True, slots=True)
class SignalsView:
    """The signals of a page."""

    groups: tuple[SignalGroup, ...]
    """The gravest first."""
    minor: tuple[SignalGroup, ...]
    """Those of little weight and those that a reviewer dismissed, folded."""
    count: int
    """Of signals that are minor."""


DECISION_WORDS = {
    "confirmed": Phrase("looked at: it is so"),
    "dismissed": Phrase("looked at: nothing in it"),
    "open": Phrase("looked at, not decided"),
}


def signals_view(index: Index, signals: Iterable[Signal]) -> SignalsView | None:
    """Return signals by rule, with what reviewers made of them; None where there are none."""
    found = tuple(signals)
    if not found:
        return None
    several = len({place.article for each in found for place in each.evidence}) > 1
    views = [_signal(index, each, several=several) for each in found]
    minor = [each for each in views if each.dismissed or each.level == Severity.INFO]
    grave = [each for each in views if not (each.dismissed or each.level == Severity.INFO)]
    return SignalsView(_groups(grave), _groups(minor), len(minor))


def _groups(views: Sequence[SignalView]) -> tuple[SignalGroup, ...]:
    """Return signals by their rules, the gravest first, else as they come."""
    by_code: dict[str, list[SignalView]] = {}
    for each in sorted(views, key=_gravest_first):
        by_code.setdefault(each.code, []).append(each)
    return tuple(_group(code, each) for code, each in by_code.items())


def _gravest_first(view: SignalView) -> int:
    return _GRAVITY[view.level]


def _group(code: str, views: Sequence[SignalView]) -> SignalGroup:
    title, rule = rule_texts().get(code, (code, ""))
    level = Severity(views[0].level)
    # one more than fit needs no fold of its own
    sight = _MOST_IN_SIGHT if len(views) > _MOST_IN_SIGHT + 1 else len(views)
    return SignalGroup(
        code=code,
        title=Phrase(title),
        rule=Phrase(rule) if rule else "",
        level=level.value,
        level_words=LEVEL_WORDS[level],
        signals=tuple(views[:sight]),
        more=tuple(views[sight:]),
    )


def _signal(index: Index, signal: Signal, *, several: bool) -> SignalView:
    shown = [place for place in signal.evidence[:_MOST_PLACES] if place.article in index.cards]
    ruled = (index.rulings.get((signal.code, place.article)) for place in signal.evidence)
    ruling = next(filter(None, ruled), None)
    decision = ruling.decision.decision if ruling else ""
    return SignalView(
        code=signal.code,
        level=signal.level.value,
        message=signal.message,
        places=tuple(_place(index, place, several=several) for place in shown),
        decision=DECISION_WORDS.get(decision, ""),
        decided=links.claim_path(ruling.claim) if ruling else "",
        note=(ruling.decision.note or "") if ruling else "",
        dismissed=decision == "dismissed",
    )


def _place(index: Index, place: Evidence, *, several: bool) -> PlaceView:
    card, article = index.cards[place.article], index.reads[place.article].article
    in_text = place.where is Where.TEXT
    words = place.span.of(article.text if in_text else article.raw).split()
    # links say the words in marks of their own
    short = " ".join(words[:_MOST_WORDS]).strip(_MARKS) + (" …" if len(words) > _MOST_WORDS else "")
    numbers = (n for n, each in enumerate(article.paragraphs, 1) if each.span.overlaps(place.span))
    number = next(numbers, None) if in_text else None
    who = f"{card.who}: " if several else ""
    return PlaceView(card.path, f"p{number}" if number else "record", f"{who}“{short}”")
