"""Others read what we give out: pyshacl, feedparser, csv, jsonschema and lxml, each for the form that it knows.

No package ships a schema of Atom or TEI, so those are held to being well-formed to lxml (libxml2), and Atom to
being read without a complaint by feedparser.
"""

from __future__ import annotations

import copy
import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import feedparser
import jsonschema
import pytest
from lxml import etree
from pyshacl import validate
from rdflib import Graph

from generator.checks.changes import Change
from generator.checks.record import Entry
from generator.exports.jsonld import article_page, claim_review, home_page, speaker_page, story_page
from generator.exports.published import published_pages, with_manifest
from generator.model import Story, StoryId
from tests.checks.test_jsonld import ARTICLE, CLAIM, PAGE
from tests.checks.test_lint import TWO_SIGNED, _desk
from tests.exports.schemas import ANNOTATION, ANNOTATION_PAGE, GRAPH, JSON_FEED
from tests.exports.test_jsonld import READS, SITE, _standing
from tests.exports.test_published import CORRECTED

# rdflib and pyshacl warn of each other's and of their own older forms.
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")

Thing = dict[str, Any]
SHAPES = Graph().parse(Path(__file__).with_name("shapes.ttl"))
# The context of schema.org says little more than this; the network is not asked for it.
CONTEXT = {"@vocab": "https://schema.org/"}
CHANGES = tuple(
    Entry(
        Change("2026-11-24", commit, "added", "seeds", f"{commit}.txt", "Take & keep"),
        "article added",
        "<One>",
    )
    for commit in ("abcdef012345", "0123456789ab")
)
FILES = {
    page.path: page.text
    for page in with_manifest(published_pages(READS.values(), CORRECTED, SITE, changes=CHANGES))
}


def _conforms(thing: Thing) -> tuple[bool, str]:
    graph = Graph().parse(data=json.dumps({**thing, "@context": CONTEXT}), format="json-ld")
    assert len(graph) > 0
    conforms, _, words = validate(graph, shacl_graph=SHAPES, inference="none", advanced=False)
    return conforms, words


def _true_things() -> dict[str, Thing]:
    story = Story(StoryId("one"), tuple(read.article.id for read in READS.values()))
    speaker = next(quote.speaker for quote in READS["001_151755ee29b01678"].quotes if quote.speaker)
    review = claim_review(_standing(TWO_SIGNED), _desk().articles, SITE)
    assert review
    things = {name: article_page(read, SITE, stored=True) for name, read in READS.items()}
    things |= {"story": story_page(story, {}, SITE), "speaker": speaker_page(speaker, SITE)}
    return things | {
        "home": home_page(SITE),
        "claim": review,
        "example claim": CLAIM,
        "example article": ARTICLE,
    }


@pytest.mark.parametrize("name", sorted(_true_things()))
def test_pyshacl_finds_no_fault_in_our_data(name: str) -> None:
    conforms, words = _conforms(_true_things()[name])
    assert conforms, words


Change_ = Callable[[Thing], Any]


def _quotation(thing: Thing) -> Thing:
    quotation: Thing = thing["mainEntity"]["hasPart"][0]
    return quotation


DEFECTS: list[tuple[str, Thing, Change_]] = [
    ("no claim", CLAIM, lambda thing: thing.pop("claimReviewed")),
    ("long claim", CLAIM, lambda thing: thing.update({"claimReviewed": "There were talks " * 6})),
    ("no verdict in words", CLAIM, lambda thing: thing["reviewRating"].pop("alternateName")),
    ("rating outside its scale", CLAIM, lambda thing: thing["reviewRating"].update({"ratingValue": 6})),
    ("rating as text", CLAIM, lambda thing: thing["reviewRating"].update({"ratingValue": "False"})),
    ("reversed scale", CLAIM, lambda thing: thing["reviewRating"].update({"worstRating": 5})),
    ("half a scale", CLAIM, lambda thing: thing["reviewRating"].pop("bestRating")),
    (
        "rated claim",
        CLAIM,
        lambda thing: thing["itemReviewed"].update(
            {"reviewRating": {"@type": "Rating", "alternateName": "x"}}
        ),
    ),
    ("no Claim", CLAIM, lambda thing: thing.update({"itemReviewed": {"@type": "CreativeWork", "name": "x"}})),
    ("relative address", CLAIM, lambda thing: thing.update({"url": "/claims/talks/"})),
    ("date in words", CLAIM, lambda thing: thing.update({"datePublished": "24 November 2026"})),
    ("author as text", CLAIM, lambda thing: thing.update({"author": "Example"})),
    ("rating on the review", CLAIM, lambda thing: thing.update({"ratingValue": 1})),
    ("empty explanation", CLAIM, lambda thing: thing["reviewRating"].update({"ratingExplanation": " "})),
    ("empty quotation", ARTICLE, lambda thing: _quotation(thing).update({"text": " "})),
    ("nobody credited", ARTICLE, lambda thing: _quotation(thing).pop("creditText")),
    (
        "denier as creator",
        ARTICLE,
        lambda thing: _quotation(thing).update({"creator": {"@type": "Person", "name": "x"}}),
    ),
    (
        "fictional speaker",
        ARTICLE,
        lambda thing: _quotation(thing).update({"spokenByCharacter": {"@type": "Person", "name": "x"}}),
    ),
    (
        "dangling article",
        ARTICLE,
        lambda thing: _quotation(thing).update({"isPartOf": {"@id": f"{PAGE}#nothing"}}),
    ),
    ("half a word", ARTICLE, lambda thing: thing["mainEntity"].update({"wordCount": 8.5})),
    (
        "person as part",
        ARTICLE,
        lambda thing: thing["mainEntity"].update({"hasPart": [{"@type": "Person", "name": "x"}]}),
    ),
]


@pytest.mark.parametrize(("thing", "change"), [row[1:] for row in DEFECTS], ids=[row[0] for row in DEFECTS])
def test_pyshacl_finds_what_is_wrong(thing: Thing, change: Change_) -> None:
    broken = copy.deepcopy(thing)
    change(broken)
    assert not _conforms(broken)[0]


@pytest.mark.parametrize(("path", "count"), [("feed.xml", 1), ("corrections.xml", 2), ("changes.xml", 2)])
def test_feedparser_reads_the_feeds_without_a_complaint(path: str, count: int) -> None:
    feed = feedparser.parse(FILES[path].encode())
    assert (False, "atom10", count) == (bool(feed.bozo), feed.version, len(feed.entries))
    assert feed.feed.title
    assert feed.feed.updated
    assert count == len({entry.id for entry in feed.entries})
    assert all(entry.link == entry.id and entry.title and entry.updated_parsed for entry in feed.entries)


@pytest.mark.parametrize("path", ["feed.xml", "corrections.xml", "changes.xml"])
def test_lxml_reads_the_feeds_and_each_element_stands_where_atom_wants_it(path: str) -> None:
    root = etree.fromstring(FILES[path].encode(), etree.XMLParser(resolve_entities=False, no_network=True))
    atom = "{http://www.w3.org/2005/Atom}"
    for owner in (root, *root.findall(f"{atom}entry")):
        # RFC 4287, 4.1.1 and 4.1.2: exactly one of each.
        assert [1, 1, 1] == [len(owner.findall(atom + name)) for name in ("id", "title", "updated")]
    assert ["self"] == [
        link.get("rel") for link in root.findall(f"{atom}link") if link.get("href", "").endswith(path)
    ]


@pytest.mark.parametrize("path", [path for path in FILES if path.endswith(".csv")])
def test_csv_reads_the_tables_strictly(path: str) -> None:
    rows = list(csv.reader(io.StringIO(FILES[path], newline=""), strict=True))
    assert {len(rows[0])} == {len(row) for row in rows}
    assert "\r" not in FILES[path]
    assert not [cell for row in rows[1:] for cell in row if cell.startswith(("=", "+", "-", "@"))]


def test_jsonschema_finds_each_annotation_true_to_the_w3c_model() -> None:
    check = jsonschema.Draft202012Validator(ANNOTATION)
    listed = [json.loads(line) for line in FILES["data/quotes.anno.jsonl"].splitlines()]
    for note in listed:
        check.validate(note)
    assert listed


def test_jsonschema_finds_each_annotation_again_in_the_page_at_its_address() -> None:
    pages = {path: json.loads(text) for path, text in FILES.items() if path.startswith("data/anno/")}
    held = []
    for path, page in pages.items():
        jsonschema.validate(page, ANNOTATION_PAGE)
        assert page["id"] == f"{SITE.url}{path}"
        assert {page["id"]} == {note["id"].partition("#")[0] for note in page["items"]}
        held += [{"@context": page["@context"], **note} for note in page["items"]]
    assert held == [json.loads(line) for line in FILES["data/quotes.anno.jsonl"].splitlines()] != []


def test_jsonschema_finds_what_is_no_annotation() -> None:
    check = jsonschema.Draft202012Validator(ANNOTATION)
    note = json.loads(FILES["data/quotes.anno.jsonl"].splitlines()[0])
    for change in (
        {"id": "data/anno/x.json"},
        {"type": "Note"},
        {"target": {"selector": []}},
        {"speaker": "x"},
    ):
        assert not check.is_valid({**note, **change})


def test_jsonschema_finds_the_json_feed_and_the_quotation_graph_in_order() -> None:
    jsonschema.validate(json.loads(FILES["feed.json"]), JSON_FEED)
    for line in FILES["data/quotes.gqg.jsonl"].splitlines():
        jsonschema.validate(json.loads(line), GRAPH)
