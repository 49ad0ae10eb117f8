"""Find the versions in a corpus whose clusters are known: accuracy and cost, next to other tools in one run.

    python benchmarks/corpus.py /tmp/c.jsonl --articles 10000
    python benchmarks/stories.py /tmp/c.jsonl

datasketch takes part where it is installed, on the same articles, with the settings that its own
documentation shows (128 permutations, threshold .5, shingles of five words).
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import re
import resource
import time
from collections import defaultdict
from collections.abc import Callable, Iterable
from itertools import combinations
from pathlib import Path
from typing import TypeVar

from generator.model import Article, ArticleId, Paragraph, ReadArticle, Relation, Span
from generator.stories.group import Grouping, group
from generator.stories.summary import summarize

T = TypeVar("T")
Pair = tuple[str, str]
_LINE = re.compile(r"[^\n]*\S[^\n]*")
_WORD = re.compile(r"\w+(?:['’]\w+)*")
_SHINGLE = 5
_VERSIONS = frozenset((Relation.COPY, Relation.ABRIDGED))


def articles_of(path: Path) -> list[tuple[ReadArticle, str]]:
    """Return the articles with the names of their clusters."""
    found = []
    for line in path.open(encoding="utf-8"):
        row = json.loads(line)
        text = row["text"]
        paragraphs = tuple(Paragraph(Span(*found.span()), 1) for found in _LINE.finditer(text))
        article = Article(ArticleId(row["id"]), "", row["id"], text, text, paragraphs)
        found.append((ReadArticle(article), str(row["cluster"])))
    return found


def ours(reads: Iterable[ReadArticle]) -> Grouping:
    """Run the product's two stages."""
    return group([summarize(read) for read in reads])


def datasketch_pairs(reads: Iterable[ReadArticle]) -> set[Pair]:
    """Run MinHash LSH and return the pairs it calls similar."""
    from datasketch import MinHash, MinHashLSH  # noqa: PLC0415

    index = MinHashLSH(threshold=0.5, num_perm=128)
    found: set[Pair] = set()
    for read in reads:
        words = _WORD.findall(read.article.text.lower())
        sketch = MinHash(num_perm=128)
        sketch.update_batch(
            [" ".join(words[at : at + _SHINGLE]).encode() for at in range(max(1, len(words) - _SHINGLE + 1))]
        )
        found.update((other, read.article.id) for other in index.query(sketch))
        index.insert(read.article.id, sketch)
    return found


def timed(work: Callable[[], T]) -> tuple[T, float]:
    """Return the result and the CPU seconds it took."""
    start = time.process_time()
    return work(), time.process_time() - start


def f1(found: set[Pair], gold: set[Pair]) -> float:
    """Return F1 of pairs without order."""
    hits = len({tuple(sorted(pair)) for pair in found} & {tuple(sorted(pair)) for pair in gold})
    return 2 * hits / max(1, len(found) + len(gold))


def b_cubed(found: dict[str, str], gold: dict[str, str]) -> float:
    """Return the B-cubed F1 of two clusterings."""
    both: dict[Pair, int] = defaultdict(int)
    sizes: list[dict[str, int]] = [defaultdict(int), defaultdict(int)]
    for article, cluster in gold.items():
        both[found[article], cluster] += 1
        sizes[0][found[article]] += 1
        sizes[1][cluster] += 1
    precision = sum(n * n / sizes[0][f] for (f, _), n in both.items()) / len(gold)
    recall = sum(n * n / sizes[1][g] for (_, g), n in both.items()) / len(gold)
    return 2 * precision * recall / (precision + recall)


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description="Benchmark grouping on a corpus with known clusters.")
    parser.add_argument("corpus", type=Path)
    options = parser.parse_args()
    loaded = articles_of(options.corpus)
    reads = [read for read, _ in loaded]
    gold = {read.article.id: cluster for read, cluster in loaded}
    members: dict[str, list[str]] = defaultdict(list)
    for article, cluster in gold.items():
        members[cluster].append(article)
    pairs = {pair for group_ in members.values() for pair in combinations(group_, 2)}

    grouping, seconds = timed(lambda: ours(reads))
    found = {(version.a, version.b) for version in grouping.versions if version.relation in _VERSIONS}
    stories = {article: story.id for story in grouping.stories for article in story.articles}
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"{len(reads)} articles, {len(pairs)} version pairs")
    print(
        f"variorum    pairs F1 {f1(found, pairs):.4f}  stories B3 {b_cubed(stories, gold):.4f}  "
        f"{len(reads) / seconds:.0f} articles a CPU second, peak {peak} MB, "
        f"largest story {max(len(story.articles) for story in grouping.stories)}"
    )
    if importlib.util.find_spec("datasketch"):
        other, seconds = timed(lambda: datasketch_pairs(reads))
        print(
            f"datasketch  pairs F1 {f1(other, pairs):.4f}  {len(reads) / seconds:.0f} articles a CPU second"
        )


if __name__ == "__main__":
    main()
