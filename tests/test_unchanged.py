"""Where nothing changed a run looks at files only from outside, and never takes a changed one for unchanged."""

import os
import time
from pathlib import Path

import pytest

from generator import ledger, unchanged
from generator.ledger import file_digest
from generator.pipeline import build
from generator.settings import Settings
from generator.store import Store
from generator.unchanged import Look, last_account


@pytest.fixture
def site(tmp_path: Path) -> Settings:
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    (seeds / "one.txt").write_text("The council met on Sunday. It said nothing new.\n")
    return Settings(seeds=seeds, reviews=tmp_path / "r", out=tmp_path / "out", cache=tmp_path / "cache")


def contents_asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the names of the seeds that are read from now on."""
    asked: list[str] = []

    def counted(path: str) -> bytes:
        asked.append(Path(path).name)
        return file_digest(path)

    monkeypatch.setattr(ledger, "file_digest", counted)
    return asked


def settle(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let files of a tenth of a second ago pass for old."""
    monkeypatch.setattr(ledger, "_SETTLED_NS", 5 * 10**7)
    time.sleep(0.1)


def test_files_that_are_as_they_were_are_not_read(site: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    settle(monkeypatch)
    build(site)
    asked = contents_asked(monkeypatch)
    assert last_account(site, Look(site)) is not None
    assert asked == []


def test_a_file_of_the_same_size_and_time_is_seen_to_have_changed(
    site: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    settle(monkeypatch)
    build(site)
    seed = site.seeds / "one.txt"
    before = seed.stat()
    seed.write_text(seed.read_text().replace("Sunday", "Monday"))
    os.utime(seed, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert seed.stat().st_size == before.st_size
    assert seed.stat().st_mtime_ns == before.st_mtime_ns
    assert last_account(site, Look(site)) is None
    assert "articles/one.md" in build(site).written.changed


def test_files_that_changed_a_moment_ago_are_read(site: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    build(site)
    asked = contents_asked(monkeypatch)
    assert last_account(site, Look(site)) is not None
    assert asked == ["one.txt"]


def test_what_was_read_once_more_is_only_looked_at_next_time(
    site: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(site)
    settle(monkeypatch)
    assert last_account(site, Look(site)) is not None
    asked = contents_asked(monkeypatch)
    assert last_account(site, Look(site)) is not None
    assert asked == []


def test_touched_files_of_the_same_content_are_unchanged(
    site: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    settle(monkeypatch)
    build(site)
    os.utime(site.seeds / "one.txt", ns=(0, 10**18))
    assert last_account(site, Look(site)) is not None


def test_what_another_version_told_is_not_read(site: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    settle(monkeypatch)
    assert site.cache is not None
    store = Store(site.cache)
    with monkeypatch.context() as patch:
        patch.setattr(unchanged, "code_key", lambda: "that of another version")
        store.put({unchanged._key(site): b'{"told": "in another way"}'})
    store.close()
    assert last_account(site, Look(site)) is None
    build(site)
    assert last_account(site, Look(site)) is not None
