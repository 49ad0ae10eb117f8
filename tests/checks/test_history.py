"""Corrections are only added, and a second signature is one that a commit shows."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from generator.checks.reviews import Desktop, desktop, review_files
from tests.checks.labelled_seeds import labelled_seeds
from tests.checks.test_lint import PATH, TRUE, TWO_SIGNED

CORRECTION = (
    "corrections:\n  - {date: 2026-11-24, type: correction, note: the date was wrong, was: 2019-07-13}\n"
)


class Desk:
    """A repository with a folder of reviews."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.folder = root / "reviews"
        self.folder.mkdir()
        self.git("init", "-q", "-b", "main")

    def git(self, *arguments: str) -> None:
        subprocess.run(["git", "-C", str(self.root), *arguments], check=True, capture_output=True)

    def commit(self, text: str, address: str = "a@example.org") -> None:
        (self.folder / PATH).write_text(text, encoding="utf-8")
        self.git("add", "-A")
        self.git("-c", "user.name=A", "-c", f"user.email={address}", "commit", "-q", "-m", "review")

    def read(self) -> Desktop:
        return desktop(review_files(self.folder), [read for read, _ in labelled_seeds().values()])

    def codes(self) -> list[str]:
        return [problem.code for problem in self.read().problems]


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def test_a_correction_that_is_gone_is_told(desk: Desk) -> None:
    desk.commit(TRUE.replace("corrections: []\n", CORRECTION))
    assert [] == desk.codes()
    desk.commit(TRUE)
    assert ["R051"] == desk.codes()
    (problem,) = desk.read().problems
    line = TRUE[: TRUE.index("corrections: []")].count("\n") + 1
    assert (line, len("corrections: ") + 1) == (problem.line, problem.column)


def test_a_correction_that_was_edited_is_told(desk: Desk) -> None:
    desk.commit(TRUE.replace("corrections: []\n", CORRECTION))
    desk.commit(TRUE.replace("corrections: []\n", CORRECTION.replace("wrong", "right")))
    assert ["R051"] == desk.codes()


def test_a_correction_is_remembered_when_the_file_was_away(desk: Desk) -> None:
    desk.commit(TRUE.replace("corrections: []\n", CORRECTION))
    (desk.folder / PATH).unlink()
    desk.git("-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "-q", "-am", "away")
    desk.commit(TRUE)
    assert ["R051"] == desk.codes()


def test_a_shallow_clone_is_told_how_to_fetch_more(desk: Desk, tmp_path: Path) -> None:
    desk.commit(TRUE)
    desk.commit(TRUE + "# more\n")
    subprocess.run(
        ["git", "clone", "-q", "--depth=1", f"file://{tmp_path}", str(tmp_path / "clone")], check=True
    )
    found = desktop(
        review_files(tmp_path / "clone" / "reviews"), [read for read, _ in labelled_seeds().values()]
    )
    assert ["R051"] == [problem.code for problem in found.problems]
    assert "git fetch --unshallow" in found.problems[0].remedy


def test_one_person_alone_publishes_nothing(desk: Desk) -> None:
    desk.commit(TWO_SIGNED)
    assert ["R040"] == desk.codes()
    (problem,) = desk.read().problems
    assert (
        "[reader-b]" == TWO_SIGNED.split("\n")[problem.line - 1][problem.column - 1 :].split("  ")[0].rstrip()
    )
    assert ["in-review"] == [standing.status for standing in desk.read().reviews]


def test_a_second_committer_publishes(desk: Desk) -> None:
    desk.commit(TRUE)
    desk.commit(TWO_SIGNED, "b@example.org")
    assert [] == desk.codes()
    assert [True] == [standing.public for standing in desk.read().reviews]


def test_a_listed_reader_must_have_committed(desk: Desk) -> None:
    listed = "reviewers:\n  - {id: reader-b, name: B, addresses: [c@example.org]}\n"
    (desk.folder / "reviewers.yml").write_text(listed, encoding="utf-8")
    desk.commit(TRUE)
    desk.commit(TWO_SIGNED, "b@example.org")
    assert ["R040"] == desk.codes()
    desk.commit(TWO_SIGNED + "# read\n", "C@example.org")
    assert [] == desk.codes()


def test_a_signature_holds_for_what_was_signed_and_nothing_else(desk: Desk) -> None:
    desk.commit(TRUE)
    desk.commit(TWO_SIGNED, "b@example.org")
    assert [] == desk.codes()
    desk.commit(TWO_SIGNED.replace("rating: denied", "rating: disputed"))
    (problem,) = desk.read().problems
    assert ("R040", "claim, verdict or evidence changed since reader-b signed") == (
        problem.code,
        problem.problem,
    )
    assert [False] == [standing.public for standing in desk.read().reviews]
    desk.commit(TWO_SIGNED.replace("rating: denied", "rating: disputed") + "# read\n", "b@example.org")
    assert [] == desk.codes()


def test_a_commit_without_the_name_is_no_signature(desk: Desk) -> None:
    desk.commit(TRUE)
    desk.commit(TRUE + "# a typo mended\n", "b@example.org")
    desk.commit(TWO_SIGNED)
    assert ["R040"] == desk.codes()


def test_without_a_history_nothing_is_public(tmp_path: Path) -> None:
    (tmp_path / PATH).write_text(TWO_SIGNED, encoding="utf-8")
    found = desktop(review_files(tmp_path), [read for read, _ in labelled_seeds().values()])
    assert (["R040"], [False]) == (
        [problem.code for problem in found.problems],
        [standing.public for standing in found.reviews],
    )


def test_without_git_the_files_are_still_read(tmp_path: Path) -> None:
    (tmp_path / PATH).write_text(TRUE, encoding="utf-8")
    assert (None, [PATH]) == (review_files(tmp_path).history, list(review_files(tmp_path).texts))
