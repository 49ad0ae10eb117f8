"""What pages tell machines is true to schema.org, and never says more than the article does."""

from __future__ import annotations

import dataclasses
import json

import pytest

from generator.checks.jsonld import Document, document_faults
from generator.checks.lint import read_review
from generator.checks.reviews import Standing, standing
from generator.exports.addresses import Site, site_of
from generator.exports.jsonld import (
    article_page,
    claim_feed,
    claim_review,
    home_page,
    speaker_page,
    story_page,
)
from generator.exports.structured import inert_json, structured
from generator.model import Story, StoryId
from tests.checks.labelled_seeds import labelled_seeds
from tests.checks.test_lint import PATH, TRUE, TWO_SIGNED, _desk

SITE = Site("https://example.org/site/", "Example")
READS = {name: read for name, (read, _) in labelled_seeds().items()}


def _standing(text: str) -> Standing:
    review, problems = read_review(PATH, text, _desk())
    assert review
    return standing(review, PATH, _desk(), frozenset(problem.code for problem in problems))


@pytest.mark.parametrize("name", sorted(READS))
def test_an_articles_data_has_no_fault(name: str) -> None:
    read = READS[name]
    speakers = {f"{SITE.speaker(quote.speaker.id)}#speaker" for quote in read.quotes if quote.speaker}
    thing = article_page(read, SITE, stored=True)
    found = document_faults(
        Document(thing, SITE.article(read.article.id), read.article.text, frozenset(speakers))
    )
    assert () == found


def test_a_denial_is_nobodys_statement() -> None:
    read = READS["003_802cc93bd54ac5d5"]
    parts = article_page(read, SITE, stored=True)["mainEntity"]["hasPart"]
    (denied,) = [part for part in parts if part["text"].startswith("settlement of Iran")]
    assert "creator" not in denied
    assert denied["creditText"].startswith("denied by")


def test_a_date_without_a_year_is_left_out() -> None:
    assert "datePublished" not in article_page(READS["000_deb20142414e904d"], SITE, stored=True)["mainEntity"]
    stated = article_page(READS["001_151755ee29b01678"], SITE, stored=True)["mainEntity"]
    assert "2019-07-14" == stated["datePublished"]


def test_a_missing_headline_is_said_to_be_missing() -> None:
    article = article_page(READS["002_9c80bbab31e64038"], SITE, stored=False)["mainEntity"]
    assert ("headline" in article, "archivedAt" in article) == (False, False)
    assert "(no headline in source)" == article["name"]


def test_stories_speakers_and_the_site_have_no_fault() -> None:
    story = Story(StoryId("one"), tuple(read.article.id for read in READS.values()))
    speaker = next(quote.speaker for quote in READS["001_151755ee29b01678"].quotes if quote.speaker)
    for thing in (story_page(story, {}, SITE), speaker_page(speaker, SITE), home_page(SITE)):
        assert () == document_faults(Document(thing))


def test_only_a_verdict_that_two_people_signed_is_given_out() -> None:
    assert claim_review(_standing(TRUE), {}, SITE) is None
    thing = claim_review(_standing(TWO_SIGNED), _desk().articles, SITE)
    assert thing
    assert () == document_faults(Document(thing, SITE.claim("iran-us-talks-2019-07")))


def test_a_verdict_about_nothing_true_or_false_has_no_number() -> None:
    thing = claim_review(_standing(TWO_SIGNED), {}, SITE)
    assert thing
    assert {"@type", "alternateName", "ratingExplanation"} == set(thing["reviewRating"])


def test_an_article_that_only_denies_the_claim_is_cited_and_no_appearance() -> None:
    thing = claim_review(_standing(TWO_SIGNED), {}, SITE)
    assert thing
    assert {"@type"} == set(thing["itemReviewed"])
    assert 2 == len(thing["citation"])


def test_the_feed_of_verdicts_has_no_fault() -> None:
    feed = claim_feed(
        [_standing(TWO_SIGNED), _standing(TRUE)], {}, SITE, license_url="https://example.org/license"
    )
    assert () == document_faults(Document(feed))
    assert 1 == len(feed["dataFeedElement"])


def test_nothing_in_an_article_ends_the_script() -> None:
    read = READS["002_9c80bbab31e64038"]
    hostile = read.article.text.replace("Iran's approach", "</script><!--{{ x }}{% y %}")
    article = dataclasses.replace(read.article, text=hostile)
    thing = article_page(
        dataclasses.replace(read, article=article, quotes=(read.quotes[1],)), SITE, stored=True
    )
    text = inert_json(thing, SITE)
    assert not any(active in text for active in ("<", ">", "&", "{{", "{%", "%}", "\n"))
    assert thing == json.loads(text)


def test_every_page_says_what_it_is() -> None:
    story = Story(StoryId("one"), tuple(read.article.id for read in READS.values()))
    found = structured(READS.values(), [story], [_standing(TWO_SIGNED)], SITE)
    assert {"index.md", "stories/one.md", f"claims/{PATH.replace('.yml', '.md')}"} < set(found)
    assert {f"articles/{name}.md" for name in READS} < set(found)
    assert "speakers/abbas-mousavi.md" in found


def test_a_site_without_an_address_gives_out_none() -> None:
    story = Story(StoryId("one"), tuple(read.article.id for read in READS.values()))
    found = structured(READS.values(), [story], [_standing(TWO_SIGNED)], site_of("", "Example"))
    codes = {fault.code for text in found.values() for fault in document_faults(Document(json.loads(text)))}
    assert set() == codes - {"E-DANGLING-ID"}
    assert not any(path.startswith("claims/") for path in found)


@pytest.mark.parametrize(
    ("url", "expected"), [("https://example.org", "https://example.org/"), ("/site/", "/"), ("", "/")]
)
def test_a_site_has_an_absolute_address_or_none(url: str, expected: str) -> None:
    assert expected == site_of(url, "Example").url
