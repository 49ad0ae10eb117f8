"""What did the last run in this process find that still holds? All that was made of the same objects.

Facts never change once they are made. So what a pure function made of some facts holds for as long as it would
be given the very same objects again, and nothing needs to be compared: a run after one edit makes again
what the edit touches, and finds everything else here.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Hashable
from operator import is_
from typing import Any, TypeVar

Value = TypeVar("Value")


class Memory:
    """The results of one run, for the next one; what that did not ask for is forgotten with it."""

    def __init__(self, *, keeps: bool = True) -> None:
        """Begin without results; where nothing is kept, everything is made each time it is asked for."""
        self.keeps = keeps
        self._last: dict[str, dict[Hashable, tuple[Any, Any]]] = {}
        self._now: dict[str, dict[Hashable, tuple[Any, Any]]] = {}

    def of(self, kind: str, key: Hashable, facts: tuple[object, ...], make: Callable[[], Value]) -> Value:
        """Return what was made of some facts, or make it.

        Args:
            kind: names what is made.
            key: tells one such thing from another.
            facts: all that it depends on; it holds while these are the same objects.
            make: makes it.
        """
        if not self.keeps:
            return make()
        known = self._known(kind, key)
        if known is None or len(known[0]) != len(facts) or not all(map(is_, known[0], facts)):
            known = facts, make()
        self._now.setdefault(kind, {})[key] = known
        value: Value = known[1]
        return value

    def equal(self, kind: str, facts: Any, make: Callable[[], Value]) -> Value:
        """Return what was made of facts that equal these, or make it."""
        if not self.keeps:
            return make()
        known = self._known(kind, None)
        if known is None or known[0] != facts:
            known = facts, make()
        self._now.setdefault(kind, {})[None] = known
        value: Value = known[1]
        return value

    def same(self, kind: str, key: Hashable, value: Value) -> Value:
        """Return the last run's object in place of an equal one, so that what was made of it holds."""
        if not self.keeps:
            return value
        known = self._known(kind, key)
        if known is None or known[1] != value:
            known = (), value
        self._now.setdefault(kind, {})[key] = known
        kept: Value = known[1]
        return kept

    def last(self, kind: str) -> Any:
        """Return what the last run put there, or None."""
        known = self._last.get(kind, {}).get(None)
        return known[1] if known else None

    def recent(self, kind: str) -> Any:
        """Return what this run put there, or None."""
        known = self._now.get(kind, {}).get(None)
        return known[1] if known else None

    def put(self, kind: str, value: Any) -> None:
        """Put something there for the next run."""
        if self.keeps:
            self._now.setdefault(kind, {})[None] = (), value

    def _known(self, kind: str, key: Hashable) -> tuple[Any, Any] | None:
        return self._now.get(kind, {}).get(key) or self._last.get(kind, {}).get(key)

    @property
    def is_empty(self) -> bool:
        """Whether no run has ended yet."""
        return not self._last

    def turn(self) -> None:
        """End a run: the next one finds what this one asked for, and nothing else."""
        self._last, self._now = self._now, {}
        if self.keeps:
            gc.freeze()  # to look through millions of facts for cycles would take longer than a run

    def clear(self) -> None:
        """Forget everything."""
        self._last, self._now = {}, {}
