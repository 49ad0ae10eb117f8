"""How are parts of a text hidden so that every offset into it still holds?

Each hidden character becomes `HIDDEN`; line ends stay, so that lines and paragraphs are still counted.
What is printed for people goes through `readable`, which shows a hidden passage as one mark.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator.model import Span

HIDDEN = "█"
"""Stands for a character that may not be shown."""
OMISSION = "[…]"
"""Stands for a hidden passage where people read."""
_PASSAGE = re.compile(rf"{HIDDEN}+(?:\s+{HIDDEN}+)*")
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|‘[^’]*’")


def redacted(text: str, shown: Iterable[Span]) -> str:
    """Return a text of the same length in which only the characters under some spans are left."""
    kept = ["\n" if char == "\n" else HIDDEN for char in text]
    for span in shown:
        kept[span.start : span.end] = text[span.start : span.end]
    return "".join(kept)


def revealed(text: str, whole: str, shown: Iterable[Span]) -> str:
    """Return a redacted text in which the characters under some more spans are shown."""
    kept = list(text)
    for span in shown:
        kept[span.start : span.end] = whole[span.start : span.end]
    return "".join(kept)


def readable(text: str) -> str:
    """Return a text with one mark for each hidden passage."""
    return _PASSAGE.sub(OMISSION, text) if HIDDEN in text else text


def without_quotations(message: str) -> str:
    """Return a message of ours without the words that it puts in quotation marks."""
    return _QUOTED.sub(f"“{OMISSION}”", message)
