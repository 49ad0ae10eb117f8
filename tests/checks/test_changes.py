"""The list of changes is Git's own, the newest first."""

from __future__ import annotations

import subprocess
from pathlib import Path

from generator.checks.changes import changes_of


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


def test_without_a_repository_nothing_is_told(tmp_path: Path) -> None:
    assert () == changes_of([tmp_path, tmp_path / "nowhere"], most=9)
