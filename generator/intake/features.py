"""What can be measured on the lines of a text before it is known which of them are the article?

The columns are named in `COLUMNS`; a model's weights fit one list of names and no other.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
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
    beyond,
    cores_of,
    place_measures,
    since,
    until,
)
from generator.intake.segments import Segments, exact
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
    """The lines of some texts, measured."""

    rows: Floats
    """Line × `COLUMNS`."""
    words: Words
    content: Content
    lines: Segments

    def column(self, name: str) -> Column:
        """Return one column."""
        return self.rows[:, _PLACE[name]].astype(np.float64)


def measured(
    texts: Sequence[Sequence[str]], rules: Sequence[Sequence[CutRule | None]], vocabulary: Vocabulary
) -> Measures:
    """Measure each line of some texts, none of them without lines.

    Args:
        texts: the lines of each.
        rules: of page furniture that the lines fit.
        vocabulary: the known words.
    """
    lines = Segments.of([len(text) for text in texts])
    text = Characters.of([line for text in texts for line in text])
    words = Words.of(text, vocabulary, lines)
    content = Content.of(words, vocabulary.common())
    columns = _own(text, words, texts, rules, vocabulary)
    cores = cores_of(columns["words"], columns["prose"], lines)
    columns |= place_measures(columns["words"], columns["prose"], cores, lines)
    columns |= topic_measures(content, columns["prose"], cores, lines)
    columns |= _marked(columns, lines)
    columns |= _whole(columns, lines)
    rows = np.empty((len(COLUMNS), len(lines.index)), np.float32)
    for place, name in _ALONE:
        rows[place] = columns[name]
    _put_neighbors(rows, exact(np.array([columns[name] for name in _BASE])), lines)
    return Measures(rows.T, words, content, lines)


def _own(
    text: Characters,
    words: Words,
    texts: Sequence[Sequence[str]],
    rules: Sequence[Sequence[CutRule | None]],
    vocabulary: Vocabulary,
) -> dict[str, Column]:
    """Measure each line by itself."""
    own = text.measures() | word_measures(words, vocabulary)
    own["date"] = own["date"] + own["years"]
    own["linked"] = own["linked"] + own["signs"]
    own["twins"] = np.array([twins for lines in texts for twins in _twins(lines)], np.float64)
    listed = [rule for each in rules for rule in each]
    own["rule"] = np.array([rule is not None for rule in listed], np.float64)
    own["ending"] = np.array([rule is not None and rule.ends_article for rule in listed], np.float64)
    long = own["words"] > _LONG_LINE_WORDS
    own["prose"] = own["words"] * ((own["sentence_end"] > 0) | long) * (own["words"] > _LEAST_PROSE_WORDS)
    return own


def _twins(lines: Sequence[str]) -> Iterator[int]:
    """Yield for each line how many others are the same."""
    counts = Counter(lines)
    return (counts[line] - 1 for line in lines)


def _put_neighbors(rows: Floats, base: Column, lines: Segments) -> None:
    """Give each line its neighbors' values, and the means around it; `base` holds the columns of `_BASE`."""
    size = base.shape[1]
    for shift, (place, chosen) in _NEAR_PLACES.items():
        block = rows[place : place + len(chosen)]
        within = max(size - abs(shift), 0)
        if shift > 0:
            block[:, :within] = base[chosen, shift:]
        else:
            block[:, size - within :] = base[chosen, :within]
        block[:, beyond(shift, lines)] = -1.0
    sums = Around(base, lines)
    for window, (place, chosen) in _WINDOW_PLACES.items():
        rows[place : place + len(chosen)] = sums.means(window, chosen)


def _marked(columns: dict[str, Column], lines: Segments) -> dict[str, Column]:
    """Measure how far the lines that mark a border are: dates and bylines above, endings and comments below."""
    hits = np.array([columns[name] for name in _MARKED]) > 0
    found: dict[str, Column] = {}
    for where, values in (
        ("above", above(hits.astype(np.float64), lines)),
        ("since", since(hits, lines)),
        ("until", until(hits, lines)),
    ):
        found |= {f"{name} {where}": value for name, value in zip(_MARKED, values, strict=True)}
    for name in ("ending", "comment"):
        found[f"prose above {name}"] = at_latest(hits[_MARKED.index(name)], columns["prose_above"], lines)
    return found | {"pointing": columns["pointer"] * columns["label"]}


def _whole(columns: dict[str, Column], lines: Segments) -> dict[str, Column]:
    """Measure each text, the same for all of its lines."""
    words = columns["words"]
    every, prose = lines.sums(np.array((words, columns["prose"])))
    values = {
        "all_lines": lines.sizes,
        "all_words": every,
        "prose_share": prose / np.maximum(every, 1),
        "middle_words": [_middle(words[part]) for part in lines.slices()],
    }
    return {name: lines.spread(value) for name, value in values.items()}


def _middle(words: Column) -> float:
    """Return the median."""
    ordered, half = np.sort(words), len(words) // 2
    return float(ordered[half] if len(words) % 2 else (ordered[half - 1] + ordered[half]) / 2)
