"""Where in a text does a fact stand, and what was doubted on the way in?"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from generator.model.pickling import quickly_pickled


@quickly_pickled
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


class Where(StrEnum):
    """Which of an article's two texts a span counts in."""

    RAW = "raw"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Notice:
    """A thing that was dropped, repaired or doubted on the way in; nothing is lost silently."""

    code: str
    """A short hyphenated name, such as `invalid-utf-8`."""
    line: int | None
    """1-based line of the seed file, or None for the whole file."""
    message: str
    """One sentence for the reader of the page."""
