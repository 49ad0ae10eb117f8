"""What can be measured on the lines of a text before it is known which of them are the article?

All measures of a text are taken at once over an array of its code points, so that hundreds of lines
cost a fraction of a millisecond. The columns are named in `COLUMNS`; a model's weights fit one list of
names and no other.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]

_UPPER, _LOWER, _DIGIT, _SPACE, _STOP, _COMMA, _QUOTE, _BAR, _OTHER = range(9)
_KINDS = 9
_PLANE = 0x10000
_CJK = ((0x3040, 0x30FF), (0x3400, 0x9FFF), (0xAC00, 0xD7AF))
_CHARACTERS_PER_CJK_WORD = 2
_COMMON_WORDS = frozenset(
    [
        "the",
        "of",
        "and",
        "to",
        "in",
        "a",
        "is",
        "that",
        "for",
        "was",
        "on",
        "with",
        "as",
        "it",
        "he",
        "by",
        "are",
        "be",
        "from",
        "at",
        "his",
        "had",
        "have",
        "has",
        "not",
        "but",
        "they",
        "this",
        "were",
        "which",
        "or",
        "who",
        "an",
        "said",
        "their",
        "she",
        "her",
        "will",
        "would",
        "been",
        "more",
        "its",
        "than",
        "de",
        "la",
        "que",
        "el",
        "en",
        "los",
        "del",
        "las",
        "por",
        "con",
        "una",
        "se",
        "le",
        "les",
        "et",
        "des",
        "du",
        "un",
        "est",
        "dans",
        "pour",
        "qui",
        "sur",
        "au",
        "pas",
        "der",
        "die",
        "und",
        "das",
        "den",
        "von",
        "zu",
        "mit",
        "dem",
        "im",
        "nicht",
        "ein",
        "eine",
        "auf",
        "ist",
        "des",
        "sich",
        "o",
        "da",
        "em",
        "do",
        "os",
        "uma",
        "para",
        "com",
        "não",
        "mais",
    ]
)
_MONTHS = frozenset(
    [
        "jan",
        "feb",
        "mar",
        "apr",
        "may",
        "jun",
        "jul",
        "aug",
        "sep",
        "sept",
        "oct",
        "nov",
        "dec",
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
)
_POSTED_WORDS = frozenset(("ago", "updated", "posted", "published", "read"))
_LINK_WORDS = frozenset(("http", "https", "www", "copyright"))
_BY_WORDS = frozenset(("by", "von", "par", "por"))
_HEAD_WORDS = 18
_BYLINE_WORDS = 9
_LONG_LINE_WORDS = 40

_OWN = (
    "words", "characters", "letters_per_word", "upper", "digits", "other", "capitalized", "sentence_end", "colon_end",
    "letter_end", "upper_start", "digit_start", "quote_start", "commas", "stops", "quotes", "bars", "common",
    "lexicon_sum", "lexicon_mean", "lexicon_low", "twins", "date", "ago", "linked", "by",
)  # fmt: skip
_NEAR = ("words", "prose", "lexicon_mean", "capitalized")
_SHIFTS = (-3, -2, -1, 1, 2, 3)
_WINDOWS = (3, 8)
COLUMNS: tuple[str, ...] = (
    *_OWN,
    "prose",
    *(f"{name}{shift:+}" for name in _NEAR for shift in _SHIFTS),
    *(f"{name}~{window}" for name in ("words", "prose", "lexicon_mean") for window in _WINDOWS),
    "from_top", "from_bottom", "place", "words_above", "prose_above", "prose_below", "since_prose", "until_prose",
    "in_core", "from_core", "until_core", "core_words", "core_share", "familiar", "familiar~3",
    "dates_above", "since_date", "until_date", "bylines_above", "since_byline", "until_byline",
    "all_lines", "all_words", "prose_share", "middle_words",
)  # fmt: skip


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


def line_features(lines: Sequence[str], lexicon: Mapping[str, float]) -> Floats:
    """Return a row of measures for each line, its columns as `COLUMNS` names them.

    `lexicon` gives words of page furniture positive and words of prose negative weights.
    """
    if not lines:
        return np.zeros((0, len(COLUMNS)), np.float32)
    text = _Characters.of(lines)
    heads = _tokens(text)
    own = _own(text, heads, lexicon) | {"twins": _twins(lines)}
    words = own["words"]
    own["prose"] = prose = words * ((own["sentence_end"] > 0) | (words > _LONG_LINE_WORDS)) * (words > 8)  # noqa: PLR2004
    columns = [own[name] for name in (*_OWN, "prose")]
    for name in _NEAR:
        columns += [_shifted(own[name], shift) for shift in _SHIFTS]
    for name in ("words", "prose", "lexicon_mean"):
        columns += [_around(own[name], window) for window in _WINDOWS]
    first, last = _core(words, prose)
    columns += _places(words, prose, first, last)
    familiar = _familiar(heads, prose, first, last)
    columns += [familiar, _around(familiar, 3)]
    for name in ("date", "by"):
        hit = own[name] > 0
        columns += [np.cumsum(hit) - hit, _since(hit), _since(hit[::-1])[::-1]]
    every = np.ones(len(lines))
    columns += [
        every * len(lines),
        every * words.sum(),
        every * (prose.sum() / max(words.sum(), 1)),
        every * np.median(words),
    ]
    return np.stack(columns, axis=1).astype(np.float32)


@dataclass(frozen=True, slots=True)
class _Characters:
    """A text as arrays over its code points, line ends included."""

    codes: NDArray[np.uint32]
    kinds: NDArray[np.uint8]
    starts: NDArray[np.int64]
    """Of each line."""
    ends: NDArray[np.int64]

    @classmethod
    def of(cls, lines: Sequence[str]) -> _Characters:
        """Lay the lines out; none may hold a line end."""
        joined = "\n".join(lines) + "\n"
        codes = np.frombuffer(joined.encode("utf-32-le", "replace"), np.uint32)
        ends = np.flatnonzero(codes == ord("\n"))
        return cls(codes, _CLASSES[np.minimum(codes, _PLANE - 1)], np.concatenate(([0], ends[:-1] + 1)), ends)

    def rows(self) -> NDArray[np.int64]:
        """Return the line of each code point."""
        return np.repeat(np.arange(len(self.ends)), self.ends - self.starts + 1)


def first_words(lines: Sequence[str]) -> list[list[str]]:
    """Return the first words of each line, lower case, without what is no letter or digit."""
    return _tokens(_Characters.of(lines))


def _own(
    text: _Characters, heads: Sequence[Sequence[str]], lexicon: Mapping[str, float]
) -> dict[str, NDArray[np.float64]]:
    """Measure each line by itself."""
    rows, count = text.rows(), len(heads)
    kinds = np.bincount(rows * _KINDS + text.kinds, minlength=count * _KINDS).reshape(count, _KINDS).T
    inside = text.kinds <= _DIGIT
    opening = inside.copy()
    opening[1:] &= ~inside[:-1]
    words = np.bincount(rows[opening], minlength=count) + _cjk_words(text, rows, count)
    some = np.maximum(words, 1)
    characters = np.maximum(text.ends - text.starts, 1).astype(np.float64)
    last = text.kinds[np.maximum(text.ends - 1, text.starts)]
    before_last = text.kinds[np.maximum(text.ends - 2, text.starts)]
    first = text.kinds[text.starts]
    measures = {
        "words": words,
        "characters": characters,
        "letters_per_word": (kinds[_UPPER] + kinds[_LOWER]) / some,
        "upper": kinds[_UPPER] / characters,
        "digits": kinds[_DIGIT] / characters,
        "other": kinds[_OTHER] / characters,
        "capitalized": np.bincount(rows[opening & (text.kinds == _UPPER)], minlength=count) / some,
        "sentence_end": (last == _STOP)
        | ((last == _QUOTE) & ((before_last == _STOP) | (before_last == _COMMA))),
        "colon_end": text.codes[np.maximum(text.ends - 1, text.starts)] == ord(":"),
        "letter_end": last <= _LOWER,
        "upper_start": first == _UPPER,
        "digit_start": first == _DIGIT,
        "quote_start": first == _QUOTE,
        "commas": kinds[_COMMA],
        "stops": kinds[_STOP],
        "quotes": kinds[_QUOTE],
        "bars": kinds[_BAR],
    }
    lexical = _lexical(heads, lexicon)
    lexical["date"] += np.bincount(rows[_years(text)], minlength=count) > 0
    lexical["linked"] += (
        np.bincount(rows[(text.codes == ord("@")) | (text.codes == ord("©"))], minlength=count) > 0
    )
    return {name: np.asarray(column, np.float64) for name, column in (measures | lexical).items()}


def _cjk_words(text: _Characters, rows: NDArray[np.int64], count: int) -> NDArray[np.float64]:
    """Count words of scripts that have no spaces, two characters each."""
    if text.codes.max() < _CJK[0][0]:
        return np.zeros(count)
    cjk = np.zeros(len(text.codes), np.bool_)
    for low, high in _CJK:
        cjk |= (text.codes >= low) & (text.codes <= high)
    return np.bincount(rows[cjk], minlength=count) / _CHARACTERS_PER_CJK_WORD


def _years(text: _Characters) -> NDArray[np.bool_]:
    """Mark the code points that open a year of four digits, 1900 to 2099."""
    codes, digit = text.codes, text.kinds == _DIGIT
    found = np.zeros(len(codes), np.bool_)
    if len(codes) > 4:  # noqa: PLR2004 - a year and the line end
        century = ((codes[:-4] == ord("1")) & (codes[1:-3] == ord("9"))) | (
            (codes[:-4] == ord("2")) & (codes[1:-3] == ord("0"))
        )
        found[:-4] = century & digit[2:-2] & digit[3:-1] & ~digit[4:]
    return found


def _tokens(text: _Characters) -> list[list[str]]:
    """Return the first words of each line, lower case, without what is no letter or digit."""
    inside = text.kinds <= _DIGIT
    plain = np.where(inside | (text.codes == ord("\n")), text.codes, np.uint32(ord(" ")))
    lowered = plain.tobytes().decode("utf-32-le").lower()
    return [line.split(None, _HEAD_WORDS)[:_HEAD_WORDS] for line in lowered.split("\n")[:-1]]


def _lexical(heads: Sequence[Sequence[str]], lexicon: Mapping[str, float]) -> dict[str, NDArray[np.float64]]:
    """Measure what the first words say: common ones make prose, some make furniture."""
    rows = []
    for tokens in heads:
        weights = list(map(lexicon.get, tokens, _ZEROS)) or _NO_WEIGHTS
        total, size = sum(weights), len(tokens) or 1
        rows.append(
            (
                sum(map(_COMMON_WORDS.__contains__, tokens)) / size,
                total,
                total / size,
                max(weights),
                not _MONTHS.isdisjoint(tokens),
                not _POSTED_WORDS.isdisjoint(tokens),
                not _LINK_WORDS.isdisjoint(tokens),
                size <= _BYLINE_WORDS and not _BY_WORDS.isdisjoint(tokens[:1]),
            )
        )
    return dict(zip(_LEXICAL, np.array(rows, np.float64).T, strict=True))


_LEXICAL = ("common", "lexicon_sum", "lexicon_mean", "lexicon_low", "date", "ago", "linked", "by")
_NO_WEIGHTS = [0.0]
_ZEROS = (0.0,) * (_HEAD_WORDS + 1)


def _twins(lines: Sequence[str]) -> NDArray[np.float64]:
    """Count for each line how often it stands elsewhere."""
    counts = Counter(lines)
    return np.array([counts[line] for line in lines], np.float64) - 1


def _shifted(column: NDArray[np.float64], shift: int) -> NDArray[np.float64]:
    """Return the values `shift` lines further down, -1 beyond the ends."""
    moved = np.full(len(column), -1.0)
    if abs(shift) >= len(column):
        return moved
    if shift > 0:
        moved[:-shift] = column[shift:]
    else:
        moved[-shift:] = column[:shift]
    return moved


def _around(column: NDArray[np.float64], window: int) -> NDArray[np.float64]:
    """Return the mean over the lines up to `window` away."""
    total = np.concatenate(([0.0], np.cumsum(column)))
    index = np.arange(len(column))
    low, high = np.maximum(index - window, 0), np.minimum(index + window + 1, len(column))
    mean: NDArray[np.float64] = (total[high] - total[low]) / (high - low)
    return mean


def _places(
    words: NDArray[np.float64], prose: NDArray[np.float64], first: int, last: int
) -> list[NDArray[np.float64]]:
    """Measure where each line stands in the text, and where to the densest part."""
    count = len(words)
    index = np.arange(count, dtype=np.float64)
    above = np.cumsum(prose) - prose
    total = prose.sum()
    since, until = _since(prose > 0), _since(prose[::-1] > 0)[::-1]
    inside = (index >= first) & (index <= last)
    core = prose[first : last + 1].sum()
    every = np.ones(count)
    return [
        index, count - 1 - index, index / count, (np.cumsum(words) - words) / max(words.sum(), 1),
        above, total - above - prose, since, until,
        inside.astype(np.float64), np.maximum(first - index, 0), np.maximum(index - last, 0),
        every * core, every * (core / max(total, 1)),
    ]  # fmt: skip


_OPENING_PARAGRAPHS = 8
_LEAST_LETTERS = 5


def _familiar(
    heads: Sequence[Sequence[str]], prose: NDArray[np.float64], first: int, last: int
) -> NDArray[np.float64]:
    """Measure how many of a line's longer words stand in the opening of the densest part."""
    opening = [row for row in range(first, last + 1) if prose[row]][:_OPENING_PARAGRAPHS]
    longer = [{token for token in tokens if len(token) >= _LEAST_LETTERS} for tokens in heads]
    counts = Counter(token for row in opening for token in longer[row])
    topic, twice = set(counts), {token for token, count in counts.items() if count > 1}
    own = set(opening)  # a paragraph of the opening always knows its own words
    return np.array(
        [len(words & (twice if row in own else topic)) / len(words) if words else -1.0
         for row, words in enumerate(longer)]
    )  # fmt: skip


def _since(hit: NDArray[np.bool_]) -> NDArray[np.float64]:
    """Count the lines since the last hit, itself included; the line number where there was none."""
    index = np.arange(len(hit))
    latest = np.maximum.accumulate(np.where(hit, index, -1))
    return (index - latest).astype(np.float64)


_LINE_PRICE = 6.0
"""Words of prose that a line must bring to be worth its place in the core."""


def _core(words: NDArray[np.float64], prose: NDArray[np.float64]) -> tuple[int, int]:
    """Return the run of lines with most prose after each line's price (Kadane's maximum subarray)."""
    gains = np.where(prose > 0, prose, np.minimum(words, 2.0)) - _LINE_PRICE
    total = np.concatenate(([0.0], np.cumsum(gains)))
    lowest = np.minimum.accumulate(total[:-1])
    best = int(np.argmax(total[1:] - lowest))
    first = int(np.argmin(total[: best + 1]))
    return first, best
