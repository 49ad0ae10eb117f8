"""Match new articles against an index on disk: time, and the same result as from scratch.

    python benchmarks/corpus.py /tmp/c.jsonl --articles 200100
    python benchmarks/index.py /tmp/c.jsonl --new 100

The last articles of the corpus are the new ones. The index of the others is made first, in blocks; then it is
opened as a new process would open it, and the new ones are matched.
"""

from __future__ import annotations

import argparse
import resource
import tempfile
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from stories import articles_of

from generator.stories.group import versions_of
from generator.stories.index import Index
from generator.stories.shelf import Shelf
from generator.stories.summary import Summary, summaries

_BLOCK = 20_000


def blocks(found: Iterator[Summary], count: int) -> Iterator[list[Summary]]:
    """Yield so many summaries in blocks."""
    for start in range(0, count, _BLOCK):
        yield [*islice(found, min(_BLOCK, count - start))]


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description="Benchmark the index of articles on disk.")
    parser.add_argument("corpus", type=Path, help="made by benchmarks/corpus.py")
    parser.add_argument("--new", type=int, default=100, help="articles at the end of the corpus that are new")
    parser.add_argument("--check", action="store_true", help="compare with a run from scratch")
    options = parser.parse_args()
    count = sum(1 for _ in options.corpus.open("rb")) - options.new
    found = summaries(articles_of(options.corpus))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        start = time.process_time()
        for block in blocks(found, count):
            Index(folder).update(block)
        print(f"index of {count:,} articles made in {time.process_time() - start:.1f} CPU s")
        new = [*found]
        wall, cpu = time.perf_counter(), time.process_time()
        change = Index(folder).update(new)
        wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
        size = sum(path.stat().st_size for path in folder.iterdir()) / count
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        print(
            f"{len(new):,} new ones matched in {wall:.2f} s ({cpu:.2f} CPU s): {len(change.found)} versions found, "
            f"{len(change.lost)} lost; {size:,.0f} bytes an article on disk, peak {peak:,} MB"
        )
        if options.check:
            same = {*Index(folder).versions()} == {*versions_of(Shelf(folder))}
            print("the same versions as from scratch" if same else "NOT the versions of a run from scratch")


if __name__ == "__main__":
    main()
