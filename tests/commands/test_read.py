"""`variorum read` shows what was understood of a file, and each line that was cut with its reason."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.cli import main
from generator.commands.read import shown
from generator.intake.articles import article_from
from generator.intake.read import read_seed
from generator.model import RawArticle


def printed(seeds: Path, stem: str) -> list[str]:
    (file,) = seeds.glob(f"{stem}_*.txt")
    (raw,) = read_seed(file, seeds=seeds)
    assert isinstance(raw, RawArticle)
    return [line.plain for line in shown(article_from(raw))]


def test_every_line_of_the_file_is_shown_once_kept_or_with_a_reason(seeds: Path) -> None:
    (file,) = seeds.glob("004_*.txt")
    lines = [line for line in file.read_text("utf-8").split("\n") if line.strip()]
    numbered = [line for line in printed(seeds, "004") if line[:5].strip().isdigit()]
    assert len(lines) == len(numbered)
    assert all(" - " in line[:9] or "   " == line[5:8] for line in numbered)
    assert all(line.endswith("]") for line in numbered if " - " in line[:9])


def test_each_fact_says_how_it_is_known_and_what_is_missing_is_said(seeds: Path) -> None:
    lines = printed(seeds, "002")
    facts = {
        line.split()[0]: line for line in lines if line.startswith("  ") and not line[:5].strip().isdigit()
    }
    assert "(not in text)" in facts["headline"]
    assert "(partial" in facts["published"]
    assert "(detected" in facts["language"]


def test_the_share_of_the_words_that_was_kept_is_told(seeds: Path) -> None:
    assert any(line.startswith("  kept ") and " words; lines cut: " in line for line in printed(seeds, "004"))


def test_a_terminal_gets_colors_and_a_file_none(
    seeds: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (file,) = seeds.glob("004_*.txt")
    assert 0 == main(["read", str(file)])
    assert "\x1b[" not in capsys.readouterr().out
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm-256color")
    assert 0 == main(["read", str(file)])
    assert "\x1b[" in capsys.readouterr().out


def test_what_cant_be_read_is_told_after_the_rest(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text("The talks ended on Sunday.", encoding="utf-8")
    (tmp_path / "b.html").write_bytes(b"")
    assert 1 == main(["read", str(tmp_path / "b.html"), str(tmp_path / "a.txt")])
    caught = capsys.readouterr()
    assert "The talks ended on Sunday." in caught.out
    assert "b.html" in caught.err
    assert 2 == main(["read", str(tmp_path / "none.txt")])


def test_an_escape_sequence_of_the_file_does_not_reach_the_terminal(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.txt").write_text(
        "The talks \x1b[31mended\x1b[0m on [bold]Sunday[/bold].", encoding="utf-8"
    )
    main(["read", str(tmp_path / "a.txt")])
    out = capsys.readouterr().out
    assert "\x1b" not in out
    assert "[bold]Sunday[/bold]" in out
