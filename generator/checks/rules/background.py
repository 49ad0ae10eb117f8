"""Which words are older than the event, and is the reader told so?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.passages import Hints, Passages
from generator.checks.rule import Finding, Rule
from generator.checks.rules.dates import MONTH, MONTHS
from generator.model import Quote, Severity, Span

_CUE = (
    r"(?:said|stated|stressed|told|announced|declared|warned|added|noted|claimed|argued|insisted|promised|vowed|denied"
    r"|rejected|dismissed|acknowledged|admitted|suggested|called|described|pledged|reiterated|emphasi[sz]ed|ruled out"
    r"|ridiculed|predicted|tweeted|written|wrote|asked|urged|accused|expressed)"
)
# "had also recently said": told before the event that the article is about.
_MONTH_DAY = re.compile(r"-(?P<month>\d\d)-(?P<day>\d\d)$")
_DAYS_A_MONTH = 31
_SAME_EVENT = 2
"""Days between what was said and its report."""
_PAST_PERFECT = re.compile(
    rf"\bhad (?:(?:also|already|earlier|previously|recently|repeatedly|once|initially) )*{_CUE}\b"
)
# A dated lead-in at the head of a sentence: "On May 29, Leader …", "Earlier in April, …", "In 2016, …".
_DATED_OPENING = re.compile(
    rf"(?:[Oo]n (?P<day>(?:{MONTH})\.? \d{{1,2}})|(?:Earlier |Back |Late |Early )?[Ii]n (?:early |late |mid-)?"
    rf"(?P<month>{MONTH})\b|(?:Back )?[Ii]n (?P<year>(?:19|20)\d\d))\b",
    re.IGNORECASE,
)
_DATED_CUE = re.compile(
    rf"\b{_CUE} (?:\w+ ){{0,3}}?(?:back )?in (?:(?:{MONTH}) )?(?P<year>(?:19|20)\d\d)\b", re.IGNORECASE
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_OWN_REFERENCE = re.compile(
    rf"\bas (?:I|we)(?:['’]ve| have)? (?:already|previously|earlier) {_CUE}|\bas (?:I|we)(?:['’]ve| have)? {_CUE} (?:already|before|earlier|previously)\b",
    re.IGNORECASE,
)
_OWN_HINTS = Hints.of("as i ", "as we ", "as i'", "as i’", "as we'", "as we’")
_PERFECT = re.compile(
    rf"\b(?:have|has) (?:(?:also|already|repeatedly|previously|long|always|often|consistently|time and again) )*{_CUE}\b"
)


def is_background(passages: Passages, quote: Quote) -> bool:
    """Tell whether the sentence that reports a quote places it before the event."""
    sentence = passages.sentence_at(quote.cue.start if quote.cue else quote.span.start)
    text = passages.text
    reports = " ".join((sentence.of(text), quote.cue.of(text) if quote.cue else ""))
    if _DATED_OPENING.match(reports) or _dated_cue(reports) or _past_perfect(reports):
        return True
    return ("have " in reports or "has " in reports) and bool(_PERFECT.search(reports))


def _dated_cue(words: str) -> re.Match[str] | None:
    return _DATED_CUE.search(words) if _YEAR.search(words) else None


def _past_perfect(words: str) -> re.Match[str] | None:
    return _PAST_PERFECT.search(words) if "had " in words else None


def _older_statements(passages: Passages) -> Iterator[Finding]:
    spans = {*_reported_spans(passages), *_own_references(passages)}
    if spans:
        yield Finding(tuple(sorted(spans)), "Statements older than the event are reported as its background.")


def _own_references(passages: Passages) -> Iterator[Span]:
    for match in passages.matches(_OWN_REFERENCE, _OWN_HINTS):
        yield Span(*match.span())


def _reported_spans(passages: Passages) -> Iterator[Span]:
    """Yield the words that place a report before the event, one for each sentence."""
    published = passages.article.value("published") or ""
    places = (
        quote.cue or quote.mention for quote in passages.read.quotes if not _is_counted(passages, quote)
    )
    reports = {passages.sentence_at(place.start) for place in places if place}
    for sentence in sorted(reports):
        words = sentence.of(passages.text)
        opening = _DATED_OPENING.match(words)
        older = opening if opening and _is_older(opening, published) else None
        found = older or _dated_cue(words) or _past_perfect(words)
        if not found:
            continue
        span = Span(sentence.start + found.start(), sentence.start + found.end())
        if not passages.is_marked(span) and not _inside_quote(passages, span):
            yield span


def _is_counted(passages: Passages, quote: Quote) -> bool:
    """Tell whether it is a share of people who "report" something: a figure, and no statement."""
    return bool(quote.mention and _SHARE.search(quote.mention.of(passages.text)))


_SHARE = re.compile(
    r"\d ?(?:%|percent|per cent)|\b(?:percent|per cent|in (?:three|four|five|ten|\d+)|half|majority) of\b|^\d"
)


def _inside_quote(passages: Passages, span: Span) -> bool:
    return any(part.holds(span) for quote in passages.read.quotes for part in quote.parts)


def _is_older(opening: re.Match[str], published: str) -> bool:
    """Tell whether a dated opening lies before the article's own date, by two days or a month."""
    if opening["year"]:
        return not published[:4].isdigit() or opening["year"] < published[:4]
    own = _MONTH_DAY.search(published)
    if not own:
        return False
    if opening["month"]:
        return MONTHS[opening["month"].lower()] != int(own["month"])
    name, day = opening["day"].replace(".", "").split()
    # The year is the article's own: what counts is that the day is another one, and not the day before.
    distance = (int(own["month"]) - MONTHS[name.lower()]) * _DAYS_A_MONTH + int(own["day"]) - int(day)
    return abs(distance) > _SAME_EVENT


RULES = (
    Rule(
        "reused-old-statement",
        "Older statement",
        Severity.INFO,
        "A statement that is older than the event and stands in its report. Honest background when its date "
        "is told; misleading when it reads as an answer to the event.",
        "“They bring loss,” Khamenei **said in 2016**.",
        _older_statements,
    ),
)
