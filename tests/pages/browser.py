"""A real Chromium on a built site: what it shows, says in its console and asks of which hosts.

Run as a program, it takes pictures of every kind of page (`tests/pages/gallery.py`): `python -m tests.pages.browser FOLDER`.
"""

from __future__ import annotations

import contextlib
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from tests.sites import free_port, mkdocs, served, working_copy

FLAGS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip
SCHEMES = ("light", "dark")
WIDTHS = (1280, 390)
"""CSS pixels of a desktop and of a phone."""
KINDS = {
    "home": "",
    "article": "articles/001_151755ee29b01678/",
    "article-without-headline": "articles/002_9c80bbab31e64038/",
    "story": "stories/001_151755ee29b01678/",
    "speaker": "speakers/abbas-mousavi/",
    "outlet": "outlets/radio-habana-cuba/",
    "claim": "claims/iran-us-talks-2019-07/",
    "articles": "articles/",
    "stories": "stories/",
    "speakers": "speakers/",
    "outlets": "outlets/",
    "claims": "claims/",
    "corrections": "corrections/",
    "changes": "changes/",
    "policy": "policies/method/",
    "find": "find/",
    "components": "about/components/",
    "about": "about/",
    "missing": "404.html",
}
"""Address of one page of each kind, on the site of this repository's seeds."""


@dataclass
class Visit:
    """A browser on a site, and everything it should not have had to say."""

    base: str
    page: Page
    complaints: list[str] = field(default_factory=list)

    def go(self, address: str) -> Page:
        """Open a page of the site; its scripts have run when it is loaded."""
        answer = self.page.goto(self.base + address)
        assert answer is None or answer.ok, address
        return self.page

    def still(self) -> Page:
        """Return the page once its colors and places have stopped changing: half of a change has no contrast."""
        self.page.evaluate(_STOPPED)
        return self.page


_STOPPED = """() => Promise.all(
    document.getAnimations()
        .filter((one) => one.effect.getComputedTiming().endTime < Infinity)
        .map((one) => one.finished.catch(() => null))
)"""


def build(folder: Path) -> Path:
    """Build the repository's site in a folder; returns the built site."""
    built = mkdocs(working_copy(folder), "build", "--strict", site_url="https://example.org/site/")
    assert built.returncode == 0, built.stderr
    return folder / "site"


@contextlib.contextmanager
def visit(
    site: Path, *, scheme: str = "light", width: int = 1280, scripts: bool = True, media: str = "screen"
) -> Iterator[Visit]:
    """Open a browser on a built site, under a sub-path as on GitHub Pages; `media` is `screen` or `print`."""
    port = free_port()
    base = f"http://127.0.0.1:{port}/site/"
    with served(site.parent, port), sync_playwright() as playwright:
        chromium = (
            shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
        )
        browser = playwright.chromium.launch(executable_path=chromium, args=list(FLAGS))
        context = browser.new_context(
            viewport={"width": width, "height": 900}, color_scheme=scheme, java_script_enabled=scripts
        )
        found = Visit(base, context.new_page())
        found.page.emulate_media(media=media)
        found.page.on("console", lambda said: found.complaints.append(f"{said.type}: {said.text}"))
        found.page.on("pageerror", lambda error: found.complaints.append(str(error)))
        found.page.on(
            "request",
            lambda asked: None if asked.url.startswith(base) else found.complaints.append(asked.url),
        )
        yield found
        browser.close()


if __name__ == "__main__":
    from tests.pages.gallery import pictures

    pictures(Path(sys.argv[1]), sys.argv[2:])
