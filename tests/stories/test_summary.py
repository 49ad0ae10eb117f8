"""A summary depends on its article alone, however many are summarized at once."""

from __future__ import annotations

import dataclasses

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from generator.stories.summary import NAME, NUMBER, PAIR, Summary, summaries, summarize
from tests.stories.articles import read

TEXT = st.text(st.sampled_from("aAb1 .'\n“”\"«»`é"), max_size=60)


def facts(summary: Summary) -> list[object]:
    found = (getattr(summary, field.name) for field in dataclasses.fields(summary))
    return [one.tolist() if isinstance(one, np.ndarray) else one for one in found]


@given(st.lists(TEXT, max_size=5))
def test_articles_summarized_together_come_out_as_alone(texts: list[str]) -> None:
    reads = [read(text, f"a{place}") for place, text in enumerate(texts)]
    assert [facts(summarize(one)) for one in reads] == [facts(one) for one in summaries(reads)]


def test_words_in_marks_are_told_from_the_others_and_a_paragraph_closes_its_marks() -> None:
    found = summarize(read('One “two three” four "five" six “seven\neight'))
    assert [False, True, True, False, True, False, True, False] == found.quoted.tolist()


def test_names_numbers_and_pairs_are_marked() -> None:
    found = summarize(read("It met Khan 12 times."))
    traits = dict(zip(found.terms.tolist(), found.traits.tolist(), strict=True))
    assert 9 == len(traits)
    assert 4 == sum(bool(bits & PAIR) for bits in traits.values())
    assert [1, 1] == [sum(bool(bits & kind) for bits in traits.values()) for kind in (NAME, NUMBER)]


def test_a_sentence_that_points_back_is_found_by_its_words() -> None:
    found = summarize(read("He spoke. The only way to counter this trick is truth. All left."))
    assert ((2, 11),) == found.pointing
