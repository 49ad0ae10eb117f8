"""Compare the reading of web pages with other tools, in one run; time the reading of plain text.

    python benchmarks/intake.py GOLD.jsonl.gz PAGES_DIR
    python benchmarks/intake.py --plain ARTICLES.jsonl

Each record of GOLD has `id` and `body`, and `title`, `date` and `authors` where the page states them; PAGES_DIR
holds `<id>.html.gz`. Peers that are not installed are left out: trafilatura, resiliparse, readability-lxml,
newspaper4k, jusText, htmldate. Printed are precision, recall and F1 over runs of four words (means over pages) and
pages a CPU-second; of title, day and authors the share of pages on which they are given exactly, and the share on
which another is given (of authors: none of them); of the product's own facts, how many are wrong by confidence.
Plain text is timed as articles a CPU-second and as a multiple of what counting its words takes; of each batch
of articles the fastest of five readings counts.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import re
import time
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from extractors import FACTS, Extractor, Found, extractors

from generator.intake.articles import articles_from, batches
from generator.intake.pages import page_characters
from generator.intake.records import line_articles
from generator.intake.source import Source
from generator.model import RawArticle

WORD = re.compile(r"\w+")
Record = Mapping[str, Any]
SURE = 0.9


def runs_of(text: str) -> Counter[tuple[str, ...]]:
    """Runs of four words, counted."""
    words = WORD.findall(text)
    return Counter(tuple(words[i : i + 4]) for i in range(max(1, len(words) - 3)))


def read_all(extract: Extractor, pages: Sequence[str]) -> tuple[list[Found], float]:
    """Read the pages; return what was found and how many a CPU-second."""
    found = []
    start = time.process_time()
    for html in pages:
        try:
            found.append(extract(html))
        except Exception:  # noqa: BLE001 - a peer's crash is an empty answer
            found.append(Found("", "", "", ""))
    return found, len(pages) / (time.process_time() - start)


def body_figures(records: Sequence[Record], found: Sequence[Found]) -> str:
    """Return mean precision, mean recall and the F1 of the two."""
    if all(each.text is None for each in found):
        return "no text"
    precision = recall = 0.0
    for record, each in zip(records, found, strict=True):
        wanted, got = runs_of(record["body"]), runs_of(each.text or "")
        hits = sum((wanted & got).values())
        precision += hits / max(sum(got.values()), 1) / len(records)
        recall += hits / max(sum(wanted.values()), 1) / len(records)
    f1 = 2 * precision * recall / max(precision + recall, 1e-9)
    return f"P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}"


def names_in(names: str) -> frozenset[str]:
    """Split a list of names; case and marks don't count."""
    split = re.split(r";|,|\band\b|&", re.sub(r"^\s*by\s+", "", names.casefold()))
    return frozenset(name for each in split if (name := " ".join(WORD.findall(each))))


def verdict(fact: str, wanted: Any, got: str) -> str:
    """Tell whether a fact is `exact`, `wrong`, `partly` right, or empty where nothing is given."""
    if not got:
        return ""
    if fact == "day":
        return "exact" if got[:10] == wanted[:10] else "wrong"
    if fact == "title":
        same = WORD.findall(got.casefold()) == WORD.findall(wanted.casefold())
        return "exact" if same else "wrong"
    named, given = names_in(wanted if isinstance(wanted, str) else "; ".join(wanted)), names_in(got)
    return "exact" if named == given else "partly" if named & given else "wrong"


KEYS = {"title": "title", "day": "date", "authors": "authors"}
"""Of GOLD."""


def fact_figures(records: Sequence[Record], found: Sequence[Found]) -> str:
    """Return of each fact the shares that are exact and wrong, of the pages that state it."""
    shown = []
    for fact in FACTS:
        pairs = [
            (record[KEYS[fact]], getattr(each, fact)) for record, each in zip(records, found, strict=True)
        ]
        stated = [verdict(fact, wanted, got) for wanted, got in pairs if wanted and got is not None]
        exact, wrong = (stated.count(kind) / max(len(stated), 1) for kind in ("exact", "wrong"))
        shown.append(f"{fact} {exact:.3f} / {wrong:.3f}" if stated else f"{fact} -")
    return "  ".join(shown)


def show_confidences(records: Sequence[Record], found: Sequence[Found]) -> None:
    """Print how many of the product's facts are not exact, by how sure it is of them."""
    counted: defaultdict[tuple[str, float], Counter[str]] = defaultdict(Counter)
    for record, each in zip(records, found, strict=True):
        for fact, confidence in each.confidences:
            if wanted := record[KEYS[fact]]:
                counted[fact, confidence][verdict(fact, wanted, getattr(each, fact))] += 1
    for (fact, confidence), kinds in sorted(counted.items()):
        sure = "  sure" if confidence >= SURE else ""
        print(f"{fact:8} {confidence:.2f}: {kinds['exact']} exact of {kinds.total()}{sure}")


def time_plain(path: Path, rounds: int = 5) -> None:
    """Print how fast the records of a JSON Lines file become articles, beside the counting of their words.

    They are read as the product reads them: some at once.
    """
    lines = [line for line in path.read_bytes().splitlines() if line.strip()]
    source = Source(path.name, path.stem, b"")
    own: defaultdict[int, float] = defaultdict(lambda: 99.0)
    counting: defaultdict[int, float] = defaultdict(lambda: 99.0)
    for _ in range(rounds):
        start = time.process_time()
        for number, batch in enumerate(batches(line_articles(lines, source, first=1))):
            articles = articles_from([raw for raw in batch if isinstance(raw, RawArticle)])
            middle = time.process_time()
            for article in articles:
                Counter(WORD.findall(article.raw.lower()))
            end = time.process_time()
            own[number] = min(own[number], middle - start)
            counting[number] = min(counting[number], end - middle)
            start = time.process_time()
    mean = sum(len(json.loads(line)["text"]) for line in lines) // len(lines)
    speed, ratio = len(lines) / sum(own.values()), sum(own.values()) / sum(counting.values())
    print(
        f"{len(lines)} articles of {mean} characters: {speed:.0f} a CPU-second, {ratio:.1f} x counting words"
    )


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description="Compare extractors on labeled pages.")
    parser.add_argument("gold", type=Path, nargs="?")
    parser.add_argument("folder", type=Path, nargs="?")
    parser.add_argument("--plain", type=Path)
    options = parser.parse_args()
    if options.plain:
        time_plain(options.plain)
        return
    packed = options.gold.read_bytes()
    records = [json.loads(line) for line in gzip.decompress(packed).splitlines()]
    files = [options.folder / f"{record['id']}.html.gz" for record in records]
    pages = [page_characters(gzip.decompress(file.read_bytes())) for file in files]
    print(f"{len(pages)} pages, gold {hashlib.sha256(packed).hexdigest()[:12]}")
    for name, extract in extractors():
        found, speed = read_all(extract, pages)
        print(f"{name:18} {body_figures(records, found)}  {speed:6.1f} pages a CPU-second")
        print(f"{'':18} {fact_figures(records, found)}")
        if name == "variorum":
            show_confidences(records, found)


if __name__ == "__main__":
    main()
