"""How is a date said on a page, however little of it the text states?"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from generator.model import Article, Field, FieldStatus
from generator.model.pickling import quickly_pickled
from generator.pages.words import Phrase

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
# ISO 8601 dates, whole or partial: 2019-07-14, 2019-07, 2019, --07-15.
_ISO = re.compile(r"(?P<year>\d{4}|-)-?(?P<month>\d{2})?(?:-(?P<day>\d{2}))?")
UNDATED = "~"
"""Sorts after every date, since undated articles stand last."""


@quickly_pickled
@dataclass(frozen=True, slots=True)
class DateWords:
    """A publication date as a page says it."""

    words: str
    """Such as "14 July 2019", or "date not in the text"."""
    iso: str | None
    """A whole date, for machines; None where the year, the month or the day is missing."""
    note: str
    """What is uncertain about it, in words; empty for a date that is stated in full."""
    why: str
    """What an inferred date rests on; empty for others."""
    order: str
    """Sorts dates, undated last; never shown."""

    @property
    def doubtful(self) -> bool:
        """Tell whether the text does not state the date, or not all of it."""
        return bool(self.note and (self.why or not self.iso))

    @property
    def marked(self) -> str:
        """Return the date as a line says it that has room for no more than words: a doubtful one with its mark."""
        return Phrase("{0} ({1})", self.words, self.note) if self.doubtful else self.words


def date_words(value: str) -> str:
    """Return an ISO date, whole or partial, in words; another form is returned as it is."""
    found = _ISO.match(value)
    if not found:
        return value
    month = found["month"]
    if month and not 1 <= int(month) <= 12:  # noqa: PLR2004 (months of a year)
        return value
    parts = (
        found["day"].lstrip("0") if found["day"] else "",
        MONTHS[int(month) - 1] if month else "",
        "" if found["year"] == "-" else found["year"],
    )
    message = " ".join(f"{{{place}}}" for place, part in enumerate(parts) if part)
    return Phrase(message, parts[0], Phrase(parts[1]) if parts[1] else "", parts[2])


def stretch(dates: Iterable[DateWords]) -> str:
    """Return the first and the last of some dates in words, with a mark where nothing states one of the two.

    Dates that are not whole do not count where there is a whole one.
    """
    found = list(dates)
    stated = {each.iso for each in found if not each.doubtful}
    whole = sorted(each.iso for each in found if each.iso)
    if not whole:
        return next((each.marked for each in found), Phrase("undated"))
    ends = {whole[0], whole[-1]}
    words = between(whole[0], whole[-1])
    if not ends - stated:
        return words
    return Phrase("{0} ({1})", words, Phrase("partly inferred") if ends & stated else Phrase("inferred"))


def between(first: str, last: str) -> str:
    """Return two whole ISO dates as one stretch of time in words: "14–15 July 2019"."""
    one, other = date_words(first).split(), date_words(last).split()
    if one == other:
        return date_words(first)
    shared = next((n for n in range(3) if one[n:] == other[n:]), 3)
    start, end = one[:shared], other[:shared]
    joint = "–" if shared == 1 else " – "
    english = " ".join([" ".join(start) + joint + " ".join(end), *other[shared:]])
    return Phrase("{0} – {1}", date_words(first), date_words(last), english=english)


def published(article: Article) -> DateWords:
    """Return when an article was published, as far as it says so."""
    fact = article.field("published")
    if fact.value is None:
        return DateWords(Phrase("undated"), None, "", "", UNDATED)
    whole = len(fact.value) >= len("2019-07-14") and fact.value[0] != "-"
    return DateWords(
        words=date_words(fact.value),
        iso=fact.value[:10] if whole else None,
        note=_note(fact),
        why=fact.source if fact.status is FieldStatus.INFERRED else "",
        order=UNDATED if fact.value[0] == "-" else fact.value,
    )


def _note(fact: Field) -> str:
    if fact.status is FieldStatus.INFERRED:
        return Phrase("inferred")
    if fact.value and fact.value.startswith("--"):
        return Phrase("year not in the text")
    if fact.status is FieldStatus.PARTIAL:
        return Phrase("partial")
    return Phrase("given by a reviewer") if fact.status is FieldStatus.REVIEWER else ""
