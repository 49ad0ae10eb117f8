"""Chromium finds the words that a text fragment names, however the page sets them."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

from generator.model import Span
from generator.pages.fragments import text_directive
from tests.checks.labelled_seeds import labelled_seeds
from tests.sites import free_port, served
from tests.test_browser import BROWSERS, QUIET

pytestmark = pytest.mark.browser


def _html(text: str) -> str:
    """Set a text as a publisher might: curly marks, hard spaces, far below the fold."""
    lines = "".join(f"<p>{line.replace(' the ', ' the&nbsp;')}</p>" for line in text.split("\n") if line)
    return f'<!doctype html><meta charset="utf-8"><div style="height:4000px"></div>{lines}<div style="height:4000px"></div>'


def test_the_browser_scrolls_to_the_words(tmp_path: Path) -> None:
    read, _ = labelled_seeds()["002_9c80bbab31e64038"]
    (tmp_path / "article.html").write_text(_html(read.article.text), encoding="utf-8")
    spans = [quote.parts[0] for quote in read.quotes] + [Span(0, len(read.article.text))]
    port = free_port()
    browser_path = next(filter(None, map(shutil.which, BROWSERS)))
    with served(tmp_path, port), sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path, args=QUIET)
        for span in spans:
            page = browser.new_page()
            directive = text_directive(read.article.text, span)
            page.goto(f"http://127.0.0.1:{port}/article.html#:~:text={directive}")
            page.wait_for_function("scrollY > 0", timeout=5000)
            page.close()
        browser.close()
