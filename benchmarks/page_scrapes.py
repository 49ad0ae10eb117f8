"""Turn saved pages with an annotated body into scrapes in three styles, their lines labeled."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Container, Iterator, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import numpy as np
from resiliparse.extract.html2text import extract_plain_text
from scrapes import Scrape, clean_scrapes, scrape

from generator.intake.blocks import Block, blocks_of, light_source, tree_and_blocks
from generator.intake.pages import page_characters

STYLES = ("full", "nolink", "light")
WORD = re.compile(r"\w+")
MOSTLY_LINKS = 0.5


def labels_of(texts: Sequence[str], body: str) -> np.ndarray:
    """Find the lines in the annotated body, in order; long ones anywhere, or half of their 4-word runs."""
    gold = f" {' '.join(WORD.findall(body.lower()))} "
    place, found = 0, []
    for text in texts:
        own = WORD.findall(text.lower())
        words = f" {' '.join(own)} "
        at = gold.find(words, max(0, place - 1)) if own else -1
        if at >= 0 and (len(own) >= 8 or at - place < 200 + 20 * len(own)):
            place = at + len(words) - 1
            found.append(True)
            continue
        runs = [" ".join(own[i : i + 4]) for i in range(len(own) - 3)] if len(own) >= 8 else []
        found.append(sum(run in gold for run in runs) * 2 > len(runs))
    return np.array(found, bool)


def labeled_sources(gold: Path, folder: Path) -> Iterator[tuple[dict[str, Any], str]]:
    """Yield each record with its page's source."""
    for record in map(json.loads, gzip.decompress(gold.read_bytes()).splitlines()):
        packed = (folder / f"{record['id']}.html.gz").read_bytes()
        yield record, light_source(page_characters(gzip.decompress(packed)))


def page_scrapes(gold: Path, folder: Path, *, known: Container[str]) -> Iterator[Scrape]:
    """Yield the scrapes of all pages that are not known already."""
    for record, source in labeled_sources(gold, folder):
        if record["id"] in known:
            continue
        named = record | {"host": urlsplit(record["url"]).hostname}
        for style, lines in styles_of(source).items():
            yield scrape(named, style, lines, _labels(lines, record))
        yield from clean_scrapes(named)


def _labels(lines: Sequence[str], record: dict[str, Any]) -> list[str]:
    title = WORD.findall((record["title"] or "").lower())
    return [
        "body" if inside else "headline" if title and WORD.findall(line.lower()) == title else "other"
        for line, inside in zip(lines, labels_of(lines, record["body"]), strict=True)
    ]


def styles_of(source: str) -> dict[str, list[str]]:
    """Scrape a page: every block; the blocks without what is mostly links; what an extractor leaves."""
    tree, blocks = tree_and_blocks(source)
    light = extract_plain_text(source, main_content=True, alt_texts=False)
    return {
        "full": [block.text for block in blocks],
        "nolink": list(_without_links(blocks, tree)),
        "light": [line.strip() for line in light.split("\n") if line.strip()],
    }


def _without_links(blocks: Sequence[Block], tree: Any) -> Iterator[str]:
    """Yield the blocks; of those that are mostly links what is left without them ("Posted by |")."""
    for link in tree.iter("a"):
        for node in link.iter():
            node.text = ""
            node.tail = node.tail if node is link else ""
    stubs = [block.text for block in blocks_of(tree)]
    tree_and_blocks.cache_clear()
    place = 0
    for block in blocks:
        if block.linked < MOSTLY_LINKS * len(block.text):
            yield block.text
            continue
        own = set(block.text.split())
        ahead = range(place, min(place + 30, len(stubs)))
        stub = next(
            (n for n in ahead if len(stubs[n]) < len(block.text) and set(stubs[n].split()) <= own), None
        )
        if stub is not None:
            place = stub + 1
            yield stubs[stub]
