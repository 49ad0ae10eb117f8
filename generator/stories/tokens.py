"""Which words and marks make up a passage, and under which form are two of them the same?

Each token has three forms: as printed; in house style (`styled`), where a newspaper's habits are
leveled (U.S. and US, 29th and 29, ten and 10, colour and color); and its place in the text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache, partial
from typing import NamedTuple

from generator.model import Span
from generator.text import fold

_TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,}"  # U.S., a.m.
    r"|[$£€]?\d+(?:[.,:]\d+)*(?:st|nd|rd|th|s|m|bn|tn|k)?(?!\w)"  # 29th, 1,000, $3.5, 9:30
    r"|\w+(?:['’]\w+)*"
    r"|\.{2,}|-{2,}|``|''|[^\w\s]"
)
_WORD = re.compile(r"\w")


class Token(NamedTuple):
    """A word, a number or a mark; a tuple, since a text has hundreds of them."""

    text: str
    start: int
    """Code point at which it starts."""
    styled: str
    """Its form in house style; empty for a mark that carries no meaning."""

    @property
    def end(self) -> int:
        """Return the code point after it."""
        return self.start + len(self.text)

    @property
    def is_word(self) -> bool:
        """Tell a word or number from a mark."""
        return bool(_WORD.search(self.text))


def texts_of(text: str, within: Span) -> tuple[str, ...]:
    """Return the words and marks of a passage as printed: its tokens, without their places."""
    return tuple(_TOKEN.findall(text, within.start, within.end))


def tokens_of(text: str, within: Span) -> tuple[Token, ...]:
    """Return the tokens of a passage, in order."""
    return placed(text, within, texts_of(text, within))


def placed(text: str, within: Span, texts: Sequence[str]) -> tuple[Token, ...]:
    """Return the tokens of a passage whose words and marks are known; nothing but space is between them."""
    starts = []
    at = within.start
    for word in texts:
        at = text.index(word, at)
        starts.append(at)
        at += len(word)
    return tuple(map(_token, zip(texts, starts, map(styled, texts), strict=True)))


_token: Callable[[tuple[str, int, str]], Token] = partial(tuple.__new__, Token)


_NUMBERS = {
    word: str(value)
    for value, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
            "twenty",
        ]
    )
    if value not in (0, 1)  # "one" is a pronoun as often as a number
}
_MONTHS = {
    name[:3]: name
    for name in [
        "january",
        "february",
        "march",
        "april",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ]
}
_WHOLE = {
    **_NUMBERS,
    **{short: name for short, name in _MONTHS.items() if short not in ("mar", "jun", "jul")},
    "sept": "september",
    "%": "percent",
    "&": "and",
    "grey": "gray",
    "cannot": "can not",
    "can't": "can not",
    "won't": "will not",
}
_ORDINAL = re.compile(r"^(\d+)(?:st|nd|rd|th)$")
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}\b)")
_BRITISH = (
    (re.compile(r"(?<=\w{3})is(e|ed|es|ing|ation|ations|er|ers)$"), r"iz\1"),
    (re.compile(r"(?<=\w{3})yse(d|s|r|rs)?$"), r"yze\1"),
    (re.compile(r"(?<=[bdilmnpv])our(?=(?:s|ed|ing|ful|able|ite|ites|hood|hoods|al)?$)"), "or"),
    (re.compile(r"([aeiou][^aeiou]+[aeiou])ll(ed|ing|er|ers)$"), r"\1l\2"),
    (re.compile(r"(?<=\w{2}[tb])re(?=s?$)"), "er"),
    (re.compile(r"(?<=[df]e)nce(?=s?$)"), "nse"),
    (re.compile(r"gramme(?=s?$)"), "gram"),
)
_MEANINGFUL_MARKS = frozenset("?!$£€%&+=<>")
_CONTRACTED = re.compile(r"^(\w+)n't$")
_ACCENTLESS = str.maketrans("áàâäãåéèêëíìîïóòôöõúùûüçñ", "aaaaaaeeeeiiiiooooouuuucn")


@lru_cache(maxsize=1 << 16)
def styled(token: str) -> str:
    """Return a token in house style: two tokens of one form differ by habit alone."""
    plain = fold(token)
    if not _WORD.search(plain):
        return plain if plain in _MEANINGFUL_MARKS and plain not in _WHOLE else _WHOLE.get(plain, "")
    plain = plain.replace(".", "") if plain.endswith(".") else plain
    if plain[0].isdigit() or plain[0] in "$£€":
        return _ORDINAL.sub(r"\1", _THOUSANDS.sub("", plain))
    if plain in _WHOLE:
        return _WHOLE[plain]
    plain = _CONTRACTED.sub(r"\1 not", plain).translate(_ACCENTLESS).replace("ß", "ss")
    if len(plain) > len("prize"):
        for form, american in _BRITISH:
            plain = form.sub(american, plain)
    return plain
