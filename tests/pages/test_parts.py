"""What a chapter is made of: enough for its pages, and nothing that another article's edit would touch."""

from __future__ import annotations

import dataclasses

from generator.chapters import Part
from generator.exports.addresses import Site
from generator.model import Article, ArticleId, Field, FieldStatus, ReadArticle, Story, StoryId
from generator.pages import parts
from generator.pages.edition import Edition
from generator.pages.index import Index
from generator.pages.printings import MOST
from generator.pages.views.quotes import elsewhere
from generator.quotes.extract import quotes_of
from generator.stories.utterances import utterances
from tests.checks.labelled_seeds import labelled_seeds

READS = tuple(found for found, _ in labelled_seeds().values())


def _whole(reads: tuple[ReadArticle, ...]) -> Index:
    stories = tuple(Story(StoryId(found.article.id), (found.article.id,)) for found in reads)
    return Index.of(Edition(articles=reads, stories=stories, utterances=utterances(reads)))


def _parts(reads: tuple[ReadArticle, ...]) -> dict[str, Index]:
    index = _whole(reads)
    return {story.id: parts.of_story(index, story) for story in index.stories}


def test_more_words_in_one_article_touch_no_other_storys_chapter() -> None:
    first, *others = READS
    longer = dataclasses.replace(first.article, text=f"{first.article.text}\n\nThis stands here too.")
    before, after = _parts(READS), _parts((dataclasses.replace(first, article=longer), *others))
    assert any(first.article.id in part.cards for key, part in before.items() if key != first.article.id)
    assert {key for key in before if before[key] != after[key]} == {first.article.id}


_SAID = "“We will stay in the town until the water has gone,” Anna Kowalska said."


def _wire(copies: int) -> tuple[ReadArticle, ...]:
    """Return articles that all print one quote."""
    found = []
    for number in range(copies):
        text = f"{_SAID}\n\nStory {number} goes on."
        article = Article(
            ArticleId(f"a{number:04d}"),
            "",
            "",
            text,
            text,
            (),
            fields=(Field("language", FieldStatus.DETECTED, "en"),),
        )
        found.append(ReadArticle(article, quotes_of(article)))
    return tuple(found)


def test_what_very_many_print_is_named_in_full_by_the_first_of_them_alone() -> None:
    parts_ = {name: parts.completed(part) for name, part in _parts(_wire(40)).items()}
    told = {
        name: next(iter(elsewhere(part, part.reads[ArticleId(name)].quotes[0])))
        for name, part in parts_.items()
    }
    assert (39, 0) == (len(told["a0000"].places), told["a0000"].more)
    assert {(MOST, 39 - MOST)} == {
        (len(each.places), each.more) for name, each in told.items() if name != "a0000"
    }
    assert {"a0000"} == {each.first.article.id for each in told.values() if each.first}


def test_a_page_costs_the_same_however_many_print_its_quote() -> None:
    few, many = (
        len(Part(_parts(_wire(copies))["a0010"], Site("", "", "en")).pickled()) for copies in (40, 400)
    )
    assert many < few + 10


def _said_often(times: int) -> ReadArticle:
    text = "\n\n".join(["“We will stay,” Anna Kowalska said."] * times)
    article = Article(
        ArticleId("often"), "", "", text, text, (), fields=(Field("language", FieldStatus.DETECTED, "en"),)
    )
    return ReadArticle(article, quotes_of(article))


def test_a_part_comes_back_as_it_was_pickled() -> None:
    for index in _parts(READS).values():
        part = Part(index, Site("", "", "en"))
        assert Part.of(part.pickled()) == part


def test_a_sentence_printed_often_costs_its_number_and_not_the_square_of_it() -> None:
    few, many = (
        len(Part(_parts((_said_often(n),))["often"], Site("", "", "en")).pickled()) for n in (50, 400)
    )
    assert many < 9 * few


def test_the_same_words_elsewhere_are_those_of_other_articles_alone() -> None:
    index = _whole(READS)
    for quote in (quote for read in READS for quote in read.quotes):
        found = [place.article.id for wording in elsewhere(index, quote) for place in wording.places]
        said = index.said.get(quote.id)
        others = [index.quotes[id_].article for id_ in (said.quotes if said else ()) if id_ in index.quotes]
        assert sorted(found) == sorted(one for one in others if one != quote.article)
