"""Who says what in one article?"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from generator.model import Article, Polarity, Quote, QuoteId, QuoteKind, Span, Speaker
from generator.quotes.clauses import clauses
from generator.quotes.confidence import confidence_of
from generator.quotes.contexts import Attribution
from generator.quotes.indirect import Report, reported
from generator.quotes.languages import language_named
from generator.quotes.marks import Marked, marked_spans
from generator.quotes.mentions import Resolver
from generator.quotes.people import Cast, Person, speaker_of
from generator.quotes.polarity import polarity_at, polarity_of
from generator.quotes.reading import Reading, read
from generator.quotes.relays import relay_of
from generator.quotes.rule_texts import NO_LANGUAGE
from generator.quotes.scare import is_quotation, quotes_in_single_marks
from generator.quotes.speakers import attributions
from generator.quotes.world_clauses import clauses_of
from generator.quotes.world_marks import world_marked
from generator.quotes.world_mentions import WorldResolver
from generator.quotes.world_people import WorldCast
from generator.quotes.world_relays import relay_at, relays_in, without_relays
from generator.quotes.world_reports import reported_abroad
from generator.quotes.world_speakers import attributions_of, with_dropped
from generator.text import quote_key

_NEAR = 4
"""Denials before a token that may still hold it."""
_ELSEWHERE = frozenset(("continued", "earlier", "paragraph before", "sentence before"))
"""Rules whose cue belongs to other words, and whose polarity too."""


def quotes_of(article: Article) -> tuple[Quote, ...]:
    """Return the article's quotes in text order; an indirect quote may hold partial ones."""
    language = language_named(article.value("language"))
    marked = marked_spans(article.text)
    if language is None:
        return _numbered(
            article, [_unattributed(quote, article.text) for quote in marked if not quote.single]
        )
    if language.code == "en":
        reading = read(article.text, marked, language)
        found = clauses(reading)
        reports = _kept(reported(reading, found))
        resolver: Resolver | WorldResolver = Resolver(Cast(reading))
        answers = attributions(reading, found)
    else:
        reading = read(article.text, world_marked(article.text, marked, language), language)
        relays = relays_in(reading)
        found = without_relays(reading, with_dropped(reading, clauses_of(reading)), relays)
        answers = attributions_of(reading, found)
        subjects = (clause.subject for clause in found)
        cast = WorldCast(reading, [*subjects, *(answer.subject for answer in answers.values() if answer)])
        if not language.capitals:
            found = cast.bounded(found)
            answers = attributions_of(reading, found)
        reports = _kept(reported_abroad(reading, found))
        resolver = WorldResolver(cast)
    marked_drafts, doubled = _by_marks(_joined(article.text, _marked_drafts(reading, answers, reports)))
    drafts = [*marked_drafts, *_with_doubled(reading, reports, doubled)]
    drafts.sort(key=lambda draft: (draft.parts[0].start, -draft.parts[-1].end))
    return _numbered(article, _with_relays(reading, _with_speakers(reading, resolver, drafts)))


class _Draft(NamedTuple):
    """A quote before its speaker is known."""

    parts: tuple[Span, ...]
    words: str
    kind: QuoteKind
    polarity: Polarity
    mention: tuple[int, int] | None
    """Tokens."""
    cue: Span | None
    rule: str
    speaker: Speaker | None = None
    mention_span: Span | None = None
    via: Span | None = None
    doubled: bool = False
    """True for words between doubled apostrophes."""
    continues: bool = False
    """True where no mark closes the words and the next paragraph opens with one of its own."""


def _unattributed(quote: Marked, text: str) -> _Draft:
    words = quote.inner.of(text)
    kind = QuoteKind.DIRECT if words[:1].isupper() else QuoteKind.PARTIAL
    return _Draft((quote.inner,), words, kind, Polarity.AFFIRMED, None, None, NO_LANGUAGE)


def _kept(reports: tuple[Report, ...]) -> tuple[Report, ...]:
    """Leave out what is said inside words that somebody denies or leaves open: nobody stands by it.

    Of reports with one and the same content the first stands: what follows its verb names the place of
    the saying ("in a Facebook post") or a doing beside it, and is no second speaker.
    """
    denied = [report for report in reports if polarity_of(report.clause) is not Polarity.AFFIRMED]
    firsts = [report.parts[0][0] for report in denied]
    first_of: dict[tuple[tuple[int, int], ...], int] = {}
    for report in reports:
        first_of[report.parts] = min(report.clause.first, first_of.get(report.parts, report.clause.first))
    return tuple(
        report
        for report in reports
        if report.clause.first == first_of[report.parts]
        and not _speaks_of_itself(report)
        and _around(report.clause.first, denied, firsts) is None
    )


def _speaks_of_itself(report: Report) -> bool:
    """Tell whether a subject stands in its own reported words: the clause was read wrong, and nobody said it."""
    subject = report.clause.subject
    return subject is not None and any(
        first < subject[1] and subject[0] < last for first, last in report.parts
    )


def _around(token: int, denied: Sequence[Report], firsts: Sequence[int]) -> Report | None:
    """Return the denied report whose content holds the token, told by the contents' first tokens."""
    near = denied[max(0, bisect_right(firsts, token) - _NEAR) : bisect_right(firsts, token)]
    return next((report for report in near if token < report.parts[-1][1]), None)


def _marked_drafts(
    reading: Reading, answers: Mapping[int, Attribution | None], reports: tuple[Report, ...]
) -> Iterator[_Draft]:
    denied = [report for report in reports if polarity_of(report.clause) is not Polarity.AFFIRMED]
    firsts = [report.parts[0][0] for report in denied]
    chain: list[tuple[int, Marked, Attribution | None]] = []
    house_style = quotes_in_single_marks(reading, answers)
    for token, quote in reading.quotes.items():
        answer = answers[token]
        judged = replace(quote, single=False) if house_style else quote
        if is_quotation(reading, token, judged, answer):
            chain.append((token, quote, answer))
    for token, quote, answer in chain:
        words = quote.inner.of(reading.text)
        kind = _kind(reading, token, words)
        here = answer is not None and answer.rule not in _ELSEWHERE
        polarity = polarity_at(reading, answer.clause if answer and here else None, token, kind)
        report = _around(token, denied, firsts)
        if report and (answer is None or answer.subject == report.clause.subject):
            polarity = polarity_of(report.clause)
        yield _Draft(
            (quote.inner,),
            words,
            kind,
            polarity,
            answer.subject if answer else None,
            reading.span(answer.clause.first, answer.clause.last) if answer and answer.clause else None,
            answer.rule if answer else "",
            doubled=quote.doubled,
            continues=quote.continues,
        )


def _joined(text: str, drafts: Iterable[_Draft]) -> Iterator[_Draft]:
    """Join what is said over several paragraphs, each of which opens with a mark and only the last one closes."""
    group: list[_Draft] = []
    for draft in drafts:
        between = text[group[-1].parts[-1].end : draft.parts[0].start] if group else ""
        if group and not (group[-1].continues and not any(map(str.isalnum, between))):
            yield _one_of(group)
            group = []
        group.append(draft)
    if group:
        yield _one_of(group)


def _one_of(group: Sequence[_Draft]) -> _Draft:
    """Return one quote of several paragraphs; who is named beside any of them says them all."""
    chosen = next((draft for draft in group if draft.mention and draft.rule not in _ELSEWHERE), group[0])
    parts = tuple(part for draft in group for part in draft.parts)
    words = " … ".join(draft.words for draft in group)
    kind = group[0].kind if len(group) == 1 else QuoteKind.DIRECT
    return chosen._replace(parts=parts, words=words, kind=kind)


def _by_marks(drafts: Iterable[_Draft]) -> tuple[list[_Draft], list[_Draft]]:
    """Part the drafts between full marks from those between doubled apostrophes."""
    parted: tuple[list[_Draft], list[_Draft]] = ([], [])
    for draft in drafts:
        parted[draft.doubled].append(draft)
    return parted


def _with_doubled(reading: Reading, reports: tuple[Report, ...], doubled: list[_Draft]) -> list[_Draft]:
    """Return the reported words, those between doubled apostrophes among them.

    A database that turned “ and ” into '' lost which of them opens, and what else it changed nobody
    knows: the words count as reported, not as verbatim. What one cue introduces is one report.
    """
    drafts = list(_reported_drafts(reading, reports))
    places = {draft.cue: place for place, draft in enumerate(drafts)}
    covered = sorted((part for draft in drafts for part in draft.parts), key=lambda span: span.start)
    starts = [part.start for part in covered]
    for draft in doubled:
        start, end = draft.parts[0].start, draft.parts[-1].end
        before = bisect_right(starts, start) - 1
        if any(end <= other.end + 2 for other in covered[max(0, before - _NEAR) : before + 1]):
            continue
        place = places.get(draft.cue) if draft.cue else None
        if place is None:
            places[draft.cue] = len(drafts)
            drafts.append(draft._replace(kind=QuoteKind.INDIRECT))
        elif "\n" not in reading.text[drafts[place].parts[0].start : start]:
            parts = tuple(sorted({*drafts[place].parts, *draft.parts}, key=lambda span: span.start))
            words = " … ".join(one.of(reading.text) for one in parts)
            drafts[place] = drafts[place]._replace(parts=parts, words=words)
        else:
            drafts.append(draft._replace(kind=QuoteKind.INDIRECT))
    return drafts


def _kind(reading: Reading, token: int, words: str) -> QuoteKind:
    """Tell whole sentences from bits that stand inside the reporter's own."""
    begin, _ = reading.sentence(token)
    opens = token == begin or reading.tags[token - 1] in ",:.\n-"
    whole = words.lstrip("[(…. ")[:1].isupper() and (opens or reading.tags[token] in "FM")
    return QuoteKind.DIRECT if whole or (opens and " " in words) else QuoteKind.PARTIAL


def _reported_drafts(reading: Reading, reports: tuple[Report, ...]) -> Iterator[_Draft]:
    for report in reports:
        parts = tuple(reading.span(*part) for part in report.parts)
        words = " … ".join(part.of(reading.text) for part in parts)
        clause = report.clause
        yield _Draft(
            parts,
            words,
            QuoteKind.INDIRECT,
            polarity_of(clause),
            clause.subject,
            reading.span(clause.first, clause.last),
            f"reported, {clause.side}",
        )


def _with_speakers(
    reading: Reading, resolver: Resolver | WorldResolver, drafts: list[_Draft]
) -> list[_Draft]:
    """Resolve mentions in the order in which they stand in the text."""
    people: dict[tuple[int, int], Person | None] = {}
    for mention in sorted({draft.mention for draft in drafts if draft.mention}):
        people[mention] = resolver.person_of(*mention)
    if isinstance(resolver, Resolver):
        for mention in sorted(people):
            if people[mention] is None and any(tag in "rR" for tag in reading.tags[slice(*mention)]):
                people[mention] = resolver.lead(*mention)
    result = []
    for draft in drafts:
        if draft.mention is None:
            result.append(draft)
            continue
        person = people[draft.mention]
        speaker = speaker_of(person) if person else None
        result.append(draft._replace(speaker=speaker, mention_span=_mention(reading, *draft.mention)))
    return result


def _with_relays(reading: Reading, drafts: list[_Draft]) -> list[_Draft]:
    """Note the outlet that relayed the words, where one is named beside them."""
    if reading.language.code == "en":
        return [
            draft._replace(via=relay_of(reading, draft.parts[-1].start, draft.mention_span))
            for draft in drafts
        ]
    relays = relays_in(reading)
    found = [relay_at(reading, relays, draft.parts[-1].start, draft.mention_span) for draft in drafts]
    return [
        draft._replace(via=via, mention_span=mention)
        for draft, (via, mention) in zip(drafts, found, strict=True)
    ]


def _mention(reading: Reading, first: int, last: int) -> Span:
    """Return where a mention stands, without the hyphens of a pronoun hung on its verb: "a-t-il"."""
    span = reading.span(first, last)
    words = span.of(reading.text)
    return Span(span.end - len(words.rpartition("-")[2]), span.end) if words.startswith("-") else span


def _numbered(article: Article, drafts: list[_Draft]) -> tuple[Quote, ...]:
    """Give each quote its key and ordinal."""
    seen: Counter[str] = Counter()
    quotes = []
    for draft in drafts:
        key = quote_key(draft.words)
        seen[key] += 1
        quotes.append(
            Quote(
                id=QuoteId(f"{article.id}-{key}-{seen[key]}"),
                article=article.id,
                key=key,
                kind=draft.kind,
                parts=draft.parts,
                words=draft.words,
                polarity=draft.polarity,
                cue=draft.cue,
                mention=draft.mention_span,
                via=draft.via,
                speaker=draft.speaker,
                rule=draft.rule,
                confidence=confidence_of(draft.kind, draft.rule, named=draft.speaker is not None),
            )
        )
    return tuple(quotes)
