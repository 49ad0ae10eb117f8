"""All facts -> pages and data files, chapter by chapter: what the changed facts are in is made again."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain
from pathlib import Path

from markupsafe import Markup

from generator.chapters import Told, compared, keys_of
from generator.exports.addresses import Site
from generator.exports.published import published_reviews
from generator.exports.quotations import annotation_path, file_row, manifest_text
from generator.exports.rows import HEADS, corpus_rows
from generator.exports.structured import speakers_of, structured_rest
from generator.ledger import Left
from generator.memory import Memory
from generator.model import Article, ArticleId, Collation, Page, QuoteId, ReadArticle, Story
from generator.pages import links, parts
from generator.pages.edition import Edition, rest_of
from generator.pages.index import Index, signals_by_article
from generator.pages.keys import Keys
from generator.pages.touched import Touched, touched, touched_outlets, touched_speakers
from generator.pages.views.home import featured
from generator.pages.views.quotes import QuoteView
from generator.pages.write import Written, claim, finish, generated_paths, remove_leftovers, write_page
from generator.press import SHOWN, Kind, Press, Shown, Work
from generator.progress import Progress
from generator.splicing import Row, rows_key, write_rows
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


_STORIES = Kind("stories", Keys.story, parts.of_story, _story_paths)
_SPEAKERS = Kind("speakers", Keys.speaker, parts.of_speaker, lambda _, id_: [links.speaker_path(id_)])
_OUTLETS = Kind("outlets", Keys.outlet, parts.of_outlet, lambda _, name: [links.outlet_path(name)])


def publish(
    edition: Edition,
    site: Site,
    out: Path,
    work: Work,
    *,
    progress: Progress,
    left: Left | None = None,
    articles: Mapping[int, tuple[Article, str]] | None = None,
    memory: Memory | None = None,
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
        memory: what the last run in this process made.

    Raises:
        SettingsError: a page's place is taken by a file that a person wrote, or the disk refuses it.
    """
    memory = memory or Memory(keeps=False)
    index = _with_structured_data(edition, site, memory)
    planned = _planned(index, memory)
    ours = generated_paths(out)
    press = Press(out, work, site, ours, claim(out, planned, ours), progress, left or Left(), memory)
    remove_leftovers(out)
    keys = Keys(index, site, key_of(code_key(), libraries_key()), articles=articles)
    last = memory.last("index")
    what = touched(last, index) if last else None
    names = press.names(
        _STORIES, keys, [(one.id, one) for one in index.stories], what.stories if what else None
    )
    chapters = press.chapters(_STORIES, index, names, index.stories)
    rest = corpus_rows(edition.stories, edition.versions, edition.signals, memory)
    listed = list(write_rows(press, _STORIES, index, chapters, rest))
    told = _with_told(press, index, edition, chapters)
    keys.learn(told, {id_: token for _, one in chapters for id_, token in one.shown.items()})
    _write_people(press, keys, last, told, what)
    memory.put("index", index)
    return _finished(press, edition, told, listed)


def _planned(index: Index, memory: Memory) -> list[str]:
    """Return the paths of all files that chapters make."""
    found = [*HEADS, *map(links.speaker_path, index.speakers), *map(links.outlet_path, index.outlets)]
    for story in index.stories:
        ids = story.articles
        reads, versions = (index.reads[id_] for id_ in ids), (index.versions.get(id_) for id_ in ids)
        stored = (id_ in index.stored for id_ in ids)
        found += memory.of(
            "paths",
            story.id,
            (story, *reads, *versions, *stored),
            lambda: tuple(_story_paths(index, story)),  # noqa: B023 (called at once)
        )
    return found


def _write_people(press: Press, keys: Keys, last: Index | None, index: Index, what: Touched | None) -> None:
    """Write the pages of speakers and outlets."""
    speakers = outlets = None
    if last and what:
        stories = what.stories
        shown = (id_ for one in index.stories if one.id in stories for id_ in one.articles)
        speakers = touched_speakers(last, index, (*what.articles, *shown))
        outlets = touched_outlets(last, index, what.articles)
    people = tuple(index.speakers)
    names = press.names(_SPEAKERS, keys, [(item, item) for item in people], speakers)
    press.chapters(_SPEAKERS, index, names, people)
    papers = tuple(index.outlets)
    names = press.names(_OUTLETS, keys, [(item, item) for item in papers], outlets)
    press.chapters(_OUTLETS, index, names, papers)


def _finished(press: Press, edition: Edition, index: Index, listed: list[Row]) -> Published:
    """Write the pages that speak of the whole, and remove what is no longer made."""
    reads = {read.article.id: read.article for read in edition.articles}
    data = list(published_reviews(reads, edition.desktop, press.site, changes=edition.changes))
    listed += [file_row(page.path, page.text) for page in data]
    featuring, key = _with_feature(press, index)
    pages = [
        *rest_of(edition, featuring, press.site.language, memory=press.memory, feature_key=key),
        *data,
        Page("data/manifest.json", manifest_text(listed)),
    ]
    ours = claim(press.out, (page.path for page in pages), press.claimed)
    for page in pages:
        made, is_new = write_page(press.out, page, press.ours)
        press.made[made.path] = made.sha256
        if is_new:
            press.changed.append(page.path)
    removed = finish(press.out, press.made.keys(), ours)
    written = Written(len(press.made), tuple(sorted(press.changed)), removed)
    # those of workers that died in this run
    remove_leftovers(press.out)
    pieces = (name for key in press.keys for name in keys_of(key))
    return Published(written, (*pieces, rows_key(press.out)), press.made)


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


def _with_structured_data(edition: Edition, site: Site, memory: Memory) -> Index:
    """Return the index with the JSON-LD of the pages that no story's chapter makes."""
    articles = {read.article.id: read.article for read in edition.articles}
    found: dict[str, Markup] = structured_rest(articles, (), edition.desktop.reviews, site)
    for speaker in speakers_of(edition.articles):
        told = partial(structured_rest, {}, (speaker,), (), site)
        found |= memory.of("structured", speaker.id, (memory.same("speaker", speaker.id, speaker),), told)
    return dataclasses.replace(Index.of(edition, memory), structured=found)


def _with_feature(press: Press, index: Index) -> tuple[Index, str | None]:
    """Return the index with what is compared in the story that home shows in full, and the key of that story's facts.

    The words around a difference are shown in excerpts too, which only a comparison of the whole texts knows.
    """
    story = featured(index, press.memory)
    if story is None:
        return index, None
    key = (press.memory.recent("keys of stories") or {}).get(story.id)
    collations, reads = press.memory.equal(
        "compared on home", key or object(), partial(_compared, index, story)
    )
    return dataclasses.replace(index, reads={**index.reads, **reads}, collations=collations), key


def _compared(
    index: Index, story: Story
) -> tuple[Mapping[frozenset[ArticleId], Collation], Mapping[ArticleId, ReadArticle]]:
    with_both, _, _ = compared(parts.completed(parts.of_story(index, story)), story)
    return with_both.collations, {id_: with_both.reads[id_] for id_ in story.articles}
