"""What must one page know of the others? Cards: enough for a link and its words."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache, partial
from itertools import chain
from typing import TYPE_CHECKING

from generator.checks.apply import is_withdrawn
from generator.checks.changes import Stand, latest
from generator.checks.earlier import Earlier, EarlierWork
from generator.checks.fixes import Fix
from generator.checks.named_elsewhere import NamedElsewhere
from generator.checks.review import ClaimId
from generator.checks.reviews import Ruling, rulings
from generator.checks.rights import Terms
from generator.memory import Memory
from generator.model import (
    Article,
    ArticleId,
    Collation,
    Level,
    Quote,
    QuoteId,
    ReadArticle,
    Signal,
    Speaker,
    SpeakerId,
    Story,
    StoryId,
    Utterance,
    Version,
)
from generator.model.pickling import quickly_pickled
from generator.pages import links
from generator.pages.dates import DateWords, published
from generator.pages.facts import Facts
from generator.pages.findings import Findings, findings_of
from generator.pages.outlet_notes import OutletNoteView, outlet_notes
from generator.pages.printings import Printing, Printings
from generator.pages.repository import Repository
from generator.pages.stands import StandView, stand_view, stands_of_articles
from generator.pages.words import Phrase
from generator.redaction import OMISSION, readable
from generator.stories.stemma import Stemma, stemmata

if TYPE_CHECKING:
    from generator.pages.views.quotes import QuoteView

_LEAD_WORDS = 12


@quickly_pickled
@dataclass(frozen=True, slots=True)
class ArticleCard:
    """An article as other pages name it."""

    id: ArticleId
    path: str
    title: str
    """The headline, or the text's first words."""
    headed: bool
    """False where the source has no headline."""
    outlet: str | None
    outlet_path: str | None
    via: str | None
    date: DateWords
    quotes: int
    words: int
    language: str | None

    @property
    def opens(self) -> bool:
        """Tell whether the title is the text's first words: of a text that may not be shown it is none of its words."""
        return not self.headed and type(self.title) is not Phrase

    @property
    def who(self) -> str:
        """Name the article by its outlet, or say that the text names none; the id tells two such apart."""
        return self.outlet or _nameless(self.id)


@lru_cache(maxsize=8192)
def _nameless(id_: ArticleId) -> Phrase:
    return Phrase("Outlet not named ({0})", id_)


@dataclass(frozen=True, slots=True)
class Levels:
    """How many differences there are of each level."""

    meaning: int = 0
    wording: int = 0
    typographic: int = 0

    @classmethod
    def of(cls, collations: Iterable[Collation]) -> Levels:
        """Count the differences of some collations."""
        counts = Counter(each.level for one in collations for each in one.differences)
        return cls(*(counts[level] for level in (Level.MEANING, Level.WORDING, Level.TYPOGRAPHIC)))


@quickly_pickled
@dataclass(frozen=True, slots=True)
class Place:
    """Where a quote stands: its anchor and its number on the article's page."""

    anchor: str
    number: int


@dataclass(frozen=True, slots=True)
class Index:
    """Everything by its id; only small parts of it enter any one page."""

    reads: Mapping[ArticleId, ReadArticle]
    cards: Mapping[ArticleId, ArticleCard]
    quotes: Mapping[QuoteId, Quote]
    places: Mapping[QuoteId, Place]
    said: Mapping[QuoteId, Utterance]
    utterances: tuple[Utterance, ...]
    stories: tuple[Story, ...]
    story_of: Mapping[ArticleId, Story]
    versions: Mapping[ArticleId, tuple[Version, ...]]
    collations: Mapping[frozenset[ArticleId], Collation]
    signals: Mapping[ArticleId, tuple[Signal, ...]]
    speakers: Mapping[SpeakerId, Speaker]
    by_speaker: Mapping[SpeakerId, tuple[Quote, ...]]
    outlets: Mapping[str, tuple[ArticleCard, ...]]
    """Articles by outlet, under the first name that an outlet's address was made of."""
    credited: Mapping[str, tuple[ArticleCard, ...]]
    """Articles that credit their text to an outlet, by the path of that outlet's page."""
    findings: Findings
    notes: Mapping[str, OutletNoteView]
    """What reviewers know of an outlet, by the path of its page."""
    earlier: Mapping[QuoteId, Earlier]
    """What was looked into before and resembles a quote, for those that something does."""
    earlier_claims: Mapping[ClaimId, Earlier]
    """What was looked into before and resembles a claim."""
    rulings: Mapping[tuple[str, ArticleId], Ruling]
    """What reviewers decided about signals, by code and article."""
    lapsed: Mapping[str, tuple[Fix, ...]]
    """Corrections of an article that are not applied any more, by its id."""
    stands: Mapping[ArticleId, Stand]
    """The newest commit of what each article is made of."""
    repository: Repository | None
    structured: Mapping[str, str]
    stored: Mapping[str, str]
    whole: Mapping[ArticleId, ReadArticle]
    """All articles with all their words, for comparisons alone: what is printed comes from `reads`."""
    said_in_full: Mapping[QuoteId, Quote]
    """All quotes with all their words, likewise."""
    terms: Mapping[ArticleId, Terms]
    voices: Mapping[ArticleId, tuple[SpeakerId, ...]]
    """The speaker of each quote of an article that has one, in text order."""
    levels: Mapping[StoryId, Levels]
    """How many differences the versions of a story have."""
    named: Mapping[QuoteId, NamedElsewhere]
    """The names that other versions of a story give to words beside a role alone; known while its pages are made."""
    shown: Mapping[QuoteId, QuoteView]
    """Quotes as the pages of their articles show them, so that their speakers' pages do the same."""
    printings: Mapping[QuoteId, tuple[Printing, ...]]
    """The quotes of other articles with the same utterance."""

    def terms_for(self, id_: ArticleId) -> Terms:
        """Return on which terms an article is published."""
        return self.terms.get(id_) or Terms()

    @classmethod
    def of(cls, facts: Facts, memory: Memory | None = None) -> Index:
        """Return the index of an edition.

        Args:
            facts: of the edition.
            memory: what is known of articles that are as they were in the last run.
        """
        memory = memory or Memory(keeps=False)
        reads = {read.article.id: read for read in facts.articles}
        whole = {**reads, **facts.whole}
        entries = {
            id_: memory.of("entry", id_, (read, whole[id_]), partial(_Entry.of, read, whole[id_]))
            for id_, read in reads.items()
        }
        cards = {id_: entry.card for id_, entry in entries.items()}
        quotes = {quote.id: quote for read in facts.articles for quote in read.quotes}
        said = {id_: utterance for utterance in facts.utterances for id_ in utterance.quotes}
        in_full = {quote.id: quote for read in whole.values() for quote in read.quotes}
        work = EarlierWork(facts.desktop, facts.articles)
        return cls(
            reads=reads,
            cards=cards,
            quotes=quotes,
            places=dict(chain.from_iterable(entry.places for entry in entries.values())),
            said=said,
            utterances=facts.utterances,
            stories=facts.stories,
            story_of={id_: story for story in facts.stories for id_ in story.articles},
            versions=_versions(facts.versions, memory),
            collations={frozenset((each.a, each.b)): each for each in facts.collations},
            signals=signals_by_article(facts.signals),
            speakers=_speakers(quotes.values()),
            by_speaker=_by_speaker(quotes.values()),
            outlets=_outlets(cards.values()),
            credited=_credited(cards.values()),
            findings=findings_of(facts.desktop.reviews, reads, facts.repository),
            notes=outlet_notes(facts.desktop.outlets),
            earlier=work.of_quotes(facts.articles),
            earlier_claims=work.of_claims(),
            rulings=rulings(facts.desktop.reviews),
            lapsed=_lapsed(facts.desktop.fixes),
            stands=stands_of_articles(facts.articles, facts.desktop.fixes, facts.stands),
            repository=facts.repository,
            structured=facts.structured,
            stored=facts.stored,
            whole=whole,
            said_in_full=in_full,
            terms=facts.terms,
            voices={id_: entry.voices for id_, entry in entries.items()},
            levels=_levels(facts),
            named={},
            shown={},
            printings=Printings(said, quotes, in_full),
        )


def stand_of(index: Index, articles: Iterable[ArticleId]) -> StandView | None:
    """Return the commit that a page about some articles stands at."""
    return stand_view(latest(index.stands.get(id_) for id_ in articles), index.repository)


def _lapsed(fixes: Iterable[Fix]) -> dict[str, tuple[Fix, ...]]:
    found: dict[str, list[Fix]] = defaultdict(list)
    for fix in fixes:
        if fix.lapsed and fix.article:
            found[fix.article].append(fix)
    return {id_: tuple(each) for id_, each in found.items()}


def along_ties(
    texts: Iterable[Stemma], collations: Mapping[frozenset[ArticleId], Collation]
) -> tuple[Collation, ...]:
    """Return the comparisons of each version with the one it hangs on, which hold each difference once."""
    pairs = (frozenset((each.child, each.parent)) for text in texts for each in text.descents)
    return tuple(collations[pair] for pair in pairs if pair in collations)


def _levels(facts: Facts) -> dict[StoryId, Levels]:
    """Count the differences of each story as its page does."""
    if not facts.collations:
        return {story.id: Levels() for story in facts.stories}
    collations = {frozenset((one.a, one.b)): one for one in facts.collations}
    versions = _versions(facts.versions, Memory(keeps=False))
    own = {
        story.id: {one for id_ in story.articles for one in versions.get(id_, ())} for story in facts.stories
    }
    return {
        story.id: Levels.of(along_ties(stemmata(story, own[story.id]), collations)) for story in facts.stories
    }


def headline(article: Article) -> tuple[str, bool]:
    """Return an article's headline, or its first words, and whether it has a headline."""
    if is_withdrawn(article):
        return Phrase("Withdrawn article"), True
    stated = article.field("headline").value
    if stated:
        return stated, True
    opening = article.paragraphs[0].span.of(article.text) if article.paragraphs else article.text
    words = readable(opening).split(maxsplit=_LEAD_WORDS)
    if words and words[0].startswith(OMISSION):
        return Phrase("Article without a headline"), False
    lead = " ".join(words[:_LEAD_WORDS]) + (" …" if len(words) > _LEAD_WORDS else "")
    return lead or Phrase("Article without text"), False


def _card(read: ReadArticle, words: int) -> ArticleCard:
    article = read.article
    title, headed = headline(article)
    outlet = article.value("outlet")
    return ArticleCard(
        id=article.id,
        path=links.article_path(article.id),
        title=title,
        headed=headed,
        outlet=outlet,
        outlet_path=links.outlet_path(outlet) if outlet else None,
        via=article.value("via"),
        date=published(article),
        quotes=len(read.quotes),
        words=words,
        language=article.field("language").value,
    )


@dataclass(frozen=True, slots=True)
class _Entry:
    """What an article alone tells the index."""

    card: ArticleCard
    places: tuple[tuple[QuoteId, Place], ...]
    voices: tuple[SpeakerId, ...]

    @classmethod
    def of(cls, read: ReadArticle, whole: ReadArticle) -> _Entry:
        return cls(
            _card(read, len(whole.article.text.split())),
            tuple(_places(read.quotes)),
            tuple(quote.speaker.id for quote in read.quotes if quote.speaker),
        )


def _places(quotes: Iterable[Quote]) -> Iterable[tuple[QuoteId, Place]]:
    """Yield each quote's place; the anchor is the key, with an ordinal where an article prints the words again."""
    for number, quote in enumerate(quotes, start=1):
        yield quote.id, Place(quote.anchor, number)


def _versions(versions: Iterable[Version], memory: Memory) -> dict[ArticleId, tuple[Version, ...]]:
    found: dict[ArticleId, list[Version]] = defaultdict(list)
    for version in versions:
        found[version.a].append(version)
        found[version.b].append(version)
    return {id_: memory.same("versions", id_, tuple(each)) for id_, each in found.items()}


def signals_by_article(signals: Iterable[Signal]) -> dict[ArticleId, tuple[Signal, ...]]:
    """Return signals by the articles that they point to."""
    found: dict[ArticleId, list[Signal]] = defaultdict(list)
    for signal in signals:
        for id_ in dict.fromkeys(evidence.article for evidence in signal.evidence):
            found[id_].append(signal)
    return {id_: tuple(each) for id_, each in found.items()}


def _speakers(quotes: Iterable[Quote]) -> dict[SpeakerId, Speaker]:
    """Return the speakers of the quotes, by name; the fullest record of each."""
    found: dict[SpeakerId, Speaker] = {}
    for quote in quotes:
        speaker = quote.speaker
        if speaker and len(speaker.titles) >= len(found.get(speaker.id, speaker).titles):
            found[speaker.id] = speaker
    return dict(sorted(found.items(), key=lambda item: (item[1].name.casefold(), item[0])))


def _by_speaker(quotes: Iterable[Quote]) -> dict[SpeakerId, tuple[Quote, ...]]:
    found: dict[SpeakerId, list[Quote]] = defaultdict(list)
    for quote in quotes:
        if quote.speaker:
            found[quote.speaker.id].append(quote)
    return {id_: tuple(each) for id_, each in found.items()}


def _outlets(cards: Iterable[ArticleCard]) -> dict[str, tuple[ArticleCard, ...]]:
    """Return articles by outlet; names that share an address are one outlet."""
    names: dict[str, str] = {}
    path_of = cache(links.outlet_path)
    found: dict[str, list[ArticleCard]] = defaultdict(list)
    for card in cards:
        for name in (card.outlet, card.via):
            if name:
                found.setdefault(names.setdefault(path_of(name), name), [])
        if card.outlet:
            found[names[path_of(card.outlet)]].append(card)
    return {name: tuple(found[name]) for name in sorted(found, key=lambda name: (name.casefold(), name))}


def _credited(cards: Iterable[ArticleCard]) -> dict[str, tuple[ArticleCard, ...]]:
    found: dict[str, list[ArticleCard]] = defaultdict(list)
    for card in cards:
        if card.via:
            found[links.outlet_path(card.via)].append(card)
    return {path: tuple(each) for path, each in found.items()}
