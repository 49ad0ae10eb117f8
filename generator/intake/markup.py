"""What does a web page's markup state about its article: JSON-LD, meta tags, time tags, headings?"""

from __future__ import annotations

import html as entities
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from lxml import html

from generator.intake.decode import without_controls
from generator.intake.limits import MAX_VALUE_CHARACTERS

_ARTICLE_TYPE = re.compile(r"(?:article|posting|report|review|recipe|webpage|howto|liveblog)$", re.IGNORECASE)
_LD_LIMIT = 512 * 1024
"""Characters of one JSON-LD script: longer ones hold a site's catalogue."""


@dataclass(frozen=True, slots=True)
class Markup:
    """A page's statements, gathered once."""

    metas: Mapping[str, str]
    """First content by lower-case name or property."""
    articles: tuple[Mapping[str, Any], ...]
    """JSON-LD objects that are articles, most specific first."""
    named: Mapping[str, str]
    """Names of the other JSON-LD objects by their `@id`."""
    publishers: tuple[str, ...]
    headings: tuple[str, ...]
    """Texts of the h1 tags."""
    title: str
    times: tuple[str, ...]
    """`datetime` of tags that are marked as the publication's."""
    authors: tuple[str, ...]
    """Names in tags that are marked as the author's."""
    url: str
    language: str


def markup_of(tree: html.HtmlElement) -> Markup:
    """Gather what a page states in its markup."""
    metas: dict[str, str] = {}
    for node in tree.iter("meta"):
        name = (node.get("property") or node.get("name") or node.get("itemprop") or "").lower()
        content = _unescaped(node.get("content") or "")
        if name and content:
            metas.setdefault(name, content)
    objects = tuple(_linked_data(tree))
    articles = tuple(entry for entry in objects if _is_article(entry))
    named = {
        str(entry["@id"]): name_of(entry.get("name"))
        for entry in objects
        if "@id" in entry and "name" in entry
    }
    publishers = tuple(filter(None, (name_of(resolved(entry.get("publisher"), named)) for entry in articles)))
    title = next((_text(node) for node in tree.iter("title")), "")
    canonical = next(
        (node.get("href") or "" for node in tree.iter("link") if node.get("rel") == "canonical"), ""
    )
    return Markup(
        metas,
        tuple(sorted(articles, key=lambda entry: "headline" not in entry)),
        named,
        publishers,
        tuple(filter(None, (_text(node) for node in tree.iter("h1")))),
        title,
        tuple(_times(tree)),
        tuple(_marked_authors(tree)),
        next((url for url in (canonical, metas.get("og:url", "")) if url.startswith("http")), ""),
        (tree.get("lang") or "")[:2].lower(),
    )


def _one_line(text: str) -> str:
    return " ".join(without_controls(text).split())[:MAX_VALUE_CHARACTERS]


def _unescaped(text: str) -> str:
    """Flatten a value whose entities no parser has read: JSON-LD's, and attributes escaped twice."""
    return _one_line(entities.unescape(text) if "&" in text else text)


def _text(node: html.HtmlElement) -> str:
    return _one_line(node.text_content())


def _linked_data(tree: html.HtmlElement) -> Iterator[Mapping[str, Any]]:
    """Yield the objects of all JSON-LD scripts, the graph's members among them."""
    for node in tree.iter("script"):
        source = node.text or ""
        if "ld+json" not in (node.get("type") or "") or len(source) > _LD_LIMIT:
            continue
        try:
            loaded = json.loads(source.strip().rstrip(";"), strict=False)
        except (ValueError, RecursionError):
            continue
        stack = [loaded]
        while stack:
            entry = stack.pop(0)
            if isinstance(entry, list):
                stack[:0] = entry
            elif isinstance(entry, dict):
                yield entry
                stack += [entry[key] for key in ("@graph", "mainEntity", "mainEntityOfPage") if key in entry]


def _is_article(entry: Mapping[str, Any]) -> bool:
    kinds = entry.get("@type")
    listed = kinds if isinstance(kinds, list) else [kinds]
    return any(isinstance(kind, str) and _ARTICLE_TYPE.search(kind) for kind in listed)


def resolved(entry: Any, named: Mapping[str, str]) -> Any:
    """Put the name of the object that a reference points to in its place."""
    if isinstance(entry, list):
        return [resolved(item, named) for item in entry]
    if isinstance(entry, dict) and not entry.get("name"):
        return named.get(str(entry.get("@id")), "")
    return entry


def name_of(entry: Any) -> str:
    """Return the name of a person or body in any of the forms that JSON-LD has."""
    if isinstance(entry, list):
        return "; ".join(filter(None, map(name_of, entry)))
    if isinstance(entry, dict):
        return name_of(entry.get("name") or "")
    return _unescaped(entry) if isinstance(entry, str) else ""


def _times(tree: html.HtmlElement) -> Iterator[str]:
    for node in tree.iter("time", "span", "meta", "abbr", "p", "div"):
        marked = f"{node.get('itemprop') or ''} {node.get('pubdate') or ''} {node.get('class') or ''}".lower()
        stamp = node.get("datetime") or (node.get("content") if node.tag != "meta" else None) or ""
        if stamp and (
            "datepublished" in marked or "entry-date published" in marked or node.get("pubdate") is not None
        ):
            yield stamp


def _marked_authors(tree: html.HtmlElement) -> Iterator[str]:
    for node in tree.iter("a", "span", "div", "p", "address"):
        rel, prop = node.get("rel") or "", node.get("itemprop") or ""
        classes = (node.get("class") or "").lower().split()
        if rel == "author" or prop == "author" or "author-name" in classes or "byline-name" in classes:
            name = _text(node)
            if name and len(name) < 60:  # noqa: PLR2004 - a name, not a biography
                yield name
