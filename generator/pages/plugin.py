"""The MkDocs adapter: runs the generator before each build, and finishes the pages that it wrote.

With `frames.py` and `preview.py` the only part that knows MkDocs; every other engine reads the
Markdown that the generator writes.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, TypeVar

import jinja2
from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from generator.errors import VariorumError
from generator.memory import Memory
from generator.pages.cards import NAME as CARD
from generator.pages.cards import Cards, can_draw
from generator.pages.finding import FOLDER as INDEX
from generator.pages.finding import make_index
from generator.pages.frames import Frames
from generator.pages.others import SEARCH, add_to_search, others_change_pages, silence
from generator.pages.preview import Preview, written_by_people
from generator.pages.sitemap import sitemap
from generator.pages.source import page_source
from generator.pages.words.frame import speak
from generator.pages.write import Written, generated_paths
from generator.progress import Bar, progress_bar
from generator.running import run
from generator.scratch import writable
from generator.settings import SHARDS_VARIABLE, Settings, settings_from
from generator.store import write_if_changed
from generator.unchanged import Account

if TYPE_CHECKING:
    from generator.pages.sharding import ShardedSite

log = get_plugin_logger("variorum")
Replacing = TypeVar("Replacing", bound=File)

_LATE = -100
_ID = re.compile(r'\sid="([^"]+)"')
_MANY_ARTICLES = 300
"""From here on the theme's own search takes a reader seconds: lunr builds its index in the browser."""


class VariorumConfig(Config):
    """The plugin's options in mkdocs.yml: those of `Settings` that MkDocs has no name for."""

    seeds = config_options.Type(str, default="seeds")
    reviews = config_options.Type(str, default="reviews")
    cache = config_options.Type(str, default=".variorum")
    workers = config_options.Type(int, default=0)
    scheduler = config_options.Type(str, default="")
    rights = config_options.Choice(("full", "excerpts", "none"), default="full")
    noindex = config_options.Type(bool, default=False)
    cards = config_options.Type(bool, default=False)
    search = config_options.Choice(("auto", "material", "pagefind"), default="auto")
    shard_articles = config_options.Type(int, default=2000)


class _FinishedPage(File):
    """A generated page that needs no rendering: MkDocs copies it, and so asks for it here."""

    owner: VariorumPlugin

    def is_documentation_page(self) -> bool:
        """Keep MkDocs from reading and rendering it."""
        return False

    def copy_file(self, dirty: bool = False) -> None:  # noqa: ARG002, FBT001, FBT002 (MkDocs' signature)
        """Write the finished page into the site."""
        self.owner.finish(self, _write)


class _ShardsFile(File):
    """A file that a shard's build puts into the site: here it is known for the links that lead to it."""

    def is_documentation_page(self) -> bool:
        """Keep MkDocs from reading and rendering it."""
        return False

    def copy_file(self, dirty: bool = False) -> None:  # noqa: FBT001, FBT002 (MkDocs' signature)
        """Leave it to the shard."""


class VariorumPlugin(BasePlugin[VariorumConfig]):
    """Runs the generator before each build, and finishes its pages without rendering each."""

    def __init__(self) -> None:
        self.frames: Frames
        self.files: Files
        self._nav: Navigation
        self._settings: Settings
        self._engine = "material"
        self._articles = 0
        self._previews = False
        self._cards: Cards | None = None
        self._bar = Bar("finished")
        self._blocks: dict[str, str | None] = {}
        """HTML of each generated page that no other plugin changes, once MkDocs has read it."""
        self._sharded: ShardedSite | None = None
        self.part: frozenset[str] | None = None
        """Paths of the files of the shard that this build makes; None where it makes a site."""
        self.places: tuple[str, ...] = ()
        """Where the files of that shard stand below the site's folder."""
        self.indexed: dict[str, bool] = {}
        """Address of each page that was finished here or by a shard, and whether search engines may list it."""

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:  # noqa: ARG002
        """Keep this object for all builds of one run: the preview rests on what the first one made."""
        self._previews = command == "serve"

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Write the pages, so that MkDocs finds them when it lists its files."""
        self.indexed = {}
        self._cards = self._chosen_cards(config)
        config.extra["variorum_cards"] = self._cards is not None
        if self.part is None:
            self._settings = self._chosen(config)
            self._articles = self.generate()[0].articles
            self._engine = self._search_engine(config)
            self._sharded = self._cut(config)
        else:
            self._engine, self._sharded = "pagefind", None
        config.extra["variorum_search"] = self._engine
        speak(config, self._settings.language)
        if self._engine == "pagefind":
            silence(config, SEARCH)

    def _cut(self, config: MkDocsConfig) -> ShardedSite | None:
        """Build the shards of a site that has many articles, or whose owner wants it cut."""
        asked = os.environ.get(SHARDS_VARIABLE, "")
        most = int(asked) if asked.isdigit() else self._settings.shard_articles
        if self._previews or not most or (self._articles <= most and not asked):
            return None
        if self._engine != "pagefind" or not config.nav:
            message = "a site in shards needs Pagefind (pip install 'variorum[search]') and nav in mkdocs.yml"
            if asked:
                raise PluginError(f"{config.config_file_path}: {message}")
            log.info("%d articles are built as one site: %s", self._articles, message)
            return None
        from generator.pages.sharding import ShardedSite  # noqa: PLC0415 (only a site that is cut needs it)

        site = ShardedSite(config, writable(self._settings.cache), self._settings.workers)
        with progress_bar() as progress:
            site.build(generated_paths(Path(config.docs_dir)), most, progress)
        for shard in site.shards:
            self.indexed |= shard.indexed
            for warning in shard.warnings:
                log.warning("%s: %s", shard.name, warning)
        new = [shard.name for shard in site.shards if shard.is_new]
        log.info("%d shards, built now: %s", len(site.shards), ", ".join(new) or "none")
        return site

    def run(self, memory: Memory | None = None) -> tuple[Account, Written]:
        """Run the generator; what `memory` holds of the last run is not found anew.

        Raises:
            PluginError: the settings or a folder are wrong.
        """
        try:
            return run(self._settings, memory)
        except VariorumError as error:
            raise PluginError(str(error)) from error

    def generate(self, memory: Memory | None = None) -> tuple[Account, Written]:
        """Run the generator, and say what it made and what it could not."""
        account, written = self.run(memory)
        for remark in account.remarks:
            log.info(remark)
        for problem in account.problems:
            log.warning(problem)
        log.info(
            "%d articles, %d stories; %d files written",
            account.articles,
            account.stories,
            len(written.changed),
        )
        return account, written

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Put a page that needs no rendering in the place of each generated one outside the navigation."""
        self.files = files
        self._blocks = {}
        elsewhere = self._sharded.paths if self._sharded else frozenset[str]()
        for path in sorted(elsewhere):
            _replace(files, path, _ShardsFile)
        if self.part is not None:
            own = [file for file in files if file.src_uri in self.part]
            pictures = [_card_beside(file.dest_uri) for file in own if self._cards and _is_leaf(file.src_uri)]
            self.places = (*(file.dest_uri for file in own), *pictures)
            for file in [*files.media_files(), *files.static_pages()]:
                if file.src_uri not in self.part:
                    files.remove(file)
        if others_change_pages(config):
            if self.part is None:
                log.info("another plugin changes pages: each is rendered by itself, which takes longer")
            return files
        ours = generated_paths(Path(config.docs_dir)) if self.part is None else self.part
        self._blocks = dict.fromkeys(path for path in ours if path.endswith(".md"))
        for path in sorted(filter(_is_leaf, ours - elsewhere)):
            page = _replace(files, path, _FinishedPage)
            if page:
                page.owner = self
        return files

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:  # noqa: ARG002
        """Keep the navigation for the frames."""
        self._nav = nav
        return nav

    @event_priority(_LATE)
    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG002
        """Spare Markdown a generated page of the navigation: one HTML block, all of which it parses to hand it on."""
        if page.file.src_uri not in self._blocks:
            return markdown
        self._blocks[page.file.src_uri] = markdown.strip()
        return ""

    @event_priority(_LATE)
    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG002
        """Give that page its HTML, and MkDocs the anchors that links may lead to."""
        block = self._blocks.get(page.file.src_uri)
        if block is None:
            return html
        page.present_anchor_ids = set(_ID.findall(block))
        return block

    @event_priority(_LATE)
    def on_env(self, env: jinja2.Environment, *, config: MkDocsConfig, files: Files) -> jinja2.Environment:
        """Make ready to finish pages, which MkDocs asks for next."""
        self._config = config
        self.frames = Frames(env, config, files, self._nav)
        if self.part is None:
            self._bar.start(sum(isinstance(file, _FinishedPage) for file in files))
        return env

    def finish(self, file: File, write: Callable[[Path, bytes], object] = write_if_changed) -> None:
        """Write a generated page into the site, and hand it to the theme's search."""
        text = Path(file.abs_src_path or "").read_text(encoding="utf-8", errors="surrogatepass")
        source = page_source(text)
        html = self.frames.finish(source, file)
        write(Path(file.abs_dest_path), html.encode("utf-8", "xmlcharrefreplace"))
        self.indexed[file.url] = source.indexed
        self._bar.step()
        if self._cards:
            self._cards.place(source.title, source.description, Path(file.abs_dest_path))
        if self._engine == "material":
            add_to_search(self._config, source, file.url)

    @event_priority(_LATE)
    def on_page_context(self, context: Any, *, page: Page, config: MkDocsConfig, nav: Navigation) -> Any:  # noqa: ARG002
        """Draw the card of a page that MkDocs renders."""
        if self._cards and (self.part is None or page.file.src_uri in self.part):
            title = config.site_name if page.is_homepage else str(page.title or "")
            note = str(page.meta.get("description") or config.site_description or "")
            self._cards.place(title, note, Path(page.file.abs_dest_path))
        return context

    def _chosen_cards(self, config: MkDocsConfig) -> Cards | None:
        """Return what draws cards; those who show them need whole addresses, and each its own folder.

        Raises:
            PluginError: they are asked for and can't be drawn.
        """
        if not self.config.cards or self._previews:
            return None
        if not can_draw():
            raise PluginError(f"{config.config_file_path}: cards: true needs variorum[cards] installed")
        if not config.site_url or not config.use_directory_urls:
            log.info("no cards are drawn: they need site_url and use_directory_urls in mkdocs.yml")
            return None
        cache = Path(config.config_file_path).parent / self.config.cache if self.config.cache else None
        return Cards(config.site_name, cache)

    @event_priority(_LATE)
    def on_post_template(self, output_content: str, *, template_name: str, config: MkDocsConfig) -> str:
        """List the finished pages in the sitemap too, and no dates, which would be the build's own."""
        if template_name != "sitemap.xml" or not config.site_url:
            return output_content
        return sitemap(output_content, config.site_url, self.indexed)

    @event_priority(_LATE)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Make the search index, and put the shards in their places."""
        self._bar.end()
        if self.part is None:
            self.complete_search(Path(config.site_dir))
            if self._cards and not self._sharded:
                self._cards.forget()
            return
        for file in self.files:
            # rendered by MkDocs, since another plugin changes pages
            if file.src_uri in self.part and file.page is not None and file.page.is_page:
                self.indexed[file.url] = "noindex" not in str(file.page.meta.get("robots", ""))

    def complete_search(self, site: Path) -> None:
        """Write the search index of the site as it stands now; each shard has its own, and the top site the speakers'."""
        if self._engine != "pagefind":
            return
        data, cache = Path(self._settings.out) / "data", writable(self._settings.cache)
        folder = "speakers" if self._sharded else ""
        make_index(data, site, cache, folder, say=log.info, language=self._settings.language or "en")
        names = [shard.name for shard in self._sharded.shards if shard.index] if self._sharded else []
        write_if_changed(site / INDEX / "shards.json", f"{json.dumps(names)}\n".encode())
        if self._sharded:
            self._sharded.place(site, site / INDEX)

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Any) -> LiveReloadServer:
        """Watch seeds, reviews and the pages that people write, but nothing that the generator writes."""
        server.unwatch(config.docs_dir)
        for folder in (self._settings.seeds, self._settings.reviews):
            if folder.is_dir():
                server.watch(str(folder))
        people = list(written_by_people(Path(config.docs_dir)))
        for path in people:
            server.watch(str(path))
        theme = [config.theme.custom_dir] if config.theme.custom_dir else []
        preview = Preview(self, config, builder, [Path(config.config_file_path), *people, *map(Path, theme)])
        server.builder = preview.build
        return server

    def _chosen(self, config: MkDocsConfig) -> Settings:
        """Return the settings, their folders resolved against the configuration's own."""
        source = Path(config.config_file_path)
        options: dict[str, Any] = {
            **self.config,
            "out": config.docs_dir,
            "site_url": config.site_url,
            "site_name": config.site_name,
            "repo_url": config.repo_url,
            "language": config.theme.get("language", "en"),
        }
        for name in ("seeds", "reviews", "cache"):
            if options[name]:
                options[name] = str(source.parent / options[name])
        try:
            return settings_from(options, source=source)
        except VariorumError as error:
            raise PluginError(str(error)) from error

    def _search_engine(self, config: MkDocsConfig) -> str:
        """Return the engine behind the search box: the chosen one, or one that fits the number of articles."""
        chosen, there = self._settings.search, find_spec("pagefind") is not None
        if chosen == "pagefind" and not there:
            message = (
                "search: pagefind is not installed; install variorum[search], or choose search: material"
            )
            raise PluginError(f"{config.config_file_path}: {message}")
        if chosen == "auto" and self._articles > _MANY_ARTICLES and not there:
            log.warning(
                "%d articles are many for the theme's search; install variorum[search]", self._articles
            )
        many = self._articles > _MANY_ARTICLES and there
        return "pagefind" if chosen == "pagefind" or (chosen == "auto" and many) else "material"


def _write(path: Path, content: bytes) -> None:
    """Write a file of a site that is built from nothing, as MkDocs does: nobody reads it yet."""
    try:
        path.write_bytes(content)
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def _is_leaf(path: str) -> bool:
    """Tell whether a generated page stands outside the navigation: lists and home stand in it."""
    return path.endswith(".md") and not path.endswith("index.md")


def _card_beside(place: str) -> str:
    return f"{place.rpartition('/')[0]}/{CARD}"


def _replace(files: Files, path: str, kind: type[Replacing]) -> Replacing | None:
    """Put a file of another kind in the place of one that MkDocs knows."""
    known = files.get_file_from_path(path)
    if known is None:
        return None
    other = kind(path, known.src_dir, known.dest_dir, True, dest_uri=known.dest_uri)
    files.remove(known)
    files.append(other)
    return other
