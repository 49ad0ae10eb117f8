"""Where do a reviewer's words stand in an article? Exactly there, or nowhere: never at a lookalike."""

from __future__ import annotations

import re

from generator.model import Article, Evidence, Span, Where
from generator.text import fold

_LEFT_OUT = " … "
"""Joins the parts of a quotation that its cue interrupts."""


def anchor(article: Article, words: str) -> tuple[Evidence, ...]:
    """Return where the words stand to the letter: in the text, else in the raw input; () where nowhere.

    Words joined by ` … ` may stand apart, in that order.
    """
    for where, text in ((Where.TEXT, article.text), (Where.RAW, article.raw)):
        spans = _exact(text, words)
        if spans:
            return tuple(Evidence(article.id, span, where) for span in spans)
    return ()


def _exact(text: str, words: str) -> tuple[Span, ...]:
    if not words:
        return ()
    at = text.find(words)
    if at >= 0:
        return (Span(at, at + len(words)),)
    spans, start = [], 0
    for part in words.split(_LEFT_OUT):
        at = text.find(part, start) if part else -1
        if at < 0:
            return ()
        spans.append(Span(at, at + len(part)))
        start = at + len(part)
    return tuple(spans)


def nearest(article: Article, words: str, offset: int) -> tuple[Span, ...]:
    """Return where words stand in the text to the letter, of several places the one nearest to an offset."""
    starts = [match.start() for match in re.finditer(re.escape(words), article.text)] if words else []
    if not starts:
        return _exact(article.text, words)
    start = min(starts, key=lambda at: (abs(at - offset), at))
    return (Span(start, start + len(words)),)


def as_printed(article: Article, words: str) -> str | None:
    """Return the article's characters where they differ from the words in typography only, else None."""
    pieces = [re.escape(piece) for piece in _plain(words).split(" ") if piece]
    if not pieces:
        return None
    pattern = r"\s+".join(pieces).replace(r"\.\.\.", r"(?:\.\.\.|…|\.\s\.\s\.)")
    for text in (article.text, article.raw):
        match = re.search(pattern, fold(text))
        if match:
            return text[match.start() : match.end()]
    return None


def _plain(words: str) -> str:
    return " ".join(fold(words).replace("…", "...").split())
