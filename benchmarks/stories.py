"""Find the versions in corpora whose clusters are known: accuracy and cost, next to datasketch in one run.

    python benchmarks/corpus.py /tmp/c10.jsonl --articles 10000
    python benchmarks/corpus.py /tmp/c100.jsonl --articles 100000
    python benchmarks/stories.py /tmp/c10.jsonl /tmp/c100.jsonl

Each tool reads each corpus in a process of its own, from the text on: CPU time and peak memory are that
process's, less the CPU time that reading the file alone takes. Variorum finds versions and stories, with
its summaries in files; datasketch finds pairs, with the settings that its own documentation shows (MinHash
of 128 permutations, LSH at .5, shingles of five words), and stories are the pairs linked. `pip install
datasketch` for the comparison.
"""

from __future__ import annotations

import argparse
import datetime as dt
import importlib.util
import json
import platform
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from itertools import combinations
from pathlib import Path

from generator.model import Article, ArticleId, ReadArticle, Relation
from generator.stories.group import group, versions_of
from generator.stories.linkage import connected
from generator.stories.shelf import shelve
from generator.stories.summary import summaries

Pair = tuple[str, str]
Found = tuple[set[Pair], dict[str, str]]
"""Version pairs, and the name of the story of each article."""
_WORD = re.compile(r"\w+(?:['’]\w+)*")
_SHINGLE = 5
_VERSIONS = frozenset((Relation.COPY, Relation.ABRIDGED))


@dataclass(frozen=True, slots=True)
class Score:
    """What one tool did with one corpus."""

    tool: str
    articles: int
    seconds: float
    """CPU."""
    megabytes: int
    """At the peak."""
    precision: float
    """Of version pairs."""
    recall: float
    b_cubed: float
    """F1 of stories."""
    largest: int
    """Articles in the largest story."""

    @property
    def f1(self) -> float:
        """Of version pairs."""
        return 2 * self.precision * self.recall / max(1e-9, self.precision + self.recall)


def articles_of(path: Path) -> Iterator[ReadArticle]:
    """Yield the articles of a corpus."""
    with path.open(encoding="utf-8") as file:
        for line in file:
            row = json.loads(line)
            yield ReadArticle(Article(ArticleId(row["id"]), "", row["id"], row["text"], row["text"], ()))


def variorum_versions(reads: Iterable[ReadArticle]) -> Found:
    """Find versions alone; a story is what they link."""
    with tempfile.TemporaryDirectory() as folder:
        shelf = shelve(summaries(reads), Path(folder))
        versions = versions_of(shelf)
        names = [summary.id for summary in shelf]
    pairs = {(version.a, version.b) for version in versions if version.relation in _VERSIONS}
    return pairs, _linked(names, pairs)


def variorum_stories(reads: Iterable[ReadArticle]) -> Found:
    """Find versions and stories."""
    with tempfile.TemporaryDirectory() as folder:
        grouping = group(shelve(summaries(reads), Path(folder)))
    pairs = {(version.a, version.b) for version in grouping.versions if version.relation in _VERSIONS}
    return pairs, {article: story.id for story in grouping.stories for article in story.articles}


def datasketch(reads: Iterable[ReadArticle]) -> Found:
    """Run MinHash LSH; a story is what its pairs link."""
    from datasketch import MinHash, MinHashLSH  # noqa: PLC0415

    index = MinHashLSH(threshold=0.5, num_perm=128)
    names: list[str] = []
    links: list[tuple[int, int]] = []
    for read in reads:
        words = _WORD.findall(read.article.text.lower())
        sketch = MinHash(num_perm=128)
        sketch.update_batch(
            [" ".join(words[at : at + _SHINGLE]).encode() for at in range(max(1, len(words) - _SHINGLE + 1))]
        )
        links.extend((other, len(names)) for other in index.query(sketch))
        index.insert(len(names), sketch)
        names.append(read.article.id)
    pairs = {(names[a], names[b]) for a, b in links}
    return pairs, _linked(names, pairs)


def _linked(names: Sequence[str], pairs: Iterable[Pair]) -> dict[str, str]:
    """Return the name of the first article of each one's group."""
    place = {name: ordinal for ordinal, name in enumerate(names)}
    groups = connected(len(names), ((place[a], place[b]) for a, b in pairs))
    return {names[member]: names[members[0]] for members in groups for member in members}


def nothing(reads: Iterable[ReadArticle]) -> Found:
    """Read the file alone."""
    return set(), {read.article.id: read.article.id for read in reads}


TOOLS: dict[str, Callable[[Iterable[ReadArticle]], Found]] = {
    "nothing": nothing,
    "datasketch": datasketch,
    "variorum, versions": variorum_versions,
    "variorum, stories": variorum_stories,
}


def score(tool: str, corpus: Path) -> Score:
    """Run a tool in this process."""
    start = time.process_time()
    pairs, stories = TOOLS[tool](articles_of(corpus))
    seconds = time.process_time() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    gold = {row["id"]: row["cluster"] for row in map(json.loads, corpus.open(encoding="utf-8"))}
    members: dict[str, list[str]] = defaultdict(list)
    for article, cluster in gold.items():
        members[cluster].append(article)
    true = {pair for group_ in members.values() for pair in combinations(sorted(group_), 2)}
    hits = len({tuple(sorted(pair)) for pair in pairs} & true)
    sizes: dict[str, int] = defaultdict(int)
    for story in stories.values():
        sizes[story] += 1
    return Score(
        tool,
        len(gold),
        seconds,
        peak,
        hits / max(1, len(pairs)),
        hits / max(1, len(true)),
        b_cubed(stories, gold),
        max(sizes.values()),
    )


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


def in_own_process(tool: str, corpus: Path) -> Score:
    """Run a tool in a process of its own."""
    command = [sys.executable, __file__, str(corpus), "--tool", tool]
    told = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return Score(**json.loads(told))


def rows(corpora: Iterable[Path]) -> Iterator[str]:
    """Yield the lines of the table, each as soon as it is known."""
    yield "| tool | articles | CPU s | articles / CPU s | × datasketch | growth | peak MB | pairs P / R / F1 | B³ | largest story |"
    yield "|---|---|---|---|---|---|---|---|---|---|"
    tools = [tool for tool in TOOLS if tool.startswith("variorum") or importlib.util.find_spec(tool)]
    first: dict[str, float] = {}
    for corpus in corpora:
        reading = in_own_process("nothing", corpus).seconds
        peer: float | None = None
        for tool in tools:
            one = in_own_process(tool, corpus)
            seconds = one.seconds - reading
            peer = peer or seconds
            yield (
                f"| {tool} | {one.articles:,} | {seconds:.1f} | {one.articles / seconds:,.0f} "
                f"| {peer / seconds:.2f} | {seconds / first.setdefault(tool, seconds):.1f} | {one.megabytes:,} "
                f"| {one.precision:.4f} / {one.recall:.4f} / {one.f1:.4f} | {one.b_cubed:.4f} | {one.largest} |"
            )


def machine() -> str:
    """Return the processor and the version of Python."""
    info = Path("/proc/cpuinfo")
    found = re.search(r"model name\s*: (.*)", info.read_text()) if info.exists() else None
    return f"{found[1] if found else platform.machine()}, Python {platform.python_version()}"


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description="Benchmark grouping on corpora with known clusters.")
    parser.add_argument("corpora", type=Path, nargs="+", help="made by benchmarks/corpus.py")
    parser.add_argument("--tool", choices=TOOLS, help="run one tool, here, and print its score as JSON")
    options = parser.parse_args()
    if options.tool:
        print(json.dumps(asdict(score(options.tool, options.corpora[0]))))
        return
    print(f"{dt.datetime.now(dt.UTC).date()}, {machine()}\n")
    for row in rows(options.corpora):
        print(row, flush=True)


if __name__ == "__main__":
    main()
