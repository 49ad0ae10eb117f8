"""Let people's corrections win: pure functions from facts to facts, the same however often they run."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import count

from generator.checks.anchors import anchor
from generator.checks.fixes import FIELDS, Fix
from generator.model import (
    BY_A_PERSON,
    Article,
    ArticleId,
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
from generator.stories.order import DateOrder, date_order
from generator.text import match_key, quote_key, slug

WITHDRAWN = "withdrawn"
"""Code of the notice that stands in place of an article's text."""
REPLY = "reply"
"""Code of the notice that carries a right of reply."""


def apply_fixes(reads: Iterable[ReadArticle], fixes: Iterable[Fix]) -> tuple[ReadArticle, ...]:
    """Return the articles with people's corrections; those made for other bytes are left out.

    A withdrawn article whose file was taken out as well keeps its address: it comes back without text.
    """
    articles = tuple(reads)
    by_article: dict[ArticleId, list[Fix]] = {}
    for fix in fixes:
        if fix.article and not fix.lapsed:
            by_article.setdefault(fix.article, []).append(fix)
    known = _known_speakers(articles) if by_article else {}
    corrected = tuple(
        _corrected(read, by_article[read.article.id], known) if read.article.id in by_article else read
        for read in articles
    )
    there = {read.article.id for read in articles}
    gone = (fix for name, made in by_article.items() if name not in there for fix in made if fix.withdraw)
    return (
        *corrected,
        *(
            _withdrawn(Article(fix.article or ArticleId(""), "", fix.sha256 or "", "", "", ()), fix)
            for fix in gone
        ),
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
    withdrawal = next((fix for fix in fixes if fix.withdraw), None)
    if withdrawal:
        return _withdrawn(read.article, withdrawal)
    for fix in fixes:
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


def is_withdrawn(article: Article) -> bool:
    """Tell whether a person took an article's text out of print."""
    return any(notice.code == WITHDRAWN for notice in article.notices)


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
        mention=_mention(quote, fix, text),
        rule=BY_A_PERSON,
        confidence=None,
    )


def _words(parts: Iterable[Span], text: str) -> str:
    return " … ".join(part.of(text) for part in parts)


def _speaker(name: str | None, known: dict[str, Speaker]) -> Speaker | None:
    if not name:
        return None
    return known.get(match_key(name)) or Speaker(SpeakerId(slug(name)), name)


# What names nobody by itself, so that it is as right for the speaker whom a person names.
_NAMELESS = re.compile(r"(?:he|she|they|it|who|i|we|an?|one|another|some|several|many)\b", re.IGNORECASE)


def _mention(quote: Quote, fix: Fix, text: str) -> Span | None:
    """Return the words that name the speaker, unless they name another one than the person does."""
    if quote.mention is None or not fix.says("speaker"):
        return quote.mention
    words = quote.mention.of(text)
    name = match_key(fix.value("speaker") or "").split()
    # The last word tells people apart; a first name alone does not.
    return quote.mention if _NAMELESS.match(words) or set(name[-1:]) & set(match_key(words).split()) else None


def regrouped(
    stories: Iterable[Story], fixes: Iterable[Fix], reads: Mapping[ArticleId, ReadArticle]
) -> tuple[Story, ...]:
    """Return the stories with people's joins and splits, each in date order.

    A join moves articles into a story, wherever they stood; a split makes a story of its own of the
    named articles, and leaves the address to the others. A story that is left empty is gone.
    """
    groups = {story.id: story for story in stories}
    for fix in fixes:
        moved = () if fix.lapsed else fix.join or fix.split
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
            groups[fix.story] = dataclasses.replace(
                target, articles=_in_date_order((*target.articles, *fix.join), reads)
            )
        else:
            name = next(name for name in _names(fix.split) if not groups.get(name, _NO_STORY).articles)
            rest = groups[fix.story]
            groups[fix.story] = dataclasses.replace(rest, related=(*rest.related, *fix.split))
            groups[name] = Story(name, _in_date_order(fix.split, reads), related=rest.articles)
    return tuple(story for story in groups.values() if story.articles)


_NO_STORY = Story(StoryId(""), ())


def _names(articles: Sequence[ArticleId]) -> Iterator[StoryId]:
    """Yield ids for a story of these articles: theirs, and numbered ones should all be taken."""
    yield from map(StoryId, articles)
    yield from (StoryId(f"{articles[0]}-{number}") for number in count(2))


def _in_date_order(
    articles: Iterable[ArticleId], reads: Mapping[ArticleId, ReadArticle]
) -> tuple[ArticleId, ...]:
    def order(one: ArticleId) -> DateOrder:
        return date_order(reads[one].article.value("published") if one in reads else None, one)

    return tuple(sorted(articles, key=order))


def moved_stories(stories: Iterable[Story], fixes: Iterable[Fix]) -> dict[str, str]:
    """Return where the articles of stories went that a person's join left empty."""
    joins = [(fix.join, fix.story) for fix in fixes if fix.join and fix.story and not fix.lapsed]
    return {
        story.id: target
        for story in stories
        for members, target in joins
        if story.id != target and set(story.articles) <= set(members)
    }
