"""Three tiers, always apart, whatever the order of the articles."""

from __future__ import annotations

from itertools import permutations

from generator.model import Direction, Relation
from generator.stories.group import Grouping, group
from generator.stories.summary import summarize
from tests.stories.articles import read, read_seeds

SEEDS = tuple(summarize(seed) for seed in read_seeds())
NAMES = tuple(summary.id for summary in SEEDS)


def stories(found: Grouping) -> set[frozenset[str]]:
    return {frozenset(story.articles) for story in found.stories}


def test_of_the_five_seeds_two_tell_one_story():
    expected = {frozenset(NAMES[:2]), *(frozenset([name]) for name in NAMES[2:])}
    assert expected == stories(group(SEEDS))


def test_all_five_seeds_are_related():
    for story in group(SEEDS).stories:
        assert set(NAMES) == {*story.articles, *story.related}


def test_the_shorter_july_version_is_abridged_from_the_longer():
    (version,) = group(SEEDS).versions
    assert (Relation.ABRIDGED, Direction.A_FROM_B) == (version.relation, version.direction)
    assert version.coverage_a > 0.95
    assert version.evidence


def test_the_order_of_articles_does_not_matter():
    for order in permutations(SEEDS):
        assert group(SEEDS) == group(order)


def test_no_articles_make_no_stories():
    assert Grouping((), ()) == group(())


def test_an_empty_article_stands_alone():
    assert {frozenset("a"), frozenset("b")} == stories(
        group([summarize(read("", "a")), summarize(read("!", "b"))])
    )
