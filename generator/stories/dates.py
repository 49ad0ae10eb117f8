"""Which year does a date without one mean, as far as another version states it?"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping
from datetime import date

from generator.model import Article, ArticleId, Field, FieldStatus, ReadArticle, Relation, Version

_CLOSE_DAYS = 10
"""Outlets take a text over within days; a year inferred over a longer distance would be a guess."""

_REUSE = frozenset((Relation.COPY, Relation.ABRIDGED, Relation.PARTIAL))


def with_inferred_dates(
    reads: Mapping[ArticleId, ReadArticle], versions: Iterable[Version]
) -> dict[ArticleId, ReadArticle]:
    """Return the articles, those with a yearless date completed from a version that states the year.

    Only verified reuse counts as evidence, only a full date within ten days, and only where all such
    versions agree; the result is marked inferred, names its source, and keeps what the text states.
    """
    completed = dict(reads)
    for article_id, years in sorted(_evidence(reads, versions).items()):
        dates = {day for day, _ in years}
        if len(dates) == 1:
            completed[article_id] = _completed(reads[article_id], dates.pop(), years[0][1])
    return completed


def _evidence(
    reads: Mapping[ArticleId, ReadArticle], versions: Iterable[Version]
) -> dict[ArticleId, list[tuple[date, Article]]]:
    found: dict[ArticleId, list[tuple[date, Article]]] = {}
    for version in versions:
        if version.relation not in _REUSE:
            continue
        for dated, yearless in ((version.a, version.b), (version.b, version.a)):
            day = _nearest(
                reads[dated].article.field("published"), reads[yearless].article.field("published")
            )
            if day:
                found.setdefault(yearless, []).append((day, reads[dated].article))
    return {key: sorted(value, key=lambda pair: pair[1].id) for key, value in found.items()}


def _nearest(full: Field, partial: Field) -> date | None:
    """Return the partial month and day in the year that brings it close to the full date."""
    value = partial.value or ""
    if full.status is not FieldStatus.STATED or partial.status is not FieldStatus.PARTIAL:
        return None
    if not (value.startswith("--") and full.value and len(full.value) >= len("2019-07-14")):
        return None
    stated = date.fromisoformat(full.value[:10])
    for year in (stated.year - 1, stated.year, stated.year + 1):
        try:
            day = date.fromisoformat(f"{year:04d}{value[1:]}")
        except ValueError:  # February 29th in a common year
            continue
        if abs((day - stated).days) <= _CLOSE_DAYS:
            return day
    return None


def _completed(read: ReadArticle, day: date, source: Article) -> ReadArticle:
    article = read.article
    known = article.field("published")
    told = f"the same text in {source.value('outlet') or source.id}, dated {source.value('published')}"
    inferred = dataclasses.replace(
        known, status=FieldStatus.INFERRED, value=day.isoformat(), partial=known.value, source=told
    )
    fields = tuple(inferred if fact.name == "published" else fact for fact in article.fields)
    return dataclasses.replace(read, article=dataclasses.replace(article, fields=fields))
