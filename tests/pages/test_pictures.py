"""Pictures show what the facts say, and say it in words too."""

from generator.model import ArticleId, Direction, Field, FieldStatus, Relation, Story, StoryId, Version
from generator.pages.edition import Edition
from generator.pages.index import Index
from generator.pages.views.lineage import DEEPEST, IN_SIGHT, Branch, Lineage, Row, lineage_of
from generator.pages.views.strip import strip_of
from generator.stories.stemma import stemmata
from tests.pages import sample

ONE, TWO, THREE = ArticleId("one"), ArticleId("two"), ArticleId("three")


def index_of(*versions: Version) -> tuple[Index, Story]:
    texts = {ONE: "a " * 90, TWO: "a " * 60, THREE: "a " * 30}
    reads = tuple(
        sample.ReadArticle(sample.article(id_, text.strip(), sample.stated("outlet", f"Paper {id_}")))
        for id_, text in texts.items()
    )
    story = Story(StoryId(ONE), (ONE, TWO, THREE))
    return Index.of(Edition(articles=reads, stories=(story,), versions=versions)), story


def version(a: ArticleId, b: ArticleId, direction: Direction) -> Version:
    return Version(a, b, Relation.ABRIDGED, 0.6, 0.9, 0.6, 0.9, direction)


def lineage(*versions: Version) -> tuple[Row, ...]:
    index, story = index_of(*versions)
    return lineage_of(index, story, stemmata(story, versions)).texts[0].rows


def test_an_arrow_points_to_the_version_that_was_made_from_the_other() -> None:
    rows = lineage(version(ONE, TWO, Direction.B_FROM_A), version(TWO, THREE, Direction.B_FROM_A))
    assert [ONE, TWO, THREE] == [row.card.id for row in rows]
    assert ["", "to", "to"] == [row.arrow for row in rows]
    assert rows[1].tie is not None
    assert "Paper two most likely took it from Paper one" == rows[1].tie.direction
    assert (90, ONE) == (rows[1].tie.share_here, rows[1].tie.there.id)


def test_an_arrow_points_up_where_the_upper_one_was_made_from_the_lower() -> None:
    rows = lineage(version(ONE, TWO, Direction.UNKNOWN), version(ONE, THREE, Direction.A_FROM_B))
    assert {TWO: "", ONE: "", THREE: "from"} == {row.card.id: row.arrow for row in rows}
    circle = version(ONE, TWO, Direction.A_FROM_B), version(TWO, THREE, Direction.A_FROM_B)
    assert ["", "to", "to"] == [row.arrow for row in lineage(*circle)]


def test_a_tie_of_unknown_direction_has_no_arrow_and_says_so() -> None:
    row = lineage(version(ONE, TWO, Direction.UNKNOWN))[1]
    assert "" == row.arrow
    assert row.tie is not None
    assert "who took it from whom is not known" == row.tie.direction


def test_an_article_that_shares_no_text_stands_apart_and_hangs_on_nothing() -> None:
    versions = (version(ONE, TWO, Direction.B_FROM_A),)
    index, story = index_of(*versions)
    apart = lineage_of(index, story, stemmata(story, versions)).texts[1].rows
    assert [(THREE, (), None)] == [(row.card.id, row.rails, row.tie) for row in apart]


def test_what_hangs_on_a_version_stands_right_under_it() -> None:
    rows = lineage(version(ONE, TWO, Direction.B_FROM_A), version(ONE, THREE, Direction.UNKNOWN))
    assert [(), ("branch",), ("end",)] == [row.rails for row in rows]


def crowd(size: int) -> Branch:
    """Return the picture of so many versions: half made from the first, half each from the one before."""
    ids = [ArticleId(f"n{place:02}") for place in range(size)]
    reads = tuple(
        sample.ReadArticle(sample.article(id_, "a " * (200 - place), sample.stated("outlet", f"Paper {id_}")))
        for place, id_ in enumerate(ids)
    )
    versions = [
        version(ids[0 if place < size // 2 else place - 1], ids[place], Direction.B_FROM_A)
        for place in range(1, size)
    ]
    story = Story(StoryId(ids[0]), tuple(ids))
    index = Index.of(Edition(articles=reads, stories=(story,), versions=tuple(versions)))
    return lineage_of(index, story, stemmata(story, versions)).texts[0]


def test_a_crowd_is_folded_and_a_deep_row_gets_no_line_to_a_version_that_it_does_not_hang_on() -> None:
    branch = crowd(30)
    assert IN_SIGHT == len(branch.rows)
    rows = branch.rows + branch.more
    assert 30 == len({row.card.id for row in rows})
    assert DEEPEST == max(len(row.rails) for row in rows)
    ends = [place for place, row in enumerate(rows) if row.rails and row.rails[-1]]
    for place in ends:
        above = next(row for row in reversed(rows[:place]) if len(row.rails) < len(rows[place].rails))
        tie = rows[place].tie
        assert tie is not None
        assert above.card.id == tie.there.id


def test_a_line_goes_on_beside_what_hangs_between_two_versions_of_one_source() -> None:
    index, story = index_of()
    four = ArticleId("four")
    read = sample.ReadArticle(sample.article(four, "a " * 20, sample.stated("outlet", "Paper four")))
    story = Story(StoryId(ONE), (ONE, TWO, THREE, four))
    versions = (
        version(ONE, TWO, Direction.B_FROM_A),
        version(TWO, THREE, Direction.B_FROM_A),
        version(ONE, four, Direction.B_FROM_A),
    )
    reads = (*index.reads.values(), read)
    index = Index.of(Edition(articles=reads, stories=(story,), versions=versions))
    rows = lineage_of(index, story, stemmata(story, versions)).texts[0].rows
    assert [(), ("branch",), ("through", "end"), ("end",)] == [row.rails for row in rows]


def dated(*days: tuple[FieldStatus, str | None]) -> Lineage:
    """Return the versions of a story whose days are known in these ways."""
    ids = [ArticleId(f"d{place}") for place in range(len(days))]
    reads = tuple(
        sample.ReadArticle(
            sample.article(
                id_,
                "a",
                Field("published", status, value, source="x" if status is FieldStatus.INFERRED else ""),
            )
        )
        for id_, (status, value) in zip(ids, days, strict=True)
    )
    story = Story(StoryId(ids[0]), tuple(ids))
    return lineage_of(Index.of(Edition(articles=reads, stories=(story,))), story, ())


def test_a_dot_stands_on_its_day_and_an_undated_version_has_none() -> None:
    stated = FieldStatus.STATED
    found = dated((stated, "2024-03-10"), (stated, "2024-03-14"), (stated, "2024-03-20"), (stated, "--03-21"))
    assert [0, 40, 100, None] == [row.place for row in found.texts[0].rows]
    assert ("10 March 2024", "20 March 2024") == (found.first, found.last)
    assert (
        "3 versions appeared between 10 March 2024 and 20 March 2024, 1 without a whole date." == found.text
    )


def test_a_day_that_no_text_states_keeps_its_mark_at_the_end_of_the_axis() -> None:
    found = dated((FieldStatus.STATED, "2024-03-10"), (FieldStatus.INFERRED, "2024-03-14"))
    assert "14 March 2024 (inferred)" == found.last
    assert "14 March 2024 (inferred)" in found.text


def test_one_day_is_no_course_of_time() -> None:
    found = dated((FieldStatus.STATED, "2024-03-10"), (FieldStatus.STATED, "2024-03-10"))
    assert ("", "") == (found.first, found.last)
    assert [None, None] == [row.place for row in found.texts[0].rows]
    assert "2 versions appeared on 10 March 2024." == found.text


def test_the_strip_is_taller_where_versions_differ_more() -> None:
    strip = strip_of([("", 0), ("typographic", 0), ("wording", 0), ("meaning", 0), ("meaning", 1)])
    assert ["same", "typographic", "wording", "meaning", "absent"] == [bar.kind for bar in strip.bars]
    assert [6, 18, 36, 56, 56] == [bar.height for bar in strip.bars]
    assert "1 is not in every version" in strip.text


def test_a_long_text_has_a_strip_no_wider_than_its_picture() -> None:
    assert strip_of([("", 0)] * 400).width <= 1000
