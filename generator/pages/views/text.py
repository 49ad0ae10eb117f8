"""How is an article's text shown with its quotes marked? As runs of characters under the same quotes."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate, groupby, pairwise

from generator.model import Paragraph, Quote, QuoteKind, ReadArticle, Span
from generator.pages.index import Index
from generator.pages.views.quotes import POLARITY_WORDS
from generator.redaction import HIDDEN, readable

_CLOSING = frozenset("”’\"'»›“‘」』")
"""Marks that can close a quotation in some language."""


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
    quote: str
    """Anchor of the innermost quote, or nothing."""
    opens: tuple[str, ...]
    """Anchors of the quotes that start here."""
    closes: tuple[Reference, ...]
    """The quotes that end here, the innermost first."""


@dataclass(frozen=True, slots=True)
class Note:
    """Quotes of one speaker that end in a paragraph, one after the other."""

    speaker: str
    polarity: str
    references: tuple[Reference, ...]


@dataclass(frozen=True, slots=True)
class ParagraphView:
    """A paragraph of the body."""

    kind: str
    line: int
    numbers: tuple[int, ...]
    """Its 1-based ordinal, and those of hidden paragraphs that are shown with it as one."""
    runs: tuple[Run, ...]
    notes: tuple[Note, ...]
    """Who speaks in it, for the margin."""


def paragraphs(index: Index, read: ReadArticle) -> tuple[ParagraphView, ...]:
    """Return the body of an article with its quotes marked."""
    groups: list[list[int]] = []
    for number, each in enumerate(read.article.paragraphs, start=1):
        if groups and _is_hidden(read, each) and _is_hidden(read, read.article.paragraphs[number - 2]):
            groups[-1].append(number)
        else:
            groups.append([number])
    near = _Near.of(read)
    return tuple(_paragraph(index, read, tuple(numbers), near) for numbers in groups)


@dataclass(frozen=True, slots=True)
class _Near:
    """An article's quotes in the order of their starts, to find those of a paragraph without asking each."""

    quotes: tuple[Quote, ...]
    starts: tuple[int, ...]
    latest: tuple[int, ...]
    """The latest end of each quote and those before it."""

    @classmethod
    def of(cls, read: ReadArticle) -> _Near:
        quotes = tuple(sorted(read.quotes, key=lambda quote: quote.span.start))
        latest = tuple(accumulate((quote.span.end for quote in quotes), max))
        return cls(quotes, tuple(quote.span.start for quote in quotes), latest)

    def overlapping(self, span: Span) -> list[Quote]:
        """Return the quotes that share a character with a span."""
        first, after = bisect_right(self.latest, span.start), bisect_left(self.starts, span.end)
        return [quote for quote in self.quotes[first:after] if quote.span.overlaps(span)]


def _is_hidden(read: ReadArticle, paragraph: Paragraph) -> bool:
    """Tell whether nothing of a paragraph is shown, not even that somebody is quoted in it."""
    words = paragraph.span.of(read.article.text).replace(HIDDEN, "")
    return not words.strip() and not any(quote.span.overlaps(paragraph.span) for quote in read.quotes)


def _paragraph(index: Index, read: ReadArticle, numbers: tuple[int, ...], near: _Near) -> ParagraphView:
    text, paragraph = read.article.text, read.article.paragraphs[numbers[0] - 1]
    here = near.overlapping(paragraph.span)
    runs = tuple(_runs(index, text, paragraph.span, here))
    references = sorted((each for run in runs for each in run.closes), key=lambda each: each.number)
    return ParagraphView(paragraph.kind, paragraph.line, numbers, runs, tuple(_notes(references)))


def _notes(references: Iterable[Reference]) -> Iterator[Note]:
    for (speaker, polarity), group in groupby(references, key=lambda each: (each.speaker, each.polarity)):
        yield Note(speaker, polarity, tuple(group))


def _runs(index: Index, text: str, within: Span, quotes: list[Quote]) -> Iterator[Run]:
    parts = [(part, quote) for quote in quotes for part in quote.parts if part.overlaps(within)]
    closing = {quote.id: _after_mark(text, quote.span.end, within.end) for quote in quotes}
    edges = {within.start, within.end, *(end for end in closing.values() if end <= within.end)}
    for part, _ in parts:
        edges |= {max(part.start, within.start), min(part.end, within.end)}
    for start, end in pairwise(sorted(edges)):
        run = Span(start, end)
        under = [quote for part, quote in parts if part.overlaps(run)]
        closed = [quote for quote in quotes if closing[quote.id] == end]
        yield _run(index, text, run, _inner_first(under), _inner_first(closed))


def _after_mark(text: str, end: int, limit: int) -> int:
    """Return where a quote's reference stands: behind the closing quotation mark."""
    return end + 1 if end < limit and text[end] in _CLOSING else end


def _inner_first(quotes: Iterable[Quote]) -> list[Quote]:
    return sorted(quotes, key=lambda quote: (quote.span.end - quote.span.start, quote.id))


def _run(index: Index, text: str, span: Span, under: list[Quote], closed: list[Quote]) -> Run:
    opening = [quote for quote in under if quote.span.start == span.start]
    marked = [POLARITY_WORDS[quote.polarity] for quote in reversed(under)]
    return Run(
        text=span.of(text),
        kind=_kind(under),
        polarity=next((each for each in marked if each), ""),
        quote=index.places[under[0].id].anchor if under else "",
        opens=tuple(index.places[quote.id].anchor for quote in opening),
        closes=tuple(reference(index, text, quote) for quote in closed),
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
    label = f"“{readable(quote.mention.of(text))}”" if quote.mention else ""
    name = quote.speaker.name if quote.speaker else label
    return Reference(place.number, place.anchor, POLARITY_WORDS[quote.polarity], name)
