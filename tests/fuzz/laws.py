"""The laws that hold for any bytes in a seed file; the searches for a breach call them."""

from __future__ import annotations

import re
import tempfile
from itertools import pairwise
from pathlib import Path

from generator.errors import SeedError
from generator.intake.articles import article_from
from generator.intake.read import read_seed
from generator.model import Article, RawArticle
from generator.pages.render import markdown_text

_OWN_MARK = re.compile(r'<span class="v-hidden-mark" title="hidden direction mark">|</span>')
SUFFIXES = (
    ".txt", ".md", ".html", ".jsonl", ".csv", ".tsv", ".rss", ".atom", ".warc", ".wacz", ".epub", ".pdf",
    ".html.gz", ".txt.gz", ".warc.gz", ".mhtml", ".eml", ".webarchive", ".docx", ".odt", ".zip", ".json",
)  # fmt: skip
MOST_ARTICLES = 50
"""Of one file that are looked at: a search has many files to try."""


def hold_for(content: bytes, suffix: str) -> None:
    """Read a file of these bytes; every article of it obeys the laws, and errors have a place and one line."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, f"a{suffix}")
        path.write_bytes(content)
        for _, found in zip(range(MOST_ARTICLES), read_seed(path, seeds=Path(folder)), strict=False):
            if isinstance(found, RawArticle):
                hold_for_article(article_from(found))
            else:
                assert isinstance(found, SeedError)
                assert "\n" not in str(found)
                assert f"a{suffix}" in str(found)


def hold_for_article(article: Article) -> None:
    """Check that every word is kept or cut once, and that every span points where it says."""
    lines = article.raw.split("\n")
    kept = [number for paragraph in article.paragraphs for number in (paragraph.line,)]
    cut = [number for entry in article.cuts for number in range(entry.first, entry.last + 1)]
    assert not set(kept) & set(cut)
    assert sorted(cut) == cut
    assert all(1 <= number <= len(lines) for number in (*kept, *cut))
    spans = [paragraph.span for paragraph in article.paragraphs]
    assert all(first.end <= second.start for first, second in pairwise(spans))
    assert all("\n" not in span.of(article.text) for span in spans)
    for field in article.fields:
        if field.span:
            assert 0 <= field.span.start < field.span.end <= len(article.raw)
        if field.value:
            assert "\n" not in field.value
            assert "�" in article.raw or field.value.isprintable() or not field.value.isascii()
    article.text.encode()  # no lone surrogate
    hold_for_page(article.text[:2000])


def hold_for_page(text: str) -> None:
    """Check that an article's text holds nothing that Markdown or a template could read but our own marks."""
    shown = _OWN_MARK.sub("", markdown_text(text))
    assert not set(shown) & set("<>{}[]`*_|~$\\")
