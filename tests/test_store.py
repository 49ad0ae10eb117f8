"""The store: a result comes back for its key; a broken file costs a line, never the run."""

from pathlib import Path

from generator.store import Store, key_of


def test_results_come_back_and_others_are_forgotten(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.put({"a": b"1", "b": b"2"})
    assert {"a": b"1", "b": b"2"} == store.get(["a", "b", "c"])
    store.keep_only(["b"])
    assert {"b": b"2"} == store.get(["a", "b"])
    store.close()


def test_a_broken_file_is_begun_anew_with_one_line_said(tmp_path: Path) -> None:
    (tmp_path / "results.sqlite").write_bytes(b"no database at all" * 100)
    said: list[str] = []
    store = Store(tmp_path, said.append)
    store.put({"a": b"1"})
    assert {"a": b"1"} == store.get(["a"])
    assert 1 == len(said)
    store.close()


def test_without_a_folder_nothing_is_kept() -> None:
    store = Store(None)
    store.put({"a": b"1"})
    assert {} == store.get(["a"])


def test_no_two_lists_of_parts_share_a_key() -> None:
    assert key_of("ab", "c") != key_of("a", "bc")
