"""What is left of a raw article when its page is taken away, and what does it state about itself?"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from generator.intake.clean import BODY, Labeled, body_of, cuts_of, labeled
from generator.intake.language import language_of
from generator.intake.lines import lines_of
from generator.intake.metadata import stated_fields
from generator.intake.webpage import webpage_article
from generator.model import Article, Field, FieldStatus, Notice, Paragraph, RawArticle, SourceForm, Span

_NON_BLANK = re.compile(r"\S(?:[^\n]*\S)?")
FIELD_ORDER = (
    "headline", "outlet", "via", "author", "published", "updated", "dateline", "url", "language", "section",
    "rights", "noindex",
)  # fmt: skip


def article_from(raw: RawArticle) -> Article:
    """Clean a raw article and read its metadata."""
    if raw.cleaned:
        article = _as_it_is(raw)
    elif raw.form is SourceForm.HTML:
        article = webpage_article(raw)
    else:
        article = _from_lines(raw)
    return replace(article, fields=_with_given(article, raw))


def _as_it_is(raw: RawArticle) -> Article:
    """Keep a text that is the article and nothing else."""
    paragraphs = tuple(
        Paragraph(Span(*found.span()), raw.text.count("\n", 0, found.start()) + 1)
        for found in _NON_BLANK.finditer(raw.text)
    )
    return _article(raw, raw.text, paragraphs)


def _from_lines(raw: RawArticle) -> Article:
    entries = labeled(lines_of(raw), front_matter=raw.front_matter)
    text, paragraphs = body_of(entries)
    article = _article(raw, text, paragraphs)
    return replace(
        article,
        cuts=cuts_of(entries),
        fields=stated_fields(raw.text, entries),
        notices=(*raw.notices, *_doubts(entries)),
    )


def _doubts(entries: Iterable[Labeled]) -> Iterable[Notice]:
    if not any(entry.label == BODY for entry in entries):
        yield Notice("no-body", None, "No line of the file reads like an article's text.")


def _article(raw: RawArticle, text: str, paragraphs: tuple[Paragraph, ...]) -> Article:
    return Article(
        id=raw.id,
        path=raw.path,
        sha256=raw.sha256,
        raw=raw.text,
        text=text,
        paragraphs=paragraphs,
        notices=raw.notices,
        line=raw.line,
    )


def _with_given(article: Article, raw: RawArticle) -> tuple[Field, ...]:
    """Put what a record or a sidecar says above what the text says; add the language."""
    fields = {field.name: field for field in article.fields}
    fields |= {name: _given(name, value, FieldStatus(raw.given_by)) for name, value in raw.given}
    fields |= {name: _given(name, value, FieldStatus.REVIEWER) for name, value in raw.corrected}
    if "language" not in fields and (language := language_of(article.text)):
        fields["language"] = language
    return tuple(fields[name] for name in FIELD_ORDER if name in fields)


def _given(name: str, value: str, status: FieldStatus) -> Field:
    source = "the record" if status is FieldStatus.STATED else "the sidecar"
    return Field(name, status, value, confidence=1.0, source=source)
