"""What does a reader's browser measure on a built site? Bytes, largest contentful paint, time to the first hit."""

from __future__ import annotations

import gzip
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from tests.pages.browser import FLAGS
from tests.sites import free_port, served

_LCP = """() => new Promise((done) => {
  let last = 0;
  new PerformanceObserver((list) => { for (const entry of list.getEntries()) last = entry.startTime; })
    .observe({ type: 'largest-contentful-paint', buffered: true });
  setTimeout(() => done(last), 1500);
})"""
_FAST_3G = {"offline": False, "latency": 150, "downloadThroughput": 1.6e6 / 8, "uploadThroughput": 0.75e6 / 8}


def figures(site: Path) -> Iterator[tuple[str, str]]:
    """Yield each measure with its name."""
    article = sorted((site / "articles").glob("*/index.html"), key=lambda path: path.stat().st_size)
    middle, largest = article[len(article) // 2], article[-1]
    for name, path in (("median", middle), ("largest", largest)):
        html = path.read_bytes()
        yield f"article page, {name}: bytes, compressed", f"{len(html):,}, {len(gzip.compress(html)):,}"
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    address = f"articles/{middle.parent.name}/"
    port = free_port()
    with served(site.parent, port), sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=list(FLAGS))
        base = f"http://127.0.0.1:{port}/{site.name}/"
        page = browser.new_page()
        session = page.context.new_cdp_session(page)
        page.goto(base)
        session.send("Emulation.setCPUThrottlingRate", {"rate": 4})
        yield "largest contentful paint, CPU slowed 4 times (ms)", f"{_paint(page, base + address):.0f}"
        session.send("Emulation.setCPUThrottlingRate", {"rate": 1})
        session.send("Network.enable")
        session.send("Network.emulateNetworkConditions", _FAST_3G)
        yield "largest contentful paint, fast 3G, theme cached (ms)", f"{_paint(page, base + address):.0f}"
        page.close()
        yield from _searches(browser.new_page(), base, middle.read_text(encoding="utf-8"))
        browser.close()


def _paint(page: Page, address: str) -> float:
    times = []
    for number in range(3):
        page.goto(f"{address}?{number}")
        times.append(float(page.evaluate(_LCP)))
    return sorted(times)[1]


def _searches(page: Page, base: str, html: str) -> Iterator[tuple[str, str]]:
    words = re.findall(r"[a-z]{6,}", re.sub(r"<[^>]*>", " ", html.split('id="text"')[1]))[:3]
    query = " ".join(words)
    page.goto(base)
    started = page.evaluate("performance.now()")
    page.keyboard.press("/")
    page.wait_for_timeout(300)
    typed = page.evaluate("performance.now()")
    page.keyboard.insert_text(query)
    page.locator(".v-finder__hit, .md-search-result__link").first.wait_for(timeout=120_000)
    ended = page.evaluate("performance.now()")
    yield "first hit after typing (ms)", f"{ended - typed:.0f}"
    yield "page load and first hit, without the pause (ms)", f"{ended - (typed - started):.0f}"
