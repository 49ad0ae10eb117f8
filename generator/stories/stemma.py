"""Who took the text from whom, among the versions of a story?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.model import ArticleId, Direction, Relation, Story, Version
from generator.stories.linkage import connected


@dataclass(frozen=True, slots=True)
class Descent:
    """One line of the picture: how a version is tied to the one most of its words stand in."""

    child: ArticleId
    """The version that was made from the other; of an unknown direction, the later one in story order."""
    parent: ArticleId
    version: Version
    known: bool
    """False where nothing shows which of the two came first."""


@dataclass(frozen=True, slots=True)
class Stemma:
    """The versions of one text and their descent: a tree, so each version hangs on one other at most."""

    articles: tuple[ArticleId, ...]
    """In story order."""
    descents: tuple[Descent, ...]
    """One for each version but the root."""


_SHARED = frozenset((Relation.COPY, Relation.ABRIDGED, Relation.PARTIAL, Relation.REWRITE))


def stemmata(story: Story, versions: Iterable[Version]) -> tuple[Stemma, ...]:
    """Return the texts of a story that were printed more than once, each with its versions' descent.

    Articles that share quotes alone are no versions of one text. Each version hangs on the one with
    which it shares most words, so that few lines tell the most; the root is the one that nothing
    shows to be taken from another, the longest coverage first.
    """
    place = {article: ordinal for ordinal, article in enumerate(story.articles)}
    shared = [v for v in versions if v.relation in _SHARED and v.a in place and v.b in place]
    groups = connected(len(place), ((place[v.a], place[v.b]) for v in shared))
    return tuple(
        _stemma([story.articles[i] for i in members], shared) for members in groups if len(members) > 1
    )


def _stemma(articles: Sequence[ArticleId], versions: Sequence[Version]) -> Stemma:
    """Grow a maximum spanning tree from the strongest ties."""
    place = {article: ordinal for ordinal, article in enumerate(articles)}
    inside = [v for v in versions if v.a in place and v.b in place]
    strongest = sorted(inside, key=lambda v: (-_shared(v), v.direction is Direction.UNKNOWN, v.a, v.b))
    group = list(range(len(articles)))
    found: list[Descent] = []
    for version in strongest:
        one, other = group[place[version.a]], group[place[version.b]]
        if one != other:
            group = [one if member == other else member for member in group]
            found.append(_descent(version, place))
    return Stemma(tuple(articles), tuple(sorted(found, key=lambda d: (place[d.child], place[d.parent]))))


def _shared(version: Version) -> float:
    return version.coverage_a + version.coverage_b


def _descent(version: Version, place: dict[ArticleId, int]) -> Descent:
    match version.direction:
        case Direction.A_FROM_B:
            return Descent(version.a, version.b, version, known=True)
        case Direction.B_FROM_A:
            return Descent(version.b, version.a, version, known=True)
        case Direction.UNKNOWN:
            parent, child = sorted((version.a, version.b), key=place.__getitem__)
            return Descent(child, parent, version, known=False)
