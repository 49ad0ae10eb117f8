"""Does a paragraph open with where and when it was written: "Tehran, July 15 (RHC)-- The spokesman …"?"""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.intake.dates import MONTHS, Dated, dates_in
from generator.model import Span

_MONTH = "(?:" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\.?"
_DATE = (
    rf"(?:{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?|\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTH})(?:,?\s+(?:19|20)\d\d)?"
)
_CAPITALS = r"[A-ZÀ-Þ][A-ZÀ-Þ'’.-]+(?:[ -][A-ZÀ-Þ][A-ZÀ-Þ'’.-]*){0,3}"
_TITLE = r"[A-ZÀ-Þ][\w'’.-]+(?: (?:of |de |del |la |el )?[A-ZÀ-Þ][\w'’.-]+){0,3}"
_REGION = rf"(?:, (?!(?i:{_MONTH})\s*\d)[A-ZÀ-Þ][\w.'’ -]{{1,20}}?)?"
_AGENCY = r"[(/](?P<agency>[A-Z][\w .&'’/-]{1,30}?)[)/]"
_DASH = r"\s*(?:--+|[—–-](?=\s)|[—–]|:(?=\s))\s*"

_FORMS = tuple(
    re.compile(pattern, flags)
    for pattern, flags in (
        (rf"(?P<place>{_CAPITALS}{_REGION})(?:,\s*(?P<date>{_DATE}))?\s*(?:{_AGENCY})?{_DASH}(?=\S)", 0),
        (rf"(?P<place>{_TITLE}{_REGION}),\s*(?P<date>(?i:{_DATE}))\s*(?:{_AGENCY})?{_DASH}(?=\S)", 0),
        (rf"(?P<place>{_TITLE}{_REGION})\s*{_AGENCY}{_DASH}(?=\S)", 0),
    )
)
"""A place in capitals needs a dash; one in title case a date or an agency besides, being common in prose."""

_LONGEST = 90


@dataclass(frozen=True, slots=True)
class Dateline:
    """Where and when a report was written, and by which agency."""

    place: str
    dated: Dated | None
    agency: str | None


def dateline_of(paragraph: str) -> Dateline | None:
    """Return the dateline that opens a paragraph."""
    head = paragraph[:_LONGEST]
    for form in _FORMS:
        found = form.match(head)
        if found:
            parts = found.groupdict()
            return Dateline(parts["place"].strip(" ,"), _date(found, head), parts.get("agency"))
    return None


def _date(found: re.Match[str], head: str) -> Dated | None:
    if not found.groupdict().get("date"):
        return None
    where = Span(*found.span("date"))
    return next((dated for dated in dates_in(head) if where.overlaps(dated.span)), None)
