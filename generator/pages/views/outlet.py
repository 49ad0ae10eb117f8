"""The page of one outlet: what it printed, whom it quotes, and with whom it shares text."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import ClassVar

from generator.pages import links
from generator.pages.index import ArticleCard, Index, stand_of
from generator.pages.outlet_notes import OutletNoteView
from generator.pages.views.base import View
from generator.pages.views.versions import VersionView, versions_of
from generator.pages.words import Phrase


@dataclass(frozen=True, slots=True)
class Quoted:
    """A speaker whom an outlet quotes."""

    name: str
    path: str
    quotes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OutletPage(View):
    """What an outlet's page says."""

    TEMPLATE: ClassVar[str] = "outlet.md.j2"

    name: str
    note: OutletNoteView | None
    """What reviewers know of it."""
    articles: tuple[ArticleCard, ...]
    credited: tuple[ArticleCard, ...]
    """Articles of others that credit this outlet."""
    quoted: tuple[Quoted, ...]
    """The most quoted first."""
    shared: tuple[VersionView, ...]


def view(index: Index, name: str) -> OutletPage:
    """Return what the page of an outlet says."""
    path = links.outlet_path(name)
    articles = index.outlets[name]
    return OutletPage(
        path=path,
        title=name,
        description=Phrase("Articles of {0}, whom they quote and with whom they share text.", name),
        structured=index.structured.get(path, ""),
        note=index.notes.get(path),
        stand=stand_of(index, (card.id for card in articles)),
        name=name,
        articles=tuple(sorted(articles, key=lambda card: (card.date.order, card.id))),
        credited=index.credited.get(path, ()),
        quoted=_quoted(index, articles),
        shared=tuple(each for card in articles for each in versions_of(index, card.id)),
    )


def _quoted(index: Index, articles: tuple[ArticleCard, ...]) -> tuple[Quoted, ...]:
    counts = Counter(id_ for card in articles for id_ in index.voices[card.id])
    ordered = sorted(counts, key=lambda id_: (-counts[id_], id_))
    return tuple(Quoted(index.speakers[id_].name, links.speaker_path(id_), counts[id_]) for id_ in ordered)
