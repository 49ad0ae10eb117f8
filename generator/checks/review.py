"""What a reviewer's file says: a claim, its verdict, the evidence, and who stands behind it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NewType

from generator.checks.located import Table
from generator.checks.shapes import Key, Kind, Shape
from generator.model import ArticleId
from generator.text import match_key

ClaimId = NewType("ClaimId", str)
"""The name of the review's file without `.yml`."""

STATUSES = ("draft", "in-review", "published", "corrected", "retracted")
PUBLIC = frozenset({"published", "corrected", "retracted"})
"""Statuses whose verdict is given out as data; the others are shown as work in progress."""
STANCES = ("supports", "denies", "context", "retracts")
DECISIONS = ("confirmed", "dismissed", "open")

_CLAIM = Shape(
    (
        Key("text", required=True),
        Key("wording", choices=("verbatim", "summary", "translation")),
        Key("claimant"),
        Key("claimant_kind", choices=("person", "organization")),
        Key("claimant_note"),
        Key("date"),
        Key("first_appearance"),
        Key("stories", Kind.LIST),
        Key("quotes", Kind.LIST),
    )
)
_VERDICT = Shape(
    (
        Key("rating", required=True),
        Key("text"),
        Key("explanation"),
        Key("confidence", choices=("low", "medium", "high")),
    )
)
_EVIDENCE = Shape(
    (
        Key("id", required=True),
        Key("stance", required=True, choices=STANCES, choice_code="021"),
        Key("article", required=True),
        Key("quote"),
        Key("speaker"),
        Key("voice", choices=("outlet", "unnamed", "document")),
        Key("said_on"),
        Key("same_as"),
        Key("source_sha256"),
        Key("archived"),
        Key("note"),
    )
)
_RELATED = Shape((Key("article", required=True), Key("why", required=True)))
_FLAG = Shape(
    (Key("code", required=True), Key("where", required=True), Key("decision", required=True), Key("note"))
)
_SIGNING = Shape(
    (
        Key("author", required=True),
        Key("checked_by", Kind.LIST),
        Key("created", required=True),
        Key("updated", required=True),
    )
)
_CORRECTION = Shape(
    (
        Key("date", required=True),
        Key("type", required=True, choices=("clarification", "correction", "retraction")),
        Key("note", required=True),
        Key("was"),
    )
)
REVIEW = Shape(
    (
        Key("schema", required=True, choices=("1",)),
        Key("id", required=True),
        Key("kind", required=True, choices=("claim", "story", "quote")),
        Key("status", required=True, choices=STATUSES, choice_code="007"),
        Key("claim", Kind.TABLE, required=True, shape=_CLAIM),
        Key("verdict", Kind.TABLE, required=True, shape=_VERDICT),
        Key("evidence", Kind.LIST, required=True, shape=_EVIDENCE),
        Key("related", Kind.LIST, shape=_RELATED),
        Key("flags", Kind.LIST, shape=_FLAG),
        Key("review", Kind.TABLE, required=True, shape=_SIGNING),
        Key("corrections", Kind.LIST, shape=_CORRECTION),
    )
)


@dataclass(frozen=True, slots=True)
class Exhibit:
    """One piece of evidence: words that stand in an article, and what they do to the claim."""

    id: str
    stance: str
    article: ArticleId
    quote: str
    """The article's own characters."""
    speaker: str | None = None
    """As the reviewer names them; that of the item that `same_as` names where none is given."""
    voice: str | None = None
    """`outlet`, `unnamed` or `document` where nobody is named."""
    said_on: str | None = None
    same_as: str | None = None
    """The id of the item that carries the same utterance: both count once."""
    sha256: str | None = None
    """Of the bytes that the reviewer read."""
    archived: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """What a reviewer made of a signal."""

    code: str
    article: ArticleId
    decision: str
    note: str | None


@dataclass(frozen=True, slots=True)
class Correction:
    """What was wrong in a review that was public."""

    date: str
    type: str
    note: str
    was: str | None


@dataclass(frozen=True, slots=True)
class Review:
    """A claim and what a reviewer found about it."""

    id: ClaimId
    kind: str
    status: str
    claim: str
    wording: str | None
    claimant: str | None
    claimant_kind: str | None
    claimant_note: str | None
    date: str | None
    first_appearance: str | None
    stories: tuple[str, ...]
    quotes: tuple[str, ...]
    """Keys or ids of quotes that the claim is about."""
    rating: str
    verdict: str | None
    """The verdict in the reviewer's words; the rating's label where it is None."""
    explanation: str | None
    confidence: str | None
    evidence: tuple[Exhibit, ...]
    related: tuple[tuple[ArticleId, str], ...]
    """Articles that are no evidence, and why they are named."""
    decisions: tuple[Decision, ...]
    author: str
    checked_by: tuple[str, ...]
    created: str
    updated: str
    corrections: tuple[Correction, ...]

    @property
    def public(self) -> bool:
        """Tell whether the verdict is given out as data."""
        return self.status in PUBLIC

    @property
    def second_readers(self) -> tuple[str, ...]:
        """Return who signed besides the author."""
        return tuple(
            name for name in self.checked_by if name.strip().casefold() != self.author.strip().casefold()
        )


def review_from(table: Table) -> Review:
    """Return a file whose shape is right as a review."""
    exhibits = {item.id: item for item in map(_exhibit, table.tables("evidence"))}
    evidence = tuple(_with_speaker(item, exhibits) for item in exhibits.values())
    return Review(
        id=ClaimId(table.text("id") or ""),
        kind=table.text("kind") or "",
        status=table.text("status") or "",
        claim=table.text("claim", "text") or "",
        wording=table.text("claim", "wording"),
        claimant=table.text("claim", "claimant"),
        claimant_kind=table.text("claim", "claimant_kind"),
        claimant_note=table.text("claim", "claimant_note"),
        date=table.text("claim", "date"),
        first_appearance=table.text("claim", "first_appearance"),
        stories=table.texts("claim", "stories"),
        quotes=table.texts("claim", "quotes"),
        rating=table.text("verdict", "rating") or "",
        verdict=table.text("verdict", "text"),
        explanation=table.text("verdict", "explanation"),
        confidence=table.text("verdict", "confidence"),
        evidence=evidence,
        related=tuple(
            (ArticleId(row.text("article") or ""), row.text("why") or "") for row in table.tables("related")
        ),
        decisions=tuple(map(_decision, table.tables("flags"))),
        author=table.text("review", "author") or "",
        checked_by=table.texts("review", "checked_by"),
        created=table.text("review", "created") or "",
        updated=table.text("review", "updated") or "",
        corrections=tuple(map(correction_from, table.tables("corrections"))),
    )


def _exhibit(row: Table) -> Exhibit:
    return Exhibit(
        id=row.text("id") or "",
        stance=row.text("stance") or "",
        article=ArticleId(row.text("article") or ""),
        quote=row.text("quote") or "",
        speaker=row.text("speaker"),
        voice=row.text("voice"),
        said_on=row.text("said_on"),
        same_as=row.text("same_as"),
        sha256=row.text("source_sha256"),
        archived=row.text("archived"),
        note=row.text("note"),
    )


def _with_speaker(item: Exhibit, exhibits: dict[str, Exhibit]) -> Exhibit:
    """Return an item with the speaker and date of the one it repeats, where it names none."""
    other = exhibits.get(item.same_as or "")
    if other is None or item.speaker or item.voice:
        return item
    return Exhibit(
        item.id,
        item.stance,
        item.article,
        item.quote,
        other.speaker,
        other.voice,
        item.said_on or other.said_on,
        item.same_as,
        item.sha256,
        item.archived,
        item.note,
    )


def _decision(row: Table) -> Decision:
    return Decision(
        row.text("code") or "",
        ArticleId(row.text("where") or ""),
        row.text("decision") or "",
        row.text("note"),
    )


def correction_from(row: Table) -> Correction:
    """Return an entry of a review's list of corrections."""
    return Correction(row.text("date") or "", row.text("type") or "", row.text("note") or "", row.text("was"))


def sources(
    review: Review, *, reused: frozenset[frozenset[str]] = frozenset()
) -> tuple[tuple[Exhibit, ...], ...]:
    """Group the evidence for or against a claim by its source; context is left out.

    Two items are one source if one repeats the other, if they print the same words, if one person
    says both, or if two versions of one text say them in the outlet's voice.

    Args:
        review: the review.
        reused: pairs of articles of which one took text from the other.
    """
    groups: list[list[Exhibit]] = []
    for item in review.evidence:
        if item.stance == "context":
            continue
        joined = [group for group in groups if any(_is_one_source(item, other, reused) for other in group)]
        groups = [group for group in groups if group not in joined]
        groups.append([*(other for group in joined for other in group), item])
    return tuple(tuple(group) for group in groups)


def _is_one_source(one: Exhibit, other: Exhibit, reused: frozenset[frozenset[str]]) -> bool:
    if one.same_as == other.id or other.same_as == one.id or match_key(one.quote) == match_key(other.quote):
        return True
    if one.speaker and other.speaker:
        return match_key(one.speaker) == match_key(other.speaker)
    if one.speaker or other.speaker:
        return False
    return one.article == other.article or frozenset((one.article, other.article)) in reused
