"""The page of one story: its versions, side by side, with every difference and every quote."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from generator.model import (
    ArticleId,
    ChangeKind,
    Collation,
    Difference,
    Level,
    Place,
    Rights,
    Signal,
    Story,
)
from generator.pages import links
from generator.pages.dates import stretch
from generator.pages.findings import Finding
from generator.pages.index import ArticleCard, Index, along_ties, stand_of
from generator.pages.machine import listed
from generator.pages.views.around import Around, around
from generator.pages.views.base import View
from generator.pages.views.collation import LEVELS, Table, anchor_of, table_of
from generator.pages.views.lineage import Lineage, lineage_of
from generator.pages.views.matrix import MatrixRow, matrix_of
from generator.pages.views.signals import SignalsView, signals_view
from generator.pages.views.versions import VersionView, version_view
from generator.pages.words import Phrase
from generator.stories.stemma import stemmata

KIND_WORDS = {
    ChangeKind.REPLACED: "",
    ChangeKind.DROPPED: Phrase("in one version only"),
    ChangeKind.ADDED: Phrase("in one version only"),
    ChangeKind.MOVED: Phrase("in another place"),
    ChangeKind.MERGED: Phrase("sentences joined or split"),
}
PLACE_WORDS = {
    Place.BODY: Phrase("text"),
    Place.HEADLINE: Phrase("headline"),
    Place.METADATA: Phrase("credit, date or place"),
}


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
    anchor: str
    """Of its sentence, side by side; nothing where it is none of the text."""
    a_around: Around
    b_around: Around


@dataclass(frozen=True, slots=True)
class Tally:
    """How many differences there are of one level."""

    level: str
    count: int


@dataclass(frozen=True, slots=True)
class Text:
    """One text with all its versions."""

    table: Table


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryPage(View):
    """What a story's page says."""

    TEMPLATE: ClassVar[str] = "story.md.j2"

    articles: tuple[ArticleCard, ...]
    """In date order."""
    outlets: int
    when: str
    versions: tuple[VersionView, ...]
    lineage: Lineage
    texts: tuple[Text, ...]
    """Those that more than one article prints."""
    tallies: tuple[Tally, ...]
    differences: tuple[DifferenceView, ...]
    """The greatest level first."""
    matrix: tuple[MatrixRow, ...]
    shared: int
    """Utterances that more than one version prints."""
    related: tuple[ArticleCard, ...]
    signals: SignalsView | None
    findings: tuple[Finding, ...]
    tei: str
    """Path of the file that holds the texts as TEI, or nothing where no text has two versions."""
    rights: str
    """How much is shown of the text that is shown least: `full`, `excerpts` or `none`."""


def view(index: Index, story: Story) -> StoryPage:
    """Return what the page of a story says."""
    cards = tuple(index.cards[id_] for id_ in story.articles)
    stems = stemmata(story, {version for id_ in story.articles for version in index.versions.get(id_, ())})
    texts = tuple(Text(table_of(index, each.articles)) for each in stems)
    differences = tuple(_differences(index, story, along_ties(stems, index.collations), _columns(texts)))
    matrix = matrix_of(index, story)
    path = links.story_path(story.id)
    return StoryPage(
        path=path,
        title=story_title(index, story),
        description=Phrase.counted(
            len(cards),
            "{0} article tells this story.",
            "{0} articles tell this story; where they differ, sentence by sentence.",
        ),
        structured=index.structured.get(path, ""),
        stand=stand_of(index, story.articles),
        articles=cards,
        outlets=len({card.outlet for card in cards if card.outlet}),
        when=story_dates(cards),
        versions=_versions(index, story),
        lineage=lineage_of(index, story, stems),
        texts=texts,
        tallies=tuple(Tally(each.value, _count(differences, each)) for each in LEVELS),
        differences=differences,
        matrix=matrix,
        shared=sum(sum(cell is not None for cell in row.cells) > 1 for row in matrix),
        related=tuple(index.cards[id_] for id_ in story.related),
        signals=signals_view(index, _signals(index, story)),
        findings=_findings(index, story),
        tei=links.tei_path(story.id) if texts else "",
        rights=_rights(index, story),
        noindex=any(index.terms_for(id_).noindex for id_ in story.articles),
    )


def _rights(index: Index, story: Story) -> str:
    """Return the strictest terms of a story's articles: how much of the least shown text is shown."""
    strictest_last = [index.terms_for(id_).rights for id_ in story.articles]
    return max(strictest_last, key=tuple(Rights).index, default=Rights.FULL).value


def story_title(index: Index, story: Story) -> str:
    """Return the headline of the fullest article that has one, else the fullest one's first words."""
    cards = [index.cards[id_] for id_ in story.articles]
    return max(cards, key=lambda card: (card.headed, card.words, card.id)).title


def story_dates(cards: tuple[ArticleCard, ...]) -> str:
    """Return the dates of a story's articles, first and last, in words."""
    return stretch(card.date for card in cards)


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


def _columns(texts: Iterable[Text]) -> dict[ArticleId, int]:
    """Return the place of each version side by side, so that differences name the two in the same order."""
    return {card.id: place for text in texts for place, card in enumerate(text.table.articles)}


def _differences(
    index: Index, story: Story, collations: Sequence[Collation], columns: Mapping[ArticleId, int]
) -> Iterator[DifferenceView]:
    """Yield the differences of some pairs: the greatest first, and of one level those of the texts before the credits."""
    found = [each for one in collations for each in one.differences]
    for each in sorted(found, key=lambda each: (LEVELS.index(each.level), each.place is Place.METADATA)):
        yield _difference(index, story, each, turned=columns[each.b] < columns[each.a])


def _difference(index: Index, story: Story, each: Difference, *, turned: bool) -> DifferenceView:
    article, span = (each.a, each.a_span) if each.a_span else (each.b, each.b_span)
    a = index.cards[each.a], each.a_text, around(index.reads.get(each.a), each.place, each.a_span)
    b = index.cards[each.b], each.b_text, around(index.reads.get(each.b), each.place, each.b_span)
    (left, left_text, left_around), (right, right_text, right_around) = (b, a) if turned else (a, b)
    return DifferenceView(
        level=each.level.value,
        kind=KIND_WORDS[each.kind],
        place=PLACE_WORDS[each.place],
        a=left,
        b=right,
        a_text=left_text,
        b_text=right_text,
        why=listed([reason for reason in each.why if not reason.startswith("sentence")]),
        anchor=anchor_of(index, story, article, span.start) if span and each.place is Place.BODY else "",
        a_around=left_around,
        b_around=right_around,
    )


def _count(differences: tuple[DifferenceView, ...], level: Level) -> int:
    return sum(each.level == level.value for each in differences)


def _findings(index: Index, story: Story) -> tuple[Finding, ...]:
    found = (each for id_ in story.articles for each in index.findings.of_article.get(id_, ()))
    return tuple(dict.fromkeys(found))


def _signals(index: Index, story: Story) -> tuple[Signal, ...]:
    return tuple(dict.fromkeys(each for id_ in story.articles for each in index.signals.get(id_, ())))
