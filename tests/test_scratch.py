"""A run works where it can write, and does without a cache where it can't."""

from pathlib import Path

from generator.scratch import writable


def test_a_cache_that_can_not_be_written_is_done_without(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    assert writable(tmp_path / "file") is None
    assert writable(None) is None
    assert writable(tmp_path / "new" / "cache") == tmp_path / "new" / "cache"
    assert [] == list((tmp_path / "new" / "cache").iterdir())
