"""What is new, changed or gone since when: the page of changes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from generator.checks.record import Entry
from generator.model import Page
from generator.pages import links, render
from generator.pages.dates import date_words
from generator.pages.repository import Repository

PATH = "changes.md"


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """One change in words, with the page that it is about."""

    words: str
    title: str
    path: str
    """Of the page, where there is one now."""
    subject: str
    commit: str
    link: Markup | None


Day = tuple[str, tuple[ChangeRow, ...]]


def changes_page(entries: Sequence[Entry], repository: Repository | None) -> Page:
    """Return the page that says what was added, changed or withdrawn: since the last publication, and by day."""
    new = [entry for entry in entries if entry.change.new]

    def to(there: str, anchor: str = "") -> Markup:
        return links.link(PATH, there, anchor)

    front = {"title": "Changes", "hide": ["navigation", "toc"], "search": {"exclude": True}}
    names = {
        "new": tuple(_row(entry, repository) for entry in new),
        "days": _days((entry for entry in entries if not entry.change.new), repository),
        "to": to,
    }
    return render.page(PATH, "changes.md.j2", names, front=front)


def _days(entries: Iterable[Entry], repository: Repository | None) -> tuple[Day, ...]:
    return tuple(
        (date_words(day), tuple(_row(entry, repository) for entry in group))
        for day, group in groupby(entries, key=lambda entry: entry.change.date)
    )


def _row(entry: Entry, repository: Repository | None) -> ChangeRow:
    path = links.article_path(entry.article) if entry.article else ""
    path = links.claim_path(entry.claim) if entry.claim else path
    commit = entry.change.commit
    link = links.outside(repository.commit(commit)) if repository else None
    return ChangeRow(entry.words, entry.title, path, entry.change.subject, commit, link)
