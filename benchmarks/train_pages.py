"""Train the model that tells an article's blocks from its web page's.

    python benchmarks/train_pages.py GOLD.jsonl.gz PAGES_DIR [--folds N]

Each record of GOLD has `id`, `url` and `body`; PAGES_DIR holds `<id>.html.gz`. Needs catboost. With
`--folds` it prints what is reached on hosts that were not trained on, and writes nothing.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import numpy as np
from train_lines import Scrape, arrays_of, fitted, folds_of, lexicon_of

from generator.intake.blocks import Block, light_source, tree_and_blocks
from generator.intake.linemodel import best_selection
from generator.intake.lines import Line
from generator.intake.pagemodel import BLOCK_COLUMNS, Opinions, block_features, page_model_of
from generator.intake.pages import page_characters
from generator.intake.webpage import opinions_of

WEIGHTS = Path(__file__).parents[1] / "generator/intake/weights/pages.npz"
WORD = re.compile(r"\w+")


@dataclass(slots=True)
class Labeled:
    """A page's blocks with the extractor's and the annotators' choice."""

    host: str
    source: str
    body: str
    blocks: tuple[Block, ...]
    opinions: Opinions
    is_body: np.ndarray


def labels_of(blocks: Sequence[Block], body: str) -> np.ndarray:
    """Find the blocks in the annotated body, in order; long ones anywhere, or half of their 4-word runs."""
    gold = f" {' '.join(WORD.findall(body.lower()))} "
    place, found = 0, []
    for block in blocks:
        own = WORD.findall(block.text.lower())
        words = f" {' '.join(own)} "
        at = gold.find(words, max(0, place - 1)) if own else -1
        if at >= 0 and (len(own) >= 8 or at - place < 200 + 20 * len(own)):
            place = at + len(words) - 1
            found.append(True)
            continue
        runs = [" ".join(own[i : i + 4]) for i in range(len(own) - 3)] if len(own) >= 8 else []
        found.append(sum(run in gold for run in runs) * 2 > len(runs))
    return np.array(found, bool)


def labeled_pages(gold: Path, folder: Path) -> list[Labeled]:
    """Read and label all pages."""
    pages = []
    for record in map(json.loads, gzip.decompress(gold.read_bytes()).splitlines()):
        html = page_characters(gzip.decompress((folder / f"{record['id']}.html.gz").read_bytes()))
        tree, blocks = tree_and_blocks(light_source(html))
        lines = [Line(n, n, 0, block.text) for n, block in enumerate(blocks, 1)]
        host = urlsplit(record["url"]).hostname or ""
        pages.append(
            Labeled(
                host,
                record["src"],
                record["body"],
                blocks,
                opinions_of(html, tree, lines),
                labels_of(blocks, record["body"]),
            )
        )
    return pages


def train(pages: Sequence[Labeled], folder: Path) -> dict[str, np.ndarray]:
    """Fit the model; return the arrays of the weights file."""
    scrapes = [
        Scrape(p.host, p.source, "full", p.body, [b.text for b in p.blocks], p.is_body, p.is_body)
        for p in pages
    ]
    lexicon = lexicon_of(scrapes)
    rows, answers, weights = [], [], []
    for page in pages:
        own = np.array([min(len(block.text.split()), 60) + 3.0 for block in page.blocks]) ** 0.7
        rows.append(block_features(page.blocks, page.opinions, lexicon))
        answers.append(page.is_body)
        weights.append(own / own.sum() * 100)
    model = fitted(np.concatenate(rows), np.concatenate(answers), np.concatenate(weights), trees=150, depth=5)
    return arrays_of(model, "page", folder) | {
        "column_names": np.array(BLOCK_COLUMNS),
        "lexicon_words": np.array(list(lexicon)),
        "lexicon_weights": np.array(list(lexicon.values()), np.float32),
    }


def runs_of(text: str) -> Counter[tuple[str, ...]]:
    """Runs of four words, counted."""
    words = WORD.findall(text)
    return Counter(tuple(words[i : i + 4]) for i in range(max(1, len(words) - 3)))


def precision_recall(gold: str, found: str) -> tuple[float, float]:
    """Share of the found runs that are right, and of the right ones that are found."""
    wanted, got = runs_of(gold), runs_of(found)
    hits = sum((wanted & got).values())
    return hits / max(sum(got.values()), 1), hits / max(sum(wanted.values()), 1)


def cross_validate(pages: Sequence[Labeled], folds: int, folder: Path) -> None:
    """Print F1 over runs of four words, next to the extractor alone and to the labels' ceiling."""
    fold = folds_of(pages, folds)
    scores: defaultdict[str, list[tuple[float, float]]] = defaultdict(list)
    for held_out in range(folds):
        model = page_model_of(train([page for page in pages if fold[page.host] != held_out], folder))
        for page in (page for page in pages if fold[page.host] == held_out):
            texts = [block.text for block in page.blocks]
            kept = best_selection(texts, model.chances(page.blocks, page.opinions))
            for name, choice in (
                ("model", kept),
                ("first", page.opinions[0]),
                ("second", page.opinions[1]),
                ("labels", page.is_body),
            ):
                text = "\n".join(t for t, keep in zip(texts, choice, strict=True) if keep)
                scores[f"{name:10} all"].append(precision_recall(page.body, text))
                scores[f"{name:10} {page.source}"].append(precision_recall(page.body, text))
    for name, values in sorted(scores.items()):
        precision, recall = np.mean(values, axis=0)
        print(
            f"{name:20} P {100 * precision:5.1f} R {100 * recall:5.1f} F1 {200 * precision * recall / (precision + recall):5.1f}"
        )


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description="Train the page model.")
    parser.add_argument("gold", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--folds", type=int, help="measure instead of writing")
    options = parser.parse_args()
    pages = labeled_pages(options.gold, options.folder)
    if options.folds:
        cross_validate(pages, options.folds, WEIGHTS.parent)
        return
    np.savez_compressed(WEIGHTS, **train(pages, WEIGHTS.parent))
    print(f"{WEIGHTS}: {len(pages)} pages")


if __name__ == "__main__":
    main()
