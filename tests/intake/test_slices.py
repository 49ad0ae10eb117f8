"""Big files: read slice by slice, they hold the articles that they hold read whole."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from generator.errors import SeedError
from generator.executors import SerialExecutor
from generator.intake import slices
from generator.intake.slices import slices_of
from generator.model import Article
from generator.progress import silent
from generator.reading import Reading, read_all
from generator.store import Store

WORDS = "Mayor Anna Berg said the bridge is safe and that it stays open."


@pytest.fixture(autouse=True)
def small_slices(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a small file be a big one."""
    monkeypatch.setattr(slices, "SLICE_BYTES", 2_000)
    monkeypatch.setattr(slices, "SLICE_PAGES", 3)


def _lines(count: int) -> bytes:
    rows = [json.dumps({"text": f"{WORDS} It has number {number}."}) for number in range(count)]
    rows.insert(7, "{broken")
    return ("\n".join(rows) + "\n").encode()


def _archive(count: int, *, packed: bool) -> bytes:
    records = []
    for number in range(count):
        body = f"<html><body><article><p>{WORDS} {WORDS} Number {number}.</p></article></body></html>"
        answer = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n{body}".encode()
        head = (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://example.org/{number}\r\n"
            f"WARC-Date: 2020-01-01T00:00:00Z\r\nWARC-Record-ID: <urn:uuid:{number:032d}>\r\n"
            f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(answer)}\r\n\r\n"
        )
        record = head.encode() + answer + b"\r\n\r\n"
        records.append(gzip.compress(record, mtime=0) if packed else record)
    return b"".join(records)


def _read(seeds: Path) -> Reading:
    return read_all(seeds, Store(None), SerialExecutor(), progress=silent)


def _facts(reading: Reading) -> tuple[list[tuple[str, int, str]], list[str]]:
    articles: list[Article] = [item.read.article for item in reading.looked]
    return [(each.id, each.line, each.text) for each in articles], [str(each) for each in reading.problems]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("feed.jsonl", _lines(60)),
        ("crawl.warc", _archive(20, packed=False)),
        ("crawl.warc.gz", _archive(40, packed=True)),
    ],
)
def test_slices_hold_what_the_whole_file_holds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, content: bytes
) -> None:
    (tmp_path / name).write_bytes(content)
    parts = slices_of(tmp_path / name)
    assert len(parts) > 2
    assert [0, *(part.end for part in parts)] == [*(part.start for part in parts), len(content)]
    in_slices = _facts(_read(tmp_path))
    monkeypatch.setattr(slices, "SLICE_BYTES", 10**9)
    assert () == slices_of(tmp_path / name)
    assert in_slices == _facts(_read(tmp_path))


def test_a_file_that_grew_is_read_anew_from_its_last_slice_on(tmp_path: Path) -> None:
    path = tmp_path / "feed.jsonl"
    path.write_bytes(_lines(60))
    before = slices_of(path)
    path.write_bytes(path.read_bytes() + _lines(30))
    assert before[:-1] == slices_of(path)[: len(before) - 1]


def test_the_rows_of_a_parquet_file_are_articles(tmp_path: Path) -> None:
    arrow = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    rows = [
        {"text": f"{WORDS} Number {number}.", "outlet": "Harbor Post", "id": None} for number in range(10)
    ]
    parquet.write_table(arrow.Table.from_pylist(rows), tmp_path / "rows.parquet", row_group_size=4)
    assert [(0, 1, 1), (1, 2, 5), (2, 3, 9)] == [
        (part.start, part.end, part.first) for part in slices_of(tmp_path / "rows.parquet")
    ]
    articles, problems = _facts(_read(tmp_path))
    assert [] == problems
    assert [f"rows-{number}" for number in range(1, 11)] == [name for name, _, _ in articles]


def test_what_is_no_parquet_file_is_named_with_a_remedy(tmp_path: Path) -> None:
    pytest.importorskip("pyarrow")
    (tmp_path / "rows.parquet").write_bytes(b"no rows at all")
    with pytest.raises(SeedError, match="no Parquet file"):
        slices_of(tmp_path / "rows.parquet")
    _, problems = _facts(_read(tmp_path))
    assert 1 == len(problems)
