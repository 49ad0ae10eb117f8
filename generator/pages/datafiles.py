"""Data files that all articles fill: written row by row, so that they never stand in memory whole.

Rows that stand in the file of the last run already are copied from there, and a file of which all do is left alone.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import IO, Self

from generator.errors import SettingsError
from generator.pages.write import Made

_CHUNK = 1 << 20


@dataclass(slots=True)
class _Open:
    """A file under way: as long as it is the old one's beginning, nothing is written."""

    place: Path
    old: int | None
    """Descriptor of the last run's file, if that is as it was left."""
    size: int = 0
    rows: int = 0
    file: IO[bytes] | None = None
    part: Path | None = None
    digest: hashlib._Hash = field(default_factory=hashlib.sha256)
    waiting: tuple[int, int] = (0, 0)
    """Bytes of the old file, from and to, that come next and are not yet written."""

    def add(self, content: bytes) -> None:
        """Add bytes to the end."""
        first, last = self.waiting
        if self.old is not None and os.pread(self.old, len(content), last) == content:
            self.waiting = first, last + len(content)
        else:
            self._flush()
            self._write(content)
            # what follows in the old file may well be what follows here
            self.waiting = last, last
        self.size += len(content)

    def copy(self, start: int, end: int) -> None:
        """Add bytes of the old file to the end."""
        if start != self.waiting[1]:
            self._flush()
            self.waiting = start, start
        self.waiting = self.waiting[0], end
        self.size += end - start

    def is_old(self, size: int) -> bool:
        """Tell whether the file is the old one, which has so many bytes."""
        return self.old is not None and self.file is None and self.waiting == (0, size)

    def end(self) -> None:
        """Write what is waiting."""
        self._flush()
        if self.file is None:
            self._write(b"")

    def _flush(self) -> None:
        at, end = self.waiting
        while at < end:
            content = os.pread(self.old or 0, min(_CHUNK, end - at), at)
            if not content:
                raise OSError(0, "it was cut while it was read")
            self._write(content)
            at += len(content)
        self.waiting = end, end

    def _write(self, content: bytes) -> None:
        if self.file is None:
            handle, name = tempfile.mkstemp(dir=self.place.parent, prefix=".", suffix=".part")
            self.part, self.file = Path(name), os.fdopen(handle, "wb", buffering=_CHUNK)
        self.file.write(content)
        self.digest.update(content)


class DataFiles:
    """The data files of one run; each takes the place of the old one only when all rows are there."""

    def __init__(self, out: Path, heads: Mapping[str, str], old: Mapping[str, str] | None = None) -> None:
        """Begin a file for each path below `out` with what stands above its first row.

        Args:
            out: the folder that receives them.
            heads: what stands above the first row, by path.
            old: the SHA-256 of those files that are as the last run left them.
        """
        self._out = out
        self._files: dict[str, _Open] = {}
        self._heads = heads
        self._old = old or {}

    def __enter__(self) -> Self:
        for path, head in self._heads.items():
            place = self._out / path
            try:
                place.parent.mkdir(parents=True, exist_ok=True)
                old = os.open(place, os.O_RDONLY) if path in self._old else None
                self._files[path] = _Open(place, old)
                self._files[path].add(head.encode())
            except OSError as error:
                raise _refused(place, error) from error
        return self

    def add(self, path: str, count: int, content: bytes) -> None:
        """Add some rows to a file."""
        one = self._files[path]
        try:
            one.add(content)
        except OSError as error:
            raise _refused(self._out / path, error) from error
        one.rows += count

    def copy(self, path: str, count: int, start: int, end: int) -> None:
        """Add some rows to a file that stand in the old one, between two bytes."""
        one = self._files[path]
        try:
            one.copy(start, end)
        except OSError as error:
            raise _refused(self._out / path, error) from error
        one.rows += count

    def finish(self) -> list[tuple[Made, int, bool]]:
        """Put the files in their places; returns each with its rows, and whether its bytes are new."""
        return [self._finished(path, one) for path, one in self._files.items()]

    def _finished(self, path: str, one: _Open) -> tuple[Made, int, bool]:
        try:
            if one.old is not None and one.is_old(os.fstat(one.old).st_size):
                return Made(path, self._old[path], one.size), one.rows, False
            one.end()
            made = Made(path, one.digest.hexdigest(), one.size)
            if one.file is None or one.part is None or _same(one.place, made):
                return made, one.rows, False
            one.file.close()
            one.part.chmod(0o644)
            one.part.replace(one.place)
        except OSError as error:
            raise _refused(one.place, error) from error
        return made, one.rows, True

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Remove what did not come to its place."""
        for one in self._files.values():
            with contextlib.suppress(OSError):
                if one.file is not None:
                    one.file.close()
                if one.old is not None:
                    os.close(one.old)
            if one.part is not None:
                one.part.unlink(missing_ok=True)


def _same(place: Path, made: Made) -> bool:
    """Tell whether a file holds these bytes already."""
    if not place.is_file() or place.stat().st_size != made.size:
        return False
    with place.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest() == made.sha256


def _refused(path: Path, error: OSError) -> SettingsError:
    message = f"can't be written ({error.strerror}); free the disk or mend the permissions, and run again"
    return SettingsError(path, None, message)
