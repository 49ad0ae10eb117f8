"""Pictures show what the facts say, and say it in words too."""

from generator.model import ArticleId, Direction, Relation, Story, StoryId, Version
from generator.pages.edition import Edition
from generator.pages.index import Index
from generator.pages.views.stemma import picture_of
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
    assert ["right", "right"] == [edge.tip for edge in picture.edges]
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
    assert all(node.x + 210 <= picture.width and node.y + 50 <= picture.height for node in picture.nodes)


def test_the_strip_is_taller_where_versions_differ_more() -> None:
    strip = strip_of([("", 0), ("typographic", 0), ("wording", 0), ("meaning", 0), ("meaning", 1)])
    assert ["same", "typographic", "wording", "meaning", "absent"] == [bar.kind for bar in strip.bars]
    assert [6, 18, 36, 56, 56] == [bar.height for bar in strip.bars]
    assert "1 are not in every version" in strip.text


def test_a_long_text_has_a_strip_no_wider_than_its_picture() -> None:
    assert strip_of([("", 0)] * 400).width <= 1000
