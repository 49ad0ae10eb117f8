"""Which lines of a scrape are its body, and which is its headline, as far as a trained model can tell?

The weights are made by `benchmarks/train_lines.py`; `weights/README.md` says on what.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from generator.intake.features import COLUMNS, Floats, Measures, measured
from generator.intake.furniture import CutRule
from generator.intake.positions import above, densest_of_each
from generator.intake.segments import Segments, exact
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
    "from_top", "to_opening", "names_to_opening", "digits", "colon_end", "date until", "by until", "date since", "by since",
    "comment above", "until_prose", "in_core", "from_core", "words+1", "words+2", "words-1", "capitalized+1",
    "capitalized-1", "phrase+1", "phrase-1", "lexicon_mean+1", "lexicon_mean-1",
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
CLEAN_CHANCE = 0.06
"""Above it a text is left whole: the price of cutting a clean text is a false "dropped by this outlet"."""
DOUBTFUL_CHANCE = 0.04
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
        """Return for each line of some texts the chance, 0–1, that it is body."""
        return self.body.chances(stacked(measures, self.first.chances(measures.rows)))


@dataclass(frozen=True, slots=True)
class Selection:
    """Which lines of a text are the body, with what the choice rests on."""

    chances: NDArray[np.float64]
    """Of each line, 0–1, to be body."""
    kept: NDArray[np.bool_]
    clean: bool
    """True where the text seems to be the article and nothing else."""
    headline: tuple[int, float] | None
    """The likeliest headline's line and its chance; None where the body is empty."""


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
    texts: Sequence[Sequence[str]],
    rules: Sequence[Sequence[CutRule | None]],
    model: LineModel,
    *,
    marked: Sequence[bool],
) -> list[Selection]:
    """Select the body's lines of each text.

    Args:
        texts: all lines that hold text, at least one of each.
        rules: of page furniture that they fit, or None.
        model: the weights.
        marked: whether a line's form says that it is no article's, so that the text is not clean.
    """
    measures = measured(texts, rules, model.vocabulary)
    chances = model.chances(measures)
    words, parts = measures.column("words"), measures.lines.slices()
    kept = np.concatenate([best_selection(words[part], chances[part]) for part in parts])
    clean = model.clean.chances(clean_features(measures, chances, kept))
    short = measures.lines.sums(words) < LEAST_WORDS
    whole = short | ((clean > CLEAN_CHANCE) & ~np.asarray(marked))
    doubtful = clean > DOUBTFUL_CHANCE
    kept |= np.repeat(whole, measures.lines.sizes)
    kept |= np.repeat(doubtful, measures.lines.sizes) & (chances > HARDLY_BODY)
    headlines = _headlines(measures, kept, model)
    return [
        Selection(chances[part], kept[part], is_whole, headline)
        for part, is_whole, headline in zip(parts, whole.tolist(), headlines, strict=True)
    ]


def clean_features(measures: Measures, guesses: NDArray[np.float64], kept: NDArray[np.bool_]) -> Floats:
    """Return one row about each text, its columns as `CLEAN_COLUMNS` names them."""
    lines, chances = measures.lines, exact(guesses)
    column = dict(zip(COLUMNS, measures.rows.T.astype(np.float64), strict=True))
    words, cut = column["words"] + 0.5, ~kept
    sums = lines.sums(np.array((
        words, words * (1 - chances), words * cut, chances < 0.5, chances < 0.2, chances < 0.05, column["rule"],  # noqa: PLR2004
        column["ending"], column["date"], column["ago"], column["linked"], column["by"], column["credit"],
        column["twins"] > 0, column["lexicon_mean"] > 0.8, column["lexicon_mean"] > 1.5, column["phrase"] > 0.5,  # noqa: PLR2004
        column["prose"] * cut, column["appeal"], column["comment"], words < 8, column["pointing"],  # noqa: PLR2004
    )))  # fmt: skip
    (
        total, unlikely, cut_words, doubtful, hardly, never, rules, endings, dates, agos, linked, bylines, credited,
        twins, lexical, very_lexical, phrases, cut_prose, appeals, comments, short, labels,
    ) = sums  # fmt: skip
    first, last = densest_of_each((chances - 0.5) * words, lines)
    upper = above(words, lines)
    outside = upper[first] + total - upper[last] - words[last]
    ends = lines.starts + lines.sizes - 1
    parts = [chances[part] for part in lines.slices()]
    lowest = np.array([np.sort(part)[:3].mean() for part in parts])
    rows = (
        lines.sizes, unlikely / total, cut_words / total, cut_words,
        doubtful, hardly, never, hardly / lines.sizes,
        np.minimum.reduceat(chances, lines.starts), lowest, rules, endings, dates, agos, linked, bylines, credited,
        twins, lexical, very_lexical, phrases, column["prose_share"][lines.starts], column["middle_words"][lines.starts],
        chances[ends], [part[-3:].mean() for part in parts], [part[:3].mean() for part in parts], total, cut_prose,
        column["thinnest_above"][ends], outside, appeals, comments, short / lines.sizes, labels,
    )  # fmt: skip
    return np.array(rows, np.float32).T


def _headlines(
    measures: Measures, kept: NDArray[np.bool_], model: LineModel
) -> Iterator[tuple[int, float] | None]:
    """Yield each text's likeliest headline and its chance; None where the body is empty."""
    if not kept.any():
        yield from (None for _ in measures.lines.starts)
        return
    candidates, rows = headline_features(measures, kept)
    chances = model.headline.chances(rows)
    bounds = np.searchsorted(candidates, [*measures.lines.starts.tolist(), len(kept)])
    for start, (first, after) in zip(measures.lines.starts.tolist(), pairwise(bounds.tolist()), strict=True):
        if first == after:
            yield None
            continue
        best = first + int(np.argmax(chances[first:after]))
        yield int(candidates[best]) - start, float(chances[best])


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
    """Return the lines that may be their text's headline, and their measures as `HEADLINE_COLUMNS` names them.

    `in_body` must hold one line at least.
    """
    lines, body = measures.lines, np.flatnonzero(in_body)
    openings = np.searchsorted(body, lines.starts)
    filled = np.flatnonzero(np.diff(openings, append=len(body)))
    bodies = [body[at : at + _OPENING] for at in openings[filled].tolist()]
    opening = np.concatenate(
        [found[found < after] for found, after in zip(bodies, _ends(lines)[filled].tolist(), strict=True)]
    )
    echoed = measures.content.share_in(opening)
    firsts = body[openings[filled]]
    bounds = zip(
        np.maximum(firsts - _ABOVE, lines.starts[filled]).tolist(),
        np.minimum(firsts + _BELOW, _ends(lines)[filled]).tolist(),
        strict=True,
    )
    words = measures.rows[:, _WORDS]
    ranges = [slice(*bound) for bound in bounds]
    standing = [_standing(words[part], echoed[part]) for part in ranges]
    candidates = np.concatenate([lines.index[part] for part in ranges])
    longer, longest, ranks = np.concatenate(standing, axis=1)
    own = measures.rows[candidates][:, _HEADLINE_PLACES]
    to_body = np.repeat(firsts, [part.stop - part.start for part in ranges]) - candidates
    return candidates, np.column_stack(
        (own, to_body, longer, in_body[candidates], echoed[candidates], longest, ranks)
    ).astype(np.float32)


def _ends(lines: Segments) -> NDArray[np.int64]:
    return lines.starts + lines.sizes


def _standing(words: Floats, echoed: NDArray[np.float64]) -> NDArray[np.int64]:
    """Tell of each candidate how many longer ones stand below it, whether it is the longest, and its rank by echo."""
    count = len(words)
    longer = np.count_nonzero((words[:-1] > words[:, None]) & _BELOW_IT[:count, : count - 1], axis=1)
    ranks = np.argsort(np.argsort(-echoed, kind="stable"), kind="stable")
    return np.array((longer, words == words.max(), ranks))


_OPENING = 4
"""Lines of the body whose words a headline echoes."""
_BELOW_IT = np.triu(np.ones((_ABOVE + _BELOW, _ABOVE + _BELOW), np.bool_), 1)
