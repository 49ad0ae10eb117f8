"""How is a generated page finished without rendering the theme once more?

The pages of a folder differ in title, description, address and content alone. The theme is rendered
once for each kind of page with marks in these places; each page then fills the marks. Rendering
took MkDocs some 20 ms a page, filling takes a tenth of one.
"""

from __future__ import annotations

import posixpath
import re
from typing import Any

import jinja2
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc

from generator.pages.source import PageSource, without_search_marks

# Letters alone: no filter of a template encodes or splits them.
_TITLE, _DESCRIPTION, _CONTENT, _NAME = "vzqtitle", "vzqdescription", "vzqcontent", "vzqname"
# The theme prints the title above a content that has no heading of its own.
_HEADED = "<!--<h1-->"
_MARKS = re.compile(f"({_TITLE}|{_DESCRIPTION}|{_CONTENT}|{_NAME})")


class Frames:
    """The theme's frame around each kind of generated page, rendered when it is first needed."""

    def __init__(self, env: jinja2.Environment, config: MkDocsConfig, files: Files, nav: Navigation) -> None:
        self._env, self._config, self._nav = env, config, nav
        self._documents = files.documentation_pages()
        self._made: dict[tuple[object, ...], list[str]] = {}

    def finish(self, source: PageSource, file: File) -> str:
        """Return a page as the theme would have rendered it.

        Args:
            source: the page, taken apart.
            file: its place in the site; where the navigation names the page, `file.page` is that page.
        """
        values = {
            _TITLE: source.title,
            _DESCRIPTION: source.description,
            _CONTENT: without_search_marks(source.body),
            _NAME: _name(file.url),
        }
        return "".join(values.get(part, part) for part in self._frame(source, file))

    def _frame(self, source: PageSource, file: File) -> list[str]:
        hub = file.page if isinstance(file.page, Page) else None
        folder = posixpath.dirname(file.src_uri)
        fixed = tuple(
            sorted((name, repr(value)) for name, value in source.meta.items() if name not in _FILLED)
        )
        key = (folder, file.src_uri if hub else "", bool(source.description), "<h1" in source.body, fixed)
        if key not in self._made:
            self._made[key] = _MARKS.split(self._rendered(source, file, hub, folder))
        return self._made[key]

    def _rendered(self, source: PageSource, file: File, hub: Page | None, folder: str) -> str:
        page = hub or Page(
            _TITLE,
            File(posixpath.join(folder, f"{_NAME}.md"), file.src_dir or "", file.dest_dir, True),
            self._config,
        )
        meta: dict[str, Any] = {**source.meta, "title": _TITLE}
        if source.description:
            meta["description"] = _DESCRIPTION
        before = page.meta, page.content, page.toc
        page.meta, page.toc = meta, get_toc([])
        page.content = _HEADED + _CONTENT if "<h1" in source.body else _CONTENT
        section = hub or self._section(folder)
        try:
            if section is not None:
                section.active = True
            context = get_context(self._nav, self._documents, self._config, page)
            return self._env.get_template("main.html").render(context).replace(_HEADED, "")
        finally:
            if section is not None:
                section.active = False
            page.meta, page.content, page.toc = before

    def _section(self, folder: str) -> Page | None:
        """Return the page of the navigation under which a folder's pages are found."""
        wanted = posixpath.join(folder, "index.md")
        return next((page for page in self._nav.pages if page.file.src_uri == wanted), None)


_FILLED = frozenset(("title", "description", "search", "tags"))


def _name(url: str) -> str:
    """Return the last part of a page's address, as links write it."""
    return posixpath.basename(url.rstrip("/"))
