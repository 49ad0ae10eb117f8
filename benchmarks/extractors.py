"""What do the product and other tools read out of a web page: text, title, day, authors?

Tools that are not installed are left out. A tool that knows no such fact answers None for it; one that
found nothing answers an empty string.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from lxml import html as lxml_html

from generator.intake.articles import article_from
from generator.intake.pages import page_article
from generator.intake.source import Source, article_id
from generator.model import Field, FieldStatus, RawArticle


@dataclass(frozen=True, slots=True)
class Found:
    """What a tool reads; None where it does not look for such a thing."""

    text: str | None = None
    title: str | None = None
    day: str | None = None
    """ISO, or empty."""
    authors: str | None = None
    """Separated by semicolons."""
    confidences: tuple[tuple[str, float], ...] = ()
    """The product's own, of the facts above by their names here."""


Extractor = Callable[[str], Found]
FACTS = {"title": "headline", "day": "published", "authors": "author"}
"""The facts that are compared, with the product's names of them."""


def extractors() -> Iterator[tuple[str, Extractor]]:
    """Yield the product, then the tools that are installed."""
    yield "variorum", ours
    for name, maker in _PEERS.items():
        try:
            yield name, maker()
        except ImportError:
            print(f"{name} is not installed")


def ours(html: str) -> Found:
    """Read as the product does."""
    content = html.encode()
    raw = page_article(html, Source("a.html", "a", content), id_=article_id("a"), line=1, content=content)
    if not isinstance(raw, RawArticle):
        return Found("", "", "", "")
    article = article_from(raw)
    return found_in(article.text, article.fields)


def found_in(text: str, fields: tuple[Field, ...]) -> Found:
    """Take what a reader of the site is told as stated."""
    stated = {field.name: field for field in fields if field.status is FieldStatus.STATED and field.value}
    values = {fact: stated[name].value or "" if name in stated else "" for fact, name in FACTS.items()}
    sure = tuple((fact, stated[name].confidence or 0.0) for fact, name in FACTS.items() if name in stated)
    return Found(text, **values, confidences=sure)


def _trafilatura() -> Extractor:
    module = importlib.import_module("trafilatura")

    def extract(html: str) -> Found:
        found = module.bare_extraction(html, with_metadata=True, include_comments=False)
        return Found(found.text or "", found.title or "", found.date or "", found.author or "")

    return extract


def _trafilatura_fast() -> Extractor:
    module = importlib.import_module("trafilatura")
    return lambda html: Found(
        getattr(module.bare_extraction(html, fast=True, include_comments=False), "text", "") or ""
    )


def _resiliparse() -> Extractor:
    extract = importlib.import_module("resiliparse.extract.html2text").extract_plain_text
    return lambda html: Found(extract(html, main_content=True, alt_texts=False))


def _readability() -> Extractor:
    document = importlib.import_module("readability").Document

    def extract(html: str) -> Found:
        found = document(html)
        return Found(lxml_html.fromstring(found.summary()).text_content(), found.short_title())

    return extract


def _newspaper() -> Extractor:
    article = importlib.import_module("newspaper").Article

    def extract(html: str) -> Found:
        found: Any = article("https://example.org/", fetch_images=False)
        found.download(input_html=html)
        found.parse()
        day = str(found.publish_date or "")[:10]
        return Found(str(found.text), str(found.title), day, "; ".join(found.authors))

    return extract


def _htmldate() -> Extractor:
    find = importlib.import_module("htmldate").find_date
    return lambda html: Found(day=find(html, original_date=True) or "")


def _justext() -> Extractor:
    module = importlib.import_module("justext")
    words = module.get_stoplist("English")
    return lambda html: Found(
        "\n".join(part.text for part in module.justext(html.encode(), words) if not part.is_boilerplate)
    )


_PEERS: dict[str, Callable[[], Extractor]] = {
    "trafilatura": _trafilatura,
    "trafilatura fast": _trafilatura_fast,
    "resiliparse": _resiliparse,
    "readability-lxml": _readability,
    "newspaper4k": _newspaper,
    "jusText": _justext,
    "htmldate": _htmldate,
}
