"""YAML that keeps the place of every value, so that each problem can be pointed at.

Only what is safe and plain is read: no tags that make objects, no anchors and aliases (a few bytes
of them can grow to gigabytes), nothing very large or deep.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import yaml
from yaml.nodes import MappingNode, ScalarNode, SequenceNode
from yaml.nodes import Node as YamlNode

LARGEST = 1_000_000
"""Characters of the largest file that is read."""
DEEPEST = 12
"""Levels of lists and mappings inside each other."""
_NULL = "tag:yaml.org,2002:null"
_ALIAS = re.compile(r"(?m)(?:^|[\s,\[{:-])[&*][\w-]+")


class LocatedError(ValueError):
    """A text that is no plain YAML."""

    def __init__(self, line: int, column: int, problem: str, remedy: str) -> None:
        """Keep the place (both 1-based), the problem and what to do."""
        super().__init__(line, column, problem, remedy)
        self.line, self.column, self.problem, self.remedy = line, column, problem, remedy


@dataclass(frozen=True, slots=True)
class Scalar:
    """A single value, as it is written."""

    text: str
    line: int
    column: int
    null: bool = False


@dataclass(frozen=True, slots=True)
class Items:
    """A list."""

    items: tuple[Located, ...]
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Table:
    """A mapping, with its keys' places, in the order of the file; a key may stand in it twice."""

    entries: tuple[tuple[Scalar, Located], ...]
    line: int
    column: int

    def find(self, *names: str) -> Located | None:
        """Return what stands under a path of keys, or None; the last of a doubled key."""
        found: Located | None = self
        for name in names:
            if not isinstance(found, Table):
                return None
            found = next((value for key, value in reversed(found.entries) if key.text == name), None)
        return found

    def text(self, *names: str) -> str | None:
        """Return the text under a path of keys; None where there is none, or null."""
        found = self.find(*names)
        return found.text if isinstance(found, Scalar) and not found.null else None

    def tables(self, *names: str) -> tuple[Table, ...]:
        """Return the mappings in the list under a path of keys."""
        found = self.find(*names)
        items = found.items if isinstance(found, Items) else ()
        return tuple(item for item in items if isinstance(item, Table))

    def texts(self, *names: str) -> tuple[str, ...]:
        """Return the single values in the list under a path of keys."""
        found = self.find(*names)
        items = found.items if isinstance(found, Items) else ()
        return tuple(item.text for item in items if isinstance(item, Scalar) and not item.null)


Located = Scalar | Items | Table


def located(text: str) -> Located:
    """Return a YAML text with the place of every value.

    Raises:
        LocatedError: no YAML, several documents, aliases, too large or too deep.
    """
    if len(text) > LARGEST:
        raise LocatedError(1, 1, f"more than {LARGEST:,} characters", "split the file")
    try:
        _refuse_aliases(text)
        node = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        problem = " ".join(filter(None, (error.context, error.problem)))
        raise LocatedError(
            line, column, f"no YAML: {problem}", "check indentation, colons and quotes"
        ) from error
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        raise LocatedError(line, 1, f"no YAML: {error.reason}", "remove the control character") from error
    except RecursionError as error:
        raise LocatedError(1, 1, "nested too deeply", f"use at most {DEEPEST} levels") from error
    if node is None:
        return Scalar("", 1, 1, null=True)
    return _located(node, 1)


def _refuse_aliases(text: str) -> None:
    """Scan the tokens only where the text may hold an anchor; composing aliases is what costs."""
    if not _ALIAS.search(text):
        return
    for token in yaml.scan(text, Loader=yaml.SafeLoader):
        if isinstance(token, yaml.AliasToken | yaml.AnchorToken):
            mark = token.start_mark
            raise LocatedError(
                mark.line + 1, mark.column + 1, "anchors and aliases are not read", "write the value out"
            )


def _located(node: YamlNode, depth: int) -> Located:
    line, column = node.start_mark.line + 1, node.start_mark.column + 1
    if depth > DEEPEST:
        raise LocatedError(line, column, "nested too deeply", f"use at most {DEEPEST} levels")
    if isinstance(node, SequenceNode):
        return Items(tuple(_located(item, depth + 1) for item in node.value), line, column)
    if isinstance(node, MappingNode):
        return Table(tuple(_entries(node, depth + 1)), line, column)
    assert isinstance(node, ScalarNode)
    return Scalar(str(node.value), line, column, null=node.tag == _NULL)


def _entries(node: MappingNode, depth: int) -> Iterator[tuple[Scalar, Located]]:
    entries: list[tuple[Scalar, Located]] = []
    for key, value in node.value:
        name = _located(key, depth)
        if not isinstance(name, Scalar):
            raise LocatedError(name.line, name.column, "a key that is a list or mapping", "use a word as key")
        if node.flow_style and entries and _goes_on(name, value, entries[-1][1]):
            before, text = entries.pop()
            assert isinstance(text, Scalar)
            entries.append((before, Scalar(f"{text.text}, {name.text}", text.line, text.column)))
        else:
            entries.append((name, _located(value, depth)))
    yield from entries


def _goes_on(name: Scalar, value: YamlNode, before: Located) -> bool:
    """Tell whether a "key" is the rest of a sentence: `{why: one source, not two}` has one key in it.

    YAML ends an unquoted value at the comma and takes what follows for a key without a value. Keys
    of ours hold no spaces, so nothing that was meant as one is lost.
    """
    is_rest = " " in name.text and isinstance(value, ScalarNode) and value.value == "" and value.style is None
    return is_rest and isinstance(before, Scalar) and not before.null
