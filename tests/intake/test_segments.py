"""What is measured on many texts at once is to the bit what is measured on each alone."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.intake import articles
from generator.intake.articles import article_from, articles_from
from generator.intake.characters import word_numbers
from generator.intake.features import measured
from generator.intake.furniture import furniture_of
from generator.intake.linemodel import line_model
from generator.intake.read import read_seed
from generator.intake.stacking import stacked
from generator.model import RawArticle

SEEDS = Path(__file__).parents[2] / "seeds"
WORDS = (
    "The",
    "minister",
    "said",
    "that",
    "talks",
    "would",
    "go",
    "on",
    "in",
    "Vienna",
    "again,",
    "he",
    "added.",
)
LINE = st.one_of(
    st.sampled_from(
        ("Leave a Reply", "Share", "July 14, 2019", "By Ann Writer", "Tags: one, two", "“We stay,” she said.", "...")
    ),
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=60).map(" ".join),
    st.text(st.characters(exclude_characters="\n"), min_size=1, max_size=40).filter(str.strip),
)  # fmt: skip
TEXT = st.lists(LINE, min_size=1, max_size=25)


@given(st.lists(TEXT, min_size=1, max_size=5))
def test_no_measure_of_a_line_depends_on_the_texts_around(texts: list[list[str]]) -> None:
    model = line_model()
    rules = [furniture_of(lines) for lines in texts]
    together = measured(texts, rules, model.vocabulary)
    rows = stacked(together, model.first.chances(together.rows))
    alone = [measured([lines], [found], model.vocabulary) for lines, found in zip(texts, rules, strict=True)]
    one_by_one = [stacked(measures, model.first.chances(measures.rows)) for measures in alone]
    assert np.array_equal(np.concatenate(one_by_one), rows)


def test_articles_that_are_read_together_are_those_that_are_read_alone() -> None:
    raws = [raw for path in sorted(SEEDS.glob("*.txt")) for raw in read_seed(path, seeds=SEEDS)]
    listed = [raw for raw in raws if isinstance(raw, RawArticle)]
    odd = [replace(listed[0], text=text) for text in ("", "One line.", "\n \n", "- - -\n***")]
    every = [*listed[:2], *odd, *listed[2:]]
    assert [article_from(raw) for raw in every] == articles_from(every)


def test_batches_keep_the_order_and_lose_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(articles, "_BATCH_CHARACTERS", 9_000)
    raws = [raw for path in sorted(SEEDS.glob("*.txt")) for raw in read_seed(path, seeds=SEEDS)]
    dealt = list(articles.batches(raws))
    assert (raws, True) == ([raw for batch in dealt for raw in batch], len(dealt) > 1)


@given(st.lists(st.text(st.sampled_from("abcdeéßЖж9"), min_size=1, max_size=12), min_size=1, max_size=30))
def test_a_word_has_one_number_wherever_it_stands_and_in_either_case(words: list[str]) -> None:
    numbers = word_numbers([*words, *(word.upper() for word in words if len(word.upper()) == len(word))])
    assert len({word.lower() for word in words}) == len(set(numbers.tolist()))
