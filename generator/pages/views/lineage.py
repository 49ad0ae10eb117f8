"""Which versions does a story have, which was taken from which, and when did each appear?

One picture made of the list itself: a version a row, drawn as folders are, indented under the one with which it
shares most words. So no line crosses another or a word, and twelve versions are no wider than two. An arrow points to
the version that was made from the other, as far as the evidence goes; a broken line is a tie whose direction is not
known. Beside each row a dot marks its day on an axis that all rows share.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.model import ArticleId, Story
from generator.pages.index import ArticleCard, Index
from generator.pages.views.versions import VersionView, version_view
from generator.pages.words import Phrase
from generator.stories.stemma import Descent, Stemma

DEEPEST = 6
"""Steps by which a row is indented at most: for more a phone has no room, and the row's words still name its source."""
IN_SIGHT = 12
"""Versions of a text that stand open; more are folded."""
_ON_ONE_DAY = ("{0} versions appeared on {1}.", "{0} versions appeared on {1}, {3} without a whole date.")
_ON_SEVERAL = (
    "{0} versions appeared between {1} and {2}.",
    "{0} versions appeared between {1} and {2}, {3} without a whole date.",
)
"""With a whole date each, and where some have none."""


@dataclass(frozen=True, slots=True)
class Row:
    """A version in the picture."""

    card: ArticleCard
    rails: tuple[str, ...]
    """What stands in each step of the indent: `through` a line to a version further down, nothing, or, in the last, the
    tie to the version above: `branch` where another one hangs below, else `end`."""
    arrow: str
    """Which was made from the other: this one (`to`), the one it hangs on (`from`), or nothing where that is not known."""
    tie: VersionView | None
    """The pair of this version and the one it hangs on, seen from this one; None for a root."""
    place: int | None
    """Per cent of the way from the first day to the last; None without a whole date."""


@dataclass(frozen=True, slots=True)
class Branch:
    """The versions of one text."""

    rows: tuple[Row, ...]
    """The root first; what hangs on a version stands right under it."""
    more: tuple[Row, ...]
    """The rest, folded where there are many."""


@dataclass(frozen=True, slots=True)
class Lineage:
    """All versions of a story."""

    texts: tuple[Branch, ...]
    """After those with several versions the articles that share no text with others."""
    first: str
    """The first day in words, with a mark where no text states it; nothing where fewer than two days are known."""
    last: str
    text: str
    """When the versions appeared, in a sentence."""


def lineage_of(index: Index, story: Story, texts: Sequence[Stemma]) -> Lineage:
    """Return the versions of a story as a picture.

    Args:
        index: the facts.
        story: whose versions they are.
        texts: those of its texts that several articles print, with their descent.
    """
    cards = [index.cards[id_] for id_ in story.articles]
    days = {card.id: day for card in cards if (day := _day(card))}
    places = _places(days)
    tied = [tuple(_rows(index, each, places)) for each in texts]
    among = {row.card.id for rows in tied for row in rows}
    alone = tuple(Row(card, (), "", None, places.get(card.id)) for card in cards if card.id not in among)
    first, last = _ends(cards, days) if places else ("", "")
    branches = tuple(map(_branch, filter(None, (*tied, alone))))
    return Lineage(branches, first, last, _told(cards, days) if len(days) > 1 else "")


def _branch(rows: tuple[Row, ...]) -> Branch:
    # one more than fit needs no fold of its own
    sight = IN_SIGHT if len(rows) > IN_SIGHT + 1 else len(rows)
    return Branch(rows[:sight], rows[sight:])


def _rows(index: Index, stemma: Stemma, places: Mapping[ArticleId, int]) -> Iterator[Row]:
    """Yield the versions of a text from top to bottom, the root first; what hangs on one stands right under it."""
    for id_, tie, rails in _downward(stemma, _root(index, stemma)):
        view = version_view(index, tie.version, id_) if tie else None
        known = tie is not None and tie.known
        arrow = ("to" if tie and tie.child == id_ else "from") if known else ""
        yield Row(index.cards[id_], rails, arrow, view, places.get(id_))


def _root(index: Index, stemma: Stemma) -> ArticleId:
    """Return the version that nothing shows to be taken from another; of several, the fullest."""
    taken = {each.child for each in stemma.descents if each.known}
    return min(stemma.articles, key=lambda id_: (id_ in taken, -index.cards[id_].words, id_))


def _downward(stemma: Stemma, root: ArticleId) -> Iterator[tuple[ArticleId, Descent | None, tuple[str, ...]]]:
    """Yield each version with the tie to the one that it hangs on and the lines beside it."""
    near: dict[ArticleId, list[tuple[ArticleId, Descent]]] = {}
    for each in stemma.descents:
        near.setdefault(each.parent, []).append((each.child, each))
        near.setdefault(each.child, []).append((each.parent, each))
    seen = {root}
    waiting: list[tuple[ArticleId, Descent | None, tuple[str, ...]]] = [(root, None, ())]
    while waiting:
        here, tie, rails = waiting.pop()
        yield here, tie, rails
        under = [(there, each) for there, each in near.get(here, ()) if there not in seen]
        seen.update(there for there, _ in under)
        beside = _continued(rails)
        for place, (there, each) in reversed(list(enumerate(under))):
            waiting.append((there, each, _indented(beside, "end" if place + 1 == len(under) else "branch")))


def _continued(rails: tuple[str, ...]) -> tuple[str, ...]:
    """Return the lines beside a version as they go on beside those that hang on it."""
    return tuple("through" if rail in {"through", "branch"} else "" for rail in rails)


def _indented(rails: tuple[str, ...], last: str) -> tuple[str, ...]:
    """Return the lines with one step more; where there is no room for it, none that could lead to the wrong version."""
    return (*rails, last) if len(rails) < DEEPEST else (*rails[: DEEPEST - 1], "")


def _day(card: ArticleCard) -> dt.date | None:
    try:
        return dt.date.fromisoformat(card.date.iso or "")
    except ValueError:
        return None


def _places(days: Mapping[ArticleId, dt.date]) -> dict[ArticleId, int]:
    """Return where on the axis each version stands, in per cent; nothing where all have one day."""
    if len(set(days.values())) < 2:  # noqa: PLR2004 (one day is no course of time)
        return {}
    first, last = min(days.values()), max(days.values())
    return {id_: round(100 * (day - first).days / (last - first).days) for id_, day in days.items()}


def _ends(cards: Sequence[ArticleCard], days: Mapping[ArticleId, dt.date]) -> tuple[str, str]:
    """Return the first and the last day in words, each with a mark where no version states it."""
    return _end(cards, min(days.values())), _end(cards, max(days.values()))


def _end(cards: Sequence[ArticleCard], day: dt.date) -> str:
    dates = [card.date for card in cards if card.date.iso == day.isoformat()]
    return next((each.words for each in dates if not each.doubtful), dates[0].marked)


def _told(cards: Sequence[ArticleCard], days: Mapping[ArticleId, dt.date]) -> str:
    first, last = _ends(cards, days)
    undated = len(cards) - len(days)
    message = _ON_ONE_DAY if min(days.values()) == max(days.values()) else _ON_SEVERAL
    return Phrase(message[bool(undated)], str(len(days)), first, last, str(undated))
