"""Which files are as they were when they were last read or written? Told from outside, without reading them.

The system keeps of each file its size, its inode, and the times of its last change of content and of
attributes. The last can't be set by any program, so a file that somebody edited or replaced is seen even where
its modification time was kept. Where one was changed just before it was looked at, another change might
have the same times: such a file is read again.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import pickle
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any

from generator.store import Store

State = str
"""What the system keeps of a file, in one line."""
_SETTLED_NS = 3 * 10**9
"""Age of a change from which the next one has another time on any file system, in nanoseconds."""


def settled_ns() -> int:
    """Return the age, in nanoseconds, from which a change is told from the next one by its time."""
    return _SETTLED_NS


def state_of(stat: os.stat_result) -> State:
    """Return what tells a file from what it was."""
    return f"{stat.st_size} {stat.st_mtime_ns} {stat.st_ctime_ns} {stat.st_ino}"


def last_change(stat: os.stat_result) -> int:
    """Return when a file was changed last, in nanoseconds."""
    return max(stat.st_mtime_ns, stat.st_ctime_ns)


def file_digest(path: str) -> bytes:
    """Return the SHA-256 of a file's bytes, or why they can't be read."""
    try:
        with open(path, "rb", buffering=0) as file:  # noqa: PTH123 (ten thousand of them in a tenth of a second)
            return hashlib.sha256(file.read()).digest()
    except OSError as error:
        return f"unreadable: {error.errno}".encode()


def files_in(out: Path, folders: Iterable[str]) -> dict[str, dict[str, State]]:
    """Return the state of each file in some folders below `out`, by name, in each folder; hidden ones are left out.

    Of a folder that can't be listed, the only name says why.
    """
    found: dict[str, dict[str, State]] = {}
    for folder in folders:
        rows = found[folder] = {}
        try:
            entries = list(os.scandir(out / folder))
        except OSError as error:
            rows[f"{folder}: {error.errno}"] = ""
            continue
        for entry in entries:
            if not entry.name.startswith(".") and entry.is_file(follow_symlinks=False):
                rows[entry.name] = state_of(entry.stat())
    return found


class Digests:
    """The digests of files that were read, each good for as long as the file's state is the same."""

    def __init__(self, known: Mapping[str, tuple[State, bytes]] | None = None) -> None:
        """Take digests that were found before, by path, each with the state of its file."""
        self.known = dict(known or {})

    def of(self, path: str, state: State) -> bytes:
        """Return the digest of a file in a state; it is read where it was not in that state before."""
        before = self.known.get(path)
        if before is None or before[0] != state:
            before = self.known[path] = state, file_digest(path)
        return before[1]


Places = dict[str, dict[str, tuple[State, str]]]
"""The state and the SHA-256 of files, by folder and name."""


class Left:
    """The files that the last run left, with their states and digests."""

    def __init__(
        self, known: Places | None = None, now: Mapping[str, Mapping[str, State]] | None = None
    ) -> None:
        """Hold what is known of files against the states that they have now, by folder and name."""
        self.known = known or {}
        self.now = now or {}

    @cached_property
    def moved(self) -> frozenset[str]:
        """The paths of files that are not as the last run left them."""
        return frozenset(
            f"{folder}/{name}" if folder else name
            for folder, rows in self.known.items()
            for now in (self.now.get(folder, {}),)
            for name, (state, _) in rows.items()
            if now.get(name) != state
        )

    def digest(self, path: str) -> str | None:
        """Return the SHA-256 of a file that is as the last run left it; None of any other."""
        folder, _, name = path.rpartition("/")
        state, digest = self.known.get(folder, {}).get(name, ("", ""))
        return digest if state and self.now.get(folder, {}).get(name) == state else None

    def after(self, out: Path, made: Mapping[str, str], changed: Collection[str]) -> Left:
        """Return what a run leaves.

        Args:
            out: the folder that it wrote to.
            made: the SHA-256 of each file that is ours now, by path.
            changed: the files that it wrote or removed; of the others, none is looked at again.
        """
        touched = {*changed, *self.moved}
        known = {folder: dict(rows) for folder, rows in self.known.items()}
        now = {folder: dict(rows) for folder, rows in self.now.items()}
        for path in touched:
            folder, _, name = path.rpartition("/")
            known.get(folder, {}).pop(name, None)
            now.get(folder, {}).pop(name, None)
            with contextlib.suppress(OSError):
                state = state_of((out / path).stat())
                now.setdefault(folder, {})[name] = state
                if path in made:
                    known.setdefault(folder, {})[name] = state, made[path]
        if self.known and sum(map(len, known.values())) == len(made):
            now |= files_in(out, [""])
            return Left(known, {folder: now[folder] for folder in sorted(known) if known[folder]})
        return _left(out, made)


def _left(out: Path, made: Mapping[str, str]) -> Left:
    """Look at all files that are ours."""
    now = files_in(out, sorted({path.rpartition("/")[0] for path in made}))
    known: Places = {folder: {} for folder in now}
    for path, digest in made.items():
        folder, _, name = path.rpartition("/")
        if name in now[folder]:
            known[folder][name] = now[folder][name], digest
    return Left(known, now)


def keep_rows(store: Store, key: str, rows: Mapping[str, object]) -> None:
    """Keep what is known of files under a key."""
    store.put({key: pickle.dumps(dict(rows), protocol=pickle.HIGHEST_PROTOCOL)})


def kept_rows(store: Store, key: str) -> dict[str, Any]:
    """Return what is known of files under a key."""
    kept = store.get([key]).get(key)
    return dict(pickle.loads(kept)) if kept else {}  # noqa: S301 (our own file)


def below(folder: str) -> Iterator[str]:
    """Yield the paths of all files below a folder but hidden ones; of what can't be listed, why."""
    try:
        entries = list(os.scandir(folder))
    except OSError as error:
        yield f"{folder}: {error.errno}"
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from below(entry.path)
        else:
            yield entry.path
