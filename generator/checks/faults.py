"""A fault in a page's structured data."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong, and where in the object."""

    code: str
    path: str
    """Property names from the root, joined by slashes."""
    message: str

    def __str__(self) -> str:
        """Print code, place and message."""
        return f"{self.code} {self.path or '/'}: {self.message}"
