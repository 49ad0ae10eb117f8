"""What flows between the stages: frozen facts, each tied to the place it came from.

Offsets are half-open ranges of Unicode code points into `Article.text`, or into `Article.raw` where
a field says so. Absent is `None`; an unknown speaker is `None`, not "Unknown".
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import NewType

ArticleId = NewType("ArticleId", str)
"""The explicit id (sidecar, record), else the seed file's stem; an address that readers keep."""
QuoteId = NewType("QuoteId", str)
"""Article id, quote key and ordinal, joined by hyphens."""
SpeakerId = NewType("SpeakerId", str)
"""A slug of the person's fullest name."""
StoryId = NewType("StoryId", str)
"""The id of the article it was minted for."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points."""

    start: int
    end: int

    def __post_init__(self) -> None:
        """Refuse backward and empty spans where they are made, not where they hurt."""
        if not 0 <= self.start < self.end:
            message = f"not a span: [{self.start}, {self.end})"
            raise ValueError(message)

    def of(self, text: str) -> str:
        """Return the characters of `text` under this span."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two share a code point."""
        return self.start < other.end and other.start < self.end

    def holds(self, other: Span) -> bool:
        """Tell whether `other` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Notice:
    """A thing that was dropped, repaired or doubted on the way in; nothing is lost silently."""

    code: str
    """A short hyphenated name, such as `invalid-utf-8`."""
    line: int | None
    """1-based line of the seed file, or None for the whole file."""
    message: str
    """One sentence for the reader of the page."""


# ---------------------------------------------------------------- intake


class SourceForm(StrEnum):
    """In which form an article was handed in."""

    TEXT = "text"
    MARKDOWN = "markdown"
    HTML = "html"
    RECORD = "record"


@dataclass(frozen=True, slots=True)
class RawArticle:
    """One article as it was received, decoded and nothing more."""

    id: ArticleId
    path: str
    """POSIX path of the seed file below the seeds folder."""
    line: int
    """1-based line where the article starts in its file: 1 but for records of a JSONL file."""
    form: SourceForm
    text: str
    """The decoded input with LF line ends; of HTML its visible blocks, one a line."""
    encoding: str
    sha256: str
    """Of the bytes of the file, or of the record's line."""
    given: tuple[tuple[str, str], ...] = ()
    """Field values that a sidecar or a record states, by field name; `outlet`, `published`, …."""
    given_by: str = "stated"
    """Status of the given fields: `stated` for a record, front matter or a page's metadata."""
    corrected: tuple[tuple[str, str], ...] = ()
    """Field values that a sidecar states: they win over `given` and are shown as the reviewer's."""
    front_matter: int = 0
    """How many lines at the top are front matter, and no text."""
    cleaned: bool = False
    """True where the input says that the text is the article and nothing else."""
    html: str | None = None
    """The page's source, for the readers of HTML alone."""
    notices: tuple[Notice, ...] = ()


@dataclass(frozen=True, slots=True)
class Cut:
    """Lines that are hidden from the body, and why."""

    first: int
    """1-based line of `raw`."""
    last: int
    """1-based, included."""
    reason: str


class FieldStatus(StrEnum):
    """How a metadata value is known."""

    STATED = "stated"
    PARTIAL = "partial"
    INFERRED = "inferred"
    DETECTED = "detected"
    REVIEWER = "reviewer"
    NOT_IN_TEXT = "not_in_text"


class Where(StrEnum):
    """Which of an article's two texts a span counts in."""

    RAW = "raw"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Field:
    """One fact about an article, with the place that states it."""

    name: str
    """`headline`, `outlet`, `via`, `author`, `published`, `updated`, `dateline`, `url`, `language`, `section`."""
    status: FieldStatus
    value: str | None = None
    """Dates as `2019-07-14`, or partial as `--07-15` or `2019-07`; several authors joined by `; `."""
    span: Span | None = None
    where: Where = Where.RAW
    confidence: float | None = None
    """0–1, calibrated: of the fields with confidence c, a share c is right."""
    source: str = ""
    """What an inferred, partial or detected value rests on, in words for the page."""
    partial: str | None = None
    """What the text itself states of an inferred value: `--07-15` of `2019-07-15`."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the body."""

    span: Span
    line: int
    """1-based line of `raw` on which it starts."""
    kind: str = "text"
    """`text`, `heading`, `list`, `table`, `blockquote`, `caption`."""


@dataclass(frozen=True, slots=True)
class Article:
    """An article, read and cleaned, with what is known about it."""

    id: ArticleId
    path: str
    sha256: str
    raw: str
    text: str
    """The kept body without Markdown marks; paragraphs are separated by newlines."""
    paragraphs: tuple[Paragraph, ...]
    cuts: tuple[Cut, ...] = ()
    fields: tuple[Field, ...] = ()
    notices: tuple[Notice, ...] = ()
    line: int = 1

    def field(self, name: str) -> Field:
        """Return the named field; one that the text lacks has the status `not_in_text`."""
        found = (fact for fact in self.fields if fact.name == name)
        return next(found, Field(name, FieldStatus.NOT_IN_TEXT))

    def value(self, name: str) -> str | None:
        """Return what the text or a reviewer states, however partial; what was inferred is left out."""
        fact = self.field(name)
        return fact.partial if fact.status is FieldStatus.INFERRED else fact.value


# ---------------------------------------------------------------- quotes


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


@dataclass(frozen=True, slots=True)
class ReadArticle:
    """All that the stages which see one article alone make of it."""

    article: Article
    quotes: tuple[Quote, ...] = ()
    """In text order; an indirect quote may hold partial ones."""


# ---------------------------------------------------------------- stories


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


@dataclass(frozen=True, slots=True)
class Utterance:
    """One thing said, with every quote that prints it."""

    key: str
    """The key of its first quote, which is its address."""
    quotes: tuple[QuoteId, ...]
    """In date order of their articles."""


# ---------------------------------------------------------------- checks


class Severity(StrEnum):
    """How loudly a signal asks for a reviewer."""

    INFO = "info"
    WARN = "warn"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class Evidence:
    """A place that a signal points to."""

    article: ArticleId
    span: Span
    where: Where = Where.TEXT


@dataclass(frozen=True, slots=True)
class Signal:
    """Something a machine finds worth a reviewer's look; never a verdict."""

    code: str
    level: Severity
    evidence: tuple[Evidence, ...]
    message: str
    """One sentence."""


# ---------------------------------------------------------------- pages


@dataclass(frozen=True, slots=True)
class Page:
    """A file below the site's source folder."""

    path: str
    """POSIX, relative."""
    text: str = field(repr=False)
