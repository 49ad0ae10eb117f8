"""How is a big site built in parts? Each shard by an MkDocs of its own, which no other shard waits for.

A shard's MkDocs sees the shard's pages and those of the navigation, whose titles every page shows. What
it made is kept under the hash of all that it was made from, so the next run builds the shards that
changed; the top site (lists, home, speakers, outlets, claims, what people write) is built around them.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import logging
import os
import shutil
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import distributions
from pathlib import Path
from typing import Any

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError
from mkdocs.utils.yaml import yaml_load

from generator.executors import PoolExecutor
from generator.pages.finding import NEEDED, kept_index
from generator.progress import Progress
from generator.shards import Member, Shard, Tale, shards_of
from generator.store import code_key, key_of

FOLDER = "shards"
"""Of the cache."""
_INDEXED = "indexed.json"
_FENCE = "\n---\n"


@dataclass(frozen=True, slots=True)
class Task:
    """A shard to build, as its worker is told of it."""

    name: str
    config: str
    """Path of mkdocs.yml."""
    use_directory_urls: bool
    docs: Path
    """The whole site's source."""
    paths: tuple[str, ...]
    """Of the shard's files below it."""
    hubs: Mapping[str, Path]
    """Files of the pages in the navigation by their paths."""
    rows: Path
    """Folder with the shard's rows of the data files."""
    kept: Path
    """Where the results of this shard are kept."""
    work: Path
    """Where it may work; on the file system of `kept`."""
    language: str
    """Of the site."""
    frame: str
    """Key of everything that every page of the site depends on."""


@dataclass(frozen=True, slots=True)
class Built:
    """A shard as it was built, now or earlier."""

    name: str
    paths: tuple[str, ...]
    site: Path
    """Folder with its part of the site."""
    index: Path | None
    """Folder with its search index, if Pagefind made one."""
    indexed: Mapping[str, bool]
    """Address of each page, and whether search engines may list it."""
    is_new: bool
    warnings: tuple[str, ...]


class ShardedSite:
    """The shards of one build; what is kept of them outlives it where there is a cache."""

    def __init__(self, config: MkDocsConfig, cache: Path | None, workers: int) -> None:
        self._config = config
        # the prefix is that of a run's scratch: what a killed run leaves, the next one removes
        self._work = tempfile.TemporaryDirectory(dir=cache, prefix=f"work-{os.getpid()}-")
        self._kept = (cache or Path(self._work.name)).absolute() / FOLDER
        self._workers = workers or os.cpu_count() or 1
        self.shards: tuple[Built, ...] = ()

    def build(self, ours: Iterable[str], most: int, progress: Progress) -> None:
        """Build the shards that changed.

        Args:
            ours: paths of the files that the generator made.
            most: articles of a shard.
            progress: gets how many are done.
        """
        docs, work = Path(self._config.docs_dir), Path(self._work.name).absolute()
        shards = shards_of(_tales(docs / "data"), most)
        _split_rows(docs / "data", shards, work)
        hubs = _hubs(self._config, docs, work / "hubs", frozenset(ours := frozenset(ours)))
        frame = _frame_key(self._config, hubs)
        tasks = [
            Task(
                shard.name,
                str(Path(self._config.config_file_path).absolute()),
                self._config.use_directory_urls,
                docs,
                tuple(sorted(ours.intersection(shard.paths()))),
                hubs,
                _rows_folder(work, shard.name),
                self._kept / shard.name,
                work / "built" / shard.name,
                _language(self._config),
                frame,
            )
            for shard in shards
        ]
        done = []
        with PoolExecutor(min(self._workers, len(tasks) or 1)) as pool:
            for built in pool.map(build_shard, tasks):
                done.append(built)
                progress("shards", len(done), len(tasks))
        self.shards = tuple(done)

    @property
    def paths(self) -> frozenset[str]:
        """Return the paths below the site's source of all files that shards hold."""
        return frozenset(path for shard in self.shards for path in shard.paths)

    def place(self, site: Path, pagefind: Path) -> None:
        """Put the shards' pages and search indexes into the site, and forget what none of them is made of now."""
        for shard in self.shards:
            _copy(shard.site, site)
            if shard.index:
                _copy(shard.index, pagefind / shard.name)
        used = {folder for shard in self.shards for folder in (shard.site.parent, shard.index)}
        above = {parent for folder in used if folder for parent in folder.parents}
        for pattern in ("*", "*/*", "*/*/*"):
            for folder in self._kept.glob(pattern):
                if folder not in used and folder not in above:
                    shutil.rmtree(folder, ignore_errors=True)
        self._work.cleanup()


def _language(config: MkDocsConfig) -> str:
    return str(config.theme.get("language") or "en")


def _copy(source: Path, place: Path) -> None:
    """Copy a folder into another; links would hand an edit of the site on to what is kept."""
    shutil.copytree(source, place, dirs_exist_ok=True, copy_function=shutil.copyfile)


def _tales(data: Path) -> Iterator[Tale]:
    """Yield the stories as the published data files tell them."""
    articles = {
        row["id"]: Member(row["id"], row["published"], row["sha256"])
        for row in _rows(data / "articles.jsonl")
    }
    for row in _rows(data / "stories.jsonl"):
        yield Tale(row["id"], tuple(articles[id_] for id_ in row["articles"]))


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _rows_folder(work: Path, name: str) -> Path:
    return work / "rows" / name


def _split_rows(data: Path, shards: Sequence[Shard], work: Path) -> None:
    """Write the rows of the data files that each shard's search index is made of.

    Only one file is open at a time: a site may have more shards than a process may have open files.
    """
    owner = {article: shard.name for shard in shards for article in shard.articles}
    for shard in shards:
        folder = _rows_folder(work, shard.name)
        folder.mkdir(parents=True, exist_ok=True)
        for name in NEEDED:
            (folder / f"{name}.jsonl").touch()
    for name in NEEDED:
        held: dict[str, list[str]] = defaultdict(list)
        size = 0
        with (data / f"{name}.jsonl").open(encoding="utf-8") as lines:
            for line in lines:
                for shard_name in {owner[id_] for id_ in _articles_of(json.loads(line)) if id_ in owner}:
                    held[shard_name].append(line)
                    size += len(line)
                if size > _HELD:
                    _append_rows(held, name, work)
                    size = 0
        _append_rows(held, name, work)


_HELD = 1 << 24
"""Characters of rows that are held before they are written."""


def _append_rows(held: dict[str, list[str]], name: str, work: Path) -> None:
    """Write the rows that are held of a data file to each shard's, and let go of them."""
    for shard_name, rows in held.items():
        with (_rows_folder(work, shard_name) / f"{name}.jsonl").open("a", encoding="utf-8") as file:
            file.writelines(rows)
    held.clear()


def _articles_of(row: Mapping[str, Any]) -> Iterable[str]:
    """Return the articles that a row of articles, quotes or claims is about."""
    if "evidence" in row:
        return [item["article"] for item in row["evidence"]]
    return [row.get("article", row["id"])]


def _hubs(config: MkDocsConfig, docs: Path, folder: Path, ours: frozenset[str]) -> dict[str, Path]:
    """Return the files of the pages in the navigation; of a generated one the front matter, which has its title."""
    hubs: dict[str, Path] = {}
    for path in sorted(set(_leaves(config.nav))):
        source = docs / path
        if not source.is_file():
            continue
        hubs[path] = folder / path
        hubs[path].parent.mkdir(parents=True, exist_ok=True)
        text = source.read_text(encoding="utf-8", errors="surrogatepass")
        if path in ours and _FENCE in text:
            text = text[: text.index(_FENCE) + len(_FENCE)]
        hubs[path].write_text(text, encoding="utf-8", errors="surrogatepass")
    return hubs


def _leaves(nav: object) -> Iterator[str]:
    """Yield the paths of Markdown files that a navigation names."""
    if isinstance(nav, str):
        if nav.endswith(".md"):
            yield nav
    elif isinstance(nav, Mapping):
        for value in nav.values():
            yield from _leaves(value)
    elif isinstance(nav, Iterable):
        for value in nav:
            yield from _leaves(value)


def _frame_key(config: MkDocsConfig, hubs: Mapping[str, Path]) -> str:
    """Return the key of all that any page depends on beside its own source."""
    source = Path(config.config_file_path)
    with source.open("rb") as file:
        chosen = json.dumps(yaml_load(file), sort_keys=True, default=_named)
    installed = sorted({f"{each.metadata['Name']} {each.version}" for each in distributions()})
    theme = Path(config.theme.custom_dir) if config.theme.custom_dir else None
    files = [path for path in sorted(theme.rglob("*")) if path.is_file()] if theme else []
    files += [source.parent / hook for hook in sorted(config.hooks)]
    said = [f"{path.name} {hashlib.sha256(path.read_bytes()).hexdigest()}" for path in files]
    titles = [f"{name} {path.read_text(encoding='utf-8')}" for name, path in sorted(hubs.items())]
    urls = str(config.use_directory_urls)
    return key_of("frame", code_key(), chosen, urls, str(config.site_url), *installed, *said, *titles)


def _named(value: object) -> str:
    """Return the name of what a tag in mkdocs.yml stands for: a function, a class, a path."""
    return f"{getattr(value, '__module__', '')}.{getattr(value, '__qualname__', value)}"


def build_shard(task: Task) -> Built:
    """Build a shard, unless it is kept.

    Raises:
        PluginError: MkDocs can't build it.
    """
    digests = [f"{path} {_digest(task.docs / path)}" for path in task.paths]
    kept = task.kept / "pages" / key_of("shard", task.frame, *digests)[:32]
    warnings: list[str] = []
    is_new = not kept.is_dir()
    if is_new:
        _build_pages(task, kept, warnings)
    index = kept_index(task.rows, task.kept, "articles", say=warnings.append, language=task.language)
    indexed = json.loads((kept / _INDEXED).read_text(encoding="utf-8"))
    return Built(task.name, task.paths, kept / "site", index, indexed, is_new, tuple(warnings))


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _build_pages(task: Task, kept: Path, warnings: list[str]) -> None:
    """Have MkDocs build the shard's pages, and keep those."""
    docs, whole, part = task.work / "docs", task.work / "whole", task.work / "part"
    for path in task.paths:
        _lay(task.docs / path, docs / path)
    for path, file in task.hubs.items():
        _lay(file, docs / path)
    plugin = _mkdocs(task, docs, whole, warnings)
    (part / "site").mkdir(parents=True, exist_ok=True)
    for place in plugin.places:
        (part / "site" / place).parent.mkdir(parents=True, exist_ok=True)
        (whole / place).rename(part / "site" / place)
    (part / _INDEXED).write_text(json.dumps(plugin.indexed, sort_keys=True), encoding="utf-8")
    kept.parent.mkdir(parents=True, exist_ok=True)
    try:
        part.rename(kept)
    except OSError:
        # another process kept the same
        if not kept.is_dir():
            raise
    shutil.rmtree(task.work, ignore_errors=True)


def _mkdocs(task: Task, docs: Path, site: Path, warnings: list[str]) -> Any:
    """Build a shard's site; returns our plugin in it, which knows what it finished."""
    with _heard(warnings):
        try:
            config = load_config(
                task.config,
                docs_dir=str(docs),
                site_dir=str(site),
                use_directory_urls=task.use_directory_urls,
                strict=False,
            )
            for links in (config.validation.links, config.validation.nav):
                # pages of the navigation stand here for their titles alone
                links.load_dict(dict.fromkeys(links.keys(), logging.DEBUG))
            plugin: Any = config.plugins["variorum"]
            plugin.part = frozenset(task.paths)
            config.plugins.on_startup(command="build", dirty=False)
            build(config)
            config.plugins.on_shutdown()
        except Abort as error:
            # it has told its log why, which is ours here
            raise PluginError(f"shard {task.name}: {'; '.join([*warnings, str(error)])}") from error
    return plugin


def _lay(source: Path, place: Path) -> None:
    """Make a file stand at a second place: by a link where the file system can, which nobody writes through."""
    place.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(source, place)
    except OSError:
        shutil.copyfile(source, place)


@contextlib.contextmanager
def _heard(warnings: list[str]) -> Iterator[None]:
    """Collect what MkDocs warns of, for the process that the user listens to."""
    log = logging.getLogger("mkdocs")
    before = log.handlers[:], log.propagate
    log.handlers[:], log.propagate = [_Listener(warnings)], False
    try:
        yield
    finally:
        log.handlers[:], log.propagate = before


class _Listener(logging.Handler):
    """Keeps warnings."""

    def __init__(self, warnings: list[str]) -> None:
        super().__init__(logging.WARNING)
        self._warnings = warnings

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one."""
        self._warnings.append(record.getMessage())
