"""The page of one story: its versions, side by side, with every difference and every quote."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from generator.model import (
    ArticleId,
    ChangeKind,
    Collation,
    Difference,
    Level,
    Place,
    Quote,
    QuoteId,
    Signal,
    Story,
)
from generator.pages import links
from generator.pages.index import ArticleCard, Index
from generator.pages.views import collation
from generator.pages.views.base import View
from generator.pages.views.collation import Row
from generator.pages.views.quotes import alike, quote_view
from generator.pages.views.versions import VersionView, version_view

KIND_WORDS = {
    ChangeKind.REPLACED: "other words",
    ChangeKind.DROPPED: "in one version only",
    ChangeKind.ADDED: "in one version only",
    ChangeKind.MOVED: "in another place",
    ChangeKind.MERGED: "sentences joined or split",
}
PLACE_WORDS = {Place.BODY: "text", Place.HEADLINE: "headline", Place.METADATA: "credit, date or place"}


@dataclass(frozen=True, slots=True)
class DifferenceView:
    """One difference between two versions."""

    level: str
    kind: str
    place: str
    a: ArticleCard
    b: ArticleCard
    a_text: str
    b_text: str
    why: str


@dataclass(frozen=True, slots=True)
class MatrixCell:
    """An utterance in one version."""

    anchor: str
    alike: str
    """Compared with the first version that prints it."""
    words: str
    """Its own wording where that differs, or nothing."""
    polarity: str


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """An utterance across the versions; None where a version lacks it."""

    words: str
    kind: str
    speaker: str
    speaker_path: str
    polarity: str
    cells: tuple[MatrixCell | None, ...]


@dataclass(frozen=True, slots=True)
class Tally:
    """How many differences there are of one level."""

    level: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryPage(View):
    """What a story's page says."""

    TEMPLATE: ClassVar[str] = "story.md.j2"

    articles: tuple[ArticleCard, ...]
    """In date order."""
    outlets: int
    when: str
    versions: tuple[VersionView, ...]
    compared: tuple[ArticleCard, ...]
    """Columns of the side by side: the fullest version first."""
    rows: tuple[Row, ...]
    tallies: tuple[Tally, ...]
    differences: tuple[DifferenceView, ...]
    """The greatest level first."""
    matrix: tuple[MatrixRow, ...]
    shared: int
    """Utterances that more than one version prints."""
    related: tuple[ArticleCard, ...]
    signals: tuple[Signal, ...]


def view(index: Index, story: Story) -> StoryPage:
    """Return what the page of a story says."""
    cards = tuple(index.cards[id_] for id_ in story.articles)
    compared, collations = _compared(index, story)
    differences = _differences(index, collations)
    matrix = _matrix(index, story)
    path = links.story_path(story.id)
    return StoryPage(
        path=path,
        title=story_title(index, story),
        description=f"{len(cards)} articles tell this story; where they differ, sentence by sentence.",
        structured=index.structured.get(path, ""),
        articles=cards,
        outlets=len({card.outlet for card in cards if card.outlet}),
        when=story_dates(cards),
        versions=_versions(index, story),
        compared=tuple(index.cards[id_] for id_ in compared),
        rows=collation.rows(index, compared, collations) if collations else (),
        tallies=tuple(Tally(each.value, _count(differences, each)) for each in reversed(collation.LEVELS)),
        differences=differences,
        matrix=matrix,
        shared=sum(sum(cell is not None for cell in row.cells) > 1 for row in matrix),
        related=tuple(index.cards[id_] for id_ in story.related),
        signals=_signals(index, story),
    )


def story_title(index: Index, story: Story) -> str:
    """Return the headline of the fullest article that has one, else the fullest one's first words."""
    cards = [index.cards[id_] for id_ in story.articles]
    return max(cards, key=lambda card: (card.headed, card.words, card.id)).title


def story_dates(cards: tuple[ArticleCard, ...]) -> str:
    """Return the dates of a story's articles, first and last, in words."""
    whole = sorted(card.date.iso for card in cards if card.date.iso)
    words = {card.date.iso: card.date.words for card in cards}
    if not whole:
        return next((card.date.words for card in cards), "undated")
    return words[whole[0]] if whole[0] == whole[-1] else f"{words[whole[0]]} – {words[whole[-1]]}"


def _versions(index: Index, story: Story) -> tuple[VersionView, ...]:
    inside = set(story.articles)
    pairs = {
        frozenset((version.a, version.b)): version
        for id_ in story.articles
        for version in index.versions.get(id_, ())
        if {version.a, version.b} <= inside
    }
    order = story.articles.index
    return tuple(version_view(index, each, min(each.a, each.b, key=order)) for each in pairs.values())


def _compared(index: Index, story: Story) -> tuple[tuple[ArticleId, ...], tuple[Collation, ...]]:
    """Return the version that most others are compared with, those others, and the collations."""
    ids = set(story.articles)
    found = [each for pair, each in index.collations.items() if pair <= ids]
    if not found:
        return (), ()
    pivot = max(ids, key=lambda id_: (sum(id_ in (c.a, c.b) for c in found), index.cards[id_].words, id_))
    mine = {each.b if each.a == pivot else each.a: each for each in found if pivot in (each.a, each.b)}
    others = [id_ for id_ in story.articles if id_ in mine]
    return (pivot, *others), tuple(collation.turned(mine[id_], pivot) for id_ in others)


def _differences(index: Index, collations: tuple[Collation, ...]) -> tuple[DifferenceView, ...]:
    found = [each for one in collations for each in one.differences]
    ordered = sorted(found, key=lambda each: -collation.LEVELS.index(each.level))
    return tuple(_difference(index, each) for each in ordered)


def _difference(index: Index, each: Difference) -> DifferenceView:
    return DifferenceView(
        level=each.level.value,
        kind=KIND_WORDS[each.kind],
        place=PLACE_WORDS[each.place],
        a=index.cards[each.a],
        b=index.cards[each.b],
        a_text=each.a_text,
        b_text=each.b_text,
        why=", ".join(each.why),
    )


def _count(differences: tuple[DifferenceView, ...], level: Level) -> int:
    return sum(each.level == level.value for each in differences)


def _matrix(index: Index, story: Story) -> tuple[MatrixRow, ...]:
    """Return the story's utterances, in the order in which the fullest version prints them."""
    groups: dict[QuoteId, list[Quote]] = {}
    for id_ in sorted(story.articles, key=lambda each: (-index.cards[each].words, each)):
        for quote in index.reads[id_].quotes:
            said = index.said.get(quote.id)
            groups.setdefault(said.quotes[0] if said else quote.id, []).append(quote)
    return tuple(_matrix_row(index, story, quotes) for quotes in groups.values())


def _matrix_row(index: Index, story: Story, quotes: list[Quote]) -> MatrixRow:
    first = quote_view(index, quotes[0])
    mine = {quote.article: quote for quote in reversed(quotes)}
    return MatrixRow(
        words=first.words,
        kind=first.kind,
        speaker=first.speaker or (f"“{first.mention}”" if first.mention else "speaker unknown"),
        speaker_path=first.speaker_path,
        polarity=first.polarity,
        cells=tuple(_matrix_cell(index, mine.get(id_), first.words) for id_ in story.articles),
    )


def _matrix_cell(index: Index, quote: Quote | None, words: str) -> MatrixCell | None:
    if quote is None:
        return None
    one = quote_view(index, quote)
    same = quote.words == words
    return MatrixCell(one.anchor, alike(words, quote.words), "" if same else quote.words, one.polarity)


def _signals(index: Index, story: Story) -> tuple[Signal, ...]:
    return tuple(dict.fromkeys(each for id_ in story.articles for each in index.signals.get(id_, ())))
