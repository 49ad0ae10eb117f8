"""What is written in the end, and how much of it may be?"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class Rights(StrEnum):
    """How much of an article's text may be published."""

    FULL = "full"
    EXCERPTS = "excerpts"
    """What stands around quotes and differences."""
    NONE = "none"
    """No words of the text; who is quoted, how often and where is still said."""


@dataclass(frozen=True, slots=True)
class Page:
    """A file below the site's source folder."""

    path: str
    """POSIX, relative."""
    text: str = field(repr=False)
