"""Which keys does a reviewer's file have, and what stands under them?

A shape is data: the keys of a mapping, which of them must be there, and what each holds. One
function holds a file against its shape; what the values mean is asked elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from generator.checks.located import Items, Located, Scalar, Table
from generator.checks.problems import Problem, did_you_mean


class Kind(StrEnum):
    """What may stand under a key."""

    TEXT = "a single value"
    LIST = "a list"
    TABLE = "a mapping"


@dataclass(frozen=True, slots=True)
class Key:
    """A key of a mapping."""

    name: str
    kind: Kind = Kind.TEXT
    required: bool = False
    choices: tuple[str, ...] = ()
    choice_code: str = "009"
    """Digits of the code for a value that is none of the choices."""
    shape: Shape | None = None
    """Of the mapping, or of each item of the list."""
    items: Kind = Kind.TEXT
    """What each item of a list without a shape is."""


@dataclass(frozen=True, slots=True)
class Shape:
    """The keys of a mapping."""

    keys: tuple[Key, ...]

    def key(self, name: str) -> Key | None:
        """Return the key of that name."""
        return next((key for key in self.keys if key.name == name), None)


@dataclass(frozen=True, slots=True)
class File:
    """A file that is being checked: its path for messages and the letter of its codes."""

    path: str
    letter: str

    def problem(self, node: Located | None, digits: str, problem: str, remedy: str) -> Problem:
        """Return a problem at a value's place."""
        line, column = (node.line, node.column) if node else (1, 1)
        return Problem(self.path, line, column, f"{self.letter}{digits}", problem, remedy)


def shape_problems(file: File, node: Located, shape: Shape, name: str = "the file") -> Iterator[Problem]:
    """Yield where a value differs from its shape: doubled, unknown, missing keys and wrong kinds."""
    if not isinstance(node, Table):
        yield file.problem(
            node, "002" if name == "the file" else "008", f"{name} is no mapping", "write 'key: value' lines"
        )
        return
    known = [key.name for key in shape.keys]
    seen: set[str] = set()
    for key, value in node.entries:
        if key.text in seen:
            yield file.problem(key, "003", f"the key '{key.text}' stands here twice", "keep one of the two")
        seen.add(key.text)
        expected = shape.key(key.text)
        if expected is None:
            yield file.problem(key, "004", f"unknown key '{key.text}'", did_you_mean(key.text, known))
        else:
            yield from _value_problems(file, value, expected)
    for missing in shape.keys:
        if missing.required and missing.name not in seen:
            yield file.problem(
                node, "005", f"the key '{missing.name}' is missing in {name}", f"add '{missing.name}:'"
            )


def _value_problems(file: File, value: Located, key: Key) -> Iterator[Problem]:
    empty = isinstance(value, Scalar) and value.null
    if empty and not key.choices:
        # `key:` with nothing after it stands for none of it.
        if key.required and key.kind is not Kind.TEXT:
            yield file.problem(value, "008", f"'{key.name}' is empty", f"it needs {key.kind}")
        return
    if _kind(value) is not key.kind:
        yield file.problem(value, "008", f"'{key.name}' is {_kind(value)}", f"it needs {key.kind}")
    elif isinstance(value, Scalar) and key.choices and value.text not in key.choices:
        remedy = did_you_mean(value.text, key.choices)
        yield file.problem(value, key.choice_code, f"'{value.text}' is no value of '{key.name}'", remedy)
    elif isinstance(value, Table) and key.shape:
        yield from shape_problems(file, value, key.shape, f"'{key.name}'")
    elif isinstance(value, Items):
        yield from _item_problems(file, value, key)


def _item_problems(file: File, value: Items, key: Key) -> Iterator[Problem]:
    for item in value.items:
        if key.shape:
            yield from shape_problems(file, item, key.shape, f"an item of '{key.name}'")
        elif _kind(item) is not key.items:
            yield file.problem(
                item, "008", f"an item of '{key.name}' is {_kind(item)}", f"it needs {key.items}"
            )


def _kind(value: Located) -> Kind:
    if isinstance(value, Scalar):
        return Kind.TEXT
    return Kind.LIST if isinstance(value, Items) else Kind.TABLE
