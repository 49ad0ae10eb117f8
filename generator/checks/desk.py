"""What reviews are held against: the articles, the ratings, the reviewers, the day."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.checks.ratings import RATINGS, Rating
from generator.model import Article, ArticleId, Span

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}$")
_PARTIAL = re.compile(r"(?:\d{4}(?:-(?:0[1-9]|1[0-2]))?|--(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))$")


@dataclass(frozen=True, slots=True)
class Reviewer:
    """A person who may sign."""

    id: str
    name: str
    addresses: tuple[str, ...] = ()
    """Mail addresses of their commits."""


@dataclass(frozen=True, slots=True)
class Desk:
    """What a review may speak of."""

    articles: Mapping[ArticleId, Article]
    codes: frozenset[str] = frozenset()
    """Of the signals there are."""
    ratings: tuple[Rating, ...] = RATINGS
    reviewers: tuple[Reviewer, ...] = ()
    today: dt.date | None = None
    """The day that no date may lie after; None compares with the review's own last date."""
    reused: frozenset[frozenset[str]] = field(default_factory=frozenset)
    """Pairs of articles of which one took text from the other."""
    spoken: Mapping[tuple[ArticleId, Span], str] = field(default_factory=dict)
    """Who says the words of a quote by a person's correction; "" where nobody known does."""
    withdrawn: frozenset[ArticleId] = frozenset()
    """Articles whose words are no longer shown anywhere."""

    def rating(self, name: str) -> Rating | None:
        """Return the rating of that name."""
        return next((rating for rating in self.ratings if rating.name == name), None)


def day(text: str) -> dt.date | None:
    """Return a full ISO date, or None."""
    if not _DAY.match(text):
        return None
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        return None


def is_date(text: str) -> bool:
    """Tell whether a text is a full or partial date: 2019-07-14, 2019-07, 2019, --07-14."""
    return bool(day(text) or _PARTIAL.match(text))
