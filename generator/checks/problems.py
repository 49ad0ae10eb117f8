"""What is wrong in a file that a person wrote: where, which rule, and what to do about it."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass

from generator.terminal import visible


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing to mend."""

    path: str
    line: int
    """1-based."""
    column: int
    """1-based, in code points."""
    code: str
    problem: str
    remedy: str

    def __str__(self) -> str:
        """Print the form that editors make clickable."""
        return visible(f"{self.path}:{self.line}:{self.column} {self.code} {self.problem} — {self.remedy}")

    def annotation(self) -> str:
        """Print the form that shows the problem beside the line in a pull request on GitHub."""
        where = f"file={_property(self.path)},line={self.line},col={self.column},title={self.code}"
        return f"::error {where}::{_message(f'{self.problem} — {self.remedy}')}"


def _message(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """Return a remedy that names the nearest known value, or a few of them."""
    values = sorted(set(known))
    near = difflib.get_close_matches(name, values, n=1, cutoff=0.6)
    if near:
        return f"did you mean '{near[0]}'?"
    few = ", ".join(values[:_FEW])
    more = f" and {len(values) - _FEW} more" if len(values) > _FEW else ""
    return f"known are {few}{more}" if values else "none is known"


_FEW = 12
