"""A witness table shows every sentence of every version once, character for character."""

from __future__ import annotations

from generator.stories.sentences import sentences_of
from generator.stories.witnesses import witness_table
from tests.stories.articles import read, read_seeds


def test_every_sentence_stands_in_one_row_and_its_segments_cover_it():
    seeds = read_seeds()
    table = witness_table(seeds)
    for column, seed in enumerate(seeds):
        cells = [cell for row in table.rows if (cell := row.cells[column])]
        assert len(sentences_of(seed.article)) == len(cells)
        for cell in cells:
            text = "".join(segment.span.of(seed.article.text) for segment in cell.segments)
            assert cell.span.of(seed.article.text) == text


def test_three_versions_share_rows_on_the_longest():
    a = read("Iran denied all talks. Oil prices rose. He said no more.", "a")
    b = read("Iran denied all talks. He said no more.", "b")
    c = read("Iran confirmed all talks. Oil prices rose. Russia offered its help. He said no more.", "c")
    table = witness_table((a, b, c))
    assert table.pivot == 2
    assert [0, 1, 2, 0] == [row.missing for row in table.rows]
    first = table.rows[0]
    assert first.level == "meaning"
    assert first.cells[0]
    assert first.cells[0].segments[1].span.of(a.article.text) == "denied"


def test_a_sentence_that_the_pivot_lacks_gets_a_row_after_the_one_it_follows():
    long = read("Iran denied all talks with the United States. Oil prices rose sharply in London trade.", "a")
    short = read("Iran denied all talks with the United States. Russia kept silent.", "b")
    table = witness_table((long, short))
    assert [0, 0, 1] == [row.base for row in table.rows]
