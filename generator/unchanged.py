"""Did anything change since the last run? A quick look at all that a run reads, and at all that it wrote.

What a run reads is compared by content: every file's hash, the settings, our code, the versions of the
libraries, the state of Git. What it wrote is compared by what the system keeps of each file (`ledger.py`).
Where that is as it was for a file that is read, its content is not asked.
"""

from __future__ import annotations

import errno
import hashlib
import json
import os
import subprocess
import time
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from generator.ledger import (
    Digests,
    Left,
    State,
    below,
    file_digest,
    files_in,
    keep_rows,
    kept_rows,
    last_change,
    settled_ns,
    state_of,
)
from generator.memory import Memory
from generator.settings import Settings
from generator.store import Store, code_key, key_of, libraries_key

ADDRESSES = "addresses.yml"
_TICK = 0.02
"""Seconds after which another change of a file has another time: a few ticks of the system's clock."""
_GIT_SECONDS = 20
_FEW = 64
"""Files that changed just before a run, up to which reading them again next time costs nothing."""


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
    """All that a run with some settings reads, as it stands when this is made, and what it wrote."""

    def __init__(self, settings: Settings, read: Digests | None = None) -> None:
        """Look at the files, and not into them.

        Args:
            settings: the site owner's choices.
            read: files that were read before.
        """
        self._now = time.time_ns()
        self._folders = (settings.seeds.absolute(), settings.reviews.absolute())
        self._base = key_of(
            "run",
            code_key(),
            libraries_key(),
            repr(settings),
            *map(_git_state, (settings.seeds, settings.reviews)),
        )
        self._states: dict[str, State] = {}
        self._changed: dict[str, int] = {}
        self._listed: set[str] = set()
        self._look()
        self.read = read or Digests()
        self.left = Left()
        """What the last run left, once somebody looked."""
        self.now: dict[str, dict[str, State]] = {}
        """The files that stand where the last run wrote, likewise."""
        self.outside = key_of(
            self._base, *(f"{path} {state}" for path, state in sorted(self._states.items()))
        )
        """Of all that can be told of the files from outside."""
        self.is_settled = max(self._changed.values(), default=0) < self._now - settled_ns()
        """Whether a file whose content changes from now on looks different from outside."""

    def _look(self) -> None:
        for path in (path for folder in self._folders for path in below(str(folder))):
            self._listed.add(os.path.dirname(path))  # noqa: PTH120 (ten thousand of them)
            try:
                stat = os.stat(path)  # noqa: PTH116 (ten thousand of them)
            except OSError as error:
                self._states[path] = str(error.errno)
                continue
            self._states[path] = state_of(stat)
            self._changed[path] = last_change(stat)

    def digest(self, path: str) -> bytes:
        """Return the SHA-256 of a file's bytes, or why they can't be read; it is read where it may be another."""
        state = self._states.get(path)
        if state is not None:
            return self.read.of(path, state) if path in self._changed else f"unreadable: {state}".encode()
        folder, _, name = path.rpartition("/")
        if folder in self._listed and not name.startswith("."):
            return _NO_SUCH_FILE
        return file_digest(path)

    def digests(self) -> dict[str, bytes]:
        """Return the digest of every file, by path."""
        return {path: self.digest(path) for path in self._states}

    @cached_property
    def inside(self) -> str:
        """Return the key of everything, with the files' content."""
        lines = (b"%b %b" % (os.fsencode(path), digest) for path, digest in sorted(self.digests().items()))
        return key_of(self._base, *lines)

    def settled(self) -> dict[str, tuple[State, bytes]]:
        """Return what was read of the files whose next change will be seen from outside."""
        limit = self._now - settled_ns()
        known = self.read.known
        return {
            path: known[path]
            for path, changed in self._changed.items()
            if changed < limit and path in known and known[path][0] == self._states[path]
        }

    @property
    def unsettled(self) -> int:
        """How many files have changed too shortly ago."""
        limit = self._now - settled_ns()
        return sum(changed >= limit for changed in self._changed.values())


_NO_SUCH_FILE = f"unreadable: {errno.ENOENT}".encode()


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
    look.now = files_in(settings.out, row["folders"])
    if row["written"] != _written_state(settings.out, look.now):
        return None
    if row["outside"] != look.outside:
        look.read.known = look.read.known or kept_rows(store, f"{key} read")
        if row["inside"] != look.inside:
            return None
        if look.is_settled:
            store.put({key: json.dumps({**row, "outside": look.outside}).encode()})
    told = row["account"]
    return Account(**{**told, "problems": tuple(told["problems"]), "remarks": tuple(told["remarks"])})


def learn(settings: Settings, store: Store, look: Look, memory: Memory) -> None:
    """Let a look know what the last run read and what it left."""
    key = _key(settings)
    look.read.known = look.read.known or kept_rows(store, f"{key} read")
    known = memory.last("left") or kept_rows(store, f"{key} made")
    look.left = Left(known, look.now or files_in(settings.out, sorted(known)))


def keep_account(
    settings: Settings, store: Store, look: Look, made: Made, account: Account, *, memory: Memory
) -> tuple[str, ...]:
    """Keep what a run read, wrote and told; returns the keys of it.

    Args:
        settings: the site owner's choices.
        store: where it is kept.
        look: of the run, before it read anything.
        made: what it wrote.
        account: what it told.
        memory: learns what was left.
    """
    time.sleep(_TICK)
    left = look.left.after(settings.out, made.files, made.changed)
    outside, read = _settled(settings, look)
    row = {
        "inside": look.inside,
        "outside": outside,
        "written": _written_state(settings.out, left.now),
        "folders": list(left.now),
        "account": {name: getattr(account, name) for name in Account.__slots__},
    }
    key = _key(settings)
    memory.put("left", left.known)
    memory.put("read", look.read)
    store.put({key: json.dumps(row).encode()})
    drift = None if memory.last("drift") is None else memory.last("drift") + len(made.changed)
    if drift is None or drift > _FEW:
        # of files that changed since, the next process looks into each
        keep_rows(store, f"{key} read", read)
        keep_rows(store, f"{key} made", left.known)
        drift = 0
    memory.put("drift", drift)
    return key, f"{key} read", f"{key} made"


@dataclass(frozen=True, slots=True)
class Made:
    """What a run wrote."""

    files: Mapping[str, str]
    """The SHA-256 of each file that is ours now, by path."""
    changed: tuple[str, ...]
    """Files that it wrote or removed."""


def _settled(settings: Settings, look: Look) -> tuple[str, dict[str, tuple[State, bytes]]]:
    """Return by what the files are known from outside, nothing where they changed too shortly ago, and each file.

    Where many did, as when they were just laid there, they are read once more.
    """
    if look.is_settled or look.unsettled < _FEW:
        return look.outside if look.is_settled else "", look.settled()
    again = Look(settings, Digests(look.settled()))
    same = again.inside == look.inside
    return again.outside if same and again.is_settled else "", again.settled()


def _key(settings: Settings) -> str:
    # with our code, so that no version reads what another one told in its own way
    return key_of("account", code_key(), str(settings.out.absolute()), str(settings.seeds.absolute()))


def _written_state(out: Path, now: Mapping[str, Mapping[str, State]]) -> str:
    """Return one hash of what the system keeps of the files in some folders, and of the addresses."""
    digest = hashlib.sha256(file_digest(str(out / ADDRESSES)))
    for folder, rows in now.items():
        lines = "\n".join(f"{name} {state}" for name, state in sorted(rows.items()))
        digest.update(f"{folder}\n{lines}\n".encode("utf-8", "surrogateescape"))
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
