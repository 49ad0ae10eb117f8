"""What is made of one story once all articles are known? Its comparisons, signals, pages and rows.

A chapter is a pure function of its part of the index: it is made in any process, in any order, and
kept under a key of the facts in that part. So a run does again only what the changed facts are in.
"""

from __future__ import annotations

import dataclasses
import io
import pickle
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

from generator.checks.named_elsewhere import named_elsewhere
from generator.checks.passages import passages_of
from generator.checks.signals import signals_between, signals_in
from generator.exports.addresses import Site
from generator.exports.quotations import annotation_page
from generator.exports.rows import Rows, article_rows, story_rows
from generator.exports.structured import structured_articles
from generator.exports.tei import tei
from generator.model import Collation, Page, QuoteId, Relation, Signal, Story
from generator.pages import parts, rights
from generator.pages.edition import Edition
from generator.pages.index import Index, Levels, signals_by_article
from generator.pages.keys import Token, token_of
from generator.pages.views import article, outlet, speaker, story
from generator.pages.views.base import page_of
from generator.pages.views.quotes import QuoteView, quote_view
from generator.pages.write import Made, write_page
from generator.quotes.headlines import headline_quotes
from generator.stories.collate import collate


@dataclass(frozen=True, slots=True)
class Part:
    """The facts from which a chapter is made."""

    index: Index
    """Of a story, of a speaker, or of an outlet: all that its pages need, and nothing else."""
    site: Site

    def pickled(self) -> bytes:
        """Return its bytes: the same for equal facts, since no object is referred to twice.

        So each utterance is written once and its quotes by its ordinal: of one that an article prints thousands of
        times there would be thousands of copies, each with all its quotes.
        """
        utterances = {said.quotes[0]: said for said in self.index.said.values()}
        ordinals = {first: ordinal for ordinal, first in enumerate(utterances)}
        said = {id_: ordinals[each.quotes[0]] for id_, each in self.index.said.items()}
        written = io.BytesIO()
        pickler = pickle.Pickler(written, protocol=pickle.HIGHEST_PROTOCOL)
        pickler.fast = True
        pickler.dump((dataclasses.replace(self.index, said={}), self.site, tuple(utterances.values()), said))
        return written.getvalue()

    @classmethod
    def of(cls, pickled: bytes) -> Self:
        """Return the part that was pickled."""
        index, site, utterances, said = pickle.loads(pickled)  # noqa: S301 (our own)
        whole = {id_: utterances[ordinal] for id_, ordinal in said.items()}
        return cls(dataclasses.replace(index, said=whole), site)


@dataclass(frozen=True, slots=True)
class Chapter:
    """What was made of a part."""

    rows: tuple[tuple[str, Rows], ...] = ()
    """Rows of data files, each with its file."""
    signals: tuple[Signal, ...] = ()
    levels: Levels = field(default_factory=Levels)
    shown: Mapping[QuoteId, QuoteView] = field(default_factory=dict)
    """The quotes with a speaker, as the pages show them."""


@dataclass(frozen=True, slots=True)
class Told:
    """What other pages must know of a chapter; its rows and its quotes are kept apart, and asked for where needed."""

    made: tuple[Made, ...] = ()
    """Files written."""
    rows: tuple[tuple[str, int, int], ...] = ()
    """Data files that it has rows of, each once, with their number and bytes."""
    signals: tuple[Signal, ...] = ()
    levels: Levels = field(default_factory=Levels)
    shown: Mapping[QuoteId, Token] = field(default_factory=dict)
    """A token for each quote with a speaker, as the pages show it."""


@dataclass(frozen=True, slots=True)
class Task:
    """Chapters to make: small, so that any process can be handed it."""

    parts: Path
    """A file of pairs of key and pickled part."""
    out: Path
    """Folder that receives the pages."""
    ours: frozenset[str]
    """Which of the pages' paths may be overwritten."""


@dataclass(frozen=True, slots=True)
class Written:
    """A chapter that was made, ready to be kept."""

    key: str
    pieces: Mapping[str, bytes]
    """What is kept of it, pickled, by key."""
    made: tuple[Made, ...]
    changed: tuple[str, ...]
    """Paths of the files that are new or differ."""


def keys_of(key: str) -> tuple[str, str, str]:
    """Return the keys under which what a chapter told, its rows, and its quotes are kept."""
    return key, f"{key} rows", f"{key} shown"


def make_chapters(task: Task) -> list[Written]:
    """Make the chapters of a task and write their pages."""
    parts: list[tuple[str, bytes]] = pickle.loads(task.parts.read_bytes())  # noqa: S301 (our own file)
    return [_made(key, Part.of(part), task) for key, part in parts]


def _made(key: str, part: Part, task: Task) -> Written:
    chapter, pages = chapter_of(part)
    made, changed = [], []
    for page in pages:
        one, is_new = write_page(task.out, page, task.ours)
        made.append(one)
        if is_new:
            changed.append(page.path)
    rows: dict[str, list[Rows]] = {}
    for path, some in chapter.rows:
        rows.setdefault(path, []).append(some)
    content = {path: b"".join(some.content for some in each) for path, each in rows.items()}
    told = Told(
        tuple(made),
        tuple((path, sum(some.count for some in each), len(content[path])) for path, each in rows.items()),
        chapter.signals,
        chapter.levels,
        {id_: token_of(view) for id_, view in chapter.shown.items()},
    )
    pieces = zip(keys_of(key), (told, content, chapter.shown), strict=True)
    pickled = {name: pickle.dumps(piece, protocol=pickle.HIGHEST_PROTOCOL) for name, piece in pieces if piece}
    return Written(key, pickled, told.made, tuple(changed))


def chapter_of(part: Part) -> tuple[Chapter, list[Page]]:
    """Return what is made of a part, and its pages."""
    index = part.index
    if index.stories:
        (told,) = index.stories
        return _story_chapter(index, told, part.site)
    pages = [page_of(speaker.view(index, id_), part.site.language) for id_ in index.by_speaker]
    pages += [page_of(outlet.view(index, name), part.site.language) for name in index.outlets]
    return Chapter(), pages


def _story_chapter(index: Index, told: Story, site: Site) -> tuple[Chapter, list[Page]]:
    index, collations, signals = compared(parts.completed(index), told)
    reads = [index.reads[id_] for id_ in told.articles]
    structured = structured_articles(reads, [told], site, stored=frozenset(index.stored))  # type: ignore[arg-type]
    named = {found.quote: found for found in named_elsewhere([index.whole[id_] for id_ in told.articles])}
    index = dataclasses.replace(index, structured=structured, named=named)
    # once for all pages of the story: a quote knows every other article that prints it
    views = {quote.id: quote_view(index, quote) for read in reads for quote in read.quotes}
    index = dataclasses.replace(index, shown=views)
    pages = [page_of(article.view(index, id_), site.language) for id_ in told.articles]
    shown_story = story.view(index, told)
    pages.append(page_of(shown_story, site.language))
    if shown_story.tei:
        tables = [text.table.collated for text in shown_story.texts]
        document = tei(tables, index.reads, title=shown_story.title, whole=index.whole)
        pages.append(Page(shown_story.tei, document))
    pages += [
        Page(index.stored[read.article.id], read.article.text)
        for read in reads
        if read.article.id in index.stored
    ]
    pages += filter(None, (annotation_page(read, site) for read in reads))
    rows = [
        row
        for read in reads
        for row in article_rows(
            read, site, headline=headline_quotes(index.whole[read.article.id]), named=named
        )
    ]
    return Chapter(
        rows=(*rows, *story_rows(told, collations, signals)),
        signals=signals,
        levels=Levels(**{tally.level: tally.count for tally in shown_story.tallies}),
        shown={quote.id: views[quote.id] for read in reads for quote in read.quotes if quote.speaker},
    ), pages


def compared(index: Index, told: Story) -> tuple[Index, tuple[Collation, ...], tuple[Signal, ...]]:
    """Return a story's index with its collations and signals, and both of them apart."""
    members = set(told.articles)
    versions = {
        (version.a, version.b): version for id_ in told.articles for version in index.versions.get(id_, ())
    }
    collations = tuple(
        collate(index.whole[a], index.whole[b])
        for (a, b), version in sorted(versions.items(), key=lambda item: item[0])
        if a in members and version.relation is not Relation.QUOTES_ONLY
    )
    looked = [passages_of(index.whole[id_]) for id_ in told.articles]
    inside = [one for one in collations if one.b in members]
    reuse = [version for pair, version in versions.items() if set(pair) <= members]
    own = [signal for passages in looked for signal in signals_in(passages)]
    signals = (*own, *signals_between(looked, reuse, inside))
    shown, collations, signals = rights.compared(index, collations, signals)
    related = _once(signal for id_ in told.articles for signal in index.signals.get(id_, ()))
    with_both = dataclasses.replace(
        index,
        reads=shown,
        collations={frozenset((one.a, one.b)): one for one in collations},
        signals=signals_by_article((*signals, *related)),
    )
    return with_both, collations, signals


def _once(signals: Iterable[Signal]) -> Iterator[Signal]:
    yield from dict.fromkeys(signals)


def with_comparisons(edition: Edition) -> Edition:
    """Return an edition with the collations and signals of all stories, for those who want the facts alone."""
    index = Index.of(edition)
    found = [compared(parts.completed(parts.of_story(index, told)), told) for told in edition.stories]
    return dataclasses.replace(
        edition,
        collations=tuple(one for _, collations, _ in found for one in collations),
        signals=(*(signal for _, _, signals in found for signal in signals), *edition.signals),
    )
