"""Who says what in one article?"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

from generator.model.articles import Article, ArticleId
from generator.model.pickling import quickly_pickled
from generator.model.places import Span

QuoteId = NewType("QuoteId", str)
"""Article id, quote key and ordinal, joined by hyphens."""
SpeakerId = NewType("SpeakerId", str)
"""A slug of the person's fullest name."""


BY_A_PERSON = "reviewer"
"""Rule of a quote that a person corrected."""


class QuoteKind(StrEnum):
    """How much of the words is the speaker's own."""

    DIRECT = "direct"
    PARTIAL = "partial"
    INDIRECT = "indirect"


class Polarity(StrEnum):
    """What the speaker does with the words: "denied rumors that …" denies them."""

    AFFIRMED = "affirmed"
    DENIED = "denied"
    HEDGED = "hedged"


@dataclass(frozen=True, slots=True)
class Speaker:
    """A person, office or body that is known by a name."""

    id: SpeakerId
    name: str
    """The fullest form of the name in the texts, without titles."""
    titles: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    """Other forms of the name that stand in the texts."""
    kind: str = "person"
    """`person` or `organization`."""


@quickly_pickled
@dataclass(frozen=True, slots=True)
class Quote:
    """Words an article puts in somebody's mouth."""

    id: QuoteId
    article: ArticleId
    key: str
    """`quote_key` of `words`."""
    kind: QuoteKind
    parts: tuple[Span, ...]
    """Where the words stand in the text, marks excluded; more than one where the cue interrupts them."""
    words: str
    """The characters under the parts, joined by ` … `."""
    polarity: Polarity = Polarity.AFFIRMED
    cue: Span | None = None
    mention: Span | None = None
    """The words that name the speaker, `he` and `the source` included."""
    speaker: Speaker | None = None
    """None for a nameless source and for an unknown speaker alike; the mention tells them apart."""
    via: Span | None = None
    """Who relayed the words to the outlet: "ISNA reported"."""
    rule: str = ""
    """Name of the rule that found the speaker."""
    confidence: float | None = None
    """0–1: of the quotes with confidence c, a share c has the right span and speaker."""

    @property
    def span(self) -> Span:
        """Return the range from the first part's start to the last one's end."""
        return Span(self.parts[0].start, self.parts[-1].end)

    @property
    def anchor(self) -> str:
        """Return the name of its place on its article's page: made of its id, so no correction moves it."""
        name = self.id.removeprefix(f"{self.article}-")
        return name.removesuffix("-1") if name.count("-") > 1 else name


@dataclass(frozen=True, slots=True)
class ReadArticle:
    """All that the stages which see one article alone make of it."""

    article: Article
    quotes: tuple[Quote, ...] = ()
    """In text order; an indirect quote may hold partial ones."""
