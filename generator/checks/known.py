"""Which fact-checks did others publish? Read offline, from files in `reviews/known/`.

Two kinds are read: JSON as ClaimReviews are exchanged (a DataFeed, a list, or the answer of a search for
claims), and CSV with the same names as columns, as collections of fact-checks are downloaded.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from generator.checks.problems import Problem


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
