"""What is new, changed or gone since when: the page of changes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from generator.checks.changes import Change
from generator.model import Page
from generator.pages import links, render
from generator.pages.dates import date_words
from generator.pages.index import Index
from generator.pages.repository import Repository

PATH = "changes.md"


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """One change in words, with the page that it is about."""

    deed: str
    what: str
    title: str
    path: str
    """Of the page, where there is one now."""
    subject: str
    commit: str
    link: Markup | None


def changes_page(index: Index, changes: Sequence[Change], repository: Repository | None) -> Page:
    """Return the page that says what was added, changed or removed, day by day."""
    titles = _titles(index)
    days = [
        (date_words(day), tuple(_row(change, titles, repository) for change in group))
        for day, group in groupby(changes, key=lambda change: change.date)
    ]

    def to(there: str, anchor: str = "") -> Markup:
        return links.link(PATH, there, anchor)

    front = {"title": "Changes", "hide": ["navigation", "toc"], "search": {"exclude": True}}
    return render.page(PATH, "changes.md.j2", {"days": days, "to": to}, front=front)


def _titles(index: Index) -> dict[tuple[str, str], tuple[str, str]]:
    """Return title and path of the page that a file of seeds or reviews makes."""
    articles = {
        ("seeds", read.article.path): (index.cards[id_].title, index.cards[id_].path)
        for id_, read in index.reads.items()
    }
    claims = {
        ("reviews", f"{each.path.rsplit('/', 1)[-1].removesuffix('.md')}.yml"): (each.claim, each.path)
        for each in index.findings.all
    }
    return articles | claims


def _row(
    change: Change, titles: dict[tuple[str, str], tuple[str, str]], repository: Repository | None
) -> ChangeRow:
    title, path = titles.get((change.folder, change.name), (change.name, ""))
    what = (
        "article"
        if change.folder == "seeds"
        else "correction"
        if change.name.startswith("fixes/")
        else "review"
    )
    link = links.outside(repository.commit(change.commit)) if repository else None
    return ChangeRow(change.deed, what, title, path, change.subject, change.commit, link)
