"""Data files that all articles fill: written row by row, so that they never stand in memory whole."""

from __future__ import annotations

import contextlib
import hashlib
import os
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import IO, Self

from generator.errors import SettingsError
from generator.pages.write import Made

_CHUNK = 1 << 20


@dataclass(slots=True)
class _Open:
    """A file under way."""

    part: Path
    file: IO[bytes]
    digest: hashlib._Hash
    size: int = 0
    rows: int = 0

    def write(self, content: bytes) -> None:
        self.file.write(content)
        self.digest.update(content)
        self.size += len(content)


class DataFiles:
    """The data files of one run; each takes the place of the old one only when all rows are there."""

    def __init__(self, out: Path, heads: Mapping[str, str]) -> None:
        """Begin a file for each path below `out` with what stands above its first row."""
        self._out = out
        self._files: dict[str, _Open] = {}
        self._heads = heads

    def __enter__(self) -> Self:
        for path, head in self._heads.items():
            folder = (self._out / path).parent
            try:
                folder.mkdir(parents=True, exist_ok=True)
                handle, name = tempfile.mkstemp(dir=folder, prefix=".", suffix=".part")
            except OSError as error:
                raise _refused(self._out / path, error) from error
            self._files[path] = _Open(Path(name), os.fdopen(handle, "wb", buffering=_CHUNK), hashlib.sha256())
            self._files[path].write(head.encode())
        return self

    def add(self, path: str, count: int, content: bytes) -> None:
        """Add some rows to a file."""
        one = self._files[path]
        try:
            one.write(content)
        except OSError as error:
            raise _refused(self._out / path, error) from error
        one.rows += count

    def finish(self) -> list[tuple[Made, int, bool]]:
        """Put the files in their places; returns each with its rows, and whether its bytes are new."""
        return [self._finished(path, one) for path, one in self._files.items()]

    def _finished(self, path: str, one: _Open) -> tuple[Made, int, bool]:
        made = Made(path, one.digest.hexdigest(), one.size)
        place = self._out / path
        try:
            one.file.close()
            if _same(place, made):
                return made, one.rows, False
            one.part.chmod(0o644)
            one.part.replace(place)
        except OSError as error:
            raise _refused(place, error) from error
        return made, one.rows, True

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Remove what did not come to its place."""
        for one in self._files.values():
            with contextlib.suppress(OSError):
                one.file.close()
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
