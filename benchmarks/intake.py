"""Compare the reading of web pages with other extractors, in one run; time the reading of plain text.

    python benchmarks/intake.py GOLD.jsonl.gz PAGES_DIR
    python benchmarks/intake.py --plain ARTICLES.jsonl

Each record of GOLD has `id` and `body`, PAGES_DIR holds `<id>.html.gz`. Peers that are not installed are
left out: trafilatura, resiliparse, readability-lxml, newspaper4k, jusText. Printed are precision, recall
and F1 over runs of four words (means over pages) and pages a CPU-second. Plain text is timed as articles a
CPU-second and as a multiple of what counting its words takes; of each batch of articles the fastest of five readings counts.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import importlib
import json
import re
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path

from lxml import html as lxml_html

from generator.intake.articles import article_from, articles_from, batches
from generator.intake.pages import page_article, page_characters
from generator.intake.records import line_articles
from generator.intake.source import Source, article_id
from generator.model import RawArticle

WORD = re.compile(r"\w+")
Extractor = Callable[[str], str]


def ours(html: str) -> str:
    """Read as the product does, metadata included."""
    content = html.encode()
    raw = page_article(html, Source("a.html", "a", content), id_=article_id("a"), line=1, content=content)
    return article_from(raw).text if isinstance(raw, RawArticle) else ""


def peers() -> Iterator[tuple[str, Extractor]]:
    """Yield the extractors that are installed."""
    yield "variorum", ours
    for name, maker in PEERS.items():
        try:
            yield name, maker()
        except ImportError:
            print(f"{name} is not installed")


def _trafilatura() -> Extractor:
    module = importlib.import_module("trafilatura")
    return lambda html: (
        getattr(module.bare_extraction(html, with_metadata=True, include_comments=False), "text", "") or ""
    )


def _trafilatura_fast() -> Extractor:
    module = importlib.import_module("trafilatura")
    return lambda html: (
        getattr(module.bare_extraction(html, fast=True, include_comments=False), "text", "") or ""
    )


def _resiliparse() -> Extractor:
    extract = importlib.import_module("resiliparse.extract.html2text").extract_plain_text
    return lambda html: extract(html, main_content=True, alt_texts=False)


def _readability() -> Extractor:
    document = importlib.import_module("readability").Document
    return lambda html: lxml_html.fromstring(document(html).summary()).text_content()


def _newspaper() -> Extractor:
    article = importlib.import_module("newspaper").Article

    def extract(html: str) -> str:
        found = article("https://example.org/")
        found.download(input_html=html)
        found.parse()
        return str(found.text)

    return extract


def _justext() -> Extractor:
    module = importlib.import_module("justext")
    words = module.get_stoplist("English")
    return lambda html: "\n".join(
        part.text for part in module.justext(html.encode(), words) if not part.is_boilerplate
    )


PEERS: dict[str, Callable[[], Extractor]] = {
    "trafilatura": _trafilatura,
    "trafilatura fast": _trafilatura_fast,
    "resiliparse": _resiliparse,
    "readability-lxml": _readability,
    "newspaper4k": _newspaper,
    "jusText": _justext,
}


def runs_of(text: str) -> Counter[tuple[str, ...]]:
    """Runs of four words, counted."""
    words = WORD.findall(text)
    return Counter(tuple(words[i : i + 4]) for i in range(max(1, len(words) - 3)))


def measure(extract: Extractor, pages: list[tuple[str, str]]) -> tuple[float, float, float]:
    """Return mean precision, mean recall and pages a CPU-second."""
    precision = recall = seconds = 0.0
    for html, body in pages:
        start = time.process_time()
        try:
            text = extract(html)
        except Exception:  # noqa: BLE001 - a peer's crash is an empty answer
            text = ""
        seconds += time.process_time() - start
        wanted, got = runs_of(body), runs_of(text)
        hits = sum((wanted & got).values())
        precision += hits / max(sum(got.values()), 1)
        recall += hits / max(sum(wanted.values()), 1)
    return precision / len(pages), recall / len(pages), len(pages) / seconds


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
    pages = [
        (
            page_characters(gzip.decompress((options.folder / f"{record['id']}.html.gz").read_bytes())),
            record["body"],
        )
        for record in records
    ]
    print(f"{len(pages)} pages, gold {hashlib.sha256(packed).hexdigest()[:12]}")
    for name, extract in peers():
        precision, recall, speed = measure(extract, pages)
        f1 = 2 * precision * recall / (precision + recall)
        print(f"{name:18} P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}  {speed:6.1f} pages a CPU-second")


if __name__ == "__main__":
    main()
