"""What does an article state about itself: headline, outlet, credit, author, dates, place, address?

Each reader gets the labeled lines and returns a field with the place that states it, or None. What no
reader finds is not in the text; nothing is guessed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from generator.intake.bylines import byline_names, is_full_name, is_in_language
from generator.intake.clean import (
    ABOUT,
    ADDRESS,
    BODY,
    BYLINE,
    CREDIT,
    HEADLINE,
    POSTING,
    SECTION,
    Labeled,
    is_credit_line,
)
from generator.intake.dateline import Dateline, dateline_of
from generator.intake.dates import Dated, dates_in, weekdays_in
from generator.intake.names import (
    initials,
    looks_like_agency,
    looks_like_outlet,
    looks_like_section,
    looks_like_staff,
)
from generator.model import Field, FieldStatus

_DIRECTION_MARKS = re.compile("[\u202a-\u202e\u2066-\u2069\u200b\u2060\ufeff\u00ad]")
_URL = re.compile(r"https?://[^\s<>\"]+[^\s<>\".,;:!?)\]]")
_CREDIT_LINE = re.compile(r"(?P<name>[^\W\d_].{1,40}?)\s*[-–—|,:]\s*$")
_POSTED_SECTION = re.compile(r"[Pp]osted (?:by|in|on)[^|]*\|\s*(?P<name>[^|,]{2,40}?)\s*\|")
_EXPANDED = re.compile(
    r"\b(?P<name>(?:[A-Z][\w&'’-]*\s+(?:(?:of|the|and|for)\s+)?){1,6})\((?P<short>[A-Z]{2,8})\)"
)


_OPENING_LINES = 3
"""Of a body: a clean text may open with its date, or with its headline."""


@dataclass(frozen=True, slots=True)
class Page:
    """What the readers see: the raw text and its labeled lines."""

    raw: str
    entries: tuple[Labeled, ...]
    by_label: Mapping[str, tuple[Labeled, ...]]
    outlet: Field | None = None
    """Once it is known."""

    def labeled(self, *labels: str) -> tuple[Labeled, ...]:
        """Return the lines with one of these labels, in order."""
        if len(labels) == 1:
            return self.by_label.get(labels[0], ())
        found = [entry for label in labels for entry in self.by_label.get(label, ())]
        return tuple(sorted(found, key=lambda entry: entry.line.first))

    @property
    def body_start(self) -> int:
        """Return the line of the file where the body starts."""
        body = self.labeled(BODY)
        return body[0].line.first if body else 0

    @property
    def dateline(self) -> tuple[Labeled, Dateline] | None:
        """Return the line in the body's opening that has a dateline, and the dateline."""
        for entry in self.labeled(BODY)[:_OPENING_LINES]:
            if not entry.is_headline and (found := dateline_of(entry.line.text)):
                return entry, found
        return None

    def stated(self, name: str, entry: Labeled, words: str, confidence: float) -> Field | None:
        """Make the field of words that stand in a line."""
        value = _one_line(words)
        span = entry.line.span_in(self.raw, words)
        return Field(name, FieldStatus.STATED, value, span, confidence=confidence) if value and span else None


def _one_line(words: str) -> str:
    return " ".join(_DIRECTION_MARKS.sub("", words).split())


Reader = Callable[[Page], Field | None]


def headline(page: Page) -> Field | None:
    """Read the line that was labeled as the headline, else the body's line that may be it."""
    for entry in page.labeled(HEADLINE):
        return page.stated("headline", entry, entry.line.text, 0.8)
    likely = (entry for entry in page.labeled(BODY) if entry.is_headline)
    return next((page.stated("headline", entry, entry.line.text, 0.7) for entry in likely), None)


def url(page: Page) -> Field | None:
    """Read an address that has a line of its own."""
    for entry in page.labeled(ADDRESS):
        if found := _URL.search(entry.line.text):
            return page.stated("url", entry, found.group(), 0.95)
    return None


def dateline(page: Page) -> Field | None:
    """Read the place that opens the first paragraph."""
    found = page.dateline
    return page.stated("dateline", found[0], found[1].place, 0.85) if found else None


def section(page: Page) -> Field | None:
    """Read a short line above the headline that names a part of a paper, and not the paper."""
    for entry in page.labeled(SECTION):
        if looks_like_section(entry.line.text) and not (page.outlet and page.outlet.value == entry.line.text):
            return page.stated("section", entry, entry.line.text, 0.8)
    return None


def outlet_that_posts(page: Page) -> Field | None:
    """Read a name above the headline that stands again in the line below the article."""
    for entry in page.labeled(SECTION):
        for posting in page.labeled(POSTING):
            found = _POSTED_SECTION.search(posting.line.text)
            if found and found["name"] == entry.line.text:
                return page.stated("outlet", entry, entry.line.text, 0.85)
    return None


def outlet_in_about_box(page: Page) -> Field | None:
    """Read a name whose short form signs the page: "Iran Front Page (IFP)" under "IFP Editorial Staff"."""
    signed = {word for entry in page.labeled(SECTION, CREDIT, BYLINE) for word in entry.line.text.split()}
    for entry in page.labeled(ABOUT):
        for found in _EXPANDED.finditer(entry.line.text):
            if found["short"] in signed and found["short"] in initials(found["name"]):
                return page.stated("outlet", entry, found.group(), 0.85)
    return None


def outlet_under_address(page: Page) -> Field | None:
    """Read a name beside the address whose host, or the dateline, has its initials."""
    address = url(page)
    for entry in page.labeled(CREDIT):
        short = initials(entry.line.text)
        host = _host(address.value or "") if address else ""
        agency = page.dateline[1].agency if page.dateline else None
        if len(short) > 1 and (short == agency or _names_host(entry.line.text, host)):
            return page.stated("outlet", entry, entry.line.text, 0.85)
    return None


def outlet_above(page: Page) -> Field | None:
    """Read a name above the headline that has an outlet's word in it."""
    for entry in page.labeled(SECTION):
        name = entry.line.text
        if looks_like_outlet(name) and not looks_like_section(name) and len(name.split()) <= 5:  # noqa: PLR2004
            return page.stated("outlet", entry, name, 0.7)
    return None


def _host(address: str) -> str:
    return re.sub(r"^https?://(?:www\.)?", "", address).split("/", 1)[0].rsplit(".", 1)[0].lower()


def _names_host(name: str, host: str) -> bool:
    joined = re.sub(r"\W", "", name).lower()
    return bool(host) and (joined in host or host in joined or initials(name).lower() == host)


OUTLET_READERS: tuple[Reader, ...] = (
    outlet_that_posts,
    outlet_in_about_box,
    outlet_under_address,
    outlet_above,
)


def via(page: Page) -> Field | None:
    """Read who is credited with the text: a line of name and date, a box about an agency, a dateline's agency."""
    outlet = page.outlet
    for entry in page.labeled(CREDIT):
        name = _credited(entry.line.text)
        if name and outlet and name != outlet.value:
            return page.stated("via", entry, name, 0.85)
    if boxed := _boxed_name(page):
        return (
            page.stated("via", boxed, boxed.line.text, 0.85) if looks_like_agency(boxed.line.text) else None
        )
    opening, found = page.dateline or (None, None)
    if opening and found and found.agency:
        of_the_outlet = outlet and found.agency in (initials(outlet.value or ""), outlet.value)
        return None if of_the_outlet else page.stated("via", opening, found.agency, 0.8)
    return None


def _credited(text: str) -> str | None:
    """Return the name in "Press TV – July 14, 2019"."""
    dates = dates_in(text)
    found = _CREDIT_LINE.fullmatch(text[: dates[0].span.start].rstrip() or " ") if dates else None
    name = found["name"].strip() if found else None
    return name if name and (looks_like_outlet(name) or looks_like_agency(name)) else None


def _boxed_name(page: Page) -> Labeled | None:
    """Return the line that names whom a box below the article is about."""
    for name, about in zip(page.entries, page.entries[1:], strict=False):
        if about.label == ABOUT and name.label == CREDIT:
            return name
    return None


def author(page: Page) -> Field | None:
    """Read the byline closest to the body's start, a name there that a box below is about, or a box's alone."""
    start = page.body_start
    bylines = [(entry.line.first - start, entry) for entry in page.labeled(BYLINE)]
    for below, entry in sorted(bylines, key=lambda each: abs(each[0])):
        names = byline_names(entry.line.text) if is_in_language(entry.line.text, page.raw) else None
        if names and -_BYLINE_ABOVE <= below <= (_OPENING_LINES if " " in names or below > 0 else 0):
            return page.stated("author", entry, names, 0.8)
    if signed := _signed_name(page, start):
        return page.stated("author", signed, signed.line.text, 0.8)
    boxed = _boxed_name(page)
    if boxed and (looks_like_staff(boxed.line.text) or looks_like_agency(boxed.line.text)):
        return page.stated("author", boxed, boxed.line.text, 0.85)
    return None


def _signed_name(page: Page, start: int) -> Labeled | None:
    """Return a line just above the body, or in its opening, that is a name, and that a later line tells about."""
    entries = page.entries
    for at in range(len(entries) - 1, -1, -1):
        entry = entries[at]
        if entry.line.first > start + _OPENING_LINES or entry.label == BODY:
            continue
        if entry.line.first < start - _LINES_ABOVE:
            return None
        name = entry.line.text
        if is_full_name(name) and any(
            later.line.text.startswith(name) and _TELLS.match(later.line.text[len(name) :])
            for later in entries[at + 1 :]
        ):
            return entry
    return None


_BYLINE_ABOVE = 20
_LINES_ABOVE = 12
"""Above the body, within which a byline, or a mere name, is its author's."""
_TELLS = re.compile(r",? (?:is|was|has|covers|writes|reports|joined)\b|, (?:an?|the|who)\b")


def published(page: Page) -> Field | None:
    """Read the date of the line that states it best, else the dateline's, else at least the day of the week.

    Where two lines state different days equally well, none is the article's for certain.
    """
    body = page.labeled(BODY)
    opening = (entry for entry in body[:_OPENING_LINES] if is_credit_line(entry.line.text))
    found = []
    for entry in (*page.labeled(CREDIT, POSTING, BYLINE), *opening):
        for dated in () if _is_today(page, entry) else dates_in(entry.line.text)[:1]:
            found.append((_standing(page, entry), entry, dated))
    if found:
        best, entry, dated = max(found, key=lambda each: each[0])
        rivals = {other.value for standing, _, other in found if standing > best - _CLEARLY}
        if len(rivals) > 1:
            return None
        return _dated_field(page, entry, dated, 0.85)
    if (line := page.dateline) and line[1].dated:
        return _dated_field(page, line[0], line[1].dated, 0.85)
    return _weekday(page, body)


def _standing(page: Page, entry: Labeled) -> float:
    """Weigh how well a line states the day of publication: it says so, and stands close above the body."""
    text = entry.line.text
    distance = page.body_start - entry.line.first
    standing = 2.0 * bool(_SAYS_PUBLISHED.search(text)) - 2.0 * bool(_SAYS_UPDATED.match(text))
    return standing - 0.1 * min(abs(distance), 30) - 1.0 * (distance < 0 and entry.label != POSTING)


def _is_today(page: Page, entry: Labeled) -> bool:
    """Tell whether a line is the current day in a page's head: "Friday, April 28, 2023", far above the body."""
    return bool(_TODAY.match(entry.line.text)) and page.body_start - entry.line.first > _OPENING_LINES


_CLEARLY = 0.4
_SAYS_PUBLISHED = re.compile(r"\b(?:published|posted)\b", re.IGNORECASE)
_SAYS_UPDATED = re.compile(r"\W*(?:last )?(?:updated|modified|edited)\b", re.IGNORECASE)
_TODAY = re.compile(r"(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s", re.IGNORECASE)


def _dated_field(page: Page, entry: Labeled, dated: Dated, confidence: float) -> Field | None:
    words = dated.span.of(entry.line.text)
    stated = page.stated("published", entry, words, confidence)
    if stated is None or dated.whole:
        return replace(stated, value=dated.value) if stated else None
    lack = "The year is not stated." if dated.value else f"Day and month of {words} can't be told apart."
    return replace(stated, status=FieldStatus.PARTIAL, value=dated.value, source=lack)


def _weekday(page: Page, body: Iterable[Labeled]) -> Field | None:
    """Keep "on Monday" as the only hint at a date: it has no value."""
    for entry in body:
        for found in weekdays_in(entry.line.text):
            span = entry.line.span_in(page.raw, found["weekday"])
            reason = f"Only a day of the week is stated: {found['weekday']}."
            return Field("published", FieldStatus.PARTIAL, None, span, source=reason)
    return None


def infer_year(partial: Field, from_full_date: str, source: str) -> Field:
    """Complete a partial date from a whole one nearby, such as a sister version's.

    Args:
        partial: a field with a value such as `--07-15`, or a weekday without a value.
        from_full_date: ISO date that is known by other means.
        source: what that date rests on, in words for the page.

    Returns:
        The field with the year that puts the two dates closest, marked as inferred; the same field
        where the partial date has no month and day to go by.
    """
    day_known = partial.value or ""
    if partial.status is not FieldStatus.PARTIAL or not day_known.startswith("--"):
        return partial
    year, month, day = map(int, from_full_date.split("-"))
    day_of_year = 31 * month + day
    other = 31 * int(day_known[2:4]) + int(day_known[5:7])
    half = 31 * 6
    year += (day_of_year - other > half) - (other - day_of_year > half)
    return replace(partial, status=FieldStatus.INFERRED, value=f"{year}{day_known[1:]}", source=source)


def first_answer(page: Page, readers: Iterable[Reader]) -> Field | None:
    """Return the answer of the first reader that has one."""
    return next((found for reader in readers if (found := reader(page))), None)


_READERS: tuple[Reader, ...] = (headline, via, author, published, dateline, url, section)


def dateline_fields(raw: str, entries: Iterable[Labeled]) -> dict[str, Field]:
    """Return by name what the dateline states: place, day, agency."""
    page = _page(raw, entries)
    line = page.dateline
    day = _dated_field(page, line[0], line[1].dated, 0.85) if line and line[1].dated else None
    found = (dateline(page), day, via(page) if line else None)
    return {field.name: field for field in found if field}


def stated_fields(raw: str, entries: Iterable[Labeled]) -> tuple[Field, ...]:
    """Return all that the lines state."""
    page = _page(raw, entries)
    return tuple(field for field in (page.outlet, *(reader(page) for reader in _READERS)) if field)


def _page(raw: str, entries: Iterable[Labeled]) -> Page:
    listed = tuple(entries)
    by_label: dict[str, list[Labeled]] = {}
    for entry in listed:
        by_label.setdefault(entry.label, []).append(entry)
    page = Page(raw, listed, {label: tuple(found) for label, found in by_label.items()})
    return replace(page, outlet=first_answer(page, OUTLET_READERS))
