"""Which edition may be published? One function hides what the terms of each article do not allow.

It runs before any page or data file is made. What it hides is gone from the published edition but for
`whole`, which comparisons read and nothing prints. Offsets, counts, keys and shares stay true.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import chain

from generator.checks.fixes import Fix
from generator.checks.review import Exhibit
from generator.checks.reviews import Desktop, Standing
from generator.checks.rights import Terms, notes_by_name, terms_of
from generator.memory import Memory
from generator.model import (
    Article,
    ArticleId,
    Collation,
    Difference,
    Evidence,
    Place,
    Quote,
    ReadArticle,
    Rights,
    Signal,
    Span,
    Where,
)
from generator.pages.edition import Edition
from generator.pages.index import Index
from generator.redaction import readable, redacted, revealed, without_quotations

_NEAR = 240
"""Characters within which a cue or a speaker's mention is shown together with its quote."""
_AROUND = 40
"""Characters on each side of a difference that are shown, up to the next word's end."""
_LONGEST = 280
"""Characters of a longer difference that are shown: its beginning."""
_WORD = re.compile(r"\S+")


def published(edition: Edition, default: Terms, memory: Memory | None = None) -> Edition:
    """Return the edition as it may be published.

    Args:
        edition: all facts, with whole texts.
        default: the terms of articles for which nobody named any.
        memory: the terms of the last run.
    """
    memory = memory or Memory(keeps=False)
    notes = memory.same("notes", None, notes_by_name(edition.desktop.outlets))
    default = memory.same("terms by default", None, default)
    articles = (read.article for read in edition.articles)
    terms = {
        article.id: memory.of(
            "terms", article.id, (article, notes, default), partial(terms_of, article, notes, default=default)
        )
        for article in articles
    }
    hidden = {id_: each.rights for id_, each in terms.items() if each.rights is not Rights.FULL}
    if not hidden:
        return dataclasses.replace(edition, terms=terms)
    passages = _passages(edition, hidden)
    shown = {
        read.article.id: _read(read, passages[read.article.id], hidden[read.article.id])
        for read in edition.articles
        if read.article.id in hidden
    }
    texts = {id_: read.article for id_, read in shown.items()}
    nothing = {id_ for id_, rights in hidden.items() if rights is Rights.NONE}
    return dataclasses.replace(
        edition,
        articles=tuple(shown.get(read.article.id, read) for read in edition.articles),
        whole={read.article.id: read for read in edition.articles if read.article.id in shown},
        collations=tuple(_collation(each, texts) for each in edition.collations),
        signals=tuple(_signal(each, texts) for each in edition.signals),
        desktop=_desktop(edition.desktop, nothing),
        stored={id_: path for id_, path in edition.stored.items() if id_ not in nothing},
        terms=terms,
    )


def compared(
    index: Index, collations: Sequence[Collation], signals: Sequence[Signal]
) -> tuple[dict[ArticleId, ReadArticle], tuple[Collation, ...], tuple[Signal, ...]]:
    """Return a story's articles, collations and signals as they may be published.

    The articles of the index show what their quotes and reviews let stand; an excerpt also holds the
    places where versions differ, which only a collation of the whole texts knows.
    """
    texts = {
        id_: read.article
        for id_, read in index.reads.items()
        if index.terms_for(id_).rights is not Rights.FULL
    }
    if not texts:
        return dict(index.reads), tuple(collations), tuple(signals)
    found: dict[ArticleId, list[Span]] = {id_: [] for id_ in texts}
    whole = {id_: index.whole[id_].article.text for id_ in texts}
    for id_, span in _different(collations, whole):
        if index.terms_for(id_).rights is Rights.EXCERPTS:
            found[id_].append(span)
    texts = {
        id_: dataclasses.replace(article, text=revealed(article.text, whole[id_], found[id_]))
        for id_, article in texts.items()
    }
    reads = {
        id_: dataclasses.replace(read, article=texts.get(id_, read.article))
        for id_, read in index.reads.items()
    }
    return (
        reads,
        tuple(_collation(each, texts) for each in collations),
        tuple(_signal(each, texts) for each in signals),
    )


# ---------------------------------------------------------------- which passages are shown


def _passages(edition: Edition, hidden: Mapping[ArticleId, Rights]) -> dict[ArticleId, list[Span]]:
    """Return the passages of each article's text that its excerpts hold."""
    found: dict[ArticleId, list[Span]] = {id_: [] for id_ in hidden}
    texts = {read.article.id: read.article.text for read in edition.articles}
    different = _different(edition.collations, texts)
    for id_, span in chain(_quoted(edition), different, _reviewed(edition)):
        if hidden.get(id_) is Rights.EXCERPTS:
            found[id_].append(span)
    return found


def _quoted(edition: Edition) -> Iterator[tuple[ArticleId, Span]]:
    for read in edition.articles:
        for quote in read.quotes:
            yield from ((read.article.id, span) for span in _around_quote(quote))


def _different(
    collations: Iterable[Collation], texts: Mapping[ArticleId, str]
) -> Iterator[tuple[ArticleId, Span]]:
    for each in chain.from_iterable(collation.differences for collation in collations):
        for id_, span in ((each.a, each.a_span), (each.b, each.b_span)):
            if span and each.place is Place.BODY and id_ in texts:
                yield id_, _around(texts[id_], span)


def _reviewed(edition: Edition) -> Iterator[tuple[ArticleId, Span]]:
    for place in (place for each in edition.desktop.reviews for _, found in each.places for place in found):
        if place.where is Where.TEXT:
            yield place.article, place.span


def _around_quote(quote: Quote) -> Iterator[Span]:
    """Yield a quote's words with what stands between them and their cue and mention, where those are near."""
    yield from quote.parts
    first, last = quote.span.start, quote.span.end
    for each in (quote.cue, quote.mention, quote.via):
        if each is None:
            continue
        if each.start >= first - _NEAR and each.end <= last + _NEAR:
            first, last = min(first, each.start), max(last, each.end)
        else:
            yield each
    yield Span(first, last)


def _around(text: str, span: Span) -> Span:
    """Return a difference's place with some words on each side; of a long one its beginning alone."""
    end = min(span.end, span.start + _LONGEST)
    start, limit = max(0, span.start - _AROUND), min(len(text), end + _AROUND * (end == span.end))
    line_start = text.rfind("\n", 0, span.start) + 1
    line_end = text.find("\n", end)
    start = max(start, line_start)
    limit = min(limit, line_end) if line_end >= 0 else limit
    words = [match.span() for match in _WORD.finditer(text, start, limit)]
    begins = next((a for a, _ in words if a == line_start or text[a - 1].isspace()), span.start)
    ends = next((b for _, b in reversed(words) if b == len(text) or text[b].isspace()), end)
    return Span(min(begins, span.start), max(ends, end))


# ---------------------------------------------------------------- what is left of each fact


def _read(read: ReadArticle, passages: Iterable[Span], rights: Rights) -> ReadArticle:
    article = read.article
    facts = [fact.span for fact in article.fields if fact.span and fact.where is Where.RAW]
    kept = dataclasses.replace(
        article,
        text=redacted(article.text, passages),
        raw=redacted(article.raw, facts),
        fields=tuple(
            dataclasses.replace(fact, source=without_quotations(fact.source)) for fact in article.fields
        ),
        notices=tuple(
            dataclasses.replace(each, message=without_quotations(each.message)) for each in article.notices
        ),
    )
    if rights is Rights.EXCERPTS:
        return ReadArticle(kept, read.quotes)
    return ReadArticle(kept, tuple(dataclasses.replace(quote, words="") for quote in read.quotes))


def _collation(collation: Collation, texts: Mapping[ArticleId, Article]) -> Collation:
    if collation.a not in texts and collation.b not in texts:
        return collation
    return dataclasses.replace(
        collation, differences=tuple(_difference(each, texts) for each in collation.differences)
    )


def _difference(each: Difference, texts: Mapping[ArticleId, Article]) -> Difference:
    return dataclasses.replace(
        each,
        a_text=_side(each, texts.get(each.a), each.a_span, each.a_text),
        b_text=_side(each, texts.get(each.b), each.b_span, each.b_text),
    )


def _side(each: Difference, article: Article | None, span: Span | None, words: str) -> str:
    """Return the words of one side of a difference; a headline and a credit may always be named."""
    if article is None or each.place is not Place.BODY or not words:
        return words
    return readable(span.of(article.text)) if span else ""


def _signal(signal: Signal, texts: Mapping[ArticleId, Article]) -> Signal:
    """Return a signal about hidden words without its message, which may hold some of them."""
    if not any(place.article in texts for place in signal.evidence):
        return signal
    return dataclasses.replace(signal, message="The words that raise it may not be shown here.")


def _desktop(desk: Desktop, nothing: set[ArticleId]) -> Desktop:
    return dataclasses.replace(
        desk,
        reviews=tuple(_standing(each, nothing) for each in desk.reviews),
        fixes=tuple(_fix(each, nothing) for each in desk.fixes),
    )


def _standing(standing: Standing, nothing: set[ArticleId]) -> Standing:
    review = standing.review
    if not any(item.article in nothing for item in review.evidence):
        return standing
    places: Sequence[tuple[Exhibit, tuple[Evidence, ...]]] = standing.places
    return dataclasses.replace(
        standing,
        review=dataclasses.replace(
            review, evidence=tuple(_exhibit(item, nothing) for item in review.evidence)
        ),
        places=tuple((_exhibit(item, nothing), found) for item, found in places),
    )


def _exhibit(item: Exhibit, nothing: set[ArticleId]) -> Exhibit:
    return dataclasses.replace(item, quote="") if item.article in nothing else item


def _fix(fix: Fix, nothing: set[ArticleId]) -> Fix:
    """Return a correction without the words that it names its quote by, where those may not be shown."""
    if fix.article not in nothing or not fix.quote or fix.quote.startswith(f"{fix.article}-q-"):
        return fix
    return dataclasses.replace(fix, quote="")
