"""The page of one article: who says what in it, where else it stands, and how each fact is known."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from markupsafe import Markup

from generator.checks.apply import REPLY, WITHDRAWN
from generator.model import Article, ArticleId, Cut, Field, FieldStatus, Notice, Quote, QuoteKind, Where
from generator.pages import links
from generator.pages.dates import date_words
from generator.pages.findings import Finding
from generator.pages.index import ArticleCard, Index, stand_of
from generator.pages.outlet_notes import OutletNoteView
from generator.pages.views.base import View
from generator.pages.views.quotes import POLARITY_WORDS, SpeakerGroup, speaker_groups
from generator.pages.views.signals import SignalsView, signals_view
from generator.pages.views.text import ParagraphView, paragraphs
from generator.pages.views.versions import VersionView, versions_of
from generator.pages.words import Phrase
from generator.quotes.headlines import headline_quotes
from generator.redaction import HIDDEN, OMISSION, readable

_DESCRIPTION_LENGTH = 155
"""Characters that search engines show of a description."""

FIELD_LABELS = {
    "headline": Phrase("Headline"),
    "outlet": Phrase("Outlet"),
    "via": Phrase("Credited to"),
    "author": Phrase("Author"),
    "published": Phrase("Published"),
    "updated": Phrase("Updated"),
    "dateline": Phrase("Dateline"),
    "url": Phrase("Address"),
    "language": Phrase("Language"),
    "section": Phrase("Section"),
    "rights": Phrase("Text shown"),
    "noindex": Phrase("Kept from search engines"),
}
_MOST_TAGS = 4
"""Speakers that a hit of the search names."""
_ALWAYS_SHOWN = ("headline", "outlet", "via", "author", "published", "dateline", "url", "language")
STATUS_WORDS = {
    FieldStatus.STATED: Phrase("stated"),
    FieldStatus.PARTIAL: Phrase("partly stated"),
    FieldStatus.INFERRED: Phrase("inferred"),
    FieldStatus.DETECTED: Phrase("detected"),
    FieldStatus.REVIEWER: Phrase("given by a reviewer"),
    FieldStatus.NOT_IN_TEXT: Phrase("not in the text"),
}


@dataclass(frozen=True, slots=True)
class FieldView:
    """One fact and how it is known."""

    label: str
    value: str
    status: str
    status_words: str
    source: str
    line: int | None
    """1-based line of the source that states it."""
    doubt: str


@dataclass(frozen=True, slots=True)
class CutView:
    """Lines that are not shown as the article's text."""

    lines: str
    """Their numbers, in words."""
    reason: str
    text: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class HeadlineQuoteView:
    """What the headline quotes, and whether the text has it."""

    words: str
    marked: bool
    who: str
    """The speaker's name, or the words for the speaker; nothing where there are none."""
    path: str
    """Of the speaker's page, or nothing."""
    polarity: str
    anchor: str
    """Of the text's quotation with the same words, or nothing."""
    number: int
    in_text: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticlePage(View):
    """What an article's page says."""

    TEMPLATE: ClassVar[str] = "article.md.j2"
    SEARCH: ClassVar[dict[str, object]] = {}

    card: ArticleCard
    original: Markup | None
    """Address of the article at its publisher."""
    stored: str
    """Path of the stored copy, or nothing."""
    source: str
    """Path of the seed file."""
    sha256: str
    dateline: str
    groups: tuple[SpeakerGroup, ...]
    headline: tuple[HeadlineQuoteView, ...]
    """What the headline quotes."""
    speakers: int
    """How many with a name."""
    denied: int
    paragraphs: tuple[ParagraphView, ...]
    versions: tuple[VersionView, ...]
    story_path: str
    story_size: int
    previous: ArticleCard | None
    following: ArticleCard | None
    related: tuple[ArticleCard, ...]
    fields: tuple[FieldView, ...]
    cuts: tuple[CutView, ...]
    cut_lines: int
    notices: tuple[Notice, ...]
    signals: SignalsView | None
    findings: tuple[Finding, ...]
    note: OutletNoteView | None
    """What reviewers know of the outlet."""
    withdrawn: str
    """Why the article's text is no longer shown, or nothing."""
    rights: str
    """How much of the text may be shown: `full`, `excerpts` or `none`."""
    replies: tuple[str, ...]
    """What those concerned answer."""
    lapsed: tuple[str, ...]
    """What people corrected in bytes that the article no longer has."""


def view(index: Index, id_: ArticleId) -> ArticlePage:
    """Return what the page of an article says."""
    read, card, story = index.reads[id_], index.cards[id_], index.story_of[id_]
    article = read.article
    order = story.articles.index(id_)
    return ArticlePage(
        path=card.path,
        title=card.title,
        description=_description(card, article.text),
        structured=index.structured.get(card.path, ""),
        note=index.notes.get(card.outlet_path or ""),
        stand=stand_of(index, [id_]),
        card=card,
        original=links.outside(article.value("url")),
        stored=index.stored.get(id_, ""),
        source=article.path,
        sha256=article.sha256,
        dateline=article.value("dateline") or "",
        groups=speaker_groups(index, read.quotes),
        headline=tuple(_headline(index, id_)),
        speakers=len({quote.speaker.id for quote in read.quotes if quote.speaker}),
        denied=sum(quote.polarity.value == "denied" for quote in read.quotes),
        paragraphs=paragraphs(index, read),
        versions=versions_of(index, id_),
        story_path=links.story_path(story.id),
        story_size=len(story.articles),
        previous=index.cards[story.articles[order - 1]] if order else None,
        following=index.cards[story.articles[order + 1]] if order + 1 < len(story.articles) else None,
        related=tuple(index.cards[other] for other in story.related),
        fields=_fields(article),
        cuts=tuple(_cut(article, cut) for cut in article.cuts),
        cut_lines=sum(cut.last - cut.first + 1 for cut in article.cuts),
        notices=tuple(each for each in article.notices if each.code not in {WITHDRAWN, REPLY}),
        signals=signals_view(index, index.signals.get(id_, ())),
        findings=index.findings.of_article.get(id_, ()),
        withdrawn=_notice(article, WITHDRAWN),
        tags=_tags(card, read.quotes),
        rights=index.terms_for(id_).rights.value,
        noindex=index.terms_for(id_).noindex,
        replies=tuple(each.message for each in article.notices if each.code == REPLY),
        lapsed=tuple(f"{fix.by}, {fix.on}: {fix.why}" for fix in index.lapsed.get(id_, ())),
    )


def _headline(index: Index, id_: ArticleId) -> Iterator[HeadlineQuoteView]:
    headline = index.whole[id_].article.value("headline") or ""
    for quote in headline_quotes(index.whole[id_]):
        mention = quote.mention.of(headline) if quote.mention else ""
        place = index.places.get(quote.quote) if quote.quote else None
        speaker = quote.speaker
        yield HeadlineQuoteView(
            quote.words,
            quote.kind is not QuoteKind.INDIRECT,
            speaker.name if speaker else mention and f"“{mention}”",
            links.speaker_path(speaker.id) if speaker else "",
            POLARITY_WORDS[quote.polarity] if quote.polarity else "",
            place.anchor if place else "",
            place.number if place else 0,
            quote.in_text,
        )


def _tags(card: ArticleCard, quotes: Sequence[Quote]) -> tuple[str, ...]:
    """Return the outlet and those who are quoted most, for the hits of the search."""
    said = Counter(quote.speaker.name for quote in quotes if quote.speaker)
    speakers = sorted(said, key=lambda name: (-said[name], name))[:_MOST_TAGS]
    return (*((card.outlet,) if card.outlet else ()), *speakers)


def _notice(article: Article, code: str) -> str:
    return next((each.message for each in article.notices if each.code == code), "")


def _description(card: ArticleCard, text: str) -> str:
    head = f"{card.who}, {card.date.marked}: "
    lead = " ".join(readable(text).split(maxsplit=40)[:40])
    if lead.startswith(OMISSION):
        return Phrase("{0}, {1}", card.who, card.date.marked, english=head.removesuffix(": ") + ".")
    room = _DESCRIPTION_LENGTH - len(head)
    short = lead if len(lead) <= room else lead[:room].rsplit(" ", 1)[0] + " …"
    return Phrase("{0}, {1}: {2}", card.who, card.date.marked, short)


def _fields(article: Article) -> tuple[FieldView, ...]:
    names = dict.fromkeys((*_ALWAYS_SHOWN, *(fact.name for fact in article.fields)))
    return tuple(_field(article, article.field(name)) for name in names)


def _field(article: Article, fact: Field) -> FieldView:
    in_raw = fact.span if fact.where is Where.RAW else None
    value = fact.value or ""
    return FieldView(
        label=FIELD_LABELS.get(fact.name, fact.name.capitalize()),
        value=date_words(value) if fact.name in {"published", "updated"} else value,
        status=fact.status.value,
        status_words=STATUS_WORDS[fact.status],
        source=fact.source,
        line=article.raw.count("\n", 0, in_raw.start) + 1 if in_raw else None,
        doubt=Phrase("confidence {0}", f"{fact.confidence:.0%}")
        if fact.confidence is not None and fact.value
        else "",
    )


def _cut(article: Article, cut: Cut) -> CutView:
    lines = article.raw.split("\n")[cut.first - 1 : cut.last]
    one = cut.first == cut.last
    numbers = (
        Phrase("line {0}", str(cut.first)) if one else Phrase("lines {0}–{1}", str(cut.first), str(cut.last))
    )
    return CutView(numbers, cut.reason, tuple(line for line in lines if line.strip(f" \t{HIDDEN}")))
