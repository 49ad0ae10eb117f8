"""Which of two versions was made from the other, as far as the evidence goes?

Each kind of evidence is a named rule; where the rules disagree, the direction is unknown.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from generator.model import Direction
from generator.stories.summary import RUN, Summary

Finding = str | None
"""A sentence for the page, or None where the rule finds nothing."""


@dataclass(frozen=True, slots=True)
class DirectionRule:
    """Evidence that one text, the copy, was made from the other."""

    name: str
    finding: Callable[[Summary, Summary], Finding]
    """Given the supposed copy and its source."""


def direction(a: Summary, b: Summary) -> tuple[Direction, tuple[str, ...]]:
    """Return the likely direction and the sentences it rests on."""
    a_from_b, b_from_a = _told(a, b), _told(b, a)
    if a_from_b and not b_from_a:
        return Direction.A_FROM_B, a_from_b
    if b_from_a and not a_from_b:
        return Direction.B_FROM_A, b_from_a
    return Direction.UNKNOWN, a_from_b + b_from_a


def _told(copy: Summary, source: Summary) -> tuple[str, ...]:
    found = [rule.finding(copy, source) for rule in RULES]
    return tuple(filter(None, found))


def _credit(copy: Summary, source: Summary) -> Finding:
    if copy.via and copy.via == source.outlet:
        return f"{copy.id} credits the text to the outlet of {source.id}."
    return None


def _later(copy: Summary, source: Summary) -> Finding:
    later, earlier = copy.published, source.published
    if later and earlier and _comparable(later, earlier) and later > earlier:
        return f"{copy.id} is dated {later}, after {source.id} ({earlier})."
    return None


_DAY = len("2019-07-14")


def _comparable(one: str, other: str) -> bool:
    """Only two full dates say which came first."""
    return (
        min(len(one), len(other)) >= _DAY
        and not (one + other).startswith("--")
        and one[:1] != "-" != other[:1]
    )


def _dangling(copy: Summary, source: Summary) -> Finding:
    """Find a sentence that points back to words which the copy lacks and the source has before it."""
    if not copy.pointing:
        return None
    runs, own = source.runs.tobytes(), copy.runs.tobytes()
    for first, last in copy.pointing:
        before, after = first - RUN, min(first, len(copy.runs) - 1)
        if before < 0 or last - first < RUN:
            continue
        left, right = _first(own, before, runs), _first(own, after, runs)
        if left is not None and right is not None and right - (left + RUN) >= RUN:
            return f"{copy.id} has a sentence that looks back to a passage which only {source.id} prints."
    return None


_BYTES = np.dtype(np.uint32).itemsize


def _first(own: bytes, place: int, runs: bytes) -> int | None:
    """Return the first word of the runs at which one's own run stands, by its bytes: the fastest search there is."""
    sought = own[place * _BYTES : (place + 1) * _BYTES]
    at = runs.find(sought)
    while at % _BYTES and at >= 0:  # bytes of two neighbors
        at = runs.find(sought, at + 1)
    return at // _BYTES if at >= 0 else None


RULES = (
    DirectionRule("credit line", _credit),
    DirectionRule("later date", _later),
    DirectionRule("dangling reference", _dangling),
)
