"""Who reprints whom? Bands from the outlets that a text came from to those that printed it after them.

Each version is counted once, with the one that most of its words stand in, as in its story's stemma;
ties of unknown direction are told in words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import chain

from generator.memory import Memory
from generator.model import ArticleId, Story, Version
from generator.pages import links
from generator.pages.index import Index
from generator.stories.stemma import Descent, stemmata

WIDTH, _ROW, _TOP = 760, 34, 12
_MOST = 12
"""Outlets on each side; the others are in the words below."""
_THICKEST, _FREE = 9.0, 8
"""Width of one text's band at most, and room left free between two outlets."""


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


def flow_of(index: Index, memory: Memory | None = None) -> Flow:
    """Return who reprints whom.

    Args:
        index: all facts.
        memory: the trees of the last run.
    """
    memory = memory or Memory(keeps=False)
    pairs: Counter[tuple[str, str]] = Counter()
    unknown = 0
    for descent in _descents(index, memory):
        source, target = _outlet(index, descent.parent), _outlet(index, descent.child)
        if not source or not target or source == target:
            continue
        if descent.known:
            pairs[source, target] += 1
        else:
            unknown += 1
    rows = sorted(pairs.items(), key=lambda item: (-item[1], item[0]))
    return laid_out(tuple((source, target, count) for (source, target), count in rows), unknown)


def _descents(index: Index, memory: Memory) -> Iterator[Descent]:
    for story in index.stories:
        versions = [index.versions.get(id_, ()) for id_ in story.articles]
        if len(story.articles) > 1 and any(versions):
            yield from memory.of(
                "descents", story.id, (story, *versions), partial(_of_story, story, versions)
            )


def _of_story(story: Story, versions: Iterable[tuple[Version, ...]]) -> tuple[Descent, ...]:
    texts = stemmata(story, set(chain.from_iterable(versions)))
    return tuple(descent for text in texts for descent in text.descents)


def _outlet(index: Index, id_: ArticleId) -> str:
    return index.cards[id_].outlet or ""


def laid_out(rows: tuple[tuple[str, str, int], ...], unknown: int) -> Flow:
    """Return the picture of rows of source, target and number of texts."""
    given, taken = Counter[str](), Counter[str]()
    for source, target, count in rows:
        given[source] += count
        taken[target] += count
    sources, targets = _ports(given), _ports(taken)
    unit = min(_THICKEST, (_ROW - _FREE) / max((*given.values(), *taken.values()), default=1))
    height = _TOP * 2 + _ROW * max(len(sources), len(targets))
    return Flow(sources, targets, tuple(_bands(sources, targets, rows, unit)), height, rows, unknown)


def _bands(
    sources: tuple[Port, ...], targets: tuple[Port, ...], rows: tuple[tuple[str, str, int], ...], unit: float
) -> Iterator[Band]:
    """Yield the bands, side by side at each end in the order of the other one's outlets."""
    left = {port.name: place for place, port in enumerate(sources)}
    right = {port.name: place for place, port in enumerate(targets)}
    used_left = {port.name: port.y - port.count * unit / 2 for port in sources}
    used_right = {port.name: port.y - port.count * unit / 2 for port in targets}
    shown = [row for row in rows if row[0] in left and row[1] in right]
    ends: dict[tuple[str, str], list[float]] = {}
    for source, target, count in sorted(shown, key=lambda row: (left[row[0]], right[row[1]])):
        ends[source, target] = [used_left[source] + count * unit / 2]
        used_left[source] += count * unit
    for source, target, count in sorted(shown, key=lambda row: (right[row[1]], left[row[0]])):
        ends[source, target].append(used_right[target] + count * unit / 2)
        used_right[target] += count * unit
    for source, target, count in shown:
        y1, y2 = ends[source, target]
        yield Band(round(y1, 1), round(y2, 1), round(max(1.0, count * unit - 1), 1), source, target, count)


def _ports(counts: Counter[str]) -> tuple[Port, ...]:
    names = sorted(counts, key=lambda name: (-counts[name], name))[:_MOST]
    return tuple(
        Port(name, links.outlet_path(name), _TOP + _ROW * (place + 0.5), counts[name])
        for place, name in enumerate(names)
    )
