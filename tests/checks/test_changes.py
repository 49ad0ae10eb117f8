"""The list of changes is Git's own, the newest first."""

from __future__ import annotations

import dataclasses
import subprocess
from pathlib import Path

from generator.checks.apply import apply_fixes
from generator.checks.changes import Change, changes_of, latest, stands_of
from generator.checks.fixes import Fix
from generator.checks.record import entries
from generator.checks.reviews import Desktop
from tests.checks.labelled_seeds import labelled_seeds


def _git(root: Path, *arguments: str, day: str = "2026-11-24") -> None:
    moment = f"{day}T12:00:00Z"
    subprocess.run(
        ["git", "-C", str(root), "-c", "user.name=A", "-c", "user.email=a@example.org", *arguments],
        check=True,
        capture_output=True,
        env={"GIT_AUTHOR_DATE": moment, "GIT_COMMITTER_DATE": moment, "PATH": "/usr/bin:/bin:/usr/local/bin"},
    )


def test_what_was_added_changed_and_removed_is_told(tmp_path: Path) -> None:
    seeds, reviews = tmp_path / "desk" / "seeds", tmp_path / "desk" / "reviews"
    seeds.mkdir(parents=True)
    reviews.mkdir()
    (seeds / "an article é.txt").write_text("One.", encoding="utf-8")
    (reviews / "a.yml").write_text("a: 1", encoding="utf-8")
    _git(tmp_path, "init", "-q")
    _git(tmp_path, "add", "-A")
    _git(tmp_path, "commit", "-q", "-m", "Begin")
    (seeds / "an article é.txt").write_text("Two.", encoding="utf-8")
    (reviews / "a.yml").unlink()
    _git(tmp_path, "commit", "-q", "-a", "-m", "Mend", day="2026-11-25")
    found = [
        (change.date, change.deed, change.folder, change.name, change.subject)
        for change in changes_of([seeds, reviews], most=9)
    ]
    assert [
        ("2026-11-25", "removed", "reviews", "a.yml", "Mend"),
        ("2026-11-25", "changed", "seeds", "an article é.txt", "Mend"),
        ("2026-11-24", "added", "reviews", "a.yml", "Begin"),
        ("2026-11-24", "added", "seeds", "an article é.txt", "Begin"),
    ] == found
    assert 1 == len(changes_of([seeds, reviews], most=1))


def _desk(root: Path) -> tuple[Path, Path]:
    seeds, reviews = root / "seeds", root / "reviews"
    (reviews / "fixes").mkdir(parents=True)
    seeds.mkdir()
    for name in ("one", "two"):
        (seeds / f"{name}.txt").write_text(f"{name}.", encoding="utf-8")
    _git(root, "init", "-q")
    _git(root, "add", "-A")
    _git(root, "commit", "-q", "-m", "Begin")
    return seeds, reviews


def test_what_the_last_publication_did_not_have_is_new(tmp_path: Path) -> None:
    seeds, _ = _desk(tmp_path)
    assert [False, False] == [change.new for change in changes_of([seeds], most=9)]
    _git(tmp_path, "tag", "published")
    (seeds / "one.txt").write_text("Mended.", encoding="utf-8")
    _git(tmp_path, "commit", "-q", "-a", "-m", "Mend")
    found = changes_of([seeds], most=9)
    assert [("one.txt", True), ("one.txt", False), ("two.txt", False)] == [
        (each.name, each.new) for each in found
    ]


def test_a_file_stands_at_its_last_commit_and_says_when_it_was_edited_since(tmp_path: Path) -> None:
    seeds, _ = _desk(tmp_path)
    (seeds / "one.txt").write_text("Mended.", encoding="utf-8")
    _git(tmp_path, "commit", "-q", "-a", "-m", "Mend", day="2026-11-25")
    (seeds / "two.txt").write_text("Not committed.", encoding="utf-8")
    found = stands_of(seeds)
    assert ("2026-11-25", "seeds/one.txt", False) == (
        found["one.txt"].date,
        found["one.txt"].path,
        found["one.txt"].edited,
    )
    assert ("2026-11-24", True) == (found["two.txt"].date, found["two.txt"].edited)
    assert found["one.txt"].commit != found["two.txt"].commit
    assert found["two.txt"] == latest([found["one.txt"], None, found["two.txt"]])
    assert {} == stands_of(tmp_path / "nowhere")


def test_a_withdrawal_is_told_as_one_and_names_no_headline() -> None:
    change = Change("2026-11-24", "abcdef012345", "added", "reviews", "fixes/a.yml", "Take down")
    read = next(read for read, _ in labelled_seeds().values())
    fix = Fix("reviews/fixes/a.yml", 1, "a", "2026-11-24", "asked", read.article.id, withdraw=True)
    (gone,) = apply_fixes([read], [fix])
    (told,) = entries([change], {gone.article.id: gone}, Desktop(fixes=(fix,)), seeds="seeds")
    assert ("article withdrawn", read.article.id, read.article.id) == (told.words, told.title, told.article)


def test_a_file_of_several_corrections_names_none_of_their_articles() -> None:
    """One commit touched one of them, and which is not known: no headline may stand beside another's withdrawal."""
    change = Change("2026-11-24", "abcdef012345", "changed", "reviews", "fixes/desk.yml", "Put right")
    reads = {read.article.id: read for read, _ in labelled_seeds().values()}
    one, two, *_ = reads
    fixes = (
        Fix("reviews/fixes/desk.yml", 1, "a", "2026-11-24", "a name", one, quote="x"),
        Fix("reviews/fixes/desk.yml", 9, "a", "2026-11-24", "asked", two, withdraw=True),
    )
    (told,) = entries([change], reads, Desktop(fixes=fixes), seeds="seeds")
    assert ("corrections changed", "fixes/desk.yml", None) == (told.words, told.title, told.article)


def test_what_stands_beside_an_article_is_told_as_a_change_of_the_article() -> None:
    reads = {read.article.id: read for read, _ in labelled_seeds().values()}
    id_, read = next(iter(reads.items()))
    path = read.article.path
    sidecar = f"{path.rpartition('.')[0]}.yml"
    together = [Change("2026-11-24", "a", "added", "seeds", name, "Add") for name in (path, sidecar)]
    later = Change("2026-11-25", "b", "added", "seeds", sidecar, "Name the outlet")
    told = list(entries([later, *together], reads, Desktop(), seeds="seeds"))
    assert [("article changed", id_), ("article added", id_)] == [(each.words, each.article) for each in told]


def test_a_file_of_many_articles_is_named_by_itself() -> None:
    reads = {read.article.id: read for read, _ in labelled_seeds().values()}
    many = {
        id_: dataclasses.replace(read, article=dataclasses.replace(read.article, path="all.jsonl"))
        for id_, read in reads.items()
    }
    change = Change("2026-11-24", "a", "added", "seeds", "all.jsonl", "Add")
    (told,) = entries([change], many, Desktop(), seeds="seeds")
    assert ("article added", "all.jsonl", None) == (told.words, told.title, told.article)


def test_without_a_repository_nothing_is_told(tmp_path: Path) -> None:
    assert () == changes_of([tmp_path, tmp_path / "nowhere"], most=9)
