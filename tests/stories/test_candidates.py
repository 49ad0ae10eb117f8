"""What many articles share ties none of them together; what two share is found in a crowd."""

from __future__ import annotations

import random

import numpy as np

from generator.stories.candidates import joined
from generator.stories.group import group
from generator.stories.summary import summarize
from tests.stories.articles import read

NOTICE = "All rights are reserved and no part of this page may be printed again without leave of the owner."


def crowd(count: int) -> list[str]:
    """Return texts of made-up words, so that no two share a run of words by chance."""
    chance = random.Random(3)  # noqa: S311
    syllables = ("ka", "ro", "min", "tel", "sun", "dar", "vo", "pli")
    words = ["".join(chance.choices(syllables, k=3)) for _ in range(400)]
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


def test_a_hash_of_many_owners_links_each_to_the_next_alone():
    hashes, owners = np.full(5, 9, dtype=np.uint32), np.arange(5)
    few, _ = joined(hashes, owners, common=5)
    many, counts = joined(hashes, owners, common=4)
    assert len(few) == 10
    assert [[0, 1], [1, 2], [2, 3], [3, 4]] == many.tolist()
    assert {1} == set(counts.tolist())
