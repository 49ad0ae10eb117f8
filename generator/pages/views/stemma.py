"""The stemma: a picture of which version most likely took its text from which.

Versions stand in columns by their distance from the root. A full line with an arrow is a direction
with evidence, a broken line without one a tie whose direction is not known.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.model import ArticleId
from generator.pages.index import ArticleCard, Index
from generator.pages.views.versions import percent
from generator.stories.stemma import Stemma

_COLUMN, _ROW = 300, 74
BOX_WIDTH, BOX_HEIGHT = 210, 50
_MARGIN = 8
_NAME_LENGTH = 24
"""Characters that fit into a box."""


@dataclass(frozen=True, slots=True)
class Node:
    """A version in the picture."""

    card: ArticleCard
    name: str
    """The outlet's name, cut where the box ends."""
    x: int
    y: int


@dataclass(frozen=True, slots=True)
class Edge:
    """A tie between two versions."""

    x1: int
    y1: int
    x2: int
    y2: int
    known: bool
    share: int
    """Per cent of the later version's words that the other has."""
    text: str
    """The tie in words."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A stemma, laid out."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    width: int
    height: int


def picture_of(index: Index, stemma: Stemma) -> Picture:
    """Return a stemma laid out from left to right."""
    parent = {each.child: each.parent for each in stemma.descents}
    depth = {id_: _depth(id_, parent) for id_ in stemma.articles}
    taken: dict[int, int] = {}
    nodes: dict[ArticleId, Node] = {}
    for id_ in sorted(stemma.articles, key=lambda each: (depth[each], stemma.articles.index(each))):
        row = taken.get(depth[id_], 0)
        taken[depth[id_]] = row + 1
        nodes[id_] = Node(
            index.cards[id_],
            _short(index.cards[id_].who),
            _MARGIN + depth[id_] * _COLUMN,
            _MARGIN + row * _ROW,
        )
    edges = tuple(_edge(index, nodes, stemma, n) for n in range(len(stemma.descents)))
    width = max(taken) * _COLUMN + BOX_WIDTH + 2 * _MARGIN
    return Picture(
        tuple(nodes.values()), edges, width, max(taken.values()) * _ROW - _ROW + BOX_HEIGHT + 2 * _MARGIN
    )


def _short(name: str) -> str:
    return name if len(name) <= _NAME_LENGTH else name[: _NAME_LENGTH - 1].rstrip() + "…"


def _depth(id_: ArticleId, parent: Mapping[ArticleId, ArticleId]) -> int:
    """Return the number of ties to the root; a tree has no cycle, and a broken one ends the walk."""
    seen = {id_}
    while (above := parent.get(id_)) is not None and above not in seen:
        seen.add(above)
        id_ = above
    return len(seen) - 1


def _edge(index: Index, nodes: Mapping[ArticleId, Node], stemma: Stemma, ordinal: int) -> Edge:
    descent = stemma.descents[ordinal]
    version = descent.version
    coverage = version.coverage_a if version.a == descent.child else version.coverage_b
    above, below = nodes[descent.parent], nodes[descent.child]
    child, parent = index.cards[descent.child].who, index.cards[descent.parent].who
    share = percent(coverage)
    text = (
        f"{child} most likely took its text from {parent}"
        if descent.known
        else f"{child} and {parent} share text; who took it from whom is not known"
    )
    middle = BOX_HEIGHT // 2
    return Edge(
        above.x + BOX_WIDTH,
        above.y + middle,
        below.x,
        below.y + middle,
        descent.known,
        share,
        f"{text} ({share}%)",
    )
