"""How does a page say that two articles share text?"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace

from generator.model import ArticleId, Difference, Direction, Level, Relation, Version
from generator.pages.index import ArticleCard, Index
from generator.pages.machine import listed, said_by_the_machine
from generator.pages.views.around import Around, around
from generator.pages.words import Phrase

_TOLD = 6
"""Other versions whose differences an article's page tells; for more there is the story's."""
_DIFFERENCES = 10
RELATION_WORDS = {
    Relation.COPY: Phrase("same text"),
    Relation.ABRIDGED: Phrase("one is a shorter form of the other"),
    Relation.PARTIAL: Phrase("a part of the text is shared"),
    Relation.REWRITE: Phrase("the same report, reworded"),
    Relation.QUOTES_ONLY: Phrase("only quotations are shared"),
}


@dataclass(frozen=True, slots=True)
class PairDifference:
    """What two versions have in each other's place."""

    level: str
    here: str
    """Words of the article whose page it is, or nothing where it lacks the passage."""
    there: str
    why: str
    here_around: Around
    there_around: Around


@dataclass(frozen=True, slots=True)
class VersionView:
    """Another version, as seen from one article."""

    here: ArticleCard
    there: ArticleCard
    relation: str
    relation_words: str
    share_here: int
    """Per cent of this article's words that the other has too, in runs."""
    share_there: int
    share_here_outside: int
    """Per cent, over the words outside quotation marks."""
    share_there_outside: int
    direction: str
    evidence: tuple[str, ...]
    differences: tuple[PairDifference, ...] = ()
    """The gravest of those between the two, up to a few."""
    meaning: int = 0
    """How many differences in meaning there are between the two."""
    wording: int = 0
    typographic: int = 0


def versions_of(index: Index, id_: ArticleId) -> tuple[VersionView, ...]:
    """Return the other versions of an article, the nearest first."""
    views = [version_view(index, version, id_) for version in index.versions.get(id_, ())]
    nearest = sorted(views, key=lambda each: (-each.share_here, each.there.date.order, each.there.id))
    told = [_with_differences(index, each) for each in nearest[:_TOLD]]
    return (*told, *nearest[_TOLD:])


def _with_differences(index: Index, view: VersionView) -> VersionView:
    """Return a pair with the differences between the two, seen from the same side."""
    found = index.collations.get(frozenset((view.here.id, view.there.id)))
    if found is None:
        return view
    counts = Counter(each.level for each in found.differences)
    grave = sorted(
        (each for each in found.differences if each.level is not Level.TYPOGRAPHIC),
        key=lambda each: each.level is not Level.MEANING,
    )
    return replace(
        view,
        differences=tuple(
            _difference(index, each, turned=each.a != view.here.id) for each in grave[:_DIFFERENCES]
        ),
        meaning=counts[Level.MEANING],
        wording=counts[Level.WORDING],
        typographic=counts[Level.TYPOGRAPHIC],
    )


def _difference(index: Index, each: Difference, *, turned: bool) -> PairDifference:
    a = each.a_text, around(index.reads.get(each.a), each.place, each.a_span)
    b = each.b_text, around(index.reads.get(each.b), each.place, each.b_span)
    (here, here_around), (there, there_around) = (b, a) if turned else (a, b)
    why = listed([reason for reason in each.why if not reason.startswith("sentence")])
    return PairDifference(each.level.value, here, there, why, here_around, there_around)


def version_view(index: Index, version: Version, here: ArticleId) -> VersionView:
    """Return a pair of versions as seen from one of them."""
    turned = version.b == here
    there = version.a if turned else version.b
    shares = (version.coverage_a, version.coverage_b)
    outside = (version.coverage_a_outside_quotes, version.coverage_b_outside_quotes)
    share_here, share_there = reversed(shares) if turned else shares
    outside_here, outside_there = reversed(outside) if turned else outside
    return VersionView(
        here=index.cards[here],
        there=index.cards[there],
        relation=version.relation.value,
        relation_words=RELATION_WORDS[version.relation],
        share_here=percent(share_here),
        share_there=percent(share_there),
        share_here_outside=percent(outside_here),
        share_there_outside=percent(outside_there),
        direction=_direction(index, version),
        evidence=tuple(_named(index, version, each) for each in version.evidence),
    )


def _named(index: Index, version: Version, evidence: str) -> str:
    """Return evidence with the outlets' names in place of the articles' ids, and its dates in words."""
    if version.a not in evidence and version.b not in evidence:
        return said_by_the_machine(evidence.removesuffix("."))
    ids = "|".join(re.escape(id_) for id_ in sorted((version.a, version.b), key=len, reverse=True))
    # an id may be a word, or a letter, of the sentence around it
    named = re.sub(
        rf"(?<![\w-])(?:{ids})(?![\w-])", lambda found: index.cards[ArticleId(found[0])].who, evidence
    )
    return said_by_the_machine(named.removesuffix("."))


def percent(share: float) -> int:
    """Return a share of 0–1 in per cent; less than all is never shown as all, nor some as none."""
    rounded = round(share * 100)
    if share < 1 and rounded == 100:  # noqa: PLR2004 (all of it)
        return 99
    return 1 if share > 0 and rounded == 0 else rounded


def _direction(index: Index, version: Version) -> str:
    a, b = index.cards[version.a], index.cards[version.b]
    if version.direction is Direction.A_FROM_B:
        return Phrase("{0} most likely took it from {1}", a.who, b.who)
    if version.direction is Direction.B_FROM_A:
        return Phrase("{0} most likely took it from {1}", b.who, a.who)
    return Phrase("who took it from whom is not known")
