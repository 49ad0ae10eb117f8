"""What do several articles share, and where do they differ?"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

from generator.model.articles import ArticleId
from generator.model.pickling import quickly_pickled
from generator.model.places import Span
from generator.model.quotes import QuoteId

StoryId = NewType("StoryId", str)
"""The id of the article it was minted for."""


class Relation(StrEnum):
    """How much of its text one version shares with another."""

    COPY = "copy"
    ABRIDGED = "abridged"
    PARTIAL = "partial"
    REWRITE = "rewrite"
    QUOTES_ONLY = "quotes-only"


class Direction(StrEnum):
    """Which of two versions was made from the other, as far as the evidence goes."""

    A_FROM_B = "a-from-b"
    B_FROM_A = "b-from-a"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Version:
    """Verified reuse of text between two articles; their order says nothing."""

    a: ArticleId
    b: ArticleId
    relation: Relation
    coverage_a: float
    """Share of a's words, 0–1, that lie in runs which b has too."""
    coverage_b: float
    coverage_a_outside_quotes: float
    """The same over the words outside quotation marks."""
    coverage_b_outside_quotes: float
    direction: Direction = Direction.UNKNOWN
    evidence: tuple[str, ...] = ()
    """What the direction rests on, a sentence each."""


@dataclass(frozen=True, slots=True)
class Story:
    """Articles that tell the same event."""

    id: StoryId
    articles: tuple[ArticleId, ...]
    """In date order, undated last."""
    related: tuple[ArticleId, ...] = ()
    """Articles of other stories on the same subject."""


class Alike(StrEnum):
    """What became of a sentence between two versions."""

    SAME = "same"
    TYPOGRAPHIC = "typographic"
    REWORDED = "reworded"
    MOVED = "moved"
    ONLY_LEFT = "only-left"
    ONLY_RIGHT = "only-right"


@dataclass(frozen=True, slots=True)
class Alignment:
    """A sentence of one version and what answers to it in the other."""

    kind: Alike
    left: Span | None
    right: Span | None
    similarity: float
    """0–1 over words."""


class Level(StrEnum):
    """How much a difference matters."""

    TYPOGRAPHIC = "typographic"
    WORDING = "wording"
    MEANING = "meaning"


class ChangeKind(StrEnum):
    """What happened to the words, seen from b to a."""

    REPLACED = "replaced"
    DROPPED = "dropped"
    ADDED = "added"
    MOVED = "moved"
    MERGED = "merged"


class Place(StrEnum):
    """Where in an article a difference lies."""

    BODY = "body"
    HEADLINE = "headline"
    METADATA = "metadata"


@dataclass(frozen=True, slots=True)
class Difference:
    """One place where two versions differ."""

    a: ArticleId
    b: ArticleId
    level: Level
    kind: ChangeKind
    place: Place
    a_span: Span | None
    """In a's text, or in a's raw where `place` is not the body; None where a has nothing there."""
    b_span: Span | None
    a_text: str
    b_text: str
    why: tuple[str, ...] = ()
    """Named reasons for the level: `negation`, `modal`, `number`, `date`, `name`, `attribution`, …."""


@dataclass(frozen=True, slots=True)
class Collation:
    """Two versions of a text, aligned sentence by sentence."""

    a: ArticleId
    b: ArticleId
    alignments: tuple[Alignment, ...]
    """In reading order of the longer version."""
    differences: tuple[Difference, ...]


@quickly_pickled
@dataclass(frozen=True, slots=True)
class Utterance:
    """One thing said, with every quote that prints it."""

    key: str
    """The key of its first quote, which is its address."""
    quotes: tuple[QuoteId, ...]
    """In date order of their articles."""
