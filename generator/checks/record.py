"""What does a change mean to readers: which article, verdict or correction was added, changed or withdrawn?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.checks.apply import is_withdrawn
from generator.checks.changes import Change
from generator.checks.fixes import Fix
from generator.checks.reviews import Desktop
from generator.model import ArticleId, ReadArticle

SIDECARS = (".yml", ".yaml")
"""Endings of a file that stands beside an article's and sets its facts."""
FIXES = "fixes/"
"""Folder of the corrections in that of the reviews."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A change with what it is about."""

    change: Change
    words: str
    """What happened, in words: "article added", "article withdrawn"."""
    title: str
    """Headline, claim or file name."""
    article: ArticleId | None = None
    claim: str | None = None


def fixes_by_file(fixes: Iterable[Fix]) -> dict[str, tuple[Fix, ...]]:
    """Return the corrections by their file's path below the folder of reviews."""
    found: dict[str, tuple[Fix, ...]] = {}
    for fix in fixes:
        name = FIXES + fix.path.rpartition(f"/{FIXES}")[2]
        found[name] = (*found.get(name, ()), fix)
    return found


def entries(
    changes: Iterable[Change], reads: Mapping[ArticleId, ReadArticle], desk: Desktop, *, seeds: str
) -> Iterator[Entry]:
    """Yield changes with what they are about.

    Args:
        changes: what was done to files.
        reads: the articles as they are published.
        desk: what people wrote.
        seeds: name of the folder with the articles.
    """
    articles = _by_path(reads)
    beside = _sidecars(articles)
    told = tuple(changes)
    committed = {(change.commit, change.folder, change.name) for change in told}
    claims = {standing.path: standing.review for standing in desk.reviews}
    fixes = fixes_by_file(desk.fixes)
    for change in told:
        if change.folder == seeds and change.name in beside:
            path = beside[change.name]
            if (change.commit, seeds, path) not in committed:
                yield _article(change, "changed", articles[path], reads)
        elif change.folder == seeds:
            yield _article(change, change.deed, articles.get(change.name, ()), reads)
        elif change.name.startswith(FIXES):
            yield _correction(change, fixes.get(change.name, ()), reads)
        elif change.name in claims:
            review = claims[change.name]
            yield Entry(change, f"review {change.deed}", review.claim, claim=review.id)
        else:
            yield Entry(change, f"desk’s file {change.deed}", change.name)


def _by_path(reads: Mapping[ArticleId, ReadArticle]) -> dict[str, tuple[ArticleId, ...]]:
    """Return the articles of each file; a file of records holds many."""
    found: dict[str, tuple[ArticleId, ...]] = {}
    for id_, read in reads.items():
        if read.article.path:
            found[read.article.path] = (*found.get(read.article.path, ()), id_)
    return found


def _sidecars(paths: Iterable[str]) -> dict[str, str]:
    """Return the path of the article's file by each name that a file of its facts may have."""
    return {
        f"{name}{ending}": path
        for path in paths
        for name in (path, path.rpartition(".")[0])
        for ending in SIDECARS
    }


def _article(
    change: Change, deed: str, ids: tuple[ArticleId, ...], reads: Mapping[ArticleId, ReadArticle]
) -> Entry:
    """Return what happened to an article's file; one that holds many articles is named by itself."""
    id_ = ids[0] if len(ids) == 1 else None
    return Entry(change, f"article {deed}", _title(change, id_, reads), id_)


def _correction(change: Change, fixes: tuple[Fix, ...], reads: Mapping[ArticleId, ReadArticle]) -> Entry:
    """Return what happened to a file of corrections; which of several a commit touched is not known."""
    if len(fixes) > 1:
        return Entry(change, f"corrections {change.deed}", change.name)
    id_ = next((fix.article for fix in fixes if fix.article), None)
    words = f"correction {change.deed}"
    if change.deed != "removed" and any(fix.withdraw for fix in fixes):
        words = "article withdrawn"
    elif change.deed != "removed" and any(fix.reply for fix in fixes):
        words = f"reply {change.deed}"
    return Entry(change, words, _title(change, id_, reads), id_ if id_ in reads else None)


def _title(change: Change, id_: ArticleId | None, reads: Mapping[ArticleId, ReadArticle]) -> str:
    """Return an article's headline; the file's name where there is none, and the id of a withdrawn article."""
    if id_ is None or id_ not in reads:
        return change.name
    article = reads[id_].article
    return id_ if is_withdrawn(article) else article.value("headline") or id_
