"""All facts -> pages and data files, chapter by chapter: what the changed facts are in is made again."""

from __future__ import annotations

import dataclasses
import pickle
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, islice
from pathlib import Path
from typing import Generic, TypeVar

from generator.chapters import Chapter, Part, Task, compared, key_of_part, make_chapters
from generator.executors import Executor, SerialExecutor
from generator.exports.addresses import Site
from generator.exports.published import published_reviews
from generator.exports.quotations import annotation_path, file_row, manifest_text
from generator.exports.rows import HEADS, corpus_rows
from generator.exports.structured import speakers_of, structured_rest
from generator.ledger import Left
from generator.model import Page, QuoteId, Signal, Story, StoryId
from generator.pages import links, parts
from generator.pages.datafiles import DataFiles
from generator.pages.edition import Edition, rest_of
from generator.pages.index import Index, Levels, signals_by_article
from generator.pages.views.home import featured
from generator.pages.views.quotes import QuoteView
from generator.pages.write import (
    Made,
    Written,
    begin,
    finish,
    is_as_made,
    remove_leftovers,
    write_page,
)
from generator.progress import Progress
from generator.scratch import Scratch
from generator.store import Store, code_key, key_of, libraries_key
from generator.stories.stemma import stemmata

Item = TypeVar("Item")

_TASK_BYTES = 384 * 2**10
"""Of the parts of one task: half a second's work."""
_WORTH_A_POOL = 3
"""Tasks from which a pool is worth its start-up."""
_MANY = 128
"""Chapters that stand in memory at a time."""


@dataclass(frozen=True, slots=True)
class Work:
    """What a run works with."""

    store: Store
    executor: Executor
    scratch: Scratch
    """For what tasks are handed."""


@dataclass(frozen=True, slots=True)
class Published:
    """What was written, and the keys of the chapters it was made from."""

    written: Written
    keys: tuple[str, ...]
    made: Mapping[str, str]
    """The SHA-256 of each file that is ours now, by path."""


@dataclass(frozen=True, slots=True)
class _Kind(Generic[Item]):
    """A kind of chapter: the facts that one of it is made from, and the paths of its pages."""

    part: Callable[[Index, Item], Index]
    paths: Callable[[Index, Item], Iterable[str]]


def _story_paths(index: Index, story: Story) -> Iterator[str]:
    yield links.story_path(story.id)
    if stemmata(story, {version for id_ in story.articles for version in index.versions.get(id_, ())}):
        yield links.tei_path(story.id)
    for id_ in story.articles:
        yield links.article_path(id_)
        if id_ in index.stored:
            yield index.stored[id_]
        if index.reads[id_].quotes:
            yield annotation_path(id_)


_STORIES = _Kind(parts.of_story, _story_paths)
_SPEAKERS = _Kind(parts.of_speaker, lambda _, id_: [links.speaker_path(id_)])
_OUTLETS = _Kind(parts.of_outlet, lambda _, name: [links.outlet_path(name)])


@dataclass(slots=True)
class _Press:
    """Makes the chapters of a run and keeps them."""

    out: Path
    work: Work
    site: Site
    ours: frozenset[str]
    """Paths that were ours before the run."""
    progress: Progress
    left: Left
    """What the last run left, as far as nobody touched it."""
    code: str = field(default_factory=lambda: key_of(code_key(), libraries_key()))
    changed: list[str] = field(default_factory=list)
    made: dict[str, str] = field(default_factory=dict)
    """The SHA-256 of each file of all chapters, by path."""
    keys: list[str] = field(default_factory=list)

    def chapters(self, kind: _Kind[Item], index: Index, items: Sequence[Item]) -> Iterator[Chapter]:
        """Make what is not kept, by as many tasks as need be; then yield all in order."""
        keys = self.make(kind, index, items)
        for start in range(0, len(keys), _MANY):
            batch = keys[start : start + _MANY]
            kept = self.work.store.get(batch)
            for item, key in zip(items[start : start + _MANY], batch, strict=True):
                if key not in kept:  # another process cleared the store, or its file broke
                    self.make(kind, index, [item])
                    kept |= self.work.store.get([key])
                yield pickle.loads(kept[key])  # noqa: S301 (our own file)

    def make(self, kind: _Kind[Item], index: Index, items: Sequence[Item]) -> list[str]:
        """Make the chapters that are not kept or whose pages are gone; returns the keys of all."""
        keys: list[str] = []
        tasks = self._tasks(kind, index, items, keys)
        first = list(islice(tasks, _WORTH_A_POOL))
        runner = self.work.executor if len(first) == _WORTH_A_POOL else SerialExecutor()
        done = 0
        for made in runner.map(make_chapters, chain(first, tasks)):
            self.work.store.put({one.key: one.chapter for one in made})
            self.work.store.put({_made_key(one.key): pickle.dumps(one.made) for one in made})
            self.changed += (path for one in made for path in one.changed)
            self.made |= {file.path: file.sha256 for one in made for file in one.made}
            done += len(made)
            self.progress("pages", done, len(items))
        self.keys += keys
        return keys

    def _tasks(
        self, kind: _Kind[Item], index: Index, items: Iterable[Item], keys: list[str]
    ) -> Iterator[Task]:
        """Yield tasks for the chapters that are not kept or whose pages are gone; adds all keys to `keys`."""
        batch: list[tuple[str, bytes]] = []
        names: list[str] = []
        size = 0
        todo = iter(items)
        while group := [
            (item, Part(kind.part(index, item), self.site).pickled()) for item in islice(todo, _MANY)
        ]:
            fresh = [key_of_part(part, self.code) for _, part in group]
            keys += fresh
            kept = self.work.store.get(map(_made_key, fresh))
            for key, (item, part) in zip(fresh, group, strict=True):
                made: tuple[Made, ...] = pickle.loads(kept.get(_made_key(key), _NOTHING))  # noqa: S301 (our own file)
                if made and all(self._stands(one) for one in made):
                    self.made |= {one.path: one.sha256 for one in made}
                    continue
                batch.append((key, part))
                names += kind.paths(index, item)
                size += len(part)
                if size > _TASK_BYTES:
                    yield self._task(batch, names)
                    batch, names, size = [], [], 0
        if batch:
            yield self._task(batch, names)

    def _stands(self, made: Made) -> bool:
        """Tell whether a file holds the bytes that were made; one that the last run left is not read."""
        return self.left.digest(made.path) == made.sha256 or is_as_made(self.out, made)

    def _task(self, batch: list[tuple[str, bytes]], names: Iterable[str]) -> Task:
        """Lay the parts down for whoever makes them."""
        content = pickle.dumps(batch, protocol=pickle.HIGHEST_PROTOCOL)
        return Task(self.work.scratch.lay(content), self.out.absolute(), self.ours.intersection(names))


def _made_key(key: str) -> str:
    return f"{key} made"


_NOTHING = pickle.dumps(())


def publish(
    edition: Edition, site: Site, out: Path, work: Work, *, progress: Progress, left: Left | None = None
) -> Published:
    """Write all pages and data files of an edition that has no collations yet.

    Args:
        edition: all facts.
        site: where it is published.
        out: the folder that receives the files.
        work: what the run works with.
        progress: told how far it is.
        left: what the last run left there.

    Raises:
        SettingsError: a page's place is taken by a file that a person wrote, or the disk refuses it.
    """
    index = _with_structured_data(edition, site)
    planned = [
        *chain.from_iterable(_story_paths(index, story) for story in index.stories),
        *map(links.speaker_path, index.speakers),
        *map(links.outlet_path, index.outlets),
        *HEADS,
    ]
    press = _Press(out, work, site, begin(out, planned), progress, left or Left())
    remove_leftovers(out)
    told = _Told()
    listed = list(_write_stories(press, index, edition, told))
    index = dataclasses.replace(
        index,
        levels=told.levels,
        signals=signals_by_article((*told.signals, *edition.signals)),
        shown=told.shown,
    )
    press.make(_SPEAKERS, index, tuple(index.speakers))
    press.make(_OUTLETS, index, tuple(index.outlets))
    articles = {read.article.id: read.article for read in edition.articles}
    data = list(published_reviews(articles, edition.desktop, site, changes=edition.changes))
    listed += [file_row(page.path, page.text) for page in data]
    pages = [
        *rest_of(edition, _with_feature(index), site.language),
        *data,
        Page("data/manifest.json", manifest_text(listed)),
    ]
    begin(out, {*planned, *(page.path for page in pages)})
    for page in pages:
        made, is_new = write_page(out, page, press.ours)
        press.made[made.path] = made.sha256
        if is_new:
            press.changed.append(page.path)
    written = Written(len(press.made), tuple(sorted(press.changed)), finish(out, press.made.keys()))
    # those of workers that died in this run
    remove_leftovers(out)
    keys = (*press.keys, *map(_made_key, press.keys))
    return Published(written, keys, press.made)


@dataclass(slots=True)
class _Told:
    """What the chapters of stories found that other pages tell."""

    levels: dict[StoryId, Levels] = field(default_factory=dict)
    signals: list[Signal] = field(default_factory=list)
    shown: dict[QuoteId, QuoteView] = field(default_factory=dict)


def _write_stories(press: _Press, index: Index, edition: Edition, told: _Told) -> Iterator[dict[str, object]]:
    """Write the pages of stories and the tables; yields the rows of the list of data files."""
    with DataFiles(press.out, HEADS) as files:
        for story, chapter in zip(index.stories, press.chapters(_STORIES, index, index.stories), strict=True):
            for path, rows in chapter.rows:
                files.add(path, rows.count, rows.content)
            told.levels[story.id] = chapter.levels
            told.signals += chapter.signals
            told.shown |= chapter.shown
            yield from (_listed(one, None) for one in chapter.made if one.path.startswith("data/"))
        for path, rows in corpus_rows(edition.stories, edition.versions, edition.signals):
            files.add(path, rows.count, rows.content)
        for made, count, is_new in files.finish():
            yield _listed(made, count)
            press.made[made.path] = made.sha256
            if is_new:
                press.changed.append(made.path)


def _listed(made: Made, rows: int | None) -> dict[str, object]:
    return {"path": made.path, "sha256": made.sha256, "bytes": made.size, "rows": rows}


def _with_structured_data(edition: Edition, site: Site) -> Index:
    """Return the index with the JSON-LD of the pages that no story's chapter makes."""
    articles = {read.article.id: read.article for read in edition.articles}
    found = structured_rest(articles, speakers_of(edition.articles), edition.desktop.reviews, site)
    return dataclasses.replace(Index.of(edition), structured=found)


def _with_feature(index: Index) -> Index:
    """Return the index with the collations of the story that the home page shows."""
    story = featured(index)
    if story is None:
        return index
    with_both, _, _ = compared(parts.completed(parts.of_story(index, story)), story)
    return dataclasses.replace(index, collations=with_both.collations)
