"""What does one version of a text lack, and does what is left still stand?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from generator.checks.passages import Passages, marked_quotes, words_of
from generator.checks.rule import Pair, PairFinding, PairRule
from generator.model import Relation, Severity, Span
from generator.text import fold

_SHARED = 0.3
"""Share of a paragraph's runs of three words below which the other version lacks it."""
_RUN = 3
Run = tuple[str, ...]
"""Words that follow each other."""
_SHORT_PARAGRAPH = 8
"""Words up to which a paragraph is left alone: too few runs to tell."""
_KEPT = 0.5
"""Share of a version's words that the other must have too before what is missing means something."""
_REUSED = frozenset({Relation.COPY, Relation.ABRIDGED, Relation.PARTIAL, Relation.REWRITE})
_POINTER = re.compile(r"\b(?P<word>this|that|these|those|such) (?P<noun>[a-z]{4,})\b", re.IGNORECASE)
# After "this" and "that": words that are no noun, or a noun of time, which points at no sentence.
_NO_NOUN = re.compile(
    r"(?:\w+ly|although|though|while|since|however|until|unless|where|whether|both|each|every|week|weeks|month|months|year|years|morning|afternoon|evening|weekend|time|times|point|moment|summer|winter"
    r"|spring|autumn|fall|century|decade|season|date|article|story|report|page|website|site|kind|sort|type|country|nation"
    r"|would|will|could|should|have|been|were|they|there|their|from|when|with|what|which|because|came|comes|come|does|makes"
    r"|made|means|meant|took|takes|also|only|about|after|before|such|being|goes|gives|seems|must|might|it's|isn|doesn|and"
    r"|than|then|happened|happens|included|includes|former|same|very|year's|week's|month's|the|some|many|any|most|once"
    r"|works|worked|said|says|wasn|didn|shows|showed|needs|need|want|wants|wanted|allow|allows|allowed)$"
)
_POINTER_REACH = 60
"""Code points from a sentence's start in which a pointing word looks back to the sentence before."""


def _is_reuse(pair: Pair) -> bool:
    """Tell whether one text was made from the other, so that what is missing means something."""
    version = pair.version
    if version is None or version.relation not in _REUSED:
        return False
    return max(version.coverage_a, version.coverage_b) >= _KEPT


def _missing_paragraphs(whole: Passages, other: Passages) -> tuple[Span, ...]:
    """Return the paragraphs that have next to nothing in common with the other text.

    One that ends no sentence is a heading, an address or a line of the page, and is passed over.
    """
    missing = _without_runs(
        whole.text, _prose(whole.text, _spans(whole)), _run_set(other.text, _spans(other))
    )
    if not missing:
        return ()
    told = [_telling(each.span.of(other.text)) for each in other.article.paragraphs]
    return tuple(span for span in missing if not _is_told(_telling(span.of(whole.text)), told))


def _spans(passages: Passages) -> tuple[Span, ...]:
    return tuple(each.span for each in passages.article.paragraphs)


_TOLD = 0.5
"""Share of a paragraph's longer words, 0–1, from which another paragraph tells the same in other words."""
_LONG_WORD, _STEM = 4, 6


@lru_cache(maxsize=4096)
def _telling(paragraph: str) -> frozenset[str]:
    """Return the longer words of a paragraph, each by its first letters; asked again with each other version."""
    return frozenset([word[:_STEM] for word in _words(paragraph) if len(word) >= _LONG_WORD])


def _is_told(words: frozenset[str], told: list[frozenset[str]]) -> bool:
    least = _TOLD * len(words)
    return any(len(words & other) >= least for other in told)


_PROSE = re.compile(r"\w[^\w\s]*[.!?…][\s\"'”’»)\]]*$")
_ENDING = 40
"""Code points in which a sentence's last letter and the marks after it stand."""


@lru_cache(maxsize=256)
def _prose(text: str, paragraphs: tuple[Span, ...]) -> tuple[Span, ...]:
    """Return the paragraphs that end a sentence."""
    return tuple(
        span for span in paragraphs if _PROSE.search(text, max(span.start, span.end - _ENDING), span.end)
    )


@lru_cache(maxsize=16)
def _without_runs(text: str, paragraphs: tuple[Span, ...], runs: frozenset[Run]) -> tuple[Span, ...]:
    """Return the paragraphs whose runs are not among those of the other text; two rules ask it of the same pair."""
    missing = []
    for span in paragraphs:
        own = _runs_in(span.of(text))
        if len(own) > _SHORT_PARAGRAPH - _RUN + 1 and not _has_most(runs, own, _SHARED * len(own)):
            missing.append(span)
    return tuple(missing)


def _has_most(runs: frozenset[Run], own: Sequence[Run], least: float) -> bool:
    """Tell whether so many of some runs are among others; half of them tell it of most paragraphs."""
    half = len(own) // 2
    found = sum(map(runs.__contains__, own[:half]))
    return found >= least or found + sum(map(runs.__contains__, own[half:])) >= least


@lru_cache(maxsize=1024)
def _words(text: str) -> list[str]:
    """Return the words of a text, which are asked for again with each other version."""
    return words_of(text)


@lru_cache(maxsize=1024)
def _runs_in(text: str) -> list[Run]:
    """Return the runs of words of a text."""
    return _runs(_words(text))


@lru_cache(maxsize=32)
def _run_set(text: str, paragraphs: tuple[Span, ...]) -> frozenset[Run]:
    return frozenset(_runs(_all_words(text, paragraphs)))


@lru_cache(maxsize=32)
def _printed(text: str, paragraphs: tuple[Span, ...]) -> str:
    """Return the words of a text, a space around each."""
    return f" {' '.join(_all_words(text, paragraphs))} "


def _all_words(text: str, paragraphs: tuple[Span, ...]) -> list[str]:
    """Return the words of a text: those of its paragraphs, which are known, where these are all there is."""
    if sum(span.end - span.start + len("\n\n") for span in paragraphs) != len(text) + len("\n\n"):
        return words_of(text)
    return [word for span in paragraphs for word in _words(span.of(text))]


def _runs(words: list[str]) -> list[Run]:
    return list(zip(*(words[at:] for at in range(_RUN)), strict=False))


def _context_dropped(pair: Pair) -> Iterator[PairFinding]:
    if not _is_reuse(pair):
        return
    for whole, other, swapped in ((pair.a, pair.b, False), (pair.b, pair.a, True)):
        missing = _missing_paragraphs(whole, other)
        if missing and len(missing) < len(whole.article.paragraphs):
            count = f"{len(missing)} paragraphs are" if len(missing) > 1 else "A paragraph is"
            message = f"{count} not in the version of {other.article.value('outlet') or other.article.id}."
            yield PairFinding((), missing, message) if swapped else PairFinding(missing, (), message)


def _quotes_dropped(pair: Pair) -> Iterator[PairFinding]:
    if not _is_reuse(pair):
        return
    for whole, other, swapped in ((pair.a, pair.b, False), (pair.b, pair.a, True)):
        quotes = marked_quotes(whole)
        if not quotes:
            continue
        spans = _spans(other)
        printed, runs = _printed(other.text, spans), _run_set(other.text, spans)
        parts = tuple(
            part
            for quote in quotes
            for part in quote.parts
            if _is_missing(words_of(part.of(whole.text)), printed, runs)
        )
        if parts:
            count = f"{len(parts)} quotations are" if len(parts) > 1 else "A quotation is"
            message = f"{count} not in the version of {other.article.value('outlet') or other.article.id}."
            yield PairFinding((), parts, message) if swapped else PairFinding(parts, (), message)


def _is_missing(words: list[str], printed: str, runs: frozenset[tuple[str, ...]]) -> bool:
    own = _runs(words)
    if len(words) <= _SHORT_PARAGRAPH:
        return f" {' '.join(words)} " not in printed
    return sum(run in runs for run in own) < _SHARED * len(own)


def _dangling(pair: Pair) -> Iterator[PairFinding]:
    if not _is_reuse(pair):
        return
    for whole, other, swapped in ((pair.a, pair.b, False), (pair.b, pair.a, True)):
        missing = _missing_paragraphs(whole, other)
        spans = [paragraph.span for paragraph in whole.article.paragraphs]
        for dropped, following in pairwise(spans):
            if dropped not in missing or following in missing:
                continue
            found = _lost_pointer(whole, following, other)
            if found:
                places = (((dropped,), (found,)), ((found,), (dropped,)))[swapped]
                words = found.of(other.text)
                message = f"“{words}” looks back to a paragraph that this version does not have."
                yield PairFinding(*places, message)


def _lost_pointer(whole: Passages, following: Span, other: Passages) -> Span | None:
    """Return the pointing words of the sentence after a dropped paragraph, as the other version has them."""
    opening = whole.sentence_at(following.start)
    match = _POINTER.search(opening.of(whole.text)[:_POINTER_REACH])
    if not match or _NO_NOUN.match(match["noun"].lower()):
        return None
    at = fold(other.text).find(fold(opening.of(whole.text)[: match.end()]))
    if at < 0 or match["noun"].lower() in _words_before(other, at):
        return None
    return Span(at + match.start(), at + match.end())


def _words_before(passages: Passages, offset: int) -> set[str]:
    """Return the words of the two sentences before an offset."""
    before = [sentence for sentence in passages.sentences if sentence.end <= offset]
    return {word for sentence in before[-2:] for word in words_of(sentence.of(passages.text))}


_OPENING = "The talks began on a cold day in the old town of Vienna."
_NEXT = "the leader called them a plan of his enemies to gain more time for pressure."
_POINTING = "is easy for everyone, he said."

RULES = (
    PairRule(
        "context-dropped",
        "Paragraphs not in the other version",
        Severity.WARN,
        "A paragraph of more than eight words that has less than 30% of its runs of three words in the other "
        "version of the text.",
        (f"{_OPENING}\n\n**{_NEXT}**", _OPENING),
        _context_dropped,
    ),
    PairRule(
        "quotes-dropped",
        "Quotations not in the other version",
        Severity.WARN,
        "A quotation of one version that the other version of the text does not have.",
        (f"{_OPENING} “**We came late**,” he said.", _OPENING),
        _quotes_dropped,
    ),
    PairRule(
        "dangling-reference",
        "Looks back to nothing",
        Severity.WARN,
        "A sentence that points back with “this” or “such” to a paragraph which this version does not have.",
        (
            f"{_OPENING}\n\n**{_NEXT}**\n\nTo counter this trick {_POINTING}",
            f"{_OPENING}\n\nTo counter **this trick** {_POINTING}",
        ),
        _dangling,
    ),
)
