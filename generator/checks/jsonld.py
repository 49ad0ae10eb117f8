"""Is what a page tells machines well-formed, true to schema.org, and the same as what it tells readers?

Each fault has a code: `E-` for what makes the data wrong or unreadable, `W-` for what makes it poorer.
"""

from __future__ import annotations

import html
import json
import math
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from generator.checks.claim_data import claim_faults
from generator.checks.faults import Fault
from generator.checks.vocabulary import (
    DATE,
    INTEGER,
    NUMBER,
    PARENTS,
    PROPERTIES,
    SUPERSEDED,
    TEXT,
    URL,
    is_a,
)

_SCRIPT = re.compile(r"<script[^>]*application/ld\+json[^>]*>(.*?)</script>", re.DOTALL | re.IGNORECASE)
_CONTEXTS = ("https://schema.org",)
_DATE = re.compile(
    r"\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?:T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d))?$"
)
_KEYWORDS = ("@context", "@type", "@id", "@graph")
_ROOTS = ("WebPage", "WebSite", "ClaimReview", "DataFeed", "NewsMediaOrganization")


@dataclass(frozen=True, slots=True)
class Document:
    """A page's data and what it is held against."""

    thing: Any
    url: str | None = None
    """The page's address."""
    source: str | None = None
    """The article's text, which its quotations must stand in."""
    known_ids: frozenset[str] = frozenset()
    """Identifiers that other pages of the site define."""


def page_faults(
    page: str, *, url: str | None = None, source: str | None = None, known_ids: frozenset[str] = frozenset()
) -> tuple[Fault, ...]:
    """Return the faults of the structured data in an HTML page.

    Args:
        page: the page's HTML.
        url: its address.
        source: the text of the article that it shows.
        known_ids: identifiers that other pages of the site define.
    """
    scripts = _SCRIPT.findall(page)
    if not scripts:
        return (Fault("E-NO-JSONLD", "", "the page has no structured data"),)
    found: list[Fault] = []
    for script in scripts:
        try:
            thing = json.loads(script, parse_constant=_no_constant)
        except ValueError as error:
            found.append(Fault("E-JSON", "", f"no JSON: {error}"))
            continue
        found += document_faults(Document(thing, url, source, known_ids))
        found += _unseen(thing, _SCRIPT.sub("", page))
    return tuple(found)


def _no_constant(name: str) -> float:
    raise ValueError(f"{name} is no JSON")


def data_of(page: str) -> tuple[Any, ...]:
    """Return the objects in a page's structured data; those that are no JSON are left out."""
    found = []
    for script in _SCRIPT.findall(page):
        try:
            found.append(json.loads(script))
        except ValueError:
            continue
    return tuple(found)


def document_faults(document: Document) -> tuple[Fault, ...]:
    """Return the faults of one object."""
    thing = document.thing
    if not isinstance(thing, dict):
        return (Fault("E-TYPE-ROOT", "", "the data is no object"),)
    found: list[Fault] = []
    if thing.get("@context") not in _CONTEXTS:
        found.append(Fault("E-CONTEXT", "@context", f"{thing.get('@context')!r} is not {_CONTEXTS[0]}"))
    graph = thing.get("@graph")
    roots = graph if isinstance(graph, list) else [thing]
    for root in roots:
        if isinstance(root, dict) and not any(is_a(str(root.get("@type")), name) for name in _ROOTS):
            found.append(Fault("E-TYPE-ROOT", "@type", f"{root.get('@type')} is no page, site or review"))
        found += _thing_faults(root, "", document)
    found += _dangling(roots, document)
    found += claim_faults(roots, document.url)
    return tuple(dict.fromkeys(found))


def _thing_faults(thing: Any, path: str, document: Document) -> Iterator[Fault]:
    if not isinstance(thing, dict):
        yield Fault("E-RANGE", path, "a value where an object is needed")
        return
    if set(thing) == {"@id"}:
        return
    kind = thing.get("@type")
    if not isinstance(kind, str):
        yield Fault("E-TYPE-MISSING", path, "an object without a type")
        return
    if kind not in PARENTS:
        yield Fault("E-TYPE-UNKNOWN", path, f"schema.org has no type {kind}, or the site does not use it")
        return
    for name, value in thing.items():
        if name not in _KEYWORDS:
            yield from _property_faults(kind, name, value, f"{path}/{name}", document)
    if kind == "Quotation":
        yield from _quotation_faults(thing, path, document)


def _property_faults(kind: str, name: str, value: Any, path: str, document: Document) -> Iterator[Fault]:
    if name in SUPERSEDED:
        yield Fault("W-PROP-SUPERSEDED", path, f"use {SUPERSEDED[name]}")
        return
    if name not in PROPERTIES:
        yield Fault("E-PROP-UNKNOWN", path, f"schema.org has no property {name}, or the site does not use it")
        return
    domains, ranges = PROPERTIES[name]
    if not any(is_a(kind, domain) for domain in domains):
        yield Fault("E-DOMAIN", path, f"{name} says nothing of a {kind}")
    if name == "spokenByCharacter":
        yield Fault("W-FICTION-PROP", path, "spokenByCharacter is for characters in fiction; use creator")
    if value in ("", [], {}, None) or (isinstance(value, str) and not value.strip()):
        yield Fault("E-EMPTY", path, "an empty value; leave the property out")
        return
    for item in value if isinstance(value, list) else [value]:
        yield from _value_faults(item, ranges, path, document)


def _value_faults(value: Any, ranges: tuple[str, ...], path: str, document: Document) -> Iterator[Fault]:
    if isinstance(value, dict):
        kind = value.get("@type")
        things = [name for name in ranges if name in PARENTS]
        if not things or (
            isinstance(kind, str) and kind in PARENTS and not any(is_a(kind, name) for name in things)
        ):
            yield Fault("E-RANGE", path, f"a {kind} where {' or '.join(ranges)} is needed")
        yield from _thing_faults(value, path, document)
    elif isinstance(value, str):
        yield from _text_faults(value, ranges, path)
    elif (
        isinstance(value, bool)
        or not isinstance(value, int | float)
        or not ({NUMBER, INTEGER} & set(ranges))
        or (NUMBER not in ranges and not isinstance(value, int))
    ):
        yield Fault("E-RANGE", path, f"{value!r} where {' or '.join(ranges)} is needed")
    elif isinstance(value, float) and not math.isfinite(value):
        yield Fault("E-RANGE", path, f"{value!r} is no number")


def _text_faults(value: str, ranges: tuple[str, ...], path: str) -> Iterator[Fault]:
    if TEXT in ranges:
        return
    if DATE in ranges:
        if not _DATE.match(value):
            yield Fault("E-DATE", path, f"{value!r} is no date of the form 2026-11-24")
    elif URL in ranges:
        if not _is_absolute(value):
            yield Fault("E-URL-ABS", path, f"{value!r} is no absolute address")
    else:
        yield Fault("E-RANGE", path, f"a text where {' or '.join(ranges)} is needed")


def _is_absolute(value: str) -> bool:
    try:
        parts = urlsplit(value)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc) and not re.search(r"[\s<>\"]", value)


def _quotation_faults(thing: Mapping[str, Any], path: str, document: Document) -> Iterator[Fault]:
    words = thing.get("text")
    if not isinstance(words, str) or not words.strip():
        yield Fault("E-QUOTE-EMPTY", path, "a quotation without words")
    elif document.source is not None and not _stands_at(document.source, words, thing.get("position")):
        yield Fault("E-QUOTE-NOT-VERBATIM", path, f"the article does not hold {words!r} there")
    if not any(name in thing for name in ("creator", "creditText", "spokenByCharacter")):
        yield Fault(
            "E-QUOTE-NOSPEAKER", path, "a quotation that says neither who speaks nor that nobody is named"
        )


def _stands_at(source: str, words: str, position: Any) -> bool:
    if isinstance(position, int) and not isinstance(position, bool):
        return source[position : position + len(words)] == words
    return words in source


def _dangling(roots: Iterable[Any], document: Document) -> Iterator[Fault]:
    """Yield references to what neither this page nor another one of the site defines."""
    defined, used = set(document.known_ids), set[str]()
    for thing in _things(list(roots)):
        name = thing.get("@id")
        if isinstance(name, str):
            (used if set(thing) == {"@id"} else defined).add(name)
    for name in sorted(used - defined):
        yield Fault("E-DANGLING-ID", name, "refers to what no page defines")


def _things(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
        for inner in value.values():
            yield from _things(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _things(inner)


def ids_of(thing: Any) -> frozenset[str]:
    """Return the identifiers that an object defines."""
    return frozenset(
        found["@id"]
        for found in _things(thing)
        if isinstance(found.get("@id"), str) and set(found) != {"@id"}
    )


_SHOWN = ("headline", "claimReviewed", "alternateName")


def _unseen(thing: Any, page: str) -> Iterator[Fault]:
    """Yield values that readers of the page do not see: a headline, a claim, a verdict, a quotation."""
    seen = _plain(html.unescape(re.sub(r"<[^>]*>", "", page)))
    for found in _things(thing):
        kind = found.get("@type")
        names = (
            ["text"]
            if kind == "Quotation"
            else list(_SHOWN)
            if kind in ("NewsArticle", "ClaimReview", "Rating")
            else []
        )
        for name in names:
            value = found.get(name)
            cited = kind == "NewsArticle" and "hasPart" not in found
            if isinstance(value, str) and not cited and _plain(value) not in seen:
                yield Fault("E-NOT-VISIBLE", name, f"readers do not see {value!r}")


def _plain(text: str) -> str:
    return " ".join(text.split())


def label_faults(ratings: Iterable[tuple[str, float | None]]) -> Iterator[Fault]:
    """Yield verdicts that have two numbers on one site, and numbers that have two verdicts.

    Args:
        ratings: label and number of every rating on the site.
    """
    numbers: dict[str, float | None] = {}
    labels: dict[float, str] = {}
    for label, number in ratings:
        if numbers.setdefault(label, number) != number:
            yield Fault("E-RATING-LABEL", label, f"has the numbers {numbers[label]} and {number}")
        if number is not None and labels.setdefault(number, label) != label:
            yield Fault("E-RATING-LABEL", label, f"has the number of {labels[number]}")
