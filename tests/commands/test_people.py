"""The commands for people: check what they wrote, begin a review, correct the machine."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from generator.cli import main
from tests.checks.labelled_seeds import ROOT
from tests.checks.test_lint import PATH, TRUE

QUOTE = "articles/001_151755ee29b01678/#q-e397c34e81a3"


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with two seeds and the review about them."""
    (tmp_path / "seeds").mkdir()
    for seed in sorted((ROOT / "seeds").glob("00*.txt")):
        shutil.copy(seed, tmp_path / "seeds")
    (tmp_path / "reviews").mkdir()
    (tmp_path / "reviews" / PATH).write_text(TRUE, encoding="utf-8")
    (tmp_path / "mkdocs.yml").write_text(
        "docs_dir: site_src\nplugins:\n- variorum: {workers: 1}\n", encoding="utf-8"
    )
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.usefixtures("desk")
def test_a_sound_folder_passes(capsys: pytest.CaptureFixture[str]) -> None:
    assert 0 == main(["check"])
    assert "1 reviews and 0 corrections read, 0 problems\n" == capsys.readouterr().out


def test_a_mistake_is_printed_with_its_place(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (desk / "reviews" / PATH).write_text(TRUE.replace("rating: denied", "rating: denyed"), encoding="utf-8")
    assert 1 == main(["check"])
    assert (
        f"reviews/{PATH}:14:11 R013 the rating 'denyed' is not in ratings.yml — did you mean 'denied'?"
        in (capsys.readouterr().out)
    )
    assert 1 == main(["check", "--github"])
    assert f"::error file=reviews/{PATH},line=14,col=11,title=R013::" in capsys.readouterr().out


def test_typography_is_mended_where_it_stands(desk: Path) -> None:
    words = "quote: The Islamic Republic of Iran is engaged in no negotiations with"
    path = desk / "reviews" / PATH
    path.write_text(
        TRUE.replace(
            words, words.replace("is engaged", "is  engaged").replace("quote: ", 'quote: "'), 1
        ).replace("at any level.\n", 'at any level."\n', 1),
        encoding="utf-8",
    )
    assert 1 == main(["check"])
    assert 0 == main(["check", "--fix"])
    assert 0 == main(["check"])


def test_a_review_begins_with_evidence_from_every_version(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert 0 == main(
        ["review", "new", "--by", "reader-a", "--today", "2026-11-24", "--claim", "No talks", QUOTE]
    )
    text = (desk / "reviews" / "no-talks.yml").read_text(encoding="utf-8")
    assert 2 == text.count("source_sha256:")
    assert "same_as: e1" in text
    assert 0 == main(["check"]), capsys.readouterr().out
    assert 2 == main(["review", "new", "--by", "reader-a", "--claim", "No talks", QUOTE])


@pytest.mark.usefixtures("desk")
def test_a_review_of_nothing_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert 2 == main(["review", "new", "--by", "reader-a", "articles/nowhere/#q-000000000000"])
    assert 2 == main(["review", "new", "--by", "reader-a"])
    assert "no quote or claim at" in capsys.readouterr().err


@pytest.mark.usefixtures("desk")
def test_what_waits_is_listed_with_whom_it_waits_for(capsys: pytest.CaptureFixture[str]) -> None:
    assert 0 == main(["review", "list"])
    assert "a second person, other than founders, checks and signs it" in capsys.readouterr().out


def test_a_correction_wins_at_the_next_build(desk: Path) -> None:
    given = ["--by", "reader-a", "--why", "line 10", "--today", "2026-11-24"]
    assert 0 == main(["fix", QUOTE, "--set", "speaker=Abbas Araqchi", *given])
    assert 0 == main(["fix", "articles/001_151755ee29b01678/", "--set", "outlet=Press TV News", *given])
    # The review gives the words to somebody else: it has to be read again.
    assert 1 == main(["check"])
    review = desk / "reviews" / PATH
    review.write_text(TRUE.replace("speaker: Abbas Mousavi", "speaker: Abbas Araqchi"), encoding="utf-8")
    assert 0 == main(["check"])
    assert 0 == main(["write"])
    quotes = (desk / "site_src/data/quotes.jsonl").read_text(encoding="utf-8").splitlines()
    mine = [line for line in quotes if "001_151755ee29b01678-q-e397c34e81a3" in line]
    assert ["abbas-araqchi" in line for line in mine] == [True]
    articles = (desk / "site_src/data/articles.jsonl").read_text(encoding="utf-8")
    assert '"outlet": "Press TV News"' in articles


@pytest.mark.usefixtures("desk")
def test_a_correction_that_does_not_hold_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    given = ["--by", "reader-a", "--why", "line 10"]
    assert 2 == main(["fix", QUOTE, "--set", "polarity=negative", *given])
    assert 2 == main(["fix", "articles/nowhere/", "--set", "outlet=X", *given])
    assert "'negative' is no value of 'polarity'" in capsys.readouterr().err


def test_a_withdrawn_article_leaves_nothing_but_its_address(desk: Path) -> None:
    fixes = desk / "reviews/fixes"
    fixes.mkdir()
    text = "article: 004_c0bd221de4d48497\nwithdraw: true\nby: reader-a\non: 2026-11-24\nwhy: asked by the outlet\n"
    (fixes / "004.yml").write_text(text, encoding="utf-8")
    assert 0 == main(["write"])
    out = desk / "site_src"
    assert "asked by the outlet" in (out / "articles/004_c0bd221de4d48497.md").read_text(
        encoding="utf-8"
    ).replace("&#32;", " ")
    for path in out.rglob("*.*"):
        if path.is_file():
            words = path.read_text(encoding="utf-8")
            assert "Government Week" not in words, path
            assert "no negotiation at any levels" not in words, path


GIVEN = ["--by", "reader-a", "--why", "line 10", "--today", "2026-11-24"]


def test_the_right_words_of_a_quote_become_their_places(desk: Path) -> None:
    assert 0 == main(["fix", QUOTE, "--set", "words=The Islamic Republic of Iran", *GIVEN])
    assert 0 == main(["write"])
    quotes = (desk / "site_src/data/quotes.jsonl").read_text(encoding="utf-8").splitlines()
    (mine,) = [json.loads(line) for line in quotes if "001_151755ee29b01678-q-e397c34e81a3-1" in line]
    assert "The Islamic Republic of Iran" == mine["words"]


def test_words_that_the_text_does_not_have_are_refused(desk: Path) -> None:
    assert 2 == main(["fix", QUOTE, "--set", "words=Nobody wrote this", *GIVEN])
    assert not (desk / "reviews/fixes").exists()


def test_a_reply_and_a_withdrawal_are_written_from_an_address(desk: Path) -> None:
    address = "https://example.org/v/articles/004_c0bd221de4d48497/"
    assert 0 == main(["fix", address, "--reply", "We stand by it.", *GIVEN])
    assert 0 == main(["write"])
    page = desk / "site_src/articles/004_c0bd221de4d48497.md"
    assert "We stand by it" in page.read_text(encoding="utf-8")
    assert 0 == main(["fix", address, "--withdraw", *GIVEN])
    assert 0 == main(["check"])
    assert 0 == main(["write"])
    assert "Withdrawn article" in page.read_text(encoding="utf-8")


def test_a_review_begins_from_another_claim(desk: Path) -> None:
    address = f"claims/{PATH.removesuffix('.yml')}/"
    assert 0 == main(
        ["review", "new", "--by", "a", "--today", "2026-11-24", "--claim", "Oman mediates", address]
    )
    text = (desk / "reviews" / "oman-mediates.yml").read_text(encoding="utf-8")
    assert "The Islamic Republic of Iran is engaged in no negotiations" in text
    assert 0 == main(["check"])


def test_a_correction_that_lapsed_waits_for_whom_made_it(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert 0 == main(["fix", QUOTE, "--set", "polarity=hedged", *GIVEN])
    (path,) = (desk / "reviews/fixes").glob("*.yml")
    seed = next((desk / "seeds").glob("001*"))
    seed.write_text(seed.read_text(encoding="utf-8") + "\nMore.\n", encoding="utf-8")
    assert 0 == main(["review", "list"])
    assert (
        f"{path.relative_to(desk).as_posix()}:1  not applied  reader-a looks again" in capsys.readouterr().out
    )
