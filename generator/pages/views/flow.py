"""Who reprints whom? Bands from the outlets that a text came from to those that printed it after them.

Each version is counted once, with the one that most of its words stand in, as in its story's stemma;
ties of unknown direction are told in words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from generator.model import ArticleId
from generator.pages import links
from generator.pages.index import Index
from generator.stories.stemma import Descent, stemmata

WIDTH, _ROW, _TOP = 760, 34, 12
_LEFT, _RIGHT = 250, 510
"""Where the bands begin and end; names stand outside of them."""
_MOST = 12
"""Outlets on each side; the others are in the words below."""
_THICKEST = 22.0


@dataclass(frozen=True, slots=True)
class Port:
    """An outlet on one side."""

    name: str
    path: str
    y: float
    count: int


@dataclass(frozen=True, slots=True)
class Band:
    """Texts that one outlet has from another."""

    y1: float
    y2: float
    width: float
    source: str
    target: str
    count: int


@dataclass(frozen=True, slots=True)
class Flow:
    """The picture, and the same in words."""

    sources: tuple[Port, ...]
    targets: tuple[Port, ...]
    bands: tuple[Band, ...]
    height: float
    rows: tuple[tuple[str, str, int], ...]
    """Source, target and number of texts, the most first: all of them."""
    unknown: int
    """Pairs of versions of two outlets whose direction is not known."""


def flow_of(index: Index) -> Flow:
    """Return who reprints whom."""
    pairs: Counter[tuple[str, str]] = Counter()
    unknown = 0
    for descent in _descents(index):
        source, target = _outlet(index, descent.parent), _outlet(index, descent.child)
        if not source or not target or source == target:
            continue
        if descent.known:
            pairs[source, target] += 1
        else:
            unknown += 1
    rows = sorted(pairs.items(), key=lambda item: (-item[1], item[0]))
    return _laid_out(tuple((source, target, count) for (source, target), count in rows), unknown)


def _descents(index: Index) -> Iterator[Descent]:
    for story in index.stories:
        versions = {version for id_ in story.articles for version in index.versions.get(id_, ())}
        for text in stemmata(story, versions):
            yield from text.descents


def _outlet(index: Index, id_: ArticleId) -> str:
    return index.cards[id_].outlet or ""


def _laid_out(rows: tuple[tuple[str, str, int], ...], unknown: int) -> Flow:
    given, taken = Counter[str](), Counter[str]()
    for source, target, count in rows:
        given[source] += count
        taken[target] += count
    sources, targets = _ports(given), _ports(taken)
    left, right = {port.name: port for port in sources}, {port.name: port for port in targets}
    most = max((count for _, _, count in rows), default=1)
    bands = tuple(
        Band(left[a].y, right[b].y, round(2 + (_THICKEST - 2) * count / most, 1), a, b, count)
        for a, b, count in rows
        if a in left and b in right
    )
    height = _TOP * 2 + _ROW * max(len(sources), len(targets))
    return Flow(sources, targets, bands, height, rows, unknown)


def _ports(counts: Counter[str]) -> tuple[Port, ...]:
    names = sorted(counts, key=lambda name: (-counts[name], name))[:_MOST]
    return tuple(
        Port(name, links.outlet_path(name), _TOP + _ROW * (place + 0.5), counts[name])
        for place, name in enumerate(names)
    )
