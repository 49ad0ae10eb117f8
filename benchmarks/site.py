"""How much work is a site of so many articles, beside plain MkDocs Material on the same pages? CPU seconds, one run.

    python benchmarks/site.py [--articles 1000] [--work FOLDER] [--reader] [--shards 500]

Makes a corpus, builds the site cold, warm and after one edit, and the same pages with plain MkDocs
Material and hub navigation. `--reader` also opens pages in headless Chromium: bytes of an article's
page, largest contentful paint with a slowed CPU and on a slow line, time to the first hit of a search.
`--shards N` instead builds the site as one and in shards of N articles.
"""

from __future__ import annotations

import argparse
import os
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from tests.sites import working_copy  # noqa: E402 (the repository is no package)

_PLUGINS = re.compile(r"(?ms)^plugins:\n.*?(?=^\S)")
_EXTRA = re.compile(r"(?ms)^extra_(?:css|javascript):\n.*?(?=^\S)")


def lay_out(folder: Path, articles: int) -> None:
    """Make a site of synthetic articles in a folder."""
    working_copy(folder)
    (folder / "site_src" / "addresses.yml").unlink(missing_ok=True)
    for name in ("seeds", "reviews"):
        shutil.rmtree(folder / name)
        (folder / name).mkdir()
    made = folder / "corpus.jsonl"
    subprocess.run(
        [sys.executable, ROOT / "benchmarks/corpus.py", made, "--articles", str(articles)], check=True
    )
    for line in made.read_text(encoding="utf-8").splitlines():
        name = re.search(r'"id": "(\w+)"', line)
        assert name
        (folder / "seeds" / f"{name[1]}.jsonl").write_text(line + "\n", encoding="utf-8")
    plain = (folder / "mkdocs.yml").read_text(encoding="utf-8")
    plain = _EXTRA.sub("", _PLUGINS.sub("plugins: [search]\n", plain))
    plain = plain.replace("  custom_dir: site_src/theme\n", "").replace(
        "site_dir: site\n", "site_dir: site_plain\n"
    )
    (folder / "plain.yml").write_text(plain, encoding="utf-8")


def cpu(command: list[str], folder: Path) -> float:
    """Run a command; returns the CPU seconds that it and its children took."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(ROOT)}
    subprocess.run(
        command, cwd=folder, check=True, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def builds(folder: Path) -> None:
    """Print what each kind of build costs, and its ratio to the plain one."""
    mkdocs = [sys.executable, "-m", "mkdocs", "build", "-q"]
    shutil.rmtree(folder / ".variorum", ignore_errors=True)
    cold = cpu(mkdocs, folder)
    warm = cpu(mkdocs, folder)
    edit(folder, "Zebra")
    edited = cpu(mkdocs, folder)
    plain = cpu([*mkdocs, "-f", "plain.yml"], folder)
    print(f"plain MkDocs Material, same pages   {plain:6.1f} CPU s")
    for name, seconds in (("cold", cold), ("warm", warm), ("one article edited", edited)):
        print(f"mkdocs build, {name:21} {seconds:6.1f} CPU s   {seconds / plain:5.2f} of plain")


def shards(folder: Path, most: int) -> None:
    """Print what the site costs as one and in shards, after the generator has made its pages."""
    variorum = [sys.executable, "-m", "generator"]
    cpu([*variorum, "write"], folder)
    config = folder / "mkdocs.yml"
    config.write_text(
        config.read_text(encoding="utf-8").replace("  - variorum\n", "  - variorum: {search: pagefind}\n"),
        encoding="utf-8",
    )
    for name in ("finding", "shards"):
        shutil.rmtree(folder / ".variorum" / name, ignore_errors=True)
    for way, count in (("as one", "0"), ("in shards", str(most))):
        for what in ("nothing kept", "nothing changed", "one article edited"):
            if what == "one article edited":
                edit(folder, f"Zebra{count}")
                cpu([*variorum, "write"], folder)
            started = time.perf_counter()
            seconds = cpu([*variorum, "build", "--site", f"site-{count}", "--shards", count], folder)
            taken = time.perf_counter() - started
            print(f"{way:10} {what:20} {seconds:7.1f} CPU s   {taken:7.1f} s", flush=True)


def edit(folder: Path, word: str) -> str:
    """Put a word into an article's text; returns the article's id."""
    seed = sorted((folder / "seeds").glob("*.jsonl"))[7]
    text = seed.read_text(encoding="utf-8")
    seed.write_text(re.sub(r'("text": ")(?:\w+\. )?', rf"\g<1>{word}. ", text), encoding="utf-8")
    return seed.stem


def preview(folder: Path) -> None:
    """Print how long an edit takes to the page, as a reader who reloads it sees it."""
    port = 8123
    command = [sys.executable, "-m", "mkdocs", "serve", "-q", "--dev-addr", f"127.0.0.1:{port}"]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    server = subprocess.Popen(command, cwd=folder, env=environment, stdout=subprocess.DEVNULL)
    try:
        name = edit(folder, "Quagga")
        address = f"http://127.0.0.1:{port}/articles/{name}/"
        wait_for(address, "Quagga")
        times = []
        for word in ("Okapi", "Tapir", "Gnu"):
            time.sleep(3)
            started = time.perf_counter()
            edit(folder, word)
            wait_for(address, f"{word}&#46;")
            times.append(time.perf_counter() - started)
        print(f"preview: an edit is on the page after {', '.join(f'{each:.2f}' for each in times)} s")
    finally:
        server.terminate()
        server.wait()


def wait_for(address: str, word: str, patience: float = 90) -> None:
    """Ask for a page until it holds a word."""
    until = time.monotonic() + patience
    while time.monotonic() < until:
        try:
            with urllib.request.urlopen(address) as answer:  # noqa: S310 (loopback)
                if word in answer.read().decode():
                    return
        except OSError:
            pass
        time.sleep(0.02)
    raise SystemExit(f"{address} never showed {word}")


def reader(folder: Path) -> None:
    """Print what a reader's browser measures."""
    from benchmarks.reader import figures  # noqa: PLC0415

    for name, value in figures(folder / "site"):
        print(f"{name:52} {value}")


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description="Measure the building and the reading of a large site.")
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--work", type=Path, help="folder to work in (default: a temporary one)")
    parser.add_argument("--reader", action="store_true", help="also measure in headless Chromium")
    parser.add_argument("--shards", type=int, help="articles of a shard")
    parser.add_argument("--only-reader", action="store_true", help="measure a site that stands in --work")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = options.work or Path(temporary)
        if not options.only_reader:
            folder.mkdir(parents=True, exist_ok=True)
            lay_out(folder, options.articles)
            if options.shards:
                shards(folder, options.shards)
                return
            builds(folder)
            preview(folder)
        if options.reader or options.only_reader:
            reader(folder)


if __name__ == "__main__":
    main()
