"""The pages of what people found: one for each claim, their list, and the list of corrections."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from types import MappingProxyType
from typing import Any

from markupsafe import Markup

from generator.checks.apply import REPLY, is_withdrawn
from generator.checks.changes import Stand
from generator.checks.earlier import Earlier
from generator.checks.ratings import BEST, RATINGS
from generator.checks.review import Decision, Exhibit, Review
from generator.checks.reviews import Desktop, Standing
from generator.checks.signals import rule_texts
from generator.model import Evidence, Page, Where
from generator.pages import links, render
from generator.pages.corrections import correction_names
from generator.pages.dates import date_words
from generator.pages.findings import KnownView, known_view
from generator.pages.fragments import with_fragment
from generator.pages.index import ArticleCard, Index
from generator.pages.repository import Repository
from generator.pages.stands import stand_view
from generator.pages.views.signals import DECISION_WORDS
from generator.pages.words import Phrase
from generator.redaction import OMISSION

STATUS_WORDS = {
    "draft": Phrase("Draft: no verdict yet"),
    "in-review": Phrase("In review: not yet signed by a second person"),
    "published": Phrase("Published"),
    "corrected": Phrase("Corrected"),
    "retracted": Phrase("Retracted"),
}
WORDING_WORDS = {
    "verbatim": Phrase("These are the words of a source."),
    "summary": Phrase("The words are a summary by the reviewer."),
    "translation": Phrase("The words are a translation."),
}
STANCE_WORDS = {
    "supports": Phrase("supports the claim"),
    "denies": Phrase("denies it"),
    "context": Phrase("context"),
    "retracts": Phrase("retracts it"),
}
VOICE_WORDS = {
    "outlet": Phrase("in the outlet’s own words"),
    "unnamed": Phrase("a source that is not named"),
    "document": Phrase("a document"),
}


@dataclass(frozen=True, slots=True)
class ExhibitView:
    """One piece of evidence as the page shows it."""

    id: str
    stance: str
    stance_words: str
    words: str
    who: str
    said_on: str
    card: ArticleCard | None
    article: str
    here: Markup | None
    """Link to the place on the article's page; None for an orphan."""
    original: Markup | None
    """Link to the words on the publisher's page."""
    archived: Markup | None
    save: Markup | None
    """Where a copy can be saved, if there is none."""
    same_as: str
    withdrawn: bool
    replies: tuple[str, ...]
    """What those concerned answer to the article."""
    note: str


@dataclass(frozen=True, slots=True)
class DecisionView:
    """What a reviewer made of a signal."""

    code: str
    title: str
    """The rule's name in a few words."""
    words: str
    note: str
    card: ArticleCard | None
    article: str
    anchor: str
    """Of the article's signals, where it has any today."""


@dataclass(frozen=True, slots=True)
class ClaimPage:
    """What a claim's page says."""

    path: str
    review: Review
    status: str
    status_words: str
    public: bool
    stale: bool
    label: str
    meaning: str
    scale: str
    verdict: str
    claimant: str
    date: str
    sources: str
    exhibits: tuple[ExhibitView, ...]
    related: tuple[tuple[str, ArticleCard | None, str], ...]
    decisions: tuple[DecisionView, ...]
    alike: tuple[ClaimRow, ...]
    """Other claims here that resemble it."""
    known: tuple[KnownView, ...]
    """Fact-checks of others that resemble it."""
    edit: Markup | None
    report: Markup | None
    structured: str
    wording: str
    """Whose words the claim's are, in a sentence."""
    author: str
    checked_by: tuple[str, ...]
    created: str
    updated: str
    """In words."""


def claim_pages(
    index: Index,
    desktop: Desktop,
    *,
    repository: Repository | None = None,
    stands: Mapping[str, Stand] = MappingProxyType({}),
    language: str = "en",
) -> Iterator[Page]:
    """Yield the pages of all claims, their list and the list of corrections.

    Args:
        index: of the edition.
        desktop: what people wrote.
        repository: where the files can be edited and problems reported.
        stands: the last commit of each review's file.
        language: of the interface's words.
    """
    people = {each.id: each.name for each in desktop.reviewers}
    for standing in desktop.reviews:
        earlier = index.earlier_claims.get(standing.review.id, Earlier())
        view = claim_view(index, standing, repository, earlier, people)
        names = _names(view) | {"stand": stand_view(stands.get(standing.path), repository)}
        yield _page(view.path, "claim.md.j2", view.review.claim, names, language, robots=not view.public)
    names = {"groups": _groups(desktop.reviews), "ratings": desktop.ratings}
    yield _page("claims/index.md", "claims.md.j2", Phrase("Claims"), names, language)
    names = correction_names(index, desktop)
    yield _page("corrections.md", "corrections.md.j2", Phrase("Corrections"), names, language)


def _names(view: Any) -> dict[str, Any]:
    return {item.name: getattr(view, item.name) for item in fields(view)}


def _page(
    path: str, template: str, title: str, names: Mapping[str, Any], language: str, *, robots: bool = False
) -> Page:
    def to(there: str, anchor: str = "") -> Markup:
        return links.link(path, there, anchor)

    front: dict[str, object] = {"title": title, "hide": ["navigation", "toc"]}
    if robots:
        front["robots"] = "noindex"
    return render.page(path, template, {"structured": "", **names, "to": to}, front=front, language=language)


def claim_view(
    index: Index,
    standing: Standing,
    repository: Repository | None,
    earlier: Earlier,
    people: Mapping[str, str],
) -> ClaimPage:
    """Return what a claim's page says; people are named as `reviewers.yml` has them, by their ids."""
    review = standing.review
    path = links.claim_path(review.id)
    return ClaimPage(
        path=path,
        review=review,
        status=standing.status,
        status_words=STATUS_WORDS[standing.status],
        public=standing.public,
        stale=standing.stale,
        label=_rated(standing.rating.label),
        meaning=_rated(standing.rating.meaning),
        scale=Phrase("{0} of {1}", str(standing.rating.number), str(BEST)) if standing.rating.number else "",
        verdict=review.verdict or _rated(standing.rating.label),
        claimant=review.claimant or "",
        date=date_words(review.date) if review.date else "",
        sources=_source_words(standing.sources),
        exhibits=tuple(_exhibit(index, path, item, places) for item, places in standing.places),
        related=tuple((name, index.cards.get(name), why) for name, why in review.related),
        decisions=tuple(_decision(index, each) for each in review.decisions),
        alike=tuple(map(claim_row, earlier.here)),
        known=tuple(map(known_view, earlier.elsewhere)),
        edit=links.outside(repository.edit(standing.path)) if repository else None,
        report=links.outside(
            repository.report(f"Claim: {review.claim}", f"Page: {path}\n\nWhat is wrong, and what shows it?")
        )
        if repository
        else None,
        structured=index.structured.get(path, ""),
        wording=WORDING_WORDS.get(review.wording or "", ""),
        author=people.get(review.author, review.author),
        checked_by=tuple(people.get(each, each) for each in review.second_readers),
        created=date_words(review.created),
        updated=date_words(review.updated),
    )


_BUILT_IN = frozenset(text for rating in RATINGS for text in (rating.label, rating.meaning))


def _rated(text: str) -> str:
    """Return a word of a rating: ours in the site's language, the site owner's own as it is."""
    return Phrase(text) if text in _BUILT_IN else text


def _decision(index: Index, each: Decision) -> DecisionView:
    words = DECISION_WORDS.get(each.decision, each.decision)
    anchor = "signals" if index.signals.get(each.article) else ""
    title, _ = rule_texts().get(each.code, (each.code, ""))
    return DecisionView(
        each.code, Phrase(title), words, each.note or "", index.cards.get(each.article), each.article, anchor
    )


def _source_words(count: int) -> str:
    if count == 0:
        return Phrase("No source for or against it")
    return Phrase.counted(count, "One independent source", "{0} independent sources")


def _exhibit(index: Index, here: str, item: Exhibit, places: tuple[Evidence, ...]) -> ExhibitView:
    read = index.reads.get(item.article)
    article = read.article if read else None
    withdrawn = bool(article and is_withdrawn(article))
    original = article.value("url") if article else None
    return ExhibitView(
        id=item.id,
        stance=item.stance,
        stance_words=STANCE_WORDS.get(item.stance, item.stance),
        words="" if withdrawn else item.quote or OMISSION,
        who=item.speaker or VOICE_WORDS.get(item.voice or "", Phrase("speaker not named")),
        said_on=date_words(item.said_on) if item.said_on else "",
        card=index.cards.get(item.article),
        article=item.article,
        here=_place(index, here, places),
        original=links.outside(with_fragment(original, article.text, places[0].span))
        if original and article and places and places[0].where is Where.TEXT
        else links.outside(original),
        archived=links.outside(item.archived),
        save=links.outside(f"https://web.archive.org/save/{original}")
        if original and not item.archived
        else None,
        same_as=item.same_as or "",
        withdrawn=withdrawn,
        replies=tuple(note.message for note in article.notices if note.code == REPLY) if article else (),
        note=item.note or "",
    )


def _place(index: Index, here: str, places: tuple[Evidence, ...]) -> Markup | None:
    """Return a link to the quote that holds the evidence, else to the article's text."""
    if not places:
        return None
    first = places[0]
    path = index.cards[first.article].path
    if first.where is Where.RAW:
        return links.link(here, path, "record")
    for quote in index.reads[first.article].quotes:
        if any(part.overlaps(first.span) for part in quote.parts):
            return links.link(here, path, f"t-{index.places[quote.id].anchor}")
    return links.link(here, path, "text")


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A claim in a list."""

    path: str
    claim: str
    label: str
    status: str
    sources: str
    updated: str
    """ISO 8601."""
    public: bool
    """True where two people signed and nobody took it back: only then it is a verdict."""
    stale: bool

    @property
    def day(self) -> str:
        """Return when it was last changed, in words."""
        return date_words(self.updated)

    @property
    def state(self) -> str:
        """Return how far the review is, in words."""
        return STATUS_WORDS[self.status]


def _groups(standings: Sequence[Standing]) -> tuple[tuple[str, tuple[ClaimRow, ...]], ...]:
    """Group the claims by status, what is published first."""
    rows: dict[str, list[ClaimRow]] = {}
    for standing in standings:
        rows.setdefault(standing.status, []).append(claim_row(standing))
    order = ("published", "corrected", "retracted", "in-review", "draft")
    return tuple(
        (
            STATUS_WORDS[status],
            tuple(sorted(rows[status], key=lambda row: (row.updated, row.claim), reverse=True)),
        )
        for status in order
        if status in rows
    )


def claim_row(standing: Standing) -> ClaimRow:
    """Return a claim as lists and other pages name it."""
    review = standing.review
    return ClaimRow(
        links.claim_path(review.id),
        review.claim,
        _rated(standing.rating.label),
        standing.status,
        _source_words(standing.sources),
        review.updated,
        standing.public and standing.status != "retracted",
        standing.stale,
    )
