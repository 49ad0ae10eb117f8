"""Which of our fields does a sidecar, a record, front matter or a page's metadata fill?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from generator.intake.decode import without_controls
from generator.intake.limits import MAX_VALUE_CHARACTERS

_KEYS: Mapping[str, str] = {
    "headline": "headline title article_title web_title",
    "outlet": "outlet publisher site site_name sitename media_name publication publication_title provider newspaper "
    "source_name source_hostname",
    "author": "author authors byline creator",
    "published": "published date date_publish publish_date pubdate pub_date date_published datepublished published_at "
    "publishedat published_date publication_date web_publication_date",
    "updated": "updated modified date_modify date_modified datemodified last_updated updated_at",
    "url": "url source link canonical canonical_url source_url web_url weburl permalink uri",
    "language": "language lang",
    "section": "section category",
    "via": "via",
    "dateline": "dateline",
    "id": "id",
    "rights": "rights",
    "noindex": "noindex",
}
FIELD_OF_KEY: Mapping[str, str] = {key: name for name, keys in _KEYS.items() for key in keys.split()}
"""Keys of our own exports, Obsidian's clipper, news-please, trafilatura, Media Cloud, NewsAPI, JSON Feed and Zotero."""

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


def field_of(key: str) -> str | None:
    """Return the field that a key fills: `Date-Published` is `date_published`."""
    return FIELD_OF_KEY.get(_plain(key))


def is_known(key: str) -> bool:
    """Tell whether the key is one that people write about articles."""
    return _plain(key) in FIELD_OF_KEY or _plain(key) in IGNORED_KEYS


def _plain(key: str) -> str:
    return key.strip().casefold().replace("-", "_").replace(" ", "_")


def given_fields(mapping: Mapping[str, object]) -> tuple[tuple[str, str], ...]:
    """Return field names and values in the order of the keys; the first key for a field wins.

    A `source` that is no address names the outlet.
    """
    found: dict[str, str] = {}
    for key, value in mapping.items():
        name, words = field_of(key), _one_line(value)
        if name == "url" and _plain(key) == "source" and not _ADDRESS.match(words):
            name = "outlet"
        if name and name not in found and words:
            found[name] = words
    return tuple(found.items())


_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*:|(?:[\w-]+\.)+[a-z]{2,}(?:/|$)", re.IGNORECASE)


def _one_line(value: object) -> str:
    """Flatten a value to one line: a headline with a line break can't smuggle in keys."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int):  # a number as id, or a time in seconds
        return str(value)
    if isinstance(value, str):
        visible = without_controls(value.replace("[[", "").replace("]]", ""))
        return " ".join(visible.split())[:MAX_VALUE_CHARACTERS]
    if isinstance(value, Mapping):  # {"name": "Ann Writer", "url": …}, as JSON-LD and feeds have it
        return next((words for key in _NAMING if (words := _one_line(value.get(key)))), "")
    if isinstance(value, Iterable):
        return "; ".join(filter(None, map(_one_line, value)))
    return ""


_NAMING = ("name", "title", "literal", "text")
