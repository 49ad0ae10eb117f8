"""Pictures show what the facts say, and say it in words too."""

from generator.model import ArticleId, Direction, Relation, Story, StoryId, Version
from generator.pages.edition import Edition
from generator.pages.index import Index
from generator.pages.views.stemma import BOX_HEIGHT, BOX_WIDTH, Picture, picture_of
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


def test_an_arrow_points_to_the_version_that_was_made_from_the_other() -> None:
    versions = version(ONE, TWO, Direction.B_FROM_A), version(TWO, THREE, Direction.B_FROM_A)
    index, story = index_of(*versions)
    picture = picture_of(index, stemmata(story, versions)[0])
    assert [ONE, TWO, THREE] == [node.card.id for node in picture.nodes]
    assert ["lower", "lower"] == [edge.tip for edge in picture.edges]
    assert picture.edges[0].text == "Paper two most likely took its text from Paper one (90%)"


def test_a_tie_of_unknown_direction_has_no_arrow_and_says_so() -> None:
    versions = (version(ONE, TWO, Direction.UNKNOWN),)
    index, story = index_of(*versions)
    edge = picture_of(index, stemmata(story, versions)[0]).edges[0]
    assert edge.tip == ""
    assert "who took it from whom is not known" in edge.text


def test_every_version_stands_in_the_picture_once_and_inside_it() -> None:
    versions = version(ONE, THREE, Direction.B_FROM_A), version(TWO, THREE, Direction.B_FROM_A)
    index, story = index_of(*versions)
    picture = picture_of(index, stemmata(story, versions)[0])
    assert {ONE, TWO, THREE} == {node.card.id for node in picture.nodes}
    assert len(picture.nodes) == len({(node.x, node.y) for node in picture.nodes})
    assert all(
        node.x + BOX_WIDTH <= picture.width and node.y + BOX_HEIGHT <= picture.height
        for node in picture.nodes
    )


def crowd(size: int) -> Picture:
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
    return picture_of(index, stemmata(story, versions)[0])


def test_twelve_versions_are_no_wider_than_a_page_and_no_line_crosses_a_box() -> None:
    picture = crowd(12)
    assert picture.width <= 440
    assert 12 == len({node.y for node in picture.nodes})
    for edge in picture.edges:
        crossed = [
            node
            for node in picture.nodes
            if node.x < edge.x1 < node.x + BOX_WIDTH and edge.y1 < node.y + BOX_HEIGHT / 2 < edge.y2
        ]
        assert [] == crossed


def test_what_hangs_on_a_version_stands_right_under_it() -> None:
    versions = version(ONE, TWO, Direction.B_FROM_A), version(ONE, THREE, Direction.UNKNOWN)
    index, story = index_of(*versions)
    picture = picture_of(index, stemmata(story, versions)[0])
    assert [0, 20, 20] == [node.x - picture.nodes[0].x for node in picture.nodes]
    assert ["", "90%", "90%"] == [node.share for node in picture.nodes]


def test_the_strip_is_taller_where_versions_differ_more() -> None:
    strip = strip_of([("", 0), ("typographic", 0), ("wording", 0), ("meaning", 0), ("meaning", 1)])
    assert ["same", "typographic", "wording", "meaning", "absent"] == [bar.kind for bar in strip.bars]
    assert [6, 18, 36, 56, 56] == [bar.height for bar in strip.bars]
    assert "1 is not in every version" in strip.text


def test_a_long_text_has_a_strip_no_wider_than_its_picture() -> None:
    assert strip_of([("", 0)] * 400).width <= 1000
