"""What does a machine find worth a reviewer's look? Signals, each with its rule and its place; no verdicts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache, partial
from itertools import combinations

from generator.checks.passages import Passages, passages_of
from generator.checks.rule import Pair, PairRule, Rule, pair_signals_of, signals_of
from generator.checks.rules import (
    background,
    compared_quotes,
    dates,
    old_quotations,
    omissions,
    quotation,
    roles,
    sentences,
    sources,
    wording,
)
from generator.memory import Memory
from generator.model import ArticleId, Collation, ReadArticle, Signal, Story, StoryId, Utterance, Version

ARTICLE_RULES: tuple[Rule, ...] = (
    *quotation.RULES,
    *sources.RULES,
    *background.RULES,
    *dates.RULES,
    *wording.RULES,
)
PAIR_RULES: tuple[PairRule, ...] = (*compared_quotes.RULES, *omissions.RULES, *sentences.RULES)
ALL_ARTICLES_RULES = (roles, old_quotations)
"""Modules of one rule each, which looks at all articles."""

_ALL_PAIRS = 30
"""Articles up to which every pair of a story is compared; beyond, only verified versions are."""


def article_signals(read: ReadArticle) -> tuple[Signal, ...]:
    """Return what one article raises, in reading order."""
    return signals_in(passages_of(read))


def signals_in(passages: Passages) -> tuple[Signal, ...]:
    """Return what one article raises, in reading order."""
    found = [signal for rule in ARTICLE_RULES for signal in signals_of(rule, passages)]
    return tuple(
        sorted(found, key=lambda signal: (signal.evidence[0].where, signal.evidence[0].span, signal.code))
    )


def story_signals(
    reads: Sequence[ReadArticle], reuse: Iterable[Version], collations: Iterable[Collation]
) -> tuple[Signal, ...]:
    """Return what the articles of one story raise together.

    Args:
        reads: the story's articles.
        reuse: what is known of their common text; pairs of other stories are passed over.
        collations: of some or all of its pairs.
    """
    return signals_between([passages_of(read) for read in reads], reuse, collations)


def signals_between(
    looked_at: Sequence[Passages], reuse: Iterable[Version], collations: Iterable[Collation]
) -> tuple[Signal, ...]:
    """Return what the articles of one story raise together; the arguments are those of `story_signals`."""
    return tuple(
        signal
        for pair in _pairs(looked_at, reuse, collations)
        for rule in PAIR_RULES
        for signal in pair_signals_of(rule, pair)
    )


def related_signals(
    reads: Iterable[ReadArticle],
    stories: Sequence[Story],
    said: Iterable[Utterance] = (),
    memory: Memory | None = None,
) -> tuple[Signal, ...]:
    """Return what articles of different stories raise together.

    Args:
        reads: all articles.
        stories: all stories, with what is related to each.
        said: all utterances: what was printed long before may stand in any story.
        memory: what articles raised together in the last run.
    """
    memory = memory or Memory(keeps=False)
    by_id = {read.article.id: read for read in reads}
    mentions = [
        mention
        for id_, read in by_id.items()
        for mention in memory.of("roles", id_, (read,), partial(roles.role_mentions, read))
    ]
    collisions = memory.equal(
        "role collisions", (mentions, tuple(stories)), partial(_collisions, mentions, stories)
    )
    return (*collisions, *old_quotations.old_quotations(by_id, said, memory))


def _collisions(mentions: Iterable[roles.RoleMention], stories: Iterable[Story]) -> tuple[Signal, ...]:
    near: dict[ArticleId, frozenset[ArticleId]] = {}
    story_of: dict[ArticleId, StoryId] = {}
    for story in stories:
        story_of |= dict.fromkeys(story.articles, story.id)
        near |= dict.fromkeys(story.articles, frozenset((*story.articles, *story.related)))
    return tuple(roles.role_collisions(mentions, near, story_of=story_of))


def _pairs(
    looked_at: Sequence[Passages], reuse: Iterable[Version], collations: Iterable[Collation]
) -> Iterator[Pair]:
    versions_of = {frozenset((version.a, version.b)): version for version in reuse}
    collation_of = {(collation.a, collation.b): collation for collation in collations}
    for first, second in combinations(looked_at, 2):
        known = frozenset((first.article.id, second.article.id))
        if len(looked_at) > _ALL_PAIRS and known not in versions_of:
            continue
        # The collation says which of the two is its left one.
        swapped = (second.article.id, first.article.id) in collation_of
        a, b = (second, first) if swapped else (first, second)
        ids = a.article.id, b.article.id
        yield Pair(a, b, versions_of.get(frozenset(ids)), collation_of.get(ids))


@cache
def rule_texts() -> dict[str, tuple[str, str]]:
    """Return the title and the explanation of every rule, by its code."""
    texts = {rule.code: (rule.title, rule.text) for rule in ARTICLE_RULES}
    texts |= {rule.code: (rule.title, rule.text) for rule in PAIR_RULES}
    return texts | {rule.CODE: (rule.TITLE, rule.TEXT) for rule in ALL_ARTICLES_RULES}
