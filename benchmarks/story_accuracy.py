"""Group labeled articles by story: how right is Variorum, and how right are other tools?

    python benchmarks/story_accuracy.py GOLD.jsonl [GOLD.jsonl …] --peers ENV/bin/python

Each file of JSON lines has `id`, `text` and `cluster` (gzipped or not); it stays where it is. The figures are B-cubed
F1. Variorum has one threshold, shipped. Each peer gets the one that is best on these very sets: one for all of
them, which is the fair comparison, and in brackets one for each set. `--peers` names the Python of an
environment with what benchmarks/story_peers.py asks for.
"""

from __future__ import annotations

import argparse
import datetime as dt
import gzip
import json
import subprocess
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from stories import b_cubed, machine

from generator.intake.language import language_of
from generator.model import Article, ArticleId, Field, FieldStatus, ReadArticle
from generator.stories.group import group
from generator.stories.summary import summaries


def rows_of(path: Path) -> list[dict[str, Any]]:
    """Return the articles of a labeled set."""
    packed = path.read_bytes()
    text = (gzip.decompress(packed) if path.suffix == ".gz" else packed).decode("utf-8")
    return [json.loads(line) for line in text.split("\n") if line]


def ours(rows: Sequence[dict[str, Any]]) -> float:
    """Return the B-cubed F1 of Variorum's stories."""
    reads = [_read(row["id"], row["text"]) for row in rows]
    stories = group([*summaries(reads)]).stories
    found = {str(article): str(story.id) for story in stories for article in story.articles}
    return b_cubed(found, {row["id"]: row["cluster"] for row in rows})


def _read(name: str, text: str) -> ReadArticle:
    fields = (Field("language", FieldStatus.DETECTED, language_of(text)),)
    return ReadArticle(Article(ArticleId(name), "", name, text, text, (), fields=fields))


def scores(sets: Sequence[Sequence[dict[str, Any]]], labels: Sequence[dict[str, list[int]]]) -> str:
    """Return the cells of a peer: each set at the one best threshold, in brackets at its own, and the mean."""
    table = [
        {
            threshold: b_cubed(
                {row["id"]: str(one) for row, one in zip(rows, found, strict=True)},
                {row["id"]: row["cluster"] for row in rows},
            )
            for threshold, found in by_threshold.items()
        }
        for rows, by_threshold in zip(sets, labels, strict=True)
    ]
    best = max(table[0], key=lambda threshold: sum(row[threshold] for row in table))
    cells = [f"{row[best]:.3f} ({max(row.values()):.3f})" for row in table]
    return " | ".join([*cells, f"{sum(row[best] for row in table) / len(table):.3f}"])


def lines(paths: Sequence[Path], peers: Path | None) -> Iterator[str]:
    """Yield the lines of the table, each as soon as it is known."""
    sets = [rows_of(path) for path in paths]
    yield f"| tool | {' | '.join(path.name.split('.')[0] for path in paths)} | mean | CPU s |"
    yield "|---" * (len(sets) + 3) + "|"
    start = time.process_time()
    found = [ours(rows) for rows in sets]
    seconds = time.process_time() - start
    cells = [f"{score:.3f}" for score in (*found, sum(found) / len(found))]
    yield f"| variorum | {' | '.join(cells)} | {seconds:.1f} |"
    if peers:
        command = [str(peers), str(Path(__file__).with_name("story_peers.py")), *map(str, paths)]
        told = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        for peer in map(json.loads, told.splitlines()):
            yield f"| {peer['tool']} | {scores(sets, peer['labels'])} | {peer['seconds']:.1f} |"


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description="Benchmark grouping on labeled sets.")
    parser.add_argument("gold", type=Path, nargs="+", help="JSON lines with id, text and cluster")
    parser.add_argument("--peers", type=Path, help="Python of an environment with the other tools")
    options = parser.parse_args()
    print(f"{dt.datetime.now(dt.UTC).date()}, {machine()}\n")
    for line in lines(options.gold, options.peers):
        print(line, flush=True)


if __name__ == "__main__":
    main()
