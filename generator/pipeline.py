"""The ordered stages, and which articles must be redone.

Left of `group` a stage sees one article and nothing else: it runs in a pool and its result is kept
by content. From `group` on, a stage sees all articles through small summaries, and whole articles
one story at a time.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import hashlib
import pickle
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import TypeVar

from generator.addresses import (
    Addresses,
    one_article_each,
    read_addresses,
    with_kept_ids,
    with_unique_ids,
    write_addresses,
)
from generator.checks.apply import apply_fixes, moved_stories, regrouped
from generator.checks.changes import changes_of, stands_of
from generator.checks.problems import Problem
from generator.checks.record import entries
from generator.checks.reviews import Files, desktop, review_files
from generator.checks.rights import Terms
from generator.checks.signals import article_signals, related_signals, story_signals
from generator.errors import SeedError, SettingsError
from generator.executors import executor_for
from generator.exports import tables
from generator.exports.addresses import Site, site_of, stored_path
from generator.exports.published import published_pages, with_manifest
from generator.exports.structured import structured
from generator.intake.articles import article_from
from generator.intake.read import read_seed, seed_files
from generator.model import (
    ArticleId,
    Collation,
    Page,
    Quote,
    ReadArticle,
    Relation,
    Rights,
    Signal,
    Speaker,
    SpeakerId,
    Story,
    StoryId,
    Version,
)
from generator.pages.edition import Edition, pages_of
from generator.pages.repository import repository_of
from generator.pages.rights import published
from generator.pages.stands import Stands
from generator.pages.write import Written, write_pages
from generator.progress import Progress, silent
from generator.quotes.extract import quotes_of
from generator.quotes.resolve import merge_speakers, resolve
from generator.settings import Settings
from generator.store import Store, code_key, key_of
from generator.stories.collate import collate
from generator.stories.dates import with_inferred_dates
from generator.stories.group import group
from generator.stories.summary import Summary, summarize
from generator.stories.utterances import utterances


@dataclass(frozen=True, slots=True)
class Looked:
    """What the stages that see one article alone give on: the article, and its summary for the others."""

    read: ReadArticle
    summary: Summary


Found = Looked | SeedError


_MOST_CHANGES = 200
"""Changes that the page of changes tells."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run made, and what it could not."""

    edition: Edition
    written: Written
    problems: tuple[SeedError | Problem, ...]
    """Seeds or records that could not be read, and mistakes in reviewers' files, in the order of their places."""
    remarks: tuple[str, ...] = ()
    """What else the user should know, a sentence each."""


def build(settings: Settings, *, progress: Progress = silent) -> Outcome:
    """Read all seeds and write all pages and data files.

    Raises:
        SettingsError: a folder can't be read or written.
    """
    found = gather(settings, progress=progress)
    site = site_of(settings.site_url, settings.site_name)
    terms = Terms(Rights(settings.rights), settings.noindex)
    edition = with_structured_data(published(found.edition, terms), site)
    written = write_pages(settings.out, chain(pages_of(edition), data_files(edition, site)))
    write_addresses(settings.out, found.addresses)
    return Outcome(edition, written, found.problems, found.remarks)


@dataclass(frozen=True, slots=True)
class Gathered:
    """All facts, before anything is written."""

    edition: Edition
    addresses: Addresses
    problems: tuple[SeedError | Problem, ...]
    remarks: tuple[str, ...]


def gather(settings: Settings, *, today: dt.date | None = None, progress: Progress = silent) -> Gathered:
    """Read all seeds and all that people wrote about them; only the store of results is written.

    Raises:
        SettingsError: a folder can't be read.
    """
    remarks: list[str] = []
    known = read_addresses(settings.out)
    looked, problems = read_all(settings, say=remarks.append, progress=progress)
    kept, copies = one_article_each(item.read for item in looked)
    remarks += [f"{copy.article.path}: the same bytes as {first}, so one article" for copy, first in copies]
    kept, known = with_unique_ids(kept, known)
    summaries = {id(item.read): item.summary for item in looked}
    files = review_files(settings.reviews)
    edition, addresses, mistakes = edition_of(kept, known, files, summaries=summaries, today=today)
    repository = repository_of(settings.repo_url, reviews=settings.reviews.name)
    stands = Stands(stands_of(settings.seeds), stands_of(settings.reviews))
    changes = changes_of([settings.seeds, settings.reviews], most=_MOST_CHANGES)
    reads = {read.article.id: read for read in edition.articles}
    told = tuple(entries(changes, reads, edition.desktop, seeds=settings.seeds.name))
    edition = dataclasses.replace(edition, repository=repository, changes=told, stands=stands)
    return Gathered(edition, addresses, (*problems, *mistakes), tuple(remarks))


# ---------------------------------------------------------------- one article alone


@dataclass(frozen=True, slots=True)
class ReadTask:
    """A seed file to read: small, so that any process can be handed it."""

    path: Path
    seeds: Path


def read_file(task: ReadTask) -> bytes:
    """Read one seed file; returns its articles and problems, pickled."""
    found: list[Found] = []
    try:
        for raw in read_seed(task.path, seeds=task.seeds):
            if isinstance(raw, SeedError):
                found.append(raw)
            else:
                article = article_from(raw)
                read = ReadArticle(article, quotes_of(article))
                found.append(Looked(read, summarize(read)))
    except SeedError as error:
        found.append(error)
    return pickle.dumps(found, protocol=pickle.HIGHEST_PROTOCOL)


def read_all(
    settings: Settings, *, say: Callable[[str], None], progress: Progress
) -> tuple[list[Looked], list[SeedError]]:
    """Read every seed, those that are new or changed in a pool, the others from the store."""
    if not settings.seeds.is_dir():
        raise SettingsError(settings.seeds, None, "no such folder; make it, or name another with --seeds")
    tasks = [ReadTask(path, settings.seeds) for path in seed_files(settings.seeds)]
    keys = [_read_key(task) for task in tasks]
    store = Store(settings.cache, say)
    results = store.get(keys)
    missing = [(key, task) for key, task in zip(keys, tasks, strict=True) if key not in results]
    executor = executor_for(len(missing), workers=settings.workers)
    done = executor.map(read_file, [task for _, task in missing])
    fresh: dict[str, bytes] = {}
    for count, ((key, _), value) in enumerate(zip(missing, done, strict=True), 1):
        fresh[key] = value
        progress("reading", count, len(missing))
    store.put(fresh)
    store.keep_only(keys)
    store.close()
    results.update(fresh)
    found: list[Found] = [item for key in keys for item in pickle.loads(results[key])]  # noqa: S301 (our own file)
    problems = [item for item in found if isinstance(item, SeedError)]
    return [item for item in found if isinstance(item, Looked)], problems


_READING = ("intake", "quotes", "stories", "model", "text", "errors")


def _read_key(task: ReadTask) -> str:
    """Return the key of a file's result: its name, its bytes, its sidecar's, and the code that reads it."""
    sidecars = [task.path.with_name(f"{name}{ending}") for name in _stems(task.path) for ending in _SIDECARS]
    parts = [_digest(path) for path in (task.path, *sidecars)]
    return key_of("read", code_key(*_READING), task.path.relative_to(task.seeds).as_posix(), *parts)


_SIDECARS = (".yml", ".yaml")


def _stems(path: Path) -> tuple[str, str]:
    """Return what a sidecar's name may begin with: the file's name with and without its ending."""
    return path.name, path.stem


def _digest(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").digest()
    except OSError as error:
        return f"unreadable: {error.errno}".encode()


# ---------------------------------------------------------------- all articles


def edition_of(
    reads: Sequence[ReadArticle],
    known: Addresses,
    files: Files,
    *,
    summaries: Mapping[int, Summary],
    today: dt.date | None = None,
) -> tuple[Edition, Addresses, tuple[Problem, ...]]:
    """Return everything that the pages print, the addresses as they stand now, and reviewers' mistakes.

    People's corrections of articles win before anything is compared, those of stories right after.

    Args:
        reads: all articles.
        known: the addresses that were given out before.
        files: what people wrote.
        summaries: of the articles as they were read, by the identity of the object; one that was
            corrected or renamed since is another object, and is summarized anew.
        today: the day that no date may lie after.
    """
    corrected = apply_fixes(reads, desktop(files, reads).fixes)
    grouping = group([summaries.get(id(read)) or summarize(read) for read in corrected])
    stories, addresses = with_kept_ids(grouping.stories, known)
    ids = frozenset(story.id for story in stories)
    desk = desktop(files, reads, grouping.versions, stories=ids, today=today)
    articles = {read.article.id: read for read in corrected}
    moved: dict[str, str] = {**addresses.aliases, **moved_stories(stories, desk.fixes)}
    stories = list(regrouped(stories, desk.fixes, articles))
    articles = _resolved(with_inferred_dates(articles, grouping.versions), stories)
    # Once more: a speaker whom a person named must not be merged into another one.
    articles = {read.article.id: read for read in apply_fixes(articles.values(), desk.fixes)}
    collations = [collate(articles[a], articles[b]) for a, b in _collated_pairs(grouping.versions)]
    ordered = tuple(articles[key] for key in sorted(articles))
    edition = Edition(
        articles=ordered,
        stories=tuple(stories),
        versions=grouping.versions,
        collations=tuple(collations),
        utterances=utterances(ordered),
        signals=tuple(_signals(articles, stories, grouping.versions, collations)),
        moved=moved,
        desktop=desk,
        stored={read.article.id: stored_path(read.article.sha256) for read in ordered if read.article.text},
    )
    return edition, addresses, desk.problems


def _signals(
    articles: Mapping[ArticleId, ReadArticle],
    stories: Sequence[Story],
    versions: Iterable[Version],
    collations: Iterable[Collation],
) -> Iterator[Signal]:
    """Yield the signals of each article, of each story, and between related stories."""
    for read in articles.values():
        yield from article_signals(read)
    story_of = {member: story.id for story in stories for member in story.articles}
    reuse, collated = _by_story(versions, story_of), _by_story(collations, story_of)
    for story in stories:
        members = [articles[member] for member in story.articles]
        yield from story_signals(members, reuse.get(story.id, ()), collated.get(story.id, ()))
    yield from related_signals(articles.values(), stories)


Pair = TypeVar("Pair", Version, Collation)


def _by_story(pairs: Iterable[Pair], story_of: Mapping[ArticleId, StoryId]) -> dict[StoryId, list[Pair]]:
    """Return pairs of articles by the story that both stand in; others are left out."""
    found: dict[StoryId, list[Pair]] = {}
    for pair in pairs:
        if story_of[pair.a] == story_of[pair.b]:
            found.setdefault(story_of[pair.a], []).append(pair)
    return found


def _resolved(
    articles: Mapping[ArticleId, ReadArticle], stories: Iterable[Story]
) -> dict[ArticleId, ReadArticle]:
    """Return the articles with one speaker record for one person, first within each story, then overall."""
    resolved = {
        read.article.id: read
        for story in stories
        for read in resolve([articles[member] for member in story.articles])
    }
    speakers = {quote.speaker for read in resolved.values() for quote in read.quotes if quote.speaker}
    merged = merge_speakers(sorted(speakers, key=dataclasses.astuple))
    return {key: _respoken(read, merged) for key, read in resolved.items()}


def _respoken(read: ReadArticle, merged: Mapping[SpeakerId, Speaker]) -> ReadArticle:
    def respoken(quote: Quote) -> Quote:
        if quote.speaker is None or quote.speaker.id not in merged:
            return quote
        return dataclasses.replace(quote, speaker=merged[quote.speaker.id])

    return ReadArticle(read.article, tuple(map(respoken, read.quotes)))


def _collated_pairs(versions: Iterable[Version]) -> Iterator[tuple[ArticleId, ArticleId]]:
    """Yield the pairs worth a collation: those which share running text, not quotes alone."""
    for version in versions:
        if version.relation is not Relation.QUOTES_ONLY:
            yield version.a, version.b


# ---------------------------------------------------------------- data


def with_structured_data(edition: Edition, site: Site) -> Edition:
    """Return the edition with each page's JSON-LD; a site without a lasting address gives out none of its own."""
    found = structured(
        edition.articles,
        edition.stories,
        edition.desktop.reviews,
        site,
        stored=frozenset(map(ArticleId, edition.stored)),
    )
    return dataclasses.replace(edition, structured=found)


def data_files(edition: Edition, site: Site) -> Iterator[Page]:
    """Yield the data files of the contract, what people found, and the list of them all."""
    return with_manifest(
        chain(
            _tables(edition),
            published_pages(edition.articles, edition.desktop, site, changes=edition.changes),
        )
    )


def _tables(edition: Edition) -> Iterator[Page]:
    story_of = {member: story.id for story in edition.stories for member in story.articles}
    rows: dict[str, Iterable[tables.Row]] = {
        "articles": (tables.article_row(read.article) for read in edition.articles),
        "quotes": (
            tables.quote_row(quote, read.article.text) for read in edition.articles for quote in read.quotes
        ),
        "stories": map(tables.story_row, edition.stories),
        "versions": map(tables.version_row, edition.versions),
        "differences": (
            row
            for collation in edition.collations
            for row in tables.difference_rows(story_of[collation.a], collation)
        ),
        "signals": map(tables.signal_row, edition.signals),
    }
    for name, table in rows.items():
        yield Page(f"data/{name}.jsonl", tables.lines(table))
