"""What does a web page's markup state about its article: JSON-LD, meta tags, time tags, headings?

Explicit statements only, best source first; a date that is found in the words of a page alone is not
taken for the article's.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from lxml import html
from rapidfuzz import fuzz

from generator.intake.dates import dates_in
from generator.intake.limits import MAX_VALUE_CHARACTERS
from generator.model import Field, FieldStatus

_ARTICLE_TYPE = re.compile(r"(?:article|posting|report|review|recipe|webpage|howto|liveblog)$", re.IGNORECASE)
_SEPARATOR = re.compile(r"\s+(?:[|–—·•»:-]|::|\|\|)\s+|\s*\|\s*")
_ISO_DAY = re.compile(r"(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])")
_URL_DAY = re.compile(r"/((?:19|20)\d\d)[/-](0?[1-9]|1[0-2])[/-](0?[1-9]|[12]\d|3[01])(?:/|-|$)")
_BY = re.compile(r"^\s*(?:written\s+)?by:?\s+", re.IGNORECASE)
_NO_NAME = re.compile(
    r"https?:|@|www\.|^(?:admin|administrator|staff|editor|guest|none|null|unknown)$", re.IGNORECASE
)
_LD_LIMIT = 512 * 1024
_ALIKE = 75.0
"""Per cent of likeness between a heading and a title that speak of one article."""

_TITLE_KEYS = ("og:title", "twitter:title", "dc.title", "dcterms.title", "parsely-title", "sailthru.title")
_PUBLISHED_KEYS = (
    "article:published_time", "datepublished", "og:published_time", "og:article:published_time", "parsely-pub-date",
    "sailthru.date", "dc.date.issued", "dcterms.created", "dc.date", "dcterms.date", "publishdate", "publish-date",
    "publish_date", "pubdate", "article.published", "date", "cxenseparse:recs:publishtime",
)  # fmt: skip
_UPDATED_KEYS = ("article:modified_time", "datemodified", "og:updated_time", "lastmod", "last-modified")
_AUTHOR_KEYS = (
    "author",
    "parsely-author",
    "sailthru.author",
    "dc.creator",
    "article:author_name",
    "byl",
    "article:author",
)
_OUTLET_KEYS = ("og:site_name", "application-name", "dc.publisher", "publisher", "copyright")
_SECTION_KEYS = ("article:section", "parsely-section", "section")


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
        content = _one_line(node.get("content") or "")
        if name and content:
            metas.setdefault(name, content)
    objects = tuple(_linked_data(tree))
    articles = tuple(entry for entry in objects if _is_article(entry))
    publishers = tuple(filter(None, (_name(entry.get("publisher")) for entry in articles)))
    title = next((_text(node) for node in tree.iter("title")), "")
    canonical = next(
        (node.get("href") or "" for node in tree.iter("link") if node.get("rel") == "canonical"), ""
    )
    return Markup(
        metas,
        tuple(sorted(articles, key=lambda entry: "headline" not in entry)),
        {
            str(entry["@id"]): _name(entry.get("name"))
            for entry in objects
            if "@id" in entry and "name" in entry
        },
        publishers,
        tuple(filter(None, (_text(node) for node in tree.iter("h1")))),
        title,
        tuple(_times(tree)),
        tuple(_marked_authors(tree)),
        next((url for url in (canonical, metas.get("og:url", "")) if url.startswith("http")), ""),
        (tree.get("lang") or "")[:2].lower(),
    )


def _one_line(text: str) -> str:
    return " ".join(text.split())[:MAX_VALUE_CHARACTERS]


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


def _name(entry: Any) -> str:
    """Return the name of a person or body in any of the forms that JSON-LD has."""
    if isinstance(entry, list):
        return "; ".join(filter(None, map(_name, entry)))
    if isinstance(entry, dict):
        return _name(entry.get("name") or "")
    return _one_line(entry) if isinstance(entry, str) else ""


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


# ---------------------------------------------------------------- readers


def markup_fields(markup: Markup, *, shown: Sequence[str] = (), byline: str = "") -> tuple[Field, ...]:
    """Return all that the markup states.

    `shown` are whole dates, and `byline` the names, that the page shows between its headline and its text.
    """
    outlet = outlet_of(markup)
    found = (
        headline_field(markup, outlet.value or "" if outlet else ""),
        outlet,
        author_field(markup, byline),
        published_field(markup, shown),
        _first("updated", _iso_days(_ld(markup, "dateModified"), _metas(markup, _UPDATED_KEYS)), 0.8),
        Field("url", FieldStatus.STATED, markup.url, confidence=0.95, source="the canonical link")
        if markup.url
        else None,
        _first("section", _metas(markup, _SECTION_KEYS), 0.8),
    )
    return tuple(field for field in found if field)


def _stated(name: str, value: str, confidence: float, source: str) -> Field:
    return Field(name, FieldStatus.STATED, value, confidence=confidence, source=source)


def _first(name: str, values: Sequence[str], confidence: float) -> Field | None:
    return _stated(name, values[0], confidence, "the page's metadata") if values else None


def _metas(markup: Markup, keys: Sequence[str]) -> list[str]:
    return [markup.metas[key] for key in keys if key in markup.metas]


def _ld(markup: Markup, key: str) -> list[str]:
    return [name for entry in markup.articles if (name := _name(_resolved(entry.get(key), markup.named)))]


def _resolved(entry: Any, named: Mapping[str, str]) -> Any:
    """Put the name of the object that a reference points to in its place."""
    if isinstance(entry, list):
        return [_resolved(item, named) for item in entry]
    if isinstance(entry, dict) and not entry.get("name"):
        return named.get(str(entry.get("@id")), "")
    return entry


def _iso_days(*groups: Sequence[str]) -> list[str]:
    return [day for group in groups for value in group if (day := _day(value.strip()))]


def _day(stamp: str) -> str | None:
    """Return the day of a time stamp as it is written, in whichever zone."""
    if found := _ISO_DAY.match(stamp):
        return found.group()
    whole = [dated.value for dated in dates_in(stamp[:60]) if dated.whole]
    return whole[0] if len(whole) == 1 else None


def outlet_of(markup: Markup) -> Field | None:
    """Read the outlet's name from the site's own statement, else from the publisher of the article."""
    names = [*_metas(markup, _OUTLET_KEYS[:1]), *markup.publishers, *_metas(markup, _OUTLET_KEYS[1:4])]
    names = [name for name in names if not _NO_NAME.search(name) and len(name) < 60]  # noqa: PLR2004
    return _stated("outlet", names[0], 0.9, "the page's metadata") if names else None


def headline_field(markup: Markup, outlet: str) -> Field | None:
    """Read the headline: the h1 that the page's titles speak of, else the best title without the outlet's name."""
    host = (urlsplit(markup.url).hostname or "").removeprefix("www.")
    titles = [*_ld(markup, "headline"), *_metas(markup, _TITLE_KEYS), markup.title]
    titles = [bare for title in titles if (bare := without_outlet(title, outlet, host))]
    if not titles:
        return _stated("headline", markup.headings[0], 0.6, "the page's heading") if markup.headings else None
    near = [
        heading for heading in markup.headings if max(_alike(heading, title) for title in titles) >= _ALIKE
    ]
    if near:
        return _stated(
            "headline", without_outlet(near[0], outlet, host) or near[0], 0.95, "the page's heading"
        )
    agreeing = sum(1 for title in titles if _alike(title, titles[0]) >= 95)  # noqa: PLR2004
    return _stated("headline", titles[0], 0.85 if agreeing > 1 else 0.6, "the page's metadata")


def _alike(a: str, b: str) -> float:
    return float(fuzz.ratio(a.casefold(), b.casefold()))


def without_outlet(title: str, outlet: str, host: str) -> str:
    """Cut the outlet's name off a title: "Talks end in Oman | The Daily Herald"."""
    parts = list(_SEPARATOR.finditer(title))
    for separator in reversed(parts):
        head, tail = title[: separator.start()], title[separator.end() :]
        if _names_outlet(tail, outlet, host) and len(head) >= len(tail) / 2:
            title = head
        elif separator is parts[0] and _names_outlet(head, outlet, host) and len(tail) > len(head):
            return tail.strip()
    return title.strip()


def _names_outlet(part: str, outlet: str, host: str) -> bool:
    letters, name = re.sub(r"\W", "", part).casefold(), re.sub(r"\W", "", outlet).casefold()
    site = re.sub(r"\W", "", host.rsplit(".", 1)[0]).casefold()
    if not letters:
        return True
    return bool(
        (name and (letters in name or name in letters) and len(letters) < 2 * len(name) + 12)
        or (
            site
            and len(letters) > 2  # noqa: PLR2004
            and (letters in site or site in letters)
            and len(letters) < 2 * len(site) + 12
        )
    )


def published_field(markup: Markup, shown: Sequence[str] = ()) -> Field | None:
    """Read the day of publication.

    `shown` are the whole dates that stand between headline and text. A stamp in another time zone than the
    page's is a day off: what the page shows to its readers then counts.
    """
    stated = _iso_days(_ld(markup, "datePublished"), _metas(markup, _PUBLISHED_KEYS))
    marked = _iso_days(markup.times)
    by_url = [
        f"{found[1]}-{int(found[2]):02}-{int(found[3]):02}"
        for found in (_URL_DAY.search(markup.url),)
        if found
    ]
    days = stated or marked or by_url
    if not days:
        alone = set(shown)
        return _stated("published", shown[0], 0.75, "a date under the headline") if len(alone) == 1 else None
    near = [day for day in (*shown, *by_url) if _days_apart(day, days[0]) == 1]
    day = days[0] if days[0] in shown or not near else near[0]
    agreed = day in shown or day in by_url or len(set(stated + marked)) == 1
    source = "the page's metadata" if stated or marked else "the page's address"
    return _stated("published", day, 0.9 if agreed else 0.7, source)


def _days_apart(a: str, b: str) -> int:
    try:
        return abs((date.fromisoformat(a) - date.fromisoformat(b)).days)
    except ValueError:
        return -1


def author_field(markup: Markup, byline: str = "") -> Field | None:
    """Read the authors' names from the best source that has some; `byline` is what the page shows."""
    outlet = outlet_of(markup)
    own = {_letters(name) for name in (outlet.value if outlet else "", *markup.publishers) if name}
    sources = (
        (_ld(markup, "author")[:1], 0.95),
        (_metas(markup, _AUTHOR_KEYS)[:1], 0.85),
        ([byline] if byline else [], 0.8),
        (list(dict.fromkeys(markup.authors))[:2], 0.7),
    )
    shown = {_letters(name) for name in _people(byline)}
    weak: Field | None = None
    for values, confidence in sources:
        names = list(dict.fromkeys(name for value in values for name in _people(value)))
        if not names:
            continue
        persons = [name for name in names if _letters(name) not in own and " " in name]
        agreed = [name for name in persons if _letters(name) in shown]
        if persons:
            return _stated("author", "; ".join(agreed or persons), confidence, "the page's metadata")
        weak = weak or _stated("author", "; ".join(names), 0.5, "the page's metadata")
    return weak


def _letters(name: str) -> str:
    return re.sub(r"\W", "", name).casefold()


def _people(names: str) -> list[str]:
    """Split a byline into names; what stands after a bar or is an address is no name."""
    bare = _UPDATED_BY.sub("", _BY.sub("", names)).split("|")[0]
    split = [_BY.sub("", name).strip() for name in re.split(r";|,|\s+(?:and|&)\s+|\s+·\s+", bare)]
    return [name for name in split if name and not _NO_NAME.search(name) and not _JOB.search(name)]


_JOB = re.compile(
    r"\b(?:editor|reporter|correspondent|writer|staff|contributor|columnist|journalist|updated|photographs?|"
    r"photography|read|min)\b|\d|\.(?:com|org|net|co)\b|^(?:PhD|MD|M\.D\.|Ph\.D\.|Jr\.?|RD|USA TODAY)$",
    re.IGNORECASE,
)
_UPDATED_BY = re.compile(r"\b(?:updated|published|posted|on)\b.*$", re.IGNORECASE)
