"""What is published at one time, and which pages does it make?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from markupsafe import Markup

from generator.checks.record import Entry
from generator.checks.reviews import Desktop
from generator.checks.rights import Terms
from generator.memory import Memory
from generator.model import ArticleId, Collation, Page, ReadArticle, Signal, Story, Utterance, Version
from generator.pages.changes import changes_page
from generator.pages.claims import claim_pages
from generator.pages.index import Index
from generator.pages.moved import moved_pages
from generator.pages.render import fragment
from generator.pages.repository import Repository
from generator.pages.stands import Stands
from generator.pages.views import article, components, find, home, lists, outlet, speaker, story
from generator.pages.views.base import View, page_of


@dataclass(frozen=True, slots=True)
class Edition:
    """All facts from which the pages of a site are made."""

    articles: tuple[ReadArticle, ...] = ()
    stories: tuple[Story, ...] = ()
    versions: tuple[Version, ...] = ()
    collations: tuple[Collation, ...] = ()
    utterances: tuple[Utterance, ...] = ()
    signals: tuple[Signal, ...] = ()
    moved: Mapping[str, str] = field(default_factory=dict)
    """The present id of a story by an id that it had before."""
    desktop: Desktop = field(default_factory=Desktop)
    """What people wrote about the articles."""
    changes: tuple[Entry, ...] = ()
    """What was done to the sources, the newest first."""
    stands: Stands = field(default_factory=lambda: Stands({}, {}))
    """The last commit of each source."""
    repository: Repository | None = None
    """Where readers report problems and reviewers edit, if anywhere."""
    structured: Mapping[str, str] = field(default_factory=dict)
    """JSON-LD for a page, by the page's path."""
    stored: Mapping[str, str] = field(default_factory=dict)
    """Path of the stored copy of an article, by the article's id."""
    whole: Mapping[ArticleId, ReadArticle] = field(default_factory=dict)
    """Articles of which parts are hidden, as they were read: for comparisons alone, never printed."""
    terms: Mapping[ArticleId, Terms] = field(default_factory=dict)
    """How much of each article may be shown."""


def _row(view: View, language: str, memory: Memory, thing: Any) -> Markup:
    """Return the row of a list."""
    names = {"thing": thing, "to": view.to}
    return memory.of(view.ROW, thing.path, (thing,), partial(fragment, view.ROW, names, language))


def pages_of(edition: Edition, language: str = "en") -> Iterator[Page]:
    """Yield every generated page; the same edition gives the same pages in the same order."""
    index = Index.of(edition)
    yield from (page_of(view, language) for view in leaves_of(index))
    yield from rest_of(edition, index, language)


def leaves_of(index: Index) -> Iterator[View]:
    """Yield what the pages of articles, stories, speakers and outlets say, before any template has seen it."""
    for id_ in index.reads:
        yield article.view(index, id_)
    for story_ in index.stories:
        yield story.view(index, story_)
    for person in index.speakers:
        yield speaker.view(index, person)
    for name in index.outlets:
        yield outlet.view(index, name)


def rest_of(
    edition: Edition,
    index: Index,
    language: str = "en",
    *,
    memory: Memory | None = None,
    feature_key: str | None = None,
) -> Iterator[Page]:
    """Yield the pages that speak of the whole: lists, home, claims and changes.

    Args:
        edition: all facts.
        index: of them.
        language: of the interface's words.
        memory: the rows of lists that were made last.
        feature_key: tells the facts of the story that home shows in full from any others.
    """
    memory = memory or Memory(keeps=False)
    for view in lists.views(index, memory):
        yield page_of(view, language, row=partial(_row, view, language, memory))
    yield page_of(find.view(), language)
    yield page_of(components.view(), language)
    yield page_of(home.view(index, memory, feature_key), language)
    yield from claim_pages(
        index,
        edition.desktop,
        repository=edition.repository,
        stands=edition.stands.reviews,
        language=language,
    )
    yield from moved_pages(edition.moved, (story.id for story in edition.stories), language)
    yield changes_page(index, edition.changes, edition.repository, language)
