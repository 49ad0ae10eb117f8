"""The only normalizers: how are two pieces of text told to be the same?

Three functions, never mixed. `fold` keeps length, so spans survive it. `quote_key` is the permalink
of a quote's words and is frozen. `match_key` only finds candidates for a comparison.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata

_SINGLE_MARKS = "‘’‛"
_DOUBLE_MARKS = "“”„‟«»"
_DASHES = "‐‑‒–—―"

_KEYED = str.maketrans(
    {
        **dict.fromkeys(_SINGLE_MARKS, "'"),
        **dict.fromkeys(_DOUBLE_MARKS, '"'),
        **dict.fromkeys(_DASHES, "-"),
        "…": "...",
    }
)
_FOLDED = str.maketrans(
    {
        **dict.fromkeys(_SINGLE_MARKS + "‚‹›′´`", "'"),
        **dict.fromkeys(_DOUBLE_MARKS + "″", '"'),
        **dict.fromkeys(_DASHES + "−", "-"),
        **dict.fromkeys("\t\n\r\v\f\x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000", " "),
        **dict.fromkeys(map(chr, range(0x2000, 0x200B)), " "),
    }
)
_WHITE = re.compile(r"\s+")
_WORD = re.compile(r"\w+(?:['’]\w+)*")
# Zero-width and direction characters, and the soft hyphen: invisible, so never part of a match.
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
# Latin look-alikes of Cyrillic and Greek letters: the common ones of Unicode's confusables table
# (UTS #39), folded only for matching, so that "Irаn" with a Cyrillic letter finds "Iran".
_CONFUSABLE = str.maketrans("аеорсухіјѕԁһԛԝνοα", "aeopcyxijsdhqwvoa")


def fold(text: str) -> str:
    """Map typographic twins to one character each and lower the case where that keeps length.

    Returns a string of exactly `len(text)` code points, so that every offset survives.
    """
    folded = text.translate(_FOLDED)
    lowered = folded.lower()
    if len(lowered) == len(folded):
        return lowered
    return "".join(low if len(low := char.lower()) == 1 else char for char in folded)


def quote_key(words: str) -> str:
    """Return the permalink of a quote's words: `q-` and 12 hexadecimal digits.

    Frozen: readers keep these addresses. Changing a step here needs a redirect map.
    """
    text = unicodedata.normalize("NFC", words).translate(_KEYED)
    text = _WHITE.sub(" ", text).strip(" ,.").casefold()
    return "q-" + hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def match_key(text: str) -> str:
    """Return the words alone, single-spaced, without case, accents' form, marks or look-alikes.

    Two texts with one match key print the same words; the key finds candidates and names nothing.
    """
    visible = _INVISIBLE.sub("", unicodedata.normalize("NFKC", text))
    plain = visible.casefold().translate(_CONFUSABLE)
    return " ".join(word.replace("’", "'") for word in _WORD.findall(plain))


def slug(text: str, *, longest: int = 80) -> str:
    """Return an address part made of the text: letters and digits of any script, joined by hyphens.

    Falls back to `untitled-` and a short hash of the text where nothing is left; reserved device
    names get a suffix, since some file systems refuse them.
    """
    visible = _INVISIBLE.sub("", unicodedata.normalize("NFKC", text)).lower()
    joined = "-".join(re.findall(r"[^\W_]+", visible))[:longest].strip("-")
    if not joined:
        return "untitled-" + hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:8]
    return f"{joined}-1" if joined in RESERVED else joined


RESERVED = frozenset(
    (
        *("con", "prn", "aux", "nul", "index", "404", "search", "sitemap"),
        *(f"{device}{digit}" for device in ("com", "lpt") for digit in range(1, 10)),
    )
)
