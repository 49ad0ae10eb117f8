"""Which articles belong together, if each group is looked for where it can be?

Two groups are joined for a mean similarity, so never where no two of their articles are that similar. So
the articles that a chain of such pairs joins are linked by themselves; and where nothing changed among them, they are
linked as they were.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from generator.stories.candidates import Pairs
from generator.stories.linkage import Doubt, connected, linked

Groups = tuple[tuple[int, ...], ...]
"""Ordinals of the articles of each group."""


@dataclass(frozen=True, slots=True, eq=False)
class Linked:
    """Groups, and how those of each neighborhood came about."""

    groups: Groups
    known: Mapping[tuple[str, ...], tuple[bytes, Groups]] = field(default_factory=dict)
    """Of the articles of a neighborhood: all that was known of them, and their groups."""


def linked_apart(
    names: Sequence[str],
    pairs: Pairs,
    similarities: NDArray[np.float32],
    threshold: float,
    *,
    alike: Sequence[tuple[int, int]],
    doubt: Doubt,
    changed: NDArray[np.bool_],
    last: Mapping[tuple[str, ...], tuple[bytes, Groups]],
) -> Linked:
    """Return what `linked` does.

    Args:
        names: of all articles.
        pairs: those whose similarity is known, sorted.
        similarities: of each pair.
        threshold: mean similarity from which two groups are joined.
        alike: pairs that print one text.
        doubt: asked about groups of two and more each.
        changed: of each article: may the doubt about it be another than the last time?
        last: neighborhoods that were linked then.
    """
    near = pairs[similarities >= threshold].tolist()
    around = [members for members in connected(len(names), (*near, *alike)) if len(members) > 1]
    home, place = _places(len(names), around)
    inside = np.flatnonzero((home[pairs[:, 0]] == home[pairs[:, 1]]) & (home[pairs[:, 0]] >= 0))
    inside = inside[np.argsort(home[pairs[inside, 0]], kind="stable")]
    local, values = place[pairs[inside]], similarities[inside]
    bounds = np.searchsorted(home[pairs[inside, 0]], np.arange(len(around) + 1)).tolist()
    texts: list[list[tuple[int, int]]] = [[] for _ in around]
    for a, b in alike:
        texts[int(home[a])].append((int(place[a]), int(place[b])))
    known: dict[tuple[str, ...], tuple[bytes, Groups]] = {}
    groups: list[tuple[int, ...]] = [(single,) for single in np.flatnonzero(home < 0).tolist()]
    for members, first, end, same in zip(around, bounds, bounds[1:], texts, strict=False):
        key = tuple(names[member] for member in members)
        told = local[first:end].tobytes() + values[first:end].tobytes() + repr(same).encode()
        before = last.get(key)
        if before is None or before[0] != told or changed[list(members)].any():
            edges = zip(*local[first:end].T.tolist(), values[first:end].tolist(), strict=True)
            found = linked(len(members), edges, threshold, alike=same, doubt=_of(members, doubt))
            before = told, found
        known[key] = before
        groups += [tuple(members[one] for one in group) for group in before[1]]
    return Linked(tuple(sorted(groups)), known)


def _of(members: Sequence[int], doubt: Doubt) -> Doubt:
    """Return a doubt that is asked by places among some members."""

    def asked(one: Sequence[int], other: Sequence[int]) -> float:
        return doubt(*([members[place] for place in side] for side in (one, other)))

    return asked


def _places(count: int, around: Sequence[Sequence[int]]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return the neighborhood of each article, -1 of one without, and its place there."""
    home, place = np.full(count, -1, dtype=np.int64), np.zeros(count, dtype=np.int64)
    for ordinal, members in enumerate(around):
        home[list(members)] = ordinal
        place[list(members)] = np.arange(len(members))
    return home, place
