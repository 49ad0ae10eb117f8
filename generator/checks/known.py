"""Which fact-checks of others judge something like this? Matched by words, offline, from files in `reviews/known/`.

Two kinds are read: JSON as ClaimReviews are exchanged (a DataFeed, a list, or the answer of a search for
claims), and CSV with the same names as columns, as collections of fact-checks are downloaded.
"""

from __future__ import annotations

import csv
import io
import json
import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from generator.checks.problems import Problem
from generator.text import match_key

_ALIKE = 0.5
"""Share of the rarer words' weight that two claims must have in common, 0–1."""
_FEWEST_WORDS = 3
"""Words in common below which a likeness is chance."""
_MOST = 5
"""Fact-checks that are shown for one claim."""
_STEM = 6
"""Letters by which forms of a word are told to be one: negotiation, negotiations, negotiating."""
_COMMON = frozenset(
    (
        *(
            "the",
            "a",
            "an",
            "and",
            "or",
            "of",
            "to",
            "in",
            "on",
            "at",
            "by",
            "for",
            "with",
            "from",
            "as",
            "that",
        ),
        *(
            "this",
            "it",
            "its",
            "is",
            "are",
            "was",
            "were",
            "be",
            "been",
            "has",
            "have",
            "had",
            "will",
            "would",
        ),
        *(
            "there",
            "their",
            "they",
            "he",
            "she",
            "his",
            "her",
            "not",
            "no",
            "did",
            "does",
            "do",
            "says",
            "said",
        ),
    )
)


@dataclass(frozen=True, slots=True)
class KnownCheck:
    """A fact-check that somebody published."""

    claim: str
    publisher: str
    verdict: str
    date: str
    url: str
    claimant: str = ""


def read_known(path: str, text: str) -> tuple[tuple[KnownCheck, ...], tuple[Problem, ...]]:
    """Return the fact-checks in a file, and what is wrong with it.

    Args:
        path: for messages; its ending tells the form.
        text: the file's content.
    """
    if path.endswith(".csv"):
        rows = [
            {name or "": value or "" for name, value in row.items()}
            for row in csv.DictReader(io.StringIO(text))
        ]
        found = tuple(_of_cells(row) for row in rows)
    else:
        try:
            found = tuple(_of_json(json.loads(text)))
        except (ValueError, RecursionError) as error:
            return (), (Problem(path, 1, 1, "R070", f"no JSON: {error}", "save it anew, or take it out"),)
    kept = tuple(check for check in found if check.claim.strip())
    if kept:
        return kept, ()
    return (), (
        Problem(path, 1, 1, "R070", "no fact-check in it", "it needs claimReviewed, url and author.name"),
    )


def _of_cells(row: Mapping[str, Any]) -> KnownCheck:
    return KnownCheck(
        claim=_cell(row, "claimReviewed"),
        publisher=_cell(row, "author.name", "reviewAuthor.name", "publisher"),
        verdict=_cell(row, "reviewRating.alternateName", "textualRating"),
        date=_cell(row, "datePublished", "reviewDate"),
        url=_cell(row, "url"),
        claimant=_cell(row, "itemReviewed.author.name", "claimant"),
    )


def _cell(row: Mapping[str, Any], *names: str) -> str:
    # An apostrophe before a sign keeps spreadsheets from computing; it is none of the text.
    value = next((str(row[name]) for name in names if row.get(name)), "")
    return value[1:] if value[:1] == "'" and value[1:2] in "=+-@" else value


def _of_json(value: Any) -> Iterator[KnownCheck]:
    """Yield the ClaimReviews anywhere in a value, and the claims of a search's answer."""
    if isinstance(value, list):
        for item in value:
            yield from _of_json(item)
    elif isinstance(value, dict):
        if value.get("@type") == "ClaimReview" or "claimReviewed" in value:
            yield _of_review(value)
        elif isinstance(value.get("claimReview"), list) and "text" in value:
            yield from (
                _of_answer(value, review) for review in value["claimReview"] if isinstance(review, dict)
            )
        else:
            for inner in value.values():
                yield from _of_json(inner)


def _of_review(review: Mapping[str, Any]) -> KnownCheck:
    return KnownCheck(
        claim=_text(review, "claimReviewed"),
        publisher=_text(review, "author", "name"),
        verdict=_text(review, "reviewRating", "alternateName"),
        date=_text(review, "datePublished"),
        url=_text(review, "url"),
        claimant=_text(review, "itemReviewed", "author", "name"),
    )


def _of_answer(claim: Mapping[str, Any], review: Mapping[str, Any]) -> KnownCheck:
    return KnownCheck(
        claim=_text(claim, "text"),
        publisher=_text(review, "publisher", "name"),
        verdict=_text(review, "textualRating"),
        date=_text(review, "reviewDate")[:10],
        url=_text(review, "url"),
        claimant=_text(claim, "claimant"),
    )


def _text(value: Any, *names: str) -> str:
    for name in names:
        value = value[0] if isinstance(value, list) and value else value
        value = value.get(name) if isinstance(value, Mapping) else None
    return value if isinstance(value, str) else ""


class KnownChecks:
    """Fact-checks that can be asked which of them resemble a claim."""

    def __init__(self, checks: Iterable[KnownCheck]) -> None:
        self._checks = tuple(dict.fromkeys(checks))
        self._words = [_stems(check.claim) for check in self._checks]
        counts = Counter(word for words in self._words for word in words)
        self._weight = {word: math.log(1 + len(self._checks) / count) for word, count in counts.items()}
        self._rare = math.log(1 + len(self._checks))

    def resembling(self, claim: str) -> tuple[KnownCheck, ...]:
        """Return the few that are most like a claim, the likest first."""
        words = _stems(claim)
        scored = [
            (self._likeness(words, other), check)
            for check, other in zip(self._checks, self._words, strict=True)
        ]
        near = [(share, check) for share, check in scored if share >= _ALIKE]
        return tuple(check for _, check in sorted(near, key=lambda pair: (-pair[0], pair[1].url))[:_MOST])

    def _likeness(self, one: frozenset[str], other: frozenset[str]) -> float:
        """Return the common words' share of the lighter claim's weight and of the heavier one's, in the mean."""
        common = one & other
        if len(common) < _FEWEST_WORDS:
            return 0.0
        shared = self._sum(common)
        return (shared / self._sum(one) + shared / self._sum(other)) / 2

    def _sum(self, words: Iterable[str]) -> float:
        return sum(self._weight.get(word, self._rare) for word in sorted(words))


def _stems(claim: str) -> frozenset[str]:
    return frozenset(word[:_STEM] for word in match_key(claim).split() if word not in _COMMON)
