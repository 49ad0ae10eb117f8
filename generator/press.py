"""Which chapters are kept, and which must be made? Those whose key is new, and those whose files are not as made."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import chain, islice
from pathlib import Path
from typing import Any, Generic, TypeVar

from generator.chapters import Part, Task, Told, Written, keys_of, make_chapters
from generator.executors import Executor, SerialExecutor
from generator.exports.addresses import Site
from generator.ledger import Left
from generator.memory import Memory
from generator.model import QuoteId
from generator.pages.index import Index
from generator.pages.keys import Keys
from generator.pages.views.quotes import QuoteView
from generator.pages.write import Made, is_as_made
from generator.progress import Progress
from generator.scratch import Scratch
from generator.store import Store

Item = TypeVar("Item")

ROWS, SHOWN = 1, 2
"""Pieces of a chapter, as ordinals in `keys_of`."""
_TASK_BYTES = 384 * 2**10
"""Of the parts of one task: half a second's work."""
_WORTH_A_POOL = 3
"""Tasks from which a pool is worth its start-up."""
_MANY = 512
"""Chapters that are asked for at a time."""


@dataclass(frozen=True, slots=True)
class Work:
    """What a run works with."""

    store: Store
    executor: Executor
    scratch: Scratch
    """For what tasks are handed."""


@dataclass(frozen=True, slots=True)
class Kind(Generic[Item]):
    """A kind of chapter: its key, the facts that one of it is made from, and the paths of its pages."""

    name: str
    key: Callable[[Keys, Item], str]
    part: Callable[[Index, Item], Index]
    paths: Callable[[Index, Item], Iterable[str]]


@dataclass(slots=True)
class Press:
    """Makes the chapters of a run and keeps them."""

    out: Path
    work: Work
    site: Site
    ours: frozenset[str]
    """Paths that were ours before the run."""
    claimed: frozenset[str]
    """Paths that are ours now."""
    progress: Progress
    left: Left
    """What the last run left, as far as nobody touched it."""
    memory: Memory = field(default_factory=partial(Memory, keeps=False))
    told: dict[str, Told] = field(default_factory=dict)
    """By the keys of the chapters."""
    changed: list[str] = field(default_factory=list)
    made: dict[str, str] = field(default_factory=dict)
    """The SHA-256 of each file of all chapters, by path."""
    keys: list[str] = field(default_factory=list)

    def names(
        self,
        kind: Kind[Item],
        keys: Keys,
        items: Sequence[tuple[str, Item]],
        touched: Collection[str] | None,
    ) -> list[str]:
        """Return the key of each chapter; those that nothing touched have that of the last run.

        Args:
            kind: of the chapters.
            keys: gives a chapter's key.
            items: what the chapters are made of, each with an id.
            touched: the ids of those that may have another key; None where all may.
        """
        memory = f"keys of {kind.name}"
        known: dict[str, str] = (self.memory.last(memory) or {}) if touched is not None else {}
        found = {
            id_: known[id_] if id_ in known and id_ not in (touched or ()) else kind.key(keys, item)
            for id_, item in items
        }
        self.memory.put(memory, found)
        return [found[id_] for id_, _ in items]

    def chapters(
        self, kind: Kind[Item], index: Index, names: Sequence[str], items: Sequence[Item]
    ) -> list[tuple[str, Told]]:
        """Make what is not kept, by as many tasks as need be; returns the key of each chapter and what it told."""
        told = self._known(names)
        waiting = [each for each in zip(names, items, strict=True) if each[0] not in told]
        tasks = self._tasks(kind, index, waiting, told)
        first = list(islice(tasks, _WORTH_A_POOL))
        runner = self.work.executor if len(first) == _WORTH_A_POOL else SerialExecutor()
        for made in runner.map(make_chapters, chain(first, tasks)):
            self._keep(made, told)
            self.progress("pages", len(told), len(items))
        for one in told.values():
            self.made |= {file.path: file.sha256 for file in one.made}
        self.keys += names
        self.told |= told
        self.memory.put("told", self.told)
        return [(name, told[name]) for name in names]

    def _known(self, names: Iterable[str]) -> dict[str, Told]:
        """Return what chapters told in the last run whose files are as it left them."""
        last: Mapping[str, Told] = self.memory.last("told") or {}
        found = {name: last[name] for name in names if name in last}
        if not self.left.moved:
            return found
        return {key: one for key, one in found.items() if all(map(self._stands, one.made))}

    def _keep(self, made: Sequence[Written], told: dict[str, Told]) -> None:
        self.work.store.put({name: piece for one in made for name, piece in one.pieces.items()})
        self.changed += (path for one in made for path in one.changed)
        told |= {one.key: _opened(one.pieces[one.key]) for one in made}

    def _tasks(
        self, kind: Kind[Item], index: Index, items: Sequence[tuple[str, Item]], told: dict[str, Told]
    ) -> Iterator[Task]:
        """Yield tasks for the chapters that are not kept or whose pages are gone; notes what the others told."""
        batch: list[tuple[str, bytes]] = []
        names: list[str] = []
        size = 0
        for start in range(0, len(items), _MANY):
            some = items[start : start + _MANY]
            kept = self.work.store.get(key for key, _ in some)
            for key, item in some:
                one: Told | None = _opened(kept[key]) if key in kept else None
                if one and all(map(self._stands, one.made)):
                    told[key] = one
                    continue
                batch.append((key, self._part(kind, index, item)))
                names += kind.paths(index, item)
                size += len(batch[-1][1])
                if size > _TASK_BYTES:
                    yield self._task(batch, names)
                    batch, names, size = [], [], 0
        if batch:
            yield self._task(batch, names)

    def _part(self, kind: Kind[Item], index: Index, item: Item) -> bytes:
        return Part(kind.part(index, item), self.site).pickled()

    def _stands(self, made: Made) -> bool:
        """Tell whether a file holds the bytes that were made; one that the last run left is not read."""
        return self.left.digest(made.path) == made.sha256 or is_as_made(self.out, made)

    def _task(self, batch: list[tuple[str, bytes]], names: Iterable[str]) -> Task:
        """Lay the parts down for whoever makes them."""
        content = pickle.dumps(batch, protocol=pickle.HIGHEST_PROTOCOL)
        return Task(self.work.scratch.lay(content), self.out.absolute(), self.ours.intersection(names))

    def pieces(
        self, kind: Kind[Item], index: Index, wanted: Mapping[str, Item], which: int
    ) -> dict[str, Any]:
        """Return a piece of some chapters by their keys; what another process cleared is made again.

        Args:
            kind: of the chapters.
            index: the facts that they are made from.
            wanted: chapters by their keys.
            which: the piece, as an ordinal in `keys_of`.
        """
        names = {keys_of(key)[which]: key for key in wanted}
        kept = self.work.store.get(names)
        for name in names.keys() - kept.keys():
            key = names[name]
            task = self._task([(key, self._part(kind, index, wanted[key]))], kind.paths(index, wanted[key]))
            self._keep(make_chapters(task), {})
            kept |= self.work.store.get([name])
        return {names[name]: _opened(piece) for name, piece in kept.items()}


def _opened(pickled: bytes) -> Any:
    return pickle.loads(pickled)  # noqa: S301 (our own file)


class Shown(Mapping[QuoteId, QuoteView]):
    """Quotes as the pages of their articles show them; each chapter's are read when one of them is asked for."""

    def __init__(
        self, chapter_of: Mapping[QuoteId, str], load: Callable[[str], Mapping[QuoteId, QuoteView]]
    ) -> None:
        """Name the chapter of each quote by its key, and what reads a chapter's quotes."""
        self._chapter_of = chapter_of
        self._load = load
        self._known: dict[str, Mapping[QuoteId, QuoteView]] = {}

    def __getitem__(self, id_: QuoteId) -> QuoteView:
        key = self._chapter_of[id_]
        if key not in self._known:
            self._known[key] = self._load(key)
        return self._known[key][id_]

    def __contains__(self, id_: object) -> bool:
        return id_ in self._chapter_of

    def __iter__(self) -> Iterator[QuoteId]:
        return iter(self._chapter_of)

    def __len__(self) -> int:
        return len(self._chapter_of)
