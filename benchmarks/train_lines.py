"""Train the models that tell an article's lines from its page's.

    python benchmarks/train_lines.py PAGES.jsonl… [--html GOLD.jsonl.gz PAGES_DIR] [--weights FILE] [--folds N]

Each record of PAGES has `id`, `src`, `host`, `title`, `body` and `styles`, a mapping of names to `lines`
and their `labels` (`body`, `mixed`, `headline`, `other`). Saved pages (`--html`, as `train_pages.py` reads
them) give scrapes in the same three styles. Needs catboost, which nothing else does. With `--folds` it
prints what is reached on hosts that were not trained on, and writes nothing.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from augmented import augmented
from page_scrapes import page_scrapes
from scrapes import CLEAN_STYLES, Scrape, clean_scrapes, lexicon_of, phrases_of, scrape
from symmetric_trees import Rows, arrays_of, fitted

from generator.intake.clean import BODY, HEADLINE, Text, labeled
from generator.intake.features import COLUMNS, Measures, measured
from generator.intake.furniture import furniture_of
from generator.intake.linemodel import (
    CLEAN_COLUMNS,
    HEADLINE_COLUMNS,
    LineModel,
    best_selection,
    clean_features,
    headline_features,
    line_model_of,
)
from generator.intake.lines import Line
from generator.intake.stacking import STACKED_COLUMNS, stacked
from generator.intake.vocabulary import Vocabulary

WEIGHTS = Path(__file__).parents[1] / "generator/intake/weights/lines.npz"
NEWS_SOURCES = ("aeb", "fundus", "naeb")


def scrapes(paths: Iterable[Path], html: Sequence[Path] = ()) -> list[Scrape]:
    """Read all styles of all pages, and each body once more as a text that is clean already."""
    found: list[Scrape] = []
    known = set()
    for record in records_in(paths):
        known.add(record["id"])
        found += [scrape(record, name, **lines) for name, lines in record["styles"].items()]
        found += clean_scrapes(record)
    if html:
        found += page_scrapes(*html, known=known)
    return [entry for entry in found if entry.lines]


def records_in(paths: Iterable[Path]) -> Iterator[dict[str, Any]]:
    """Yield the records of JSON Lines files, packed or not."""
    for path in paths:
        packed = path.read_bytes()
        unpacked = gzip.decompress(packed) if path.suffix == ".gz" else packed
        yield from map(json.loads, unpacked.splitlines())


def line_weights(page: Scrape) -> np.ndarray:
    """Weigh long lines more, and each page alike."""
    weights = np.array([min(len(line.split()), 60) + 3.0 for line in page.lines]) ** 0.7
    return weights / weights.sum() * (30.0 if page.style in CLEAN_STYLES else 100.0 * page.weight)


def train_on(pages: Sequence[Scrape], rows: Sequence[np.ndarray], *, trees: int) -> Rows:
    """Fit a model that tells body lines."""
    answers = np.concatenate([page.is_body for page in pages])
    weights = np.concatenate(list(map(line_weights, pages)))
    return fitted(np.concatenate(rows), answers, weights, trees=trees, depth=6)


def unseen_chances(pages: Sequence[Scrape], rows: Sequence[np.ndarray], *, trees: int) -> list[np.ndarray]:
    """Return each page's chances by a model that has not seen its host."""
    fold = folds_of(pages, 3)
    chances: list[np.ndarray] = [np.empty(0)] * len(pages)
    for held_out in range(3):
        seen = [n for n, page in enumerate(pages) if fold[page.host] != held_out]
        model = train_on([pages[n] for n in seen], [rows[n] for n in seen], trees=trees)
        for n, page in enumerate(pages):
            if fold[page.host] == held_out:
                chances[n] = model.predict_proba(rows[n])[:, 1]
    return chances


def train_headline(
    pages: Sequence[Scrape], measures: Sequence[Measures], chances: Sequence[np.ndarray]
) -> Rows:
    """Fit the model that tells the headline, given where the body seems to be."""
    rows, answers, weights = [], [], []
    for page, measure, likely in zip(pages, measures, chances, strict=True):
        if not page.titled:
            continue
        kept = (
            np.ones(len(likely), bool)
            if page.style in CLEAN_STYLES
            else best_selection(measure.column("words"), likely)
        )
        candidates, found = headline_features(measure, kept)
        rows.append(found)
        answers.append(page.is_headline[candidates])
        weights.append(np.full(len(candidates), 0.5 if page.style in CLEAN_STYLES else 1.0))
    return fitted(np.concatenate(rows), np.concatenate(answers), np.concatenate(weights), trees=120, depth=5)


def train_clean(pages: Sequence[Scrape], measures: Sequence[Measures], chances: Sequence[np.ndarray]) -> Rows:
    """Fit the model that tells clean texts."""
    rows = [
        clean_features(measure, likely, best_selection(measure.column("words"), likely))
        for measure, likely in zip(measures, chances, strict=True)
    ]
    found = np.array([page.style in CLEAN_STYLES for page in pages])
    return fitted(np.concatenate(rows), found, np.ones(len(found)), trees=100, depth=4)


def folds_of(pages: Iterable[Scrape], folds: int) -> dict[str, int]:
    """Deal the hosts out."""
    hosts = sorted({page.host for page in pages})
    np.random.RandomState(0).shuffle(hosts)
    return {host: number % folds for number, host in enumerate(hosts)}


def train(pages: Sequence[Scrape], folder: Path) -> dict[str, np.ndarray]:
    """Fit all models; return the arrays of the weights file."""
    lexicon, phrases = lexicon_of(pages), phrases_of(pages)
    vocabulary = Vocabulary.of(lexicon, phrases)
    every = [*pages, *augmented(pages)]
    measures = [measured([page.lines], [furniture_of(page.lines)], vocabulary) for page in every]
    rows = [measure.rows for measure in measures]
    chances = unseen_chances(every, rows, trees=80)
    both = [stacked(measure, likely) for measure, likely in zip(measures, chances, strict=True)]
    arrays = arrays_of(train_on(every, rows, trees=80), "first", folder)
    arrays |= arrays_of(train_on(every, both, trees=160), "body", folder)
    own, chances = measures[: len(pages)], unseen_chances(every, both, trees=80)[: len(pages)]
    arrays |= arrays_of(train_headline(pages, own, chances), "headline", folder)
    arrays |= arrays_of(train_clean(pages, own, chances), "clean", folder)
    return arrays | {
        "column_names": np.array((*COLUMNS, *STACKED_COLUMNS)),
        "headline_column_names": np.array(HEADLINE_COLUMNS),
        "clean_column_names": np.array(CLEAN_COLUMNS),
        **named_weights("lexicon", lexicon),
        **named_weights("phrase", phrases),
    }


def named_weights(kind: str, weights: dict[str, float]) -> dict[str, np.ndarray]:
    """Turn a mapping into two arrays."""
    return {
        f"{kind}_names": np.array(list(weights)),
        f"{kind}_weights": np.array(list(weights.values()), np.float32),
    }


def token_f1(gold: str, found: str) -> float:
    """F1 over lower-cased words, their order aside."""
    wanted, got = (Counter(re.findall(r"\w+", text.lower())) for text in (gold, found))
    shared = sum((wanted & got).values())
    return 2 * shared / max(sum(wanted.values()) + sum(got.values()), 1)


def cross_validate(pages: Sequence[Scrape], folds: int, folder: Path) -> None:
    """Print what the whole cleaning reaches on hosts held out in turn."""
    fold = folds_of(pages, folds)
    scores: defaultdict[str, list[float]] = defaultdict(list)
    for held_out in range(folds):
        arrays = train([page for page in pages if fold[page.host] != held_out], folder)
        np.savez_compressed(folder / f"fold-{held_out}.npz", **arrays)
        model = line_model_of(arrays)
        for page in (page for page in pages if fold[page.host] == held_out):
            measure(page, model, scores)
    for name, values in sorted(scores.items()):
        print(f"{name:28} {100 * np.mean(values):6.2f}  ({len(values)} texts)")


def measure(page: Scrape, model: LineModel, scores: defaultdict[str, list[float]]) -> None:
    """Score one page."""
    lines = [Line(n, n, 0, text) for n, text in enumerate(page.lines, 1)]
    (entries,) = labeled([Text(lines)], model=model)
    text = "\n".join(entry.line.text for entry in entries if entry.label == BODY)
    scores[f"{page.style} token F1"].append(token_f1(page.body, text))
    if page.source in NEWS_SOURCES:
        scores[f"{page.style} token F1, news"].append(token_f1(page.body, text))
    if page.style in CLEAN_STYLES:
        lost = any(body and entry.label != BODY for body, entry in zip(page.is_body, entries, strict=True))
        scores[f"{page.style} nothing lost"].append(float(not lost))
    named = [n for n, entry in enumerate(entries) if entry.label == HEADLINE or entry.is_headline]
    right = any(page.is_headline[number] for number in named)
    if page.is_headline.any():
        scores[f"{page.style} headline found"].append(float(right))
    if named and page.titled:
        scores[f"{page.style} headline wrong"].append(float(not right))


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description="Train the line models.")
    parser.add_argument("pages", type=Path, nargs="+")
    parser.add_argument("--html", type=Path, nargs=2, default=(), metavar=("GOLD", "FOLDER"))
    parser.add_argument("--weights", type=Path, default=WEIGHTS)
    parser.add_argument(
        "--folds", type=int, help="measure instead of writing; the folds' weights go beside --weights"
    )
    options = parser.parse_args()
    pages = scrapes(options.pages, options.html)
    if options.folds:
        cross_validate(pages, options.folds, options.weights.parent)
        return
    arrays = train(pages, options.weights.parent)
    np.savez_compressed(options.weights, **arrays)
    print(f"{options.weights}: {len(pages)} texts, {len(arrays['lexicon_names'])} words")


if __name__ == "__main__":
    main()
