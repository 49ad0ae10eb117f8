"""All facts -> pages and data files, chapter by chapter: what the changed facts are in is made again."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from generator.chapters import Told, compared, keys_of
from generator.exports.addresses import Site
from generator.exports.published import published_reviews
from generator.exports.quotations import annotation_path, file_row, manifest_text
from generator.exports.rows import HEADS, corpus_rows
from generator.exports.structured import speakers_of, structured_rest
from generator.ledger import Left
from generator.model import Article, Page, QuoteId, Story
from generator.pages import links, parts
from generator.pages.edition import Edition, rest_of
from generator.pages.index import Index, signals_by_article
from generator.pages.keys import Keys
from generator.pages.views.home import featured
from generator.pages.views.quotes import QuoteView
from generator.pages.write import Written, begin, finish, remove_leftovers, write_page
from generator.press import SHOWN, Kind, Press, Shown, Work
from generator.progress import Progress
from generator.splicing import rows_key, write_rows
from generator.store import code_key, key_of, libraries_key
from generator.stories.stemma import stemmata


@dataclass(frozen=True, slots=True)
class Published:
    """What was written, and the keys of the chapters it was made from."""

    written: Written
    keys: tuple[str, ...]
    made: Mapping[str, str]
    """The SHA-256 of each file that is ours now, by path."""


def _story_paths(index: Index, story: Story) -> Iterator[str]:
    yield links.story_path(story.id)
    if stemmata(story, {version for id_ in story.articles for version in index.versions.get(id_, ())}):
        yield links.tei_path(story.id)
    for id_ in story.articles:
        yield links.article_path(id_)
        if id_ in index.stored:
            yield index.stored[id_]
        if index.reads[id_].quotes:
            yield annotation_path(id_)


_STORIES = Kind(Keys.story, parts.of_story, _story_paths)
_SPEAKERS = Kind(Keys.speaker, parts.of_speaker, lambda _, id_: [links.speaker_path(id_)])
_OUTLETS = Kind(Keys.outlet, parts.of_outlet, lambda _, name: [links.outlet_path(name)])


def publish(
    edition: Edition,
    site: Site,
    out: Path,
    work: Work,
    *,
    progress: Progress,
    left: Left | None = None,
    articles: Mapping[int, tuple[Article, str]] | None = None,
) -> Published:
    """Write all pages and data files of an edition that has no collations yet.

    Args:
        edition: all facts.
        site: where it is published.
        out: the folder that receives the files.
        work: what the run works with.
        progress: told how far it is.
        left: what the last run left there.
        articles: those that are as they were read, each with the key of what it was read from, by the identity of
            the object.

    Raises:
        SettingsError: a page's place is taken by a file that a person wrote, or the disk refuses it.
    """
    index = _with_structured_data(edition, site)
    planned = [
        *chain.from_iterable(_story_paths(index, story) for story in index.stories),
        *map(links.speaker_path, index.speakers),
        *map(links.outlet_path, index.outlets),
        *HEADS,
    ]
    press = Press(out, work, site, begin(out, planned), progress, left or Left())
    remove_leftovers(out)
    keys = Keys(index, site, key_of(code_key(), libraries_key()), articles=articles)
    chapters = press.chapters(_STORIES, index, keys, index.stories)
    rest = corpus_rows(edition.stories, edition.versions, edition.signals)
    listed = list(write_rows(press, _STORIES, index, chapters, rest))
    index = _with_told(press, index, edition, chapters)
    keys.learn(index, {id_: token for _, told in chapters for id_, token in told.shown.items()})
    press.chapters(_SPEAKERS, index, keys, tuple(index.speakers))
    press.chapters(_OUTLETS, index, keys, tuple(index.outlets))
    reads = {read.article.id: read.article for read in edition.articles}
    data = list(published_reviews(reads, edition.desktop, site, changes=edition.changes))
    listed += [file_row(page.path, page.text) for page in data]
    pages = [
        *rest_of(edition, _with_feature(index), site.language),
        *data,
        Page("data/manifest.json", manifest_text(listed)),
    ]
    begin(out, {*planned, *(page.path for page in pages)})
    for page in pages:
        made, is_new = write_page(out, page, press.ours)
        press.made[made.path] = made.sha256
        if is_new:
            press.changed.append(page.path)
    written = Written(len(press.made), tuple(sorted(press.changed)), finish(out, press.made.keys()))
    # those of workers that died in this run
    remove_leftovers(out)
    pieces = (name for key in press.keys for name in keys_of(key))
    return Published(written, (*pieces, rows_key(out)), press.made)


def _with_told(press: Press, index: Index, edition: Edition, chapters: Sequence[tuple[str, Told]]) -> Index:
    """Return the index with what the chapters of stories found that other pages tell."""
    stories = dict(zip((key for key, _ in chapters), index.stories, strict=True))
    signals = chain.from_iterable(told.signals for _, told in chapters)

    def shown(key: str) -> Mapping[QuoteId, QuoteView]:
        found: Mapping[QuoteId, QuoteView] = press.pieces(_STORIES, index, {key: stories[key]}, SHOWN)[key]
        return found

    return dataclasses.replace(
        index,
        levels={story.id: told.levels for story, (_, told) in zip(index.stories, chapters, strict=True)},
        signals=signals_by_article((*signals, *edition.signals)),
        shown=Shown({id_: key for key, told in chapters for id_ in told.shown}, shown),
    )


def _with_structured_data(edition: Edition, site: Site) -> Index:
    """Return the index with the JSON-LD of the pages that no story's chapter makes."""
    articles = {read.article.id: read.article for read in edition.articles}
    found = structured_rest(articles, speakers_of(edition.articles), edition.desktop.reviews, site)
    return dataclasses.replace(Index.of(edition), structured=found)


def _with_feature(index: Index) -> Index:
    """Return the index with the collations of the story that the home page shows."""
    story = featured(index)
    if story is None:
        return index
    with_both, _, _ = compared(parts.completed(parts.of_story(index, story)), story)
    return dataclasses.replace(index, collations=with_both.collations)
