"""Where do two headlines of one story differ?"""

from __future__ import annotations

from collections.abc import Iterator

from generator.model import Article, ChangeKind, Difference, Place, Span, Where
from generator.stories.lexicons import lexicon_of
from generator.stories.regions import regions
from generator.stories.tokens import Token, tokens_of


def headline_differences(a: Article, b: Article) -> Iterator[Difference]:
    """Yield the differences of the headlines, where both state one; their spans count in `raw`."""
    left, right = _headline(a), _headline(b)
    if not left or not right:
        return
    for region in regions(left, right, headline=True, lexicon=lexicon_of(a.value("language"))):
        a_span, b_span = (
            _span(left[region.a_start : region.a_end]),
            _span(right[region.b_start : region.b_end]),
        )
        yield Difference(
            a.id,
            b.id,
            region.level,
            _KINDS[a_span is not None, b_span is not None],
            Place.HEADLINE,
            a_span,
            b_span,
            a_span.of(a.raw) if a_span else "",
            b_span.of(b.raw) if b_span else "",
            region.why,
        )


_KINDS = {
    (False, True): ChangeKind.DROPPED,
    (True, False): ChangeKind.ADDED,
    (True, True): ChangeKind.REPLACED,
}


def _headline(article: Article) -> tuple[Token, ...]:
    fact = article.field("headline")
    if fact.span is None or fact.where is not Where.RAW:
        return ()
    return tokens_of(article.raw, fact.span)


def _span(tokens: tuple[Token, ...]) -> Span | None:
    return Span(tokens[0].start, tokens[-1].end) if tokens else None
