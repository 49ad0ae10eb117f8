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
from symmetric_trees import arrays_of, fitted
from train_lines import folds_of, named_weights

from generator.intake.blocks import Block, tree_and_blocks
from generator.intake.linemodel import best_selection
from generator.intake.lines import Line
from generator.intake.pagemodel import (
    BLOCK_COLUMNS,
    Opinions,
    block_features,
    page_model_of,
)
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
    """Fit the model; return the arrays of the weights file.

    Long blocks weigh more, and each page alike.
    """
    scrapes = [Scrape(p.host, p.source, "full", p.body, p.texts, p.is_body, p.is_body) for p in pages]
    lexicon, phrases = lexicon_of(scrapes), phrases_of(scrapes)
    vocabulary = Vocabulary.of(lexicon, phrases)
    rows = np.concatenate([block_features(page.blocks, page.opinions, vocabulary) for page in pages])
    own = [np.array([min(len(text.split()), 60) + 3.0 for text in page.texts]) ** 0.7 for page in pages]
    weights = np.concatenate([page / page.sum() * 100 for page in own])
    answers = np.concatenate([page.is_body for page in pages])
    model = fitted(rows, answers, weights, trees=300, depth=5, rate=0.05)
    return arrays_of(model, "body", folder) | {
        "column_names": np.array(BLOCK_COLUMNS),
        **named_weights("lexicon", lexicon),
        **named_weights("phrase", phrases),
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
