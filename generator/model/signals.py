"""What does a machine find worth a look, and where?"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from generator.model.articles import ArticleId
from generator.model.pickling import quickly_pickled
from generator.model.places import Span, Where


class Severity(StrEnum):
    """How loudly a signal asks for a reviewer."""

    INFO = "info"
    WARN = "warn"
    ERROR = "error"


@quickly_pickled
@dataclass(frozen=True, slots=True)
class Evidence:
    """A place that a signal points to."""

    article: ArticleId
    span: Span
    where: Where = Where.TEXT


@quickly_pickled
@dataclass(frozen=True, slots=True)
class Signal:
    """Something a machine finds worth a reviewer's look; never a verdict."""

    code: str
    level: Severity
    evidence: tuple[Evidence, ...]
    message: str
    """One sentence."""
