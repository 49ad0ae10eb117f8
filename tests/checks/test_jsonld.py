"""The checker finds each fault that it has a code for, and none in a page without fault."""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Callable
from typing import Any

import pytest

from generator.checks.jsonld import data_of, ids_of, label_faults, page_faults
from tests.checks.labelled_seeds import ROOT

PAGE = "https://example.org/site/claims/talks/"
SOURCE = "He said: “We will not talk.” Then he left."
Thing = dict[str, Any]
Change = Callable[[Thing], Any]

CLAIM: Thing = {
    "@context": "https://schema.org",
    "@type": "ClaimReview",
    "@id": f"{PAGE}#review",
    "url": PAGE,
    "claimReviewed": "There were talks",
    "author": {"@type": "Organization", "name": "Example", "url": "https://example.org/site/"},
    "datePublished": "2026-11-24",
    "reviewRating": {
        "@type": "Rating",
        "ratingValue": 1,
        "bestRating": 5,
        "worstRating": 1,
        "alternateName": "False",
        "ratingExplanation": "No talks.",
    },
    "itemReviewed": {
        "@type": "Claim",
        "appearance": [{"@type": "CreativeWork", "url": "https://example.org/a"}],
    },
}
ARTICLE: Thing = {
    "@context": "https://schema.org",
    "@type": "WebPage",
    "@id": PAGE,
    "url": PAGE,
    "mainEntity": {
        "@type": "NewsArticle",
        "@id": f"{PAGE}#article",
        "headline": "No talks",
        "inLanguage": "en",
        "datePublished": "2019-07-14",
        "wordCount": 8,
        "hasPart": [
            {
                "@type": "Quotation",
                "@id": f"{PAGE}#q-1",
                "text": "We will not talk.",
                "position": 10,
                "isPartOf": {"@id": f"{PAGE}#article"},
                "creditText": "he",
            }
        ],
    },
}
VISIBLE = "<h1>No talks</h1><p>There were talks. False. “We will not talk.”</p>"


def _page(thing: Any) -> str:
    text = thing if isinstance(thing, str) else json.dumps(thing)
    return f'{VISIBLE}<script type="application/ld+json">{text}</script>'


def _codes(thing: Any) -> set[str]:
    return {fault.code for fault in page_faults(_page(thing), url=PAGE, source=SOURCE)}


def _quotation(thing: Thing) -> Thing:
    quotation: Thing = thing["mainEntity"]["hasPart"][0]
    return quotation


@pytest.mark.parametrize("thing", [CLAIM, ARTICLE], ids=["claim", "article"])
def test_a_page_without_fault_has_none(thing: Thing) -> None:
    assert set() == _codes(thing)


CLAIM_FAULTS: list[tuple[str, Change]] = [
    ("E-CONTEXT", lambda thing: thing.update({"@context": "http://schema.org"})),
    ("E-TYPE-ROOT", lambda thing: thing.update({"@type": "Rating"})),
    ("E-TYPE-MISSING", lambda thing: thing["author"].pop("@type")),
    ("E-TYPE-UNKNOWN", lambda thing: thing["author"].update({"@type": "Organisation"})),
    ("E-PROP-UNKNOWN", lambda thing: thing.update({"claimReview": "x"})),
    ("E-DOMAIN", lambda thing: thing.update({"ratingValue": 1})),
    ("E-RANGE", lambda thing: thing.update({"author": "Example"})),
    ("E-DATE", lambda thing: thing.update({"datePublished": "24 November 2026"})),
    ("E-URL-ABS", lambda thing: thing["author"].update({"url": "/site/"})),
    ("E-EMPTY", lambda thing: thing["reviewRating"].update({"ratingExplanation": " "})),
    ("E-CR-REQUIRED", lambda thing: thing.pop("claimReviewed")),
    ("E-CR-REQUIRED", lambda thing: thing["reviewRating"].pop("alternateName")),
    ("E-CR-ITEM", lambda thing: thing.update({"itemReviewed": {"@type": "CreativeWork", "name": "x"}})),
    ("E-RATING-SCALE", lambda thing: thing["reviewRating"].update({"worstRating": 5})),
    ("E-RATING-RANGE", lambda thing: thing["reviewRating"].update({"ratingValue": 6})),
    ("E-RATING-NUMBER", lambda thing: thing["reviewRating"].update({"ratingValue": "False"})),
    ("E-CLAIM-HAS-RATING", lambda thing: thing["itemReviewed"].update({"reviewRating": {"@type": "Rating"}})),
    ("E-URL-HOST", lambda thing: thing.update({"url": "https://example.com/site/claims/talks/"})),
    ("E-DANGLING-ID", lambda thing: thing.update({"isPartOf": {"@id": f"{PAGE}#nothing"}})),
    ("E-NOT-VISIBLE", lambda thing: thing.update({"claimReviewed": "Something else"})),
    ("W-CLAIM-LONG", lambda thing: thing.update({"claimReviewed": "There were talks " * 6})),
    ("W-CR-RECOMMENDED", lambda thing: thing.pop("author")),
    ("W-RATING-INCOMPLETE", lambda thing: thing["reviewRating"].pop("bestRating")),
    ("W-PROP-SUPERSEDED", lambda thing: thing.update({"isBasedOnUrl": "https://example.org/"})),
]
ARTICLE_FAULTS: list[tuple[str, Change]] = [
    ("E-QUOTE-NOT-VERBATIM", lambda thing: _quotation(thing).update({"text": "We will talk."})),
    ("E-QUOTE-NOT-VERBATIM", lambda thing: _quotation(thing).update({"position": 3})),
    ("E-QUOTE-EMPTY", lambda thing: _quotation(thing).update({"text": ""})),
    ("E-QUOTE-NOSPEAKER", lambda thing: _quotation(thing).pop("creditText")),
    ("E-RANGE", lambda thing: thing["mainEntity"].update({"wordCount": 8.5})),
    ("E-RANGE", lambda thing: thing["mainEntity"].update({"hasPart": [{"@type": "Person", "name": "x"}]})),
    (
        "W-FICTION-PROP",
        lambda thing: _quotation(thing).update({"spokenByCharacter": {"@type": "Person", "name": "He"}}),
    ),
]


@pytest.mark.parametrize(
    ("code", "change"), CLAIM_FAULTS, ids=[f"{row[0]}-{n}" for n, row in enumerate(CLAIM_FAULTS)]
)
def test_a_fault_of_a_claim_is_found(code: str, change: Change) -> None:
    thing = copy.deepcopy(CLAIM)
    change(thing)
    assert code in _codes(thing)


@pytest.mark.parametrize(
    ("code", "change"), ARTICLE_FAULTS, ids=[f"{row[0]}-{n}" for n, row in enumerate(ARTICLE_FAULTS)]
)
def test_a_fault_of_an_article_is_found(code: str, change: Change) -> None:
    thing = copy.deepcopy(ARTICLE)
    change(thing)
    assert code in _codes(thing)


def test_two_reviews_on_a_page_are_found() -> None:
    two = {"@context": "https://schema.org", "@graph": [CLAIM, {**CLAIM, "@id": f"{PAGE}#other"}]}
    assert "E-CR-MULTIPLE" in _codes(two)


@pytest.mark.parametrize("text", ['{"a": 1,}', '{"a": NaN}', "", "{"])
def test_what_is_no_json_is_found(text: str) -> None:
    assert {"E-JSON"} == _codes(text)


def test_a_page_without_data_is_found() -> None:
    assert ["E-NO-JSONLD"] == [fault.code for fault in page_faults("<p>Nothing</p>")]


def test_a_reference_to_another_page_is_no_fault() -> None:
    thing = copy.deepcopy(CLAIM) | {"isPartOf": {"@id": "https://example.org/site/#website"}}
    known = frozenset({"https://example.org/site/#website"})
    assert () == page_faults(_page(thing), url=PAGE, known_ids=known)


def test_a_verdict_has_one_number_on_the_whole_site() -> None:
    assert [] == list(label_faults([("False", 1), ("False", 1), ("Denied", None), ("True", 5)]))
    assert ["E-RATING-LABEL"] == [fault.code for fault in label_faults([("False", 1), ("False", 5)])]
    assert ["E-RATING-LABEL"] == [fault.code for fault in label_faults([("False", 1), ("True", 1)])]


def test_data_and_identifiers_are_read_from_a_page() -> None:
    (thing,) = data_of(_page(ARTICLE))
    assert {PAGE, f"{PAGE}#article", f"{PAGE}#q-1"} == ids_of(thing)


def test_every_code_of_the_checker_has_a_fault_that_raises_it() -> None:
    written = (ROOT / "docs" / "data.md").read_text(encoding="utf-8")
    codes = set(re.findall(r"\b[EW]-[A-Z]+(?:-[A-Z]+)*", written))
    elsewhere = {"E-CR-MULTIPLE", "E-JSON", "E-NO-JSONLD", "E-RATING-LABEL"}
    assert codes == {code for code, _ in (*CLAIM_FAULTS, *ARTICLE_FAULTS)} | elsewhere
    sources = " ".join(
        path.read_text(encoding="utf-8") for path in (ROOT / "generator" / "checks").glob("*.py")
    )
    assert codes == set(re.findall(r"\"([EW]-[A-Z-]+)\"", sources))
