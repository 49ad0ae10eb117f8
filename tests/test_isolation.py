"""A mistake in a rule costs the article it fails on, by name, and no other."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator import isolation, reading
from generator.cli import main
from generator.errors import SeedError
from generator.executors import SerialExecutor
from generator.model import Article, Quote
from generator.progress import silent
from generator.quotes.extract import quotes_of
from generator.store import Store
from generator.stories.summary import summaries

TEXTS = ("“We will stay,” Ann Miller said.", "“We will BREAK,” Ann Miller said.", "Nobody said a word.")


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    folder = tmp_path / "seeds"
    folder.mkdir()
    for number, text in enumerate(TEXTS):
        row = {"id": f"a{number}", "text": text, "cleaned": True}
        (folder / f"a{number}.jsonl").write_text(json.dumps(row), encoding="utf-8")
    return folder


def _read(seeds: Path, tmp_path: Path) -> reading.Reading:
    store = Store(tmp_path / "cache", print)
    try:
        return reading.read_all(seeds, store, SerialExecutor(), progress=silent)
    finally:
        store.close()


def _failing(article: Article) -> tuple[Quote, ...]:
    if "BREAK" in article.text:
        raise IndexError("a rule's mistake")
    return quotes_of(article)


def test_a_failing_quote_rule_costs_one_article(
    seeds: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(isolation, "quotes_of", _failing)
    found = _read(seeds, tmp_path)
    assert ["a0", "a2"] == [item.read.article.id for item in found.looked]
    (problem,) = found.problems
    assert str(problem).startswith("a1.jsonl:1: left out, since a rule failed on it (IndexError at ")
    assert str(tmp_path) not in str(problem)


def test_an_article_that_cannot_be_summarized_costs_itself_alone(
    seeds: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(reads):
        held = list(reads)
        if any("BREAK" in read.article.text for read in held):
            raise ValueError("a mistake")
        return summaries(held)

    monkeypatch.setattr(isolation, "summaries", failing)
    found = _read(seeds, tmp_path)
    assert ["a0", "a2"] == [item.read.article.id for item in found.looked]
    assert ["a1.jsonl"] == [problem.path for problem in found.problems]


def test_a_file_that_breaks_off_keeps_what_came_before_and_is_named() -> None:
    def broken():
        yield SeedError("x.jsonl", 1, "odd")
        raise KeyError("a mistake")

    first, second = isolation.guarded(broken, "x.jsonl")
    assert ("odd", "x.jsonl") == (getattr(first, "problem", ""), getattr(second, "path", ""))
    assert "KeyError" in str(second)


def test_a_full_disk_is_no_articles_fault() -> None:
    def full():
        raise OSError("no space left")
        yield

    with pytest.raises(OSError, match="no space"):
        list(isolation.guarded(full, "x.jsonl"))


def test_the_command_goes_on_and_says_so(
    seeds: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(isolation, "quotes_of", _failing)
    assert main(["quotes", *map(str, sorted(seeds.iterdir()))]) == 1
    printed = capsys.readouterr()
    assert "We will stay" in printed.out
    assert "a1.jsonl:1: left out" in printed.err
