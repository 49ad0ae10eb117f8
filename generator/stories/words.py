"""Which words does a text hold, as numbers that can be compared by the thousand?

A word is a run of letters and digits, with apostrophes inside it, compared without case and without
typography (`text.fold`). Its number is the CRC-32 of its UTF-8 bytes. All words of a text are hashed at
once: CRC-32 is linear, so a word's is the exclusive or of what each of its bytes adds, looked up by the
byte and by its distance from the word's end.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from generator.text import fold

Hashes = NDArray[np.uint32]
Places = NDArray[np.int64]

_LOW = 0x3000
"""Code points below this are folded by a table; of those above it, few kinds stand in one text."""
_LONGEST = 64
"""Bytes of a word that the table reaches; longer ones are hashed one by one."""
_APOSTROPHE = ord("'")
_SHORTEST_STEM = 3


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """The words of a text, in order."""

    codes: NDArray[np.uint32]
    """The whole text's code points, as they stand."""
    starts: Places
    """Code point at which each word starts."""
    ends: Places
    hashes: Hashes
    """CRC-32 of each word."""
    stems: Hashes
    """CRC-32 of each word without what follows an apostrophe, and without its ending."""


def words_of(text: str, start: int = 0) -> Words:
    """Return the words of a text from a code point on."""
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    folded, is_word = _folded(codes[start:])
    edges = np.flatnonzero(is_word[1:] != is_word[:-1])
    starts, ends = edges[::2], edges[1::2]
    stem_ends = _stem_ends(folded, starts, ends)
    source, (first, last, stem_last) = _bytes(folded, starts, ends, stem_ends)
    hashes = _crc(source, first, last)
    cut = np.flatnonzero(stem_ends != ends)
    stems = hashes.copy()
    stems[cut] = _crc(source, first[cut], stem_last[cut])
    return Words(codes, starts + start, ends + start, hashes, stems)


def _folded(codes: NDArray[np.uint32]) -> tuple[NDArray[np.uint32], NDArray[np.bool_]]:
    """Return the folded code points, and which of them belong to words, with one False at either end."""
    table, letters = _tables()
    known = np.minimum(codes, _LOW)
    folded = table[known]
    is_word = np.zeros(len(codes) + 2, dtype=np.bool_)
    inner = is_word[1:-1]
    inner[:] = letters[known]
    high = np.flatnonzero(codes >= _LOW)
    if len(high):
        kinds, kind = np.unique(codes[high], return_inverse=True)
        folded[high] = np.array([ord(fold(chr(code))) for code in kinds], dtype=np.uint32)[kind]
        inner[high] = np.array([_is_letter(chr(code)) for code in kinds])[kind]
    marks = np.flatnonzero(folded == _APOSTROPHE)
    inner[marks[is_word[marks] & is_word[marks + 2]]] = True
    return folded, is_word


@cache
def _tables() -> tuple[NDArray[np.uint32], NDArray[np.bool_]]:
    """Return what each low code point is folded to, and whether it belongs to a word."""
    chars = [*map(chr, range(_LOW)), "\0"]
    folded = ["σ" if char == "ς" else fold(char) for char in chars]
    return np.array([*map(ord, folded)], dtype=np.uint32), np.array([*map(_is_letter, folded)])


def _is_letter(char: str) -> bool:
    return char.isalnum() or char == "_"


def _bytes(folded: NDArray[np.uint32], *places: Places) -> tuple[NDArray[np.uint8], tuple[Places, ...]]:
    """Return the UTF-8 bytes of the folded text, and where these places of the text are in them."""
    if not len(folded) or folded.max() < 0x80:  # noqa: PLR2004 (ASCII)
        return folded.astype(np.uint8), places
    source = folded.tobytes().decode("utf-32-le", "surrogatepass").encode("utf-8", "surrogatepass")
    at = np.zeros(len(folded) + 1, dtype=np.int64)
    np.cumsum(np.searchsorted(_BYTES_FROM, folded, side="right"), out=at[1:])
    return np.frombuffer(source, dtype=np.uint8), tuple(at[place] for place in places)


_BYTES_FROM = np.array([0, 0x80, 0x800, 0x10000], dtype=np.uint32)
"""Code points from which UTF-8 takes one, two, three and four bytes."""


def _stem_ends(folded: NDArray[np.uint32], starts: Places, ends: Places) -> Places:
    """Return where each word's stem ends: before an apostrophe, and before -ing, -ed, -es or -s."""
    found: Places = ends.copy()
    marks = np.flatnonzero(folded == _APOSTROPHE)
    if len(marks) and len(starts):
        owner = np.searchsorted(starts, marks, side="right") - 1
        inside = (owner >= 0) & (marks < ends[owner])
        found[owner[inside][::-1]] = marks[inside][::-1]  # from the last to the first: the first one stays
    length = found - starts
    last, second, third = (folded[np.maximum(found - back, 0)] for back in (1, 2, 3))
    s = last == ord("s")
    ing = (last == ord("g")) & (second == ord("n")) & (third == ord("i")) & (length >= _SHORTEST_STEM + 3)
    two = (s | (last == ord("d"))) & (second == ord("e")) & (length >= _SHORTEST_STEM + 2)
    one = s & (length > _SHORTEST_STEM)
    found -= np.maximum(one, np.maximum(two * 2, ing * 3))
    return found


def _crc(source: NDArray[np.uint8], starts: Places, ends: Places) -> Hashes:
    """Return the CRC-32 of each stretch of bytes; none is empty."""
    lengths = ends - starts
    total = np.cumsum(lengths)
    if not len(total):
        return np.empty(0, dtype=np.uint32)
    ordinal = np.arange(total[-1])
    held = source[np.repeat(starts - (total - lengths), lengths) + ordinal]
    distance = np.repeat(total, lengths) - ordinal - 1
    adds, zeros = _crc_tables()
    longest = int(lengths.max())
    if longest > _LONGEST:
        distance = np.minimum(distance, _LONGEST - 1)
    added = np.bitwise_xor.reduceat(adds[distance << 8 | held], total - lengths)
    found: Hashes = added ^ zeros[np.minimum(lengths, _LONGEST)]
    if longest > _LONGEST:
        for word in np.flatnonzero(lengths > _LONGEST):
            found[word] = zlib.crc32(source[starts[word] : ends[word]].tobytes())
    return found


@cache
def _crc_tables() -> tuple[Hashes, Hashes]:
    """Return what a byte adds so far from the end (256 × distance + byte), and the CRC-32 of n zero bytes."""
    nothing = zlib.crc32(b"\0")
    single = np.array([zlib.crc32(bytes([byte])) ^ nothing for byte in range(256)], dtype=np.uint32)
    rows = [single]
    for _ in range(_LONGEST - 1):
        rows.append((rows[-1] >> 8) ^ single[rows[-1] & 0xFF])
    zeros = np.array([zlib.crc32(bytes(count)) for count in range(_LONGEST + 1)], dtype=np.uint32)
    return np.concatenate(rows), zeros
