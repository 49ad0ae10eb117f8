"""How is an article's text shown with its quotes marked? As runs of characters under the same quotes."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from generator.model import Paragraph, Quote, QuoteKind, ReadArticle, Span
from generator.pages.index import Index
from generator.pages.views.quotes import POLARITY_WORDS


@dataclass(frozen=True, slots=True)
class Reference:
    """The mark after a quote that leads to what is known about it."""

    number: int
    anchor: str
    polarity: str
    speaker: str
    """The name, the label in the text, or nothing."""


@dataclass(frozen=True, slots=True)
class Run:
    """Characters that lie under the same quotes."""

    text: str
    kind: str
    """Kind of the innermost quote, or nothing outside quotes."""
    polarity: str
    """Of the outermost quote that is denied or hedged."""
    opens: str
    """Anchor of the quote that starts here, or nothing."""
    closes: tuple[Reference, ...]
    """The quotes that end here, the innermost first."""


@dataclass(frozen=True, slots=True)
class ParagraphView:
    """A paragraph of the body."""

    kind: str
    line: int
    runs: tuple[Run, ...]
    notes: tuple[Reference, ...]
    """The quotes that end in it, for the margin."""


def paragraphs(index: Index, read: ReadArticle) -> tuple[ParagraphView, ...]:
    """Return the body of an article with its quotes marked."""
    return tuple(_paragraph(index, read, each) for each in read.article.paragraphs)


def _paragraph(index: Index, read: ReadArticle, paragraph: Paragraph) -> ParagraphView:
    here = [quote for quote in read.quotes if quote.span.overlaps(paragraph.span)]
    runs = tuple(_runs(index, read.article.text, paragraph.span, here))
    notes = tuple(sorted((each for run in runs for each in run.closes), key=lambda each: each.number))
    return ParagraphView(paragraph.kind, paragraph.line, runs, notes)


def _runs(index: Index, text: str, within: Span, quotes: list[Quote]) -> list[Run]:
    parts = [(part, quote) for quote in quotes for part in quote.parts if part.overlaps(within)]
    edges = {within.start, within.end}
    for part, _ in parts:
        edges |= {max(part.start, within.start), min(part.end, within.end)}
    cuts = sorted(edges)
    return [
        _run(
            index, text, Span(start, end), [quote for part, quote in parts if part.overlaps(Span(start, end))]
        )
        for start, end in pairwise(cuts)
    ]


def _run(index: Index, text: str, span: Span, quotes: list[Quote]) -> Run:
    inner_first = sorted(quotes, key=lambda quote: (quote.span.end - quote.span.start, quote.id))
    opening = [quote for quote in inner_first if quote.span.start == span.start]
    closing = [quote for quote in inner_first if quote.span.end == span.end]
    marked = [POLARITY_WORDS[quote.polarity] for quote in reversed(inner_first)]
    return Run(
        text=span.of(text),
        kind=_kind(inner_first),
        polarity=next((each for each in marked if each), ""),
        opens=" ".join(index.places[quote.id].anchor for quote in opening[-1:]),
        closes=tuple(reference(index, text, quote) for quote in closing),
    )


def _kind(quotes: list[Quote]) -> str:
    """Return the kind to show: words in quotation marks stand out from the reported ones around them."""
    kinds = [quote.kind for quote in quotes]
    return next(
        (kind.value for kind in kinds if kind is not QuoteKind.INDIRECT), kinds[0].value if kinds else ""
    )


def reference(index: Index, text: str, quote: Quote) -> Reference:
    """Return the mark of a quote in its text."""
    place = index.places[quote.id]
    label = f"“{quote.mention.of(text)}”" if quote.mention else ""
    name = quote.speaker.name if quote.speaker else label
    return Reference(place.number, place.anchor, POLARITY_WORDS[quote.polarity], name)
