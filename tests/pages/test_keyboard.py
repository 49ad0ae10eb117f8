"""The main journeys through the site, with nothing but a keyboard."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.pages.browser import Visit, build, visit

OURS = "articles/000_deb20142414e904d/"
SAID = "q-e397c34e81a3"
_PATIENCE = 250
"""Presses of the tab key after which a place counts as out of reach."""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the site of this repository."""
    return build(tmp_path_factory.mktemp("keyboard"))


@pytest.fixture
def reader(built: Path) -> Iterator[Visit]:
    """Open a browser on it; nothing may stand in its console and no other host may have been asked."""
    with visit(built) as visited:
        yield visited
    assert visited.complaints == []


def tab_to(page: Page, selector: str) -> None:
    """Press the tab key until an element has the focus, and see that it shows."""
    for _ in range(_PATIENCE):
        page.keyboard.press("Tab")
        if page.evaluate("s => document.activeElement.matches(s)", selector):
            outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
            assert outline != "none", f"no focus to be seen on {selector}"
            return
    raise AssertionError(f"the tab key never reached {selector}")


@pytest.mark.browser
def test_search_and_open_an_article(reader: Visit) -> None:
    page = reader.go("")
    page.keyboard.press("/")
    page.keyboard.type("harmful", delay=20)
    expect(page.locator(".md-search-result__link").first).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/articles/**")
    expect(page.locator("h1")).to_be_visible()


@pytest.mark.browser
def test_from_a_quotation_to_its_place_in_the_text_and_back(reader: Visit) -> None:
    page = reader.go(OURS)
    tab_to(page, f'a.v-number[href="#t-{SAID}"]')
    page.keyboard.press("Enter")
    expect(page.locator(f"#t-{SAID}:target")).to_be_in_viewport()
    tab_to(page, f'a.v-ref[href="#{SAID}"]')
    page.keyboard.press("Enter")
    expect(page.locator(f"#{SAID}:target")).to_be_in_viewport()


@pytest.mark.browser
def test_to_the_same_utterance_in_the_other_version_and_back(reader: Visit) -> None:
    page = reader.go(OURS)
    tab_to(page, f'#{SAID} .v-elsewhere a[href*="001_"]')
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/articles/001_*/#{SAID}")
    tab_to(page, f'#{SAID} .v-elsewhere a[href*="000_"]')
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{OURS}#{SAID}")


@pytest.mark.browser
def test_compare_all_versions_with_typography_shown(reader: Visit) -> None:
    page = reader.go(OURS)
    tab_to(page, ".v-jump__out")
    page.keyboard.press("Enter")
    page.wait_for_url("**/stories/**")
    tab_to(page, "#show-typographic")
    page.keyboard.press("Space")
    expect(page.locator("#show-typographic")).to_be_checked()


@pytest.mark.browser
def test_paste_a_sentence_and_open_what_prints_it(reader: Visit) -> None:
    page = reader.go("find/")
    tab_to(page, "textarea")
    page.keyboard.insert_text("Iran is engaged in no negotiations with the American officials at any level")
    page.keyboard.press("Control+Enter")
    expect(page.locator(".v-find__results a").first).to_be_visible()
    tab_to(page, ".v-find__results a")
    page.keyboard.press("Enter")
    page.wait_for_url("**/articles/**")


@pytest.mark.browser
def test_to_the_next_version_and_to_its_differences(reader: Visit) -> None:
    page = reader.go(OURS)
    tab_to(page, ".v-pager a")
    page.keyboard.press("Enter")
    page.wait_for_url("**/articles/001_*/")
    tab_to(page, ".v-pairwise summary")
    page.keyboard.press("Enter")
    tab_to(page, ".v-pairwise a")
    page.keyboard.press("Enter")
    page.wait_for_url("**/stories/**")
