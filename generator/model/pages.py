"""What is written in the end?"""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Page:
    """A file below the site's source folder."""

    path: str
    """POSIX, relative."""
    text: str = field(repr=False)
