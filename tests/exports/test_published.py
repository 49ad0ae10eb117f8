"""Data files say what the pages say, are valid to independent readers, and give nothing out too early."""

from __future__ import annotations

import csv
import hashlib
import io
import json
from xml.etree import ElementTree as ET

import pytest

from generator.checks.fixes import Fix
from generator.checks.jsonld import Document, document_faults
from generator.checks.reviews import Desktop
from generator.exports.addresses import Site, site_of
from generator.exports.claims import csv_text, safe_cell
from generator.exports.published import published_pages, with_manifest
from generator.exports.quotations import manifest_text
from tests.checks.test_lint import TRUE, TWO_SIGNED
from tests.exports.test_jsonld import READS, SITE, _standing

PUBLIC = Desktop(reviews=(_standing(TWO_SIGNED),))
PRIVATE = Desktop(reviews=(_standing(TRUE),))
CORRECTED = Desktop(
    reviews=(
        _standing(
            TWO_SIGNED.replace("published", "corrected").replace(
                "corrections: []",
                "corrections:\n  - {date: 2026-11-24, type: correction, note: <b>the day</b>}",
            )
        ),
    ),
    fixes=(
        Fix("reviews/fixes/a.yml", 3, "a", "2026-11-23", "no quote", next(iter(READS.values())).article.id),
    ),
)
ATOM = "{http://www.w3.org/2005/Atom}"


def _files(desktop: Desktop, site: Site = SITE) -> dict[str, str]:
    return {page.path: page.text for page in with_manifest(published_pages(READS.values(), desktop, site))}


def test_only_public_verdicts_are_given_out() -> None:
    private, public = _files(PRIVATE), _files(PUBLIC)
    assert 1 == private["data/claims.csv"].count("\n")
    assert 2 == public["data/claims.csv"].count("\n")
    assert [] == json.loads(private["data/claimreview.json"])["dataFeedElement"]
    assert [] == json.loads(private["feed.json"])["items"]
    assert 1 == len(json.loads(public["feed.json"])["items"])
    assert [False, True] == [json.loads(files["data/claims.jsonl"])["public"] for files in (private, public)]


def test_the_feed_of_verdicts_is_true_to_schema_org() -> None:
    assert () == document_faults(Document(json.loads(_files(PUBLIC)["data/claimreview.json"])))


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", "\tx"])
def test_no_cell_is_a_formula(text: str) -> None:
    assert f"'{text}" == safe_cell(text)
    (row,) = csv.DictReader(io.StringIO(csv_text(["a"], [{"a": text}])))
    assert f"'{text}" == row["a"]


def test_tables_are_read_back_as_they_are() -> None:
    rows = list(csv.DictReader(io.StringIO(_files(PUBLIC)["data/quotes.csv"])))
    assert sum(len(read.quotes) for read in READS.values()) == len(rows)
    assert all(row["words"] for row in rows)


def test_the_quotation_graph_holds_each_quote_in_its_place() -> None:
    for line in _files(PUBLIC)["data/quotes.gqg.jsonl"].splitlines():
        row = json.loads(line)
        text = READS[row["x_id"]].article.text
        for quote in row["quotes"]:
            assert quote["quote"] == text[quote["x_start"] : quote["x_end"]]
            assert quote["pre"] + quote["quote"] + quote["post"] in text


def test_an_annotation_is_found_by_both_of_its_selectors() -> None:
    files = _files(PUBLIC)
    names = set()
    for line in files["data/quotes.anno.jsonl"].splitlines():
        note = json.loads(line)
        names.add(note["id"])
        text = files[note["target"]["source"].removeprefix(SITE.url)]
        position, words = note["target"]["selector"]
        assert words["exact"] == text[position["start"] : position["end"]]
        assert words["prefix"] + words["exact"] + words["suffix"] in text
    assert len(names) == files["data/quotes.anno.jsonl"].count("\n")
    assert {name.removeprefix(SITE.url).partition("#")[0] for name in names} <= set(files)


def test_feeds_are_well_formed_and_keep_the_address_of_a_corrected_claim() -> None:
    files = _files(CORRECTED)
    feed = ET.fromstring(files["feed.xml"])  # noqa: S314 (made here)
    assert [ATOM + "feed", 1] == [feed.tag, len(feed.findall(f"{ATOM}entry"))]
    assert SITE.claim("iran-us-talks-2019-07") == feed.findtext(f"{ATOM}entry/{ATOM}id")
    corrections = ET.fromstring(files["corrections.xml"])  # noqa: S314 (made here)
    contents = [entry.findtext(f"{ATOM}content") for entry in corrections.findall(f"{ATOM}entry")]
    assert ["<b>the day</b>", "no quote"] == contents
    assert "2026-11-24T00:00:00Z" == corrections.findtext(f"{ATOM}updated")


def test_the_manifest_names_every_file_with_its_hash() -> None:
    files = _files(PUBLIC)
    listed = {row["path"]: row for row in json.loads(files["data/manifest.json"])["files"]}
    assert set(files) - {"data/manifest.json"} == set(listed)
    for path, row in listed.items():
        assert hashlib.sha256(files[path].encode()).hexdigest() == row["sha256"]
    assert 5 == listed["data/quotes.gqg.jsonl"]["rows"]


def test_a_site_without_an_address_has_no_feeds() -> None:
    assert not {"feed.xml", "feed.json", "data/claimreview.json"} & set(
        _files(PUBLIC, site_of("", "Example"))
    )


def test_the_list_of_files_is_laid_out_as_json_dumps_lays_it_out() -> None:
    rows = [
        {"path": "data/é.csv", "sha256": "ab", "bytes": 3, "rows": None},
        {"path": "data/a.csv", "sha256": "cd", "bytes": 0, "rows": 2},
    ]
    for some in ([], rows):
        files = sorted(some, key=lambda row: str(row["path"]))
        assert json.dumps({"schema": 1, "files": files}, indent=1) + "\n" == manifest_text(some)
