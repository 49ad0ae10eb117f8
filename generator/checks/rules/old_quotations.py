"""Were a quotation's words printed long before, while the article at hand does not say that they are old?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial

import numpy as np

from generator.checks.passages import Passages, is_marked_kind, passages_of, words_of
from generator.checks.rules.background import is_background
from generator.checks.rules.dates import MONTH, MONTHS
from generator.memory import Memory
from generator.model import (
    ArticleId,
    Evidence,
    Quote,
    ReadArticle,
    Severity,
    Signal,
    Span,
    Utterance,
)
from generator.stories.timing import Dates

CODE = "old-quote-as-new"
TITLE = "Printed long before"
TEXT = (
    "A quotation whose words another article printed at least a month earlier, while nothing near it here says "
    "that it is older. The speaker may have said it again; or an old statement reads as an answer to new events."
)
_LONG_BEFORE = 30
"""Days between two dates from which the words were printed long before."""
_TELLING = 7
"""Words from which nobody says the same by chance."""
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_MONTH = re.compile(rf"\b(?P<month>{MONTH})\b\.?(?! [A-Z])")
_TOLD_AS_OLD = re.compile(
    r"\b(?:ago|anniversar(?:y|ies)|last (?:year|month|week|spring|summer|fall|autumn|winter)|(?:that|the same|previous) (?:year|month)"
    r"|earlier (?:this|that|in|statement|remarks?|interview|speech|comments?)|previous(?:ly)?|at the time|back (?:in|when|then)|once (?:said"
    r"|told|wrote|called|described|declared|remarked|argued)|(?:in )?famous(?:ly)?|infamous(?:ly)?|memorabl[ye]|archiv\w+|old|older|past"
    r"|re-?surfac\w+|recall\w*|remember\w*|repeat\w*|reiterat\w*|again|in (?:his|her|their) (?:memoirs?|autobiography|book|inaugural"
    r"|inauguration|farewell)|has (?:long|often|always)|first (?:said|told|made|used)|origin(?:al|ally)|histor(?:y|ic|ical)|decades?"
    r"|then-|had \w+ed|former(?:ly)?|the late|motto|slogan|oath|proverb|anthem|psalm|constitution|amendment|article \d+|declaration)\b",
    re.IGNORECASE,
)


def old_quotations(
    reads: Mapping[ArticleId, ReadArticle], utterances: Iterable[Utterance], memory: Memory | None = None
) -> Iterator[Signal]:
    """Yield one signal for each two articles of which the later prints old words and does not say so.

    Only marked quotations of some length count, of one known speaker, in English articles, whose dates state
    the year. An earlier printing is the earliest that is dated.
    """
    memory = memory or Memory(keeps=False)
    quotes = {quote.id: quote for read in reads.values() for quote in read.quotes}
    found: dict[tuple[ArticleId, ArticleId], list[tuple[Quote, Quote]]] = {}
    looked: dict[ArticleId, Passages] = {}
    for utterance in utterances:
        if len(utterance.quotes) > 1:
            held = [quotes[id_] for id_ in utterance.quotes if id_ in quotes]
            facts = (utterance, *(reads[id_] for id_ in dict.fromkeys(one.article for one in held)))
            printed = partial(_printed_again, held, reads, looked)
            for old, new in memory.of("old quotations", utterance.quotes, facts, printed):
                found.setdefault((new.article, old.article), []).append((old, new))
    for pair, again in sorted(found.items()):
        yield _signal(reads, *pair, again)


def _printed_again(
    quotes: Sequence[Quote], reads: Mapping[ArticleId, ReadArticle], looked: dict[ArticleId, Passages]
) -> tuple[tuple[Quote, Quote], ...]:
    """Return the pairs of quotes of one utterance of which the later does not say that its words are old."""
    found = []
    for old, new in _long_apart([quote for quote in quotes if _is_telling(quote)], reads):
        if new.article not in looked:
            looked[new.article] = passages_of(reads[new.article])
        if not is_told_as_old(looked[new.article], new):
            found.append((old, new))
    return tuple(found)


def _is_telling(quote: Quote) -> bool:
    return is_marked_kind(quote) and len(words_of(quote.words)) >= _TELLING


def _long_apart(
    quotes: Iterable[Quote], reads: Mapping[ArticleId, ReadArticle]
) -> Iterator[tuple[Quote, Quote]]:
    """Yield the earliest printing of an utterance with each one that is dated long after it."""
    told = [one for one in quotes if _date(reads[one.article])]
    if len({one.article for one in told}) < 2:  # noqa: PLR2004
        return
    told.sort(key=lambda one: (_date(reads[one.article]), one.article, one.span))
    first, later = told[0], told[1:]
    dates = Dates([_date(reads[one.article]) for one in told])
    pairs = np.array([(0, place) for place in range(1, len(told))], dtype=np.int64)
    for days, one in zip(dates.days_apart(pairs).tolist(), later, strict=True):
        if days >= _LONG_BEFORE and _is_one_voice(first, one) and _prints(first, one):
            yield first, one


def _date(read: ReadArticle) -> str | None:
    """Return a date that states its year; none of one that lacks it."""
    published = read.article.value("published") or ""
    return published if published[:1].isdigit() else None


def _is_one_voice(old: Quote, new: Quote) -> bool:
    """Tell whether a known person says both: what nobody is named for may be a law, a song or a sign."""
    return old.speaker is not None and new.speaker is not None and old.speaker.id == new.speaker.id


def _prints(old: Quote, new: Quote) -> bool:
    """Tell whether the old words hold the new ones in a row: near words may be another occasion."""
    printed, again = (f" {' '.join(words_of(quote.words))} " for quote in (old, new))
    return again in printed


def is_told_as_old(passages: Passages, quote: Quote) -> bool:
    """Tell whether the article says, near a quotation, that its words are older; True also where that is not known.

    Any earlier year, other month, or word such as "ago", "once said" or "anniversary" in the paragraph of
    the quotation or in the one before is enough, or a tense that places it before the event.
    """
    article = passages.article
    if not (article.value("language") or "en").startswith("en") or is_background(passages, quote):
        return True
    near = _around(passages, quote)
    published = _date(passages.read) or ""
    own_words = _own(passages, near)
    if any(year[0] != published[:4] for year in _YEAR.finditer(own_words)):
        return True
    own_month = int(published[5:7] or 0)
    months = {MONTHS[name["month"].lower()] for name in _MONTH.finditer(own_words) if name[0][0].isupper()}
    return bool(months - {own_month}) or bool(_TOLD_AS_OLD.search(own_words))


def _around(passages: Passages, quote: Quote) -> tuple[Span, ...]:
    """Return the paragraphs of a quotation and the one before."""
    spans = [paragraph.span for paragraph in passages.article.paragraphs]
    held = [place for place, span in enumerate(spans) if any(span.overlaps(part) for part in quote.parts)]
    return tuple(spans[max(0, held[0] - 1) : held[-1] + 1]) if held else ()


def _own(passages: Passages, spans: Iterable[Span]) -> str:
    """Return the outlet's own words: what a speaker says of the past dates nothing."""
    kept = []
    for span in spans:
        at = span.start
        for marked in passages.marked:
            if span.overlaps(marked):
                kept.append(passages.text[at : marked.start])
                at = marked.end
        kept.append(passages.text[at : span.end])
    return " ".join(kept)


def _signal(
    reads: Mapping[ArticleId, ReadArticle],
    new: ArticleId,
    old: ArticleId,
    printed: Sequence[tuple[Quote, Quote]],
) -> Signal:
    sides = zip(*printed, strict=True)
    places = [
        Evidence(article, part)
        for article, quotes in zip((old, new), sides, strict=True)
        for part in sorted({part for quote in quotes for part in quote.parts})
    ]
    places.sort(key=lambda place: place.article == old)
    speaker = printed[0][1].speaker
    who = f"of {speaker.name} " if speaker else ""
    message = (
        f"These words {who}were printed on {_date(reads[old])}, and again on {_date(reads[new])} "
        "with nothing near them that says they are older."
    )
    return Signal(CODE, Severity.WARN, tuple(places), message)
