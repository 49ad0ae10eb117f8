"""Where do two versions of a text differ, sentence by sentence and word by word?"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise

from generator.model import (
    Alignment,
    Alike,
    Article,
    ChangeKind,
    Collation,
    Difference,
    Level,
    Paragraph,
    Place,
    ReadArticle,
    Span,
)
from generator.stories.align import Pair, aligned
from generator.stories.credits import credit_differences, dateline_end
from generator.stories.headlines import headline_differences
from generator.stories.lexicons import lexicon_of
from generator.stories.lexicons.lexicon import Lexicon
from generator.stories.regions import Region, regions
from generator.stories.sentences import Sentence, sentences_in
from generator.stories.tokens import Token, placed, styled, texts_of


@dataclass(frozen=True)
class Unit:
    """A sentence with its tokens."""

    text: str
    """Of the whole article."""
    sentence: Sentence
    texts: tuple[str, ...]
    """Its words and marks as printed."""
    words: tuple[str, ...]
    """In house style."""
    lexicon: Lexicon

    @property
    def span(self) -> Span:
        """Return its place in the text."""
        return self.sentence.span

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """Return its tokens, which only a sentence that differs from another one is asked for."""
        return placed(self.text, self.span, self.texts)

    @cached_property
    def _compared(self) -> dict[int, tuple[Unit, tuple[Region, ...]]]:
        """What was found beside other sentences, by their identity: a comparison and a table ask for the same."""
        return {}

    def regions(self, other: Unit) -> tuple[Region, ...]:
        """Return where it differs from the sentence that answers to it."""
        if self.texts == other.texts:
            return ()
        known = self._compared.get(id(other))
        if known is None:
            known = other, regions(self.tokens, other.tokens, lexicon=self.lexicon)
            self._compared[id(other)] = known
        return known[1]


def units_of(article: Article) -> tuple[Unit, ...]:
    """Return the sentences of an article that are compared: the dateline is none of the story's words."""
    language = article.value("language")
    return _units(article.text, _Held(article.paragraphs), dateline_end(article), language)


class _Held:
    """Paragraphs that are the same only where they are one object: to compare them takes longer than to cut them."""

    __slots__ = ("paragraphs",)

    def __init__(self, paragraphs: tuple[Paragraph, ...]) -> None:
        """Hold them, so that no others can have their identity."""
        self.paragraphs = paragraphs

    def __hash__(self) -> int:
        return id(self.paragraphs)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Held) and self.paragraphs is other.paragraphs


@lru_cache(maxsize=64)
def _units(text: str, held: _Held, start: int, language: str | None) -> tuple[Unit, ...]:
    """Cut a body once, and not again for each version it is compared with and for the page."""
    lexicon = lexicon_of(language)
    sentences = _without_dateline(sentences_in(text, held.paragraphs), start)
    return tuple(_unit(text, sentence, lexicon) for sentence in sentences)


def _unit(text: str, sentence: Sentence, lexicon: Lexicon) -> Unit:
    texts = texts_of(text, sentence.span)
    return Unit(text, sentence, texts, tuple(filter(None, map(styled, texts))), lexicon)


def _without_dateline(sentences: Sequence[Sentence], start: int) -> Iterator[Sentence]:
    for sentence in sentences:
        if sentence.span.start >= start:
            yield sentence
        elif sentence.span.end > start:
            yield Sentence(Span(start, sentence.span.end), sentence.paragraph)


def place_of(article: Article, offset: int) -> tuple[int, int] | None:
    """Return which of the sentences that are compared a place of the text stands in; None where there is none.

    Args:
        article: whose text it is.
        offset: code point of the text.

    Returns:
        The 1-based numbers of the paragraph and of the sentence in it, a dateline not counted.
    """
    paragraph = bisect_right(article.paragraphs, offset, key=lambda each: each.span.end)
    units = units_of(article)
    first, after = (
        find(units, paragraph, key=lambda unit: unit.sentence.paragraph)
        for find in (bisect_left, bisect_right)
    )
    before = sum(unit.span.end <= offset for unit in units[first:after])
    return (paragraph + 1, min(before + 1, after - first)) if first < after else None


def collate(a: ReadArticle, b: ReadArticle) -> Collation:
    """Return the alignment of two versions and every difference between them.

    Differences are told from b to a: `dropped` stands in b alone. Those of the headline come first,
    then metadata, then the body in the order of its longer version.
    """
    left, right = units_of(a.article), units_of(b.article)
    pairs = _pairs(left, right)
    changes = {
        (pair.left, pair.right): left[pair.left].regions(right[pair.right])
        for pair in pairs
        if pair.left is not None and pair.right is not None
    }
    body = _Body(a.article, b.article, left, right, changes)
    return Collation(
        a.article.id,
        b.article.id,
        tuple(body.alignment(pair) for pair in pairs),
        (
            *headline_differences(a.article, b.article),
            *credit_differences(a.article, b.article),
            *body.differences(pairs),
        ),
    )


def _pairs(left: Sequence[Unit], right: Sequence[Unit]) -> tuple[Pair, ...]:
    """Return the pairs in reading order of the longer version."""
    lefts, rights = [unit.words for unit in left], [unit.words for unit in right]
    if sum(map(len, lefts)) >= sum(map(len, rights)):
        return aligned(lefts, rights)
    return tuple(Pair(pair.right, pair.left, pair.similarity, pair.moved) for pair in aligned(rights, lefts))


@dataclass(frozen=True, slots=True)
class _Body:
    """The two bodies under comparison."""

    a: Article
    b: Article
    left: Sequence[Unit]
    right: Sequence[Unit]
    changes: Mapping[tuple[int, int], tuple[Region, ...]]
    """The changed passages of each pair of sentences."""

    def alignment(self, pair: Pair) -> Alignment:
        """Return a pair of sentences with what became of it."""
        left = None if pair.left is None else self.left[pair.left].span
        right = None if pair.right is None else self.right[pair.right].span
        return Alignment(self._alike(pair), left, right, pair.similarity)

    def _alike(self, pair: Pair) -> Alike:
        if pair.left is None or pair.right is None:
            return Alike.ONLY_RIGHT if pair.left is None else Alike.ONLY_LEFT
        return alike(self.changes[pair.left, pair.right], moved=pair.moved)

    def differences(self, pairs: Sequence[Pair]) -> Iterator[Difference]:
        """Yield every difference of the bodies."""
        breaks = {pair.left: found for pair, found in self._breaks(pairs)}
        alone_left = _runs(self.left, {p.left for p in pairs if p.right is None})
        alone_right = _runs(self.right, {p.right for p in pairs if p.left is None})
        for pair in pairs:
            if pair.left is None:
                if span := alone_right.get(pair.right):
                    yield self._difference(Level.MEANING, None, span, ("sentence dropped",))
            elif pair.right is None:
                if span := alone_left.get(pair.left):
                    yield self._difference(Level.MEANING, span, None, ("sentence added",))
            else:
                yield from self._inside(pair.left, pair.right, moved=pair.moved)
                if pair.left in breaks:
                    yield breaks[pair.left]

    def _inside(self, i: int, j: int, *, moved: bool) -> Iterator[Difference]:
        left, right = self.left[i], self.right[j]
        if moved:
            yield self._difference(Level.WORDING, left.span, right.span, ("order",), kind=ChangeKind.MOVED)
        for region in self.changes[i, j]:
            a_span = spanned(left.tokens, region.a_start, region.a_end)
            b_span = spanned(right.tokens, region.b_start, region.b_end)
            yield self._difference(region.level, a_span, b_span, region.why)

    def _breaks(self, pairs: Sequence[Pair]) -> Iterator[tuple[Pair, Difference]]:
        """Yield the places where one version runs on and the other starts a paragraph, by second pair."""
        both = sorted(
            (pair.left, pair.right, pair)
            for pair in pairs
            if pair.left is not None and pair.right is not None and not pair.moved
        )
        for (i, j, _), (i_next, j_next, pair) in pairwise(both):
            a_breaks = self.left[i].sentence.paragraph != self.left[i_next].sentence.paragraph
            b_breaks = self.right[j].sentence.paragraph != self.right[j_next].sentence.paragraph
            adjacent = j_next == j + 1 if a_breaks else i_next == i + 1
            if a_breaks != b_breaks and adjacent:
                why = "paragraph divided" if a_breaks else "paragraphs joined"
                yield (
                    pair,
                    self._difference(
                        Level.TYPOGRAPHIC,
                        _around(self.left, i_next),
                        _around(self.right, j_next),
                        (why,),
                        kind=ChangeKind.MERGED,
                    ),
                )

    def _difference(
        self,
        level: Level,
        a_span: Span | None,
        b_span: Span | None,
        why: tuple[str, ...],
        *,
        kind: ChangeKind | None = None,
    ) -> Difference:
        return Difference(
            self.a.id,
            self.b.id,
            level,
            kind or kind_of(a_span, b_span),
            Place.BODY,
            a_span,
            b_span,
            a_span.of(self.a.text) if a_span else "",
            b_span.of(self.b.text) if b_span else "",
            why,
        )


def kind_of(a_span: Span | None, b_span: Span | None) -> ChangeKind:
    """Name what happened to the words, seen from b to a."""
    if a_span is None:
        return ChangeKind.DROPPED
    return ChangeKind.ADDED if b_span is None else ChangeKind.REPLACED


def alike(changes: Sequence[Region], *, moved: bool) -> Alike:
    """Tell what became of a sentence with these changes."""
    if moved:
        return Alike.MOVED
    levels = {region.level for region in changes}
    if not levels:
        return Alike.SAME
    return Alike.TYPOGRAPHIC if levels == {Level.TYPOGRAPHIC} else Alike.REWORDED


def spanned(tokens: Sequence[Token], start: int, end: int) -> Span | None:
    """Return the place of a run of tokens, None for an empty one."""
    return Span(tokens[start].start, tokens[end - 1].end) if start < end else None


def _runs(units: Sequence[Unit], alone: set[int | None]) -> dict[int | None, Span]:
    """Join sentences that stand alone and follow each other in one paragraph, by their first ordinal."""
    found: dict[int | None, Span] = {}
    first = 0
    for ordinal in sorted(one for one in alone if one is not None):
        joins = ordinal - 1 in alone and _same_paragraph(units, ordinal - 1, ordinal)
        first = first if joins else ordinal
        found[first] = Span(units[first].span.start, units[ordinal].span.end)
    return found


def _same_paragraph(units: Sequence[Unit], one: int, other: int) -> bool:
    return units[one].sentence.paragraph == units[other].sentence.paragraph


def _around(units: Sequence[Unit], ordinal: int) -> Span:
    """Return the break before a sentence with a word on either side."""
    before, after = units[ordinal - 1].tokens, units[ordinal].tokens
    last_word = next((token for token in reversed(before) if token.is_word), before[-1])
    return Span(last_word.start, after[0].end)
