"""The data files of the contract: facts -> JSON Lines that other programs read.

Rows are plain dictionaries with their keys in a fixed order; spans are code points into the
article's published text, half-open, or into its `raw` where `in` says so. Where an article's terms hide
parts of it, `text` keeps its length: each hidden character is `█`, and hidden `words` are empty.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from generator.checks.named_elsewhere import NamedElsewhere
from generator.model import (
    Article,
    Collation,
    Difference,
    Field,
    FieldStatus,
    Quote,
    Signal,
    Span,
    Story,
    StoryId,
    Version,
)
from generator.quotes.headlines import HeadlineQuote
from generator.redaction import readable

Row = dict[str, Any]

_COVERAGE_DIGITS = 4


def lines(rows: Iterable[Row]) -> str:
    """Return rows as JSON Lines; lone surrogates are escaped, since UTF-8 can't hold them."""
    return "".join(_line(row) + "\n" for row in rows)


_encoded = json.JSONEncoder(ensure_ascii=False, allow_nan=False).encode


def _line(row: Row) -> str:
    text = _encoded(row)
    if text.isascii():
        return text
    try:
        text.encode()
    except UnicodeEncodeError:
        return json.dumps(row, ensure_ascii=True, allow_nan=False)
    return text


def article_row(article: Article) -> Row:
    """Return the row of an article in `articles.jsonl`."""
    return {
        "id": article.id,
        **{name: article.value(name) for name in ("headline", "outlet", "via", "author")},
        "published": article.value("published"),
        "dateline": article.value("dateline"),
        "url": article.value("url"),
        "language": article.value("language"),
        "text": article.text,
        "sha256": article.sha256,
        "source": article.path,
        "cuts": [
            {"first_line": cut.first, "last_line": cut.last, "reason": cut.reason} for cut in article.cuts
        ],
        "fields": {fact.name: _field(fact) for fact in article.fields},
        "warnings": [{"code": n.code, "line": n.line, "message": n.message} for n in article.notices],
    }


def _field(fact: Field) -> Row:
    row: Row = {"status": fact.status.value, "value": fact.value}
    if fact.status is not FieldStatus.NOT_IN_TEXT:
        row["confidence"] = fact.confidence
        row["span"] = _pair(fact.span)
        row["in"] = fact.where.value
        if fact.source:
            row["source"] = fact.source
    return row


def quote_row(quote: Quote, text: str, named: NamedElsewhere | None = None) -> Row:
    """Return the row of a quote in `quotes.jsonl`; `text` is its article's, `named` what another version knows."""
    speaker = quote.speaker
    return {
        "id": quote.id,
        "key": quote.key,
        "article": quote.article,
        "kind": quote.kind.value,
        "polarity": quote.polarity.value,
        "parts": [[part.start, part.end] for part in quote.parts],
        "words": quote.words,
        "cue": _place(quote.cue, text),
        "mention": _place(quote.mention, text),
        "speaker": {"id": speaker.id, "name": speaker.name} if speaker else None,
        "named_elsewhere": named_row(named) if named else None,
        "via": _place(quote.via, text),
        "confidence": quote.confidence,
        "rule": quote.rule or None,
    }


def named_row(named: NamedElsewhere) -> Row:
    """Return the name that another version of the story gives, and the quote beside which it stands there."""
    speaker = named.speaker
    return {
        "status": FieldStatus.INFERRED.value,
        "speaker": {"id": speaker.id, "name": speaker.name},
        "quote": named.evidence,
    }


def headline_row(article: Article, quote: HeadlineQuote) -> Row:
    """Return the row of a headline's quotation in `headline-quotes.jsonl`; spans are of the headline's value."""
    headline = article.value("headline") or ""
    speaker = quote.speaker
    return {
        "article": article.id,
        "kind": quote.kind.value,
        "polarity": quote.polarity.value if quote.polarity else None,
        "span": _pair(quote.span),
        "words": quote.words,
        "mention": _place(quote.mention, headline),
        "speaker": {"id": speaker.id, "name": speaker.name} if speaker else None,
        "quote": quote.quote,
        "in_text": quote.in_text,
    }


def story_row(story: Story) -> Row:
    """Return the row of a story in `stories.jsonl`."""
    return {"id": story.id, "articles": list(story.articles), "related": list(story.related)}


def version_row(version: Version) -> Row:
    """Return the row of a pair of versions in `versions.jsonl`."""
    names = ("coverage_a", "coverage_b", "coverage_a_outside_quotes", "coverage_b_outside_quotes")
    return {
        "a": version.a,
        "b": version.b,
        "relation": version.relation.value,
        **{name: round(getattr(version, name), _COVERAGE_DIGITS) for name in names},
        "direction": version.direction.value,
        "evidence": list(version.evidence),
    }


def difference_rows(story: StoryId, collation: Collation) -> Iterable[Row]:
    """Yield the rows of a collation in `differences.jsonl`."""
    return (_difference(story, difference) for difference in collation.differences)


def _difference(story: StoryId, difference: Difference) -> Row:
    return {
        "story": story,
        "a": difference.a,
        "b": difference.b,
        "level": difference.level.value,
        "kind": difference.kind.value,
        "where": difference.place.value,
        "a_span": _pair(difference.a_span),
        "b_span": _pair(difference.b_span),
        "a_text": difference.a_text,
        "b_text": difference.b_text,
        "why": list(difference.why),
    }


def signal_row(signal: Signal) -> Row:
    """Return the row of a signal in `signals.jsonl`."""
    return {
        "code": signal.code,
        "level": signal.level.value,
        "message": signal.message,
        "evidence": [
            {"article": place.article, "span": _pair(place.span), "in": place.where.value}
            for place in signal.evidence
        ],
    }


def _pair(span: Span | None) -> list[int] | None:
    return [span.start, span.end] if span else None


def _place(span: Span | None, text: str) -> Row | None:
    return {"start": span.start, "end": span.end, "text": readable(span.of(text))} if span else None
