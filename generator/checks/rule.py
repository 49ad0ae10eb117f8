"""What a rule is: a named, explained way to find what is worth a reviewer's look; never a verdict."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from generator.checks.passages import Passages
from generator.model import Collation, Evidence, Severity, Signal, Span, Version, Where


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule found in one article: the places, and why they are worth a look."""

    spans: tuple[Span, ...]
    message: str
    level: Severity | None = None
    """Where it differs from the rule's own."""
    where: Where = Where.TEXT


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule over one article."""

    code: str
    title: str
    """A label of a few words."""
    level: Severity
    text: str
    """What is looked for and why it matters, for the reader of the site."""
    example: str
    """A text that raises it; `**` encloses the place."""
    find: Callable[[Passages], Iterable[Finding]]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two articles of one story, with what is known of their common text."""

    a: Passages
    b: Passages
    version: Version | None = None
    """None where neither took text from the other."""
    collation: Collation | None = None


@dataclass(frozen=True, slots=True)
class PairFinding:
    """What a rule found in two articles."""

    a: tuple[Span, ...]
    b: tuple[Span, ...]
    message: str
    level: Severity | None = None


@dataclass(frozen=True, slots=True)
class PairRule:
    """A rule over two articles of one story."""

    code: str
    title: str
    level: Severity
    text: str
    example: tuple[str, str]
    """Two texts that raise it; `**` encloses the places."""
    find: Callable[[Pair], Iterable[PairFinding]]


def signals_of(rule: Rule, passages: Passages) -> Iterable[Signal]:
    """Yield what a rule finds in an article."""
    article = passages.article.id
    for found in rule.find(passages):
        evidence = tuple(Evidence(article, span, found.where) for span in found.spans)
        yield Signal(rule.code, found.level or rule.level, evidence, found.message)


def pair_signals_of(rule: PairRule, pair: Pair) -> Iterable[Signal]:
    """Yield what a rule finds in two articles."""
    for found in rule.find(pair):
        evidence = tuple(Evidence(pair.a.article.id, span) for span in found.a)
        evidence += tuple(Evidence(pair.b.article.id, span) for span in found.b)
        yield Signal(rule.code, found.level or rule.level, evidence, found.message)
