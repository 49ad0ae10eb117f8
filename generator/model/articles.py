"""What is known of one article before anybody is quoted?"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import NewType

from generator.model.pickling import quickly_pickled
from generator.model.places import Notice, Span, Where

ArticleId = NewType("ArticleId", str)
"""The explicit id (sidecar, record), else the seed file's stem; an address that readers keep."""


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


@dataclass(frozen=True, slots=True)
class Field:
    """One fact about an article, with the place that states it."""

    name: str
    """`headline`, `outlet`, `via`, `author`, `published`, `updated`, `dateline`, `url`, `language`, `section`,
    `rights`, `noindex`."""
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


@cache
def _lacking(name: str) -> Field:
    return Field(name, FieldStatus.NOT_IN_TEXT)


@quickly_pickled
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
        for fact in self.fields:
            if fact.name == name:
                return fact
        return _lacking(name)

    def value(self, name: str) -> str | None:
        """Return what the text or a reviewer states, however partial; what was inferred is left out."""
        fact = self.field(name)
        return fact.partial if fact.status is FieldStatus.INFERRED else fact.value
