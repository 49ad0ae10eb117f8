"""Which articles belong together, given how alike some pairs of them are?

Average linkage: the two groups with the highest mean similarity are joined, until no mean reaches
the threshold; a pair without a known similarity counts as 0. One bridge between two groups never
joins them, since it is one pair among many. Where groups show what no pair can, a doubt lowers the mean.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterable, Sequence

Edge = tuple[int, int, float]
"""Two ordinals and their similarity."""
Doubt = Callable[[Sequence[int], Sequence[int]], float]
"""By how much the mean similarity of two groups is lowered, 0 or more, for what they are as groups."""


def no_doubt(_one: Sequence[int], _other: Sequence[int]) -> float:
    """Leave the mean as it is."""
    return 0.0


def linked(
    count: int,
    edges: Iterable[Edge],
    threshold: float,
    *,
    alike: Sequence[tuple[int, int]] = (),
    doubt: Doubt = no_doubt,
) -> tuple[tuple[int, ...], ...]:
    """Return the groups of `count` articles, each sorted, in the order of their first members.

    Args:
        count: how many articles there are.
        edges: the similarities that are known.
        threshold: mean similarity from which two groups are joined.
        alike: pairs that print one text. Where many articles do, not each pair of them is known; they
            count as one, and what is known of any of them is held for all.
        doubt: asked about groups of two and more each.
    """
    if not alike:
        return _average_linkage(count, edges, threshold, doubt)
    together = connected(count, alike)
    home = {member: ordinal for ordinal, members in enumerate(together) for member in members}
    known: dict[tuple[int, int], list[float]] = {}
    for a, b, similarity in edges:
        first, second = sorted((home[a], home[b]))
        if first != second:
            known.setdefault((first, second), []).append(similarity)
    means = [(a, b, sum(values) / len(values)) for (a, b), values in known.items()]

    def doubt_of_texts(one: Sequence[int], other: Sequence[int]) -> float:
        return doubt(*([member for text in side for member in together[text]] for side in (one, other)))

    groups = _average_linkage(len(together), means, threshold, doubt_of_texts)
    return tuple(
        sorted(tuple(sorted(one for ordinal in group for one in together[ordinal])) for group in groups)
    )


def _average_linkage(
    count: int, edges: Iterable[Edge], threshold: float, doubt: Doubt
) -> tuple[tuple[int, ...], ...]:
    groups = _Groups(count)
    for a, b, similarity in edges:
        groups.add(a, b, similarity)
    return tuple(sorted(groups.joined(threshold, doubt)))


def connected(count: int, links: Iterable[tuple[int, int]]) -> tuple[tuple[int, ...], ...]:
    """Return the groups that any chain of links joins, each sorted, in the order of their first members."""
    parent = list(range(count))

    def root(one: int) -> int:
        while parent[one] != one:
            parent[one] = one = parent[parent[one]]
        return one

    for a, b in links:
        first, second = sorted((root(a), root(b)))
        parent[second] = first
    groups: dict[int, list[int]] = {}
    for one in range(count):
        groups.setdefault(root(one), []).append(one)
    return tuple(tuple(members) for members in groups.values())


_Entry = tuple[float, int, int, int, bool]
"""The mean similarity, negated; two groups; the articles of both; whether the doubt has been asked."""


class _Groups:
    """Groups under way: members, and the sum of similarities between each two that have any."""

    def __init__(self, count: int) -> None:
        self.members: dict[int, list[int]] = {ordinal: [ordinal] for ordinal in range(count)}
        self.sums: dict[int, dict[int, float]] = {ordinal: {} for ordinal in range(count)}

    def add(self, a: int, b: int, similarity: float) -> None:
        """Note the similarity of two articles."""
        self.sums[a][b] = self.sums[b][a] = similarity

    def mean(self, a: int, b: int) -> float:
        """Return the mean similarity between two groups."""
        return self.sums[a][b] / (len(self.members[a]) * len(self.members[b]))

    def joined(self, threshold: float, doubt: Doubt) -> list[tuple[int, ...]]:
        """Join the most alike groups for as long as they are alike enough; return what there is then."""
        heap = [
            self._entry(value, a, b)
            for a, others in self.sums.items()
            for b, value in others.items()
            if a < b and value >= threshold
        ]
        heapq.heapify(heap)
        while heap:
            value, a, b, size, judged = heapq.heappop(heap)
            if a not in self.members or b not in self.members or size != self._size(a, b):
                continue  # one of the two has been joined since
            one, other = self.members[a], self.members[b]
            if not judged and min(len(one), len(other)) > 1:
                lowered = -value - doubt(one, other)
                if lowered >= threshold:
                    heapq.heappush(heap, (-lowered, a, b, size, True))
                continue
            self._join(a, b)
            for neighbor in self.sums[a]:
                mean = self.mean(a, neighbor)
                if mean >= threshold:
                    heapq.heappush(heap, self._entry(mean, a, neighbor))
        return [tuple(sorted(members)) for members in self.members.values()]

    def _entry(self, mean: float, a: int, b: int) -> _Entry:
        return -mean, min(a, b), max(a, b), self._size(a, b), False

    def _size(self, a: int, b: int) -> int:
        """Return the articles of both; groups only grow, so the number tells whether either has changed."""
        return len(self.members[a]) + len(self.members[b])

    def _join(self, a: int, b: int) -> None:
        """Join b into a, the smaller ordinal."""
        self.members[a] += self.members.pop(b)
        for other, value in self.sums.pop(b).items():
            del self.sums[other][b]
            if other != a:
                self.sums[a][other] = self.sums[other][a] = self.sums[a].get(other, 0.0) + value
