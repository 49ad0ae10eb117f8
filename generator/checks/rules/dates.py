"""Does the article say when, and do its dates agree with the calendar and with each other?"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from generator.checks.passages import Hints, Passages
from generator.checks.rule import Finding, Rule
from generator.model import Cut, FieldStatus, Severity, Span, Where

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("january", "jan"),
            ("february", "feb"),
            ("march", "mar"),
            ("april", "apr"),
            ("may",),
            ("june", "jun"),
            ("july", "jul"),
            ("august", "aug"),
            ("september", "sept", "sep"),
            ("october", "oct"),
            ("november", "nov"),
            ("december", "dec"),
        ),
        start=1,
    )
    for name in names
}
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_DAY = "|".join(_DAYS)
MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_FULL_DATE = re.compile(
    rf"\b(?:(?P<month>{MONTH})\.? (?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<year>(?:19|20)\d\d)"
    rf"|(?P<day2>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?(?P<month2>{MONTH})\.?,? (?P<year2>(?:19|20)\d\d)"
    r"|(?P<year3>(?:19|20)\d\d)-(?P<month3>\d\d)-(?P<day3>\d\d))\b",
    re.IGNORECASE,
)
_WEEKDAY_AND_DATE = re.compile(rf"\b(?P<weekday>{_DAY}),? (?:the )?(?=(?:{MONTH}|\d))", re.IGNORECASE)
_AGO = re.compile(
    r"\b(?:\d+|an?|one|two|three|few) (?:minute|hour|day|week|month|year)s? ago\b", re.IGNORECASE
)
# A weekday's name, but not of a paper ("Sunday Times"), a day with a name ("Super Tuesday", "Black
# Friday") or one whose date follows.
_RELATIVE = re.compile(
    rf"\b(?:(?<!Super )(?<!Black )(?<!Good )(?<!Ash )(?<!Palm )(?:(?:on|by|until|since|from|late|early|last|next|this) )?"
    rf"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?!s?['’]s? \b[A-Z])(?! (?:Times|Night Live|Mail|Mirror|Telegraph|Post"
    rf"|Herald|Express))(?!,? (?:the )?(?:{MONTH}|\d))"
    r"|(?i:yesterday|tomorrow|(?:earlier|later) this (?:week|month|year)|(?:last|this past) (?:week|weekend|month|night|year)"
    r"|(?:over|during) the weekend))\b"
)
_RELATIVE_HINTS = Hints.of("day", "tomorrow", "week", "month", "year", "night", inside_words=True)
_WEEKDAY_HINTS = Hints.of(*_DAYS)
_MONTH_DAY = re.compile(r"\d\d-\d\d$|^\d{4}-\d\d-\d\d")
_FEW = 3


def _calendar(match: re.Match[str]) -> dt.date | None:
    """Return the day a match of `_FULL_DATE` names, or None where the calendar has no such day."""
    groups = match.groupdict()
    year = groups["year"] or groups["year2"] or groups["year3"]
    day = groups["day"] or groups["day2"] or groups["day3"]
    month = groups["month3"] or MONTHS[(groups["month"] or groups["month2"]).lower()]
    try:
        return dt.date(int(year), int(month), int(day))
    except ValueError:
        return None


def _wrong_weekday(passages: Passages) -> Iterator[Finding]:
    for weekday in passages.matches(_WEEKDAY_AND_DATE, _WEEKDAY_HINTS):
        match = _FULL_DATE.match(passages.text, weekday.end())
        day = _calendar(match) if match else None
        if match and day and _DAYS[day.weekday()] != weekday["weekday"].lower():
            named = _DAYS[day.weekday()].capitalize()
            message = f"{day.isoformat()} was a {named}, not a {weekday['weekday'].capitalize()}."
            yield Finding((Span(weekday.start(), match.end()),), message)


def _unresolvable(passages: Passages) -> Iterator[Finding]:
    published = passages.article.value("published") or ""
    if _MONTH_DAY.search(published):
        return
    spans = tuple(passages.in_own_words(_RELATIVE, _RELATIVE_HINTS))
    if spans:
        listed = "”, “".join(dict.fromkeys(span.of(passages.text) for span in spans[:_FEW]))
        more = " and others" if len(spans) > _FEW else ""
        yield Finding(spans, f"The text gives no publication date, so “{listed}”{more} can't be dated.")


def _year_missing(passages: Passages) -> Iterator[Finding]:
    published = passages.article.field("published")
    stated = passages.article.value("published")
    if published.span and stated and stated.startswith("--"):
        yield Finding((published.span,), "The date has no year; none is added.", where=published.where)


def _in_furniture(passages: Passages) -> Iterator[Finding]:
    article = passages.article
    if not article.paragraphs:
        return
    last_line = article.paragraphs[-1].line
    spans = tuple(
        Span(*match.span())
        for line in _cut_lines(article.raw, article.cuts, last_line)
        for pattern in (_FULL_DATE, _AGO)
        for match in pattern.finditer(article.raw, line.start, line.end)
    )
    used = {fact.span for fact in article.fields if fact.span and fact.where is Where.RAW}
    found = tuple(span for span in spans if not any(span.overlaps(taken) for taken in used))
    if found:
        dated = article.field("published").status is FieldStatus.STATED
        message = "Dates stand below the article, in the page's furniture; none was used to date it."
        yield Finding(found, message, Severity.INFO if dated else Severity.WARN, Where.RAW)


def _cut_lines(raw: str, cuts: tuple[Cut, ...], after: int) -> Iterator[Span]:
    """Yield the lines of `raw` that were cut, from the article's last line on."""
    hidden = {line for cut in cuts for line in range(cut.first, cut.last + 1) if line > after}
    start = 0
    for number, line in enumerate(raw.split("\n"), start=1):
        if number in hidden and line.strip():
            yield Span(start, start + len(line))
        start += len(line) + 1


RULES = (
    Rule(
        "date-weekday-mismatch",
        "Weekday and date disagree",
        Severity.WARN,
        "A weekday and a full date that the calendar does not join: one of them is wrong.",
        "He spoke on **Monday, July 14, 2019** in Tehran.",
        _wrong_weekday,
    ),
    Rule(
        "date-unresolvable",
        "A day that can't be dated",
        Severity.WARN,
        "A day given as “Monday” or “last week” in an article whose text gives no publication date. It "
        "stays undated; nothing is guessed.",
        "He spoke **on Monday** in Tehran.",
        _unresolvable,
    ),
    Rule(
        "date-year-missing",
        "No year",
        Severity.WARN,
        "The article's own date lacks the year. Another version may have it; until then the year is unknown.",
        "**Tehran, July 15** (RHC)-- The spokesman spoke.",
        _year_missing,
    ),
    Rule(
        "date-from-junk",
        "Dates in page furniture",
        Severity.WARN,
        "Dates or “2 hours ago” in what stands around the article: links to other pages, footers. They may "
        "belong to other articles and are never used to date this one.",
        "He spoke at length.\n\nRecent Posts\n\n**2 hours ago**",
        _in_furniture,
    ),
)
