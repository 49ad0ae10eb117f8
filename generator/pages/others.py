"""Which other plugins see each page? One that does gets all pages from MkDocs; the theme's search can be kept from it."""

from __future__ import annotations

from types import SimpleNamespace

from mkdocs.config.defaults import MkDocsConfig

from generator.pages.source import PageSource

SEARCH = "material/search"
_PAGE_EVENTS = ("page_markdown", "page_content", "page_context", "post_page")


def silence(config: MkDocsConfig, name: str) -> None:
    """Keep a plugin for the theme, which draws the search box for it, and take it out of the build."""
    plugin = config.plugins.get(name)
    for event in (*_PAGE_EVENTS, "post_build"):
        methods = config.plugins.events[event]
        methods[:] = [method for method in methods if getattr(method, "__self__", None) is not plugin]


def others_change_pages(config: MkDocsConfig) -> bool:
    """Tell whether some other plugin than the theme's search wants to see each page."""
    known = {id(plugin) for name, plugin in config.plugins.items() if name in {SEARCH, "search", "variorum"}}
    methods = (method for event in _PAGE_EVENTS for method in config.plugins.events[event])
    return any(id(getattr(method, "__self__", None)) not in known for method in methods)


def add_to_search(config: MkDocsConfig, source: PageSource, url: str) -> None:
    """Add a page to the theme's search index in the place of its former entries."""
    index = getattr(config.plugins.get(SEARCH), "search_index", None)
    if index is None or not hasattr(index, "add_entry_from_context"):
        return
    index.entries = [entry for entry in index.entries if entry["location"].split("#")[0] != url]
    page = SimpleNamespace(meta=source.meta, content=source.body, toc=[], url=url, title=source.title)
    index.add_entry_from_context(page)
