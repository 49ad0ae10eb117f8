"""How is an edited article on the reloaded page at once? Only the pages that it changed are finished anew.

MkDocs empties the site and makes all of it for every change. Where nothing but seeds and reviews
changed, the generator says which of its files differ, and those alone are written.
"""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File

from generator.memory import Memory
from generator.pages.write import MANIFEST, generated_paths
from generator.store import write_if_changed
from generator.unchanged import ADDRESSES

if TYPE_CHECKING:
    from generator.pages.plugin import VariorumPlugin

_INDEX_SECONDS = 1.5
"""Pause after the last change before the search index is made anew; pages do not wait for it."""


class Preview:
    """The builds of one `mkdocs serve`, after the first."""

    def __init__(
        self, plugin: VariorumPlugin, config: MkDocsConfig, full: Callable[[], None], people: Iterable[Path]
    ) -> None:
        self._plugin, self._config, self._full = plugin, config, full
        self._people = tuple(people)
        self._seen = dict(_states(self._people))
        self._timer: threading.Timer | None = None
        self._memory, self._running = Memory(), threading.Lock()
        threading.Thread(target=self._warm, daemon=True).start()

    def build(self) -> None:
        """Make what changed: all of the site where a person's page, the theme or a setting did."""
        now = dict(_states(self._people))
        if now != self._seen:
            self._seen = now
            self._full()
            return
        with self._running:
            _, written = self._plugin.generate(self._memory)
        for path in written.changed:
            self._place(path)
        for path in written.removed:
            self._remove(path)
        self._index_later()

    def _warm(self) -> None:
        """Let the generator find all facts once, so that the first edit is as quick as the others."""
        with self._running, contextlib.suppress(PluginError):  # the next run tells
            self._plugin.run(self._memory)

    def _place(self, path: str) -> None:
        file = self._file(path)
        if path.endswith(".md"):
            self._plugin.finish(file)
        else:
            write_if_changed(Path(file.abs_dest_path), Path(file.abs_src_path or "").read_bytes())

    def _remove(self, path: str) -> None:
        Path(self._file(path).abs_dest_path).unlink(missing_ok=True)

    def _file(self, path: str) -> File:
        known = self._plugin.files.get_file_from_path(path)
        return known or File(path, self._config.docs_dir, self._config.site_dir, use_directory_urls=True)

    def _index_later(self) -> None:
        if self._timer:
            self._timer.cancel()
        self._timer = threading.Timer(
            _INDEX_SECONDS, self._plugin.complete_search, (Path(self._config.site_dir),)
        )
        self._timer.daemon = True
        self._timer.start()


def _states(paths: Iterable[Path]) -> Iterator[tuple[str, tuple[int, int]]]:
    """Yield each file's size and time of change; a folder's files stand for it."""
    for path in paths:
        for file in path.rglob("*") if path.is_dir() else (path,):
            if file.is_file():
                state = file.stat()
                yield str(file), (state.st_size, state.st_mtime_ns)


def written_by_people(docs: Path) -> Iterator[Path]:
    """Yield the files of the site's source that the generator does not write."""
    ours = generated_paths(docs) | {MANIFEST, ADDRESSES}
    for path in sorted(docs.rglob("*")):
        if path.is_file() and path.relative_to(docs).as_posix() not in ours:
            yield path
