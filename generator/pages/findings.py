"""Where do people's findings show? On every article and quote whose words are their evidence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from generator.checks.known import KnownCheck
from generator.checks.reviews import Standing
from generator.model import ArticleId, Quote, QuoteId, ReadArticle, Where
from generator.pages import links
from generator.pages.repository import Repository
from generator.pages.words import Phrase


@dataclass(frozen=True, slots=True)
class Finding:
    """A claim that somebody looked into, as other pages name it."""

    claim: str
    path: str
    verdict: str
    """In words; nothing until two people have signed."""
    status: str
    """In words."""
    stale: bool
    edit: Markup | None = None
    """Link to an editor of the review."""


@dataclass(frozen=True, slots=True)
class Findings:
    """All findings, and those that rest on an article or on a quote."""

    all: tuple[Finding, ...]
    of_article: Mapping[ArticleId, tuple[Finding, ...]]
    of_quote: Mapping[QuoteId, tuple[Finding, ...]]


@dataclass(frozen=True, slots=True)
class KnownView:
    """A fact-check of somebody else."""

    claim: str
    publisher: str
    verdict: str
    date: str
    link: Markup | None


def known_view(check: KnownCheck) -> KnownView:
    """Return a fact-check of somebody else as pages name it."""
    return KnownView(check.claim, check.publisher, check.verdict, check.date, links.outside(check.url))


_STATUS_WORDS = {
    "draft": Phrase("draft"),
    "in-review": Phrase("in review"),
    "published": Phrase("reviewed"),
    "corrected": Phrase("reviewed, corrected"),
    "retracted": Phrase("review retracted"),
}


def findings_of(
    standings: Iterable[Standing],
    reads: Mapping[ArticleId, ReadArticle],
    repository: Repository | None = None,
) -> Findings:
    """Return the findings of all reviews, by the articles and quotes that are their evidence."""
    every: list[Finding] = []
    articles: dict[ArticleId, dict[Finding, None]] = {}
    quotes: dict[QuoteId, dict[Finding, None]] = {}
    for standing in standings:
        finding = finding_of(standing, repository)
        every.append(finding)
        for item, places in standing.places:
            if item.article in reads:
                articles.setdefault(item.article, {})[finding] = None
            for place in places:
                if place.where is Where.TEXT and place.article in reads:
                    for quote in _under(reads[place.article].quotes, place.span.start, place.span.end):
                        quotes.setdefault(quote.id, {})[finding] = None
    return Findings(
        tuple(every),
        {key: tuple(each) for key, each in articles.items()},
        {key: tuple(each) for key, each in quotes.items()},
    )


def finding_of(standing: Standing, repository: Repository | None) -> Finding:
    """Return a review as other pages name it."""
    review = standing.review
    verdict = review.verdict or standing.rating.label
    return Finding(
        claim=review.claim,
        path=links.claim_path(review.id),
        verdict=verdict if standing.public and standing.status != "retracted" else "",
        status=_STATUS_WORDS[standing.status],
        stale=standing.stale,
        edit=links.outside(repository.edit(standing.path)) if repository else None,
    )


def _under(quotes: Iterable[Quote], start: int, end: int) -> Iterable[Quote]:
    """Return the quotes whose words the evidence holds, or that hold the evidence."""
    for quote in quotes:
        span = quote.span
        if (start <= span.start and span.end <= end) or (span.start <= start and end <= span.end):
            yield quote
