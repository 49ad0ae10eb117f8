"""Every page of a rich site is valid HTML, its links lead somewhere, and it speaks to a screen reader."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import html5lib
import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.pages.browser import SCHEMES, WIDTHS, visit
from tests.pages.showcase import write
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


class _Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name == "id" and value:
                self.ids.append(value)
            if name in {"href", "src"} and value and tag != "base":
                self.links.append(value)


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
    read: dict[str, _Links] = {}
    for path in _pages(site):
        found = _Links()
        found.feed(path.read_text(encoding="utf-8"))
        address = urljoin(ADDRESS, path.relative_to(site).as_posix().removesuffix("index.html"))
        read[address] = found
        assert len(found.ids) == len(set(found.ids)), path
    broken = [
        (page, link)
        for page, found in read.items()
        for link in found.links
        if not _leads(site, read, page, link)
    ]
    assert broken == []


def _leads(site: Path, read: dict[str, _Links], page: str, link: str) -> bool:
    target, anchor = urldefrag(unquote(urljoin(page, link)))
    if not target.startswith(ADDRESS):
        # other hosts are named by articles' own addresses, the theme and schema.org alone
        return urlsplit(target).scheme in {"https", "http", "data", "mailto"}
    if target in read:
        return not anchor or anchor.startswith(":~:") or anchor in read[target].ids or anchor == "__skip"
    return (site / target.removeprefix(ADDRESS)).is_file()


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
