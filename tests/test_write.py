"""Writing: only where the bytes differ, only what is ours, never a half file."""

from pathlib import Path

import pytest

from generator.errors import SettingsError
from generator.model import Page
from generator.pages.write import remove_pages, write_pages


def test_a_second_run_writes_nothing(tmp_path: Path) -> None:
    pages = [Page("a/x.md", "one"), Page("b.md", "two")]
    assert ("a/x.md", "b.md") == write_pages(tmp_path, pages).changed
    assert () == write_pages(tmp_path, pages).changed


def test_a_page_that_is_no_longer_made_goes_with_its_folder(tmp_path: Path) -> None:
    write_pages(tmp_path, [Page("a/x.md", "one"), Page("b.md", "two")])
    assert ("a/x.md",) == write_pages(tmp_path, [Page("b.md", "two")]).removed
    assert not (tmp_path / "a").exists()


def test_what_a_person_wrote_is_never_touched(tmp_path: Path) -> None:
    (tmp_path / "b.md").write_text("mine")
    with pytest.raises(SettingsError, match="move it elsewhere"):
        write_pages(tmp_path, [Page("b.md", "two")])
    assert (tmp_path / "b.md").read_text() == "mine"
    write_pages(tmp_path, [Page("a/x.md", "one")])
    assert ("a/x.md",) == remove_pages(tmp_path)
    assert ["b.md"] == [path.name for path in tmp_path.iterdir()]


def test_a_run_that_was_killed_leaves_no_orphans(tmp_path: Path) -> None:
    write_pages(tmp_path, [Page("a.md", "one")])
    (tmp_path / ".x.part").write_text("half")
    write_pages(tmp_path, [Page("a.md", "two")])
    assert ["a.md"] == sorted(p.name for p in tmp_path.iterdir() if not p.name.startswith(".variorum"))


@pytest.mark.parametrize("path", ["../x.md", "/etc/x.md"])
def test_no_page_leaves_the_folder(tmp_path: Path, path: str) -> None:
    with pytest.raises(SettingsError, match="outside"):
        write_pages(tmp_path, [Page(path, "x")])
