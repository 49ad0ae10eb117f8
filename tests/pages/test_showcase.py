"""Every page of every kind of site is valid HTML, its links lead somewhere, and it speaks to a screen reader."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import html5lib
import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.pages.browser import SCHEMES, WIDTHS, visit
from tests.pages.gallery import ADDRESS, SITES
from tests.pages.site import broken_links, linked

CHECKER = Path(__file__).parents[2] / ".venv/nu/node_modules/vnu-jar/build/dist/vnu.jar"
_TOGGLE_OF_THE_THEME = r'<input class="md-toggle"[^>]* autocomplete="off">'
INVENTED = ("rich", "persian", "arabic", "excerpts", "none")
DESKTOP, PHONE = WIDTHS
LOOKS = (
    *(("rich", scheme, width) for scheme in SCHEMES for width in WIDTHS),
    # what is mirrored is mirrored in both languages; what is hidden is hidden in both schemes
    *(("persian", "light", DESKTOP), ("persian", "dark", PHONE)),
    *(("arabic", "dark", DESKTOP), ("arabic", "light", PHONE)),
    *(("excerpts", "light", PHONE), ("none", "dark", DESKTOP)),
)
"""Site, scheme and width."""
# The theme's own markup: what an independent parser says of it is none of ours to mend.
_OF_THE_THEME = re.compile(r"(?s)<(svg|script|style)\b.*?</\1>")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """Return what builds one of the gallery's sites, once."""

    @cache
    def build(name: str) -> Path:
        return SITES[name].build(tmp_path_factory.mktemp(name))

    return build


def _pages(site: Path) -> Iterator[Path]:
    yield from sorted(site.rglob("*.html"))


@pytest.mark.site
@pytest.mark.parametrize("name", INVENTED)
def test_every_page_is_parsed_without_an_error(built: Callable[[str], Path], name: str) -> None:
    parser = html5lib.HTMLParser(strict=False)
    for path in _pages(built(name)):
        html = _OF_THE_THEME.sub("", path.read_text(encoding="utf-8")).strip()
        parser.parse(html)
        assert [code for _, code, _ in parser.errors] == [], path


def test_the_parser_names_what_is_wrong() -> None:
    parser = html5lib.HTMLParser(strict=False)
    parser.parse("<!doctype html><title>x</title><p><ul><li></p></ul><b>")
    assert parser.errors


@pytest.mark.site
@pytest.mark.skipif(
    not (CHECKER.is_file() and shutil.which("java")), reason="needs npm and Java: make checker"
)
def test_the_nu_checker_finds_nothing_wrong(built: Callable[[str], Path]) -> None:
    """It knows what may stand in what, and which element may have which attribute."""
    sites = [str(built(name)) for name in INVENTED]
    command = ["java", "-jar", str(CHECKER), "--errors-only", "--skip-non-html", "--format", "json", *sites]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    told = json.loads(done.stderr)["messages"]
    assert [] == [
        (each["url"], each["message"], each.get("extract"))
        for each in told
        if not re.search(_TOGGLE_OF_THE_THEME, each.get("extract", ""))
    ]
    # the theme's own fault shows that the checker read the pages
    assert len({each["url"] for each in told}) == sum(len(list(_pages(built(name)))) for name in INVENTED)


@pytest.mark.site
@pytest.mark.parametrize("name", INVENTED)
def test_every_link_and_anchor_leads_somewhere_and_no_id_stands_twice(
    built: Callable[[str], Path], name: str
) -> None:
    site = built(name)
    assert broken_links(site, ADDRESS) == []
    for path in _pages(site):
        ids = linked(path.read_text(encoding="utf-8")).ids
        assert len(ids) == len(set(ids)), path


@pytest.mark.browser
@pytest.mark.parametrize(("name", "scheme", "width"), LOOKS)
def test_no_barrier_on_any_page(built: Callable[[str], Path], name: str, scheme: str, width: int) -> None:
    with visit(built(name), scheme=scheme, width=width) as seen:
        for place, address in SITES[name].pages.items():
            if place == "missing":  # opened by its file name, its links are those of the root
                continue
            page = seen.go(address)
            found = Axe().run(seen.still())
            told = [(each["id"], each["nodes"][0]["html"][:160]) for each in found.response["violations"]]
            assert told == [], address
            assert page.evaluate("document.documentElement.scrollWidth") <= width, address
        assert seen.complaints == []


@pytest.mark.browser
def test_without_scripts_every_page_reads_and_its_links_lead_on(built: Callable[[str], Path]) -> None:
    with visit(built("rich"), scripts=False) as seen:
        page = seen.page
        for name, address in SITES["rich"].pages.items():
            page.goto(seen.base + address)
            assert page.locator("h1").first.is_visible(), name
            assert len(page.locator(".md-content").inner_text()) > len("a heading and a sentence under it"), (
                name
            )
        story = SITES["rich"].pages["story"]
        page.goto(seen.base + story)
        page.locator(".v-difference .v-place").nth(2).click()
        assert page.locator(".v-collate td:target").count() == 1
        page.locator("details summary").first.click()
        assert page.locator("details[open]").count() == 1
        page.locator(".v-lineage .v-title a").nth(3).click()
        page.wait_for_url("**/articles/**")
        assert seen.complaints == []
