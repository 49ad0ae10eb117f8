"""Which lines of a scrape are its body, and which is its headline, as far as a trained model can tell?

The weights are made by `benchmarks/train_lines.py`; `weights/README.md` says on what.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from generator.intake.features import COLUMNS, Floats, first_words, line_features
from generator.intake.trees import Forest

_ABOVE = 40
"""Lines above the body among which a headline is looked for: menus between the two are seldom longer."""
_BELOW = 3
"""Lines of the body that may be the headline after all."""
_HEADLINE_OWN = (
    "words", "characters", "capitalized", "upper", "sentence_end", "letter_end", "quotes", "bars", "common",
    "lexicon_sum", "lexicon_mean", "lexicon_low", "twins", "date", "ago", "by", "place", "from_top",
)  # fmt: skip
HEADLINE_COLUMNS: tuple[str, ...] = (
    *_HEADLINE_OWN,
    "to_body",
    "longer_between",
    "in_body",
    "echoed",
    "longest",
    "rank",
)


CLEAN_COLUMNS: tuple[str, ...] = (
    "lines", "junk_share", "cut_share", "cut_words", "unlikely", "hardly", "never", "hardly_share", "lowest",
    "three_lowest", "rules", "dates", "agos", "links", "bylines", "twins", "lexical", "very_lexical", "prose_share",
    "middle_words", "last", "last_three", "first_three", "words",
)  # fmt: skip
CLEAN_CHANCE = 0.3
"""Above it a text is left whole: the price of cutting a clean text is a false "dropped by this outlet"."""
DOUBTFUL_CHANCE = 0.05
"""Between the two, only lines that are hardly ever body are cut."""
HARDLY_BODY = 0.15
LEAST_WORDS = 40
"""Texts below this length are left whole: there is too little to judge by."""


@dataclass(frozen=True, slots=True)
class LineModel:
    """The models with their lexicon."""

    body: Forest
    headline: Forest
    clean: Forest
    lexicon: dict[str, float]


@dataclass(frozen=True, slots=True)
class Selection:
    """Which lines are the body, with what the choice rests on."""

    rows: Floats
    chances: NDArray[np.float64]
    """Of each line, 0–1, to be body."""
    kept: NDArray[np.bool_]
    clean: bool
    """True where the text seems to be the article and nothing else."""


@functools.cache
def line_model() -> LineModel:
    """Load the weights once."""
    with files("generator.intake").joinpath("weights/lines.npz").open("rb") as file:
        return line_model_of(dict(np.load(file)))


def line_model_of(arrays: Mapping[str, NDArray[np.generic]]) -> LineModel:
    """Make the models of the arrays in the weights file."""
    expected = {
        "column_names": COLUMNS,
        "headline_column_names": HEADLINE_COLUMNS,
        "clean_column_names": CLEAN_COLUMNS,
    }
    if any(tuple(arrays[name]) != columns for name, columns in expected.items()):
        message = "the weights were made for other measures; run benchmarks/train_lines.py"
        raise RuntimeError(message)
    words, weights = arrays["lexicon_words"].tolist(), arrays["lexicon_weights"].tolist()
    return LineModel(
        Forest.from_arrays(arrays, "body"),
        Forest.from_arrays(arrays, "headline"),
        Forest.from_arrays(arrays, "clean"),
        dict(zip(words, weights, strict=True)),
    )


def select(lines: Sequence[str], ruled: Sequence[bool], model: LineModel) -> Selection:
    """Select the body's lines; `ruled` tells which lines a named rule calls furniture."""
    rows = line_features(lines, model.lexicon)
    chances = model.body.chances(rows)
    words = rows[:, COLUMNS.index("words")]
    if words.sum() < LEAST_WORDS:
        return Selection(rows, chances, np.ones(len(lines), np.bool_), clean=True)
    kept = best_selection(lines, chances)
    clean = float(model.clean.chances(clean_features(rows, chances, kept, np.asarray(ruled)))[0])
    if clean > CLEAN_CHANCE:
        kept = np.ones(len(lines), np.bool_)
    elif clean > DOUBTFUL_CHANCE:
        kept = kept | (chances > HARDLY_BODY)
    return Selection(rows, chances, kept, clean=clean > CLEAN_CHANCE)


def clean_features(
    rows: Floats, chances: NDArray[np.float64], kept: NDArray[np.bool_], ruled: NDArray[np.bool_]
) -> Floats:
    """Return one row about the whole text, its columns as `CLEAN_COLUMNS` names them."""
    column = {name: rows[:, number] for number, name in enumerate(COLUMNS)}
    words = column["words"] + 0.5
    total = words.sum()
    values = (
        len(rows), (words * (1 - chances)).sum() / total, words[~kept].sum() / total, words[~kept].sum(),
        (chances < 0.5).sum(), (chances < 0.2).sum(), (chances < 0.05).sum(), (chances < 0.2).mean(),  # noqa: PLR2004
        chances.min(), np.sort(chances)[:3].mean(), ruled.sum(), column["date"].sum(), column["ago"].sum(),
        column["linked"].sum(), column["by"].sum(), (column["twins"] > 0).sum(),
        (column["lexicon_mean"] > 0.8).sum(), (column["lexicon_mean"] > 1.5).sum(),  # noqa: PLR2004
        column["prose_share"][0], column["middle_words"][0], chances[-1], chances[-3:].mean(), chances[:3].mean(), total,
    )  # fmt: skip
    return np.array([values], np.float32)


def headline_of(lines: Sequence[str], selection: Selection, model: LineModel) -> tuple[int, float] | None:
    """Return the likeliest headline's index and its chance; None where the body is empty."""
    if not selection.kept.any():
        return None
    candidates, rows = headline_features(lines, selection.rows, selection.kept)
    chances = model.headline.chances(rows)
    best = int(np.argmax(chances))
    return int(candidates[best]), float(chances[best])


def best_selection(lines: Sequence[str], chances: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Select the lines whose expected F1 over words is highest, the likeliest lines first.

    This is the decision that the measure asks for: sure texts are cut sharply, doubtful ones kept.
    """
    words = np.array([line.count(" ") + 1 for line in lines], np.float64)
    order = np.argsort(-chances, kind="stable")
    right = np.cumsum((words * chances)[order])
    expected_f1 = 2 * right / (np.cumsum(words[order]) + (words * chances).sum() + 1e-9)
    kept = np.zeros(len(lines), np.bool_)
    kept[order[: int(np.argmax(expected_f1)) + 1]] = True
    return kept


def headline_features(
    lines: Sequence[str], rows: Floats, in_body: NDArray[np.bool_]
) -> tuple[NDArray[np.int64], Floats]:
    """Return the lines that may be the headline, and their measures as `HEADLINE_COLUMNS` names them.

    `in_body` must hold one line at least.
    """
    first = int(np.flatnonzero(in_body)[0])
    candidates = np.arange(max(first - _ABOVE, 0), min(first + _BELOW, len(lines)))
    heads = first_words(lines)
    opening = {token for row in np.flatnonzero(in_body)[:4] for token in heads[row] if len(token) > 3}  # noqa: PLR2004
    own = rows[candidates][:, [COLUMNS.index(name) for name in _HEADLINE_OWN]]
    words = rows[candidates, COLUMNS.index("words")]
    longer = [int(np.count_nonzero(words[i + 1 : -1] > words[i])) for i in range(len(candidates))]
    echoed = [_echo(heads[row], opening) for row in candidates]
    ranks = np.argsort(np.argsort([-value for value in echoed], kind="stable"), kind="stable")
    return candidates, np.column_stack(
        (own, first - candidates, np.array(longer), in_body[candidates], echoed, words == words.max(), ranks)
    ).astype(np.float32)


def _echo(tokens: Sequence[str], opening: set[str]) -> float:
    """Return the share of a line's longer words that the first paragraphs repeat."""
    longer = [token for token in tokens if len(token) > 3]  # noqa: PLR2004
    return sum(token in opening for token in longer) / len(longer) if longer else 0.0
