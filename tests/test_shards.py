"""A shard is a few months' stories, and a new article reshuffles none but the shard that it is in."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.shards import Member, Shard, Tale, shards_of

DATES = st.one_of(
    st.none(), st.just("--07-14"), st.dates().map(str), st.integers(1900, 2100).map("{:04}".format)
)
TALES = st.dictionaries(
    st.text("abcdef0123456789", min_size=1, max_size=6), st.tuples(DATES, st.integers(1, 5)), max_size=40
)


def _tale(name: str, published: str | None, articles: int = 1) -> Tale:
    return Tale(name, tuple(Member(f"{name}.{n}", published, f"{name}{n}") for n in range(articles)))


def _tales(drawn: dict[str, tuple[str | None, int]]) -> list[Tale]:
    return [_tale(name, published, articles) for name, (published, articles) in drawn.items()]


def _sizes(shards: tuple[Shard, ...]) -> list[int]:
    return [len(shard.articles) for shard in shards]


@given(TALES, st.integers(1, 12))
def test_every_story_is_in_one_shard_and_no_shard_is_too_big(
    drawn: dict[str, tuple[str | None, int]], most: int
) -> None:
    tales = _tales(drawn)
    shards = shards_of(tales, most)
    assert sorted(drawn) == sorted(story.id for shard in shards for story in shard.stories)
    assert all(len(shard.articles) <= most or len(shard.stories) == 1 for shard in shards)
    assert len({shard.name for shard in shards}) == len(shards)
    assert shards == shards_of(tales[::-1], most)


@given(TALES, st.integers(1, 12), DATES)
def test_a_new_story_touches_one_shard_only(
    drawn: dict[str, tuple[str | None, int]], most: int, published: str | None
) -> None:
    before = shards_of(_tales(drawn), most)
    after = shards_of([*_tales(drawn), _tale("new", published)], most)
    gone = set(before) - set(after)
    assert len(gone) <= 1
    new = {story.id for shard in set(after) - set(before) for story in shard.stories}
    assert new == {"new"} | {story.id for shard in gone for story in shard.stories}


def test_stories_of_neighboring_months_share_a_shard() -> None:
    tales = [_tale(f"{month:02}", f"2019-{month:02}-05") for month in range(1, 13)]
    assert ["2018-09-to-2019-04", "2019-05-to-2019-08", "2019-09-to-2019-12"] == [
        shard.name for shard in shards_of(tales, 4)
    ]


def test_a_month_of_many_stories_is_cut_by_their_ids() -> None:
    shards = shards_of([_tale(f"s{n}", "2019-05-01") for n in range(1000)], 100)
    assert all(shard.name.startswith("2019-05-") for shard in shards)
    assert max(_sizes(shards)) <= 100
    assert len(shards) <= 16


def test_a_story_is_never_torn() -> None:
    shards = shards_of([_tale("a", "2019-05-01", 5), _tale("b", "2019-05-02")], 2)
    assert [1, 5] == sorted(_sizes(shards))


def test_a_site_of_few_articles_is_one_shard_and_an_empty_one_none() -> None:
    assert ["all"] == [shard.name for shard in shards_of([_tale("a", None), _tale("b", "2019")], 2)]
    assert shards_of([], 2) == ()


def test_undated_stories_stand_apart() -> None:
    shards = shards_of([_tale("a", None), _tale("b", "--07-14"), _tale("c", "2019"), _tale("d", "2019")], 2)
    assert {"a", "b"} == {story.id for story in shards[0].stories}
    assert shards[0].name == "undated"
