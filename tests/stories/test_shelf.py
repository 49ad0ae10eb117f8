"""Summaries on a shelf are the same as in memory, and grouping cannot tell the difference."""

from __future__ import annotations

import random
from pathlib import Path

from generator.stories.group import group
from generator.stories.shelf import Ordered, Shelf, shelve
from generator.stories.summary import summarize
from tests.stories.articles import read, read_seeds
from tests.stories.test_summary import facts

SEEDS = [summarize(seed) for seed in read_seeds()]


def test_what_is_put_on_a_shelf_is_found_there(tmp_path: Path) -> None:
    odd = summarize(
        read("This stands, and “this too” does.", "ünï\ud800", outlet="É", published="2019-07-14")
    )
    shelf = shelve([*SEEDS, odd], tmp_path)
    assert [facts(one) for one in (*SEEDS, odd)] == [facts(one) for one in shelf]
    shelf.release()
    assert facts(odd) == facts(shelf[5])


def test_a_shelf_is_added_to(tmp_path: Path) -> None:
    shelve(SEEDS[:2], tmp_path)
    shelve(SEEDS[2:], tmp_path)
    assert [facts(one) for one in SEEDS] == [facts(one) for one in Shelf(tmp_path)]


def test_grouping_from_a_shelf_gives_what_grouping_from_memory_gives(tmp_path: Path) -> None:
    shuffled = random.Random(1).sample(SEEDS, k=len(SEEDS))  # noqa: S311
    assert group(SEEDS) == group(shelve(shuffled, tmp_path))


def test_a_folder_without_a_shelf_is_an_empty_one(tmp_path: Path) -> None:
    assert [] == [*Shelf(tmp_path)] == [*Ordered(Shelf(tmp_path)).blocks()]
