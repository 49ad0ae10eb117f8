"""Each of the 72 bad inputs of docs/bad-inputs.md names a test that is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
_ROW = re.compile(
    r"^\| (?P<number>\d+) \| (?P<input>.*?) \| [^|]*\| `(?P<file>tests/[\w/]+\.py)::(?P<name>test_\w+)` \|$",
    re.MULTILINE,
)
ROWS = [found.groupdict() for found in _ROW.finditer((ROOT / "docs/bad-inputs.md").read_text("utf-8"))]


def test_there_are_seventy_two() -> None:
    assert list(range(1, 73)) == [int(row["number"]) for row in ROWS]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["number"])
def test_a_row_names_a_test_that_is_there(row: dict[str, str]) -> None:
    assert f"def {row['name']}(" in (ROOT / row["file"]).read_text("utf-8")
