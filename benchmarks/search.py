"""How soon does a search of a large site show its first hit, its index cut or whole? In headless Chromium.

    python benchmarks/search.py [--articles 20000] [--shard 2000] [--work FOLDER] [--only-reader]

Makes synthetic articles with three quotations each by 3,000 speakers, and their search index as a site in shards has it;
`--shard 0` makes one index of all. Then eight queries of three words, each in a browser that knows nothing yet.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from generator.pages.finding import kept_index  # noqa: E402 (the repository is no package)
from tests.pages.browser import FLAGS  # noqa: E402
from tests.sites import free_port, served  # noqa: E402

Row = dict[str, Any]
_QUERIES = 8
# what the page's own script does, with the clock
_SEARCH = """async (query) => {
  const times = {}, options = { excerptLength: 26 };
  const since = async (name, task) => { const start = performance.now(); const done = await task(); times[name] = performance.now() - start; return done; };
  const bundle = new URL("pagefind/", location.href);
  const engine = await since("opened (ms)", async () => {
    const found = await import(new URL("pagefind.js", bundle).href);
    await found.options(options);
    await found.init();
    const shards = await (await fetch(new URL("shards.json", bundle))).json();
    await Promise.all(shards.map((name) => found.mergeIndex(new URL(`${name}/`, bundle).href, options)));
    return found;
  });
  const { results } = await since("searched (ms)", () => engine.search(query));
  await since("first hit after that (ms)", () => results[0]?.data());
  await since("the same again (ms)", () => engine.search(query));
  times["hits"] = results.length;
  return times;
}"""


def rows_of(articles: int, work: Path) -> tuple[list[Row], list[Row]]:
    """Return the rows of articles and of their quotes."""
    made, chance = work / "corpus.jsonl", random.Random(5)  # noqa: S311 (rows of a corpus)
    command = [sys.executable, ROOT / "benchmarks/corpus.py", made, "--articles", str(articles)]
    subprocess.run(command, check=True)
    texts: list[Row] = []
    quotes: list[Row] = []
    for number, line in enumerate(made.read_text(encoding="utf-8").splitlines()):
        row = json.loads(line)
        fixed = {"headline": None, "outlet": f"Outlet {number % 200}", "language": "en"}
        texts.append({**fixed, "id": row["id"], "published": f"20{10 + number % 16}", "text": row["text"]})
        starts = sorted(
            chance.sample([match.end() for match in re.finditer(r"\. ", row["text"])] or [0, 1, 2], 3)
        )
        quotes += (_quote(row, start, chance.randrange(3000)) for start in starts)
    return texts, quotes


def _quote(row: Row, start: int, speaker: int) -> Row:
    end = row["text"].find(".", start)
    return {
        "article": row["id"],
        "key": f"q-{row['id']}-{start}",
        "kind": "direct",
        "polarity": "affirmed",
        "parts": [[start, end if end > start else start + 1]],
        "mention": None,
        "speaker": {"id": f"speaker-{speaker}", "name": f"Name{speaker} Surname{speaker % 700}"},
    }


def index(folder: str, rows: tuple[list[Row], list[Row]], place: Path, work: Path) -> None:
    """Make an index of some rows, and print what that took."""
    data, before = work / "data", resource.getrusage(resource.RUSAGE_CHILDREN)
    data.mkdir(exist_ok=True)
    for name, some in zip(("articles", "quotes", "claims"), (*rows, []), strict=True):
        (data / f"{name}.jsonl").write_text("".join(f"{json.dumps(row)}\n" for row in some), encoding="utf-8")
    with tempfile.TemporaryDirectory(dir=work) as cache:
        made = kept_index(data, Path(cache), folder, say=print)
        assert made
        shutil.copytree(made, place)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    print(f"{place.name}: {seconds:.1f} CPU s, at most {after.ru_maxrss // 1024} MB so far", flush=True)


def lay_out(site: Path, work: Path, articles: int, most: int) -> None:
    """Make the indexes of a site."""
    texts, quotes = rows_of(articles, work)
    index("" if not most else "speakers", (texts, quotes), site / "pagefind", work)
    names = []
    for start in range(0, articles if most else 0, most or 1):
        part = texts[start : start + most]
        ids = {row["id"] for row in part}
        names.append(f"s{start}")
        said = [quote for quote in quotes if quote["article"] in ids]
        index("articles", (part, said), site / "pagefind" / names[-1], work)
    (site / "pagefind" / "shards.json").write_text(json.dumps(names))
    (site / "index.html").write_text("<!doctype html><title>search</title>")
    words = [" ".join(re.findall(r"[a-z]{6,}", row["text"])[20:23]) for row in texts]
    (site / "queries.json").write_text(json.dumps(words[:: max(1, articles // _QUERIES)][:_QUERIES]))


def measured(site: Path) -> list[dict[str, float]]:
    """Return the times of each query in a browser that knows nothing yet."""
    chromium, port, found = shutil.which("chromium") or shutil.which("google-chrome"), free_port(), []
    with served(site, port), sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=list(FLAGS))
        for query in json.loads((site / "queries.json").read_text()):
            context = browser.new_context()
            page = context.new_page()
            page.goto(f"http://127.0.0.1:{port}/index.html")
            found.append(page.evaluate(_SEARCH, query))
            context.close()
        browser.close()
    return found


def tell(rows: Iterable[dict[str, float]]) -> None:
    """Print the lowest, the median and the highest of each measure."""
    held = list(rows)
    for name in held[0]:
        values = [row[name] for row in held]
        print(f"{name:28} {min(values):8.0f} {statistics.median(values):8.0f} {max(values):8.0f}")


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(
        description="Measure the search of a large site, its index cut or whole."
    )
    parser.add_argument("--articles", type=int, default=20_000)
    parser.add_argument("--shard", type=int, default=2000, help="articles of an index; 0: one for all")
    parser.add_argument("--work", type=Path, help="folder to work in (default: a temporary one)")
    parser.add_argument("--only-reader", action="store_true", help="measure what stands in --work")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        work = options.work or Path(temporary)
        site = work / "site"
        if not options.only_reader:
            site.mkdir(parents=True)
            lay_out(site, work, options.articles, options.shard)
        tell(measured(site))


if __name__ == "__main__":
    main()
