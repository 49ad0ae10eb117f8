"""Where do the rows of unchanged chapters come from? From the files of the last run, which keeps where each begins."""

from __future__ import annotations

import pickle
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from generator.chapters import Told
from generator.exports.rows import HEADS, Rows
from generator.model import Story
from generator.pages.datafiles import DataFiles
from generator.pages.index import Index
from generator.pages.write import Made
from generator.press import ROWS, Kind, Press
from generator.store import code_key, key_of

_MANY = 128
"""Chapters whose rows stand in memory at a time."""
Row = dict[str, object]


@dataclass(slots=True)
class _Last:
    """The rows of the last run."""

    files: dict[str, str] = field(default_factory=dict)
    """The SHA-256 of the files that are as it left them, by path."""
    order: dict[str, int] = field(default_factory=dict)
    """The ordinal of each chapter, by its key."""
    ends: NDArray[np.int64] = field(default_factory=lambda: np.zeros((1, len(HEADS)), dtype=np.int64))
    """Where the rows of each chapter begin in each file, in bytes, and at last where they all end."""
    counts: NDArray[np.int64] = field(default_factory=lambda: np.zeros((1, len(HEADS)), dtype=np.int64))
    """How many rows stand before, likewise."""

    @property
    def is_whole(self) -> bool:
        """Whether all files are as the last run left them."""
        return len(self.files) == len(HEADS)


def rows_key(out: Path) -> str:
    """Return the key under which a run keeps where its rows begin."""
    return key_of("rows", code_key(), str(out.absolute()))


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
    kept = ({made.path: made.sha256 for made, _, _ in done}, *_sizes(chapters, last))
    press.memory.put("rows", kept)
    press.work.store.put({rows_key(press.out): pickle.dumps(kept, protocol=pickle.HIGHEST_PROTOCOL)})


def _rows(
    press: Press, kind: Kind[Story], index: Index, stories: Mapping[str, Story], last: _Last
) -> dict[str, Mapping[str, bytes]]:
    """Return the rows of the chapters that do not all stand in files of the last run."""
    new = {key: story for key, story in stories.items() if key not in last.order or not last.is_whole}
    return press.pieces(kind, index, new, ROWS) if new else {}


def _add(
    files: DataFiles,
    chapters: Sequence[tuple[str, Told]],
    last: _Last,
    rows: Mapping[str, Mapping[str, bytes]],
) -> None:
    """Add the rows of some chapters; where several stood one after the other, they are copied at once."""
    first = end = 0
    for key, told in chapters:
        ordinal = last.order.get(key)
        if ordinal is None or ordinal != end:
            _copy(files, last, first, end)
            first = end = ordinal or 0
        if ordinal is None:
            for path, count, _ in told.rows:
                files.add(path, count, rows[key][path])
        elif last.is_whole:
            end = ordinal + 1
        else:
            _add_one(files, told, last, ordinal, rows[key])
            first = end = ordinal + 1
    _copy(files, last, first, end)


def _add_one(files: DataFiles, told: Told, last: _Last, ordinal: int, rows: Mapping[str, bytes]) -> None:
    """Add the rows of one chapter: from the files that are as they were left, and those of others as they were made."""
    places = {path: column for column, path in enumerate(HEADS)}
    for path, count, _ in told.rows:
        if path in last.files:
            start, end = last.ends[ordinal : ordinal + 2, places[path]].tolist()
            files.copy(path, count, start, end)
        else:
            files.add(path, count, rows[path])


def _copy(files: DataFiles, last: _Last, first: int, end: int) -> None:
    """Add the rows that stood between two chapters of the last run."""
    if first == end:
        return
    counts = (last.counts[end] - last.counts[first]).tolist()
    places = last.ends[[first, end]].T.tolist()
    for path, count, (start, stop) in zip(HEADS, counts, places, strict=True):
        if start != stop:
            files.copy(path, count, start, stop)


def _last(press: Press) -> _Last:
    """Return what is known of the last run's rows."""
    key = rows_key(press.out)
    kept = press.memory.last("rows")
    if kept is None:
        stored = press.work.store.get([key]).get(key)
        kept = pickle.loads(stored) if stored else None  # noqa: S301 (our own file)
    if kept is None:
        return _Last()
    digests, names, sizes, counts = kept
    files = {path: digest for path, digest in digests.items() if press.left.digest(path) == digest}
    heads = np.array([[len(head.encode()) for head in HEADS.values()]], dtype=np.int64)
    order = {name: ordinal for ordinal, name in enumerate(names)}
    before = np.zeros((1, len(HEADS)), dtype=np.int64)
    return _Last(
        files,
        order,
        np.concatenate((heads, heads + np.cumsum(sizes, axis=0))),
        np.concatenate((before, np.cumsum(counts, axis=0))),
    )


def _sizes(
    chapters: Sequence[tuple[str, Told]], last: _Last
) -> tuple[list[str], NDArray[np.int64], NDArray[np.int64]]:
    """Return the keys of chapters, and how many bytes and rows each has in each file."""
    places = {path: column for column, path in enumerate(HEADS)}
    sizes, counts = (np.zeros((len(chapters), len(HEADS)), dtype=np.int64) for _ in range(2))
    before = np.array([last.order.get(key, -1) for key, _ in chapters], dtype=np.int64)
    known = before >= 0
    sizes[known], counts[known] = (
        np.diff(table, axis=0)[before[known]] for table in (last.ends, last.counts)
    )
    for ordinal in np.flatnonzero(~known).tolist():
        told = chapters[ordinal][1]
        for path, count, size in told.rows:
            sizes[ordinal, places[path]] = size
            counts[ordinal, places[path]] = count
    return [key for key, _ in chapters], sizes, counts


def listed(made: Made, rows: int | None) -> Row:
    """Return the row of a file in the list of data files."""
    return {"path": made.path, "sha256": made.sha256, "bytes": made.size, "rows": rows}
