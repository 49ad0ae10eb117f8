"""Which structured data stands in which page?"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterable, Mapping
from typing import Any

from markupsafe import Markup

from generator.checks.reviews import Standing
from generator.exports.addresses import Site
from generator.exports.jsonld import article_page, claim_review, home_page, speaker_page, story_page
from generator.model import Article, ArticleId, ReadArticle, Speaker, Story

# What ends a script early, what HTML or a template language could take for its own.
_ACTIVE = re.compile(r"[<>&\u2028\u2029]|\{(?=[{%#])|(?<=[%#])\}")
_ADDRESSES = frozenset(
    (
        *("url", "archivedAt", "correctionsPolicy", "verificationFactCheckingPolicy", "unnamedSourcesPolicy"),
        *("ownershipFundingInfo", "publishingPrinciples", "license", "sdLicense"),
    )
)


def structured(
    reads: Iterable[ReadArticle],
    stories: Iterable[Story],
    standings: Iterable[Standing],
    site: Site,
    *,
    stored: Collection[ArticleId] = (),
) -> dict[str, Markup]:
    """Return the JSON-LD of every page that has any, by the page's path.

    Args:
        reads: all articles.
        stories: all stories.
        standings: all reviews; only public verdicts are given out.
        site: where the pages are published; where that is not known yet, addresses are left out.
        stored: the articles of which a copy stands beside the page.
    """
    articles = tuple(reads)
    by_id = {read.article.id: read.article for read in articles}
    speakers = speakers_of(articles)
    return structured_articles(articles, stories, site, stored=stored) | structured_rest(
        by_id, speakers, standings, site
    )


def structured_articles(
    reads: Iterable[ReadArticle], stories: Iterable[Story], site: Site, *, stored: Collection[ArticleId] = ()
) -> dict[str, Markup]:
    """Return the JSON-LD of the pages of some articles and of stories of theirs, by the page's path."""
    articles = {read.article.id: read for read in reads}
    things: dict[str, Any] = {
        f"articles/{name}.md": article_page(read, site, stored=name in stored)
        for name, read in articles.items()
    }
    headlines = {name: value for name, read in articles.items() if (value := read.article.value("headline"))}
    things |= {f"stories/{story.id}.md": story_page(story, headlines, site) for story in stories}
    return _printed(things, site)


def structured_rest(
    articles: Mapping[ArticleId, Article],
    speakers: Iterable[Speaker],
    standings: Iterable[Standing],
    site: Site,
) -> dict[str, Markup]:
    """Return the JSON-LD of the home page, of speakers and of claims, by the page's path."""
    things: dict[str, Any] = {"index.md": home_page(site)}
    things |= {f"speakers/{speaker.id}.md": speaker_page(speaker, site) for speaker in speakers}
    if site.absolute:
        for standing in standings:
            things[f"claims/{standing.review.id}.md"] = claim_review(standing, articles, site)
    return _printed(things, site)


def _printed(things: Mapping[str, Any], site: Site) -> dict[str, Markup]:
    return {path: inert_json(thing, site) for path, thing in things.items() if thing}


def speakers_of(reads: Iterable[ReadArticle]) -> list[Speaker]:
    """Return the speakers of some articles, each once, by their ids."""
    found = {quote.speaker.id: quote.speaker for read in reads for quote in read.quotes if quote.speaker}
    return [found[name] for name in sorted(found)]


def inert_json(thing: Mapping[str, Any], site: Site) -> Markup:
    """Return an object as JSON on one line that neither HTML nor Markdown nor a template changes."""
    known = thing if site.absolute else _without_addresses(thing)
    text = json.dumps(known, ensure_ascii=False, separators=(",", ":"))
    # Structural braces are never followed by one of `{%#`: what is escaped here stands inside a string.
    return Markup(_ACTIVE.sub(lambda match: f"\\u{ord(match[0]):04x}", text))  # noqa: S704 (nothing active is left)


def _without_addresses(value: Any) -> Any:
    """Leave out the addresses of pages whose site has none yet; relative identifiers stay."""
    if isinstance(value, Mapping):
        return {
            name: _without_addresses(inner)
            for name, inner in value.items()
            if not (name in _ADDRESSES and isinstance(inner, str) and inner.startswith("/"))
        }
    return [_without_addresses(inner) for inner in value] if isinstance(value, list) else value
