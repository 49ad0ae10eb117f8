"""Home: what is here, and where versions of a story disagree most."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from generator.pages import links
from generator.pages.index import ArticleCard, Index
from generator.pages.views.base import View
from generator.pages.views.lists import StoryCard, story_cards

_NEWEST = 8
_STORIES = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class HomePage(View):
    """What the home page says."""

    TEMPLATE: ClassVar[str] = "home.md.j2"

    articles: int
    stories: int
    outlets: int
    quotes: int
    denied: int
    speakers: int
    several: tuple[StoryCard, ...]
    """Stories of more than one article, those that differ most in meaning first."""
    newest: tuple[ArticleCard, ...]
    """By their own dates, the latest first, undated last."""


def view(index: Index) -> HomePage:
    """Return what the home page says."""
    several = [card for card in story_cards(index) if len(card.articles) > 1]
    several.sort(key=lambda card: (-card.meaning, -card.wording, card.path))
    dated = sorted((card for card in index.cards.values() if card.date.iso), key=_newest_first, reverse=True)
    undated = [card for card in index.cards.values() if not card.date.iso]
    return HomePage(
        path=links.HOME,
        title="Who said what, and where the versions differ",
        articles=len(index.cards),
        stories=len(index.stories),
        outlets=len(index.outlets),
        quotes=len(index.quotes),
        denied=sum(quote.polarity.value == "denied" for quote in index.quotes.values()),
        speakers=len(index.speakers),
        several=tuple(several[:_STORIES]),
        newest=tuple((dated + undated)[:_NEWEST]),
    )


def _newest_first(card: ArticleCard) -> tuple[str, str]:
    return card.date.iso or "", card.id
