"""What do the characters of lines tell, and which words do they make? All lines at once, over an array of code points.

A word is a run of letters and digits. It is known by a number of 64 bits: the sum of what its characters, lower
case, stand for, each times a power for its place (a polynomial hash). Two words of one text share a number by
chance once in some 10 ** 14 texts.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Column = NDArray[np.float64]
"""A value for each line."""
Hashes = NDArray[np.uint64]
"""Words by number."""

_UPPER, _LOWER, _DIGIT, _SPACE, _STOP, _COMMA, _QUOTE, _BAR, _OTHER = range(9)
_KINDS = 9
_PLANE = 0x10000
_CJK = ((0x3040, 0x30FF), (0x3400, 0x9FFF), (0xAC00, 0xD7AF))
_CHARACTERS_PER_CJK_WORD = 2
_COLON_WITHIN = 28
"""Characters of a line's start in which a colon makes what stands before it a label."""


def _class_table() -> NDArray[np.uint64]:
    """Return for each code point of the basic plane its kind, in the low bits, and what it stands for in a word."""
    kinds = np.full(_PLANE, _OTHER, np.uint64)
    lower = np.arange(_PLANE, dtype=np.uint64)
    for code, char in enumerate(map(chr, range(_PLANE))):
        if char.isupper():
            kinds[code] = _UPPER
            lower[code] = ord(char.lower()[0])
        elif char.isalpha():
            kinds[code] = _LOWER
        elif char.isdigit():
            kinds[code] = _DIGIT
        elif char.isspace():
            kinds[code] = _SPACE
    for characters, kind in (
        (".!?…।。！？", _STOP),
        (",;，、", _COMMA),
        ("\"'“”‘’«»„", _QUOTE),
        ("|•·›»/>→", _BAR),
    ):
        for char in characters:
            kinds[ord(char)] = kind
    return np.where(kinds <= _DIGIT, _scattered(lower) << _KIND_BITS, np.uint64(0)) | kinds


def _scattered(numbers: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """Scatter numbers over all 64 bits (SplitMix64, Steele and others, 2014)."""
    mixed = (numbers + np.uint64(1)) * np.uint64(0x9E3779B97F4A7C15)
    mixed = (mixed ^ (mixed >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    mixed = (mixed ^ (mixed >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    found: NDArray[np.uint64] = mixed ^ (mixed >> np.uint64(31))
    return found


_KIND_BITS = np.uint64(4)
_KIND_MASK = np.uint64(15)
_TABLE = _class_table()


def _powers(base: int, count: int) -> NDArray[np.uint64]:
    """Return the powers 0 to `count` - 1 of an odd number, modulo 2 ** 64."""
    powers = np.full(count, base, np.uint64)
    powers[0] = 1
    found: NDArray[np.uint64] = np.multiply.accumulate(powers)
    return found


_BASE = 0xD6E8FEB86659FD93
_INVERSE = pow(_BASE, -1, 2**64)
_LONG = 2**16
_BASE_POWERS, _INVERSE_POWERS = _powers(_BASE, _LONG), _powers(_INVERSE, _LONG)


@dataclass(frozen=True, slots=True)
class Characters:
    """Lines as arrays over their code points, line ends included."""

    codes: NDArray[np.uint32]
    kinds: NDArray[np.uint8]
    values: NDArray[np.uint64]
    """What each code point stands for in a word; 0 between words."""
    starts: NDArray[np.int64]
    """Of each line."""
    ends: NDArray[np.int64]
    rows: NDArray[np.int64]
    """The line of each code point."""
    openings: NDArray[np.int64]
    """Where a run of letters and digits starts: the words, in order."""
    lengths: NDArray[np.int64]
    """Of those runs."""

    @classmethod
    def of(cls, lines: Sequence[str]) -> Characters:
        """Lay the lines out; a line end inside of one counts as a space."""
        joined = "\n".join(lines) + "\n"
        if joined.count("\n") != len(lines):
            joined = "\n".join(line.replace("\n", " ") for line in lines) + "\n"
        codes = np.frombuffer(joined.encode("utf-32-le", "replace"), np.uint32)
        found = _TABLE.take(codes, mode="clip")  # beyond the basic plane: as its last code point, no letter
        kinds = (found & _KIND_MASK).astype(np.uint8)
        found >>= _KIND_BITS
        ends = np.flatnonzero(codes == ord("\n"))
        starts = np.concatenate(([0], ends[:-1] + 1))
        inside = kinds <= _DIGIT
        opening = inside.copy()
        opening[1:] &= ~inside[:-1]
        rows = np.repeat(np.arange(len(ends)), ends - starts + 1)
        openings = np.flatnonzero(opening)
        closings = np.flatnonzero(inside[:-1] & ~inside[1:])  # no line end is inside a word
        return cls(codes, kinds, found, starts, ends, rows, openings, closings - openings + 1)

    def words(self) -> Hashes:
        """Return the number of each word, one for each opening."""
        if not len(self.openings):
            return np.zeros(0, np.uint64)
        count = len(self.values)
        long = count > _LONG
        powers = _powers(_BASE, count) if long else _BASE_POWERS[:count]
        inverse = _powers(_INVERSE, count) if long else _INVERSE_POWERS
        sums = np.add.reduceat(self.values * powers, self.openings)
        numbers: Hashes = sums * inverse.take(self.openings)
        return numbers

    def capitalized(self) -> NDArray[np.bool_]:
        """Tell of each word whether it starts with a capital."""
        capitals: NDArray[np.bool_] = self.kinds[self.openings] == _UPPER
        return capitals

    def measures(self) -> dict[str, Column]:
        """Measure each line by itself."""
        rows, count = self.rows, len(self.ends)
        kinds = np.bincount(rows * _KINDS + self.kinds, minlength=count * _KINDS).reshape(count, _KINDS).T
        words = np.bincount(rows[self.openings], minlength=count) + self._cjk_words()
        some = np.maximum(words, 1)
        characters = np.maximum(self.ends - self.starts, 1).astype(np.float64)
        last = self.kinds[np.maximum(self.ends - 1, self.starts)]
        before_last = self.kinds[np.maximum(self.ends - 2, self.starts)]
        first = self.kinds[self.starts]
        capitals = rows[self.openings[self.capitalized()]]
        measures = {
            "words": words,
            "characters": characters,
            "letters_per_word": (kinds[_UPPER] + kinds[_LOWER]) / some,
            "upper": kinds[_UPPER] / characters,
            "digits": kinds[_DIGIT] / characters,
            "other": kinds[_OTHER] / characters,
            "capitalized": np.bincount(capitals, minlength=count) / some,
            "sentence_end": (last == _STOP)
            | ((last == _QUOTE) & ((before_last == _STOP) | (before_last == _COMMA))),
            "colon_end": self.codes[np.maximum(self.ends - 1, self.starts)] == ord(":"),
            "letter_end": last <= _LOWER,
            "upper_start": first == _UPPER,
            "digit_start": first == _DIGIT,
            "quote_start": first == _QUOTE,
            "other_start": first >= _BAR,
            "commas": kinds[_COMMA],
            "stops": kinds[_STOP],
            "quotes": kinds[_QUOTE],
            "bars": kinds[_BAR],
            "label": self._labels(),
            "years": np.bincount(rows[self._years()], minlength=count) > 0,
            "signs": np.bincount(rows[(self.codes == ord("@")) | (self.codes == ord("©"))], minlength=count)
            > 0,
        }
        return {name: np.asarray(column, np.float64) for name, column in measures.items()}

    def _cjk_words(self) -> Column:
        """Count words of scripts that have no spaces, two characters each."""
        count = len(self.ends)
        if self.codes.max() < _CJK[0][0]:
            return np.zeros(count)
        cjk = np.zeros(len(self.codes), np.bool_)
        for low, high in _CJK:
            cjk |= (self.codes >= low) & (self.codes <= high)
        return np.bincount(self.rows[cjk], minlength=count) / _CHARACTERS_PER_CJK_WORD

    def _labels(self) -> NDArray[np.bool_]:
        """Tell which lines have a colon or bar close to their start, as labels have: "Related: …"."""
        found = np.zeros(len(self.ends), np.bool_)
        colons = np.flatnonzero((self.codes == ord(":")) | (self.codes == ord("|")))
        early = colons[colons - self.starts[self.rows[colons]] < _COLON_WITHIN]
        found[self.rows[early]] = True
        return found

    def _years(self) -> NDArray[np.int64]:
        """Return where a year of four digits opens, 1900 to 2099."""
        codes, digit = self.codes, self.kinds == _DIGIT
        at = np.flatnonzero(digit[:-4])
        at = at[digit[at + 1] & digit[at + 2] & digit[at + 3] & ~digit[at + 4]]
        opening = codes[at] * np.uint32(_YEAR_STEP) + codes[at + 1]
        found: NDArray[np.int64] = at[(opening == _NINETEEN) | (opening == _TWENTY)]
        return found


_YEAR_STEP = 256
_NINETEEN = ord("1") * _YEAR_STEP + ord("9")
_TWENTY = ord("2") * _YEAR_STEP + ord("0")


def word_numbers(words: Sequence[str]) -> Hashes:
    """Return the number of each word; none may be empty or hold a space."""
    found = Characters.of(words).words()
    if len(found) != len(words):
        message = "not each is one word"
        raise ValueError(message)
    return found
