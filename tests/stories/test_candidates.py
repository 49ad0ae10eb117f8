"""What many articles share ties none of them together; what two share is found in a crowd."""

from __future__ import annotations

import random

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from generator.stories.candidates import Keys, packed_pairs, repeated, star_pairs, unpacked
from generator.stories.group import group
from generator.stories.summary import summarize
from tests.stories.articles import read

NOTICE = "All rights are reserved and no part of this page may be printed again without leave of the owner."


def crowd(count: int) -> list[str]:
    """Return texts of made-up words, so many that no two texts share a run of words or a subject by chance."""
    chance = random.Random(3)  # noqa: S311
    syllables = ("ka", "ro", "min", "tel", "sun", "dar", "vo", "pli")
    words = ["".join(chance.choices(syllables, k=5)) for _ in range(4000)]
    return [" ".join(chance.choices(words, k=120)) + "." for _ in range(count)]


def test_a_notice_under_every_article_makes_no_versions_and_no_story():
    articles = [summarize(read(f"{text}\n\n{NOTICE}", f"a{place}")) for place, text in enumerate(crowd(40))]
    found = group(articles)
    assert found.versions == ()
    assert len(found.stories) == 40


def test_a_copy_is_found_in_a_crowd_under_one_notice():
    texts = crowd(40)
    texts[30] = texts[7].replace(texts[7].split()[50], "Iran")
    found = group(
        [summarize(read(f"{text}\n\n{NOTICE}", f"a{place:02}")) for place, text in enumerate(texts)]
    )
    assert [("a07", "a30")] == [(version.a, version.b) for version in found.versions]


def test_a_text_that_a_hundred_outlets_print_is_one_story():
    (text, *others) = crowd(40)
    sentences = [" ".join(text.split()[at : at + 12]) + "." for at in range(0, 120, 12)]
    chance = random.Random(4)  # noqa: S311
    copies = [
        " ".join(one for one in sentences if chance.random() > 0.1) + f"\n\n{NOTICE}" for _ in range(100)
    ]
    others = [f"{other}\n\n{NOTICE}" for other in others]
    found = group([summarize(read(text, f"a{place:03}")) for place, text in enumerate((*copies, *others))])
    expected = {f"a{place:03}" for place in range(100)}
    assert expected == set(max((story.articles for story in found.stories), key=len))
    assert expected == {one for version in found.versions for one in (version.a, version.b)}


def keys_of(*owners: int) -> Keys:
    """Return one hash with these owners."""
    return np.array([9 << 32 | owner for owner in owners], dtype=np.uint64)


def test_a_hash_of_few_owners_links_each_to_each_and_one_of_many_links_none():
    assert [[0, 1], [0, 2], [1, 2]] == sorted(unpacked(packed_pairs(keys_of(0, 1, 2), common=3)).tolist())
    assert [] == packed_pairs(keys_of(0, 1, 2), common=2).tolist()


def test_a_hash_of_many_owners_links_each_to_the_hub():
    ranks = np.array([5, 3, 1, 4], dtype=np.uint64)
    assert [[0, 2], [1, 2], [2, 3]] == sorted(
        unpacked(star_pairs(keys_of(0, 1, 2, 3), ranks, common=3)).tolist()
    )
    assert [] == star_pairs(keys_of(0, 1, 2, 3), ranks, common=4).tolist()


@given(st.lists(st.integers(0, 5)), st.integers(1, 4))
def test_what_occurs_so_many_times_is_kept_once(values: list[int], times: int):
    expected = sorted({value for value in values if values.count(value) >= times})
    assert expected == repeated(np.array(sorted(values), dtype=np.uint64), times).tolist()
