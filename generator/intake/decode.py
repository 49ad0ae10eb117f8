"""Which characters do these bytes stand for?

A ladder of certain answers before likely ones: a byte order mark, valid UTF-8, zero bytes in a
UTF-16 pattern, UTF-8 with a few broken places, and only then a statistical guess.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass

import charset_normalizer
import ftfy
from ftfy.badness import is_bad

from generator.intake.limits import MAX_LINE_CHARACTERS, MAX_LINES, MAX_TEXT_CHARACTERS
from generator.model import Notice

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LINE_END = re.compile("\r\n|[\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029]")
_TERMINAL_SEQUENCE = re.compile("\x1b(?:\\[[0-?]*[ -/]*[@-~]|\\][^\x07\x1b\n]*(?:\x07|\x1b\\\\)|[@-_])?")
# U+FFFE and U+FFFF are no characters; the byte order mark inside a text is a leftover of joined files.
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ufeff\ufffe\uffff\ud800-\udfff]")
_DIRECTION = re.compile("[\u202a-\u202e\u2066-\u2069]")
_ZERO_WIDTH = re.compile("[\u00ad\u200b\u2060-\u2064]")
# A lead byte of UTF-8 and the byte after it, as Windows-1252, Latin-1 or Windows-1251 show them: without
# such a pair no text was decoded twice, and the slow search of ftfy can be spared.
_TWICE_DECODED = re.compile(
    "[\u00c2-\u00f4][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]"
    "|[вГРСЎ][ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—™љ›њќћџЎўЈ¤Ґ¦§©Є«¬®Ї°±Ііґµ¶·№є»јЅѕї]"
)
_LEAD = re.compile("[\u00c2-\u00f4вГРСЎ]")
"""What such a pair starts with."""
_ASCII_RUN = re.compile("[\x00-\x7f]+")
_LOOKALIKE = re.compile("[\u0370-\u052f]")
_LATIN_AND_LOOKALIKE = re.compile(r"\b(?=\w*[a-zA-Z])(?=\w*[\u0370-\u052f])\w+\b")
_UTF8_SEQUENCE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_ASCII_LETTER = re.compile(rb"[A-Za-z]")
_HIGH_BYTE = re.compile(rb"[\x80-\xff]")
_USUAL_BYTES = bytes([ord("\n"), *range(0x20, 0x7F)])
_SAMPLE_BYTES = 64 * 2**10


@dataclass(frozen=True, slots=True)
class Decoded:
    """Characters with LF line ends, and what was repaired on the way."""

    text: str
    encoding: str
    notices: tuple[Notice, ...] = ()


def decode(source: bytes) -> Decoded:
    """Decode the bytes of a text and drop what no text may hold; every repair leaves a notice."""
    encoding = encoding_of(source)
    marked = next((mark for mark, name in _MARKS if name == encoding and source.startswith(mark)), b"")
    characters = source[len(marked) :].decode(encoding, "replace")
    tidy, notices = tidy_characters(characters)
    return Decoded(tidy, encoding, notices)


def encoding_of(source: bytes) -> str:
    """Name the encoding of the bytes, certain answers first."""
    for mark, name in _MARKS:
        if source.startswith(mark):
            return name
    try:
        source.decode("utf-8")
    except UnicodeDecodeError:
        pass
    else:
        return _utf16_without_mark(source) or "utf-8"
    if _mostly_utf8(source):
        return "utf-8"
    return _utf16_without_mark(source) or _guessed(source)


def _utf16_without_mark(source: bytes) -> str | None:
    """Tell UTF-16 by its zero bytes, or by a script's high byte at every second place."""
    sample = source[: _SAMPLE_BYTES // 2 * 2]
    if len(sample) < 4 or b"\0" not in sample:  # noqa: PLR2004 - two characters at least
        return None
    half = len(sample) // 2
    even, odd = sample[::2].count(0) / half, sample[1::2].count(0) / half
    # Spaces and line ends have a zero byte in every script, letters in the Latin one.
    if odd > 4 * even and odd > 0.05:  # noqa: PLR2004
        return "utf-16-le"
    return "utf-16-be" if even > 4 * odd and even > 0.05 else None  # noqa: PLR2004


def _mostly_utf8(source: bytes) -> bool:
    """Tell whether nearly all bytes above 127 are in valid UTF-8 sequences: a text that was cut or patched."""
    high = len(_HIGH_BYTE.findall(source))
    valid = sum(map(len, _UTF8_SEQUENCE.findall(source)))
    return valid * 4 >= high * 3


def _guessed(source: bytes) -> str:
    """Ask the statistics of the language; Windows-1252 is the web's own fallback."""
    sample = source[:_SAMPLE_BYTES]
    high = _HIGH_BYTE.findall(sample)
    western = sum(byte in _WESTERN for byte in high)
    letters = len(_ASCII_LETTER.findall(sample))
    if western >= _MOSTLY * len(high) and len(high) < _LETTER_SHARE * max(letters, 1):
        return "cp1252"
    best = charset_normalizer.from_bytes(sample).best()
    return best.encoding if best else "cp1252"


_WESTERN = frozenset(
    bytes([byte])
    for byte in "‘’“”–—…•€£©®°«»¿¡ªº·\xa0ÀÁÂÃÄÇÈÉÊËÍÎÏÑÓÔÕÖÚÜßàáâãäåæçèéêëìíîïñòóôõöøùúûüÿœŒ".encode("cp1252")
)
"""High bytes of Western languages; those of other code pages scatter over all 128."""
_MOSTLY = 0.98
_LETTER_SHARE = 0.35
"""Of all letters: Western texts have few accented ones, other scripts nothing else."""


def tidy_characters(characters: str) -> tuple[str, tuple[Notice, ...]]:
    """Give a decoded text one kind of line end, drop controls, repair double decoding, keep the limits."""
    rare = rare_characters(characters)
    text = _LINE_END.sub("\n", characters) if _LINE_END.search(rare) else characters
    notices: list[Notice] = []
    text = _within_limits(text, notices)
    if "�" in rare and "�" in text:
        notices.append(_notice("invalid-bytes", text, text.index("�"), "Bytes that are no text stand as �."))
    if _LEAD.search(rare):
        text = _repaired(text, notices)
    if text is not characters:
        rare = rare_characters(text)
    if _CONTROL.search(rare):
        text = _dropped(text, notices)
    notices.extend(_doubts(text, rare))
    return text, tuple(notices)


def rare_characters(text: str) -> str:
    """Return each character of a text once that is no printable one of ASCII, nor an LF.

    A search for odd characters in these few answers for the whole text, many times faster.
    """
    others = text.encode("utf-8", "surrogatepass").translate(None, _USUAL_BYTES)
    return "".join(sorted(set(others.decode("utf-8", "surrogatepass")))) if others else ""


def _notice(code: str, text: str, place: int, message: str) -> Notice:
    return Notice(code, text.count("\n", 0, place) + 1, message)


def _within_limits(text: str, notices: list[Notice]) -> str:
    if len(text) > MAX_TEXT_CHARACTERS:
        message = f"The text has {len(text)} characters; only the first {MAX_TEXT_CHARACTERS} were read."
        notices.append(Notice("text-cut", None, message))
        text = text[:MAX_TEXT_CHARACTERS]
    if text.count("\n") >= MAX_LINES:
        message = f"The text has more than {MAX_LINES} lines; the rest was not read."
        notices.append(Notice("lines-cut", MAX_LINES, message))
        text = "\n".join(text.split("\n", MAX_LINES)[:MAX_LINES])
    if len(text) > MAX_LINE_CHARACTERS:
        lines = text.split("\n")
        for number, line in enumerate(lines, 1):
            if len(line) > MAX_LINE_CHARACTERS:
                message = f"A line of {len(line)} characters was cut to {MAX_LINE_CHARACTERS}."
                notices.append(Notice("line-cut", number, message))
        text = "\n".join(line[:MAX_LINE_CHARACTERS] for line in lines)
    return text


def _dropped(text: str, notices: list[Notice]) -> str:
    """Take out control characters and terminal sequences."""
    found = _CONTROL.search(text)
    if not found:
        return text
    clean = without_controls(text)
    message = f"{len(text) - len(clean)} control characters were dropped."
    notices.append(_notice("control-characters", text, found.start(), message))
    return clean


def without_controls(text: str) -> str:
    """Return a text without control characters and terminal sequences."""
    if text.isascii() and text.isprintable():
        return text
    return _CONTROL.sub("", _TERMINAL_SEQUENCE.sub("", text))


def _repaired(text: str, notices: list[Notice]) -> str:
    """Undo UTF-8 that was read as another encoding, line by line, where it is certain."""
    if not _TWICE_DECODED.search(_without_ascii(text)) or not is_bad(text):
        return text
    lines = text.split("\n")
    for index, line in enumerate(lines):
        if is_bad(line) and (better := ftfy.fix_encoding(line)) != line and "\n" not in better:
            lines[index] = better
            message = "Characters that had been decoded in the wrong encoding were repaired."
            notices.append(Notice("mojibake", index + 1, message))
    return "\n".join(lines)


def _without_ascii(text: str) -> str:
    """Return a text's runs of characters outside of ASCII, a space between them."""
    return _ASCII_RUN.sub(" ", text)


def _doubts(text: str, rare: str) -> Iterator[Notice]:
    """Notice what a reader can't see: the text keeps it. `rare` are its `rare_characters`."""
    if _DIRECTION.search(rare) and (found := _DIRECTION.search(text)):
        yield _notice("hidden-direction", text, found.start(), "Hidden direction marks can turn text around.")
    if _ZERO_WIDTH.search(rare) and (found := _ZERO_WIDTH.search(text)):
        yield _notice("zero-width", text, found.start(), "The text holds characters without width.")
    if _LOOKALIKE.search(rare) and (found := _LATIN_AND_LOOKALIKE.search(text)):
        message = f"“{found.group()}” mixes letters of two scripts that look alike."
        yield _notice("mixed-scripts", text, found.start(), message)
