"""Train the models that tell an article's lines from its page's.

    python benchmarks/train_lines.py PAGES.jsonl… [--weights FILE] [--folds N]

Each record of PAGES has `id`, `host`, `body` and `styles`, a mapping of names to `lines` and their
`labels` (`body`, `mixed`, `headline`, `other`). Needs catboost, which nothing else does. With `--folds`
it prints the token F1 of each style on hosts that were not trained on, and writes nothing.
"""

from __future__ import annotations

import argparse
import gzip
import json
import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from catboost import CatBoostClassifier

from generator.intake.clean import BODY, HEADLINE, labeled
from generator.intake.features import COLUMNS, first_words, line_features
from generator.intake.furniture import furniture
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

BODY_LABELS = ("body", "mixed")
LEAST_HOSTS = 6
"""Hosts whose lines must have a word before it gets a weight: fewer would teach names of outlets."""
LEAST_WEIGHT = 0.3
CLEAN_STYLES = ("clean", "titled")
WEIGHTS = Path(__file__).parents[1] / "generator/intake/weights/lines.npz"


@dataclass(slots=True)
class Scrape:
    """The labeled lines of one page in one style."""

    host: str
    source: str
    style: str
    body: str
    lines: list[str]
    is_body: np.ndarray
    is_headline: np.ndarray
    rows: np.ndarray | None = None


def scrapes(paths: Iterable[Path]) -> list[Scrape]:
    """Read all styles of all pages, and each body once more as a text that is clean already."""
    found = []
    for path in paths:
        packed = path.read_bytes()
        unpacked = gzip.decompress(packed) if path.suffix == ".gz" else packed
        for record in map(json.loads, unpacked.splitlines()):
            found += [scrape(record, name, **lines) for name, lines in record["styles"].items()]
            found += clean_scrapes(record)
    return [entry for entry in found if entry.lines]


def scrape(record: dict[str, Any], style: str, lines: Sequence[str], labels: Sequence[str]) -> Scrape:
    """Drop blank lines and make the labels arrays."""
    pairs = [(line.strip(), label) for line, label in zip(lines, labels, strict=True) if line.strip()]
    return Scrape(
        record["host"],
        record["src"],
        style,
        record["body"],
        [line for line, _ in pairs],
        np.array([label in BODY_LABELS for _, label in pairs], bool),
        np.array([label == "headline" for _, label in pairs], bool),
    )


def clean_scrapes(record: dict[str, Any]) -> list[Scrape]:
    """Return the body alone, and the body under its headline."""
    body = [line for line in record["body"].split("\n") if line.strip()]
    alone = scrape(record, "clean", body, ["body"] * len(body))
    if not record.get("title"):
        return [alone]
    return [alone, scrape(record, "titled", [record["title"], *body], ["headline"] + ["body"] * len(body))]


def lexicon_of(pages: Iterable[Scrape]) -> dict[str, float]:
    """Weigh words by how many hosts have them in furniture and in bodies: log odds, one decimal."""
    hosts: dict[bool, defaultdict[str, set[str]]] = {True: defaultdict(set), False: defaultdict(set)}
    for page in pages:
        if page.style == "full":
            for tokens, body in zip(first_words(page.lines), page.is_body, strict=True):
                for token in tokens:
                    hosts[bool(body)][token].add(page.host)
    inside, outside = hosts[True], hosts[False]
    weights = {
        token: round(math.log((len(outside[token]) + 0.5) / (len(inside[token]) + 0.5)), 1)
        for token in sorted(inside.keys() | outside.keys())
        if len(inside[token] | outside[token]) >= LEAST_HOSTS and not token.isdigit()
    }
    return {token: weight for token, weight in weights.items() if abs(weight) >= LEAST_WEIGHT}


def line_weights(page: Scrape) -> np.ndarray:
    """Weigh long lines more, and each page alike."""
    weights = np.array([min(len(line.split()), 60) + 3.0 for line in page.lines]) ** 0.7
    share = 30.0 if page.style in CLEAN_STYLES else 100.0
    return weights / weights.sum() * share


def fitted(
    rows: np.ndarray, answers: np.ndarray, weights: np.ndarray, *, trees: int, depth: int
) -> CatBoostClassifier:
    """Fit symmetric trees; one thread and a fixed seed give the same weights again."""
    model = CatBoostClassifier(
        iterations=trees, depth=depth, learning_rate=0.1, l2_leaf_reg=6, rsm=0.5, bootstrap_type="Bernoulli",
        subsample=0.7, random_seed=1, thread_count=2, verbose=0, allow_writing_files=False,
    )  # fmt: skip
    model.fit(rows, answers, sample_weight=weights)
    return model


def train_body(pages: Sequence[Scrape]) -> CatBoostClassifier:
    """Fit the model that tells body lines."""
    stacked = np.concatenate([page.rows for page in pages])
    answers = np.concatenate([page.is_body for page in pages])
    return fitted(stacked, answers, np.concatenate(list(map(line_weights, pages))), trees=120, depth=6)


def unseen_chances(pages: Sequence[Scrape], folds: int = 3) -> list[np.ndarray]:
    """Return each page's chances by a model that has not seen its host."""
    fold = folds_of(pages, folds)
    models = [
        train_body([page for page in pages if fold[page.host] != held_out]) for held_out in range(folds)
    ]
    return [models[fold[page.host]].predict_proba(page.rows)[:, 1] for page in pages]


def train_headline(pages: Sequence[Scrape], chances: Sequence[np.ndarray]) -> CatBoostClassifier:
    """Fit the model that tells the headline, given where the body seems to be."""
    rows, answers, weights = [], [], []
    for page, likely in zip(pages, chances, strict=True):
        kept = (
            np.ones(len(likely), bool) if page.style in CLEAN_STYLES else best_selection(page.lines, likely)
        )
        candidates, measures = headline_features(page.lines, page.rows, kept)
        rows.append(measures)
        answers.append(page.is_headline[candidates])
        weights.append(np.full(len(candidates), 0.5 if page.style in CLEAN_STYLES else 1.0))
    stacked, found = np.concatenate(rows), np.concatenate(answers)
    return fitted(stacked, found, np.concatenate(weights), trees=120, depth=5)


def train_clean(pages: Sequence[Scrape], chances: Sequence[np.ndarray]) -> CatBoostClassifier:
    """Fit the model that tells clean texts."""
    rows = []
    for page, likely in zip(pages, chances, strict=True):
        ruled = np.array([furniture(line) is not None for line in page.lines])
        rows.append(clean_features(page.rows, likely, best_selection(page.lines, likely), ruled))
    found = np.array([page.style in CLEAN_STYLES for page in pages])
    return fitted(np.concatenate(rows), found, np.ones(len(found)), trees=100, depth=4)


def folds_of(pages: Iterable[Scrape], folds: int) -> dict[str, int]:
    """Deal the hosts out."""
    hosts = sorted({page.host for page in pages})
    np.random.RandomState(0).shuffle(hosts)
    return {host: number % folds for number, host in enumerate(hosts)}


def train(pages: Sequence[Scrape], folder: Path) -> dict[str, np.ndarray]:
    """Fit all models; return the arrays of the weights file."""
    lexicon = lexicon_of(pages)
    for page in pages:
        page.rows = line_features(page.lines, lexicon)
    arrays = arrays_of(train_body(pages), "body", folder)
    chances = unseen_chances(pages)
    arrays |= arrays_of(train_headline(pages, chances), "headline", folder)
    arrays |= arrays_of(train_clean(pages, chances), "clean", folder)
    return arrays | {
        "column_names": np.array(COLUMNS),
        "headline_column_names": np.array(HEADLINE_COLUMNS),
        "clean_column_names": np.array(CLEAN_COLUMNS),
        "lexicon_words": np.array(list(lexicon)),
        "lexicon_weights": np.array(list(lexicon.values()), np.float32),
    }


def arrays_of(model: CatBoostClassifier, name: str, folder: Path) -> dict[str, np.ndarray]:
    """Turn a model into the arrays that `Forest` reads; shallow trees get levels that always say no."""
    path = folder / f"{name}.json"
    model.save_model(str(path), format="json")
    exported = json.loads(path.read_text())
    path.unlink()
    trees = exported["oblivious_trees"]
    depth = max(len(tree["splits"]) for tree in trees)
    columns = np.zeros((len(trees), depth), np.int16)
    borders = np.full((len(trees), depth), np.inf, np.float32)
    leaves = np.zeros((len(trees), 2**depth), np.float32)
    for row, tree in enumerate(trees):
        for level, split in enumerate(tree["splits"]):
            columns[row, level] = split["float_feature_index"]
            borders[row, level] = split["border"]
        leaves[row, : len(tree["leaf_values"])] = tree["leaf_values"]
    scale, (bias,) = exported["scale_and_bias"]
    return {
        f"{name}_columns": columns,
        f"{name}_borders": borders,
        f"{name}_leaves": leaves * scale,
        f"{name}_bias": np.float32(bias),
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
        model = line_model_of(arrays)
        for page in (page for page in pages if fold[page.host] == held_out):
            measure(page, model, scores)
    for name, values in sorted(scores.items()):
        print(f"{name:28} {100 * np.mean(values):6.2f}  ({len(values)} texts)")


def measure(page: Scrape, model: LineModel, scores: defaultdict[str, list[float]]) -> None:
    """Score one page."""
    entries = labeled([Line(n, n, 0, text) for n, text in enumerate(page.lines, 1)], model=model)
    text = "\n".join(entry.line.text for entry in entries if entry.label == BODY)
    scores[f"{page.style} token F1"].append(token_f1(page.body, text))
    if page.source != "wcxb":
        scores[f"{page.style} token F1, news"].append(token_f1(page.body, text))
    if page.style in CLEAN_STYLES:
        lost = any(body and entry.label != BODY for body, entry in zip(page.is_body, entries, strict=True))
        scores[f"{page.style} nothing lost"].append(float(not lost))
    named = [number for number, entry in enumerate(entries) if entry.label == HEADLINE]
    if page.is_headline.any():
        scores[f"{page.style} headline found"].append(
            float(any(page.is_headline[number] for number in named))
        )
    if named:
        scores[f"{page.style} headline wrong"].append(
            float(not any(page.is_headline[number] for number in named))
        )


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description="Train the line models.")
    parser.add_argument("pages", type=Path, nargs="+")
    parser.add_argument("--weights", type=Path, default=WEIGHTS)
    parser.add_argument("--folds", type=int, help="measure instead of writing")
    options = parser.parse_args()
    pages = scrapes(options.pages)
    if options.folds:
        cross_validate(pages, options.folds, options.weights.parent)
        return
    arrays = train(pages, options.weights.parent)
    np.savez_compressed(options.weights, **arrays)
    print(f"{options.weights}: {len(pages)} texts, {len(arrays['lexicon_words'])} words")


if __name__ == "__main__":
    main()
