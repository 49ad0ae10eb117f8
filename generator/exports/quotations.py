"""Quotes for other programs: the shape of GDELT's quotation graph, W3C web annotations, and CSV."""

from __future__ import annotations

import csv
import hashlib
import io
from collections.abc import Iterable, Iterator
from json.encoder import encode_basestring_ascii
from typing import Any

from generator.exports.addresses import Site
from generator.exports.claims import csv_text
from generator.exports.tables import lines
from generator.model import ArticleId, Page, Quote, QuoteKind, ReadArticle, Span
from generator.redaction import HIDDEN, readable

Row = dict[str, Any]
_AROUND = 100
"""Code points of text before and after a quote in the quotation graph."""
_CONTEXT = 32
"""Code points of context by which an annotation is found again after its text has moved."""
_ANNOTATION = "http://www.w3.org/ns/anno.jsonld"


def gqg_row(read: ReadArticle, site: Site, *, ingested: str | None) -> Row:
    """Return an article's marked quotes in the shape of GDELT's Global Quotation Graph.

    The keys that begin with `x_` are ours: the graph knows no speaker, no offsets and no title.

    Args:
        read: the article.
        site: where it is published, for articles whose own address is not known.
        ingested: the day on which the article was taken in, where that is known: the graph dates an
            article by it, and its own date is no substitute.
    """
    article = read.article
    return {
        "date": ingested,
        "url": article.value("url") or (site.article(article.id) if site.absolute else article.id),
        "title": article.value("headline"),
        "lang": article.value("language"),
        "x_published": article.value("published"),
        "x_id": article.id,
        "quotes": [
            _graph_quote(quote, part, article.text)
            for quote in read.quotes
            if quote.kind is not QuoteKind.INDIRECT
            for part in quote.parts
            if HIDDEN not in part.of(article.text)
        ],
    }


def _graph_quote(quote: Quote, part: Span, text: str) -> Row:
    return {
        "pre": readable(text[max(0, part.start - _AROUND) : part.start]),
        "quote": part.of(text),
        "post": readable(text[part.end : part.end + _AROUND]),
        "x_start": part.start,
        "x_end": part.end,
        "x_id": quote.id,
        "x_speaker": quote.speaker.name if quote.speaker else None,
        "x_polarity": quote.polarity.value,
    }


def web_annotations(read: ReadArticle, site: Site) -> Iterator[Row]:
    """Yield an article's quotes as W3C web annotations on the stored copy of its text."""
    for row in _annotations(read, site):
        yield {"@context": _ANNOTATION, **row}


def annotation_page(read: ReadArticle, site: Site) -> Page | None:
    """Return the file at which the addresses of an article's annotations lead: a W3C annotation page.

    Returns:
        None where the article has no quote that may be shown.
    """
    items = list(_annotations(read, site))
    if not items:
        return None
    path = annotation_path(read.article.id)
    row = {"@context": _ANNOTATION, "id": site.page(path), "type": "AnnotationPage", "items": items}
    return Page(path, lines([row]))


def annotation_path(article: ArticleId) -> str:
    """Return where an article's annotations stand, if it has any."""
    return f"data/anno/{article}.json"


def _annotations(read: ReadArticle, site: Site) -> Iterator[Row]:
    address = site.page(annotation_path(read.article.id))
    for quote in read.quotes:
        for number, part in enumerate(quote.parts):
            if HIDDEN not in part.of(read.article.text):
                suffix = f"-part-{number + 1}" if number else ""
                yield _annotation(read, quote, part, f"{address}#{quote.anchor}{suffix}", site)


def _annotation(read: ReadArticle, quote: Quote, part: Span, address: str, site: Site) -> Row:
    text = read.article.text
    stored = site.stored(read.article.sha256)
    return {
        "id": address,
        "type": "Annotation",
        "motivation": "identifying",
        "body": [
            {"type": "TextualBody", "purpose": "identifying", "value": _identity(quote, text)},
            {
                "type": "TextualBody",
                "purpose": "classifying",
                "value": f"{quote.kind.value}, {quote.polarity.value}",
            },
        ],
        "target": {
            "type": "SpecificResource",
            "source": stored,
            "state": {"type": "TimeState", "cached": stored},
            "selector": [
                {"type": "TextPositionSelector", "start": part.start, "end": part.end},
                {
                    "type": "TextQuoteSelector",
                    "exact": part.of(text),
                    "prefix": text[max(0, part.start - _CONTEXT) : part.start],
                    "suffix": text[part.end : part.end + _CONTEXT],
                },
            ],
        },
    }


def _identity(quote: Quote, text: str) -> str:
    if quote.speaker:
        return quote.speaker.name
    return f"{readable(quote.mention.of(text))} (not named)" if quote.mention else "speaker unknown"


def stored_copies(reads: Iterable[ReadArticle]) -> dict[str, str]:
    """Return the texts of the articles under the paths of their stored copies.

    A withdrawn article has none, nor one of which nothing may be shown; excerpts stand in their places.
    """
    return {
        f"data/sources/{read.article.sha256}.txt": read.article.text
        for read in reads
        if read.article.text.replace(HIDDEN, "").strip()
    }


def quotes_csv(reads: Iterable[ReadArticle]) -> str:
    """Return all quotes as CSV (RFC 4180, UTF-8, LF), formula-safe."""
    names = (
        "id",
        "article",
        "kind",
        "polarity",
        "speaker",
        "mention",
        "cue",
        "words",
        "start",
        "end",
        "confidence",
    )
    return csv_text(names, (_cells(quote, read.article.text) for read in reads for quote in read.quotes))


def _cells(quote: Quote, text: str) -> dict[str, str]:
    return {
        "id": quote.id,
        "article": quote.article,
        "kind": quote.kind.value,
        "polarity": quote.polarity.value,
        "speaker": quote.speaker.name if quote.speaker else "",
        "mention": readable(quote.mention.of(text)) if quote.mention else "",
        "cue": readable(quote.cue.of(text)) if quote.cue else "",
        "words": quote.words,
        "start": str(quote.span.start),
        "end": str(quote.span.end),
        "confidence": "" if quote.confidence is None else f"{quote.confidence:g}",
    }


SCHEMA_VERSION = 1


def manifest(files: Iterable[tuple[str, str]]) -> str:
    """Return the list of data files with hash, bytes and rows.

    Args:
        files: path and content of each.
    """
    return manifest_text(file_row(path, text) for path, text in sorted(files))


def manifest_text(rows: Iterable[Row]) -> str:
    """Return the list of data files, given a row for each: its path, SHA-256, bytes and records."""
    rows = sorted(rows, key=lambda row: str(row["path"]))
    # as `json.dumps` indents it, in a tenth of its time: there are two rows for each article
    files = ",".join(map(_file_text, rows))
    listed = f"[{files}\n ]" if rows else "[]"
    return f'{{\n "schema": {SCHEMA_VERSION},\n "files": {listed}\n}}\n'


def _file_text(row: Row) -> str:
    count = "null" if row["rows"] is None else row["rows"]
    return (
        f'\n  {{\n   "path": {encode_basestring_ascii(row["path"])},\n   "sha256": "{row["sha256"]}",'
        f'\n   "bytes": {row["bytes"]},\n   "rows": {count}\n  }}'
    )


def file_row(path: str, text: str) -> Row:
    """Return the row of a data file in the list of them."""
    content = text.encode("utf-8", "surrogatepass")
    digest = hashlib.sha256(content).hexdigest()
    return {"path": path, "sha256": digest, "bytes": len(content), "rows": _row_count(path, text)}


def _row_count(path: str, text: str) -> int | None:
    """Return how many records a file holds; None for one that is no table."""
    if path.endswith(".jsonl"):
        return text.count("\n")
    if path.endswith(".csv"):
        return sum(1 for _ in csv.reader(io.StringIO(text))) - 1
    return None
