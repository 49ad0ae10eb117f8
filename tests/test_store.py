"""The store: a result comes back for its key; a broken file costs a line, never the run."""

import hashlib
import sqlite3
from contextlib import closing
from pathlib import Path

from generator.store import Store, code_key, key_of


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


def test_without_a_folder_results_are_kept_for_one_run() -> None:
    store = Store(None)
    store.put({"a": b"1"})
    assert {"a": b"1"} == store.get(["a"])
    assert {} == Store(None).get(["a"])


def test_a_file_of_an_older_version_is_begun_anew_with_one_line_said(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "results.sqlite")) as old:
        old.execute("CREATE TABLE results (key TEXT PRIMARY KEY, value BLOB)")
        old.execute("INSERT INTO results VALUES ('a', 'old')")
        old.commit()
    said: list[str] = []
    store = Store(tmp_path, said.append)
    assert {} == store.get(["a"])
    assert 1 == len(said)
    store.close()


def test_a_flipped_bit_is_a_missing_result(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.put({"a": b"right"})
    store.close()
    with closing(sqlite3.connect(tmp_path / "results.sqlite")) as db:
        db.execute("UPDATE results SET value = replace(CAST(value AS TEXT), 'right', 'wrong')")
        db.commit()
    again = Store(tmp_path)
    assert {} == again.get(["a"])
    again.close()


def test_no_two_lists_of_parts_share_a_key() -> None:
    assert key_of("ab", "c") != key_of("a", "bc")


def test_the_key_of_our_code_is_that_of_every_module() -> None:
    nothing = hashlib.sha256().hexdigest()
    keys = {code_key(), code_key("text"), code_key("checks"), code_key("checks", "text")}
    assert 4 == len(keys)
    assert nothing not in keys
