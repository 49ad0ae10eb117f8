"""Everything that the site gives out as files, beyond the base tables: one function, facts -> pages."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping

from generator.checks.record import Entry
from generator.checks.reviews import Desktop
from generator.exports.addresses import Site
from generator.exports.claims import claim_row, claims_csv
from generator.exports.feeds import feed_pages
from generator.exports.jsonld import claim_feed
from generator.exports.quotations import (
    annotation_page,
    gqg_row,
    manifest,
    quotes_csv,
    stored_copies,
    web_annotations,
)
from generator.exports.tables import lines
from generator.model import Article, ArticleId, Page, ReadArticle

LICENSE = "https://creativecommons.org/licenses/by/4.0/"
"""Of the reviews and of what the site says about articles; the articles belong to their publishers."""


def published_pages(
    reads: Iterable[ReadArticle],
    desktop: Desktop,
    site: Site,
    *,
    ingested: str | None = None,
    changes: Iterable[Entry] = (),
) -> Iterator[Page]:
    """Yield claims, quotes, annotations, stored copies and feeds.

    Args:
        reads: all articles.
        desktop: what people wrote.
        site: where it is published.
        ingested: the day of the build, if one was given; nothing else is dated by it.
        changes: what was done to the sources, the newest first.
    """
    articles = tuple(reads)
    by_id = {read.article.id: read.article for read in articles}
    yield from published_reviews(by_id, desktop, site, changes=changes)
    yield Page("data/quotes.csv", quotes_csv(articles))
    yield Page("data/quotes.gqg.jsonl", lines(gqg_row(read, site, ingested=ingested) for read in articles))
    yield Page(
        "data/quotes.anno.jsonl", lines(row for read in articles for row in web_annotations(read, site))
    )
    yield from filter(None, (annotation_page(read, site) for read in articles))
    for path, text in sorted(stored_copies(articles).items()):
        yield Page(path, text)


def published_reviews(
    articles: Mapping[ArticleId, Article],
    desktop: Desktop,
    site: Site,
    *,
    changes: Iterable[Entry] = (),
) -> Iterator[Page]:
    """Yield what people found, for other programs: claims, the feed of verdicts, and feeds of news.

    Args:
        articles: all of them, by their ids.
        desktop: what people wrote.
        site: where it is published.
        changes: what was done to the sources, the newest first.
    """
    yield Page("data/claims.jsonl", lines(map(claim_row, desktop.reviews)))
    yield Page("data/claims.csv", claims_csv(desktop.reviews, site))
    if site.absolute:
        feed = claim_feed(desktop.reviews, articles, site, license_url=LICENSE)
        yield Page("data/claimreview.json", json.dumps(feed, ensure_ascii=False, indent=1) + "\n")
    yield from feed_pages(desktop, site, changes)


def with_manifest(files: Iterable[Page]) -> Iterator[Page]:
    """Yield data files, and after them the list of them with hash, bytes and rows."""
    listed: list[tuple[str, str]] = []
    for file in files:
        listed.append((file.path, file.text))
        yield file
    yield Page("data/manifest.json", manifest(listed))
