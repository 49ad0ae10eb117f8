"""Which blocks of a web page are the article, and what does the page state about it?"""

from __future__ import annotations

import re
from collections.abc import Sequence

import trafilatura
from trafilatura.settings import Document

from generator.intake.clean import BODY, Labeled, body_of, cuts_of
from generator.intake.lines import Line, lines_of
from generator.model import Article, Field, FieldStatus, RawArticle

_WORD = re.compile(r"\w+")
_LONG_WORDS = 8
OUTSIDE = "outside the article"


def webpage_article(raw: RawArticle) -> Article:
    """Extract the article of a page."""
    lines = lines_of(raw)
    found = trafilatura.bare_extraction(raw.html or "", with_metadata=True, include_comments=False)
    extracted = (found.text or "") if isinstance(found, Document) else ""
    entries = tuple(
        Labeled(line, BODY if kept else OUTSIDE)
        for line, kept in zip(lines, _kept(lines, extracted), strict=True)
    )
    text, paragraphs = body_of(entries)
    fields = tuple(_fields(found)) if isinstance(found, Document) else ()
    return Article(
        raw.id,
        raw.path,
        raw.sha256,
        raw.text,
        text,
        paragraphs,
        cuts_of(entries),
        fields,
        raw.notices,
        raw.line,
    )


def _kept(lines: Sequence[Line], extracted: str) -> list[bool]:
    """Find the lines in the extracted text, in order; long ones anywhere."""
    words = f" {' '.join(_WORD.findall(extracted))} "
    kept, place = [], 0
    for line in lines:
        own = _WORD.findall(line.text)
        at = words.find(f" {' '.join(own)} ", place) if own else -1
        if at < 0 and len(own) >= _LONG_WORDS:
            at = words.find(f" {' '.join(own)} ")
        kept.append(at >= 0)
        place = max(place, at)
    return kept


def _fields(found: Document) -> list[Field]:
    values = (("headline", found.title), ("outlet", found.sitename), ("author", found.author),
              ("published", found.date), ("url", found.url))  # fmt: skip
    return [
        Field(name, FieldStatus.STATED, value, confidence=0.7, source="the page's metadata")
        for name, value in values
        if value
    ]
