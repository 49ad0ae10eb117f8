"""Did anything change since the last run? A quick look at all that a run reads, and at all that it wrote.

What a run reads is compared by content: every file's hash, the settings, our code, the versions of the
libraries, the state of Git. What it wrote is compared by what the system keeps of each file: size, inode,
and the times of its last change of content and of attributes. Of these the last can't be set by any
program, so a page that somebody edited or replaced is seen even where its modification time was kept.
Where all this is as it was for the files that are read too, their content is not asked; it is, where a
file was changed just before it was looked at, since a second change might then have the same times.
"""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from generator.settings import Settings
from generator.store import Store, code_key, key_of, libraries_key

ADDRESSES = "addresses.yml"
_TICK = 0.02
"""Seconds after which another change of a file has another time: a few ticks of the system's clock."""
_GIT_SECONDS = 20
_SETTLED_NS = 3 * 10**9
"""Age of a change from which the next one has another time on any file system, in nanoseconds."""


@dataclass(frozen=True, slots=True)
class Account:
    """What a run tells the user."""

    articles: int
    quotes: int
    stories: int
    pages: int
    """Files that are the generator's now."""
    problems: tuple[str, ...]
    remarks: tuple[str, ...]


class Look:
    """All that a run with some settings reads, as it stands when this is made."""

    def __init__(self, settings: Settings) -> None:
        """Look at the files, and not into them."""
        now = time.time_ns()
        self._folders = (settings.seeds, settings.reviews)
        self._base = key_of(
            "run", code_key(), libraries_key(), repr(settings), *map(_git_state, self._folders)
        )
        rows, newest = _stats(self._folders)
        self.outside = key_of(self._base, rows)
        """Of all that can be told of the files from outside."""
        self.is_settled = newest < now - _SETTLED_NS
        """Whether a file whose content changes from now on looks different from outside."""

    @cached_property
    def inside(self) -> str:
        """Return the key of everything, with the files' content."""
        return key_of(self._base, *map(_contents, self._folders))


def last_account(settings: Settings, look: Look) -> Account | None:
    """Return what the last run told, where the next one would do nothing; None where it may do something."""
    if settings.cache is None or not settings.cache.is_dir() or os.name == "nt":
        return None
    store = Store(settings.cache)
    try:
        return _account_in(store, settings, look)
    finally:
        store.close()


def _account_in(store: Store, settings: Settings, look: Look) -> Account | None:
    key = _key(settings)
    kept = store.get([key]).get(key)
    if kept is None:
        return None
    row = json.loads(kept)
    if row["written"] != _written_state(settings.out, row["folders"]):
        return None
    if row["outside"] != look.outside:
        if row["inside"] != look.inside:
            return None
        if look.is_settled:
            store.put({key: json.dumps({**row, "outside": look.outside}).encode()})
    told = row["account"]
    return Account(**{**told, "problems": tuple(told["problems"]), "remarks": tuple(told["remarks"])})


def keep_account(settings: Settings, store: Store, look: Look, paths: Iterable[str], account: Account) -> str:
    """Keep what a run read, wrote and told; returns the key of it."""
    time.sleep(_TICK)
    folders = sorted({os.path.dirname(path) for path in paths})  # noqa: PTH120 (sixty thousand names)
    row = {
        "inside": look.inside,
        "outside": _settled(settings, look),
        "written": _written_state(settings.out, folders),
        "folders": folders,
        "account": {name: getattr(account, name) for name in Account.__slots__},
    }
    key = _key(settings)
    store.put({key: json.dumps(row).encode()})
    return key


def _settled(settings: Settings, look: Look) -> str:
    """Return by what the files are known from outside; nothing where they changed too shortly ago."""
    if look.is_settled:
        return look.outside
    again = Look(settings)
    return again.outside if again.is_settled and again.inside == look.inside else ""


def _key(settings: Settings) -> str:
    # with our code, so that no version reads what another one told in its own way
    return key_of("account", code_key(), str(settings.out.absolute()), str(settings.seeds.absolute()))


def _contents(folder: Path) -> bytes:
    """Return one hash of the names and the bytes of all files below a folder but hidden ones."""
    digest = hashlib.sha256()
    for path in sorted(_files(str(folder))):
        digest.update(path.encode("utf-8", "surrogateescape"))
        digest.update(b"\0")
        digest.update(file_digest(path))
    return digest.digest()


def _files(folder: str) -> Iterator[str]:
    try:
        entries = list(os.scandir(folder))
    except OSError as error:
        yield f"{folder}: {error.errno}"
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _files(entry.path)
        else:
            yield entry.path


def _stats(folders: Iterable[Path]) -> tuple[bytes, int]:
    """Return what the system keeps of all files below some folders, and the newest of their times."""
    rows, newest = [], 0
    for path in (path for folder in folders for path in _files(str(folder))):
        try:
            stat = os.stat(path)  # noqa: PTH116 (ten thousand of them)
        except OSError as error:
            rows.append(f"{path} {error.errno}")
            continue
        rows.append(f"{path} {stat.st_size} {stat.st_mtime_ns} {stat.st_ctime_ns} {stat.st_ino}")
        newest = max(newest, stat.st_mtime_ns, stat.st_ctime_ns)
    return "\n".join(sorted(rows)).encode("utf-8", "surrogateescape"), newest


def file_digest(path: str) -> bytes:
    """Return the SHA-256 of a file's bytes, or why they can't be read."""
    try:
        with open(path, "rb", buffering=0) as file:  # noqa: PTH123 (ten thousand of them in a tenth of a second)
            return hashlib.sha256(file.read()).digest()
    except OSError as error:
        return f"unreadable: {error.errno}".encode()


def _written_state(out: Path, folders: Iterable[str]) -> str:
    """Return one hash of what the system keeps of the files in some folders, and of the addresses."""
    digest = hashlib.sha256(file_digest(str(out / ADDRESSES)))
    for folder in folders:
        rows = []
        try:
            entries = os.scandir(out / folder)
        except OSError as error:
            digest.update(f"{folder}: {error.errno}".encode())
            continue
        for entry in entries:
            if entry.name.startswith(".") or not entry.is_file(follow_symlinks=False):
                continue
            stat = entry.stat()
            rows.append(f"{entry.name} {stat.st_size} {stat.st_mtime_ns} {stat.st_ctime_ns} {stat.st_ino}")
        digest.update("\n".join(sorted(rows)).encode("utf-8", "surrogateescape"))
    return digest.hexdigest()


def _git_state(folder: Path) -> bytes:
    """Return a hash of all that Git could tell of a folder; of one that is in no repository, nothing."""
    if not any((above / ".git").exists() for above in (folder, *folder.absolute().parents)):
        return b""
    asked = (
        ("rev-parse", "--show-prefix", "HEAD", "--is-shallow-repository", "--git-path", "index"),
        ("for-each-ref", "--format=%(objectname) %(refname)"),
    )
    told = [_git(folder, *words) for words in asked]
    index = told[0].rstrip(b"\n").rsplit(b"\n", 1)[-1].decode("utf-8", "surrogateescape")
    return key_of(*told, file_digest(os.path.join(folder, index))).encode()  # noqa: PTH118 (may be absolute)


def _git(folder: Path, *words: str) -> bytes:
    command = ["git", "-C", str(folder), *words]
    try:
        return subprocess.run(command, capture_output=True, check=False, timeout=_GIT_SECONDS).stdout  # noqa: S603 (no shell)
    except (OSError, subprocess.SubprocessError):
        return b""
