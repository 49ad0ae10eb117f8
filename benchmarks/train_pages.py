"""Train the model that tells an article's blocks from its web page's.

    python benchmarks/train_pages.py GOLD.jsonl.gz PAGES_DIR [--weights FILE] [--folds N]

Each record of GOLD has `id`, `src`, `url` and `body`; PAGES_DIR holds `<id>.html.gz`. Needs catboost. With
`--folds` it prints what is reached on hosts that were not trained on, and writes nothing.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import numpy as np
from page_scrapes import labeled_sources, labels_of
from scrapes import Scrape, host_of, lexicon_of, phrases_of
from symmetric_trees import Rows, arrays_of, fitted
from train_lines import folds_of, named_weights

from generator.intake.blocks import Block, tree_and_blocks
from generator.intake.linemodel import best_selection
from generator.intake.lines import Line
from generator.intake.pagemodel import (
    BLOCK_COLUMNS,
    Opinions,
    block_features,
    measured_blocks,
    page_model_of,
    stacked_blocks,
)
from generator.intake.stacking import STACKED_COLUMNS
from generator.intake.vocabulary import Vocabulary
from generator.intake.webpage import opinions_of

WEIGHTS = Path(__file__).parents[1] / "generator/intake/weights/pages.npz"
WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Labeled:
    """A page's blocks with the extractors' and the annotators' choice."""

    host: str
    source: str
    body: str
    blocks: tuple[Block, ...]
    opinions: Opinions
    is_body: np.ndarray

    @property
    def texts(self) -> list[str]:
        """The blocks' texts."""
        return [block.text for block in self.blocks]


def labeled_pages(gold: Path, folder: Path) -> list[Labeled]:
    """Read and label all pages."""
    pages = []
    for record, source in labeled_sources(gold, folder):
        tree, blocks = tree_and_blocks(source)
        lines = [Line(n, n, 0, block.text) for n, block in enumerate(blocks, 1)]
        host = host_of(urlsplit(record["url"]).hostname)
        is_body = labels_of([block.text for block in blocks], record["body"])
        opinions = opinions_of(source, tree, lines)
        pages.append(Labeled(host, record["src"], record["body"], blocks, opinions, is_body))
    return pages


def train(pages: Sequence[Labeled], folder: Path) -> dict[str, np.ndarray]:
    """Fit the models; return the arrays of the weights file."""
    scrapes = [Scrape(p.host, p.source, "full", p.body, p.texts, p.is_body, p.is_body) for p in pages]
    lexicon, phrases = lexicon_of(scrapes), phrases_of(scrapes)
    vocabulary = Vocabulary.of(lexicon, phrases)
    measures = [measured_blocks(page.blocks, vocabulary) for page in pages]
    rows = [block_features(p.blocks, p.opinions, m) for p, m in zip(pages, measures, strict=True)]
    chances = unseen_chances(pages, rows)
    both = [stacked_blocks(m, r, c) for m, r, c in zip(measures, rows, chances, strict=True)]
    arrays = arrays_of(train_on(pages, rows, trees=100), "first", folder)
    return (
        arrays
        | arrays_of(train_on(pages, both, trees=150), "body", folder)
        | {
            "column_names": np.array((*BLOCK_COLUMNS, *STACKED_COLUMNS)),
            **named_weights("lexicon", lexicon),
            **named_weights("phrase", phrases),
        }
    )


def train_on(pages: Sequence[Labeled], rows: Sequence[np.ndarray], *, trees: int) -> Rows:
    """Fit a model that tells body blocks; long blocks weigh more, and each page alike."""
    own = [np.array([min(len(text.split()), 60) + 3.0 for text in page.texts]) ** 0.7 for page in pages]
    weights = np.concatenate([page / page.sum() * 100 for page in own])
    answers = np.concatenate([page.is_body for page in pages])
    return fitted(np.concatenate(rows), answers, weights, trees=trees, depth=5)


def unseen_chances(pages: Sequence[Labeled], rows: Sequence[np.ndarray], folds: int = 4) -> list[np.ndarray]:
    """Return each page's chances by a model that has not seen its host."""
    fold = folds_of(pages, folds)
    chances: list[np.ndarray] = [np.empty(0)] * len(pages)
    for held_out in range(folds):
        seen = [n for n, page in enumerate(pages) if fold[page.host] != held_out]
        model = train_on([pages[n] for n in seen], [rows[n] for n in seen], trees=100)
        for n, page in enumerate(pages):
            if fold[page.host] == held_out:
                chances[n] = model.predict_proba(rows[n])[:, 1]
    return chances


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
    """Print F1 over runs of four words, next to the extractors alone and to the labels' ceiling."""
    fold = folds_of(pages, folds)
    scores: defaultdict[str, list[tuple[float, float]]] = defaultdict(list)
    for held_out in range(folds):
        model = page_model_of(train([page for page in pages if fold[page.host] != held_out], folder))
        for page in (page for page in pages if fold[page.host] == held_out):
            words = np.array([text.count(" ") + 1.0 for text in page.texts])
            kept = best_selection(words, model.chances(page.blocks, page.opinions))
            choices = {
                "model": kept,
                "first": page.opinions[0],
                "second": page.opinions[1],
                "labels": page.is_body,
            }
            for name, choice in choices.items():
                text = "\n".join(t for t, keep in zip(page.texts, choice, strict=True) if keep)
                scores[f"{name:10} all"].append(precision_recall(page.body, text))
                scores[f"{name:10} {page.source}"].append(precision_recall(page.body, text))
    for name, values in sorted(scores.items()):
        p, r = np.mean(values, axis=0)
        print(f"{name:20} P {100 * p:5.1f} R {100 * r:5.1f} F1 {200 * p * r / (p + r):5.1f}")


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description="Train the page model.")
    parser.add_argument("gold", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--weights", type=Path, default=WEIGHTS)
    parser.add_argument("--folds", type=int, help="measure instead of writing")
    options = parser.parse_args()
    pages = labeled_pages(options.gold, options.folder)
    if options.folds:
        cross_validate(pages, options.folds, options.weights.parent)
        return
    np.savez_compressed(options.weights, **train(pages, options.weights.parent))
    print(f"{options.weights}: {len(pages)} pages")


if __name__ == "__main__":
    main()
