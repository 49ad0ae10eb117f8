"""Claims as rows that other programs read: JSON Lines, and CSV that no spreadsheet takes for formulas."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from typing import Any

from generator.checks.ratings import BEST, WORST
from generator.checks.reviews import Standing
from generator.exports.addresses import Site

Row = dict[str, Any]
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def claim_row(standing: Standing) -> Row:
    """Return a review as a row of `claims.jsonl`; its status says whether it may be taken for a verdict."""
    review = standing.review
    return {
        "id": review.id,
        "claim": review.claim,
        "wording": review.wording,
        "claimant": review.claimant,
        "date": review.date,
        "status": standing.status,
        "public": standing.public,
        "stale": standing.stale,
        "rating": review.rating,
        "number": standing.rating.number if standing.public else None,
        "explanation": review.explanation,
        "confidence": review.confidence,
        "independent_sources": standing.sources,
        "evidence": [
            {
                "id": item.id,
                "stance": item.stance,
                "article": item.article,
                "quote": item.quote or None,
                "spans": [[place.span.start, place.span.end] for place in places],
                "in": places[0].where.value if places else None,
                "speaker": item.speaker,
                "voice": item.voice,
                "said_on": item.said_on,
                "same_as": item.same_as,
                "sha256": item.sha256,
            }
            for item, places in standing.places
        ],
        "related": [name for name, _ in review.related],
        "author": review.author,
        "checked_by": list(review.checked_by),
        "created": review.created,
        "updated": review.updated,
        "corrections": [
            {"date": entry.date, "type": entry.type, "note": entry.note, "was": entry.was}
            for entry in review.corrections
        ],
    }


def claim_review_cells(standing: Standing, site: Site) -> dict[str, str]:
    """Return a public verdict under the names that collectors of fact-checks use, one cell each."""
    review, rating = standing.review, standing.rating
    scored = rating.number is not None
    return {
        "claimReviewed": review.claim,
        "itemReviewed.author.name": review.claimant or "",
        "itemReviewed.datePublished": review.date or "",
        "reviewRating.alternateName": rating.label,
        "reviewRating.ratingValue": str(rating.number) if scored else "",
        "reviewRating.bestRating": str(BEST) if scored else "",
        "reviewRating.worstRating": str(WORST) if scored else "",
        "reviewRating.ratingExplanation": " ".join((review.explanation or "").split()),
        "author.name": site.name,
        "author.url": site.url if site.absolute else "",
        "datePublished": review.created,
        "dateModified": review.updated,
        "url": site.claim(review.id) if site.absolute else "",
        "status": standing.status,
    }


def claims_csv(standings: Iterable[Standing], site: Site) -> str:
    """Return the public verdicts as CSV (RFC 4180, UTF-8, LF)."""
    rows = [claim_review_cells(standing, site) for standing in standings if standing.public]
    return csv_text(_CLAIM_CELLS, rows)


_CLAIM_CELLS = (
    *(
        "claimReviewed",
        "itemReviewed.author.name",
        "itemReviewed.datePublished",
        "reviewRating.alternateName",
    ),
    *("reviewRating.ratingValue", "reviewRating.bestRating", "reviewRating.worstRating"),
    *(
        "reviewRating.ratingExplanation",
        "author.name",
        "author.url",
        "datePublished",
        "dateModified",
        "url",
        "status",
    ),
)


def csv_text(names: Iterable[str], rows: Iterable[dict[str, str]]) -> str:
    """Return rows as CSV; a cell that a spreadsheet would compute gets an apostrophe before it."""
    written = io.StringIO()
    writer = csv.DictWriter(written, list(names), lineterminator="\n")
    writer.writeheader()
    writer.writerows({name: safe_cell(value) for name, value in row.items()} for row in rows)
    return written.getvalue()


def safe_cell(text: str) -> str:
    """Return a cell's text, with an apostrophe before what a spreadsheet would take for a formula."""
    return f"'{text}" if text.startswith(_FORMULA) else text
