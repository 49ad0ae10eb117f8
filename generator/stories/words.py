"""Which words do texts hold, as numbers that can be compared by the thousand?

A word is a run of letters and digits, with apostrophes inside it, compared without case and without
typography (`text.fold`). Its number is the CRC-32 of its UTF-8 bytes. All words of some texts are hashed
at once: CRC-32 is linear, so a word's is the exclusive or of what each of its bytes adds, looked up by the
byte and by its distance from the word's end, eight bytes at a time.
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from generator.text import fold

Hashes = NDArray[np.uint32]
Places = NDArray[np.int64]

_LOW = 0x3000
"""Code points below this are folded by a table; of those above it, few kinds stand in one text."""
_LETTER, _MARK = 1 << 31, 1 << 30
"""Bits of a folded code point that belongs to a word, and of one that is among `MARKS`."""
MARKS = '“”"«»\n'
"""Quotation marks, and what closes those that were left open."""
_STRIDE = 8
"""Bytes of a word that are hashed at once."""
_LONGEST = 16
"""Bytes of a word that the tables reach; longer ones are hashed one by one."""
_APOSTROPHE = ord("'")
_SPACE = ord(" ")
"""Stands for all that is neither a letter nor an apostrophe, so that most texts become ASCII."""
_SHORTEST_STEM = 3
BETWEEN = "\n\n"
"""Stands between two texts: no word, mark or sentence crosses it."""


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """The words of some texts, in order."""

    text: str
    """All texts, one after the other."""
    codes: NDArray[np.uint32]
    """Their code points."""
    starts: Places
    """Code point at which each word starts."""
    ends: Places
    hashes: Hashes
    """CRC-32 of each word."""
    stems: Hashes
    """CRC-32 of each word without what follows an apostrophe, and without its ending."""
    bounds: Places
    """Ordinal of each text's first word, and the number of all words."""
    marks: Places
    """Code points that are among `MARKS`."""


def words_of(texts: Sequence[str], skipped: Sequence[int] | None = None) -> Words:
    """Return the words of some texts, each from a code point on."""
    text = BETWEEN + BETWEEN.join(texts) + BETWEEN
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    folded, is_word, marks = _folded(codes)
    firsts = np.cumsum([len(BETWEEN), *(len(one) + len(BETWEEN) for one in texts)])
    for first, count in zip(firsts.tolist(), skipped or (), strict=False):
        is_word[first : first + count] = False
    edges = np.flatnonzero(is_word[1:] != is_word[:-1]) + 1
    starts, ends = edges[::2], edges[1::2]
    stem_ends = _stem_ends(folded, starts, ends)
    source, (first_byte, last_byte, stem_last) = _bytes(folded, starts, ends, stem_ends)
    hashes = _crc(source, first_byte, last_byte)
    cut = np.flatnonzero(stem_ends != ends)
    stems = hashes.copy()
    stems[cut] = _crc(source, first_byte[cut], stem_last[cut])
    return Words(text, codes, starts, ends, hashes, stems, np.searchsorted(starts, firsts), marks)


def _folded(codes: NDArray[np.uint32]) -> tuple[NDArray[np.uint32], NDArray[np.bool_], Places]:
    """Return the folded code points, which of them belong to words (none at either end), and the marks."""
    folded = _table().take(codes, mode="clip")
    high = np.flatnonzero(codes >= _LOW)
    if len(high):
        kinds, kind = np.unique(codes[high], return_inverse=True)
        folded[high] = np.array([_folded_char(chr(code)) for code in kinds], dtype=np.uint32)[kind]
    is_word = folded >= _LETTER
    marks: Places = np.flatnonzero((folded & _MARK) != 0)
    folded &= np.uint32(_MARK - 1)
    apostrophes = np.flatnonzero(folded == _APOSTROPHE)
    is_word[apostrophes[is_word[apostrophes - 1] & is_word[apostrophes + 1]]] = True
    return folded, is_word, marks


@cache
def _table() -> NDArray[np.uint32]:
    """Return what each low code point is folded to, with `_LETTER` where it belongs to a word."""
    return np.array([*map(_folded_char, map(chr, range(_LOW))), 0], dtype=np.uint32)


def _folded_char(char: str) -> int:
    folded = ord("σ" if char == "ς" else fold(char))
    if char.isalnum() or char == "_":
        return folded | _LETTER
    if char in MARKS:
        return _SPACE | _MARK
    return folded if folded == _APOSTROPHE else _SPACE


def _bytes(folded: NDArray[np.uint32], *places: Places) -> tuple[NDArray[np.uint8], tuple[Places, ...]]:
    """Return the UTF-8 bytes of the folded text, and where these places of the text are in them."""
    if folded.max() < 0x80:  # noqa: PLR2004 (ASCII)
        return folded.astype(np.uint8), places
    source = folded.tobytes().decode("utf-32-le", "surrogatepass").encode("utf-8", "surrogatepass")
    at = np.ones(len(folded) + 1, dtype=np.int64)
    at[0] = 0
    for more in (0x80, 0x800, 0x10000):  # code points from which UTF-8 takes another byte
        at[1:] += folded >= more
    np.cumsum(at, out=at)
    return np.frombuffer(source, dtype=np.uint8), tuple(at[place] for place in places)


def _stem_ends(folded: NDArray[np.uint32], starts: Places, ends: Places) -> Places:
    """Return where each word's stem ends: before an apostrophe, and before -ing, -ed, -es or -s."""
    found: Places = ends.copy()
    marks = np.flatnonzero(folded == _APOSTROPHE)
    if len(marks) and len(starts):
        owner = np.searchsorted(starts, marks, side="right") - 1
        inside = (owner >= 0) & (marks < ends[owner])
        found[owner[inside][::-1]] = marks[inside][::-1]  # from the last to the first: the first one stays
    length = found - starts
    last, second, third = (folded.take(found - back, mode="clip") for back in (1, 2, 3))
    s = last == ord("s")
    ing = (last == ord("g")) & (second == ord("n")) & (third == ord("i")) & (length >= _SHORTEST_STEM + 3)
    two = (s | (last == ord("d"))) & (second == ord("e")) & (length >= _SHORTEST_STEM + 2)
    one = s & (length > _SHORTEST_STEM)
    found -= np.maximum(one, np.maximum(two * 2, ing * 3))
    return found


def _crc(source: NDArray[np.uint8], starts: Places, ends: Places) -> Hashes:
    """Return the CRC-32 of each stretch of bytes; none is empty."""
    lengths = ends - starts
    adds, zeros = _crc_tables()
    found: Hashes = zeros.take(lengths, mode="clip")
    eights = _in_eights(source)
    found ^= _added(adds[0], _before(eights, ends), lengths)
    more = np.flatnonzero(lengths > _STRIDE)
    found[more] ^= _added(adds[1], _before(eights, ends[more] - _STRIDE), lengths[more] - _STRIDE)
    for word in np.flatnonzero(lengths > _LONGEST):
        found[word] = zlib.crc32(source[starts[word] : ends[word]].tobytes())
    return found


def _in_eights(source: NDArray[np.uint8]) -> NDArray[np.uint64]:
    """Return the bytes, eight zeros before them and at least as many behind, as numbers of eight bytes each."""
    padded = np.zeros((len(source) // _STRIDE + 3) * _STRIDE, dtype=np.uint8)
    padded[_STRIDE : _STRIDE + len(source)] = source
    return padded.view("<u8")


def _before(eights: NDArray[np.uint64], places: Places) -> NDArray[np.uint64]:
    """Return the eight bytes before each of these places of the source, cut out of two numbers."""
    at = places >> 3
    bits = ((places & 7) << 3).view(np.uint64)
    found: NDArray[np.uint64] = eights.take(at) >> bits
    found |= eights.take(at + 1) << np.uint64(1) << np.uint64(63) - bits
    return found


def _added(adds: NDArray[np.uint32], eight: NDArray[np.uint64], lengths: Places) -> Hashes:
    """Return what eight bytes add, of which so many belong to the word, the last ones."""
    spare = (np.maximum(_STRIDE - lengths, 0) * 8).view(np.uint64)
    held = (eight >> spare << spare).view(np.int64)
    found: Hashes = adds[0].take(held & _TWO_BYTES)
    for place in range(1, _STRIDE // 2):
        found ^= adds[place].take((held >> 16 * place) & _TWO_BYTES)
    return found


_TWO_BYTES = 0xFFFF


@cache
def _crc_tables() -> tuple[NDArray[np.uint32], Hashes]:
    """Return what two bytes add, by eight bytes from the end and place in them; the CRC-32 of n zero bytes."""
    nothing = zlib.crc32(b"\0")
    single = np.array([zlib.crc32(bytes([byte])) ^ nothing for byte in range(256)], dtype=np.uint32)
    rows = [single]
    for _ in range(_LONGEST - 1):
        rows.append((rows[-1] >> 8) ^ single[rows[-1] & 0xFF])
    twos = [
        (after[:, np.newaxis] ^ before).reshape(-1)
        for after, before in zip(rows[::2], rows[1::2], strict=True)
    ]
    zeros = np.array([zlib.crc32(bytes(count)) for count in range(_LONGEST + 1)], dtype=np.uint32)
    return np.stack(twos).reshape(-1, _STRIDE // 2, 1 << 16)[:, ::-1], zeros
