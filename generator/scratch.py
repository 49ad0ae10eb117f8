"""Where do tasks find what they are handed? In files that end with the run, and outlive no later one."""

from __future__ import annotations

import contextlib
import hashlib
import os
import shutil
import tempfile
from pathlib import Path
from typing import Self

_PREFIX = "work-"


class Scratch:
    """A folder of one run: in the cache, which the workers of a cluster see too, else where the system has room."""

    def __init__(self, cache: Path | None) -> None:
        """Remove what runs left that were killed; the folder is made when it is needed."""
        # a worker of a cluster runs in a folder of its own
        self._cache = cache.absolute() if cache else None
        self._folders: list[Path] = []
        if cache:
            remove_dead(cache, _PREFIX)

    def lay(self, content: bytes) -> Path:
        """Write a file and return its path; where the cache has no room or no permission, somewhere else."""
        name = f"{hashlib.sha256(content).hexdigest()[:32]}.parts"
        if self._cache:
            with contextlib.suppress(OSError):
                return _written(self._in(self._cache), name, content)
        return _written(self._elsewhere(), name, content)

    def _in(self, cache: Path) -> Path:
        folder = cache / f"{_PREFIX}{os.getpid()}"
        if folder not in self._folders:
            folder.mkdir(parents=True, exist_ok=True)
            self._folders.append(folder)
        return folder

    def _elsewhere(self) -> Path:
        found = next((folder for folder in self._folders if folder.parent != self._cache), None)
        if found is None:
            found = Path(tempfile.mkdtemp(prefix=f"variorum-{os.getpid()}-"))
            self._folders.append(found)
        return found

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """Remove the folder."""
        for folder in self._folders:
            shutil.rmtree(folder, ignore_errors=True)


def _written(folder: Path, name: str, content: bytes) -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def writable(cache: Path | None) -> Path | None:
    """Return the cache's folder, made if need be, or None where nothing can be written into it."""
    if cache is None:
        return None
    try:
        cache.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=cache):
            return cache
    except OSError:
        return None


def remove_dead(folder: Path, prefix: str) -> None:
    """Remove the folders with a prefix and the number of a process that is no longer running."""
    for left in folder.glob(f"{prefix}*"):
        number = left.name.removeprefix(prefix).split("-")[0]
        if not (number.isdigit() and is_running(int(number))):
            shutil.rmtree(left, ignore_errors=True)


def is_running(process: int) -> bool:
    """Tell whether there is a process with a number."""
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
