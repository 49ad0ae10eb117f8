"""Whom does a byline name? "By Ann Writer and Bo Editor | July 14, 2019" names two people."""

from __future__ import annotations

import re
from itertools import islice

from generator.intake.dates import MONTHS, WEEKDAYS

_OPENING = re.compile(
    r"(?:(?:written|reported|reporting|posted|published|story|words|text|article)\s+)?by(?::\s*|\s+|(?=[A-ZÀ-Þ]))"
    r"|(?:author|reporting by|writer):\s*",
    re.IGNORECASE,
)
_FOREIGN_OPENING = re.compile(r"(?P<word>Von|VON|Por|POR|Par|PAR)\s+(?=[A-ZÀ-Þ])")
_AROUND = {
    "von": re.compile(r"\b(?:der|die|das|und|nicht|den|mit|eine?)\b"),
    "por": re.compile(r"\b(?:el|los|las|que|del|una|os|das|não|uma)\b"),
    "par": re.compile(r"\b(?:les|des|est|une|dans|du|et|pour)\b"),
}
"""Common words of the languages in which the word opens bylines."""
_ENOUGH = 8
_DATED = re.compile(
    r"\s*,?\s*(?:\b(?:published|updated|posted|on|in)\b|\d|\b(?:"
    + "|".join(sorted((*MONTHS, *WEEKDAYS), key=len, reverse=True))
    + r")\b\.?,?\s*\d).*$",
    re.IGNORECASE,
)
_BORDER = re.compile(r"\s*[|•·/@<(]|\s+[-–—]+\s|(?<=[a-zß-ÿ])(?=(?:Published|Updated|Posted)\b)")
_LOWER_TAIL = re.compile(r",\s+[a-zß-ÿ].*$")
_BETWEEN = re.compile(r"\s*(?:;|,|&|\b(?:and|und|et)\b|(?<=\w) [ye] (?=[A-ZÀ-Þ]))\s*")
_NAME = re.compile(
    r"(?:[A-ZÀ-Þ][\w.'’-]*|[Tt]he)(?:\s+(?:(?:de|del|della|der|den|di|da|du|van|von|bin|al|el|la|le|of|y)\s+){0,2}"
    r"[A-ZÀ-Þ][\w.'’-]*){0,4}"
)
_NO_NAME = frozenset((*MONTHS, *WEEKDAYS, "then", "now", "contrast", "comparison", "far", "law", "default"))
_LONGEST = 120
_SENTENCE = re.compile(r"[a-zß-ÿ]{3}[.!?…]$")


def byline_names(line: str) -> str | None:
    """Return the names as they stand in a line that opens with "By", None where it is no byline.

    Where another language's word opens it ("Von", "Por", "Par"), only full names count: it opens headlines too.
    """
    if len(line) > _LONGEST:
        return None
    english = _OPENING.match(line)
    opening = english or _FOREIGN_OPENING.match(line)
    if not opening or _SENTENCE.search(line):
        return None
    names = _without_tail(line[opening.end() :])
    listed = [name for name in _BETWEEN.split(names) if name]
    return names if listed and all(map(_is_name if english else is_full_name, listed)) else None


def is_in_language(line: str, text: str) -> bool:
    """Tell whether a byline's opening is of the text's language: "Von Trapp Family" names nobody in English."""
    opening = _FOREIGN_OPENING.match(line)
    if not opening:
        return True
    words = _AROUND[opening["word"].lower()].finditer(text)
    return sum(1 for _ in islice(words, _ENOUGH)) == _ENOUGH


def _without_tail(names: str) -> str:
    """Cut off a date, an address, an office."""
    head = _BORDER.split(names, maxsplit=1)[0]
    head = _LOWER_TAIL.sub("", _DATED.sub("", head))
    return head.strip(" ,;:-–—")


def _is_name(name: str) -> bool:
    return bool(_NAME.fullmatch(name)) and name.split(maxsplit=1)[0].lower() not in _NO_NAME


def is_full_name(line: str) -> bool:
    """Tell whether a line is a person's name and nothing else: two to four capitalized words."""
    return len(line) < _LONGEST_NAME and " " in line and _is_name(line)


_LONGEST_NAME = 40
