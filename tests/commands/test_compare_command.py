"""`variorum compare` shows what differs, in the terminal, as data and as files, whatever the text holds."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from generator.cli import main

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("00[01]*.txt"))
TEI = "{http://www.tei-c.org/ns/1.0}"


def compare(*arguments: str | Path) -> int:
    return main(["compare", *map(str, arguments)])


def test_the_terminal_shows_changed_meaning_and_leaves_typography_out(capsys: pytest.CaptureFixture[str]):
    assert compare(*SEEDS) == 0
    shown = capsys.readouterr().out
    assert "reporters [!over the weekend!], Abbas" in shown
    assert "denying [several] media" in shown
    assert "(not in this version)" in shown
    assert "‹" not in shown


def test_typographic_differences_are_shown_when_asked_for(capsys: pytest.CaptureFixture[str]):
    assert compare(*SEEDS, "--typographic") == 0
    assert "On May ‹29th›, Leader" in capsys.readouterr().out


def test_json_holds_every_difference_and_every_sentence(capsys: pytest.CaptureFixture[str]):
    assert compare(*SEEDS, "--json") == 0
    found = json.loads(capsys.readouterr().out)
    assert ["A", "B"] == [version["label"] for version in found["versions"]]
    assert len(found["differences"]) == 22
    assert len(found["sentences"]) == 16
    for row in found["sentences"]:
        for version, cell in zip(found["versions"], row["cells"], strict=True):
            if cell:
                start, end = cell["span"]
                assert version["text"][start:end] == "".join(part["text"] for part in cell["segments"])


def test_hostile_words_stay_words(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    (tmp_path / "a.txt").write_text(
        "He said <script>alert(1)</script> \x1b[31m & left the room at noon on Monday.\n"
    )
    (tmp_path / "b.txt").write_text("He said <b>nothing</b> & left the room at noon on Tuesday.\n")
    files = (tmp_path / "a.txt", tmp_path / "b.txt")
    assert compare(*files, "--html", tmp_path / "out.html", "--tei", tmp_path / "out.xml") == 0
    assert compare(*files) == 0
    assert "\x1b" not in capsys.readouterr().out
    page = (tmp_path / "out.html").read_text(encoding="utf-8")
    assert "<script" not in page
    assert "<b>" not in page
    ET.parse(tmp_path / "out.xml")  # noqa: S314


def test_many_versions_keep_columns_that_can_be_read_and_the_marks_are_explained(tmp_path: Path):
    files = []
    for number in range(12):
        files.append(tmp_path / f"{number}.txt")
        files[-1].write_text(
            f"The mayor of the old harbor said on Monday that {number} bridges would close.\n"
        )
    assert compare(*files, "--html", tmp_path / "out.html") == 0
    page = (tmp_path / "out.html").read_text(encoding="utf-8")
    assert 'style="--versions:12"' in page
    assert "min-width:calc(var(--versions)*16rem)" in page
    assert all(f"<mark class={level}>differs in" in page for level in ("meaning", "wording", "typographic"))


def test_tei_gives_back_every_version(tmp_path: Path):
    assert compare(*SEEDS, "--tei", tmp_path / "out.xml") == 0
    root = ET.parse(tmp_path / "out.xml").getroot()  # noqa: S314
    segments = root.findall(f".//{TEI}seg")
    assert len(segments) == 16
    second = ["".join(_words(segment, "#w2")) for segment in segments]
    assert "Speaking to reporters on Sunday, Abbas Mousavi said, “" in second[1]
    assert "" == "".join(_words(segments[7], "#w1"))


def _words(segment: ET.Element, witness: str):
    readings = segment.findall(f"{TEI}app/{TEI}rdg")
    if not readings:
        yield segment.text or ""
    yield from (reading.text or "" for reading in readings if witness in reading.attrib["wit"].split())


def test_files_of_one_name_are_told_apart(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    for folder, day in (("old", "Monday"), ("new", "Tuesday")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.txt").write_text(f"The minister left for Muscat on {day}, he said.\n")
    assert compare(tmp_path / "old/a.txt", tmp_path / "new/a.txt") == 0
    assert "[!Monday!]" in capsys.readouterr().out


def test_one_version_alone_cannot_be_compared(capsys: pytest.CaptureFixture[str]):
    assert compare(SEEDS[0]) == 2
    assert "two files" in capsys.readouterr().err
