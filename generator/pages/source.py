"""What does a generated page's file say: its front matter, and the HTML block that every engine hands on?"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

import yaml

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_FENCE = "---\n"
_SEARCH_MARK = re.compile(r"data-search-\w+=\"[^\"]+\"")
"""What tells the theme's search to leave a part out; no reader needs it. Begins with a letter: found at once, where a
pattern that may begin with white space is tried at each character."""


@dataclass(frozen=True, slots=True)
class PageSource:
    """A generated page, taken apart."""

    meta: dict[str, Any] = field(default_factory=dict)
    body: str = ""

    @property
    def title(self) -> str:
        """Return the title, safe for HTML."""
        return str(self.meta.get("title", ""))

    @property
    def description(self) -> str:
        """Return the description, safe for an attribute, or nothing."""
        return str(self.meta.get("description", ""))

    @property
    def indexed(self) -> bool:
        """Tell whether search engines may list the page."""
        return "noindex" not in str(self.meta.get("robots", ""))


def page_source(text: str) -> PageSource:
    """Take a page apart that `render.page` made; a text without front matter is all body."""
    if not text.startswith(_FENCE):
        return PageSource({}, text)
    end = text.index(f"\n{_FENCE}", len(_FENCE))
    meta = yaml.load(text[len(_FENCE) : end], Loader=_LOADER)  # noqa: S506 (a safe loader)
    return PageSource(meta or {}, text[end + len(_FENCE) + 1 :].strip())


def without_search_marks(html: str) -> str:
    """Return HTML without the attributes that only the making of a search index reads."""
    kept, end = [], 0
    for mark in _SEARCH_MARK.finditer(html):
        start = mark.start()
        kept.append(html[end : start - 1 if start > end and html[start - 1].isspace() else start])
        end = mark.end()
    return "".join((*kept, html[end:]))
