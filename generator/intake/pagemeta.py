"""What does a web page state about its article: headline, outlet, authors, dates?

Explicit statements only, best source first; where the markup and what readers are shown contradict each
other, the date is not known.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from urllib.parse import urlsplit

from rapidfuzz import fuzz

from generator.intake.dates import dates_in
from generator.intake.markup import Markup, name_of, resolved
from generator.intake.shown import Shown
from generator.model import Field, FieldStatus

_SEPARATOR = re.compile(r"\s+(?:[|–—·•»:-]|::|\|\|)\s+|\s*\|\s*")
_ISO_DAY = re.compile(r"(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])")
_URL_DAY = re.compile(r"/((?:19|20)\d\d)[/-](0?[1-9]|1[0-2])[/-](0?[1-9]|[12]\d|3[01])(?:/|-|$)")
_BY = re.compile(r"^\s*(?:written\s+)?by:?\s+", re.IGNORECASE)
_NO_NAME = re.compile(
    r"https?:|@|www\.|^(?:admin|administrator|staff|editor|guest|none|null|unknown)$", re.IGNORECASE
)
_WITH_SAME_TITLES = (0.7, 0.88, 0.88, 0.95)
"""Confidence of a heading by how many of JSON-LD, meta tags and title are the same."""
# The confidences are counted on labeled pages, in each case the share of right values, rounded down.
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


def markup_fields(markup: Markup, shown: Shown) -> tuple[Field, ...]:
    """Return all that the markup states; `shown` stands between the page's headline and its text."""
    outlet = outlet_of(markup)
    updated = _iso_days(_ld(markup, "dateModified"), _metas(markup, _UPDATED_KEYS), shown.updated)
    found = (
        headline_of(markup),
        outlet,
        author_field(markup, shown.byline),
        published_field(markup, shown),
        _first("updated", updated, 0.8),
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
    return [name for entry in markup.articles if (name := name_of(resolved(entry.get(key), markup.named)))]


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
    return _stated("outlet", names[0], 0.85, "the page's metadata") if names else None


def headline_of(markup: Markup) -> Field | None:
    """Read the headline: the h1 that the page's titles speak of, else the best title without the outlet's name."""
    outlet = outlet_of(markup)
    name, host = (
        outlet.value or "" if outlet else "",
        (urlsplit(markup.url).hostname or "").removeprefix("www."),
    )
    sources = [
        [bare for title in stated if (bare := without_outlet(title, name, host))]
        for stated in (_ld(markup, "headline"), _metas(markup, _TITLE_KEYS), [markup.title])
    ]
    titles = [title for stated in sources for title in stated]
    if not titles:
        return _stated("headline", markup.headings[0], 0.6, "the page's heading") if markup.headings else None
    near = [
        heading
        for heading in markup.headings
        if any(_alike(heading, title) >= _ALIKE or _opens(heading, title) for title in titles)
    ]
    if near:
        heading = without_outlet(near[0], name, host) or near[0]
        heading = next((title for title in titles if _is_under_kicker(title, heading)), heading)
        same = sum(1 for stated in sources if heading.casefold() in map(str.casefold, stated))
        return _stated("headline", heading, _WITH_SAME_TITLES[same], "the page's heading")
    agreeing = sum(1 for title in titles if _alike(title, titles[0]) >= 95)  # noqa: PLR2004
    return _stated("headline", titles[0], 0.7 if agreeing > 1 else 0.6, "the page's metadata")


def _is_under_kicker(title: str, heading: str) -> bool:
    """Tell whether a heading is a title with a word or two before it: "Opinion", "Exclusive:"."""
    before = heading.removesuffix(title)
    return before != heading and 0 < len(before.split()) <= 2 and len(title.split()) > 3  # noqa: PLR2004


def _opens(heading: str, title: str) -> bool:
    """Tell whether a title is the heading with something set off behind it: an outlet's name that nothing states."""
    behind = title.removeprefix(heading)
    return behind != title and len(heading.split()) > 2 and bool(_SEPARATOR.match(behind))  # noqa: PLR2004


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


def published_field(markup: Markup, shown: Shown) -> Field | None:
    """Read the day of publication from the metadata, held against what the page shows.

    A stamp in another time zone than the page's is a day off: what the page shows to its readers then
    counts. Where the page shows another day, that one is taken with a doubt; where it only says that it was
    updated long after, the day of this text is not known.
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
        alone = shown.published
        return _stated("published", alone[0], 0.75, _UNDER_HEADLINE) if len(alone) == 1 else None
    near = [day for day in (*shown.published, *by_url) if _days_apart(day, days[0]) == 1]
    day = days[0] if days[0] in shown.published or not near else near[0]
    if day in shown.published or day in by_url:
        return _stated(
            "published", day, 0.89, "the page's metadata" if stated or marked else "the page's address"
        )
    if shown.sure and len(shown.published) == 1 and _days_apart(shown.published[0], day) > _SOON_AFTER:
        return _stated("published", shown.published[0], 0.6, f"{_UNDER_HEADLINE}; the metadata say {day}")
    if any(_days_apart(other, day) > _LONG_AFTER for other in shown.updated):
        reason = f"The metadata say {day}, the page itself only that it was updated on {shown.updated[0]}."
        return Field("published", FieldStatus.PARTIAL, source=reason)
    return _stated("published", day, 0.8 if len(set(stated + marked)) == 1 else 0.7, "the page's metadata")


_UNDER_HEADLINE = "a date under the headline"
_SOON_AFTER = 7
"""Days by which a shown date may be that of a small correction."""
_LONG_AFTER = 180
"""Days between a publication and an update after which the page's text is another than the one published."""


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
        (_ld(markup, "author")[:1], 0.88),
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
