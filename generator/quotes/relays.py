"""Which outlet relayed the words? "ISNA reported" names the channel, and not who speaks (English)."""

from __future__ import annotations

import re

from generator.model import Span
from generator.quotes.reading import Reading

_WORD = r"[A-Z](?:[\w&’'-]|\.(?=\w))*"
_KIND = r"(?:\s(?:official\s)?(?:news\sagency|agency|newspaper|website|television|radio|TV))?"
_NAME = rf"(?:the\s)?(?:{_WORD}\s){{0,4}}{_WORD}{_KIND}"
_RELAYS = re.compile(
    rf"(?:,|\bas)\s(?P<reporting>{_NAME})\s(?:has\s|had\s)?report(?:s|ed)\b"
    rf"|\b(?:quoted|cited|carried|published|aired)\s(?:\w+\s)?by\s(?P<carrying>{_NAME})"
    rf"|\b[Aa]ccording\sto\s(?P<according>{_NAME})"
    rf"|\btold\s(?P<told>{_NAME})"
    rf"|(?P<quoting>{_NAME})\s(?:has\s|had\s)?(?:quoted|quotes|cited|cites)\s(?!by\b)"
)
_TRIGGER = re.compile(r"\b(?:report(?:s|ed)|quote[sd]|cite[sd]|carried|published|aired|told|[Aa]ccording)\b")
_OUTLET = re.compile(
    r"(?:^|[\s’'])(?:news(?:\sagency)?|agency|newspaper|website|television|radio|tv|times|post|journal|tribune|herald|gazette|"
    r"magazine|broadcaster|reuters|bloomberg|politico|axios|breitbart|buzzfeed|al jazeera|associated press|press tv|guardian|"
    r"telegraph|economist|le monde|der spiegel|xinhua|tass|interfax|france-presse|msnbc)$",
    re.IGNORECASE,
)
_ACRONYM = re.compile(r"^(?:the\s)?[A-Z]{2,6}$")
_NOT_OUTLETS = frozenset(("US", "UK", "EU", "UN", "NATO", "GOP", "FBI", "CIA", "IAEA", "OPEC", "DNC", "RNC"))


def relay_of(reading: Reading, place: int, mention: Span | None) -> Span | None:
    """Return who relayed the words at a code point, told in their sentence; never who speaks them."""
    first, last = reading.sentence(reading.token_at(place))
    start, end = reading.starts[first], reading.starts[last]
    sentence = list(reading.text[start:end])
    if not _TRIGGER.search(reading.text, start, end):
        return None
    for token in range(first, last):
        if reading.tags[token] in "QFMP":
            quoted = slice(reading.starts[token] - start, reading.starts[token + 1] - start)
            sentence[quoted] = "," * len(sentence[quoted])
    for found in _RELAYS.finditer("".join(sentence)):
        name = found.lastgroup or ""
        span = Span(start + found.start(name), start + found.end(name))
        if _is_outlet(found.group(name)) and not (mention and mention.overlaps(span)):
            return span
    return None


def _is_outlet(name: str) -> bool:
    acronym = _ACRONYM.match(name) is not None and name.removeprefix("the ") not in _NOT_OUTLETS
    return acronym or _OUTLET.search(name) is not None
