"""Which dates does a line state, and how completely?

Nothing is filled in: a date without its year stays partial, one whose day and month can't be told
apart has no value.
"""

from __future__ import annotations

import datetime as dt
import re
from calendar import monthrange
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.model import Span

_NAMES = (
    ("january", "jan"), ("february", "feb"), ("march", "mar"), ("april", "apr"), ("may",), ("june", "jun"),
    ("july", "jul"), ("august", "aug"), ("september", "sept", "sep"), ("october", "oct"), ("november", "nov"),
    ("december", "dec"),
)  # fmt: skip
MONTHS: Mapping[str, int] = {name: number for number, names in enumerate(_NAMES, 1) for name in names}
_OTHER_LANGUAGES = (
    "januar janvier enero janeiro gennaio jänner januari", "februar février febrero fevereiro febbraio februari",
    "märz mars marzo março maart", "avril abril aprile", "mai mayo maio maggio mei", "juni juin junio junho giugno",
    "juli juillet julio julho luglio", "août agosto augustus", "septembre septiembre setembro settembre",
    "oktober octobre octubre outubro ottobre", "novembre noviembre novembro",
    "dezember décembre diciembre dezembro dicembre",
)  # fmt: skip
_OTHER_MONTHS: Mapping[str, int] = {
    name: number for number, names in enumerate(_OTHER_LANGUAGES, 1) for name in names.split()
}
"""German, French, Spanish, Portuguese, Italian and Dutch ones that English does not have."""
_OTHER_MONTH = "(?P<month>" + "|".join((*_OTHER_MONTHS, *MONTHS)) + r")\b"
_MONTH = "(?P<month>" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\b\.?"
_DAY = r"(?P<day>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

_FORMS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b{_YEAR}-(?P<month>1[0-2]|0[1-9])-(?P<day>3[01]|[12]\d|0[1-9])(?!\d)",
        rf"\b{_YEAR}[/.](?P<month>1[0-2]|0?[1-9])[/.](?P<day>3[01]|[12]\d|0?[1-9])\b",
        rf"\b{_MONTH}\s+{_DAY}(?:\s*,\s*|\s+){_YEAR}(?!\d)",
        rf"\b{_DAY}(?:\s+of)?[\s-]+{_MONTH}(?:\s*,\s*|[\s-]+){_YEAR}(?!\d)",
        rf"\b(?P<first>3[01]|[12]\d|0?[1-9])[/.-](?P<second>3[01]|[12]\d|0?[1-9])[/.-]{_YEAR}\b",
        rf"\b{_MONTH}\s+{_DAY}\b(?!\s*(?:,\s*)?\d)",
        rf"\b{_DAY}\s+{_MONTH}(?!\w)",
    )
)
_OTHER_FORM = re.compile(
    rf"\b(?P<day>3[01]|[12]\d|0?[1-9])(?:\.|er|º)?\s+(?:de\s+)?{_OTHER_MONTH}\s+(?:del?\s+)?{_YEAR}(?!\d)",
    re.IGNORECASE,
)
"""14. März 2017, 7 de noviembre de 2019, 1er mars 2021: with all three parts only, since these words have other meanings."""

_DIGIT = re.compile(r"\d")
_ANY_MONTH = re.compile("jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec", re.IGNORECASE)
_FIGURES = re.compile(r"\d[-/.]\d")


@dataclass(frozen=True, slots=True)
class Dated:
    """A date as far as it is written."""

    span: Span
    """In the line."""
    value: str | None
    """`2019-07-14`, `--07-15`, or None where the writing is ambiguous."""

    @property
    def whole(self) -> bool:
        """Tell whether year, month and day are all stated."""
        return self.value is not None and not self.value.startswith("--")


def dates_in(line: str) -> tuple[Dated, ...]:
    """Return the dates of a line in reading order, the most complete reading of each place."""
    if not _DIGIT.search(line):
        return ()
    has_month, has_figures = _ANY_MONTH.search(line), _FIGURES.search(line)
    found = [dated for match in _OTHER_FORM.finditer(line) if (dated := _dated(match, Span(*match.span())))]
    for form in _FORMS:
        if not (has_month if _MONTH in form.pattern else has_figures):
            continue
        for match in form.finditer(line):
            span = Span(*match.span())
            if not any(span.overlaps(other.span) for other in found) and (dated := _dated(match, span)):
                found.append(dated)
    return tuple(sorted(found, key=lambda dated: dated.span))


def _dated(match: re.Match[str], span: Span) -> Dated | None:
    parts = match.groupdict()
    if "first" in parts:
        return _numeric(int(parts["first"]), int(parts["second"]), int(parts["year"]), span)
    name = parts["month"].lower()
    month = MONTHS.get(name) or _OTHER_MONTHS.get(name) or int(name)
    return _checked(parts.get("year"), month, int(parts["day"]), span)


def _checked(year: str | None, month: int, day: int, span: Span) -> Dated | None:
    """Refuse days that the month does not have; without a year February may have 29."""
    if day > monthrange(int(year or 2000), month)[1]:
        return None
    return Dated(span, f"{year or '-'}-{month:02}-{day:02}")


def _numeric(first: int, second: int, year: int, span: Span) -> Dated | None:
    """Read 14/07/2019 and 07/14/2019; 07/08/2019 has no certain reading."""
    readings = {(first, second), (second, first)}
    possible = [Dated(span, f"{year}-{month:02}-{day:02}") for day, month in readings if month <= 12]  # noqa: PLR2004
    if len(possible) == 1:
        return possible[0]
    return Dated(span, None) if possible else None


def day_of(words: str) -> str | None:
    """Return the day that a value names which stands for a date and nothing else; None where it has no certain reading.

    `2019-07` and `--07-14` are partial; a number of ten digits counts seconds, of thirteen milliseconds, since 1970 (UTC).
    """
    if _SECONDS.fullmatch(words):
        return (dt.date(1970, 1, 1) + dt.timedelta(int(words[:10]) // _DAY_SECONDS)).isoformat()
    if found := _MONTH_ALONE.fullmatch(words):
        return found[0] if 1 <= int(found["month"]) <= 12 else None  # noqa: PLR2004
    if found := _DAY_ALONE.fullmatch(words):
        return found[0] if _checked(None, int(found["month"]), int(found["day"]), Span(0, 1)) else None
    dates = dates_in(words)
    whole = next((dated for dated in dates if dated.whole), None)
    return (whole or dates[0]).value if dates else None


_SECONDS = re.compile(r"[1-9]\d{9}(?:\d{3})?")
_DAY_SECONDS = 86_400
_MONTH_ALONE = re.compile(r"(?:19|20)\d\d-(?P<month>\d\d)")
_DAY_ALONE = re.compile(r"--(?P<month>0[1-9]|1[0-2])-(?P<day>\d\d)")


def weekdays_in(line: str) -> Iterator[re.Match[str]]:
    """Yield the names of days that a line states as its own time ("on Monday")."""
    if "day" in line.lower():
        yield from _ON_WEEKDAY.finditer(line)


_ON_WEEKDAY = re.compile(r"\bon (?P<weekday>" + "|".join(WEEKDAYS) + r")\b", re.IGNORECASE)
