"""The MkDocs adapter: runs the generator before each build and watches what it reads.

The only file that knows MkDocs; every other engine reads the Markdown that the generator writes.

A generated page is finished once: its HTML is kept under the hash of its Markdown and of everything
else that goes into it (configuration, theme, hand-written pages, versions), and a later build copies it.
"""

from __future__ import annotations

import json
import re
import zlib
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path
from typing import Any

from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from generator.addresses import FILE as ADDRESSES
from generator.errors import VariorumError
from generator.pages.write import MANIFEST, generated_paths
from generator.pipeline import build
from generator.progress import progress_bar
from generator.settings import settings_from
from generator.store import Store, code_key, key_of, write_if_changed

log = get_plugin_logger("variorum")

_SEARCH_INDEX = "search/search_index.json"
_LOCATION = re.compile(r"<loc>([^<]*)</loc>")
_LATE = -100


class VariorumConfig(Config):
    """The plugin's options in mkdocs.yml: those of `Settings` that MkDocs has no name for."""

    seeds = config_options.Type(str, default="seeds")
    reviews = config_options.Type(str, default="reviews")
    cache = config_options.Type(str, default=".variorum")
    workers = config_options.Type(int, default=0)
    scheduler = config_options.Type(str, default="")
    rights = config_options.Choice(("full", "excerpts", "none"), default="full")
    noindex = config_options.Type(bool, default=False)


class _FinishedPage(File):
    """A page whose HTML an earlier build made from the same sources: MkDocs copies it as it is."""

    html: bytes = b""

    def is_documentation_page(self) -> bool:
        """Keep MkDocs from reading and rendering it again."""
        return False

    def copy_file(self, dirty: bool = False) -> None:  # noqa: ARG002, FBT001, FBT002 (MkDocs' signature)
        """Write the finished page into the site."""
        write_if_changed(Path(self.abs_dest_path), self.html)


class VariorumPlugin(BasePlugin[VariorumConfig]):
    """Runs the generator before each build, and finishes only the pages that changed."""

    def __init__(self) -> None:
        self._pages: Store = Store(None)
        self._keys: dict[str, str] = {}
        """Key of the finished page by source path, of every generated page of this build."""
        self._fresh: dict[str, dict[str, Any]] = {}
        """What this build finished: `html` and `search` entries by source path."""
        self._found: dict[str, dict[str, Any]] = {}
        """What earlier builds finished."""

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Write the pages, so that MkDocs finds them when it lists its files."""
        try:
            settings = settings_from(self._options(config), source=Path(config.config_file_path))
            with progress_bar() as progress:
                outcome = build(settings, progress=progress)
        except VariorumError as error:
            raise PluginError(str(error)) from error
        for remark in outcome.remarks:
            log.info(remark)
        for problem in outcome.problems:
            log.warning(str(problem))
        log.info(
            "%d articles, %d stories; %d files written",
            outcome.articles,
            outcome.stories,
            len(outcome.written.changed),
        )

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Put the finished page in the place of each that would come out the same."""
        cache = self._options(config)["cache"]
        self._pages = Store(Path(cache) if cache else None, log.info, name="pages")
        site = _site_key(config)
        docs = Path(config.docs_dir)
        generated = sorted(path for path in generated_paths(docs) if _is_leaf(path))
        self._keys = {path: key_of(site, path, (docs / path).read_bytes()) for path in generated}
        kept = self._pages.get(self._keys.values())
        self._fresh = {}
        self._found = {path: _unpacked(kept[key]) for path, key in self._keys.items() if key in kept}
        for path, page in self._found.items():
            _replace(files, path, page["html"].encode())
        return files

    @event_priority(_LATE)
    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:  # noqa: ARG002
        """Keep the page that was just finished."""
        if page.file.src_uri in self._keys:
            self._fresh[page.file.src_uri] = {"html": output, "url": page.url, "search": []}
        return output

    @event_priority(_LATE)
    def on_post_template(self, output_content: str, *, template_name: str, config: MkDocsConfig) -> str:
        """List the finished pages in the sitemap too, and no dates, which would be the build's own."""
        if template_name != "sitemap.xml" or not config.site_url:
            return output_content
        base = config.site_url.rstrip("/")
        listed = set(_LOCATION.findall(output_content))
        listed.update(f"{base}/{page['url']}" for page in self._found.values())
        rows = "".join(
            f"    <url>\n         <loc>{location}</loc>\n    </url>\n" for location in sorted(listed)
        )
        head, tail = output_content.split("<url>", 1)[0].rstrip(), "</urlset>"
        return f"{head}\n{rows}{tail}\n"

    @event_priority(_LATE)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Put the finished pages into the search index, and keep what this build finished."""
        self._complete_search(Path(config.site_dir) / _SEARCH_INDEX)
        self._pages.put({self._keys[path]: _packed(page) for path, page in self._fresh.items()})
        self._pages.keep_only(self._keys.values())
        self._pages.close()

    def _complete_search(self, path: Path) -> None:
        if not path.exists():
            return
        index = json.loads(path.read_text(encoding="utf-8"))
        by_page: dict[str, list[dict[str, Any]]] = {}
        for entry in index["docs"]:
            by_page.setdefault(entry["location"].split("#")[0], []).append(entry)
        for page in self._fresh.values():
            page["search"] = by_page.get(page["url"], [])
        for page in self._found.values():
            by_page[page["url"]] = page["search"]
        index["docs"] = [entry for url in sorted(by_page) for entry in by_page[url]]
        text = json.dumps(index, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
        write_if_changed(path, text.encode("utf-8", "surrogatepass"))

    def on_serve(
        self,
        server: LiveReloadServer,
        *,
        config: MkDocsConfig,
        builder: Any,  # noqa: ARG002
    ) -> LiveReloadServer:
        """Watch seeds, reviews and the pages that people write, but nothing that the generator writes."""
        options = self._options(config)
        server.unwatch(config.docs_dir)
        for name in ("seeds", "reviews"):
            if Path(options[name]).is_dir():
                server.watch(options[name])
        for path in _written_by_people(Path(config.docs_dir)):
            server.watch(str(path))
        return server

    def _options(self, config: MkDocsConfig) -> dict[str, Any]:
        """Return the options with their folders resolved against the configuration's own."""
        base = Path(config.config_file_path).parent
        options: dict[str, Any] = {
            **self.config,
            "out": config.docs_dir,
            "site_url": config.site_url,
            "site_name": config.site_name,
            "repo_url": config.repo_url,
        }
        for name in ("seeds", "reviews", "cache"):
            if options[name]:
                options[name] = str(base / options[name])
        return options


def _is_leaf(path: str) -> bool:
    """Tell whether a generated page may be copied: pages in the navigation are always made anew."""
    return path.endswith(".md") and "/" in path and not path.endswith("index.md")


def _written_by_people(docs: Path) -> Iterator[Path]:
    """Yield the files of the site's source that the generator does not write."""
    ours = generated_paths(docs) | {MANIFEST, ADDRESSES}
    for path in sorted(docs.rglob("*")):
        if path.is_file() and path.relative_to(docs).as_posix() not in ours:
            yield path


def _site_key(config: MkDocsConfig) -> str:
    """Return the key of what goes into every page besides its own Markdown."""
    parts = [version("mkdocs"), version("mkdocs-material"), code_key("pages"), config.site_url or ""]
    written = list(_written_by_people(Path(config.docs_dir)))
    if config.theme.custom_dir:
        written += sorted(path for path in Path(config.theme.custom_dir).rglob("*") if path.is_file())
    return key_of(*parts, *(path.read_bytes() for path in (Path(config.config_file_path), *written)))


def _replace(files: Files, path: str, html: bytes) -> None:
    known = files.get_file_from_path(path)
    if known is None:
        return
    finished = _FinishedPage(
        path, known.src_dir, known.dest_dir, known.use_directory_urls, dest_uri=known.dest_uri
    )
    finished.html = html
    files.remove(known)
    files.append(finished)


def _packed(page: dict[str, Any]) -> bytes:
    return zlib.compress(json.dumps(page, ensure_ascii=False).encode("utf-8", "surrogatepass"), 1)


def _unpacked(kept: bytes) -> dict[str, Any]:
    page: dict[str, Any] = json.loads(zlib.decompress(kept).decode("utf-8", "surrogatepass"))
    return page
