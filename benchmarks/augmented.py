"""Which texts like those of the labeled pages do sites have too?

Endless pages, with another site's article below; short articles between the same furniture; texts in a
language whose words have no weights. Made of the training pages alone, with a fixed seed.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np
from page_scrapes import STYLES
from scrapes import Scrape

_SHORT_BODY = (2, 9)
"""Lines of body that are left to a shortened article."""
_MENU_LINES = (2, 3, 4, 6, 10, 20, 40, 200)
_TAIL_LINES = (0, 2, 4, 8, 15, 40, 200)
_DROPPED = (0.0, 0.0, 0.2, 0.4)
"""Shares of a short article's furniture that are left out."""
_LONGEST_ENCIPHERED = 250
_VOWELS, _CONSONANTS = "aeiou", "bcdfghjklmnpqrstvwxz"


def augmented(pages: Sequence[Scrape]) -> list[Scrape]:
    """Return the further texts."""
    return [*endless(pages), *shortened(pages), *enciphered(pages)]


def endless(pages: Sequence[Scrape], share: float = 0.2) -> list[Scrape]:
    """Return some pages with another site's article below theirs, as endless pages have: it is no body."""
    chance = random.Random(0)  # noqa: S311 - a training set, no secret
    long = [page for page in pages if page.style in STYLES and page.is_body.sum() > 3]
    found = []
    for page in chance.sample(long, int(len(long) * share)):
        others = [other for other in long if other.style == page.style and other.host != page.host]
        below: list[str] = []
        for other in chance.sample(others, chance.randint(1, 2)):
            inside = np.flatnonzero(other.is_body)
            below += other.lines[
                max(0, inside[0] - chance.randint(0, 4)) : inside[-1] + 1 + chance.randint(0, 3)
            ]
        end = min(int(np.flatnonzero(page.is_body)[-1]) + 1 + chance.choice((0, 0, 5, 15)), len(page.lines))
        found.append(page.with_lines(end, below, weight=0.6))
    return found


def shortened(pages: Sequence[Scrape], share: float = 0.6) -> Iterator[Scrape]:
    """Yield some pages with the opening of their body alone, and some of the lines around it."""
    chance = random.Random(1)  # noqa: S311
    long = [page for page in pages if page.style in STYLES and page.is_body.sum() > 6]
    for page in chance.sample(long, int(len(long) * share)):
        body = np.flatnonzero(page.is_body)
        last = body[min(chance.randint(*_SHORT_BODY), len(body)) - 1]
        top = max(0, body[0] - chance.choice(_MENU_LINES))
        after = body[-1] + 1
        kept = np.zeros(len(page.lines), bool)
        kept[top : last + 1] = kept[after : after + chance.choice(_TAIL_LINES)] = True
        dropped = chance.choice(_DROPPED)
        kept &= page.is_body | np.array([chance.random() >= dropped for _ in page.lines])
        if kept.sum() > 3:
            yield page.with_only(kept, weight=0.6)


def enciphered(pages: Sequence[Scrape], share: float = 0.3) -> Iterator[Scrape]:
    """Yield some pages with their letters exchanged: what is left is form, place and repetition."""
    chance = random.Random(2)  # noqa: S311
    some = [page for page in pages if page.style in STYLES and len(page.lines) < _LONGEST_ENCIPHERED]
    for page in chance.sample(some, int(len(some) * share)):
        shuffled = "".join(
            "".join(chance.sample(letters, len(letters))) for letters in (_VOWELS, _CONSONANTS)
        )
        plain = _VOWELS + _CONSONANTS
        cipher = str.maketrans(plain + plain.upper(), shuffled + shuffled.upper())
        yield replace(page, lines=[line.translate(cipher) for line in page.lines], weight=0.4)
