"""A reader's way through the site, in a real browser: search, read, follow a quotation to its other version."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import ConsoleMessage, Page, Request, expect, sync_playwright

from tests.sites import free_port, mkdocs, served, working_copy

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve the strictly built site under a sub-path, as GitHub Pages does; yield its address."""
    folder, port = working_copy(tmp_path_factory.mktemp("site")), free_port()
    address = f"http://127.0.0.1:{port}/variorum/"
    done = mkdocs(folder, "build", "--strict", "--site-dir", "public/variorum", site_url=address)
    assert done.returncode == 0, done.stderr
    with served(folder / "public", port):
        yield address


@pytest.fixture
def page(address: str) -> Iterator[Page]:
    """Open a page; afterwards, nothing may stand in its console and no other host may have been asked."""
    complaints: list[str] = []

    def heard(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            complaints.append(message.text)

    def asked(request: Request) -> None:
        if not request.url.startswith((address, "data:", "blob:")):
            complaints.append(f"asked another host: {request.url}")

    browser_path = next(filter(None, map(shutil.which, BROWSERS)))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path, args=QUIET)
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        page.on("console", heard)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("request", asked)
        yield page
        browser.close()
    assert complaints == []


@pytest.mark.browser
@pytest.mark.site
def test_a_reader_searches_reads_and_follows_a_quotation_to_its_other_version(
    page: Page, address: str
) -> None:
    page.goto(address)
    page.keyboard.press("f")
    page.get_by_role("textbox", name="Search").press_sequentially("fruits of pressure")
    hit = page.locator(".md-search-result__link").first
    expect(hit).to_be_visible()
    hit.click()
    expect(page).to_have_url(re.compile("/articles/001_151755ee29b01678/"))
    key = "q-e397c34e81a3"
    quote = page.locator(f"#{key}")
    expect(quote).to_contain_text("is engaged in no negotiations")
    quote.get_by_role("link", name="Radio Habana Cuba").first.click()
    expect(page).to_have_url(f"{address}articles/000_deb20142414e904d/#{key}")
    expect(page.locator(f"#{key}")).to_be_in_viewport()
    page.locator(f"#{key}").get_by_role("link", name="Aletho News").first.click()
    expect(page).to_have_url(f"{address}articles/001_151755ee29b01678/#{key}")


@pytest.mark.browser
@pytest.mark.site
@pytest.mark.parametrize("path", ["", "articles/", "stories/001_151755ee29b01678/", "speakers/", "outlets/"])
def test_no_page_is_wider_than_a_phone(page: Page, address: str, path: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(address + path)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


@pytest.mark.browser
@pytest.mark.site
def test_every_link_of_the_built_site_leads_somewhere(page: Page, address: str, tmp_path: Path) -> None:
    del tmp_path
    waiting, seen, broken = [address], {address}, []
    while waiting:
        here = waiting.pop()
        answer = page.request.get(here)
        if not answer.ok:
            broken.append(here)
            continue
        if "text/html" not in answer.headers["content-type"]:
            continue
        page.set_content("")
        found = page.evaluate(
            """([html, base]) => {
                const doc = new DOMParser().parseFromString(html, 'text/html');
                return [...doc.querySelectorAll('a[href]')].map(a => new URL(a.getAttribute('href'), base).href);
            }""",
            [answer.text(), here],
        )
        for link in {target.split("#")[0] for target in found}:
            if link.startswith(address) and link not in seen:
                seen.add(link)
                waiting.append(link)
    assert broken == []
    assert len(seen) > 20
