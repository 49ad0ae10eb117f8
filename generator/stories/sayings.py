"""What became of a quote between two versions: the same words, fewer, others, or another speaker?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from rapidfuzz.distance import Indel

from generator.model import ArticleId, Level, Quote, QuoteId, ReadArticle, Span, Utterance
from generator.stories.changes import Passage, level_of
from generator.stories.lexicons import ENGLISH, lexicon_of
from generator.stories.lexicons.lexicon import Lexicon
from generator.stories.regions import regions
from generator.stories.tokens import tokens_of


class QuoteChange(StrEnum):
    """How a quote's words answer to those of the version it is compared with."""

    IDENTICAL = "identical"
    TYPOGRAPHIC = "typographic"
    TRUNCATED = "truncated"
    """One of the two prints a part of the other's words and changes none of them."""
    REWORDED = "reworded"
    MEANING = "meaning changed"
    DROPPED = "dropped"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class QuotePair:
    """A quote of version a and the same utterance in version b; one side may be absent."""

    a: Quote | None
    b: Quote | None
    change: QuoteChange
    """Seen from b to a: `dropped` stands in b alone."""
    attribution_changed: bool = False
    """True where both name a speaker, and not the same one."""
    polarity_changed: bool = False
    """True where one denies or doubts what the other affirms."""
    why: tuple[str, ...] = ()
    """Names of the meaning rules that found the change."""


@dataclass(frozen=True, slots=True)
class QuoteRow:
    """One utterance over all versions of a story."""

    utterance: Utterance
    base: int
    """Ordinal of the version that the others are compared with: the first one that prints it."""
    cells: tuple[QuotePair | None, ...]
    """By version: its quote as `a`, the base's as `b`; None where the version lacks the utterance."""


def quote_matrix(reads: Sequence[ReadArticle], said: Iterable[Utterance]) -> tuple[QuoteRow, ...]:
    """Return the utterances of some versions, each over all of them, in the order of the text.

    An utterance stands where its first printing version has it, after those of earlier versions.
    """
    place = {read.article.id: ordinal for ordinal, read in enumerate(reads)}
    quotes = {quote.id: quote for read in reads for quote in read.quotes}
    lexicon = lexicon_of(reads[0].article.value("language") if reads else None)
    rows = [row for one in said if (row := _row(one, quotes, place, lexicon))]
    return tuple(sorted(rows, key=_reading_order))


def _row(
    one: Utterance, quotes: dict[QuoteId, Quote], place: dict[ArticleId, int], lexicon: Lexicon
) -> QuoteRow | None:
    """Return an utterance's row; where a version prints it twice, its first printing stands for it."""
    found: dict[int, Quote] = {}
    for quote in sorted((quotes[key] for key in one.quotes if key in quotes), key=_place_in_text):
        found.setdefault(place[quote.article], quote)
    if not found:
        return None
    base = min(found)
    cells = tuple(compared(found[i], found[base], lexicon) if i in found else None for i in range(len(place)))
    return QuoteRow(one, base, cells)


def _place_in_text(quote: Quote) -> tuple[int, int]:
    return quote.span.start, quote.span.end


def _reading_order(row: QuoteRow) -> tuple[int, int]:
    cell = row.cells[row.base]
    return row.base, cell.a.span.start if cell and cell.a else 0


def compare_quotes(a: ReadArticle, b: ReadArticle, said: Iterable[Utterance]) -> Iterator[QuotePair]:
    """Yield every utterance of two versions as a pair, in the order of `quote_matrix`."""
    lexicon = lexicon_of(a.article.value("language"))
    for row in quote_matrix((a, b), said):
        left, right = row.cells
        if left and right:
            yield compared(left.a, right.a, lexicon) if left.a and right.a else left
        elif left:
            yield QuotePair(left.a, None, QuoteChange.ADDED)
        elif right:
            yield QuotePair(None, right.a, QuoteChange.DROPPED)


def compared(a: Quote, b: Quote, lexicon: Lexicon = ENGLISH) -> QuotePair:
    """Compare two quotes of one utterance."""
    same = a.words == b.words
    change, why = (QuoteChange.IDENTICAL, ()) if same else _words(a.words, b.words, lexicon)
    return QuotePair(
        a,
        b,
        change,
        attribution_changed=bool(a.speaker and b.speaker and a.speaker.id != b.speaker.id),
        polarity_changed=a.polarity is not b.polarity,
        why=why,
    )


@lru_cache(maxsize=16384)
def _words(a: str, b: str, lexicon: Lexicon) -> tuple[QuoteChange, tuple[str, ...]]:
    """Compare two wordings; what many articles quote in two wordings is asked for each two of them."""
    left, right = (tokens_of(words, Span(0, len(words) or 1)) for words in (a, b))
    styles = [[token.styled for token in side if token.styled] for side in (left, right)]
    if styles[0] == styles[1]:
        return QuoteChange.TYPOGRAPHIC, ()
    if _inside(*sorted(styles, key=len)):
        cut = level_of(Passage(left, lexicon=lexicon), Passage(right, lexicon=lexicon))
        lost = cut[1] if cut[0] is Level.MEANING and _inner(*sorted(styles, key=len)) else ()
        return (QuoteChange.MEANING, lost) if lost else (QuoteChange.TRUNCATED, ())
    found = regions(left, right, lexicon=lexicon)
    why = tuple(sorted({name for region in found for name in region.why}))
    meaning = any(region.level is Level.MEANING for region in found)
    return (QuoteChange.MEANING if meaning else QuoteChange.REWORDED), why


def _inside(short: Sequence[str], long: Sequence[str]) -> bool:
    """Tell whether the shorter words stand in the longer ones in order, with nothing of their own."""
    return Indel.distance(short, long) == len(long) - len(short)


def _inner(short: Sequence[str], long: Sequence[str]) -> bool:
    """Tell whether words are missing in the middle, where a "not" can be lost, not at the ends alone."""
    width = len(short)
    return not any(list(long[at : at + width]) == list(short) for at in range(len(long) - width + 1))
