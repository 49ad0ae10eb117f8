"""The stemma: a picture of which version most likely took its text from which.

It is drawn as folders are: one version a row, indented under the one with which it shares most words, so no
line crosses another or a word, and twelve versions are no wider than two. An arrow points to the version that was
made from the other, as far as the evidence goes; a broken line without one is a tie whose direction is not known.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.model import ArticleId
from generator.pages.index import ArticleCard, Index
from generator.pages.views.versions import percent
from generator.pages.words import Phrase
from generator.stories.stemma import Descent, Stemma

_INDENT, _ROW = 20, 62
_STEM = 8
"""Pixels from a box's left side at which the line to the versions under it leaves."""
BOX_WIDTH, BOX_HEIGHT = 264, 50
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
    share: str
    """Per cent of the later version's words that the two have, of the tie above it; nothing for the root."""


@dataclass(frozen=True, slots=True)
class Edge:
    """A tie between two versions: down from the upper one, then right to the lower one."""

    x1: int
    y1: int
    x2: int
    y2: int
    tip: str
    """Which was made from the other: the `lower`, the `upper`, or nothing where that is not known."""
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
    """Return a stemma laid out from top to bottom, the root first."""
    nodes: dict[ArticleId, Node] = {}
    edges: list[Edge] = []
    for row, (id_, depth, tie) in enumerate(_downward(stemma, _root(index, stemma))):
        card = index.cards[id_]
        share = f"{_share(tie)}%" if tie else ""
        nodes[id_] = Node(card, _short(card.who), _MARGIN + depth * _INDENT, _MARGIN + row * _ROW, share)
        if tie:
            edges.append(_edge(index, nodes, id_, tie))
    width = max(node.x for node in nodes.values()) + BOX_WIDTH + _MARGIN
    height = (len(nodes) - 1) * _ROW + BOX_HEIGHT + 2 * _MARGIN
    return Picture(tuple(nodes.values()), tuple(edges), width, height)


def _root(index: Index, stemma: Stemma) -> ArticleId:
    """Return the version that nothing shows to be taken from another; of several, the fullest."""
    taken = {each.child for each in stemma.descents if each.known}
    return min(stemma.articles, key=lambda id_: (id_ in taken, -index.cards[id_].words, id_))


def _downward(stemma: Stemma, root: ArticleId) -> Iterator[tuple[ArticleId, int, Descent | None]]:
    """Yield each version, its distance from the root and the tie that leads to it; what hangs on one follows it."""
    seen = {root}
    waiting: list[tuple[ArticleId, int, Descent | None]] = [(root, 0, None)]
    while waiting:
        here, depth, tie = waiting.pop()
        yield here, depth, tie
        near = [
            ({each.child: each.parent, each.parent: each.child}.get(here), each) for each in stemma.descents
        ]
        under = [(there, depth + 1, each) for there, each in near if there is not None and there not in seen]
        seen.update(there for there, _, _ in under)
        waiting.extend(reversed(under))


def _share(tie: Descent) -> int:
    version = tie.version
    return percent(version.coverage_a if version.a == tie.child else version.coverage_b)


def _short(name: str) -> str:
    return name if len(name) <= _NAME_LENGTH else name[: _NAME_LENGTH - 1].rstrip() + "…"


def _edge(index: Index, nodes: Mapping[ArticleId, Node], lower: ArticleId, tie: Descent) -> Edge:
    upper = tie.parent if tie.child == lower else tie.child
    child, parent = index.cards[tie.child].who, index.cards[tie.parent].who
    text = (
        "{0} most likely took its text from {1} ({2}%)"
        if tie.known
        else "{0} and {1} share text; who took it from whom is not known ({2}%)"
    )
    return Edge(
        nodes[upper].x + _STEM,
        nodes[upper].y + BOX_HEIGHT,
        nodes[lower].x,
        nodes[lower].y + BOX_HEIGHT // 2,
        ("lower" if tie.child == lower else "upper") if tie.known else "",
        Phrase(text, child, parent, str(_share(tie))),
    )
