"""How is a file of a million records read without holding it? In slices of whole records, each by itself.

A slice is found by a quick pass over the file and is read by any process: so memory is bounded by the
slice, work is shared out, and a file that grew at its end is read anew only from its last slice on.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.errors import SeedError
from generator.intake.archives import response_offsets, warc_articles
from generator.intake.decode import encoding_of
from generator.intake.parquet import group_articles, group_sizes
from generator.intake.records import line_articles
from generator.intake.source import Source
from generator.model import RawArticle

SLICE_BYTES = 4 * 2**20
"""Of JSON Lines: some thousand articles, a few seconds' work. Smaller files are read whole."""
SLICE_PAGES = 200
"""Answers of an archive in one slice."""
_LOOKED_AT = 2**20
"""Bytes at a file's start by which its encoding is told."""


@dataclass(frozen=True, slots=True)
class Slice:
    """A run of whole records of one file."""

    start: int
    """Byte, or ordinal of a group of rows."""
    end: int
    first: int
    """1-based number of its first line, row or answer."""
    digest: bytes
    """SHA-256 of what it holds."""


Articles = Iterator[RawArticle | SeedError]


def slices_of(path: Path) -> tuple[Slice, ...]:
    """Return the slices of a file that is read in slices; of any other file none.

    Raises:
        SeedError: the file can't be taken apart.
        OSError: it can't be read.
    """
    find = next((find for ending, (find, _) in _FORMS.items() if path.name.lower().endswith(ending)), None)
    return tuple(find(path)) if find else ()


def slice_articles(path: Path, place: str, part: Slice) -> Articles:
    """Yield the articles of a slice, and an error for each that can't be read."""
    read = next(read for ending, (_, read) in _FORMS.items() if path.name.lower().endswith(ending))
    return read(path, Source(place, path.name.split(".")[0], b""), part)


def _line_slices(path: Path) -> Iterator[Slice]:
    if path.stat().st_size <= SLICE_BYTES:
        return
    with path.open("rb") as file:
        if encoding_of(file.read(_LOOKED_AT)) != "utf-8":
            return
        file.seek(0)
        start, first = 0, 1
        while content := file.read(SLICE_BYTES) + file.readline():
            yield Slice(start, start + len(content), first, hashlib.sha256(content).digest())
            start, first = start + len(content), first + content.count(b"\n")


def _read_lines(path: Path, source: Source, part: Slice) -> Articles:
    return line_articles(_bytes(path, part).split(b"\n"), source, first=part.first)


def _page_slices(path: Path) -> Iterator[Slice]:
    size = path.stat().st_size
    if size <= SLICE_BYTES:
        return
    with path.open("rb") as file, path.open("rb") as again:
        starts = list(response_offsets(file))[::SLICE_PAGES]
        for number, (start, end) in enumerate(zip(starts, [*starts[1:], size], strict=True)):
            again.seek(start)
            digest = hashlib.sha256(again.read(end - start)).digest()
            yield Slice(start, end, number * SLICE_PAGES + 1, digest)


def _read_pages(path: Path, source: Source, part: Slice) -> Articles:
    return warc_articles(_bytes(path, part), source, first=part.first)


def _group_slices(path: Path) -> Iterator[Slice]:
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").digest()
    first = 1
    for number, rows in enumerate(group_sizes(path)):
        yield Slice(number, number + 1, first, digest)
        first += rows


def _read_groups(path: Path, source: Source, part: Slice) -> Articles:
    return group_articles(path, source, part.start, first=part.first)


def _bytes(path: Path, part: Slice) -> bytes:
    with path.open("rb") as file:
        file.seek(part.start)
        return file.read(part.end - part.start)


_FORMS: Mapping[str, tuple[Callable[[Path], Iterator[Slice]], Callable[[Path, Source, Slice], Articles]]] = {
    ".jsonl": (_line_slices, _read_lines),
    ".ndjson": (_line_slices, _read_lines),
    ".warc": (_page_slices, _read_pages),
    ".warc.gz": (_page_slices, _read_pages),
    ".parquet": (_group_slices, _read_groups),
}
