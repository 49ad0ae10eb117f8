"""The lists: all articles, stories, speakers and outlets, each on one page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import ClassVar

from generator.memory import Memory
from generator.model import SpeakerId, Story
from generator.pages import links
from generator.pages.index import ArticleCard, Index, Levels
from generator.pages.views.base import View
from generator.pages.views.flow import Flow, flow_of
from generator.pages.views.story import story_dates, story_title
from generator.pages.words import Phrase


@dataclass(frozen=True, slots=True)
class StoryCard:
    """A story as a list names it."""

    title: str
    path: str
    when: str
    order: str
    articles: tuple[ArticleCard, ...]
    meaning: int
    """Differences in meaning between its versions."""
    wording: int
    typographic: int


@dataclass(frozen=True, slots=True)
class SpeakerCard:
    """A speaker as a list names them."""

    name: str
    path: str
    titles: str
    quotes: int
    articles: int
    denied: int


@dataclass(frozen=True, slots=True)
class OutletCard:
    """An outlet as a list names it."""

    name: str
    path: str
    articles: int
    credited: int
    quotes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleList(View):
    """All articles."""

    TEMPLATE: ClassVar[str] = "articles.md.j2"
    ROW: ClassVar[str] = "article_row.md.j2"
    articles: tuple[ArticleCard, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryList(View):
    """All stories."""

    TEMPLATE: ClassVar[str] = "stories.md.j2"
    ROW: ClassVar[str] = "story_row.md.j2"
    stories: tuple[StoryCard, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeakerList(View):
    """All speakers."""

    TEMPLATE: ClassVar[str] = "speakers.md.j2"
    speakers: tuple[SpeakerCard, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OutletList(View):
    """All outlets."""

    TEMPLATE: ClassVar[str] = "outlets.md.j2"
    outlets: tuple[OutletCard, ...]
    flow: Flow
    """Who reprints whom."""


def views(index: Index, memory: Memory) -> Iterator[View]:
    """Yield what each list says; what it says of a story is the same object for as long as it is the same."""
    articles = sorted(index.cards.values(), key=lambda card: (card.date.order, card.id))
    yield ArticleList(path="articles/index.md", title=Phrase("Articles"), articles=tuple(articles))
    yield StoryList(path="stories/index.md", title=Phrase("Stories"), stories=story_cards(index, memory))
    speakers = tuple(speaker_card(index, id_, memory) for id_ in index.speakers)
    yield SpeakerList(path="speakers/index.md", title=Phrase("Speakers"), speakers=speakers)
    outlets = tuple(_outlet(index, name) for name in index.outlets)
    yield OutletList(
        path="outlets/index.md", title=Phrase("Outlets"), outlets=outlets, flow=flow_of(index, memory)
    )


def story_cards(index: Index, memory: Memory) -> tuple[StoryCard, ...]:
    """Return all stories: those with most versions first, then those that differ most in meaning."""
    cards = [remembered_card(index, story, memory) for story in index.stories]
    return tuple(sorted(cards, key=lambda card: (-len(card.articles), -card.meaning, card.order, card.path)))


def remembered_card(index: Index, story: Story, memory: Memory) -> StoryCard:
    """Return a story as a list names it, as it was made last."""
    facts = (story, index.levels.get(story.id), *(index.cards[id_] for id_ in story.articles))
    return memory.of("story card", story.id, facts, partial(story_card, index, story))


def story_card(index: Index, story: Story) -> StoryCard:
    """Return a story as a list names it."""
    articles = tuple(index.cards[id_] for id_ in story.articles)
    levels = index.levels.get(story.id, Levels())
    return StoryCard(
        title=story_title(index, story),
        path=links.story_path(story.id),
        when=story_dates(articles),
        order=min(card.date.order for card in articles),
        articles=articles,
        meaning=levels.meaning,
        wording=levels.wording,
        typographic=levels.typographic,
    )


def most_quoted(index: Index, memory: Memory | None = None) -> tuple[SpeakerCard, ...]:
    """Return all speakers, the most quoted first."""
    memory = memory or Memory(keeps=False)
    cards = (speaker_card(index, id_, memory) for id_ in index.speakers)
    return tuple(sorted(cards, key=lambda card: (-card.quotes, card.name, card.path)))


def speaker_card(index: Index, id_: SpeakerId, memory: Memory) -> SpeakerCard:
    """Return a speaker as a list names them, as they were named last."""
    quotes = memory.same("quotes of speakers", id_, index.by_speaker[id_])
    facts = index.speakers[id_], quotes
    return memory.of("speaker card", id_, facts, partial(_speaker, index, id_))


def _speaker(index: Index, id_: SpeakerId) -> SpeakerCard:
    speaker = index.speakers[id_]
    quotes = index.by_speaker[speaker.id]
    return SpeakerCard(
        name=speaker.name,
        path=links.speaker_path(speaker.id),
        titles="; ".join(speaker.titles),
        quotes=len(quotes),
        articles=len({quote.article for quote in quotes}),
        denied=sum(quote.polarity.value == "denied" for quote in quotes),
    )


def _outlet(index: Index, name: str) -> OutletCard:
    articles, path = index.outlets[name], links.outlet_path(name)
    quotes = sum(card.quotes for card in articles)
    return OutletCard(name, path, len(articles), len(index.credited.get(path, ())), quotes)
