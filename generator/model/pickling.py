"""How do the facts of which there are many go from process to process, and into the store?"""

from __future__ import annotations

import dataclasses
from operator import attrgetter
from typing import TypeVar

Fact = TypeVar("Fact")


def quickly_pickled(cls: type[Fact]) -> type[Fact]:
    """Let a frozen dataclass of two or more fields be pickled as its class and its values.

    Python asks such a class for the names of its fields at each object that is written or read, which takes
    twice as long as all the rest. What is read passes `__init__`, and so the class's own checks.
    """
    names = [field.name for field in dataclasses.fields(cls)]  # type: ignore[arg-type]
    values = attrgetter(*names)

    def reduced(fact: Fact) -> tuple[type[Fact], tuple[object, ...]]:
        return cls, values(fact)

    setattr(cls, "__reduce__", reduced)  # noqa: B010 (a checker takes a plain assignment for an override)
    return cls
