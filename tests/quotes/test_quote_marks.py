"""Marks are paired within a paragraph; one odd mark costs one paragraph at most."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.quotes.marks import marked_spans

PROSE = st.text(alphabet="ab .,\n\"'“”‘’«»„‚`s「」〞", max_size=200)

STYLES = (
    ("He said “we will go” today.", ["we will go"]),
    ('He said "we will go" today.', ["we will go"]),
    ("Er sagte: „Wir gehen.“ Dann ging er.", ["Wir gehen."]),
    ("Er sagte: »Wir gehen.« Dann ging er.", ["Wir gehen."]),
    ("Il a dit : « Nous partons. »", ["Nous partons."]),
    ("他说：「我们走」。", ["我们走"]),
    ("``We go,'' he said.", ["We go,"]),
    ("He called it ‘the voters’ choice’ yesterday.", ["the voters’ choice"]),
    ("The voters’ choice and the press’ silence.", []),
    ('He wrote "we will go” with a wrong mark.', ["we will go"]),
    ("“She told me ‘go’ and I went,” he said.", ["She told me ‘go’ and I went,"]),
    ('Er sagte: „Wir gehen", und ging.', ["Wir gehen"]),
    ("He said: ,,We go'' and left.", ["We go"]),
    ("He said: ,,We go“ and left.", ["We go"]),
    ("<<Nous partons>>, dit-il.", ["Nous partons"]),
    ("if a << b and c >> d: print it", []),
    (">> We go, he wrote.", []),
    ("We paid 1,,000 for it.", []),
    ('<tweet pic="" author="x">Hello.', []),
)


@pytest.mark.parametrize(("text", "expected"), STYLES)
def test_every_style_of_marks_is_read(text: str, expected: list[str]) -> None:
    assert expected == [quote.inner.of(text) for quote in marked_spans(text)]


def test_a_quotation_goes_on_in_the_next_paragraph() -> None:
    text = "“We will go.\n\n“We will stay,” he said."
    assert [True, False] == [quote.continues for quote in marked_spans(text)]


def test_a_forgotten_mark_costs_one_paragraph_only() -> None:
    text = "He said “we will go.\n\nShe said “we will stay” and left."
    assert ["we will stay"] == [quote.inner.of(text) for quote in marked_spans(text)]


@given(PROSE)
def test_no_stretch_crosses_a_paragraph_or_another(text: str) -> None:
    spans = [quote.outer for quote in marked_spans(text)]
    assert all("\n" not in span.of(text) for span in spans)
    assert all(one.end <= other.start for one, other in pairwise(spans))


def test_doubled_apostrophes_are_marks_of_their_own() -> None:
    text = "''We go,'' she said. ''They said 'no.' '' It's ours."
    assert [("We go,", True), ("They said 'no.'", True)] == [
        (quote.inner.of(text), quote.doubled) for quote in marked_spans(text)
    ]


def test_an_apostrophe_before_a_year_opens_nothing() -> None:
    assert () == marked_spans("He said in ‘08 that the ‘90s were over, but ‘no one’ knew."[:42])


@pytest.mark.parametrize("mark", "」』﹂〞")
def test_a_mark_that_can_only_close_opens_nothing(mark: str) -> None:
    text = f"{mark}We go{mark}, he said, {mark}later{mark} or “now”."
    assert [found.inner.of(text) for found in marked_spans(text)] == ["now"]
