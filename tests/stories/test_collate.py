"""A collation names every difference once, at its level, and covers both texts."""

from __future__ import annotations

import json
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model import Alike, Level
from generator.stories.collate import collate, place_of, units_of
from tests.stories.articles import read, read_seeds

GOLD = json.loads(Path(__file__).with_name("seeds_differences.json").read_text(encoding="utf-8"))[
    "differences"
]
SENTENCES = st.lists(
    st.sampled_from(
        (
            "Iran denied all talks on Sunday.",
            "The minister said: “We will not talk.”",
            "Oil prices rose by 3% in May.",
            "He did not elaborate.",
            "Russia, he added, had offered its help to both sides of the dispute.",
        )
    ),
    max_size=8,
)


def test_the_two_july_versions_differ_in_22_places_and_no_others():
    a, b, *_ = read_seeds()
    found = collate(a, b).differences
    assert len(GOLD) == len(found) == 22
    for expected, difference in zip(sorted(GOLD, key=_gold_order), sorted(found, key=_order), strict=True):
        assert expected["level"] == difference.level, expected
        assert expected["kind"] == difference.kind, expected
        assert expected["where"] == difference.place, expected
        assert not difference.a_text or difference.a_text in _context(a.article.raw, expected, "a")
        assert not difference.b_text or difference.b_text in _context(b.article.raw, expected, "b")


def _gold_order(expected):
    return ("headline", "metadata", "body").index(expected["where"]), expected["b_off"], expected["id"]


def _order(difference):
    return ("headline", "metadata", "body").index(difference.place), difference.b_span.start


def _context(raw, expected, side):
    """Return the words of the gold with what stands around them, since it quotes some context or less."""
    start = expected[f"{side}_off"] or 0
    return raw[max(0, start - 60) : start + len(expected[side]) + 60]


def test_a_text_beside_itself_is_all_the_same():
    for seed in read_seeds():
        collation = collate(seed, seed)
        assert collation.differences == ()
        assert {Alike.SAME} == {alignment.kind for alignment in collation.alignments}


@settings(deadline=None, max_examples=25)
@given(SENTENCES, SENTENCES)
def test_the_alignment_holds_every_sentence_of_both_once(left, right):
    a, b = read("\n\n".join(left), "a"), read(" ".join(right), "b")
    found = collate(a, b).alignments
    for side, article in (("left", a.article), ("right", b.article)):
        spans = sorted(span for alignment in found if (span := getattr(alignment, side)))
        covered = "".join(span.of(article.text) for span in spans)
        assert article.text.replace(" ", "").replace("\n", "") == covered.replace(" ", "")


def test_a_dropped_paragraph_is_one_difference_of_meaning():
    whole = read("Iran denied it. Oil rose.\n\nRussia agreed at once. It offered help.\n\nTalks go on.", "b")
    short = read("Iran denied it. Oil rose.\n\nTalks go on.", "a")
    (found,) = collate(short, whole).differences
    assert (Level.MEANING, "dropped") == (found.level, found.kind)
    assert found.b_text == "Russia agreed at once. It offered help."


def test_a_sentence_that_moved_is_told_as_moved():
    first, second, third = (
        "Iran denied all talks with Washington on Sunday.",
        "Oil prices rose by three percent in early trade.",
        "Russia had offered its help to both sides of the dispute.",
    )
    found = collate(read(f"{third} {first} {second}", "a"), read(f"{first} {second} {third}", "b"))
    assert [("moved", third)] == [(d.kind, d.a_text) for d in found.differences]


def test_a_lost_negation_changes_the_meaning():
    found = collate(
        read("Iran will hold talks with the US, he said.", "a"),
        read("Iran will not hold talks with the US, he said.", "b"),
    ).differences
    assert [(Level.MEANING, "dropped", "not", ("negation",))] == [
        (d.level, d.kind, d.b_text, d.why) for d in found
    ]


def test_a_place_is_told_by_its_paragraph_and_its_sentence():
    found = read("Iran denied all talks. He did not elaborate.\n\nOil prices rose. “No,” he said.").article
    words = ("Iran", "elaborate", "Oil", "he said")
    places = {each: place_of(found, found.text.index(each)) for each in words}
    assert {"Iran": (1, 1), "elaborate": (1, 2), "Oil": (2, 1), "he said": (2, 2)} == places
    assert place_of(found, len(found.text)) is None


def test_each_sentence_that_is_compared_has_a_place_of_its_own_and_a_dateline_has_none():
    for seed in read_seeds():
        places = [place_of(seed.article, unit.span.start) for unit in units_of(seed.article)]
        assert len(places) == len(set(places))
        assert None not in places
        firsts = [sentence for (_, sentence) in places if sentence == 1]
        assert len(firsts) == len({paragraph for paragraph, _ in places})
