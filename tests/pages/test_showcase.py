"""Every page of a rich site is valid HTML, its links lead somewhere, and it speaks to a screen reader."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import html5lib
import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.pages.browser import SCHEMES, WIDTHS, visit
from tests.pages.showcase import write
from tests.pages.site import broken_links, linked
from tests.sites import mkdocs, working_copy

ADDRESS = "https://example.org/site/"
PAGES = (
    "",
    "stories/bridge-00/",
    "articles/bridge-00/",
    "articles/bridge-07/",
    "articles/bridge-09/",
    "articles/jisr/",
    "articles/no-headline/",
    "speakers/anna-berg/",
    "outlets/",
    "outlets/harbor-post/",
    "claims/bridge-closed/",
)
# The theme's own markup: what an independent parser says of it is none of ours to mend.
_OF_THE_THEME = re.compile(r"(?s)<(svg|script|style)\b.*?</\1>")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the site of invented articles."""
    folder = working_copy(tmp_path_factory.mktemp("showcase"))
    for name in ("seeds", "reviews"):
        shutil.rmtree(folder / name)
    (folder / "site_src" / "addresses.yml").unlink(missing_ok=True)
    write(folder)
    done = mkdocs(folder, "build", "--strict", site_url=ADDRESS)
    assert done.returncode == 0, done.stderr
    return folder / "site"


def _pages(site: Path) -> Iterator[Path]:
    yield from sorted(site.rglob("*.html"))


@pytest.mark.site
def test_every_page_is_parsed_without_an_error(site: Path) -> None:
    parser = html5lib.HTMLParser(strict=False)
    for path in _pages(site):
        html = _OF_THE_THEME.sub("", path.read_text(encoding="utf-8")).strip()
        parser.parse(html)
        assert [code for _, code, _ in parser.errors] == [], path


def test_the_parser_names_what_is_wrong() -> None:
    parser = html5lib.HTMLParser(strict=False)
    parser.parse("<!doctype html><title>x</title><p><ul><li></p></ul><b>")
    assert parser.errors


@pytest.mark.site
def test_every_link_and_anchor_leads_somewhere_and_no_id_stands_twice(site: Path) -> None:
    assert broken_links(site, ADDRESS) == []
    for path in _pages(site):
        ids = linked(path.read_text(encoding="utf-8")).ids
        assert len(ids) == len(set(ids)), path


@pytest.mark.browser
@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", WIDTHS)
def test_no_barrier_on_any_page(site: Path, scheme: str, width: int) -> None:
    with visit(site, scheme=scheme, width=width) as seen:
        for address in PAGES:
            page = seen.go(address)
            found = Axe().run(page)
            told = [(each["id"], each["nodes"][0]["html"][:160]) for each in found.response["violations"]]
            assert told == [], address
            assert page.evaluate("document.documentElement.scrollWidth") <= width, address
        assert seen.complaints == []
