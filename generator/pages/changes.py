"""What is new, changed or gone since when: the page of changes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from generator.checks.record import FIXES, Entry
from generator.model import Page
from generator.pages import links, render
from generator.pages.dates import date_words
from generator.pages.index import Index
from generator.pages.repository import Repository
from generator.pages.words import Phrase

PATH = "changes.md"


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """One change in words, with the page that it is about."""

    words: str
    title: str
    path: str
    """Of the page, where there is one now."""
    who: str = ""
    """The article's outlet, since versions share their headline."""


@dataclass(frozen=True, slots=True)
class CommitView:
    """What one commit changed."""

    subject: str
    commit: str
    link: Markup | None
    rows: tuple[ChangeRow, ...]


Day = tuple[str, tuple[CommitView, ...]]


def changes_page(
    index: Index, entries: Sequence[Entry], repository: Repository | None, language: str = "en"
) -> Page:
    """Return the page that says what was added, changed or withdrawn: since the last publication, and by day."""
    new = [entry for entry in entries if entry.change.new]

    def to(there: str, anchor: str = "") -> Markup:
        return links.link(PATH, there, anchor)

    front = {"title": Phrase("Changes"), "hide": ["navigation", "toc"], "search": {"exclude": True}}
    names = {
        "new": _commits(index, new, repository),
        "days": _days(index, [entry for entry in entries if not entry.change.new], repository),
        "to": to,
    }
    return render.page(PATH, "changes.md.j2", names, front=front, language=language)


def _days(index: Index, entries: Iterable[Entry], repository: Repository | None) -> tuple[Day, ...]:
    return tuple(
        (date_words(day), _commits(index, group, repository))
        for day, group in groupby(entries, key=lambda entry: entry.change.date)
    )


def _commits(index: Index, entries: Iterable[Entry], repository: Repository | None) -> tuple[CommitView, ...]:
    """Group changes by their commit, in order."""
    views = []
    for commit, group in groupby(entries, key=lambda entry: entry.change.commit):
        rows = list(group)
        link = links.outside(repository.commit(commit)) if repository else None
        made = tuple(_row(index, entry) for entry in rows)
        views.append(CommitView(rows[0].change.subject, commit, link, made))
    return tuple(views)


def _row(index: Index, entry: Entry) -> ChangeRow:
    if entry.article in index.cards and entry.article:
        card = index.cards[entry.article]
        return ChangeRow(entry.words, card.title, card.path, card.who)
    if entry.claim:
        return ChangeRow(entry.words, entry.title, links.claim_path(entry.claim))
    return ChangeRow(
        entry.words, entry.title, "corrections.md" if entry.change.name.startswith(FIXES) else ""
    )
