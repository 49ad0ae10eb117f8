"""What is a labeled scrape, and which words and short lines do many sites' scrapes share?"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from rapidfuzz import fuzz

from generator.intake.vocabulary import PHRASE_WORDS

BODY_LABELS = ("body", "mixed")
CLEAN_STYLES = ("clean", "titled")
LEAST_HOSTS = 6
"""Hosts whose lines must have a word before it gets a weight: fewer would teach names of outlets."""
LEAST_PHRASE_HOSTS = 4
LEAST_WEIGHT = 0.3
LIKE_TITLE = 85.0
"""Per cent of likeness from which a line is the page's headline."""
HEAD_WORDS = 18
WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Scrape:
    """The labeled lines of one page in one style."""

    host: str
    source: str
    style: str
    body: str
    lines: list[str]
    is_body: np.ndarray
    is_headline: np.ndarray
    titled: bool = True
    """Whether the page's headline is known."""
    weight: float = 1.0

    def with_lines(self, at: int, lines: Sequence[str], *, weight: float) -> Scrape:
        """Put lines that are neither body nor headline between its own."""
        nothing = np.zeros(len(lines), bool)
        return replace(
            self,
            lines=[*self.lines[:at], *lines, *self.lines[at:]],
            is_body=np.concatenate((self.is_body[:at], nothing, self.is_body[at:])),
            is_headline=np.concatenate((self.is_headline[:at], nothing, self.is_headline[at:])),
            weight=weight,
        )

    def with_only(self, kept: np.ndarray, *, weight: float) -> Scrape:
        """Leave lines out."""
        lines = [line for line, keep in zip(self.lines, kept, strict=True) if keep]
        return replace(
            self, lines=lines, is_body=self.is_body[kept], is_headline=self.is_headline[kept], weight=weight
        )


def host_of(name: str | None) -> str:
    """Return a host's name without its `www.`, so that one site is in one fold."""
    return (name or "").removeprefix("www.")


def scrape(record: dict[str, Any], style: str, lines: Sequence[str], labels: Sequence[str]) -> Scrape:
    """Drop blank lines and make the labels arrays."""
    pairs = [(line.strip(), label) for line, label in zip(lines, labels, strict=True) if line.strip()]
    return Scrape(
        host_of(record["host"]),
        record["src"],
        style,
        record["body"],
        [line for line, _ in pairs],
        np.array([label in BODY_LABELS for _, label in pairs], bool),
        headlines_in([line for line, _ in pairs], record.get("title") or ""),
        titled=bool(record.get("title")),
    )


def headlines_in(lines: Sequence[str], title: str) -> np.ndarray:
    """Mark the lines that are most like the annotated title: pages print it with other marks, or a word more."""
    words = " ".join(words_of(title))
    if not words:
        return np.zeros(len(lines), bool)
    likeness = np.array([fuzz.ratio(words, " ".join(words_of(line))) for line in lines])
    return (likeness >= LIKE_TITLE) & (likeness == likeness.max())


def clean_scrapes(record: dict[str, Any]) -> list[Scrape]:
    """Return the body alone, and the body under its headline."""
    body = [line for line in record["body"].split("\n") if line.strip()]
    alone = scrape(record, "clean", body, ["body"] * len(body))
    if not record.get("title"):
        return [alone]
    return [alone, scrape(record, "titled", [record["title"], *body], ["headline"] + ["body"] * len(body))]


def words_of(line: str) -> list[str]:
    """Return a line's words as the product sees them."""
    return WORD.findall(line.lower())


def lexicon_of(pages: Iterable[Scrape]) -> dict[str, float]:
    """Weigh words by how many hosts have them in furniture and in bodies: log odds, one decimal."""
    hosts: dict[bool, defaultdict[str, set[str]]] = {True: defaultdict(set), False: defaultdict(set)}
    for page in pages:
        if page.style == "full":
            for line, body in zip(page.lines, page.is_body, strict=True):
                for word in words_of(line)[:HEAD_WORDS]:
                    hosts[bool(body)][word].add(page.host)
    weights = log_odds(hosts[True], hosts[False], LEAST_HOSTS)
    return {
        word: weight for word, weight in weights.items() if abs(weight) >= LEAST_WEIGHT and not word.isdigit()
    }


def phrases_of(pages: Iterable[Scrape]) -> dict[str, float]:
    """Weigh short lines in the same way."""
    hosts: dict[bool, defaultdict[str, set[str]]] = {True: defaultdict(set), False: defaultdict(set)}
    for page in pages:
        if page.style in ("full", "nolink"):
            for line, body in zip(page.lines, page.is_body, strict=True):
                words = words_of(line)
                if 0 < len(words) <= PHRASE_WORDS:
                    hosts[bool(body)][" ".join(words)].add(page.host)
    return log_odds(hosts[True], hosts[False], LEAST_PHRASE_HOSTS)


def log_odds(inside: dict[str, set[str]], outside: dict[str, set[str]], least: int) -> dict[str, float]:
    """Return the log odds of standing outside the body, of all that enough hosts have."""
    known = {key: (inside.get(key, set()), outside.get(key, set())) for key in inside.keys() | outside.keys()}
    return {
        key: round(math.log((len(out) + 0.5) / (len(within) + 0.5)), 1)
        for key, (within, out) in sorted(known.items())
        if len(within | out) >= least
    }
