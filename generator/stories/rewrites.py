"""Which articles of one story tell the same report in other words?

Where a text was reworded all through, few runs of words survive, and counting them proves nothing. What a
rewrite keeps is the sequence: sentence after sentence says the same thing, with most of the same content words,
in the same order. Two reporters of one event share its names and figures, yet neither the order nor the plain
words around them. So words that name are worth half, and words that are quoted nothing.
"""

from __future__ import annotations

import dataclasses
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from generator.memory import Memory
from generator.model import Article, ArticleId, ReadArticle, Relation, Version
from generator.stories.candidates import Keys
from generator.stories.direction import direction
from generator.stories.group import Grouping
from generator.stories.reuse import reuse
from generator.stories.sentences import sentences_of
from generator.stories.subjects import background
from generator.stories.summary import NAME, NUMBER, PAIR, TERM, Summary, quoted_words, word_traits
from generator.stories.words import BETWEEN, Hashes, Places, words_of

_WORDS = 60
"""Words of the shorter text at least: of less, nothing can be told."""
_STORY = 200
"""Articles of a story up to which rewrites are looked for; beyond, to hold each against each would cost too much."""
_ALIKE = 0.35
"""Share of the content words of the shorter text that the other has at least, in any order."""
_SAME = 0.42
"""Similarity (Dice, over weighted content words) from which two sentences say the same thing."""
_COMMON, _PLAIN = 4, 2
"""Content words that they have in common at least, and those of them that name nothing."""
_TOLD = 0.5
"""Share of the shorter text's content words in sentences that the other text has in other words."""
_FEWEST = 4
"""Such sentences, if all stand in the same order; of `_SOME`, one in five may stand elsewhere."""
_SOME, _ORDER = 5, 0.8
_NEAR, _KEPT = 0.55, 0.25
"""Mean similarity of those sentences; share of the words, outside quotation marks, in shared runs of three."""
_LONG, _MUCH = 6, 0.6
"""So many sentences in one order, and such a share of the text, are no chance, however they are worded."""
_EVERYWHERE = 0.2
"""Share of the background's pages from which a word of theirs has no content."""
_NAMING = 0.5
"""Weight of a name or number, of that of another word as rare."""
_RUN = 3
_ENDS = ".!?…\"'”’»)]"
_FACTOR = np.uint64(0x9E3779B97F4A7C15)


def with_rewrites(
    grouping: Grouping,
    reads: Iterable[ReadArticle],
    summaries: Iterable[Summary],
    memory: Memory | None = None,
) -> Grouping:
    """Return a grouping with the rewrites in each story among its versions, which stay sorted.

    What shares runs of words is told by those; only what shares quotes at most can be a rewrite.
    """
    memory = memory or Memory(keeps=False)
    articles = {read.article.id: read.article for read in reads}
    known = {(version.a, version.b): version for version in grouping.versions}
    by_id = {summary.id: summary for summary in summaries}
    found = dict(known)
    for story in grouping.stories:
        if 1 < len(story.articles) <= _STORY:
            members = [by_id[id_] for id_ in sorted(story.articles) if _is_english(articles[id_])]
            ids = tuple(one.id for one in members)
            facts = (*members, *(articles[id_] for id_ in ids), *map(known.get, combinations(ids, 2)))
            rewrites = memory.of("rewrites", ids, facts, lambda: tuple(_rewrites(members, known, articles)))  # noqa: B023 (called at once)
            found |= {(one.a, one.b): one for one in rewrites}
    return dataclasses.replace(grouping, versions=tuple(found[pair] for pair in sorted(found)))


def _is_english(article: Article) -> bool:
    """Tell whether the background, which is English, can say what a common word is."""
    return (article.value("language") or "en").startswith("en")


def _rewrites(
    members: Sequence[Summary],
    known: Mapping[tuple[ArticleId, ArticleId], Version],
    articles: Mapping[ArticleId, Article],
) -> Iterator[Version]:
    texts: dict[ArticleId, Text] = {}

    def text(id_: ArticleId) -> Text:
        if id_ not in texts:
            texts[id_] = text_of(articles[id_])
        return texts[id_]

    plain = [*map(_content, members)]
    for (a, mine), (b, theirs) in combinations(zip(members, plain, strict=True), 2):
        version = known.get((a.id, b.id))
        shares_runs = version is not None and version.relation is not Relation.QUOTES_ONLY
        if shares_runs or not _are_alike(mine, theirs):
            continue
        told = retold(text(a.id), text(b.id))
        if told and told.is_rewrite:
            yield _version(a, b, told)


def _version(a: Summary, b: Summary, told: Retelling) -> Version:
    shares = reuse(a, b)
    towards, evidence = direction(a, b)
    here, there = (a, b) if a.words <= b.words else (b, a)
    order = "in the same order" if told.order == 1 else "most of them in the same order"
    why = f"{told.sentences} of {told.of} sentences of {here.id} tell in other words what {there.id} tells, {order}."
    outside = shares.a_outside_quotes, shares.b_outside_quotes
    return Version(a.id, b.id, Relation.REWRITE, shares.a, shares.b, *outside, towards, (why, *evidence))


def _content(summary: Summary) -> Hashes:
    """Return the content words of an article, sorted; none of one that is too short."""
    if summary.words < _WORDS:
        return summary.terms[:0]
    words = summary.terms[(summary.traits & PAIR) == 0]
    content: Hashes = words[_rarity(words) > 0]
    return content


def _are_alike(one: Hashes, other: Hashes) -> bool:
    shorter = min(len(one), len(other))
    return bool(shorter) and len(np.intersect1d(one, other, assume_unique=True)) >= _ALIKE * shorter


def _rarity(words: Hashes) -> NDArray[np.float64]:
    """Return the weight, 0–1, of each word by how rare it is in the background; 0 of one that is everywhere."""
    pages, terms, documents = background()
    terms, words = terms & TERM, words & TERM
    place = np.searchsorted(terms, words).clip(max=len(terms) - 1)
    known = np.where(terms[place] == words, documents[place], 0)
    rare = 1 - np.log1p(known) / np.log1p(pages)
    return np.where(known > _EVERYWHERE * pages, 0.0, rare)


@dataclass(frozen=True, slots=True, eq=False)
class Text:
    """The sentences of an article as sets of weighted content words; those in quotation marks are left out."""

    words: int
    owners: Places
    """Ordinal of each content word's sentence; each word once a sentence."""
    stems: Hashes
    weights: NDArray[np.float64]
    plain: NDArray[np.bool_]
    """Which of them name nothing."""
    sentences: NDArray[np.float64]
    """Weight of each sentence."""
    runs: Keys
    """Hash of each `_RUN` words."""
    outside: NDArray[np.bool_]
    """Of each word of the text: does it stand outside quotation marks?"""


def text_of(article: Article) -> Text:
    """Return what an article's sentences say."""
    words = words_of([article.text])
    spans = [one.span for one in sentences_of(article) if one.span.of(article.text)[-1] in _ENDS]
    at = words.starts - len(BETWEEN)
    firsts, lasts = (np.array([getattr(one, end) for one in spans], np.int64) for end in ("start", "end"))
    owners = np.searchsorted(firsts, at, side="right") - 1
    inside = (owners >= 0) & (at < lasts[owners]) if spans else np.zeros(len(at), np.bool_)
    outside = ~quoted_words(words)
    named = (word_traits(words) & (NAME | NUMBER)) != 0
    weights = _rarity(words.stems) * np.where(named, _NAMING, 1)
    held = np.flatnonzero(inside & outside & (weights > 0))
    once = held[np.unique(owners[held] << 32 | words.stems[held], return_index=True)[1]]
    sums = np.bincount(owners[once], weights[once], minlength=len(spans)).astype(np.float64)
    hashes = words.hashes.astype(np.uint64)
    runs = (hashes[:-2] * _FACTOR + hashes[1:-1]) * _FACTOR + hashes[2:]
    return Text(len(at), owners[once], words.stems[once], weights[once], ~named[once], sums, runs, outside)


@dataclass(frozen=True, slots=True)
class Retelling:
    """What of the shorter of two texts the other one tells in other words."""

    share: float
    """Of its content words, 0–1, by weight."""
    sentences: int
    of: int
    """Sentences that it has, those in quotation marks alone left out."""
    order: float
    """Share of those sentences, 0–1, that stand in the same order."""
    likeness: float
    """Their mean similarity, 0–1."""
    kept: float
    """Share of its words outside quotation marks, 0–1, in runs of three that both have."""

    @property
    def is_rewrite(self) -> bool:
        """Tell a rewrite from two accounts of one event."""
        if self.share < _TOLD or self.sentences < _FEWEST:
            return False
        if self.order < (1 if self.sentences < _SOME else _ORDER):
            return False
        if self.sentences >= _LONG and self.order == 1 and self.share >= _MUCH:
            return True
        return self.likeness >= _NEAR and self.kept >= _KEPT


def retold(one: Text, other: Text) -> Retelling | None:
    """Pair the sentences of two texts that say the same thing; None where none do."""
    shorter, longer = (one, other) if one.words <= other.words else (other, one)
    pairs = _paired(_similarities(shorter, longer))
    if not pairs:
        return None
    weights = shorter.sentences[[left for left, _, _ in pairs]]
    likeness = np.array([value for _, _, value in pairs])
    return Retelling(
        share=float(weights.sum() / shorter.sentences.sum()),
        sentences=len(pairs),
        of=int(np.count_nonzero(shorter.sentences)),
        order=_in_order([right for _, right, _ in pairs]) / len(pairs),
        likeness=float((likeness * weights).sum() / weights.sum()),
        kept=_kept(shorter, longer),
    )


def _similarities(one: Text, other: Text) -> NDArray[np.float64]:
    """Return the similarity of each two sentences, 0 where they have too few words in common."""
    shared = np.intersect1d(one.stems, other.stems)
    sides = [_incidence(text, shared) for text in (one, other)]
    mine, theirs = sides
    weights = (mine @ (theirs > 0).T + (mine > 0) @ theirs.T) / 2
    likeness: NDArray[np.float64] = (
        2 * weights / np.maximum(1e-9, one.sentences[:, np.newaxis] + other.sentences)
    )
    common = (mine > 0).astype(np.float32) @ (theirs > 0).T
    plain = _incidence(one, shared, plain=True) @ (_incidence(other, shared, plain=True) > 0).T
    enough = (likeness >= _SAME) & (common >= _COMMON) & (plain >= _PLAIN)
    return np.where(enough, likeness, 0)


def _incidence(text: Text, shared: Hashes, *, plain: bool = False) -> NDArray[np.float64]:
    """Return the weights of the shared words, a row a sentence; of the plain ones alone, 1 each."""
    found = np.zeros((len(text.sentences), len(shared)))
    held = np.isin(text.stems, shared) & (text.plain | (not plain))
    columns = np.searchsorted(shared, text.stems[held])
    found[text.owners[held], columns] = 1 if plain else text.weights[held]
    return found


def _paired(likeness: NDArray[np.float64]) -> list[tuple[int, int, float]]:
    """Return pairs of rows and columns, each in one at most, the most alike first chosen; in order of the rows."""
    rows, columns = np.nonzero(likeness)
    best = sorted(zip((-likeness[rows, columns]).tolist(), rows.tolist(), columns.tolist(), strict=True))
    lefts: dict[int, tuple[int, float]] = {}
    rights: set[int] = set()
    for value, row, column in best:
        if row not in lefts and column not in rights:
            lefts[row] = column, -value
            rights.add(column)
    return [(row, column, value) for row, (column, value) in sorted(lefts.items())]


def _in_order(places: Sequence[int]) -> int:
    """Return the length of the longest rising subsequence."""
    ends: list[int] = []
    for place in places:
        at = bisect_left(ends, place)
        ends[at : at + 1] = [place]
    return len(ends)


def _kept(one: Text, other: Text) -> float:
    runs = np.isin(one.runs, other.runs)
    inside = np.zeros(one.words, dtype=np.bool_)
    for step in range(_RUN):
        inside[step : step + len(runs)] |= runs
    return int(np.count_nonzero(inside & one.outside)) / max(1, int(np.count_nonzero(one.outside)))
