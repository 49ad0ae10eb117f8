"""Fit forests of symmetric trees, and turn them into the arrays that the product reads."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
from catboost import CatBoostClassifier

Rows = CatBoostClassifier


def fitted(
    rows: np.ndarray, answers: np.ndarray, weights: np.ndarray, *, trees: int, depth: int, rate: float = 0.1
) -> CatBoostClassifier:
    """Fit symmetric trees; a fixed seed gives the same weights again."""
    model = CatBoostClassifier(
        iterations=trees, depth=depth, learning_rate=rate, l2_leaf_reg=6, rsm=0.5, bootstrap_type="Bernoulli",
        subsample=0.7, border_count=64, random_seed=1, thread_count=2, verbose=0, allow_writing_files=False,
    )  # fmt: skip
    model.fit(rows, answers, sample_weight=weights)
    return model


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
