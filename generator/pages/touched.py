"""Which pages may a change have touched? Those that tell a fact that is another object than it was.

What is named here is looked at; all other pages keep their keys unseen. So it may name too many, never too few:
each fact that `keys.py` puts into a key is followed back from the article that it belongs to.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from operator import is_
from typing import Any

from generator.model import ArticleId, SpeakerId, StoryId
from generator.pages.index import Index

_BY_ARTICLE = ("reads", "whole", "cards", "versions", "story_of")
"""Facts that stay the same objects where nothing changed, by article."""
_SMALL_BY_ARTICLE = ("signals", "lapsed", "stands", "stored", "terms")
"""Facts that are made anew in each run, by article."""
_OF_ALL = ("rulings", "notes", "repository")
"""Facts of which any may be told anywhere: they change rarely."""


@dataclass(frozen=True, slots=True)
class Touched:
    """What to look at."""

    articles: frozenset[ArticleId]
    """That changed, came or went, and those that tell of one of these."""
    stories: frozenset[StoryId]


def touched(before: Index, now: Index) -> Touched | None:
    """Return what a change may have touched; None where it may be everything."""
    if any(getattr(before, name) != getattr(now, name) for name in _OF_ALL):
        return None
    changed = {id_ for name in _BY_ARTICLE for id_ in _others(getattr(before, name), getattr(now, name))}
    for name in _SMALL_BY_ARTICLE:
        changed |= set(_unequal(getattr(before, name), getattr(now, name)))
    changed |= set(_unequal(before.findings.of_article, now.findings.of_article))
    changed |= {ArticleId(id_) for id_ in _of_quotes(before, now)}
    near = {id_ for index in (before, now) for one in changed for id_ in _near(index, one)}
    stories = {now.story_of[id_].id for id_ in (*changed, *near) if id_ in now.story_of}
    stories |= {story.id for story in now.stories if not changed.isdisjoint(story.related)}
    return Touched(frozenset((*changed, *near)), frozenset(stories))


def touched_speakers(before: Index, now: Index, articles: Iterable[ArticleId]) -> set[SpeakerId]:
    """Return the speakers whose pages may be touched.

    Args:
        before: of the last run.
        now: of this run.
        articles: whose quotes may be shown in another way.
    """
    found = {id_ for index in (before, now) for one in articles for id_ in index.voices.get(one, ())}
    found |= set(_unequal(before.by_speaker, now.by_speaker))
    return found | set(_unequal(before.speakers, now.speakers))


def touched_outlets(before: Index, now: Index, articles: Iterable[ArticleId]) -> set[str]:
    """Return the outlets whose pages may be touched, by name."""
    if before.speakers != now.speakers:  # an outlet's page names those whom its articles quote
        return set(now.outlets)
    cards = [index.cards[id_] for index in (before, now) for id_ in articles if id_ in index.cards]
    paths = {card.outlet_path for card in cards}
    found = {name for name, held in now.outlets.items() if held and held[0].outlet_path in paths}
    found |= set(_unequal(before.outlets, now.outlets))
    return found if before.credited == now.credited else set(now.outlets)


def _others(before: Mapping[Any, Any], now: Mapping[Any, Any]) -> Iterator[Any]:
    """Yield the keys under which there is another object, or one alone."""
    if before.keys() == now.keys() and all(map(is_, before.values(), now.values())):
        return  # most often, and quickest to tell: both stand in one order
    yield from (key for key, fact in now.items() if before.get(key) is not fact)
    yield from before.keys() - now.keys()


def _unequal(before: Mapping[Any, Any], now: Mapping[Any, Any]) -> Iterator[Any]:
    """Yield the keys under which there is an unequal fact, or one alone."""
    if before == now:
        return
    yield from (key for key, fact in now.items() if key not in before or before[key] != fact)
    yield from before.keys() - now.keys()


def _of_quotes(before: Index, now: Index) -> Iterator[str]:
    """Yield the articles of quotes of which something changed that is known by quote."""
    quotes = {
        *_others(before.said, now.said),
        *_unequal(before.earlier, now.earlier),
        *_unequal(before.findings.of_quote, now.findings.of_quote),
    }
    for index in (before, now):
        yield from (index.quotes[id_].article for id_ in quotes if id_ in index.quotes)


def _near(index: Index, id_: ArticleId) -> Iterator[ArticleId]:
    """Yield the articles on whose pages an article is told of, but those that it is related to."""
    for version in index.versions.get(id_, ()):
        yield from (version.a, version.b)
    for signal in index.signals.get(id_, ()):
        yield from (place.article for place in signal.evidence)
    if id_ in index.reads:
        for quote in index.reads[id_].quotes:
            said = index.said.get(quote.id)
            for other in said.quotes if said else ():
                yield index.quotes[other].article
