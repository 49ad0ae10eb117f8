"""The TEI files of stories, as lxml reads them: each witness is whole, and what may not be shown is not there."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree

from generator.exports.tei import tei
from generator.model import ArticleId, Rights
from generator.pipeline import build
from generator.settings import Settings
from generator.stories.witnesses import witness_table
from tests.stories.articles import read

NS = {"t": "http://www.tei-c.org/ns/1.0"}
NAME = "{http://www.w3.org/XML/1998/namespace}id"
FULL = """The mayor opened the harbor bridge on Sunday. Forty men had worked on it since March, he said.

The council paid for the lamps & the rails. <Nobody> was asked about the cost of the quay.

A ferry used to land here in summer. It will go on as long as there are guests, the owner said.
"""
CUT = FULL.replace(" A ferry used to land here in summer.", "").replace("Forty", "Fifty")
SOLO = "Rain fell on the western islands all week, and the airport closed for two days.\n"


def _site(folder: Path, rights: Rights = Rights.FULL, **seeds: str) -> Path:
    (folder / "seeds").mkdir(parents=True)
    for name, text in seeds.items():
        (folder / "seeds" / f"{name}.txt").write_text(text, encoding="utf-8")
    build(Settings(folder / "seeds", folder / "reviews", folder / "out", None, rights=rights))
    return folder / "out"


def _parsed(path: Path) -> etree._Element:
    return etree.fromstring(path.read_bytes(), etree.XMLParser(resolve_entities=False, no_network=True))


def _witness(division: etree._Element, name: str) -> Iterator[str]:
    for segment in division.iterfind(".//t:seg", NS):
        if not segment.findall("t:app", NS):
            yield segment.text or ""
        for reading in segment.iterfind("t:app/t:rdg", NS):
            if f"#{name}" in reading.attrib["wit"].split():
                yield reading.text or ""


def _joined(words: Iterator[str]) -> str:
    return " ".join(" ".join(words).split())


def test_each_witness_reads_as_its_article(tmp_path: Path) -> None:
    out = _site(tmp_path, full=FULL, cut=CUT)
    (path,) = (out / "data/tei").iterdir()
    root = _parsed(path)
    texts = {
        row["id"]: " ".join(row["text"].split())
        for row in map(json.loads, (out / "data/articles.jsonl").read_text().splitlines())
    }
    readings = {_joined(_witness(root, each.attrib[NAME])) for each in root.iterfind(".//t:witness", NS)}
    assert len(root.findall(".//t:div", NS)) == 1
    assert readings == set(texts.values())
    assert root.findall(".//t:rdg", NS)


def test_the_file_is_listed_and_linked_and_only_where_something_is_compared(tmp_path: Path) -> None:
    out = _site(tmp_path, full=FULL, cut=CUT, solo=SOLO)
    (path,) = (out / "data/tei").iterdir()
    listed = {row["path"] for row in json.loads((out / "data/manifest.json").read_text())["files"]}
    assert f"data/tei/{path.name}" in listed
    assert f'href="../../data/tei/{path.name}"' in (out / f"stories/{path.stem}.md").read_text()
    assert "data/tei" not in (out / "stories/solo.md").read_text()


def test_what_may_not_be_shown_is_a_gap(tmp_path: Path) -> None:
    out = _site(tmp_path, Rights.NONE, full=FULL, cut=CUT)
    (path,) = (out / "data/tei").iterdir()
    root = _parsed(path)
    body = root.find(".//t:body", NS)
    assert "".join(body.itertext()).split() == []
    assert {each.attrib["reason"] for each in body.iterfind(".//t:gap", NS)} == {"rights"}
    assert root.findall(".//t:rdg", NS)


SENTENCES = [f"Sentence {name} tells of a {name} in the harbor." for name in ("boat", "lamp", "crane")]


@pytest.mark.parametrize(
    "other", [SENTENCES[:2], [*SENTENCES[1:], SENTENCES[0]]], ids=["dropped sentence", "moved sentence"]
)
def test_two_texts_of_a_story_keep_their_witnesses_apart(other: list[str]) -> None:
    groups = [{"a": SENTENCES, "b": other}, {"c": [SOLO.strip()], "d": [SOLO.strip()]}]
    reads = {ArticleId(name): read(" ".join(each), name) for group in groups for name, each in group.items()}
    tables = [witness_table([reads[ArticleId(name)] for name in group]) for group in groups]
    root = etree.fromstring(tei(tables, reads, title="Two").encode())
    names = iter(each.attrib[NAME] for each in root.iterfind(".//t:witness", NS))
    for division, group in zip(root.iterfind(".//t:div", NS), groups, strict=True):
        for each in group.values():
            assert sorted(filter(None, _witness(division, next(names)))) == sorted(each)
    assert next(names, None) is None
