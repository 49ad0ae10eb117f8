"""The whole way: same input, same bytes; one bad article stops no other; nothing at all says what to do."""

import hashlib
import os
import random
import subprocess
import sys
from pathlib import Path

import pytest

from generator.cli import main
from generator.pipeline import build
from generator.settings import Settings


def settings(folder: Path, seeds: Path, *, workers: int = 1, out: str = "out") -> Settings:
    return Settings(seeds=seeds, reviews=folder / "reviews", out=folder / out, cache=None, workers=workers)


def digest(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_the_same_seeds_give_the_same_bytes_in_any_process(tmp_path: Path, seeds: Path) -> None:
    for seed, out in (("1", "one"), ("2", "two")):
        subprocess.run(
            [
                sys.executable,
                "-m",
                "generator",
                "write",
                "--seeds",
                seeds,
                "--out",
                tmp_path / out,
                "--no-cache",
            ],
            env={**os.environ, "PYTHONHASHSEED": seed},
            check=True,
            capture_output=True,
        )
    assert digest(tmp_path / "one") == digest(tmp_path / "two")


def test_the_cache_changes_nothing_but_the_time(tmp_path: Path, seeds: Path) -> None:
    kept = Settings(seeds=seeds, reviews=tmp_path / "r", out=tmp_path / "kept", cache=tmp_path / "cache")
    build(kept)
    assert build(kept).written.changed == ()
    build(settings(tmp_path, seeds, out="fresh"))
    assert digest(tmp_path / "kept") == digest(tmp_path / "fresh")


def test_many_articles_in_a_pool_give_what_one_process_gives(tmp_path: Path) -> None:
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    for number in range(70):
        text = f"Mayor opens bridge {number}\n\nThe bridge number {number} is open, the mayor said on Monday."
        (seeds / f"{number:03d}.txt").write_text(text)
    build(settings(tmp_path, seeds, workers=1, out="one"))
    build(settings(tmp_path, seeds, workers=2, out="two"))
    assert digest(tmp_path / "one") == digest(tmp_path / "two")


def test_what_is_made_again_after_a_change_is_what_a_first_run_makes(tmp_path: Path, seeds: Path) -> None:
    """Articles change, come and go in turn; a kept chapter must never outlive a fact that is in it."""
    folder = tmp_path / "seeds"
    folder.mkdir()
    files = {path.name: path.read_text() for path in sorted(seeds.glob("*.txt"))}
    chance = random.Random(8)  # noqa: S311
    kept = Settings(
        seeds=folder, reviews=tmp_path / "r", out=tmp_path / "kept", cache=tmp_path / "cache", workers=1
    )
    for step in range(6):
        for name, text in files.items():
            deed = chance.choice(("as it was", "gone", "reworded", "as it was"))
            if deed == "gone":
                (folder / name).unlink(missing_ok=True)
                continue
            words = text.split(" ")
            if deed == "reworded":
                words[chance.randrange(len(words))] = f"word{step}"
            (folder / name).write_text(" ".join(words))
        build(kept)
        fresh = tmp_path / f"fresh{step}"
        fresh.mkdir()
        (fresh / "addresses.yml").write_bytes((tmp_path / "kept" / "addresses.yml").read_bytes())
        build(settings(tmp_path, folder, out=fresh.name))
        assert digest(tmp_path / "kept") == digest(fresh)


def test_a_page_that_somebody_changed_or_removed_is_made_again(tmp_path: Path, seeds: Path) -> None:
    kept = Settings(seeds=seeds, reviews=tmp_path / "r", out=tmp_path / "out", cache=tmp_path / "cache")
    build(kept)
    before = digest(tmp_path / "out")
    pages = sorted((tmp_path / "out" / "articles").glob("0*.md"))
    pages[0].unlink()
    pages[1].write_text("another text")
    (tmp_path / "out" / "data" / "quotes.jsonl").write_text("")
    written = build(kept).written.changed
    assert {f"articles/{path.name}" for path in pages[:2]} | {"data/quotes.jsonl"} == set(written)
    assert before == digest(tmp_path / "out")


def test_one_bad_article_stops_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "good.txt").write_text("Mayor opens bridge\n\n“It is open,” the mayor said.\n")
    (tmp_path / "seeds" / "empty.txt").write_text("   \n")
    (tmp_path / "seeds" / "list.jsonl").write_text(
        '{"id": "x", "text": "“Yes,” she said."}\n{"id": broken}\n'
    )
    monkeypatch.chdir(tmp_path)
    assert main(["write", "--out", "out", "--no-cache"]) == 0
    said = capsys.readouterr().err
    assert "2 articles" in said
    assert "empty.txt" in said
    assert "list.jsonl:2: " in said
    assert main(["write", "--out", "out", "--no-cache", "--strict"]) == 1


def test_an_empty_folder_gives_a_site_that_says_how_to_add_an_article(tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    build(settings(tmp_path, tmp_path / "seeds"))
    home = (tmp_path / "out" / "index.md").read_text()
    assert "seeds/" in home
    assert "No articles yet" in home


@pytest.mark.parametrize("name", ["a.yml", "a.txt.yml", "a.yaml"])
def test_a_changed_sidecar_is_never_hidden_by_the_cache(tmp_path: Path, name: str) -> None:
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    (seeds / "a.txt").write_text("Mayor opens bridge\n\n“It is open now,” the mayor said on Monday.\n")
    chosen = Settings(seeds=seeds, reviews=tmp_path / "r", out=tmp_path / "out", cache=tmp_path / "cache")
    for outlet in ("First Herald", "Second Herald"):
        (seeds / name).write_text(f"outlet: {outlet}\n")
        build(chosen)
        assert outlet in (tmp_path / "out" / "data" / "articles.jsonl").read_text()
