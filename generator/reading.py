"""Which articles do the seeds hold? Files that are new or changed are read anew, the others from the store."""

from __future__ import annotations

import os
import pickle
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from generator.errors import SeedError, SettingsError
from generator.executors import Executor, SerialExecutor
from generator.intake.read import read_seed, read_slice, seed_files
from generator.intake.slices import Slice, slices_of
from generator.isolation import guarded, read_articles, summarized
from generator.ledger import file_digest
from generator.memory import Memory
from generator.model import Article, RawArticle, ReadArticle
from generator.progress import Progress
from generator.store import Store, code_key, key_of, libraries_key
from generator.stories.summary import Summary

_READING = ("intake", "isolation", "quotes", "stories", "model", "text", "errors")
_SIDECARS = (".yml", ".yaml")
_TASK_FILES = 32
_TASK_BYTES = 512 * 2**10
"""Of the files of one task: a tenth of a second's work, and its results are small enough to hand around."""
_WORTH_A_POOL = 64
"""Files: starting two workers costs about as much as reading so many articles."""


@dataclass(frozen=True, slots=True)
class Looked:
    """What the stages that see one article alone give on: the article, and its summary for the others."""

    read: ReadArticle
    summary: Summary


Found = Looked | SeedError


@dataclass(frozen=True, slots=True)
class SeedFile:
    """A seed file, or a slice of a big one, under the key of its result."""

    path: Path
    key: str
    size: int
    """Bytes, roughly."""
    part: Slice | None = None


@dataclass(frozen=True, slots=True)
class ReadTask:
    """Seed files to read: small, so that any process can be handed it."""

    files: tuple[SeedFile, ...]
    seeds: Path


def read_files(task: ReadTask) -> dict[str, bytes]:
    """Read some seed files; returns the articles and problems of each, pickled, by its key."""
    looked = _looked(task.files, task.seeds)
    return {key: pickle.dumps(found, protocol=pickle.HIGHEST_PROTOCOL) for key, found in looked.items()}


def _looked(files: Sequence[SeedFile], seeds: Path) -> dict[str, list[Found]]:
    """Return what is in each file, by its key; many articles are read and summarized in a third of the time of one by one."""
    keys: list[str] = []

    def raws() -> Iterator[RawArticle | SeedError]:
        for file in files:
            for raw in _raws(file, seeds):
                keys.append(file.key)
                yield raw

    found = list(read_articles(raws()))
    done = summarized([one for one in found if isinstance(one, ReadArticle)])
    held: dict[str, list[Found]] = {file.key: [] for file in files}
    for key, one in zip(keys, found, strict=True):
        held[key].append(_with_summary(one, next(done)) if isinstance(one, ReadArticle) else one)
    return held


def _with_summary(read: ReadArticle, summary: Summary | SeedError) -> Found:
    return summary if isinstance(summary, SeedError) else Looked(read, summary)


def _raws(file: SeedFile, seeds: Path) -> Iterator[RawArticle | SeedError]:
    """Yield the articles of a file, and a problem for each that can't be read."""

    def opened() -> Iterable[RawArticle | SeedError]:
        if file.part:
            return read_slice(file.path, file.part, seeds=seeds)
        return read_seed(file.path, seeds=seeds)

    return guarded(opened, file.path.relative_to(seeds).as_posix())


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was read."""

    looked: tuple[Looked, ...]
    problems: tuple[SeedError, ...]
    keys: tuple[str, ...]
    """Of the results, so that the store keeps them."""
    articles: Mapping[int, tuple[Article, str]]
    """Each article with a key of what it was read from, by the identity of the object."""


class Files(Protocol):
    """What is known of the files from outside; a `Look` is one."""

    def digest(self, path: str) -> bytes:
        """Return the SHA-256 of a file's bytes, or why they can't be read."""
        ...

    def digests(self) -> Mapping[str, bytes] | None:
        """Return that of all files, by path; None where nobody looked at them together."""
        ...


class Unseen:
    """Files that nobody looked at: each is read when it is asked for."""

    def digest(self, path: str) -> bytes:
        """Return the SHA-256 of a file's bytes, or why they can't be read."""
        return file_digest(path)

    def digests(self) -> None:
        """Know nothing."""


def read_all(
    seeds: Path,
    store: Store,
    executor: Executor,
    *,
    progress: Progress,
    files: Files | None = None,
    memory: Memory | None = None,
) -> Reading:
    """Read every seed.

    Args:
        seeds: the folder of the articles.
        store: of what was read before.
        executor: what reads many files.
        progress: told how far it is.
        files: what is known of the files.
        memory: what the last run in this process read.

    Raises:
        SettingsError: there is no such folder.
    """
    if not seeds.is_dir():
        raise SettingsError(seeds, None, "no such folder; make it, or name another with --seeds")
    seeds = seeds.absolute()  # a worker of a cluster runs in a folder of its own
    memory = memory or Memory(keeps=False)
    parts = _seed_files(seeds, files or Unseen(), memory)
    held: dict[str, list[Found]] = memory.last("articles by file") or {}
    new = [file for file in parts if file.key not in held]
    kept = store.kept(file.key for file in new) if new else set()
    missing = [file for file in new if file.key not in kept]
    many = len(missing) >= _WORTH_A_POOL or sum(file.size for file in missing) > _TASK_BYTES
    runner = executor if many else SerialExecutor()
    done = 0
    for fresh in runner.map(read_files, _tasks(missing, seeds)):
        store.put(fresh)
        done += len(fresh)
        progress("reading", done, len(missing))
    held = {**held, **dict(_kept(new, store, seeds))}
    found = {file.key: held[file.key] for file in parts}
    memory.put("articles by file", found)
    return _reading(found)


def _reading(found: Mapping[str, list[Found]]) -> Reading:
    looked: list[Looked] = []
    problems: list[SeedError] = []
    articles: dict[int, tuple[Article, str]] = {}
    for key, items in found.items():
        for ordinal, item in enumerate(items):
            if isinstance(item, SeedError):
                problems.append(item)
            else:
                looked.append(item)
                articles[id(item.read.article)] = item.read.article, f"{key} {ordinal}"
    return Reading(tuple(looked), tuple(problems), tuple(found), articles)


def _seed_files(seeds: Path, files: Files, memory: Memory) -> list[SeedFile]:
    """Return all seed files, big ones in slices; where a few changed since the last run, only these are looked at."""
    code = key_of(code_key(*_READING), libraries_key())
    now, last = _below(seeds, files.digests()), memory.last("digests")
    known: dict[str, list[SeedFile]] | None = memory.last("seed files")
    changed = _changed(last, now)
    if known is None or changed is None or not changed <= known.keys():
        known = {os.fspath(path): list(_parts(path, seeds, code, files.digest)) for path in seed_files(seeds)}
    else:
        known = known | {path: list(_parts(Path(path), seeds, code, files.digest)) for path in changed}
    memory.put("digests", now)
    memory.put("seed files", known)
    return [file for parts in known.values() for file in parts]


def _below(seeds: Path, digests: Mapping[str, bytes] | None) -> Mapping[str, bytes] | None:
    folder = f"{seeds}{os.sep}"
    return digests and {path: digest for path, digest in digests.items() if path.startswith(folder)}


def _changed(last: Mapping[str, bytes] | None, now: Mapping[str, bytes] | None) -> set[str] | None:
    """Return the paths of the files that differ; None where that is not known, or files came or went."""
    if last is None or now is None or last.keys() != now.keys():
        return None
    return {path for path, digest in now.items() if last[path] != digest}


def _kept(files: Sequence[SeedFile], store: Store, seeds: Path) -> Iterator[tuple[str, list[Found]]]:
    """Yield what was found in each file by its key, some files at a time; what another process cleared is read again."""
    for start in range(0, len(files), _TASK_FILES):
        batch = files[start : start + _TASK_FILES]
        results = store.get(file.key for file in batch)
        for file in batch:
            if file.key in results:
                yield file.key, pickle.loads(results[file.key])  # noqa: S301 (our own)
            else:
                yield file.key, _looked((file,), seeds)[file.key]


def _parts(path: Path, seeds: Path, code: str, digest: Callable[[str], bytes]) -> Iterator[SeedFile]:
    """Yield a file whole, or its slices if it is one of many records and big."""
    try:
        slices = slices_of(path)
    except (OSError, SeedError):  # reading it will tell
        slices = ()
    if not slices:
        content = digest(os.fspath(path))
        yield SeedFile(path, _read_key(path, seeds, code, [content], digest), _size(path))
    for part in slices:
        place = f"{part.start} {part.end} {part.first}"
        key = _read_key(path, seeds, code, [part.digest, place.encode()], digest)
        yield SeedFile(path, key, part.end - part.start, part)


def _tasks(files: Iterable[SeedFile], seeds: Path) -> Iterator[ReadTask]:
    """Yield tasks of some files each."""
    batch: list[SeedFile] = []
    size = 0
    for file in files:
        batch.append(file)
        size += file.size
        if len(batch) == _TASK_FILES or size > _TASK_BYTES:
            yield ReadTask(tuple(batch), seeds)
            batch, size = [], 0
    if batch:
        yield ReadTask(tuple(batch), seeds)


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:  # reading it will tell
        return 0


def _read_key(
    path: Path, seeds: Path, code: str, content: Iterable[bytes], digest: Callable[[str], bytes]
) -> str:
    """Return the key of a file's result: its name, its bytes, its sidecars', and what reads it."""
    beside = dict.fromkeys(stem + ending for stem in (path.name, path.stem) for ending in _SIDECARS)
    folder = os.fspath(path.parent)
    sidecars = [digest(f"{folder}/{name}") for name in beside]
    return key_of("read", code, path.relative_to(seeds).as_posix(), *content, *sidecars)
