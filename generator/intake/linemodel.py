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

from generator.intake.features import COLUMNS, Floats, Measures, measured
from generator.intake.furniture import CutRule
from generator.intake.positions import densest
from generator.intake.stacking import STACKED_COLUMNS, stacked
from generator.intake.trees import Forest
from generator.intake.vocabulary import Vocabulary

_ABOVE = 40
"""Lines above the body among which a headline is looked for: menus between the two are seldom longer."""
_BELOW = 3
"""Lines of the body that may be the headline after all."""
_HEADLINE_OWN = (
    "words", "characters", "capitalized", "upper", "sentence_end", "letter_end", "quotes", "bars", "common_head",
    "lexicon_sum", "lexicon_mean", "lexicon_low", "phrase", "label", "credit", "twins", "date", "ago", "by", "place",
    "from_top", "to_opening", "names_to_opening",
)  # fmt: skip
_HEADLINE_PLACES = [COLUMNS.index(name) for name in _HEADLINE_OWN]
_WORDS = COLUMNS.index("words")
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
    "three_lowest", "rules", "endings", "dates", "agos", "links", "bylines", "credits", "twins", "lexical", "very_lexical",
    "phrases", "prose_share", "middle_words", "last", "last_three", "first_three", "words", "cut_prose", "thinnest",
    "outside_run", "appeals", "comments", "short_share", "labels",
)  # fmt: skip
CLEAN_CHANCE = 0.03
"""Above it a text is left whole: the price of cutting a clean text is a false "dropped by this outlet"."""
DOUBTFUL_CHANCE = 0.02
"""Between the two, only lines that are hardly ever body are cut."""
HARDLY_BODY = 0.15
LEAST_WORDS = 40
"""Texts below this length are left whole: there is too little to judge by."""


@dataclass(frozen=True, slots=True)
class LineModel:
    """The models with their lexicon."""

    first: Forest
    """Tells body lines by themselves and their place."""
    body: Forest
    """Tells them once more, given what the first tells of their neighbors."""
    headline: Forest
    clean: Forest
    vocabulary: Vocabulary

    def chances(self, measures: Measures) -> NDArray[np.float64]:
        """Return for each line the chance, 0–1, that it is body."""
        return self.body.chances(stacked(measures, self.first.chances(measures.rows)))


@dataclass(frozen=True, slots=True)
class Selection:
    """Which lines are the body, with what the choice rests on."""

    measures: Measures
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
        "column_names": (*COLUMNS, *STACKED_COLUMNS),
        "headline_column_names": HEADLINE_COLUMNS,
        "clean_column_names": CLEAN_COLUMNS,
    }
    if any(tuple(arrays[name]) != columns for name, columns in expected.items()):
        message = "the weights were made for other measures; run benchmarks/train_lines.py"
        raise RuntimeError(message)
    return LineModel(
        Forest.from_arrays(arrays, "first"),
        Forest.from_arrays(arrays, "body"),
        Forest.from_arrays(arrays, "headline"),
        Forest.from_arrays(arrays, "clean"),
        vocabulary_of(arrays),
    )


def vocabulary_of(arrays: Mapping[str, NDArray[np.generic]]) -> Vocabulary:
    """Take the weights of words and phrases out of a weights file."""
    weighed = (
        dict(zip(arrays[f"{kind}_names"].tolist(), arrays[f"{kind}_weights"].tolist(), strict=True))
        for kind in ("lexicon", "phrase")
    )
    return Vocabulary.of(*weighed)


def select(
    lines: Sequence[str], rules: Sequence[CutRule | None], model: LineModel, *, marked: bool = False
) -> Selection:
    """Select the body's lines.

    Args:
        lines: all that hold text.
        rules: of page furniture that they fit, or None.
        model: the weights.
        marked: whether a line's form says that it is no article's, so that the text is not clean.
    """
    measures = measured(lines, rules, model.vocabulary)
    chances = model.chances(measures)
    if measures.column("words").sum() < LEAST_WORDS:
        return Selection(measures, chances, np.ones(len(lines), np.bool_), clean=True)
    kept = best_selection(measures.column("words"), chances)
    clean = float(model.clean.chances(clean_features(measures, chances, kept))[0])
    is_clean = clean > CLEAN_CHANCE and not marked
    if is_clean:
        kept = np.ones(len(lines), np.bool_)
    elif clean > DOUBTFUL_CHANCE:
        kept = kept | (chances > HARDLY_BODY)
    return Selection(measures, chances, kept, clean=is_clean)


def clean_features(measures: Measures, chances: NDArray[np.float64], kept: NDArray[np.bool_]) -> Floats:
    """Return one row about the whole text, its columns as `CLEAN_COLUMNS` names them."""
    column = dict(zip(COLUMNS, measures.rows.T, strict=True))
    words = column["words"] + 0.5
    total = words.sum()
    first, last = densest((chances - 0.5) * words)
    values = (
        len(words), (words * (1 - chances)).sum() / total, words[~kept].sum() / total, words[~kept].sum(),
        (chances < 0.5).sum(), (chances < 0.2).sum(), (chances < 0.05).sum(), (chances < 0.2).mean(),  # noqa: PLR2004
        chances.min(), np.sort(chances)[:3].mean(), column["rule"].sum(), column["ending"].sum(), column["date"].sum(),
        column["ago"].sum(), column["linked"].sum(), column["by"].sum(), column["credit"].sum(),
        (column["twins"] > 0).sum(), (column["lexicon_mean"] > 0.8).sum(), (column["lexicon_mean"] > 1.5).sum(),  # noqa: PLR2004
        (column["phrase"] > 0.5).sum(), column["prose_share"][0], column["middle_words"][0],  # noqa: PLR2004
        chances[-1], chances[-3:].mean(), chances[:3].mean(), total, column["prose"][~kept].sum(),
        column["thinnest_above"][-1], words[:first].sum() + words[last + 1 :].sum(), column["appeal"].sum(),
        column["comment"].sum(), (words < 8).mean(), column["pointing"].sum(),  # noqa: PLR2004
    )  # fmt: skip
    return np.array([values], np.float32)


def headline_of(selection: Selection, model: LineModel) -> tuple[int, float] | None:
    """Return the likeliest headline's index and its chance; None where the body is empty."""
    if not selection.kept.any():
        return None
    candidates, rows = headline_features(selection.measures, selection.kept)
    chances = model.headline.chances(rows)
    best = int(np.argmax(chances))
    return int(candidates[best]), float(chances[best])


def best_selection(words: NDArray[np.float64], chances: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Select the lines whose expected F1 over words is highest, the likeliest lines first.

    This is the decision that the measure asks for: sure texts are cut sharply, doubtful ones kept.
    """
    order = np.argsort(-chances, kind="stable")
    right = np.cumsum((words * chances)[order])
    expected_f1 = 2 * right / (np.cumsum(words[order]) + (words * chances).sum() + 1e-9)
    kept = np.zeros(len(words), np.bool_)
    kept[order[: int(np.argmax(expected_f1)) + 1]] = True
    return kept


def headline_features(measures: Measures, in_body: NDArray[np.bool_]) -> tuple[NDArray[np.int64], Floats]:
    """Return the lines that may be the headline, and their measures as `HEADLINE_COLUMNS` names them.

    `in_body` must hold one line at least.
    """
    rows = measures.rows
    first = int(np.flatnonzero(in_body)[0])
    candidates = np.arange(max(first - _ABOVE, 0), min(first + _BELOW, len(rows)))
    echoed = measures.content.share_in(np.flatnonzero(in_body)[:4])[candidates]
    own = rows[candidates][:, _HEADLINE_PLACES]
    words = rows[candidates, _WORDS]
    longer = np.count_nonzero(np.triu(words[:-1] > words[:, None], 1), axis=1)
    ranks = np.argsort(np.argsort(-echoed, kind="stable"), kind="stable")
    return candidates, np.column_stack(
        (own, first - candidates, longer, in_body[candidates], echoed, words == words.max(), ranks)
    ).astype(np.float32)
