"""The stemma: a picture of which version most likely took its text from which.

Versions stand in columns by their distance from the root, each tied to the one with which it shares
most words. An arrow points to the version that was made from the other, as far as the evidence goes;
a broken line without one is a tie whose direction is not known.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass

from generator.model import ArticleId
from generator.pages.index import ArticleCard, Index
from generator.pages.views.versions import percent
from generator.pages.words import Phrase
from generator.stories.stemma import Descent, Stemma

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
    tip: str
    """Which end was made from the other: `right`, `left`, or nothing where that is not known."""
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
    """Return a stemma laid out from left to right, the root on the left."""
    ties = _outward(stemma, _root(index, stemma))
    nodes: dict[ArticleId, Node] = {}
    taken: dict[int, int] = {}
    for id_, (column, _) in ties.items():
        row = taken.get(column, 0)
        taken[column] = row + 1
        card = index.cards[id_]
        nodes[id_] = Node(card, _short(card.who), _MARGIN + column * _COLUMN, _MARGIN + row * _ROW)
    edges = tuple(_edge(index, nodes, id_, tie) for id_, (_, tie) in ties.items() if tie)
    width = max(taken) * _COLUMN + BOX_WIDTH + 2 * _MARGIN
    height = (max(taken.values()) - 1) * _ROW + BOX_HEIGHT + 2 * _MARGIN
    return Picture(tuple(nodes.values()), edges, width, height)


def _root(index: Index, stemma: Stemma) -> ArticleId:
    """Return the version that nothing shows to be taken from another; of several, the fullest."""
    taken = {each.child for each in stemma.descents if each.known}
    return min(stemma.articles, key=lambda id_: (id_ in taken, -index.cards[id_].words, id_))


def _outward(stemma: Stemma, root: ArticleId) -> dict[ArticleId, tuple[int, Descent | None]]:
    """Return each version's distance from the root and the tie that leads to it, the nearest first."""
    found: dict[ArticleId, tuple[int, Descent | None]] = {root: (0, None)}
    waiting = deque([root])
    while waiting:
        here = waiting.popleft()
        for tie in stemma.descents:
            there = {tie.child: tie.parent, tie.parent: tie.child}.get(here)
            if there is not None and there not in found:
                found[there] = (found[here][0] + 1, tie)
                waiting.append(there)
    return found


def _short(name: str) -> str:
    return name if len(name) <= _NAME_LENGTH else name[: _NAME_LENGTH - 1].rstrip() + "…"


def _edge(index: Index, nodes: Mapping[ArticleId, Node], right: ArticleId, tie: Descent) -> Edge:
    left = tie.parent if tie.child == right else tie.child
    version = tie.version
    share = percent(version.coverage_a if version.a == tie.child else version.coverage_b)
    child, parent = index.cards[tie.child].who, index.cards[tie.parent].who
    text = (
        "{0} most likely took its text from {1} ({2}%)"
        if tie.known
        else "{0} and {1} share text; who took it from whom is not known ({2}%)"
    )
    middle = BOX_HEIGHT // 2
    return Edge(
        nodes[left].x + BOX_WIDTH,
        nodes[left].y + middle,
        nodes[right].x,
        nodes[right].y + middle,
        ("right" if tie.child == right else "left") if tie.known else "",
        share,
        Phrase(text, child, parent, str(share)),
    )
