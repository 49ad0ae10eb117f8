"""How does a link lead to the very words on somebody else's page? By a text fragment, `#:~:text=`.

Browsers find the words themselves: case, kinds of apostrophes and dots, and kinds of spaces don't
matter to them; what does is that nothing starts or ends inside a word, that the first words of a
range stand in one paragraph, and that `-`, `,` and `&` are percent-encoded.
"""

from __future__ import annotations

import re
from urllib.parse import quote

from generator.model import Span
from generator.redaction import HIDDEN

_WHOLE = 10
"""Words up to which the quotation stands whole in the link."""
_EDGE = 4
"""Words at each end of a longer one."""
_BEFORE = 3
"""Words of context where the first ones stand more than once."""
_WORD = re.compile(r"\S+")
_OUTER = "\"'“”‘’«»„‟‛‹› \n\t\xa0"


def with_fragment(address: str, text: str, span: Span) -> str:
    """Return an address that leads to the words under a span of the article's text, where they may be shown."""
    if HIDDEN in span.of(text):
        return address
    base, mark, fragment = address.partition("#")
    directive = f":~:text={text_directive(text, span)}"
    return f"{base}#{fragment if mark else ''}{directive}"


def text_directive(text: str, span: Span) -> str:
    """Return what stands after `text=`: the words, or the first and the last ones."""
    start, end = _whole_words(text, span)
    words = _WORD.findall(text[start:end])
    if len(words) <= _WHOLE and "\n" not in text[start:end]:
        return _prefix(text, start, end) + _encoded(text[start:end])
    lines = [line for line in text[start:end].split("\n") if line.strip()]
    first = _WORD.findall(lines[0])[:_EDGE]
    last = _WORD.findall(lines[-1])[-_EDGE:]
    opening = " ".join(first)
    return _prefix(text, start, start + len(opening)) + f"{_encoded(opening)},{_encoded(' '.join(last))}"


def _whole_words(text: str, span: Span) -> tuple[int, int]:
    """Return the span without marks around it, widened to whole words."""
    start, end = span.start, span.end
    while start < end and text[start] in _OUTER:
        start += 1
    while end > start and text[end - 1] in _OUTER + ",.;:":
        end -= 1
    while start > 0 and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while end < len(text) and text[end].isalnum() and text[end - 1].isalnum():
        end += 1
    return start, end


def _prefix(text: str, start: int, end: int) -> str:
    """Return the words before, where the browser would find others first."""
    if text.find(text[start:end]) == start:
        return ""
    line = text[text.rfind("\n", 0, start) + 1 : start]
    before = [word for word in _WORD.findall(line) if word.strip(_OUTER) and HIDDEN not in word][-_BEFORE:]
    return f"{_encoded(' '.join(before).strip(_OUTER))}-," if before else ""


def _encoded(words: str) -> str:
    return quote(" ".join(words.split()), safe="").replace("-", "%2D").replace("~", "%7E")
