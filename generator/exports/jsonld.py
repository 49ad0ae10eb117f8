"""What does a page say to machines? One JSON-LD object a page, in schema.org's words, nothing made up.

A denied proposition is nobody's statement: it is credited as denied, and given to no creator.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from generator.checks.apply import is_withdrawn
from generator.checks.desk import day
from generator.checks.ratings import BEST, WORST
from generator.checks.review import Exhibit, Review
from generator.checks.reviews import Standing
from generator.exports.addresses import Site
from generator.model import Article, ArticleId, Polarity, Quote, QuoteKind, ReadArticle, Speaker, Story
from generator.redaction import HIDDEN, readable

Thing = dict[str, Any]

CONTEXT = "https://schema.org"
_NOT_NAMED = "speaker not named"


def article_page(read: ReadArticle, site: Site, *, stored: bool) -> Thing:
    """Return what an article's page says.

    Args:
        read: the article.
        site: where it is published.
        stored: whether a copy of the text stands beside the page.
    """
    article = read.article
    page = site.article(article.id)
    return {
        "@context": CONTEXT,
        "@type": "WebPage",
        "@id": page,
        "url": page,
        "mainEntity": _news_article(read, site, page, stored=stored),
    }


def _news_article(read: ReadArticle, site: Site, page: str, *, stored: bool) -> Thing:
    article = read.article
    headline = article.value("headline")
    published = article.value("published") or ""
    original = article.value("url") or ""
    return _present(
        {
            "@type": "NewsArticle",
            "@id": f"{page}#article",
            "headline": headline,
            "name": None
            if headline
            else "(withdrawn)"
            if is_withdrawn(article)
            else "(no headline in source)",
            "inLanguage": article.value("language") or "und",
            "url": original if original.startswith(("http://", "https://")) else None,
            "datePublished": published if day(published) else None,
            "publisher": _organization(article.value("outlet")),
            "identifier": {"@type": "PropertyValue", "propertyID": "sha256", "value": article.sha256},
            "archivedAt": site.stored(article.sha256) if stored and article.text else None,
            "wordCount": None if HIDDEN in article.text else len(article.text.split()),
            "hasPart": [
                _quotation(quote, number, read, site, f"{page}#{quote.anchor}")
                for quote in read.quotes
                if quote.kind is not QuoteKind.INDIRECT
                for number, part in enumerate(quote.parts)
                if HIDDEN not in part.of(article.text)
            ],
        }
    )


def _present(thing: Thing) -> Thing:
    """Leave out what is not known: absent says so, an empty value would claim something."""
    return {name: value for name, value in thing.items() if value not in (None, "", [])}


def _organization(name: str | None) -> Thing | None:
    return {"@type": "Organization", "name": name} if name else None


def _quotation(quote: Quote, number: int, read: ReadArticle, site: Site, address: str) -> Thing:
    part = quote.parts[number]
    return {
        "@type": "Quotation",
        "@id": address if number == 0 else f"{address}-part-{number + 1}",
        "text": part.of(read.article.text),
        "isPartOf": {"@id": f"{site.article(read.article.id)}#article"},
        "position": part.start,
        **_credit(quote, read.article, site),
    }


def _credit(quote: Quote, article: Article, site: Site) -> Thing:
    label = readable(quote.mention.of(article.text)) if quote.mention else _NOT_NAMED
    name = quote.speaker.name if quote.speaker else label
    if quote.polarity is Polarity.DENIED:
        return {"creditText": f"denied by {name}"}
    if quote.speaker is None:
        return {"creditText": label}
    return {"creator": _speaker(quote.speaker, site)}


def _speaker(speaker: Speaker, site: Site) -> Thing:
    return {"@type": _kind(speaker), "@id": f"{site.speaker(speaker.id)}#speaker", "name": speaker.name}


def _kind(speaker: Speaker) -> str:
    return "Person" if speaker.kind == "person" else "Organization"


def story_page(story: Story, headlines: Mapping[ArticleId, str], site: Site) -> Thing:
    """Return what a story's page says: the list of its articles.

    Args:
        story: the story.
        headlines: of its articles, by id; an article without one is named by its id.
        site: where it is published.
    """
    page = site.story(story.id)
    items = [
        {
            "@type": "ListItem",
            "position": number,
            "url": site.article(article),
            "name": headlines.get(article) or article,
        }
        for number, article in enumerate(story.articles, start=1)
    ]
    return {
        "@context": CONTEXT,
        "@type": "CollectionPage",
        "@id": page,
        "url": page,
        "mainEntity": {
            "@type": "ItemList",
            "@id": f"{page}#articles",
            "numberOfItems": len(items),
            "itemListElement": items,
        },
    }


def speaker_page(speaker: Speaker, site: Site) -> Thing:
    """Return what a speaker's page says: the names; a title is no lasting fact and is left out."""
    page = site.speaker(speaker.id)
    return {
        "@context": CONTEXT,
        "@type": "ProfilePage",
        "@id": page,
        "url": page,
        "mainEntity": _present({**_speaker(speaker, site), "alternateName": list(speaker.aliases)}),
    }


def home_page(site: Site) -> Thing:
    """Return what the home page says: the site, and the policies that it binds itself to."""
    publisher = f"{site.url}#publisher"
    return {
        "@context": CONTEXT,
        "@graph": [
            {
                "@type": "WebSite",
                "@id": f"{site.url}#website",
                "url": site.url,
                "name": site.name,
                "publisher": {"@id": publisher},
            },
            {
                "@type": "NewsMediaOrganization",
                "@id": publisher,
                "name": site.name,
                "url": site.url,
                "correctionsPolicy": site.page("policies/corrections.md"),
                "verificationFactCheckingPolicy": site.page("policies/method.md"),
                "unnamedSourcesPolicy": site.page("policies/unnamed-sources.md"),
                "ownershipFundingInfo": site.page("policies/funding.md"),
                "publishingPrinciples": site.page("policies/method.md"),
            },
        ],
    }


def claim_review(standing: Standing, articles: Mapping[ArticleId, Article], site: Site) -> Thing | None:
    """Return the ClaimReview of a verdict that is public; None for work in progress.

    Only articles that assert the claim are its appearances; those that report or deny it are cited.
    """
    if not standing.public:
        return None
    review = standing.review
    page = site.claim(review.id)
    return {
        "@context": CONTEXT,
        **_present(
            {
                "@type": "ClaimReview",
                "@id": f"{page}#review",
                "url": page,
                "claimReviewed": review.claim,
                "author": {"@type": "Organization", "name": site.name, "url": site.url},
                "datePublished": review.created,
                "dateModified": review.updated if review.updated != review.created else None,
                "reviewRating": _rating(standing),
                "itemReviewed": _claim(standing, site),
                "citation": _cited(review.evidence, articles, site),
                "correction": [
                    {"@type": "CorrectionComment", "text": entry.note, "datePublished": entry.date}
                    for entry in review.corrections
                ],
            }
        ),
    }


def _rating(standing: Standing) -> Thing:
    rating = standing.rating
    scale: Thing = {}
    if rating.number is not None:
        scale = {"ratingValue": rating.number, "bestRating": BEST, "worstRating": WORST}
    explanation = standing.review.explanation
    return _present(
        {
            "@type": "Rating",
            **scale,
            "alternateName": rating.label,
            "ratingExplanation": " ".join((explanation or "").split()),
        }
    )


def _claim(standing: Standing, site: Site) -> Thing:
    review = standing.review
    asserting = [item for item in review.evidence if item.stance == "supports"]
    return _present(
        {
            "@type": "Claim",
            "author": _claimant(review),
            "datePublished": review.date if review.date and day(review.date) else None,
            "appearance": [
                {"@type": "CreativeWork", "url": address}
                for address in dict.fromkeys(site.article(item.article) for item in asserting)
            ],
            "firstAppearance": _first_appearance(review.first_appearance),
        }
    )


def _claimant(review: Review) -> Thing | None:
    """Return who made the claim, where the reviewer says what kind of being that is; nothing is guessed."""
    if not review.claimant or not review.claimant_kind:
        return None
    kind = "Person" if review.claimant_kind == "person" else "Organization"
    return {"@type": kind, "name": review.claimant}


def _first_appearance(address: str | None) -> Thing | None:
    return {"@type": "CreativeWork", "url": address} if address and address.startswith("http") else None


def _cited(evidence: Sequence[Exhibit], articles: Mapping[ArticleId, Article], site: Site) -> list[Thing]:
    cited = dict.fromkeys(item.article for item in evidence if item.stance != "supports")
    return [
        _present(
            {
                "@type": "NewsArticle",
                "@id": f"{site.article(name)}#article",
                "url": site.article(name),
                "headline": articles[name].value("headline") if name in articles else None,
            }
        )
        for name in cited
    ]


def claim_feed(
    standings: Iterable[Standing], articles: Mapping[ArticleId, Article], site: Site, *, license_url: str
) -> Thing:
    """Return all public verdicts as one DataFeed, in the shape that collectors of fact-checks read."""
    elements = []
    for standing in standings:
        review = claim_review(standing, articles, site)
        if review:
            del review["@context"]
            element = {
                "@type": "DataFeedItem",
                "dateCreated": standing.review.created,
                "dateModified": standing.review.updated,
                "url": review["url"],
                "item": [review],
            }
            elements.append(element)
    return _present(
        {
            "@context": CONTEXT,
            "@type": "DataFeed",
            "name": f"{site.name}: reviewed claims",
            "url": site.page("data/claimreview.json"),
            "license": license_url,
            "sdLicense": license_url,
        }
    ) | {"dataFeedElement": elements}
