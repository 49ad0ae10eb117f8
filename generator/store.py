"""Cached stage results and atomic writes: what was computed for these bytes already?

A result is kept under the hash of everything it depends on (content, code of the stage, settings),
so an entry is never stale and modification times are never asked.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import secrets
import sqlite3
import sys
import zlib
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from generator.errors import SettingsError

_SCHEMA = "CREATE TABLE IF NOT EXISTS results (key TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID"
_VERSION = 2
"""Of the table and of its values; a file of another version is begun anew."""
# SQLite's limit of parameters in one statement was 999 before 3.32.
_BATCH = 900
_BUSY_SECONDS = 30.0


def key_of(*parts: str | bytes) -> str:
    """Return one key for a list of parts; no two lists share one by running into each other."""
    digest = hashlib.sha256()
    for part in parts:
        piece = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        digest.update(len(piece).to_bytes(8, "big"))
        digest.update(piece)
    return digest.hexdigest()


@cache
def code_key(*packages: str) -> str:
    """Return a key for the source and data files of some of our modules: the version of a stage.

    Args:
        packages: names of modules or subpackages of `generator`, such as `intake` or `text`; with none, all of it.
    """
    root = Path(__file__).parent
    digest = hashlib.sha256()
    for package in sorted(packages) or [""]:
        folder = root / package
        files = folder.rglob("*") if folder.is_dir() else [folder.with_suffix(".py")]
        for path in sorted(files):
            if path.is_file() and path.suffix != ".pyc":
                digest.update(path.relative_to(root).as_posix().encode())
                digest.update(path.read_bytes())
    return digest.hexdigest()


@cache
def libraries_key() -> str:
    """Return a key for the versions of Python and of the libraries that results depend on."""
    known = (f"{name} {_version(name)}" for name in _LIBRARIES)
    return key_of(sys.version, *known)


_LIBRARIES = (
    *("charset-normalizer", "fastwarc", "ftfy", "jinja2", "lxml", "markdown-it-py", "markupsafe", "numpy"),
    *("py3langid", "pyarrow", "pypdf", "pyyaml", "rapidfuzz", "resiliparse", "trafilatura"),
)


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "none"


class Store:
    """A table of results in one SQLite file, safe with several processes; without a folder, for one run only.

    A file that is broken or of another kind is removed and begun anew; one that can't be written, or
    whose disk is full, is read only, and what this run finds is kept in memory. Both are said once,
    through `say`.
    """

    def __init__(
        self, folder: Path | None, say: Callable[[str], None] = lambda _: None, *, name: str = "results"
    ) -> None:
        self._say = say
        self._kept: dict[str, bytes] = {}
        self._writable = True
        self._db = self._open(folder, name) if folder else None

    def _open(self, folder: Path, name: str) -> sqlite3.Connection | None:
        path = folder / f"{name}.sqlite"
        try:
            folder.mkdir(parents=True, exist_ok=True)
            return self._connect(path)
        except sqlite3.OperationalError as error:
            self._say(f"{path}: the cache can't be used ({error}); going on without it")
        except sqlite3.DatabaseError:
            self._say(f"{path}: the cache was broken or of an older version and is begun anew")
            try:
                _remove_database(path)
                return self._connect(path)
            except (sqlite3.Error, OSError):
                self._say(f"{path}: the cache can't be used; going on without it")
        except OSError as error:
            self._say(f"{folder}: the cache can't be used ({error.strerror}); going on without it")
        return None

    @staticmethod
    def _connect(path: Path) -> sqlite3.Connection:
        db = sqlite3.connect(path, timeout=_BUSY_SECONDS, isolation_level=None)
        try:
            db.execute("PRAGMA journal_mode=WAL")
            db.execute("PRAGMA synchronous=NORMAL")
            (found,) = db.execute("PRAGMA user_version").fetchone()
            known = db.execute("SELECT name FROM sqlite_master LIMIT 1").fetchone()
            if known and found != _VERSION:
                raise sqlite3.DatabaseError("of another version")
            db.execute(_SCHEMA)
            db.execute(f"PRAGMA user_version={_VERSION}")
            db.execute("SELECT key FROM results LIMIT 1").fetchone()
        except sqlite3.Error:
            db.close()
            raise
        return db

    def get(self, keys: Iterable[str]) -> dict[str, bytes]:
        """Return the results that are there, by key."""
        wanted = list(keys)
        found = {key: self._kept[key] for key in wanted if key in self._kept} if self._kept else {}
        if self._db is None:
            return found
        for start in range(0, len(wanted), _BATCH):
            batch = wanted[start : start + _BATCH]
            marks = ",".join("?" * len(batch))
            query = f"SELECT key, value FROM results WHERE key IN ({marks})"  # noqa: S608 (question marks only)
            try:
                found.update(_sound(self._db.execute(query, batch).fetchall()))
            except sqlite3.DatabaseError as error:
                self._say(f"the cache can't be read any more ({error}); going on without it")
                self.close()
                break
        return found

    def kept(self, keys: Iterable[str]) -> set[str]:
        """Return those of the keys under which there is a result."""
        wanted = set(keys)
        found = wanted & self._kept.keys()
        if self._db is None:
            return found
        try:
            found.update(key for (key,) in self._db.execute("SELECT key FROM results") if key in wanted)
        except sqlite3.DatabaseError as error:
            self._say(f"the cache can't be read any more ({error}); going on without it")
            self.close()
        return found

    def put(self, results: Mapping[str, bytes]) -> None:
        """Keep results; a key that is there already holds the same value."""
        if self._db is None or not self._writable:
            self._kept.update(results)
            return
        try:
            self._db.execute("BEGIN IMMEDIATE")
            self._db.executemany("INSERT OR REPLACE INTO results VALUES (?, ?)", _summed(results))
            self._db.execute("COMMIT")
        except sqlite3.DatabaseError as error:
            self._kept.update(results)
            self._give_up(error)

    def keep_only(self, keys: Collection[str], *, among: Collection[str] | None = None) -> None:
        """Forget every result but these, so that the file does not grow with each edit.

        Args:
            keys: of what is kept.
            among: of all that is there; where they are not given, the file is asked.
        """
        if self._db is None or not self._writable:
            return
        try:
            known = among
            if known is None:
                known = [key for (key,) in self._db.execute("SELECT key FROM results")]
            dropped = set(known).difference(keys)
            self._db.execute("BEGIN IMMEDIATE")
            self._db.executemany("DELETE FROM results WHERE key = ?", ((key,) for key in sorted(dropped)))
            self._db.execute("COMMIT")
        except sqlite3.DatabaseError as error:
            self._give_up(error)

    def _give_up(self, error: sqlite3.Error) -> None:
        """Write no more: what is there already can still be read."""
        self._say(f"the cache can't be written ({error}); what this run finds is not kept")
        self._writable = False
        if self._db is not None:
            with contextlib.suppress(sqlite3.Error):
                self._db.execute("ROLLBACK")

    def close(self) -> None:
        """Let go of the file."""
        if self._db is not None:
            with contextlib.suppress(sqlite3.Error):
                self._db.close()
            self._db = None


_SUM_BYTES = 4


def _summed(results: Mapping[str, bytes]) -> Iterator[tuple[str, bytes]]:
    """Put a checksum before each value: SQLite keeps none, and a flipped bit must not reach a page."""
    for key, value in results.items():
        yield key, zlib.crc32(value).to_bytes(_SUM_BYTES, "big") + value


def _sound(rows: Iterable[tuple[str, bytes]]) -> Iterator[tuple[str, bytes]]:
    """Yield the rows whose checksum is right; the others are computed anew."""
    for key, summed in rows:
        value = summed[_SUM_BYTES:]
        if zlib.crc32(value).to_bytes(_SUM_BYTES, "big") == summed[:_SUM_BYTES]:
            yield key, value


def _remove_database(path: Path) -> None:
    for ending in ("", "-wal", "-shm"):
        path.with_name(path.name + ending).unlink(missing_ok=True)


_PART = ".part"


def write_if_changed(path: Path, content: bytes) -> bool:
    """Write a file through a temporary one and a rename, only where the bytes differ.

    Returns whether it was written. A reader sees the old file or the new one, never a half.

    Raises:
        SettingsError: the file can't be written: a full disk, a folder without permission.
    """
    try:
        return _written(path, content)
    except OSError as error:
        message = f"can't be written ({error.strerror}); free the disk or mend the permissions, and run again"
        raise SettingsError(path, None, message) from error


def _written(path: Path, content: bytes) -> bool:
    name = os.fspath(path)
    try:
        if os.stat(name).st_size == len(content) and path.read_bytes() == content:  # noqa: PTH116 (thousands a second)
            return False
    except (FileNotFoundError, NotADirectoryError):
        pass
    part = f"{os.path.dirname(name)}/.{secrets.token_hex(8)}{_PART}"  # noqa: PTH120 (as above)
    try:
        handle = os.open(part, _NEW)
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(part, _NEW)
    try:
        with os.fdopen(handle, "wb", buffering=0) as file:
            os.chmod(part, 0o644)  # noqa: PTH101 (as above)
            left = memoryview(content)
            while left:
                left = left[file.write(left) :]
        os.replace(part, name)  # noqa: PTH105 (as above)
    except BaseException:
        with contextlib.suppress(FileNotFoundError):
            os.unlink(part)  # noqa: PTH108 (as above)
        raise
    return True


_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)


def leftovers(folder: Path) -> Iterator[Path]:
    """Yield temporary files that a killed run left behind."""
    for path, _, names in os.walk(folder):
        for name in names:
            if name.endswith(_PART) and name.startswith("."):
                yield Path(path, name)
