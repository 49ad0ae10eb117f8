"""`variorum news`: what changed between two sets of data files, as a comment under a pull request would say it."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from generator.errors import SettingsError
from generator.terminal import say

EXAMPLE = "variorum news base/site_src/data site_src/data"

Row = dict[str, Any]
Rows = Mapping[str, Row]
_MOST = 40
"""Lines under one heading; the rest is counted."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's options."""
    parser.add_argument("before", type=Path, help="folder of data files as they were")
    parser.add_argument("after", type=Path, help="folder of data files as they are now")


def run(options: argparse.Namespace) -> int:
    """Print the summary as Markdown."""
    say("\n".join(summary(options.before, options.after)))
    return 0


def summary(before: Path, after: Path) -> Iterator[str]:
    """Yield the lines of the summary."""
    parts = (
        ("Articles", _articles, "articles", "id"),
        ("Quotations", _quotes, "quotes", "id"),
        ("Versions", _versions, "versions", "ab"),
        ("Verdicts", _verdicts, "claims", "id"),
    )
    silent = True
    for heading, describe, name, key in parts:
        lines = list(describe(_rows(before, name, key), _rows(after, name, key)))
        if lines:
            silent = False
            yield f"### {heading}\n"
            yield from lines[:_MOST]
            if len(lines) > _MOST:
                yield f"- and {len(lines) - _MOST} more"
            yield ""
    if silent:
        yield "No article, quotation, version or verdict changes."


def _rows(folder: Path, name: str, key: str) -> Rows:
    path = folder / f"{name}.jsonl"
    if not path.is_file():
        raise SettingsError(path, None, "no such file; `variorum write` makes it")
    with path.open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return {row["id"] if key == "id" else " ".join(sorted((row["a"], row["b"]))): row for row in rows}


def _quiet(text: object) -> str:
    """Return text on one line that Markdown takes for text."""
    line = " ".join(str(text).split())
    return "".join(f"\\{char}" if char in "\\`*_{}[]<>#|@!~" else char for char in line)


def _gone_and_new(before: Rows, after: Rows) -> Iterator[tuple[str, Row]]:
    yield from (("removed", before[key]) for key in sorted(before.keys() - after.keys()))
    yield from (("new", after[key]) for key in sorted(after.keys() - before.keys()))


def _articles(before: Rows, after: Rows) -> Iterator[str]:
    for deed, row in _gone_and_new(before, after):
        yield f"- **{deed}** `{row['id']}` {_quiet(row['headline'] or 'without a headline')}"
    for key in sorted(before.keys() & after.keys()):
        if before[key]["sha256"] != after[key]["sha256"]:
            yield f"- **other bytes** `{key}` {_quiet(after[key]['headline'] or 'without a headline')}"


def _who(row: Row) -> str:
    if row["speaker"]:
        return _quiet(row["speaker"]["name"])
    return f"“{_quiet(row['mention']['text'])}”" if row["mention"] else "speaker unknown"


def _quotes(before: Rows, after: Rows) -> Iterator[str]:
    for deed, row in _gone_and_new(before, after):
        yield f"- **{deed}** {_who(row)}, {row['polarity']}: “{_quiet(row['words'])}” (`{row['article']}`)"
    for key in sorted(before.keys() & after.keys()):
        was, now = before[key], after[key]
        told = [
            f"{name} {one} → **{other}**"
            for name, one, other in (
                ("speaker", _who(was), _who(now)),
                ("polarity", was["polarity"], now["polarity"]),
                ("kind", was["kind"], now["kind"]),
            )
            if one != other
        ]
        if told:
            yield f"- “{_quiet(now['words'])}” (`{now['article']}`): {', '.join(told)}"


def _versions(before: Rows, after: Rows) -> Iterator[str]:
    for deed, row in _gone_and_new(before, after):
        yield f"- **{deed}** `{row['a']}` and `{row['b']}`: {row['relation']}"
    yield from _changed(before, after, ("relation", "direction"))


def _verdicts(before: Rows, after: Rows) -> Iterator[str]:
    for deed, row in _gone_and_new(before, after):
        yield f"- **{deed}** {_quiet(row['claim'])}: {row['rating'] or 'no verdict'} ({row['status']})"
    yield from _changed(before, after, ("rating", "status", "public", "stale", "claim"))


def _changed(before: Rows, after: Rows, names: Iterable[str]) -> Iterator[str]:
    for key in sorted(before.keys() & after.keys()):
        told = [
            f"{name} {_quiet(before[key][name])} → **{_quiet(after[key][name])}**"
            for name in names
            if before[key][name] != after[key][name]
        ]
        if told:
            yield f"- `{key}`: {', '.join(told)}"
