"""Three tiers, always apart, whatever the order of the articles."""

from __future__ import annotations

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
    expected = group(SEEDS)
    for turn in range(1, len(SEEDS)):
        assert expected == group(SEEDS[turn:] + SEEDS[:turn])
    assert expected == group(SEEDS[::-1])


def test_two_reports_far_apart_in_time_are_two_stories_unless_the_text_is_the_same():
    first = "A strong earthquake shook the city of Bam. Twenty houses fell, the governor of Kerman said."
    other = (
        "An earthquake shook Bam strongly. The governor of Kerman said that twenty houses of the city fell."
    )
    near = [
        summarize(read(first, "a", published="2019-07-14")),
        summarize(read(other, "b", published="2019-07-15")),
    ]
    far = [near[0], summarize(read(other, "b", published="2020-07-15"))]
    same = [near[0], summarize(read(first, "b", published="2020-07-15"))]
    assert [1, 2, 1] == [len(group(articles).stories) for articles in (near, far, same)]


QUAKE = "A strong earthquake shook the city of Bam. Twenty houses fell, the governor of Kerman said."
QUAKE_TOO = (
    "An earthquake shook Bam strongly. The governor of Kerman said that twenty houses of the city fell."
)


def test_no_undated_article_bridges_two_known_dates():
    reports = [
        read(QUAKE, "a", published="2019-07-14"),
        read(QUAKE_TOO, "b", published="2021-01-03"),
        read(QUAKE + " " + QUAKE_TOO, "c"),
    ]
    together = {frozenset(story.articles) for story in group([summarize(one) for one in reports]).stories}
    assert not any({"a", "b"} <= members for members in together)


def test_a_month_and_day_without_a_year_are_held_against_another_season():
    def count(day: str) -> int:
        reports = [read(QUAKE, "a", published="2019-07-14"), read(QUAKE_TOO, "b", published=day)]
        return len(group([summarize(one) for one in reports]).stories)

    assert [1, 2] == [count("--07-15"), count("--11-15")]


def test_a_reprint_is_as_old_as_what_it_prints():
    reports = [
        read(QUAKE, "a", published="2019-07-14"),
        read(QUAKE, "b", published="2020-07-15"),
        read(QUAKE_TOO, "c", published="2019-07-15"),
    ]
    assert {frozenset("abc")} == stories(group([summarize(one) for one in reports]))


def test_no_articles_make_no_stories():
    assert Grouping((), ()) == group(())


def test_an_empty_article_stands_alone():
    assert {frozenset("a"), frozenset("b")} == stories(
        group([summarize(read("", "a")), summarize(read("!", "b"))])
    )
