"""What every page has: an address, a template, a title."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from functools import cache
from typing import Any, ClassVar

from markupsafe import Markup

from generator.model import Page
from generator.pages import links, render
from generator.pages.stands import StandView


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """What one page says; subclasses add what their template prints."""

    TEMPLATE: ClassVar[str]
    ROW: ClassVar[str] = ""
    """Template of a row, where the page is a list of many."""
    SEARCH: ClassVar[dict[str, object]] = {"exclude": True}
    """Front matter for the search: only articles' texts and speakers' names are found by it."""

    path: str
    """Of the page, POSIX, below the site's source folder."""
    title: str
    description: str = ""
    stand: StandView | None = None
    """The commit that the page stands at, where one is known."""
    structured: str = ""
    """JSON-LD of the page, or nothing."""
    noindex: bool = False
    """Whether search engines are asked to leave the page out."""
    tags: tuple[str, ...] = ()
    """Names that the search's hits show beside the title, and by which the page is found first."""

    def to(self, there: str, anchor: str = "") -> Markup:
        """Return the relative address of another page."""
        return links.link(self.path, there, anchor)


@cache
def _names_of(kind: Any) -> tuple[str, ...]:
    return tuple(item.name for item in dataclasses.fields(kind))


def page_of(view: View, language: str = "en", **more: object) -> Page:
    """Return the page that says what a view holds, the interface's words in a language.

    Args:
        view: of the page.
        language: of the interface's words.
        more: what its template asks for besides.
    """
    kind: Any = type(view)
    names = {name: getattr(view, name) for name in _names_of(kind)}
    front: dict[str, object] = {"title": view.title, "hide": ["navigation", "toc"]}
    if view.SEARCH:
        front["search"] = view.SEARCH
    if tags := [tag for name in view.tags if (tag := render.tag_text(name))]:
        front["tags"] = tags
    if view.description:
        front["description"] = view.description
    if view.noindex:
        front["robots"] = "noindex"
    return render.page(
        view.path, view.TEMPLATE, {**names, "to": view.to, **more}, front=front, language=language
    )
