"""Shared words are counted exactly: a word is shared if it stands in a run of six that both texts have."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.stories.reuse import Reuse, reuse, reuse_of_pairs
from generator.stories.summary import RUN, Summary, summarize
from tests.stories.articles import read

WORDS = st.lists(st.sampled_from(["rain", "snow", "hail", "fog"]), max_size=40)
CHORUS = "la " * 5_000


def counted(one: list[str], other: list[str]) -> float:
    """Count as the definition says, word by word."""
    theirs = {tuple(other[at : at + RUN]) for at in range(len(other) - RUN + 1)}
    inside = {
        place
        for at in range(len(one) - RUN + 1)
        if tuple(one[at : at + RUN]) in theirs
        for place in range(at, at + RUN)
    }
    return len(inside) / len(one) if one else 0.0


def summary(words: list[str]) -> Summary:
    return summarize(read(" ".join(words)))


@given(st.lists(st.tuples(WORDS, WORDS), min_size=1, max_size=20))
def test_many_pairs_at_once_are_counted_as_the_definition_says(pairs: list[tuple[list[str], list[str]]]):
    found = reuse_of_pairs([summary(one) for one, _ in pairs], [summary(other) for _, other in pairs])
    assert [(counted(one, other), counted(other, one)) for one, other in pairs] == [
        (shares.a, shares.b) for shares in found
    ]


@given(WORDS, st.lists(WORDS, min_size=2, max_size=20))
def test_one_text_held_against_many_is_counted_as_with_each_alone(one: list[str], many: list[list[str]]):
    text, others = summary(one), [summary(other) for other in many]
    assert [reuse(text, other) for other in others] == reuse_of_pairs([text] * len(others), others)


def test_a_text_that_says_one_thing_thousands_of_times_is_counted_too():
    chorus, song = summarize(read(CHORUS)), summarize(read("Then all of them sang: " + CHORUS))
    shares = reuse(chorus, song)
    assert Reuse(1.0, shares.b, 1.0, shares.b) == shares
    assert shares.b > 0.99
