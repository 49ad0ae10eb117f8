"""How much work is a corpus of so many articles, stage by stage, beside what a person would build today?

    python benchmarks/scale.py [--sizes 100 1000 10000] [--large] [--cluster] [--peers PYTHON] [--workers 2]

Makes synthetic articles of 500 words (`corpus.py`) as files, runs `variorum write` on them from
nothing, with nothing changed and with one article changed, each in a process of its own, then with one changed in a
process that keeps the facts as a preview does, and prints
CPU seconds, peak memory of the largest process, bytes written and the growth from step to step.
`--large` adds 100,000 articles. `--cluster` runs 1,000 articles in a pool of two processes and on a Dask
scheduler with two workers over TCP, in turns, and compares every byte. `--peers` names the Python of an environment with trafilatura,
spaCy and its small English model, textacy, datasketch and mkdocs-material; the same articles go through them.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from corpus import corpus, sentences_of  # noqa: E402 (a script beside this one)

from tests.cluster import cluster  # noqa: E402 (the project's folder was not on the path before)

_SIZES = (100, 1_000, 10_000)
_LARGE = 100_000
_CLUSTER_ARTICLES = 1_000
_TURNS = 3
"""Runs of each, of which the fastest counts: other work on the machine only ever adds."""
_EDITS = 5
_PEER_ARTICLES = 100
"""Articles that the peers get: their work for each does not depend on how many there are."""


@dataclass(frozen=True, slots=True)
class Run:
    """What a process and its children used."""

    wall: float
    cpu: float
    """Seconds of user and system time."""
    peak: int
    """MiB of the largest of them."""


def measured(command: list[str], folder: Path) -> Run:
    """Run a command to its end.

    Raises:
        subprocess.CalledProcessError: it failed.
    """
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    log = folder / "log"
    with log.open("ab") as file:
        process = subprocess.Popen(
            command, cwd=folder, stdout=file, stderr=file, env={**os.environ, "PYTHONPATH": str(ROOT)}
        )
        _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command, log.read_text())
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Run(time.perf_counter() - start, cpu, used.ru_maxrss // 1024)


def lay_out(seeds: Path, articles: int, words: int = 500) -> None:
    """Write a corpus as text files, a thousand in a folder."""
    for number, one in enumerate(corpus(sentences_of(None), articles, words=words)):
        folder = seeds / f"{number // 1000:04d}"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{one.id}.txt").write_text(one.text, encoding="utf-8")


def write_command(folder: Path, workers: int, *more: str) -> list[str]:
    """Return the command that makes a corpus's pages."""
    options = ["--seeds", str(folder / "seeds"), "--reviews", "none", "--config", "none"]
    return [
        *(sys.executable, "-m", "generator", "write", *options),
        *("--out", str(folder / "out"), "--workers", str(workers), *more),
    ]


def runs_of(folder: Path, articles: int, workers: int) -> Iterator[tuple[str, Run]]:
    """Yield a run from nothing, one with nothing changed, and one with one article changed."""
    lay_out(folder / "seeds", articles)
    command = write_command(folder, workers)
    yield "from nothing", measured(command, folder)
    yield "nothing changed", measured(command, folder)
    changed = next((folder / "seeds").rglob("*.txt"))
    changed.write_text(changed.read_text(encoding="utf-8") + "\n\nOne more sentence stands here.\n")
    yield "one changed", measured(command, folder)
    yield "one changed, in a preview", preview_of(folder, changed)


def preview_of(folder: Path, changed: Path) -> Run:
    """Return what one more sentence costs a process that keeps the facts of the last run, as a preview does.

    It is run in a process of its own, and the least of some edits counts.
    """
    command = [sys.executable, __file__, "--preview", str(folder), str(changed)]
    done = subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True)
    return Run(**json.loads(done.stdout.splitlines()[-1]))


def print_preview(folder: Path, changed: Path) -> None:
    """Build a corpus, edit an article some times, and print what the quickest edit took."""
    from generator.memory import Memory  # noqa: PLC0415
    from generator.pipeline import build  # noqa: PLC0415
    from generator.settings import Settings  # noqa: PLC0415

    memory = Memory()
    settings = Settings(
        seeds=folder / "seeds", reviews=folder / "none", out=folder / "out", cache=folder / ".variorum"
    )
    build(settings, memory=memory)
    runs = []
    for number in range(_EDITS):
        text = changed.read_text(encoding="utf-8")
        changed.write_text(f"{text}\n\nSentence number {number} stands here.\n", encoding="utf-8")
        wall, cpu = time.perf_counter(), time.process_time()
        build(settings, memory=memory)
        runs.append((time.perf_counter() - wall, time.process_time() - cpu))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    wall, cpu = (min(each) for each in zip(*runs, strict=True))
    print(json.dumps({"wall": wall, "cpu": cpu, "peak": peak}))


def stages_of(folder: Path) -> Iterator[tuple[str, float]]:
    """Yield the CPU seconds of each stage over a corpus, all in this process."""
    from generator import chapters, isolation, pipeline, publishing, reading  # noqa: PLC0415
    from generator.cli import main  # noqa: PLC0415

    used: dict[str, float] = {}
    places: list[tuple[Any, str, str]] = [
        (reading, "read_seed", "read and clean"),
        (isolation, "articles_from", "read and clean"),
        (isolation, "quotes_of", "quotes and speakers"),
        (pipeline, "group", "group"),
        (pipeline, "utterances", "utterances"),
        (chapters, "collate", "collate"),
        *((chapters, name, "signals") for name in ("passages_of", "signals_in", "signals_between")),
        (chapters, "page_of", "render"),
        *((chapters, name, "rows of data files") for name in ("article_rows", "story_rows")),
        (chapters, "write_page", "write pages"),
        (publishing, "claim", "write pages"),
    ]
    for module, name, stage in places:
        setattr(module, name, _timed(getattr(module, name), stage, used))
    for view in (chapters.article, chapters.story):
        view.view = _timed(view.view, "views", used)
    start = time.process_time()
    main([*write_command(folder, 1, "--no-cache")[3:]])
    whole = time.process_time() - start
    yield from used.items()
    yield "everything else", whole - sum(used.values())


def _timed(function: Callable[..., Any], stage: str, used: dict[str, float]) -> Callable[..., Any]:
    def timed(*arguments: Any, **named: Any) -> Any:
        start = time.process_time()
        found = function(*arguments, **named)
        if stage in {"read and clean", "rows of data files"} and not hasattr(found, "id"):
            found = list(found)
        used[stage] = used.get(stage, 0.0) + time.process_time() - start
        return found

    return timed


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description="Measure the generator at growing sizes.")
    parser.add_argument("--sizes", type=int, nargs="*", default=list(_SIZES))
    parser.add_argument("--large", action="store_true", help=f"add {_LARGE:,} articles")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--cluster", action="store_true", help="compare a pool with Dask")
    parser.add_argument("--peers", help="Python of an environment with the peers")
    parser.add_argument("--model", default="en_core_web_sm", help="their English model")
    parser.add_argument("--preview", type=Path, nargs=2, metavar="PATH", help=argparse.SUPPRESS)
    parser.add_argument("--work", type=Path, help="folder to work in (default: a temporary one)")
    options = parser.parse_args()
    if options.preview:
        print_preview(*options.preview)
        return
    sizes = [*options.sizes, *([_LARGE] if options.large else [])]
    with tempfile.TemporaryDirectory(dir=options.work) as work:
        print_sizes(Path(work), sizes, options.workers)
        if sizes:
            print_stages(Path(work))
        if options.cluster:
            print_cluster(Path(work))
        if options.peers:
            print_peers(Path(work), options.peers, options.model)


def print_sizes(work: Path, sizes: list[int], workers: int) -> None:
    """Print a row for each size and run."""
    print("| articles | run | wall s | CPU s | CPU ms an article | growth | peak MiB | KB a page |")
    print("|---|---|---|---|---|---|---|---|")
    last = 0.0
    for size in sizes:
        folder = work / str(size)
        folder.mkdir()
        for name, run in runs_of(folder, size, workers):
            each = 1000 * run.cpu / size
            growth = f"{each / last:.2f}" if last and name == "from nothing" else ""
            last = each if name == "from nothing" else last
            pages = list((folder / "out" / "articles").glob("*.md"))
            kilobytes = sum(path.stat().st_size for path in pages) / len(pages) / 1000
            print(
                f"| {size:,} | {name} | {run.wall:.2f} | {run.cpu:.2f} | {each:.2f} | {growth} "
                f"| {run.peak} | {kilobytes:.1f} |",
                flush=True,
            )
        shutil.rmtree(folder)


def print_stages(work: Path) -> None:
    """Print where the time goes, over 500 articles in one process."""
    folder = work / "stages"
    folder.mkdir()
    lay_out(folder / "seeds", 500)
    print("\n| stage | CPU ms an article |\n|---|---|")
    for stage, seconds in sorted(stages_of(folder), key=lambda each: -each[1]):
        print(f"| {stage} | {1000 * seconds / 500:.2f} |")


def print_cluster(work: Path) -> None:
    """Print what the same articles take in a pool and on a cluster of as many workers."""
    folder = work / "cluster"
    folder.mkdir()
    lay_out(folder / "seeds", _CLUSTER_ARTICLES)
    pool, dask = [], []
    with cluster(folder) as running:
        on_dask = ("--scheduler", running.address, "--out", str(folder / "dask"))
        for _ in range(_TURNS):
            for made in ("out", "dask"):
                shutil.rmtree(folder / made, ignore_errors=True)
            pool.append(measured(write_command(folder, 2, "--no-cache"), folder).wall)
            dask.append(measured(write_command(folder, 2, "--no-cache", *on_dask), folder).wall)
    same = bytes_of(folder / "out") == bytes_of(folder / "dask")
    print("\n| | wall s |\n|---|---|")
    print(f"| pool, two processes | {min(pool):.2f} |\n| Dask, two workers | {min(dask):.2f} |")
    print(
        f"\nDask takes {min(dask) / min(pool):.2f} times as long; bytes are {'the same' if same else 'NOT the same'}."
    )


def bytes_of(folder: Path) -> dict[str, bytes]:
    """Return the SHA-256 of each file below a folder, by its path."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).digest()
        for path in folder.rglob("*")
        if path.is_file()
    }


def print_peers(work: Path, python: str, model: str) -> None:
    """Print what the same articles cost here and by the peers."""
    folder = work / "peers"
    folder.mkdir()
    lay_out(folder / "seeds", _PEER_ARTICLES)
    empty = measured([*write_command(folder, 1, "--no-cache"), "--seeds", str(_empty(folder))], folder)
    ours = measured(write_command(folder, 1, "--no-cache"), folder)
    script = str(Path(__file__).with_name("peers.py"))
    start = measured([python, script, str(_empty(folder)), str(folder / "none"), model], folder)
    theirs = measured([python, script, str(folder / "seeds"), str(folder / "peers"), model], folder)
    rows = (("variorum", ours.cpu - empty.cpu, empty.cpu), ("the peers", theirs.cpu - start.cpu, start.cpu))
    print("\n| | CPU ms an article | start-up, CPU s |\n|---|---|---|")
    for name, cpu, begin in rows:
        print(f"| {name} | {1000 * cpu / _PEER_ARTICLES:.1f} | {begin:.2f} |")
    print(f"\nThe peers need {rows[1][1] / rows[0][1]:.1f} times the CPU.")


def _empty(folder: Path) -> Path:
    made = folder / "empty"
    made.mkdir(exist_ok=True)
    return made


if __name__ == "__main__":
    main()
