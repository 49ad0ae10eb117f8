"""Home: what is here, and where versions of a story disagree most."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import ClassVar

from generator.memory import Memory
from generator.model import Place, Story
from generator.pages import links
from generator.pages.findings import Finding
from generator.pages.index import ArticleCard, Index
from generator.pages.views.base import View
from generator.pages.views.collation import Table
from generator.pages.views.lists import SpeakerCard, StoryCard, most_quoted, remembered_card
from generator.pages.views.scatter import Scatter, scatter_of
from generator.pages.views.story import PLACE_WORDS, DifferenceView
from generator.pages.views.story import view as story_view
from generator.pages.views.versions import percent
from generator.pages.words import Phrase
from generator.redaction import OMISSION

_NEWEST = 8
_STORIES = 6
_SPEAKERS = 6
_DIFFERENCES = 4
_WORDS = 16
_FINDINGS = 5


@dataclass(frozen=True, slots=True)
class Feature:
    """A story on the home page, with some of its differences."""

    card: StoryCard
    table: Table | None
    differences: tuple[DifferenceView, ...]


@dataclass(frozen=True, slots=True)
class Stack:
    """A speaker's bar among the most quoted."""

    card: SpeakerCard
    length: int
    """Per cent of the longest bar."""
    denied: int
    """Per cent of the bar."""


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
    feature: Feature | None
    """The story that differs most in meaning."""
    scatter: Scatter | None
    """All stories of several articles, by versions and by differences in meaning."""
    several: tuple[StoryCard, ...]
    """Other stories of more than one article, those that differ most in meaning first."""
    most_quoted: tuple[Stack, ...]
    findings: tuple[Finding, ...]
    newest: tuple[ArticleCard, ...]
    """By their own dates, the latest first, undated last."""


def view(index: Index, memory: Memory | None = None, feature_key: str | None = None) -> HomePage:
    """Return what the home page says.

    Args:
        index: all facts.
        memory: what was made of them last.
        feature_key: tells the facts of the story that is shown in full from any others.
    """
    memory = memory or Memory(keeps=False)
    cards = _several(index, memory)
    dated = sorted((card for card in index.cards.values() if card.date.iso), key=_newest_first, reverse=True)
    undated = [card for card in index.cards.values() if not card.date.iso]
    return HomePage(
        path=links.HOME,
        title=Phrase("Who said what, and where the versions differ"),
        articles=len(index.cards),
        stories=len(index.stories),
        outlets=len(index.outlets),
        quotes=len(index.quotes),
        denied=sum(quote.polarity.value == "denied" for quote in index.quotes.values()),
        speakers=len(index.speakers),
        feature=memory.equal("feature", (feature_key, cards[0][0]), partial(_feature, index, *cards[0]))
        if cards
        else None,
        scatter=scatter_of(card for card, _ in cards),
        several=tuple(card for card, _ in cards[1:_STORIES]),
        findings=tuple(sorted(index.findings.all, key=_judged_first)[:_FINDINGS]),
        newest=tuple((dated + undated)[:_NEWEST]),
        most_quoted=_stacks(most_quoted(index, memory)[:_SPEAKERS]),
    )


def featured(index: Index, memory: Memory | None = None) -> Story | None:
    """Return the story of several articles that differs most in meaning, which the page shows in full."""
    found = _several(index, memory or Memory(keeps=False))
    return found[0][1] if found else None


def _several(index: Index, memory: Memory) -> list[tuple[StoryCard, Story]]:
    """Return the stories of several articles, those that differ most in meaning first."""
    several = (story for story in index.stories if len(story.articles) > 1)
    return sorted(((remembered_card(index, story, memory), story) for story in several), key=_most_different)


def _most_different(each: tuple[StoryCard, Story]) -> tuple[int, int, str]:
    card = each[0]
    return -card.meaning, -card.wording, card.path


def _feature(index: Index, card: StoryCard, story: Story) -> Feature:
    page = story_view(index, story)
    told = sorted((each for each in page.differences if _can_be_told(each)), key=_most_telling)
    left_out = [each for each in told if not (each.a_text and each.b_text)][1:]
    table = page.texts[0].table if page.texts else None
    shown = [each for each in told if each not in left_out][:_DIFFERENCES]
    return Feature(card, table, tuple(map(_shortened, shown)))


def _can_be_told(each: DifferenceView) -> bool:
    """Tell whether the words that there are may be shown."""
    return OMISSION not in (each.a_text, each.b_text) and each.level != "typographic"


def _most_telling(each: DifferenceView) -> tuple[bool, bool, bool]:
    """Sort what the texts say before their credits, what both say before what one leaves out, by level."""
    credit = each.place == PLACE_WORDS[Place.METADATA]
    return credit, each.level != "meaning", not (each.a_text and each.b_text)


def _shortened(each: DifferenceView) -> DifferenceView:
    return replace(each, a_text=_opening(each.a_text), b_text=_opening(each.b_text))


def _opening(text: str) -> str:
    words = text.split()
    return text if len(words) <= _WORDS else " ".join(words[:_WORDS]) + " …"


def _judged_first(finding: Finding) -> tuple[bool, bool, str]:
    """Sort claims with a verdict that stands before those under way, and what is out of date behind."""
    return not finding.verdict, finding.stale, finding.claim


def _stacks(cards: tuple[SpeakerCard, ...]) -> tuple[Stack, ...]:
    longest = max((card.quotes for card in cards), default=1)
    return tuple(
        Stack(card, percent(card.quotes / longest), percent(card.denied / card.quotes)) for card in cards
    )


def _newest_first(card: ArticleCard) -> tuple[str, str]:
    return card.date.iso or "", card.id
