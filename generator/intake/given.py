"""Which of our fields does a sidecar, a record, front matter or a page's metadata fill?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from generator.intake.decode import without_controls
from generator.intake.limits import MAX_VALUE_CHARACTERS

FIELD_OF_KEY: Mapping[str, str] = {
    **dict.fromkeys(("headline", "title", "article_title"), "headline"),
    **dict.fromkeys(
        ("outlet", "publisher", "site", "site_name", "sitename", "media_name", "publication"), "outlet"
    ),
    **dict.fromkeys(("author", "authors", "byline", "creator"), "author"),
    **dict.fromkeys(
        ("published", "date", "date_publish", "publish_date", "pubdate", "date_published", "published_at"),
        "published",
    ),
    **dict.fromkeys(("updated", "modified", "date_modify", "date_modified", "last_updated"), "updated"),
    **dict.fromkeys(("url", "source", "link", "canonical", "source_url"), "url"),
    **dict.fromkeys(("language", "lang"), "language"),
    **dict.fromkeys(("section", "category"), "section"),
    "via": "via",
    "dateline": "dateline",
    "id": "id",
    "rights": "rights",
    "noindex": "noindex",
}
"""Keys of our own exports, Obsidian's clipper, news-please and Media Cloud."""

IGNORED_KEYS = frozenset(
    (
        "tags",
        "description",
        "created",
        "cssclasses",
        "aliases",
        "image",
        "cleaned",
        "text",
        "html",
        "body",
        "sha256",
        "fetched",
    )
)
"""Keys that are known and mean nothing here."""


def is_known(key: str) -> bool:
    """Tell whether the key is one that people write about articles."""
    return key.casefold() in FIELD_OF_KEY or key.casefold() in IGNORED_KEYS


def given_fields(mapping: Mapping[str, object]) -> tuple[tuple[str, str], ...]:
    """Return field names and values in the order of the keys; the first key for a field wins."""
    found: dict[str, str] = {}
    for key, value in mapping.items():
        name = FIELD_OF_KEY.get(key.casefold())
        if name and name not in found and (words := _one_line(value)):
            found[name] = words
    return tuple(found.items())


def _one_line(value: object) -> str:
    """Flatten a value to one line: a headline with a line break can't smuggle in keys."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        visible = without_controls(value.replace("[[", "").replace("]]", ""))
        return " ".join(visible.split())[:MAX_VALUE_CHARACTERS]
    if isinstance(value, Iterable):
        return "; ".join(filter(None, map(_one_line, value)))
    return ""
