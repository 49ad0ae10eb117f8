"""What can be measured on the lines of a text before it is known which of them are the article?

The columns are named in `COLUMNS`; a model's weights fit one list of names and no other.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from generator.intake.characters import Characters, Column
from generator.intake.furniture import CutRule
from generator.intake.positions import (
    PLACE_COLUMNS,
    Around,
    above,
    at_latest,
    core_of,
    place_measures,
    since,
    until,
)
from generator.intake.topic import TOPIC_COLUMNS, Content, topic_measures
from generator.intake.vocabulary import WORD_COLUMNS, Vocabulary, Words, word_measures

Floats = NDArray[np.float32]

_LONG_LINE_WORDS = 40
_LEAST_PROSE_WORDS = 8
_OWN = (
    "words", "characters", "letters_per_word", "upper", "digits", "other", "capitalized", "sentence_end", "colon_end",
    "letter_end", "upper_start", "digit_start", "quote_start", "other_start", "commas", "stops", "quotes", "bars",
    "label", *WORD_COLUMNS, "twins", "rule", "ending", "prose",
)  # fmt: skip
_SHIFTS = (-3, -2, -1, 1, 2, 3)
_NEAR: Mapping[int, tuple[str, ...]] = {
    shift: ("words", "prose", "lexicon_mean", "capitalized", *(("phrase",) if abs(shift) == 1 else ()))
    for shift in _SHIFTS
}
_WINDOWS: Mapping[int, tuple[str, ...]] = {
    3: (
        "words",
        "prose",
        "lexicon_mean",
        "phrase",
        "first_person",
        "to_opening",
        "names_to_opening",
        "to_core",
    ),
    4: ("appeal",),
    5: ("second_person", "rule", "closing", "comment"),
    8: ("words", "prose", "lexicon_mean"),
}
_MARKED = ("date", "by", "ending", "comment")
COLUMNS: tuple[str, ...] = (
    *_OWN,
    *PLACE_COLUMNS,
    *TOPIC_COLUMNS,
    *(f"{name}{shift:+}" for shift, names in _NEAR.items() for name in names),
    *(f"{name}~{window}" for window, names in _WINDOWS.items() for name in names),
    *(f"{name}{where}" for name in _MARKED for where in (" above", " since", " until")),
    "prose above ending", "prose above comment", "pointing", "all_lines", "all_words", "prose_share", "middle_words",
)  # fmt: skip
_PLACE: Mapping[str, int] = {name: place for place, name in enumerate(COLUMNS)}
_BASE = tuple(dict.fromkeys(name for group in (*_NEAR.values(), *_WINDOWS.values()) for name in group))
"""The columns that lines are told of their neighbors."""


def _places(sign: str, groups: Mapping[int, tuple[str, ...]]) -> Mapping[int, tuple[int, list[int]]]:
    """Return for each distance the place of its first column, and which of `_BASE` it shows."""
    return {
        distance: (_PLACE[sign.format(names[0], distance)], [_BASE.index(name) for name in names])
        for distance, names in groups.items()
    }


_NEAR_PLACES = _places("{}{:+}", _NEAR)
_WINDOW_PLACES = _places("{}~{}", _WINDOWS)
_ALONE = tuple((place, name) for name, place in _PLACE.items() if not re.search(r"\w(?:[+-]|~)\d$", name))


@dataclass(frozen=True, slots=True)
class Measures:
    """A text's lines, measured."""

    rows: Floats
    """Line × `COLUMNS`."""
    words: Words
    content: Content

    def column(self, name: str) -> Column:
        """Return one column."""
        return self.rows[:, _PLACE[name]].astype(np.float64)


def measured(lines: Sequence[str], rules: Sequence[CutRule | None], vocabulary: Vocabulary) -> Measures:
    """Measure each line; `rules` are those of page furniture that the lines fit. There must be a line."""
    text = Characters.of(lines)
    words = Words.of(text, vocabulary)
    content = Content.of(words, vocabulary.common())
    columns = _own(text, words, lines, rules, vocabulary)
    first, last = core_of(columns["words"], columns["prose"])
    columns |= place_measures(columns["words"], columns["prose"], first, last)
    columns |= topic_measures(content, columns["prose"], first, last)
    columns |= _marked(columns)
    columns |= _whole(columns)
    rows = np.empty((len(COLUMNS), len(lines)), np.float32)
    for place, name in _ALONE:
        rows[place] = columns[name]
    _put_neighbors(rows, np.array([columns[name] for name in _BASE]))
    return Measures(rows.T, words, content)


def _own(
    text: Characters,
    words: Words,
    lines: Sequence[str],
    rules: Sequence[CutRule | None],
    vocabulary: Vocabulary,
) -> dict[str, Column]:
    """Measure each line by itself."""
    own = text.measures() | word_measures(words, vocabulary)
    own["date"] = own["date"] + own["years"]
    own["linked"] = own["linked"] + own["signs"]
    counts = Counter(lines)
    own["twins"] = np.array([counts[line] for line in lines], np.float64) - 1
    own["rule"] = np.array([rule is not None for rule in rules], np.float64)
    own["ending"] = np.array([rule is not None and rule.ends_article for rule in rules], np.float64)
    long = own["words"] > _LONG_LINE_WORDS
    own["prose"] = own["words"] * ((own["sentence_end"] > 0) | long) * (own["words"] > _LEAST_PROSE_WORDS)
    return own


def _put_neighbors(rows: Floats, base: Column) -> None:
    """Give each line its neighbors' values, and the means around it; `base` holds the columns of `_BASE`."""
    size = base.shape[1]
    for shift, (place, chosen) in _NEAR_PLACES.items():
        block = rows[place : place + len(chosen)]
        within = max(size - abs(shift), 0)
        if shift > 0:
            block[:, :within], block[:, within:] = base[chosen, shift:], -1.0
        else:
            block[:, size - within :], block[:, : size - within] = base[chosen, :within], -1.0
    sums = Around(base, max(_WINDOWS))
    for window, (place, chosen) in _WINDOW_PLACES.items():
        rows[place : place + len(chosen)] = sums.means(window, chosen)


def _marked(columns: dict[str, Column]) -> dict[str, Column]:
    """Measure how far the lines that mark a border are: dates and bylines above, endings and comments below."""
    hits = np.array([columns[name] for name in _MARKED]) > 0
    found: dict[str, Column] = {}
    for where, values in (
        ("above", above(hits.astype(np.float64))),
        ("since", since(hits)),
        ("until", until(hits)),
    ):
        found |= {f"{name} {where}": value for name, value in zip(_MARKED, values, strict=True)}
    for name in ("ending", "comment"):
        found[f"prose above {name}"] = at_latest(hits[_MARKED.index(name)], columns["prose_above"])
    return found | {"pointing": columns["pointer"] * columns["label"]}


def _whole(columns: dict[str, Column]) -> dict[str, Column]:
    """Measure the text, the same for all lines."""
    words, prose = columns["words"], columns["prose"]
    values = {
        "all_lines": len(words),
        "all_words": words.sum(),
        "prose_share": prose.sum() / max(words.sum(), 1),
        "middle_words": _middle(words),
    }
    return {name: np.full(len(words), float(value)) for name, value in values.items()}


def _middle(words: Column) -> float:
    """Return the median."""
    ordered, half = np.sort(words), len(words) // 2
    return float(ordered[half] if len(words) % 2 else (ordered[half - 1] + ordered[half]) / 2)
