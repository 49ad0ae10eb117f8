"""What is left of a raw article when its page is taken away, and what does it state about itself?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from generator.errors import SeedError
from generator.intake.clean import BODY, Labeled, Text, body_of, cuts_of, labeled
from generator.intake.dates import day_of
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


def articles_from(raws: Sequence[RawArticle]) -> list[Article]:
    """Clean raw articles and read their metadata.

    Some at once, as `batches` deals them out, take less time each, and give what each gives alone.
    """
    listed = [
        number for number, raw in enumerate(raws) if not raw.cleaned and raw.form is not SourceForm.HTML
    ]
    lines = dict(zip(listed, _from_lines([raws[number] for number in listed]), strict=True))
    return [_with_given(lines.get(number) or _alone(raw), raw) for number, raw in enumerate(raws)]


def batches(found: Iterable[RawArticle | SeedError]) -> Iterator[list[RawArticle | SeedError]]:
    """Deal articles, and what could not be read, out by the few: as many as a processor's cache holds the measures of."""
    batch: list[RawArticle | SeedError] = []
    size = 0
    for one in found:
        batch.append(one)
        size += len(one.text) + len(one.html or "") if isinstance(one, RawArticle) else 0
        if size > _BATCH_CHARACTERS or len(batch) == _MOST_IN_A_BATCH:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


_BATCH_CHARACTERS = 100_000
_MOST_IN_A_BATCH = 64


def article_from(raw: RawArticle) -> Article:
    """Clean a raw article and read its metadata."""
    return articles_from([raw])[0]


def _alone(raw: RawArticle) -> Article:
    if not raw.cleaned:
        return webpage_article(raw)
    paragraphs = tuple(
        Paragraph(Span(*found.span()), raw.text.count("\n", 0, found.start()) + 1)
        for found in _NON_BLANK.finditer(raw.text)
    )
    return _article(raw, raw.text, paragraphs)


def _from_lines(raws: Sequence[RawArticle]) -> Iterator[Article]:
    """Tell by their lines which parts of the texts are the articles."""
    texts = [Text(lines_of(raw), raw.front_matter) for raw in raws]
    for raw, entries in zip(raws, labeled(texts), strict=True):
        text, paragraphs = body_of(entries)
        yield replace(
            _article(raw, text, paragraphs),
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


def _with_given(article: Article, raw: RawArticle) -> Article:
    """Put what a record or a sidecar says above what the text says; add the language."""
    fields = {field.name: field for field in article.fields}
    notices = []
    for given, status in ((raw.given, FieldStatus(raw.given_by)), (raw.corrected, FieldStatus.REVIEWER)):
        for name, value in given:
            field = _given(name, value, status)
            if field.value is None:
                notices.append(Notice("unclear-date", None, field.source))
            if field.value or name not in fields:
                fields[name] = field
    if "language" not in fields and (language := language_of(article.text)):
        fields["language"] = language
    listed = tuple(fields[name] for name in FIELD_ORDER if name in fields)
    return replace(article, fields=listed, notices=(*article.notices, *notices))


def _given(name: str, value: str, status: FieldStatus) -> Field:
    """Make the field of a given value; a date counts as far as it can be read for certain."""
    source = "the record" if status is FieldStatus.STATED else "the sidecar"
    if name not in ("published", "updated"):
        return Field(name, status, value, confidence=1.0, source=source)
    day = day_of(value)
    if day is None:
        reason = f"Of {source}'s “{value}” no day can be read for certain; write it as 2019-07-14."
        return Field(name, FieldStatus.PARTIAL, None, source=reason)
    if len(day) < len("2019-07-14") or day.startswith("--"):
        status = FieldStatus.PARTIAL if status is FieldStatus.STATED else status
    return Field(name, status, day, confidence=1.0, source=source)
