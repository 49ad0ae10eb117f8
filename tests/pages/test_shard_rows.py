"""Each shard's search index is made of the shard's own rows, however many shards a site has."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.pages import sharding
from generator.pages.finding import NEEDED
from generator.shards import Member, Shard, Tale

resource = pytest.importorskip("resource", reason="no limit of open files on this system")
SHARDS = 120


@pytest.fixture
def few_files() -> Iterator[None]:
    """Let the process open fewer files than there are shards."""
    before = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (SHARDS // 2, before[1]))
    yield
    resource.setrlimit(resource.RLIMIT_NOFILE, before)


@pytest.mark.usefixtures("few_files")
@pytest.mark.parametrize("held", [1 << 24, 50])
def test_more_shards_than_a_process_may_open_files_get_their_rows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, held: int
) -> None:
    monkeypatch.setattr(sharding, "_HELD", held)
    data, work = tmp_path / "data", tmp_path / "work"
    data.mkdir()
    rows = {
        "articles": [{"id": f"a{number}"} for number in range(SHARDS)],
        "quotes": [{"id": f"q{number}", "article": f"a{number}"} for number in range(SHARDS)],
        "claims": [{"id": "c", "evidence": [{"article": "a1"}, {"article": "a2"}]}],
    }
    for name in NEEDED:
        (data / f"{name}.jsonl").write_text("".join(f"{json.dumps(row)}\n" for row in rows[name]))
    shards = [
        Shard(f"s{number}", (Tale(f"t{number}", (Member(f"a{number}", None, ""),)),))
        for number in range(SHARDS)
    ]
    sharding._split_rows(data, shards, work)
    found = {
        (shard.name, name): (work / "rows" / shard.name / f"{name}.jsonl").read_text()
        for shard in shards
        for name in NEEDED
    }
    assert found["s7", "articles"] == '{"id": "a7"}\n'
    assert found["s7", "quotes"] == '{"id": "q7", "article": "a7"}\n'
    assert ["s1", "s2"] == [shard for (shard, name), text in found.items() if name == "claims" and text]
