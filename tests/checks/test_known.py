"""Fact-checks of others are read in the forms they are exchanged in, and found by what they say."""

from __future__ import annotations

import json

import pytest

from generator.checks.known import KnownCheck, read_known

REVIEW = {
    "@type": "ClaimReview",
    "claimReviewed": "Iran held secret talks with the United States in Oman",
    "author": {"@type": "Organization", "name": "Example Check"},
    "url": "https://example.org/1",
    "datePublished": "2020-10-07",
    "reviewRating": {"@type": "Rating", "alternateName": "Unproven"},
    "itemReviewed": {"@type": "Claim", "author": {"@type": "Organization", "name": "Al Jaridah"}},
}
EXPECTED = KnownCheck(
    "Iran held secret talks with the United States in Oman",
    "Example Check",
    "Unproven",
    "2020-10-07",
    "https://example.org/1",
    "Al Jaridah",
)
ANSWER = {
    "text": EXPECTED.claim,
    "claimant": "Al Jaridah",
    "claimReview": [
        {
            "publisher": {"name": "Example Check"},
            "url": "https://example.org/1",
            "textualRating": "Unproven",
            "reviewDate": "2020-10-07T00:00:00Z",
        }
    ],
}
CSV = (
    "claimReviewed,author.name,reviewRating.alternateName,datePublished,url,itemReviewed.author.name\n"
    f"{EXPECTED.claim},Example Check,Unproven,2020-10-07,https://example.org/1,Al Jaridah\n"
)


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("feed.json", json.dumps({"@type": "DataFeed", "dataFeedElement": [{"item": [REVIEW]}]})),
        ("list.json", json.dumps([REVIEW])),
        ("answer.json", json.dumps({"claims": [ANSWER]})),
        ("table.csv", CSV),
    ],
)
def test_each_form_is_read(path: str, text: str) -> None:
    assert ((EXPECTED,), ()) == read_known(path, text)


@pytest.mark.parametrize(
    ("path", "text"), [("a.json", "{"), ("a.json", "[]"), ("a.csv", "x,y\n1,2\n"), ("a.json", "[" * 99999)]
)
def test_a_file_without_fact_checks_is_told(path: str, text: str) -> None:
    found, problems = read_known(path, text)
    assert ((), ["R070"]) == (found, [problem.code for problem in problems])


INSIGHTS = (
    "id,@context,@type,author.@type,author.name,author.url,claimReviewed,datePublished,itemReviewed.@type,"
    "itemReviewed.author.name,itemReviewed.datePublished,reviewRating.alternateName,reviewRating.ratingValue,url\n"
    f'6c4f,https://schema.org,ClaimReview,Organization,Example Check,https://example.org/,"{EXPECTED.claim}",'
    "2020-10-07,Claim,Al Jaridah,2020-10-01,Unproven,,https://example.org/1\n"
    # a row of a picture's review, which has no claim
    "77aa,https://schema.org,MediaReview,Organization,Example Check,https://example.org/,,2020-10-07,,,,,,https://example.org/2\n"
)


def test_the_csv_of_fact_check_insights_is_read() -> None:
    assert ((EXPECTED,), ()) == read_known("insights.csv", INSIGHTS)
