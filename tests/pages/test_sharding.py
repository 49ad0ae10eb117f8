"""A site that was built in shards is the site built as one, byte for byte; only its search index is cut."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.pages.browser import Visit, visit
from tests.pages.showcase import write
from tests.pages.site import broken_links
from tests.sites import working_copy

ADDRESS = "https://example.org/site/"
_BUILT = re.compile(r"(\d+) shards, built now: (.*)")


def build(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run `variorum build` in a folder."""
    return subprocess.run(
        [sys.executable, "-m", "generator", "build", "--strict", *arguments],
        cwd=folder,
        env={**os.environ, "SITE_URL": ADDRESS, "PYTHONPATH": str(Path(__file__).parents[2])},
        text=True,
        capture_output=True,
        check=False,
    )


def built_now(done: subprocess.CompletedProcess[str]) -> tuple[int, list[str]]:
    """Return how many shards a build tells of, and which it built."""
    assert done.returncode == 0, done.stderr
    found = _BUILT.search(" ".join(done.stderr.split()))
    assert found, done.stderr
    names = found[2].split(" INFO ")[0]
    return int(found[1]), [] if names == "none" else names.split(", ")


def files(site: Path) -> dict[str, bytes]:
    """Return the bytes of all files of a site but its search index."""
    return {
        path.relative_to(site).as_posix(): path.read_bytes()
        for path in sorted(site.rglob("*"))
        if path.is_file() and "pagefind" not in path.relative_to(site).parts
    }


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build one site twice: as one into `whole`, in shards of at most three articles into `site`."""
    folder = working_copy(tmp_path_factory.mktemp("shards"))
    for name in ("seeds", "reviews"):
        shutil.rmtree(folder / name)
    (folder / "site_src" / "addresses.yml").unlink(missing_ok=True)
    write(folder)
    config = folder / "mkdocs.yml"
    config.write_text(config.read_text().replace("  - variorum\n", "  - variorum: {search: pagefind}\n"))
    done = build(folder, "--site", "whole")
    assert done.returncode == 0, done.stderr
    many, now = built_now(build(folder, "--shards", "3"))
    assert many == len(now) > 2
    return folder


@pytest.mark.site
def test_every_file_is_that_of_the_site_built_as_one(folder: Path) -> None:
    whole, cut = files(folder / "whole"), files(folder / "site")
    assert sorted(whole) == sorted(cut)
    assert [path for path in whole if whole[path] != cut[path]] == []
    assert len([path for path in cut if path.startswith("articles/")]) > 10


@pytest.mark.site
def test_no_link_of_the_whole_tree_is_broken(folder: Path) -> None:
    assert broken_links(folder / "site", ADDRESS) == []
    (folder / "site" / "articles" / "jisr" / "index.html").rename(folder / "gone")
    assert broken_links(folder / "site", ADDRESS) != []
    (folder / "gone").rename(folder / "site" / "articles" / "jisr" / "index.html")


@pytest.fixture
def seen(folder: Path) -> Iterator[Visit]:
    """Open a browser on it, below a sub-path; nothing may stand in its console."""
    with visit(folder / "site") as visited:
        yield visited
    assert visited.complaints == []


@pytest.mark.browser
@pytest.mark.parametrize(
    ("words", "leads_to"),
    [("bridge", "articles/bridge-"), ("Anna Berg", "speakers/anna-berg/"), ("puente", "articles/puente/")],
)
def test_the_search_asks_all_shards(seen: Visit, words: str, leads_to: str) -> None:
    page = seen.go("stories/")
    page.keyboard.press("/")
    page.keyboard.type(words)
    hit = page.locator(f'.v-finder__hit[href*="/site/{leads_to}"]').first
    expect(hit).to_be_visible()
    hit.click()
    page.wait_for_url(f"**/site/{leads_to}**")
    expect(page.locator("h1").first).to_be_visible()


@pytest.mark.site
def test_only_the_shard_of_a_changed_article_is_built_again(folder: Path, tmp_path: Path) -> None:
    desk = tmp_path / "desk"
    shutil.copytree(folder, desk)
    many, now = built_now(build(desk, "--shards", "3"))
    assert (many > 2, now) == (True, [])
    seed = next(path for path in sorted((desk / "seeds").rglob("*")) if path.stem == "jisr")
    seed.write_text(
        seed.read_text(encoding="utf-8") + "\nZebra crossings were painted too.\n", encoding="utf-8"
    )
    again, now = built_now(build(desk, "--shards", "3"))
    assert (again, len(now)) == (many, 1)
    assert "Zebra" in (desk / "site" / "articles" / "jisr" / "index.html").read_text(encoding="utf-8")
    assert build(desk, "--site", "whole", "--shards", "0").returncode == 0
    assert files(desk / "whole") == files(desk / "site")


@pytest.mark.site
def test_a_site_that_can_not_be_cut_says_why(folder: Path, tmp_path: Path) -> None:
    desk = tmp_path / "desk"
    shutil.copytree(folder, desk)
    config = desk / "mkdocs.yml"
    config.write_text(config.read_text().replace("search: pagefind", "search: material"))
    done = build(desk, "--shards")
    assert done.returncode == 1
    assert "mkdocs.yml: a site in shards needs Pagefind" in " ".join(done.stderr.split())
    config.write_text(config.read_text().replace("search: material", "search: material, shard_articles: 3"))
    done = build(desk)
    assert done.returncode == 0
    assert "are built as one site" in " ".join(done.stderr.split())


# Rendering each page by itself is MkDocs' own way, which a hook of the site's owner brings about.
_HOOK = """
def on_post_page(output, page, config):
    return output.replace("</body>", "<!-- seen --></body>")

def on_env(env, config, files):
    assert not config.extra.get("broken") or "whole" in config.site_dir, "told to break"
"""


@pytest.mark.site
def test_a_hook_sees_the_pages_of_every_shard_and_a_broken_one_is_named(folder: Path, tmp_path: Path) -> None:
    desk = tmp_path / "desk"
    shutil.copytree(folder, desk)
    (desk / "hook.py").write_text(_HOOK)
    config = desk / "mkdocs.yml"
    config.write_text(config.read_text() + "\nhooks: [hook.py]\n")
    assert len(built_now(build(desk, "--shards", "3"))[1]) > 2
    assert build(desk, "--site", "whole", "--shards", "0").returncode == 0
    whole, cut = files(desk / "whole"), files(desk / "site")
    assert [path for path in whole if path.endswith(".html") and whole[path] != cut[path]] == []
    assert b"<!-- seen -->" in cut["articles/jisr/index.html"]
    assert cut["sitemap.xml"].count(b"/articles/") > 10
    config.write_text(config.read_text() + "extra: {broken: true}\n")
    failed = build(desk, "--shards", "3")
    assert failed.returncode == 1
    assert "told to break" in failed.stderr
    assert files(desk / "site") == cut
