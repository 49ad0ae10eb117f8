"""Let people's corrections win: pure functions from facts to facts, the same however often they run."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Sequence

from generator.checks.anchors import anchor
from generator.checks.fixes import FIELDS, Fix
from generator.model import (
    Article,
    Field,
    FieldStatus,
    Notice,
    Polarity,
    Quote,
    QuoteId,
    QuoteKind,
    ReadArticle,
    Span,
    Speaker,
    SpeakerId,
    Story,
    StoryId,
    Where,
)
from generator.text import match_key, quote_key, slug

BY_A_PERSON = "reviewer"
"""Name of the rule of a quote that a person corrected."""
WITHDRAWN = "withdrawn"
"""Code of the notice that stands in place of an article's text."""
REPLY = "reply"
"""Code of the notice that carries a right of reply."""


def apply_fixes(reads: Iterable[ReadArticle], fixes: Iterable[Fix]) -> tuple[ReadArticle, ...]:
    """Return the articles with people's corrections; those made for other bytes are left out."""
    articles = tuple(reads)
    by_article: dict[str, list[Fix]] = {}
    for fix in fixes:
        if fix.article:
            by_article.setdefault(fix.article, []).append(fix)
    known = _known_speakers(articles) if by_article else {}
    return tuple(
        _corrected(read, by_article[read.article.id], known) if read.article.id in by_article else read
        for read in articles
    )


def is_stale(fix: Fix, article: Article) -> bool:
    """Tell whether an article's bytes are no longer those that a fix was made for."""
    return fix.sha256 is not None and fix.sha256.lower() != article.sha256


def _known_speakers(reads: Iterable[ReadArticle]) -> dict[str, Speaker]:
    """Return the speakers by each form of their names that only one of them has."""
    forms: dict[str, set[Speaker]] = {}
    for speaker in (quote.speaker for read in reads for quote in read.quotes if quote.speaker):
        for form in (speaker.name, *speaker.aliases):
            forms.setdefault(match_key(form), set()).add(speaker)
    return {form: next(iter(found)) for form, found in forms.items() if len(found) == 1}


def _corrected(read: ReadArticle, fixes: Sequence[Fix], known: dict[str, Speaker]) -> ReadArticle:
    for fix in fixes:
        if fix.withdraw:
            return _withdrawn(read.article, fix)
        if is_stale(fix, read.article):
            continue
        if fix.reply:
            read = dataclasses.replace(read, article=_answered(read.article, fix.reply))
        elif fix.quote:
            read = dataclasses.replace(read, quotes=_with_quote(read, fix, known))
        else:
            read = dataclasses.replace(read, article=_with_fields(read.article, fix))
    return read


def _withdrawn(article: Article, fix: Fix) -> ReadArticle:
    """Keep an article's address and the reason, and nothing of its text."""
    notice = Notice(WITHDRAWN, None, fix.why)
    return ReadArticle(
        Article(article.id, article.path, article.sha256, "", "", (), notices=(notice,), line=article.line)
    )


def _answered(article: Article, reply: str) -> Article:
    notice = Notice(REPLY, None, reply)
    return (
        article
        if notice in article.notices
        else dataclasses.replace(article, notices=(*article.notices, notice))
    )


def _with_fields(article: Article, fix: Fix) -> Article:
    set_now = {
        name: Field(name, FieldStatus.REVIEWER, value, source=f"{fix.by}, {fix.on}: {fix.why}")
        for name, value in fix.changes
        if name in FIELDS
    }
    kept = tuple(fact for fact in article.fields if fact.name not in set_now)
    return dataclasses.replace(article, fields=(*kept, *set_now.values()))


def _with_quote(read: ReadArticle, fix: Fix, known: dict[str, Speaker]) -> tuple[Quote, ...]:
    """Return an article's quotes with one of them corrected, dropped or added."""
    target = next((quote for quote in read.quotes if _is_meant(quote, fix)), None)
    if target is None:
        target = _added(read, fix) if fix.says("add") else None
        if target is None:
            return read.quotes
    others = tuple(quote for quote in read.quotes if quote.id != target.id)
    if fix.says("drop"):
        return others
    changed = _changed(target, fix, known, read.article.text)
    return tuple(sorted((*others, changed), key=lambda quote: (quote.span.start, -quote.span.end)))


def _is_meant(quote: Quote, fix: Fix) -> bool:
    return fix.quote in (quote.id, quote.words) or (bool(fix.parts) and quote.parts == fix.parts)


def _added(read: ReadArticle, fix: Fix) -> Quote | None:
    """Return a quote that the machine missed: words that stand in the text to the letter."""
    places = anchor(read.article, fix.quote or "")
    if not places or places[0].where is not Where.TEXT:
        return None
    parts = tuple(place.span for place in places)
    key = quote_key(fix.quote or "")
    number = 1 + sum(quote.key == key for quote in read.quotes)
    name = QuoteId(f"{read.article.id}-{key}-{number}")
    return Quote(name, read.article.id, key, QuoteKind.DIRECT, parts, fix.quote or "", rule=BY_A_PERSON)


def _changed(quote: Quote, fix: Fix, known: dict[str, Speaker], text: str) -> Quote:
    parts = fix.parts or quote.parts
    words = _words(parts, text) if fix.parts else quote.words
    kind, polarity = fix.value("kind"), fix.value("polarity")
    return dataclasses.replace(
        quote,
        parts=parts,
        words=words,
        key=quote_key(words),
        kind=QuoteKind(kind) if kind else quote.kind,
        polarity=Polarity(polarity) if polarity else quote.polarity,
        speaker=_speaker(fix.value("speaker"), known) if fix.says("speaker") else quote.speaker,
        rule=BY_A_PERSON,
        confidence=None,
    )


def _words(parts: Iterable[Span], text: str) -> str:
    return " … ".join(part.of(text) for part in parts)


def _speaker(name: str | None, known: dict[str, Speaker]) -> Speaker | None:
    if not name:
        return None
    return known.get(match_key(name)) or Speaker(SpeakerId(slug(name)), name)


def regrouped(stories: Iterable[Story], fixes: Iterable[Fix]) -> tuple[Story, ...]:
    """Return the stories with people's joins and splits.

    A join moves articles into a story, wherever they stood; a split makes a story of its own of the
    named articles. A story that is left empty is gone.
    """
    groups = {story.id: story for story in stories}
    for fix in fixes:
        moved = fix.join or fix.split
        if not moved or fix.story not in groups:
            continue
        groups = {
            name: dataclasses.replace(
                story, articles=tuple(one for one in story.articles if one not in moved)
            )
            for name, story in groups.items()
        }
        if fix.join:
            target = groups[fix.story]
            groups[fix.story] = dataclasses.replace(target, articles=(*target.articles, *fix.join))
        else:
            first = StoryId(fix.split[0])
            groups[first] = Story(first, fix.split, related=groups[fix.story].articles)
    return tuple(story for story in groups.values() if story.articles)
