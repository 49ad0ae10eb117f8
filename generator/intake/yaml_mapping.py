"""What does this small YAML mapping say, if it is harmless?

Every scalar stays the string that was written: `No`, `1:30` and `2019-07-14` are headlines and
dates here, never booleans or numbers.
"""

from __future__ import annotations

from pathlib import PurePath

import yaml

from generator.errors import SeedError
from generator.intake.limits import MAX_SIDECAR_BYTES, MAX_YAML_DEPTH

_OPENS = (yaml.MappingStartEvent, yaml.SequenceStartEvent)
_CLOSES = (yaml.MappingEndEvent, yaml.SequenceEndEvent)


def yaml_mapping(source: str, path: PurePath | str, *, line: int = 1) -> dict[str, str | tuple[str, ...]]:
    """Return a flat mapping of strings and lists of strings.

    `line` is the line of the file on which the source starts.

    Raises:
        SeedError: no YAML, no mapping, or one with aliases, tags, deep nesting or too many bytes.
    """
    if len(source.encode("utf-8", "replace")) > MAX_SIDECAR_BYTES:
        raise SeedError(path, line, f"more than {MAX_SIDECAR_BYTES} bytes of YAML; shorten it")
    try:
        _refuse_hostile(source, path, line)
        loaded = yaml.load(source, Loader=yaml.BaseLoader)  # noqa: S506 - makes strings, lists and dicts only
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = line + mark.line if mark else line
        problem = getattr(error, "problem", None) or "not readable as YAML"
        raise SeedError(path, where, f"{problem}; put quotation marks around the value") from error
    if not isinstance(loaded, dict):
        raise SeedError(
            path, line, "not a list of `name: value` lines; write one fact a line, as `outlet: …`"
        )
    return {str(key): _value(value) for key, value in loaded.items()}


def _refuse_hostile(source: str, path: PurePath | str, line: int) -> None:
    depth = 0
    for event in yaml.parse(source, Loader=yaml.BaseLoader):
        where = line + (event.start_mark.line if event.start_mark else 0)
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise SeedError(path, where, "aliases and anchors (* and &) are not allowed; quote the value")
        if tag := getattr(event, "tag", None):
            raise SeedError(path, where, f"the tag {tag} is not allowed; write the plain value")
        depth += isinstance(event, _OPENS) - isinstance(event, _CLOSES)
        if depth > MAX_YAML_DEPTH:
            raise SeedError(path, where, f"nested more than {MAX_YAML_DEPTH} levels deep; flatten it")


def _value(value: object) -> str | tuple[str, ...]:
    if isinstance(value, list):
        return tuple(str(item) for item in value if isinstance(item, str))
    return value if isinstance(value, str) else ""
