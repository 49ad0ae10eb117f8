"""As of which commit does a page stand, and where is its history? So that a citation can name what it saw."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from generator.checks.changes import Stand, latest
from generator.checks.fixes import Fix
from generator.checks.record import SIDECARS, fixes_by_file
from generator.model import ArticleId, ReadArticle
from generator.pages import links
from generator.pages.dates import date_words
from generator.pages.repository import Repository


@dataclass(frozen=True, slots=True)
class Stands:
    """The last commits of the files that people and publishers wrote."""

    seeds: Mapping[str, Stand]
    """By POSIX path below the folder of articles."""
    reviews: Mapping[str, Stand]
    """By POSIX path below the folder of reviews."""


@dataclass(frozen=True, slots=True)
class StandView:
    """The commit that a page stands at."""

    commit: str
    date: str
    edited: bool
    """True where its sources were changed since and not committed."""
    link: Markup | None
    """To what the commit changed."""
    history: Markup | None
    """To all commits of the file."""


def stand_view(stand: Stand | None, repository: Repository | None) -> StandView | None:
    """Return a stand as a page shows it; None where no commit is known."""
    if stand is None:
        return None
    return StandView(
        commit=stand.commit,
        date=date_words(stand.date),
        edited=stand.edited,
        link=links.outside(repository.commit(stand.commit)) if repository else None,
        history=links.outside(repository.history(stand.path)) if repository else None,
    )


def stands_of_articles(
    reads: Iterable[ReadArticle], fixes: Iterable[Fix], stands: Stands
) -> dict[ArticleId, Stand]:
    """Return the newest commit of each article's file, of what stands beside it, and of its corrections."""
    corrected: dict[ArticleId, list[str]] = {}
    for name, made in fixes_by_file(fixes).items():
        for fix in made:
            if fix.article:
                corrected.setdefault(fix.article, []).append(name)
    found: dict[ArticleId, Stand] = {}
    if not (stands.seeds or stands.reviews):
        return found
    for read in reads:
        path = read.article.path
        stem = path.rpartition(".")[0]
        beside = (path, *(f"{name}{ending}" for name in (path, stem) for ending in SIDECARS))
        known = [stands.seeds.get(name) for name in beside]
        known += [stands.reviews.get(name) for name in corrected.get(read.article.id, ())]
        if newest := latest(known):
            found[read.article.id] = newest
    return found
