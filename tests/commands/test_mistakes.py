"""A user's mistake is told in one line with its place and what to do, and never as a traceback."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generator.cli import main
from tests.sites import ROOT


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a folder with two seeds and files of every wrong kind, and go there."""
    (tmp_path / "seeds").mkdir()
    for path in sorted((ROOT / "seeds").glob("*.txt"))[:2]:
        shutil.copy(path, tmp_path / "seeds")
    (tmp_path / "empty").mkdir()
    files = {
        "number.yml": "3\n", "broken.yml": "a: [\n", "scalar.yml": "plugins:\n  - variorum: 3\n", "file": "text",
        "typo.yml": "plugins:\n  - variorum:\n      sedes: x\n", "zero.txt": "", "lone.yml": "outlet: x\n",
    }  # fmt: skip
    for name, content in files.items():
        (tmp_path / name).write_text(content)
    monkeypatch.chdir(tmp_path)
    return tmp_path


MISTAKES = (
    (["write", "--seeds", "nope", "--config", "none"], 2, "nope: no such folder; make it"),
    (["write", "--seeds", "file", "--config", "none"], 2, "file: no such folder"),
    (["write", "--config", "nope.yml"], 2, "nope.yml: no such file; check the name, or give --config none"),
    (["write", "--config", "number.yml"], 2, "number.yml:1: holds no `name: value` lines"),
    (["write", "--config", "broken.yml"], 2, "broken.yml:2: not YAML"),
    (["write", "--config", "scalar.yml"], 2, "scalar.yml: the options of the plugin variorum are 3; write each"),
    (["write", "--config", "typo.yml"], 2, "did you mean 'seeds'?"),
    (["write", "--config", "none", "--out", "file"], 2, "file/addresses.yml: not a directory; check the path"),
    (["write", "--config", "none", "--reviews", "file"], 2, "file: is no folder; give the folder with the reviewers' files"),
    (["write", "--config", "none", "--workers", "-1"], 2, "give a number, 0 for one a processor"),
    (["write", "--config", "none", "--scheduler", "x"], 2, "x: no address of a scheduler; give it as tcp://host:8786"),
    (["check", "--config", "none", "--reviews", "nope"], 2, "nope: no such folder; name another with --reviews"),
    (["check", "--site", "nope"], 2, "nope: no such folder; build the site first"),
    (["check", "--site", "empty"], 2, "empty: holds no page; build the site first"),
    (["clean", "--config", "nope.yml"], 2, "nope.yml: no such file"),
    (["build", "--config", "nope.yml"], 2, "nope.yml: no such file; run in the site's folder"),
    (["serve", "--config", "nope.yml"], 2, "nope.yml: no such file; run in the site's folder"),
    (["read", "nope"], 2, "nope: is no file; give the path of an article"),
    (["read", "zero.txt"], 1, "zero.txt: empty; remove it or save the article again"),
    (["read", "lone.yml"], 1, "lone.yml: a sidecar without its article"),
    (["quotes", "file"], 1, "file: has no ending that says what it is"),
    (["compare", "zero.txt", "file"], 1, "zero.txt: empty"),
    (["add", "nope.txt"], 1, "nope.txt: no such file or directory; check the path"),
    (["add", ""], 2, "'': no name; give a file, a folder or an address"),
    (["add", "empty"], 2, "empty: holds no file; give the folder that the articles are in"),
    (["add", "http://[::1"], 1, "http://[::1: no web address (Invalid IPv6 URL); check its spelling"),
    (["add", "http://a..b/"], 1, "no web address"),
    (["add", "ftp://x/y"], 1, "no web address; it must start with http:// or https://"),
    (["add", "lone.yml"], 1, "lone.yml: a sidecar without its article"),
    (["new", "file"], 2, "file: is there already and not empty; name a new folder"),
    (["news", "empty", "empty"], 2, "empty/articles.jsonl: no such file; `variorum write` makes it"),
    (["fix", "nope", "--by", "a", "--why", "b", "--reply", "c", "--config", "none"], 2, "copy the address of its link"),
)  # fmt: skip


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize(
    ("command", "code", "told"), MISTAKES, ids=[" ".join(command) for command, *_ in MISTAKES]
)
def test_a_mistake_is_told_with_what_to_do(
    capsys: pytest.CaptureFixture[str], command: list[str], code: int, told: str
) -> None:
    assert main(command) == code
    error = capsys.readouterr().err
    assert told in error
    assert "Traceback" not in error


def test_a_misspelt_folder_of_reviews_is_told(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert (
        main(["write", "--config", "none", "--no-cache", "--reviews", "reveiws", "--out", str(desk / "out")])
        == 0
    )
    assert "reveiws: no such folder, so there are no reviews" in capsys.readouterr().err
