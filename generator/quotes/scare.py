"""Is a stretch in quotation marks something that was said?

Titles of works, names, slogans and words held at arm's length stand in the same marks.
"""

from __future__ import annotations

import re

from generator.quotes.languages.language import listed
from generator.quotes.marks import Marked
from generator.quotes.reading import Reading
from generator.quotes.speakers import Attribution

_SHORT = 3
_WORD = re.compile(r"\w+(?:['’]\w+)*")
_SMALL = frozenset(listed("a an the of and or in on at to for with by from is as it"))


def is_quotation(reading: Reading, quote: Marked, answer: Attribution | None) -> bool:
    """Decide by marks, length, capitals and what the reporter says about it."""
    words = _WORD.findall(quote.inner.of(reading.text))
    spoken = answer is not None and answer.rule != "loose"
    if quote.single and not (
        spoken and answer and answer.rule in ("before", "after") and len(words) > _SHORT
    ):
        return False
    if not spoken:
        return len(words) > _SHORT
    return True
