"""Where do the summaries of more articles stay than memory should hold?

A shelf is one file of summaries, one after the other, and a table of where each stands. It is mapped into
memory, read through in blocks, and what was read is let go again; so it can be larger than memory.
"""

from __future__ import annotations

import json
import mmap
import os
import struct
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import overload

import numpy as np
from numpy.typing import NDArray

from generator.model import ArticleId
from generator.stories.summary import Summary

_RECORD = np.dtype([("start", "<u8"), ("runs", "<u4"), ("words", "<u4"), ("terms", "<u4"), ("facts", "<u4")])
"""Where a summary starts, in bytes, and how many runs, words, terms and bytes of facts it has."""
_ROW = struct.Struct("<QIIII")
_BYTES, _TABLE = "summaries.bin", "summaries.table"
_ALIGNED = 4
_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
_DECODER = json.JSONDecoder()
_OPENED_AT_ONCE = 4096
_BUFFERED = 1 << 20
"""Bytes that are written at once."""


def shelve(summaries: Iterable[Summary], folder: Path, *, kept: int | None = None) -> Shelf:
    """Put summaries on the end of the shelf in a folder, which is made where there is none.

    Args:
        summaries: read once.
        folder: of the shelf.
        kept: summaries that stay there, the first ones; all by default.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / _BYTES).open("ab", _BUFFERED) as file, (folder / _TABLE).open("ab") as table:
        if kept is not None:
            _cut(folder, kept)
        start = file.seek(0, os.SEEK_END)
        for summary in summaries:
            packed, record = _packed(summary, start)
            start += file.write(packed)
            table.write(record)
    return Shelf(folder)


def _cut(folder: Path, kept: int) -> None:
    """Take what stands behind so many summaries from the shelf."""
    records = np.fromfile(folder / _TABLE, dtype=_RECORD)
    if len(records) > kept:
        os.truncate(folder / _BYTES, int(records["start"][kept]))
    os.truncate(folder / _TABLE, kept * _RECORD.itemsize)


def _packed(summary: Summary, start: int) -> tuple[bytes, bytes]:
    """Return the bytes of a summary, and its row in the table."""
    told = (summary.id, summary.published, summary.outlet, summary.via, summary.pointing)
    facts = _ENCODER.encode(told).encode("utf-8", "surrogatepass")
    runs, terms, words = len(summary.runs), len(summary.terms), summary.words
    spare = bytes(-(2 * terms + words + len(facts)) % _ALIGNED)
    arrays = (summary.runs, summary.terms, summary.counts, summary.traits, summary.quoted)
    packed = b"".join((*(array.data for array in arrays), facts, spare))
    return packed, _ROW.pack(start, runs, words, terms, len(facts))


class Shelf(Sequence[Summary]):
    """The summaries in a file, as if they were in memory."""

    def __init__(self, folder: Path, count: int = -1) -> None:
        """Map the file, of which so many summaries count; a folder without one is an empty shelf."""
        self._records: NDArray[np.void] = np.empty(0, dtype=_RECORD)
        self._map: mmap.mmap | None = None
        path = folder / _BYTES
        if path.exists() and path.stat().st_size:
            self._records = np.fromfile(folder / _TABLE, dtype=_RECORD, count=count)
            with path.open("rb") as file:
                self._map = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)

    def __len__(self) -> int:
        return len(self._records)

    @overload
    def __getitem__(self, ordinal: int) -> Summary: ...
    @overload
    def __getitem__(self, ordinal: slice) -> list[Summary]: ...
    def __getitem__(self, ordinal: int | slice) -> Summary | list[Summary]:
        if isinstance(ordinal, slice):
            return [self._summary(record) for record in self._records[ordinal].tolist()]
        return self._summary(self._records[ordinal].item())

    def __iter__(self) -> Iterator[Summary]:
        for first in range(0, len(self), _OPENED_AT_ONCE):
            yield from self[first : first + _OPENED_AT_ONCE]
            self.release()

    def _summary(self, record: tuple[int, ...]) -> Summary:
        start, runs, words, terms, length = record
        held = self._map or b""
        hashes = np.frombuffer(held, np.uint32, runs + terms, start)
        start += 4 * (runs + terms)
        small = np.frombuffer(held, np.uint8, 2 * terms + words, start)
        start += 2 * terms + words
        told = held[start : start + length].decode("utf-8", "surrogatepass")
        (article, published, outlet, via, pointing), _ = _DECODER.raw_decode(told)
        return Summary(
            ArticleId(article),
            published,
            outlet,
            via,
            words,
            hashes[:runs],
            small[2 * terms :].view(np.bool_),
            hashes[runs:],
            small[:terms],
            small[terms : 2 * terms],
            tuple(map(tuple, pointing)) if pointing else (),
        )

    def release(self) -> None:
        """Let go of what was read: the summaries at hand stay good, and are read again where needed."""
        if self._map and hasattr(mmap, "MADV_DONTNEED"):
            self._map.madvise(mmap.MADV_DONTNEED)


class Ordered(Sequence[Summary]):
    """Summaries in the order of their articles' ids, read through in blocks."""

    def __init__(self, summaries: Sequence[Summary]) -> None:
        """Sort the summaries; those of a shelf stay in its file."""
        self._shelf = summaries if isinstance(summaries, Shelf) else None
        self._summaries = sorted(summaries, key=lambda summary: summary.id)

    def __len__(self) -> int:
        return len(self._summaries)

    @overload
    def __getitem__(self, ordinal: int) -> Summary: ...
    @overload
    def __getitem__(self, ordinal: slice) -> list[Summary]: ...
    def __getitem__(self, ordinal: int | slice) -> Summary | list[Summary]:
        return self._summaries[ordinal]

    def __iter__(self) -> Iterator[Summary]:
        return iter(self._summaries)

    def blocks(self, size: int = 256) -> Iterator[tuple[int, list[Summary]]]:
        """Yield the summaries, so many at once, with the ordinal of the first."""
        for first in range(0, len(self._summaries), size):
            yield first, self._summaries[first : first + size]
            self.release()

    def of(self, ordinals: Iterable[int]) -> list[Summary]:
        """Return the summaries with these ordinals."""
        return [self._summaries[ordinal] for ordinal in ordinals]

    def release(self) -> None:
        """Let go of what was read of the shelf."""
        if self._shelf is not None:
            self._shelf.release()
