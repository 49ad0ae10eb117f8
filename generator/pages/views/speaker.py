"""The page of one speaker: everything this person or body is quoted with, each utterance once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import ClassVar

from generator.model import Quote, QuoteId, SpeakerId
from generator.pages import links
from generator.pages.index import ArticleCard, Index, stand_of
from generator.pages.views.base import View
from generator.pages.views.quotes import QuoteView, by_date, quote_view
from generator.pages.views.spoken import Spoken, spoken_of
from generator.pages.words import Phrase


@dataclass(frozen=True, slots=True)
class Source:
    """An article, with the utterances that it is the first to print."""

    card: ArticleCard
    utterances: tuple[QuoteView, ...]


KIND_WORDS = {"person": Phrase("Person"), "organization": Phrase("Organization")}


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeakerPage(View):
    """What a speaker's page says."""

    TEMPLATE: ClassVar[str] = "speaker.md.j2"
    SEARCH: ClassVar[dict[str, object]] = {"boost": 2}

    name: str
    kind: str
    titles: tuple[str, ...]
    aliases: tuple[str, ...]
    sources: tuple[Source, ...]
    utterances: int
    quotes: int
    articles: int
    denied: int
    spoken: Spoken | None
    """When they are quoted."""


def view(index: Index, id_: SpeakerId) -> SpeakerPage:
    """Return what the page of a speaker says."""
    speaker, quotes = index.speakers[id_], index.by_speaker[id_]
    path = links.speaker_path(id_)
    once = _once(index, quotes)
    sources = tuple(_sources(index, once))
    return SpeakerPage(
        path=path,
        title=speaker.name,
        description=Phrase(
            "What {0} is quoted as saying, in which articles, and in what words.", speaker.name
        ),
        structured=index.structured.get(path, ""),
        stand=stand_of(index, (quote.article for quote in quotes)),
        name=speaker.name,
        kind=KIND_WORDS.get(speaker.kind, Phrase(speaker.kind)),
        titles=speaker.titles,
        aliases=speaker.aliases,
        sources=sources,
        spoken=spoken_of(quote for source in sources for quote in source.utterances),
        utterances=len(once),
        quotes=len(quotes),
        articles=len({quote.article for quote in quotes}),
        denied=sum(quote.polarity.value == "denied" for quote in quotes),
    )


def _sources(index: Index, once: tuple[Quote, ...]) -> Iterator[Source]:
    for id_, quotes in groupby(once, key=lambda quote: quote.article):
        yield Source(index.cards[id_], tuple(quote_view(index, quote) for quote in quotes))


def _once(index: Index, quotes: tuple[Quote, ...]) -> tuple[Quote, ...]:
    """Return the first quote of each utterance, in date order."""
    first: dict[QuoteId, Quote] = {}
    for quote in by_date(index, tuple(each.id for each in quotes)):
        said = index.said.get(quote.id)
        first.setdefault(said.quotes[0] if said else quote.id, quote)
    return tuple(first.values())
