"""Which year does a date without one mean, as far as another version states it?"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping
from datetime import date
from functools import partial

from generator.memory import Memory
from generator.model import Article, ArticleId, Field, FieldStatus, ReadArticle, Relation, Version

_CLOSE_DAYS = 10
"""Outlets take a text over within days; a year inferred over a longer distance would be a guess."""

_REUSE = frozenset((Relation.COPY, Relation.ABRIDGED, Relation.PARTIAL))


def with_inferred_dates(
    reads: Mapping[ArticleId, ReadArticle], versions: Iterable[Version], memory: Memory | None = None
) -> dict[ArticleId, ReadArticle]:
    """Return the articles, those with a yearless date completed from a version that states the year.

    Only verified reuse counts as evidence, only a full date within ten days, and only where all such
    versions agree; the result is marked inferred, names its source, and keeps what the text states.
    """
    memory = memory or Memory(keeps=False)
    completed = dict(reads)
    for article_id, years in sorted(_evidence(reads, versions).items()):
        dates = {day for day, _ in years}
        if len(dates) == 1:
            read, day, source = reads[article_id], dates.pop(), years[0][1]
            completed[article_id] = memory.of(
                "dated", (article_id, day), (read, source), partial(_completed, read, day, source)
            )
    return completed


def _evidence(
    reads: Mapping[ArticleId, ReadArticle], versions: Iterable[Version]
) -> dict[ArticleId, list[tuple[date, Article]]]:
    found: dict[ArticleId, list[tuple[date, Article]]] = {}
    partial = {id_ for id_, read in reads.items() if _is_partial(read.article)}
    for version in versions:
        if version.relation not in _REUSE:
            continue
        for dated, yearless in ((version.a, version.b), (version.b, version.a)):
            if yearless not in partial:
                continue
            day = _nearest(
                reads[dated].article.field("published"), reads[yearless].article.field("published")
            )
            if day:
                found.setdefault(yearless, []).append((day, reads[dated].article))
    return {key: sorted(value, key=lambda pair: pair[1].id) for key, value in found.items()}


def _is_partial(article: Article) -> bool:
    return any(fact.name == "published" and fact.status is FieldStatus.PARTIAL for fact in article.fields)


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
