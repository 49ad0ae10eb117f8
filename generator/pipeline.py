"""The ordered stages, and which articles must be redone.

Left of `group` a stage sees one article and nothing else: it runs in a pool and its result is kept
by content. From `group` on, a stage sees all articles through small summaries, and whole articles
one story at a time.
"""

from __future__ import annotations

import contextlib
import dataclasses
import datetime as dt
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

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
from generator.checks.signals import related_signals
from generator.errors import SeedError
from generator.executors import executor_for
from generator.exports.addresses import site_of, stored_path
from generator.memory import Memory
from generator.model import Article, ArticleId, Quote, ReadArticle, Rights, Speaker, SpeakerId, Story
from generator.pages.edition import Edition
from generator.pages.repository import repository_of
from generator.pages.rights import published
from generator.pages.stands import Stands
from generator.pages.write import Written
from generator.press import Work
from generator.progress import Progress, silent
from generator.publishing import publish
from generator.quotes.resolve import merge_speakers, resolve
from generator.reading import read_all
from generator.scratch import Scratch
from generator.settings import Settings
from generator.store import Store
from generator.stories.dates import with_inferred_dates
from generator.stories.group import group
from generator.stories.rewrites import with_rewrites
from generator.stories.summary import Summary, summarize
from generator.stories.utterances import utterances
from generator.unchanged import Account, Look, Made, keep_account, last_account, learn

_MOST_CHANGES = 200
"""Changes that the page of changes tells."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run made, and what it could not."""

    account: Account
    written: Written


def build(
    settings: Settings,
    *,
    look: Look | None = None,
    progress: Progress = silent,
    memory: Memory | None = None,
) -> Outcome:
    """Read all seeds and write all pages and data files; where nothing changed, only look.

    Args:
        settings: the site owner's choices.
        look: of who looked already and knows that something changed.
        progress: told how far it is.
        memory: of the last run with these settings in this process, which this run makes use of and adds to.

    Raises:
        SettingsError: a folder can't be read or written.
        ClusterError: the cluster can't be reached, or lost its workers.
    """
    memory = memory or Memory(keeps=False)
    if memory.last("settings") not in (None, settings):
        memory.clear()
    if look is None:
        look = Look(settings, memory.last("read"))
        known = last_account(settings, look)
        if known and not (memory.keeps and memory.is_empty):
            return Outcome(known, Written(known.pages, (), ()))
    # before anything is read: a file that is changed meanwhile must not pass for read
    _ = look.inside
    remarks: list[str] = []
    with _work(settings, remarks.append) as work:
        account, written = _made(settings, work, look, progress, memory)
    memory.put("settings", settings)
    memory.turn()
    told = dataclasses.replace(account, remarks=(*remarks, *account.remarks))
    return Outcome(told, written)


def _made(
    settings: Settings, work: Work, look: Look, progress: Progress, memory: Memory
) -> tuple[Account, Written]:
    """Read, publish, and keep what the next run can go by; returns what there is to tell, and what was written."""
    learn(settings, work.store, look, memory)
    found = _gathered(settings, work, look=look, progress=progress, memory=memory)
    site = site_of(settings.site_url, settings.site_name, settings.language)
    edition = published(found.edition, Terms(Rights(settings.rights), settings.noindex), memory)
    made = publish(
        edition,
        site,
        settings.out,
        work,
        progress=progress,
        left=look.left,
        articles=found.articles,
        memory=memory,
    )
    write_addresses(settings.out, found.addresses)
    account = Account(
        len(edition.articles),
        sum(len(read.quotes) for read in edition.articles),
        len(edition.stories),
        made.written.pages,
        tuple(map(str, found.problems)),
        found.remarks,
    )
    wrote = Made(made.made, (*made.written.changed, *made.written.removed))
    kept = keep_account(settings, work.store, look, wrote, account, memory=memory)
    keys = frozenset((*found.keys, *made.keys, *kept))
    work.store.keep_only(keys, among=memory.last("kept"))
    memory.put("kept", keys)
    return account, made.written


@contextlib.contextmanager
def _work(settings: Settings, say: Callable[[str], None]) -> Iterator[Work]:
    """Give what a run works with, and let go of it at the end."""
    with contextlib.ExitStack() as stack:
        scratch = stack.enter_context(Scratch(settings.cache))
        executor = stack.enter_context(executor_for(workers=settings.workers, scheduler=settings.scheduler))
        folder = settings.cache or Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="variorum-")))
        store = Store(folder, say)
        stack.callback(store.close)
        yield Work(store, executor, scratch)


@dataclass(frozen=True, slots=True)
class Gathered:
    """All facts but those that a story's chapter finds, before anything is written."""

    edition: Edition
    addresses: Addresses
    problems: tuple[SeedError | Problem, ...]
    remarks: tuple[str, ...]
    keys: tuple[str, ...] = ()
    """Of the kept results that they were made from."""
    articles: Mapping[int, tuple[Article, str]] = field(default_factory=dict)
    """Articles that are as they were read, each with the key of what it was read from, by the object's identity."""


def gather(settings: Settings, *, today: dt.date | None = None, progress: Progress = silent) -> Gathered:
    """Read all seeds and all that people wrote about them; only the store of results is written.

    Raises:
        SettingsError: a folder can't be read.
    """
    remarks: list[str] = []
    with _work(settings, remarks.append) as work:
        found = _gathered(settings, work, today=today, progress=progress)
    return dataclasses.replace(found, remarks=(*remarks, *found.remarks))


def _gathered(
    settings: Settings,
    work: Work,
    *,
    today: dt.date | None = None,
    progress: Progress,
    look: Look | None = None,
    memory: Memory | None = None,
) -> Gathered:
    memory = memory or Memory(keeps=False)
    known = read_addresses(settings.out)
    reading = read_all(
        settings.seeds, work.store, work.executor, progress=progress, files=look, memory=memory
    )
    kept, copies = one_article_each(item.read for item in reading.looked)
    remarks = [f"{copy.article.path}: the same bytes as {first}, so one article" for copy, first in copies]
    unique, known = with_unique_ids(kept, known)
    kept = list(_same(unique, kept, "renamed", memory))
    summaries = {id(item.read): item.summary for item in reading.looked}
    files = review_files(settings.reviews)
    edition, addresses, mistakes = edition_of(
        kept, known, files, summaries=summaries, today=today, memory=memory
    )
    changes = changes_of([settings.seeds, settings.reviews], most=_MOST_CHANGES)
    reads = {read.article.id: read for read in edition.articles}
    edition = dataclasses.replace(
        edition,
        repository=repository_of(settings.repo_url, reviews=settings.reviews.name),
        stands=Stands(stands_of(settings.seeds), stands_of(settings.reviews)),
        changes=tuple(entries(changes, reads, edition.desktop, seeds=settings.seeds.name)),
    )
    return Gathered(
        edition, addresses, (*reading.problems, *mistakes), tuple(remarks), reading.keys, reading.articles
    )


# ---------------------------------------------------------------- all articles


def edition_of(
    reads: Sequence[ReadArticle],
    known: Addresses,
    files: Files,
    *,
    summaries: Mapping[int, Summary],
    today: dt.date | None = None,
    memory: Memory | None = None,
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
        memory: what the last run found.
    """
    memory = memory or Memory(keeps=False)
    corrected = _same(apply_fixes(reads, desktop(files, reads).fixes), reads, "corrected", memory)
    held = [
        summaries.get(id(read)) or memory.of("summary", read.article.id, (read,), partial(summarize, read))
        for read in corrected
    ]
    grouping = with_rewrites(group(held, memory), corrected, held, memory)
    stories, addresses = with_kept_ids(grouping.stories, known)
    ids = frozenset(story.id for story in stories)
    desk = desktop(files, reads, grouping.versions, stories=ids, today=today)
    articles = {read.article.id: read for read in corrected}
    moved: dict[str, str] = {**addresses.aliases, **moved_stories(stories, desk.fixes)}
    stories = [memory.same("story", story.id, story) for story in regrouped(stories, desk.fixes, articles)]
    articles = _resolved(with_inferred_dates(articles, grouping.versions, memory), stories, memory)
    # Once more: a speaker whom a person named must not be merged into another one.
    settled = _same(apply_fixes(articles.values(), desk.fixes), articles.values(), "settled", memory)
    articles = {read.article.id: read for read in settled}
    ordered = tuple(articles[key] for key in sorted(articles))
    said = utterances(ordered, memory)
    edition = Edition(
        articles=ordered,
        stories=tuple(stories),
        versions=grouping.versions,
        utterances=said,
        signals=related_signals(articles.values(), stories, said, memory),
        moved=moved,
        desktop=desk,
        stored={read.article.id: stored_path(read.article.sha256) for read in ordered if read.article.text},
    )
    return edition, addresses, desk.problems


def _same(
    corrected: Iterable[ReadArticle], reads: Iterable[ReadArticle], kind: str, memory: Memory
) -> tuple[ReadArticle, ...]:
    """Return corrected articles, those that were corrected alike in the last run as the same objects."""
    known = set(map(id, reads))
    return tuple(
        read if id(read) in known else memory.same(kind, read.article.id, read) for read in corrected
    )


def _resolved(
    articles: Mapping[ArticleId, ReadArticle], stories: Iterable[Story], memory: Memory
) -> dict[ArticleId, ReadArticle]:
    """Return the articles with one speaker record for one person, first within each story, then overall."""
    resolved: dict[ArticleId, ReadArticle] = {}
    speakers: set[Speaker] = set()
    for story in stories:
        reads = tuple(articles[member] for member in story.articles)
        found, named = memory.of("resolved", story.articles, reads, partial(_resolved_story, reads))
        resolved |= found
        speakers |= named
    merged = memory.equal("merged", speakers, partial(_merged, speakers))
    return {
        key: memory.of("respoken", key, (read, merged), partial(_respoken, read, merged))
        for key, read in resolved.items()
    }


def _resolved_story(
    reads: Sequence[ReadArticle],
) -> tuple[dict[ArticleId, ReadArticle], frozenset[Speaker]]:
    found = {read.article.id: read for read in resolve(reads)}
    return found, frozenset(
        quote.speaker for read in found.values() for quote in read.quotes if quote.speaker
    )


def _merged(speakers: Iterable[Speaker]) -> dict[SpeakerId, Speaker]:
    return merge_speakers(sorted(speakers, key=dataclasses.astuple))


def _respoken(read: ReadArticle, merged: Mapping[SpeakerId, Speaker]) -> ReadArticle:
    def respoken(quote: Quote) -> Quote:
        if quote.speaker is None or quote.speaker.id not in merged:
            return quote
        return dataclasses.replace(quote, speaker=merged[quote.speaker.id])

    return ReadArticle(read.article, tuple(map(respoken, read.quotes)))
