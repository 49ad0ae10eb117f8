"""Where do the rows of unchanged chapters come from? From the files of the last run, which keeps where each begins."""

from __future__ import annotations

import pickle
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from generator.chapters import Told
from generator.exports.rows import HEADS, Rows
from generator.model import Story
from generator.pages.datafiles import DataFiles
from generator.pages.index import Index
from generator.pages.write import Made
from generator.press import ROWS, Kind, Press
from generator.store import key_of

_MANY = 128
"""Chapters whose rows stand in memory at a time."""
Span = tuple[int, int]
"""Bytes of a file, from and to."""
Row = dict[str, object]


@dataclass(slots=True)
class _Last:
    """The rows of the last run."""

    files: dict[str, str] = field(default_factory=dict)
    """The SHA-256 of the files that are as it left them, by path."""
    spans: dict[str, dict[str, Span]] = field(default_factory=dict)
    """Where the rows of a chapter stand in each of these, by the chapter's key."""


def rows_key(out: Path) -> str:
    """Return the key under which a run keeps where its rows begin."""
    return key_of("rows", str(out.absolute()))


def write_rows(
    press: Press,
    kind: Kind[Story],
    index: Index,
    chapters: Sequence[tuple[str, Told]],
    rest: Iterable[tuple[str, Rows]],
) -> Iterator[Row]:
    """Write the tables; yields the rows of the list of data files.

    Args:
        press: makes the chapters of the run.
        kind: of the chapters of stories.
        index: what they are made from.
        chapters: the key of each story's chapter, and what it told.
        rest: rows that no chapter fills, each with its file.
    """
    last = _last(press)
    with DataFiles(press.out, HEADS, last.files) as files:
        for start in range(0, len(chapters), _MANY):
            some = chapters[start : start + _MANY]
            stories = dict(zip((key for key, _ in some), index.stories[start:], strict=False))
            _add(files, some, last, _rows(press, kind, index, stories, last))
            yield from (
                listed(one, None) for _, told in some for one in told.made if one.path.startswith("data/")
            )
        for path, rows in rest:
            files.add(path, rows.count, rows.content)
        done = files.finish()
    for made, count, is_new in done:
        yield listed(made, count)
        press.made[made.path] = made.sha256
        if is_new:
            press.changed.append(made.path)
    sizes = [(key, told.rows) for key, told in chapters]
    kept = {made.path: made.sha256 for made, _, _ in done}, sizes
    press.work.store.put({rows_key(press.out): pickle.dumps(kept, protocol=pickle.HIGHEST_PROTOCOL)})


def _rows(
    press: Press, kind: Kind[Story], index: Index, stories: Mapping[str, Story], last: _Last
) -> dict[str, Mapping[str, bytes]]:
    """Return the rows of the chapters that do not all stand in files of the last run."""
    new = {
        key: story for key, story in stories.items() if key not in last.spans or len(last.files) < len(HEADS)
    }
    return press.pieces(kind, index, new, ROWS) if new else {}


def _add(
    files: DataFiles,
    chapters: Sequence[tuple[str, Told]],
    last: _Last,
    rows: Mapping[str, Mapping[str, bytes]],
) -> None:
    for key, told in chapters:
        spans = last.spans.get(key, {})
        for path, count, _ in told.rows:
            if path in last.files and path in spans:
                files.copy(path, count, *spans[path])
            else:
                files.add(path, count, rows[key][path])


def _last(press: Press) -> _Last:
    """Return what is known of the last run's rows."""
    key = rows_key(press.out)
    kept = press.work.store.get([key]).get(key)
    if kept is None:
        return _Last()
    digests, sizes = pickle.loads(kept)  # noqa: S301 (our own file)
    files = {path: digest for path, digest in digests.items() if press.left.digest(path) == digest}
    ends = {path: len(head.encode()) for path, head in HEADS.items()}
    spans: dict[str, dict[str, Span]] = {}
    for chapter, rows in sizes:
        spans[chapter] = {}
        for path, _, size in rows:
            spans[chapter][path] = ends[path], ends[path] + size
            ends[path] += size
    return _Last(files, spans)


def listed(made: Made, rows: int | None) -> Row:
    """Return the row of a file in the list of data files."""
    return {"path": made.path, "sha256": made.sha256, "bytes": made.size, "rows": rows}
