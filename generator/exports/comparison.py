"""Versions side by side, outside the site: as plain data and as one HTML file that needs nothing else."""

from __future__ import annotations

import html
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from generator.exports.tables import difference_rows
from generator.model import ArticleId, Collation, Difference, Place, ReadArticle, StoryId
from generator.stories.collate import collate
from generator.stories.sayings import QuotePair, QuoteRow, quote_matrix
from generator.stories.utterances import utterances
from generator.stories.witnesses import Cell, Row, Segment, WitnessTable, witness_table


@dataclass(frozen=True, slots=True)
class Comparison:
    """All that is known of some versions beside each other."""

    reads: tuple[ReadArticle, ...]
    labels: tuple[str, ...]
    """`A`, `B`, …, one a version."""
    table: WitnessTable
    collations: tuple[Collation, ...]
    """Of each version (as a) with the first one (as b)."""
    quotes: tuple[QuoteRow, ...]

    @property
    def outside(self) -> tuple[Difference, ...]:
        """Return the differences of headlines and metadata, which the table does not show."""
        return tuple(
            one
            for collation in self.collations
            for one in collation.differences
            if one.place is not Place.BODY
        )

    def label(self, article: ArticleId) -> str:
        """Return the label of a version."""
        return self.labels[self.table.articles.index(article)]


def compared(reads: Sequence[ReadArticle]) -> Comparison:
    """Compare two versions or more."""
    return Comparison(
        tuple(reads),
        tuple(_label(ordinal) for ordinal in range(len(reads))),
        witness_table(reads),
        tuple(collate(read, reads[0]) for read in reads[1:]),
        quote_matrix(reads, utterances(reads)),
    )


def _label(ordinal: int) -> str:
    """Name versions as a spreadsheet names columns: A to Z, then AA."""
    letter = chr(ord("A") + ordinal % 26)
    return letter if ordinal < 26 else _label(ordinal // 26 - 1) + letter  # noqa: PLR2004


def rows(comparison: Comparison) -> dict[str, Any]:
    """Return the comparison as data; spans are code points into each version's text, which is included."""
    texts = {read.article.id: read.article.text for read in comparison.reads}
    return {
        "versions": [
            {
                "label": label,
                "id": read.article.id,
                "path": read.article.path,
                "headline": read.article.value("headline"),
                "text": read.article.text,
            }
            for label, read in zip(comparison.labels, comparison.reads, strict=True)
        ],
        "sentences": [
            {
                "level": row.level,
                "base": comparison.labels[row.base],
                "cells": [_cell(cell, texts) if cell else None for cell in row.cells],
            }
            for row in comparison.table.rows
        ],
        "differences": [
            {key: value for key, value in row.items() if key != "story"}
            for collation in comparison.collations
            for row in difference_rows(StoryId(""), collation)
        ],
        "quotes": [_quote(comparison, row) for row in comparison.quotes],
    }


def _cell(cell: Cell, texts: dict[ArticleId, str]) -> dict[str, Any]:
    return {
        "kind": cell.kind,
        "span": [cell.span.start, cell.span.end],
        "similarity": round(cell.similarity, 4),
        "segments": [
            {
                "span": [segment.span.start, segment.span.end],
                "level": segment.level,
                "why": list(segment.why),
                "text": segment.span.of(texts[cell.article]),
            }
            for segment in cell.segments
        ],
    }


def _quote(comparison: Comparison, row: QuoteRow) -> dict[str, Any]:
    return {
        "key": row.utterance.key,
        "base": comparison.labels[row.base],
        "cells": [_quote_cell(cell) if cell else None for cell in row.cells],
    }


def _quote_cell(cell: QuotePair) -> dict[str, Any] | None:
    if cell.a is None:
        return None
    return {
        "id": cell.a.id,
        "words": cell.a.words,
        "polarity": cell.a.polarity,
        "speaker": cell.a.speaker.name if cell.a.speaker else None,
        "change": cell.change,
        "attribution_changed": cell.attribution_changed,
        "polarity_changed": cell.polarity_changed,
        "why": list(cell.why),
    }


_STYLE = """
:root{color-scheme:light dark}body{font:16px/1.5 Georgia,serif;margin:2rem}.table{overflow:auto;max-height:85vh}
table{border-collapse:separate;border-spacing:0;width:100%;min-width:calc(var(--versions)*16rem);table-layout:fixed}
td,th{border:solid #8886;border-width:0 1px 1px 0;padding:.5rem;vertical-align:top;text-align:start;overflow-wrap:anywhere}
th{position:sticky;top:0;background:Canvas;border-top-width:1px}td:first-child,th:first-child{border-left-width:1px}
mark{color:inherit;background:none;text-decoration:underline dotted;text-underline-offset:.2em}
mark.wording{background:#fc03;text-decoration:underline solid #b80 2px}
mark.meaning{background:#f003;text-decoration:underline double #c00}.none{opacity:.7;font-style:italic}
@media(max-width:40rem){body{margin:1rem}.table{max-height:none}table{min-width:0}
table,thead,tbody,tr,th,td{display:block}th{position:static}tr+tr,tbody{margin-top:1rem}
td::before{content:attr(data-version) " ";font:700 .9em sans-serif;opacity:.7}}
@media print{.table{overflow:visible;max-height:none}table{min-width:0}th{position:static}}
"""
_LEGEND = (
    "<p><mark class=meaning>differs in meaning</mark>, <mark class=wording>differs in wording</mark>, "
    "<mark class=typographic>differs in typography only</mark>: each from the longest version that has the sentence.</p>"
)


def html_page(comparison: Comparison) -> str:
    """Return the comparison as one HTML file without scripts; a marked passage says its level on hovering."""
    heads = "".join(
        f"<th scope=col>{label} · {html.escape(read.article.value('headline') or read.article.id)}</th>"
        for label, read in zip(comparison.labels, comparison.reads, strict=True)
    )
    body = "\n".join(_html_row(comparison, row) for row in comparison.table.rows)
    return (
        '<!doctype html>\n<html lang=en><meta charset=utf-8><meta name=viewport content="width=device-width">\n'
        f"<title>Versions side by side</title><style>{_STYLE}</style>\n<h1>Versions side by side</h1>\n"
        f"<ul>{''.join(_html_outside(comparison))}</ul>\n{_LEGEND}\n"
        '<div class=table role=region aria-label="Versions side by side" tabindex=0>'
        f'<table style="--versions:{len(comparison.reads)}"><thead><tr>{heads}</tr></thead><tbody>\n{body}\n'
        "</tbody></table></div></html>\n"
    )


def _html_outside(comparison: Comparison) -> Iterator[str]:
    for one in comparison.outside:
        a, b = (html.escape(text) or "nothing" for text in (one.a_text, one.b_text))
        yield (
            f"<li>{one.place} ({one.level}): {comparison.label(one.b)} “{b}”, "
            f"{comparison.label(one.a)} “{a}”</li>\n"
        )


def _html_row(comparison: Comparison, row: Row) -> str:
    cells = (
        f"<td dir=auto data-version={label}>{''.join(_marked(one, read.article.text) for one in cell.segments)}</td>"
        if cell
        else f"<td class=none data-version={label}>Not in this version</td>"
        for cell, label, read in zip(row.cells, comparison.labels, comparison.reads, strict=True)
    )
    return f"<tr>{''.join(cells)}</tr>"


def _marked(segment: Segment, text: str) -> str:
    words = html.escape(segment.span.of(text))
    if segment.level is None:
        return words
    return f'<mark class={segment.level} title="{html.escape(", ".join((segment.level, *segment.why)))}">{words}</mark>'
