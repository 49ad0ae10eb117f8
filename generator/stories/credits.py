"""Where and when does a version say it was written, and from whom did it take the text?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.model import Article, ChangeKind, Difference, Level, Place, Span, Where
from generator.stories.tokens import tokens_of

_DATELINE_END = re.compile(r"[^\n]{0,80}?(?:--+|[—–]|\s-|:(?=\s))\s*")
"""What may follow the place: a date, an agency, and the dash that ends a dateline."""
_CREDITS = ("dateline", "via", "published")


def dateline_end(article: Article) -> int:
    """Return the code point of `text` at which the report starts, after a dateline that opens it."""
    place = article.field("dateline").value
    if not place or not article.text.startswith(place):
        return 0
    found = _DATELINE_END.match(article.text, len(place))
    return found.end() if found else 0


def credit_differences(a: Article, b: Article) -> Iterator[Difference]:
    """Yield the difference of the lines that date and credit the two texts, where both have one.

    It changes the meaning where the two state different dates or name different sources.
    """
    left, right = _credit_line(a), _credit_line(b)
    if left is None or right is None:
        return
    a_text, b_text = left.of(a.raw), right.of(b.raw)
    level, why = _level(a, b), ("credit",)
    if level is Level.MEANING or _styled(a_text) != _styled(b_text):
        yield Difference(
            a.id, b.id, level, ChangeKind.REPLACED, Place.METADATA, left, right, a_text, b_text, why
        )


def _credit_line(article: Article) -> Span | None:
    """Return the line of `raw` that credits the text, from its first stated fact to its last."""
    spans = sorted(
        fact.span
        for name in _CREDITS
        if (fact := article.field(name)).value and fact.span and fact.where is Where.RAW
    )
    if not spans:
        return None
    line = spans[0]
    for span in spans[1:]:
        if "\n" not in article.raw[line.end : max(line.end, span.start)]:
            line = Span(line.start, max(line.end, span.end))
    return _with_dateline(article, line)


def _with_dateline(article: Article, line: Span) -> Span:
    """Stretch the line over the whole dateline, its dash included."""
    end = dateline_end(article)
    start = article.field("dateline").span
    if not end or start is None:
        return line
    return Span(min(line.start, start.start), max(line.end, start.start + end))


def _level(a: Article, b: Article) -> Level:
    for name in ("published", "via"):
        left, right = a.value(name), b.value(name)
        if left != right and (name == "published" or left or right) and not _agree(left, right):
            return Level.MEANING
    return Level.TYPOGRAPHIC


def _agree(left: str | None, right: str | None) -> bool:
    """Tell whether two dates or names can be one: a missing one can be any, a partial date is short."""
    if not left or not right:
        return True
    return left.endswith(right.lstrip("-")) or right.endswith(left.lstrip("-"))


def _styled(text: str) -> list[str]:
    return [token.styled for token in tokens_of(text, Span(0, len(text))) if token.styled]
