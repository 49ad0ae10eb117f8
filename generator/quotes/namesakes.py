"""Does a bare surname mean the one full name that has it, or a relative's? "President Trump … his daughter, Ivanka Trump".

News texts print a full name first and the surname afterwards. A surname that stands before the full name, whose
bearer is presented as somebody's relative, is the other's.
"""

from __future__ import annotations

import re

from generator.quotes.languages.language import listed
from generator.quotes.reading import Reading

_APPOSED = re.compile(r",[dhSHJlNRre#]{1,8}(?=[,.\no-])")
_FAR = 3
"""Tokens before a name in which the word for a relative stands: "daughter, Ivanka"."""

_KNOWN_BY_SURNAME = {
    "trump": frozenset(("donald",)),
    "clinton": frozenset(listed("hillary bill william")),
    "obama": frozenset(("barack",)),
    "biden": frozenset(listed("joe joseph")),
    "putin": frozenset(("vladimir", "wladimir")),
    "macron": frozenset(("emmanuel",)),
    "netanyahu": frozenset(listed("benjamin bibi binyamin")),
    "erdogan": frozenset(listed("recep tayyip")),
    "zelensky": frozenset(listed("volodymyr vladimir")),
    "zelenskyy": frozenset(("volodymyr",)),
    "selenskyj": frozenset(("wolodymyr",)),
    "poutine": frozenset(("vladimir",)),
    "ترامب": frozenset(("دونالد",)),
    "ترامپ": frozenset(("دونالد",)),
    "بايدن": frozenset(("جو",)),
    "بایدن": frozenset(("جو",)),
    "بوتين": frozenset(("فلاديمير",)),
    "پوتین": frozenset(("ولادیمیر",)),
    "أوباما": frozenset(("باراك",)),
    "اوباما": frozenset(("باراک",)),
}
"""Surnames that stand for one person without a given name, and the given names that this person has."""


def is_relative(reading: Reading, first: int, last: int) -> bool:
    """Tell whether the name of tokens [first, last) is presented as a relative's: "his daughter, Ivanka Trump"."""
    tags, relatives = reading.tags, reading.language.relatives
    for place in range(first - 1, max(-1, first - 1 - _FAR), -1):
        if reading.word(place).lower() in relatives:
            return reading.language.code != "en" or _owned(reading, place)
        if tags[place] not in ",_NJRA":
            break
    close = _APPOSED.match(tags, last)
    return bool(close) and any(
        reading.word(place).lower() in relatives for place in range(last + 1, close.end() if close else last)
    )


def _owned(reading: Reading, place: int) -> bool:
    """Tell whether a word for a relative has an owner: "his", "Trump's eldest", "the … of"."""
    begin = max(0, place - 3)
    if any(reading.tags[at] == "S" or reading.word(at).lower() in _OWNERS for at in range(begin, place)):
        return True
    return reading.tags[place + 1 : place + 2] == "o"


_OWNERS = frozenset(listed("his her their my our whose the"))


def means_another(surname: str, given: str, *, relative: bool = False, earlier: bool = False) -> bool:
    """Tell whether a bare surname means somebody else than the only full name in the text that has it.

    Args:
        surname: the bare name, in small letters.
        given: the first word of the full name, in small letters.
        relative: whether the bearer of the full name is presented as somebody's relative.
        earlier: whether the surname stands alone before the full name does.
    """
    known = _KNOWN_BY_SURNAME.get(surname)
    return (relative and earlier) or (known is not None and given not in known)
