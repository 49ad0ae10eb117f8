"""What every rule asks of an article: its sentences, and which of its words are in quotation marks."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate
from typing import Self

from generator.model import Article, Quote, QuoteKind, ReadArticle, Span

# A full stop after one of these ends no sentence: titles, months, a.m., U.S., initials.
_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Sgt|Capt|Adm|Gov|Sen|Rep|St|Jr|Sr|No|vs|approx|Rev|Hon|Pres"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun)|\b[A-Z](?:\.[A-Z])*)\.$"
)
_SENTENCE_END = re.compile(r"(?:[.!?]|…)[\"”’'»)\]]*(?=\s+[\"“‘'«(\[]?[^\W_a-z])")
_WHITE = re.compile(r"\s*")
_WORD = re.compile(r"\w+(?:['’]\w+)*")
_FIRST_LETTERS = 4
_OPENING = re.compile(rf"\b\w{{1,{_FIRST_LETTERS}}}")
_WHOLE_OPENING = re.compile(rf"\W*(\w{{{_FIRST_LETTERS}}}|\w+(?=\W))")


@dataclass(frozen=True, slots=True)
class Hints:
    """Strings of which every match of a pattern holds one.

    To look for them takes a tenth of the time that a pattern of many words takes, and most texts hold none.
    """

    texts: tuple[tuple[str, str], ...]
    """The first letters of a word that each opens with, or nothing, and the string; in lower case."""

    @classmethod
    def of(cls, *texts: str, inside_words: bool = False) -> Self:
        """Take strings; `inside_words` says that one may stand in the middle of a word."""
        return cls(tuple((_opening_of(text, inside_words=inside_words), text) for text in texts))


def _opening_of(hint: str, *, inside_words: bool) -> str:
    found = None if inside_words and hint[0].isalnum() else _WHOLE_OPENING.match(hint)
    return found[1] if found else ""


@dataclass(frozen=True, slots=True)
class Passages:
    """An article as the rules look at it, computed once for all of them."""

    read: ReadArticle
    sentences: tuple[Span, ...]
    marked: tuple[Span, ...]
    """The parts of quotes in quotation marks, in text order."""
    latest: tuple[int, ...]
    """The latest end of each of them and those before it."""
    folded: str
    """The text without case, to ask quickly whether it holds any of some words at all."""
    openings: frozenset[str]
    """The first letters of each word of that, and nothing."""

    @property
    def article(self) -> Article:
        """Return the article."""
        return self.read.article

    @property
    def text(self) -> str:
        """Return the article's text."""
        return self.read.article.text

    def sentence_at(self, offset: int) -> Span:
        """Return the sentence that holds the offset, or the one before it."""
        at = bisect_right(self.sentences, offset, key=lambda span: span.start)
        return self.sentences[max(at - 1, 0)]

    def is_marked(self, span: Span) -> bool:
        """Tell whether any of the words stand in quotation marks."""
        before = bisect_left(self.marked, span.end, key=lambda part: part.start)
        return before > 0 and self.latest[before - 1] > span.start

    def held(self, hints: Hints) -> list[str]:
        """Return those of the strings that stand anywhere in the text."""
        openings, folded = self.openings, self.folded
        return [hint for opening, hint in hints.texts if opening in openings and hint in folded]

    def matches(self, pattern: re.Pattern[str], hints: Hints) -> Iterator[re.Match[str]]:
        """Yield the matches of a pattern, in the lines that hold one of the hints.

        Args:
            pattern: matches no line's end, and looks at nothing beyond it.
            hints: each match holds one of them.
        """
        found = self.held(hints)
        for start, end in self._lines_with(found) if found else ():
            yield from pattern.finditer(self.text, start, end)

    def _lines_with(self, hints: Iterable[str]) -> list[tuple[int, int]]:
        """Return where the lines start and end that hold any of some strings."""
        folded, size = self.folded, len(self.folded)
        if size != len(self.text):  # without case it has other offsets
            return [(0, len(self.text))]
        lines = set()
        for hint in hints:
            at = folded.find(hint)
            while at >= 0:
                end = folded.find("\n", at)
                end = size if end < 0 else end
                lines.add((folded.rfind("\n", 0, at) + 1, end))
                at = folded.find(hint, end)
        return sorted(lines)

    def in_own_words(self, pattern: re.Pattern[str], hints: Hints) -> Iterator[Span]:
        """Yield the matches in the outlet's own words: those outside quotation marks.

        Args:
            pattern: what is looked for; it stays in a line.
            hints: each match holds one of them.
        """
        for match in self.matches(pattern, hints):
            span = Span(*match.span())
            if not self.is_marked(span):
                yield span


def passages_of(read: ReadArticle) -> Passages:
    """Return an article as the rules look at it."""
    marked = [part for quote in read.quotes if is_marked_kind(quote) for part in quote.parts]
    text = read.article.text
    in_order = tuple(sorted(marked))
    latest = tuple(accumulate((part.end for part in in_order), max))
    folded = text.casefold()
    openings = frozenset(("", *_OPENING.findall(folded)))
    return Passages(read, tuple(sentence_spans(text)), in_order, latest, folded, openings)


def is_marked_kind(quote: Quote) -> bool:
    """Tell whether a quote stands in quotation marks."""
    return quote.kind is not QuoteKind.INDIRECT


def marked_quotes(passages: Passages) -> list[Quote]:
    """Return the quotes in quotation marks."""
    return [quote for quote in passages.read.quotes if is_marked_kind(quote)]


def sentence_spans(text: str) -> Iterator[Span]:
    """Yield the sentences of a text in order; none crosses a line."""
    for line in re.finditer(r"[^\n]*\S[^\n]*", text):
        start = line.start()
        for end in _SENTENCE_END.finditer(text, line.start(), line.end()):
            if _ABBREVIATION.search(text, max(start, end.start() - 12), end.start() + 1):
                continue
            yield Span(start, end.end())
            blank = _WHITE.match(text, end.end())
            start = blank.end() if blank else end.end()
        if start < line.end():
            yield Span(start, line.end())


def words_of(text: str) -> list[str]:
    """Return the words of a text in lower case, apostrophes straight."""
    found = _WORD.findall(text)
    # one call for all of them: three times as quick as one for each
    return "\n".join(found).lower().replace("’", "'").split("\n") if found else []
