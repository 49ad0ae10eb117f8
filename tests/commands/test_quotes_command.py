"""`variorum quotes` prints each quote with its speaker, and says by which rule it was found."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.cli import main

TEXT = "“We will not talk,” Hassan Rouhani said on Monday. He denied that talks were under way.\n"


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "one.jsonl"
    path.write_text(json.dumps({"id": "one", "text": TEXT, "cleaned": True}), encoding="utf-8")
    return path


def test_the_table_names_speaker_kind_and_polarity(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["quotes", str(article)]) == 0
    printed = capsys.readouterr().out
    assert "direct   affirmed Hassan Rouhani: “We will not talk,”" in printed
    assert "indirect denied   Hassan Rouhani (He): talks were under way" in printed


def test_explain_names_the_rule_with_an_example(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["quotes", "--explain", str(article)])
    assert (
        "rule “after”: the clause of reporting that follows the quotation; cue “said”"
        in capsys.readouterr().out
    )


def test_json_prints_one_object_a_quote(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["quotes", "--json", str(article)])
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [row["words"] for row in rows] == ["We will not talk,", "talks were under way"]
    assert [TEXT[slice(*row["parts"][0])] for row in rows] == [row["words"] for row in rows]


def test_json_tells_who_relayed_the_words(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "one.txt"
    path.write_text(
        "Talks failed\n\n“We will not talk,” Hassan Rouhani said on Monday, ISNA reported.\n",
        encoding="utf-8",
    )
    main(["quotes", "--json", str(path)])
    row = json.loads(capsys.readouterr().out.splitlines()[0])
    assert (row["via"]["text"], row["speaker"]["name"]) == ("ISNA", "Hassan Rouhani")


def test_a_missing_file_is_wrong_use(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["quotes", str(tmp_path / "none.txt")]) == 2
    assert "is no file" in capsys.readouterr().err


def test_a_role_shows_the_name_that_another_file_gives_to_the_same_words(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said = "“We will open the northern harbor before the winter,”"
    texts = {"a": f"{said} the diplomat said.", "b": f"{said} Norwegian Ambassador Anna Kowalska said."}
    path = tmp_path / "two.jsonl"
    rows = [json.dumps({"id": id_, "text": text, "cleaned": True}) for id_, text in texts.items()]
    path.write_text("\n".join(rows), encoding="utf-8")
    main(["quotes", str(path)])
    printed = capsys.readouterr().out
    assert "the diplomat (no name known): “We will open" in printed
    assert "inferred: Anna Kowalska, by the same words in b-" in printed
    main(["quotes", "--json", str(path)])
    role, named = (json.loads(line) for line in capsys.readouterr().out.splitlines())
    assert role["speaker"] is None
    assert role["named_elsewhere"] == {
        "status": "inferred",
        "speaker": {"id": "anna-kowalska", "name": "Anna Kowalska"},
        "quote": named["id"],
    }
    assert named["named_elsewhere"] is None
