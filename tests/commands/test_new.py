"""A new site works at once; what is wrong with a set-up is named with its remedy; a change is told in words."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from generator.cli import main
from tests.sites import mkdocs


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a new site and stand in it."""
    folder = tmp_path / "my-desk"
    assert main(["new", str(folder)]) == 0
    monkeypatch.chdir(folder)
    return folder


def test_a_new_site_is_checked_and_written_without_a_warning(site: Path) -> None:
    assert main(["check"]) == 0
    assert main(["write", "--strict", "--no-cache"]) == 0
    assert "My desk" in (site / "mkdocs.yml").read_text()
    rows = [json.loads(line) for line in (site / "site_src/data/differences.jsonl").read_text().splitlines()]
    assert {"meaning"} <= {row["level"] for row in rows}
    assert (site / ".github/workflows/pages.yml").is_file()


@pytest.mark.site
def test_a_new_site_is_built_strictly(site: Path) -> None:
    done = mkdocs(site, "build", "--strict", site_url="https://example.org/desk/")
    assert done.returncode == 0, done.stderr
    assert "Anna Berg" in (site / "site/articles/harbor-bridge/index.html").read_text()


def test_a_folder_that_holds_anything_is_left_alone(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = sorted(site.rglob("*"))
    assert main(["new", str(site)]) == 2
    assert "already and not empty" in capsys.readouterr().err
    assert sorted(site.rglob("*")) == before


def test_a_new_site_without_the_example_has_empty_folders(tmp_path: Path) -> None:
    assert main(["new", str(tmp_path / "x"), "--without-example", "--name", "The 'Desk'"]) == 0
    assert list((tmp_path / "x" / "seeds").iterdir()) == []
    assert "site_name: 'The ''Desk'''" in (tmp_path / "x" / "mkdocs.yml").read_text()


def test_a_new_site_speaks_the_language_that_was_asked_for(tmp_path: Path) -> None:
    assert main(["new", str(tmp_path / "x"), "--language", "fa"]) == 0
    assert "\n  language: fa\n" in (tmp_path / "x" / "mkdocs.yml").read_text()


def test_the_doctor_finds_a_new_site_well(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    subprocess.run(["git", "init", "-q", site], check=True)
    assert main(["doctor"]) == 0
    said = capsys.readouterr().out
    assert "error" not in said
    assert "warning  nothing is committed yet" in said
    assert "ok       reviews: 2 files" in said
    who = ("-c", "user.name=a", "-c", "user.email=a@example.org")
    subprocess.run(["git", "-C", site, "add", "."], check=True)
    subprocess.run(["git", "-C", site, *who, "commit", "-qm", "Begin"], check=True)
    assert main(["doctor"]) == 0
    assert "warning" not in capsys.readouterr().out


def test_the_doctor_names_what_is_wrong_and_what_mends_it(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.rmtree(site / "seeds")
    (site / "site_src/assets/find.js").unlink()
    config = site / "mkdocs.yml"
    config.write_text(
        config.read_text().replace("  - variorum\n", "").replace("  - Find: find/index.md\n", "")
    )
    assert main(["doctor"]) == 1
    said = capsys.readouterr().out
    assert "the plugin is not used" in said
    assert "add `- variorum` under `plugins:`" in said
    assert "seeds: no such folder" in said
    assert "assets/find.js" in said


def test_the_news_tell_a_changed_polarity_and_a_new_article(
    site: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["write", "--no-cache"]) == 0
    shutil.copytree(site / "site_src/data", tmp_path / "before")
    seed = site / "seeds/harbor-bridge.txt"
    seed.write_text(
        seed.read_text().replace("said that the work would cost", "denied that the work would cost")
    )
    (site / "seeds/third.txt").write_text(
        "Ferry sinks in the harbor\n\n“Nobody was *on* it,” Captain Lee Moss said.\n"
    )
    assert main(["write", "--no-cache"]) == 0
    capsys.readouterr()
    assert main(["news", str(tmp_path / "before"), "site_src/data"]) == 0
    said = capsys.readouterr().out
    assert "Nobody was \\*on\\* it" in said
    assert "denied" in said
    assert "Lee Moss" in said
    assert "### Quotations" in said


@pytest.mark.usefixtures("site")
def test_no_news_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["write", "--no-cache"]) == 0
    capsys.readouterr()
    assert main(["news", "site_src/data", "site_src/data"]) == 0
    assert "No article, quotation, version or verdict changes." in capsys.readouterr().out
    assert main(["news", "none", "site_src/data"]) == 2
