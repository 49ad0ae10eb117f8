"""What a chapter is made of: enough for its pages, and nothing that another article's edit would touch."""

from __future__ import annotations

import dataclasses

from generator.model import ReadArticle, Story, StoryId
from generator.pages import parts
from generator.pages.edition import Edition
from generator.pages.index import Index
from generator.stories.utterances import utterances
from tests.checks.labelled_seeds import labelled_seeds

READS = tuple(found for found, _ in labelled_seeds().values())


def _parts(reads: tuple[ReadArticle, ...]) -> dict[str, Index]:
    stories = tuple(Story(StoryId(found.article.id), (found.article.id,)) for found in reads)
    index = Index.of(Edition(articles=reads, stories=stories, utterances=utterances(reads)))
    return {story.id: parts.of_story(index, story) for story in stories}


def test_more_words_in_one_article_touch_no_other_storys_chapter() -> None:
    first, *others = READS
    longer = dataclasses.replace(first.article, text=f"{first.article.text}\n\nThis stands here too.")
    before, after = _parts(READS), _parts((dataclasses.replace(first, article=longer), *others))
    assert any(first.article.id in part.cards for key, part in before.items() if key != first.article.id)
    assert {key for key in before if before[key] != after[key]} == {first.article.id}
