"""In which words does a difference stand? A few of its sentence before and behind it: "will" alone tells nobody much."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache

from generator.model import Place, ReadArticle, Span
from generator.redaction import OMISSION, readable
from generator.stories.sentences import sentence_spans

_WORDS = 5
_TELLS_ENOUGH = 12
"""Words of a difference that need none around them."""


@dataclass(frozen=True, slots=True)
class Around:
    """Words of one version before and behind a difference, as far as they may be shown."""

    before: str = ""
    after: str = ""


NOTHING = Around()


def around(read: ReadArticle | None, place: Place, span: Span | None) -> Around:
    """Return the words of its sentence around a difference; none around a long one, and none in headlines.

    Args:
        read: the article as it is published: what may not be shown is hidden in it; None where a page does not have it.
        place: in which part of the article the difference stands.
        span: of the words that differ, in the article's text; None where it lacks them.
    """
    if read is None or span is None or place is not Place.BODY:
        return NOTHING
    article = read.article
    words = span.of(article.text)
    if OMISSION in readable(words) or len(words.split()) >= _TELLS_ENOUGH:
        return NOTHING
    number = bisect_right(article.paragraphs, span.start, key=lambda each: each.span.end)
    here = article.paragraphs[number : number + 1]
    sentences = _sentences(article.text, here[0].span) if here else ()
    sentence = next((each for each in sentences if each.end > span.start), None)
    if sentence is None or sentence.end < span.end or sentence.start > span.start:
        return NOTHING
    return Around(
        _last_words(article.text[sentence.start : span.start]),
        _first_words(article.text[span.end : sentence.end]),
    )


@lru_cache(maxsize=256)
def _sentences(text: str, paragraph: Span) -> tuple[Span, ...]:
    """Cut a paragraph once for all differences in it, on the pages of both versions and of the story."""
    return tuple(sentence_spans(text, paragraph))


def _last_words(text: str) -> str:
    words = text.split()
    cut = "… " if len(words) > _WORDS else ""
    return cut + " ".join(words[-_WORDS:]) + (" " if words and text[-1].isspace() else "")


def _first_words(text: str) -> str:
    words = text.split()
    cut = " …" if len(words) > _WORDS else ""
    return (" " if words and text[0].isspace() else "") + " ".join(words[:_WORDS]) + cut
