"""Whom does a byline name? "By Ann Writer and Bo Editor | July 14, 2019" names two people."""

from __future__ import annotations

import re

from generator.intake.dates import MONTHS, WEEKDAYS

_OPENING = re.compile(
    r"(?:(?:written|reported|reporting|posted|published|story|words|text|article)\s+)?by(?::\s*|\s+|(?=[A-ZÀ-Þ]))"
    r"|(?:author|reporting by|writer):\s*",
    re.IGNORECASE,
)
_DATED = re.compile(
    r"\s*,?\s*(?:\b(?:published|updated|posted|on|in)\b|\d|\b(?:"
    + "|".join(sorted((*MONTHS, *WEEKDAYS), key=len, reverse=True))
    + r")\b\.?,?\s*\d).*$",
    re.IGNORECASE,
)
_BORDER = re.compile(r"\s*[|•·/@<(]|\s+[-–—]+\s|(?<=[a-zß-ÿ])(?=(?:Published|Updated|Posted)\b)")
_LOWER_TAIL = re.compile(r",\s+[a-zß-ÿ].*$")
_BETWEEN = re.compile(r"\s*(?:;|,|&|\band\b)\s*")
_NAME = re.compile(
    r"(?:[A-ZÀ-Þ][\w.'’-]*|[Tt]he)(?:\s+(?:(?:de|del|della|der|den|di|da|du|van|von|bin|al|el|la|le|of|y)\s+){0,2}"
    r"[A-ZÀ-Þ][\w.'’-]*){0,4}"
)
_NO_NAME = frozenset((*MONTHS, *WEEKDAYS, "then", "now", "contrast", "comparison", "far", "law", "default"))
_LONGEST = 120
_SENTENCE = re.compile(r"[a-zß-ÿ]{3}[.!?…]$")


def byline_names(line: str) -> str | None:
    """Return the names as they stand in a line that opens with "By", None where it is no byline."""
    opening = _OPENING.match(line)
    if not opening or len(line) > _LONGEST or _SENTENCE.search(line):
        return None
    names = _without_tail(line[opening.end() :])
    listed = [name for name in _BETWEEN.split(names) if name]
    return names if listed and all(map(_is_name, listed)) else None


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
