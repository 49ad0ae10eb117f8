"""A name that another version gives is shown as inferred, beside the text's own mention and never in its place."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.cli import main

_BODY = (
    "The northern harbor has been closed since the flood of last spring, and the fishing boats of three towns lie idle "
    "there.\n\n“We will open the northern harbor before the winter,” {who} said in Oslo on Monday.\n\n"
    "The towns had asked for money to repair the quays, the cranes and the old lighthouse at the mouth of the river."
)


def test_the_page_and_the_row_say_where_the_name_comes_from(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "seeds").mkdir()
    for id_, outlet, who in (
        ("role", "Harbor Post", "the diplomat"),
        ("name", "Fjord Times", "Norwegian Ambassador Anna Kowalska"),
    ):
        row = {
            "id": id_,
            "outlet": outlet,
            "headline": "Harbor opens",
            "text": _BODY.format(who=who),
            "cleaned": True,
        }
        (tmp_path / "seeds" / f"{id_}.jsonl").write_text(json.dumps(row), encoding="utf-8")
    assert main(["write", "--out", "out", "--no-cache"]) == 0
    rows = [json.loads(line) for line in (tmp_path / "out/data/quotes.jsonl").read_text("utf-8").splitlines()]
    role, named = (next(row for row in rows if row["article"] == id_) for id_ in ("role", "name"))
    assert role["speaker"] is None
    assert role["mention"]["text"] == "the diplomat"
    assert role["named_elsewhere"]["quote"] == named["id"]
    page = (tmp_path / "out/articles/role.md").read_text("utf-8")
    shown = page[page.index('class="v-named"') :].split("inferred", 1)[0]
    assert "speakers/anna-kowalska" in shown
    assert f"name/#{named['id'].removeprefix('name-').removesuffix('-1')}" in shown
    assert 'class="v-named"' not in (tmp_path / "out/articles/name.md").read_text("utf-8")
