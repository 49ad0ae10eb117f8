"""Which dates and names does a page show its readers around the start of its text?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.intake.dates import dates_in

_BYLINE = re.compile(
    r"(?:(?:story|words|written|reported|text)\s+)?by:?\s+(?P<names>[^\W\d_][^\n]{2,80})", re.IGNORECASE
)
_LABEL = re.compile(
    r"\b(?:(?P<updated>(?:last\s+)?(?:updated?|modified|revised|reviewed|edited|corrected|fact[- ]checked))"
    r"|(?P<published>published|posted|created|first\s+published))\b",
    re.IGNORECASE,
)
_ABOVE, _INSIDE = 14, 4
"""Lines above the first and from it on in which a page shows who wrote it, and when."""
_FARTHEST = 40
"""Lines above the first among which the headline is looked for: pages put boxes between the two."""
_KICKERS = 2
"""Lines above a headline that may hold its date."""
_SHORT_WORDS = 18


@dataclass(frozen=True, slots=True)
class Shown:
    """What stands in short lines around the start of the body."""

    published: tuple[str, ...] = ()
    """Whole ISO dates that no word calls those of an update."""
    updated: tuple[str, ...] = ()
    byline: str = ""
    """The names after "by", as they stand."""
    sure: bool = False
    """Whether the headline was found: without it a date may be that of a banner."""


def shown_around(lines: Sequence[str], kept: Sequence[bool], headline: str = "") -> Shown:
    """Read the dates and the byline that stand between the headline and the first kept line, or close to them."""
    first = next((i for i, keep in enumerate(kept) if keep), 0)
    above = range(first, max(0, first - _FARTHEST) - 1, -1)
    named = next((i for i in above if headline and lines[i] == headline), None)
    top = max(0, first - _ABOVE if named is None else named - _KICKERS)
    near = [i for i in range(top, min(first + _INSIDE, len(lines))) if _is_short(lines[i])]
    dated = [found for i in near for found in _dates(lines[i], lines[i - 1] if i else "")]
    published = tuple(dict.fromkeys(day for day, updated in dated if not updated))
    updated = tuple(dict.fromkeys(day for day, updated in dated if updated))
    byline = next((found["names"] for i in near if (found := _BYLINE.match(lines[i]))), "")
    return Shown(published, updated, byline, named is not None)


def _is_short(line: str) -> bool:
    return line.count(" ") < _SHORT_WORDS


def _dates(line: str, above: str) -> Iterator[tuple[str, bool]]:
    """Yield the whole dates of a line, each with whether the words before it, or a label above, say "updated"."""
    for dated in dates_in(line):
        if dated.whole and dated.value:
            before = (
                line[: dated.span.start] if _LABEL.search(line[: dated.span.start]) else _label_above(above)
            )
            labels = list(_LABEL.finditer(before))
            yield dated.value, bool(labels and labels[-1]["updated"])


def _label_above(line: str) -> str:
    """Return a line that is a label and nothing else: "Last updated:"."""
    return line if len(line.split()) <= 3 and not dates_in(line) else ""  # noqa: PLR2004
