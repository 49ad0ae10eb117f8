"""What a chapter is made of: enough for its pages, and nothing that another article's edit would touch."""

from __future__ import annotations

import dataclasses

from generator.chapters import Part
from generator.exports.addresses import Site
from generator.model import Article, ArticleId, Field, FieldStatus, ReadArticle, Story, StoryId
from generator.pages import parts
from generator.pages.edition import Edition
from generator.pages.index import Index
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
