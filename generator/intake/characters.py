"""What do the characters of a text's lines tell? All lines at once, over an array of code points."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Column = NDArray[np.float64]
"""A value for each line."""

_UPPER, _LOWER, _DIGIT, _SPACE, _STOP, _COMMA, _QUOTE, _BAR, _OTHER = range(9)
_KINDS = 9
_PLANE = 0x10000
_CJK = ((0x3040, 0x30FF), (0x3400, 0x9FFF), (0xAC00, 0xD7AF))
_CHARACTERS_PER_CJK_WORD = 2
_COLON_WITHIN = 28
"""Characters of a line's start in which a colon makes what stands before it a label."""


def _class_table() -> NDArray[np.uint8]:
    """Classify the code points of the basic plane, once."""
    table = np.full(_PLANE, _OTHER, np.uint8)
    for code in range(_PLANE):
        char = chr(code)
        if char.isupper():
            table[code] = _UPPER
        elif char.isalpha():
            table[code] = _LOWER
        elif char.isdigit():
            table[code] = _DIGIT
        elif char.isspace():
            table[code] = _SPACE
    for characters, kind in (
        (".!?…।。！？", _STOP),
        (",;，、", _COMMA),
        ("\"'“”‘’«»„", _QUOTE),
        ("|•·›»/>→", _BAR),
    ):
        for char in characters:
            table[ord(char)] = kind
    return table


_CLASSES = _class_table()


@dataclass(frozen=True, slots=True)
class Characters:
    """A text as arrays over its code points, line ends included."""

    codes: NDArray[np.uint32]
    kinds: NDArray[np.uint8]
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
        kinds = _CLASSES[np.minimum(codes, _PLANE - 1)]
        ends = np.flatnonzero(codes == ord("\n"))
        starts = np.concatenate(([0], ends[:-1] + 1))
        inside = kinds <= _DIGIT
        opening = inside.copy()
        opening[1:] &= ~inside[:-1]
        rows = np.repeat(np.arange(len(ends)), ends - starts + 1)
        openings = np.flatnonzero(opening)
        closings = np.flatnonzero(inside[:-1] & ~inside[1:])  # no line end is inside a word
        return cls(codes, kinds, starts, ends, rows, openings, closings - openings + 1)

    def words(self) -> list[str]:
        """Return all words, lower case, without what is no letter or digit; one for each opening."""
        plain = np.where(self.kinds <= _DIGIT, self.codes, np.uint32(ord(" ")))
        return plain.tobytes().decode("utf-32-le").lower().split()

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

    def _years(self) -> NDArray[np.bool_]:
        """Mark the code points that open a year of four digits, 1900 to 2099."""
        codes, digit = self.codes, self.kinds == _DIGIT
        found = np.zeros(len(codes), np.bool_)
        if len(codes) > 4:  # noqa: PLR2004 - a year and the line end
            century = ((codes[:-4] == ord("1")) & (codes[1:-3] == ord("9"))) | (
                (codes[:-4] == ord("2")) & (codes[1:-3] == ord("0"))
            )
            found[:-4] = century & digit[2:-2] & digit[3:-1] & ~digit[4:]
        return found
