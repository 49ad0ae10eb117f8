"""Which blocks of a web page are its article, as far as a trained model can tell?

It weighs the words (the measures of plain lines), the markup (tags, links, class names) and the opinions
of two extractors that know pages in their own ways. The weights are made by `benchmarks/train_pages.py`.
"""

from __future__ import annotations

import functools
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from generator.intake.blocks import Block
from generator.intake.features import COLUMNS, Floats, measured
from generator.intake.furniture import furniture_of
from generator.intake.linemodel import vocabulary_of
from generator.intake.positions import around, shifted
from generator.intake.segments import Segments
from generator.intake.trees import Forest
from generator.intake.vocabulary import Vocabulary

_TAGS = ("p", "h1", "h2", "h3", "li", "td", "blockquote", "figcaption", "div", "button", "label", "dd", "pre")
_HOLDERS = (
    "article",
    "main",
    "nav",
    "footer",
    "header",
    "aside",
    "ul",
    "form",
    "table",
    "figure",
    "section",
    "blockquote",
)
_HINTS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(pattern, re.IGNORECASE))
    for name, pattern in (
        ("body", r"article[-_]?(?:body|content|text)|articleBody|story[-_]?(?:body|text)|entry[-_]?content|post[-_]?(?:body|content)|rich-?text|body-?text"),
        ("content", r"article|content|story|entry|post|text|main|paragraph"),
        ("comment", r"comment|disqus|respond|reply"),
        ("menu", r"\b(?:nav|menu|breadcrumb|header|footer|toolbar|sidebar|masthead|skip)|navigation|[-_](?:nav|menu|header|footer|sidebar)"),
        ("promo", r"promo|related|recommend|popular|trending|newsletter|subscri|sponsor|advert|\bad[s-]?\b|widget|teaser|card|carousel|more-|read-?next|most-?read|signup|banner|paywall|outbrain|taboola"),
        ("social", r"share|social|facebook|twitter|tags?\b|topic"),
        ("caption", r"caption|credit|image|photo|gallery|figure|media|video|pull-?quote"),
        ("byline", r"byline|author|\bbio|date|time|meta|headline|title|kicker|dek|summary|standfirst|subhead"),
        ("legal", r"cookie|consent|privacy|legal|disclaimer|copyright|modal|popup|overlay|gdpr"),
    )
)  # fmt: skip
BLOCK_COLUMNS: tuple[str, ...] = (
    *COLUMNS,
    "linked", "depth",
    *(f"tag {name}" for name in _TAGS),
    *(f"in {name}" for name in _HOLDERS),
    *(f"hint {name}" for name, _ in _HINTS),
    *(f"near hint {name}" for name, _ in _HINTS),
    *(f"{opinion}{measure}" for opinion in ("first", "second") for measure in (
        "", "-1", "+1", "~3", "~10", " share", " same path", " same parent")),
    "path_words", "agreed", "agreed~3",
)  # fmt: skip


Opinions = tuple[Sequence[bool], Sequence[bool]]
"""For each extractor, which blocks it keeps."""


@dataclass(frozen=True, slots=True)
class PageModel:
    """The forest with its words."""

    body: Forest
    vocabulary: Vocabulary

    def chances(self, blocks: Sequence[Block], opinions: Opinions) -> NDArray[np.float64]:
        """Return for each block the chance, 0–1, that it is body."""
        return self.body.chances(block_features(blocks, opinions, self.vocabulary))


@functools.cache
def page_model() -> PageModel:
    """Load the weights once."""
    with files("generator.intake").joinpath("weights/pages.npz").open("rb") as file:
        return page_model_of(dict(np.load(file)))


def page_model_of(arrays: Mapping[str, NDArray[np.generic]]) -> PageModel:
    """Make the model of the arrays in the weights file."""
    if tuple(arrays["column_names"]) != BLOCK_COLUMNS:
        message = "the weights were made for other measures; run benchmarks/train_pages.py"
        raise RuntimeError(message)
    return PageModel(Forest.from_arrays(arrays, "body"), vocabulary_of(arrays))


def block_features(blocks: Sequence[Block], opinions: Opinions, vocabulary: Vocabulary) -> Floats:
    """Return a row of measures for each block, its columns as `BLOCK_COLUMNS` names them."""
    texts = [block.text for block in blocks]
    measures = measured([texts], [furniture_of(texts)], vocabulary)
    lines = measures.lines
    words = measures.column("words")
    own = np.array([_markup(block) for block in blocks], np.float32)
    first, second = (np.asarray(opinion, np.float64) for opinion in opinions)
    context = [*_context(blocks, first, words, lines), *_context(blocks, second, words, lines)]
    agreed = first * second
    context += [_path_words(blocks, words), agreed, around(agreed, 3, lines)]
    return np.concatenate((measures.rows, own, np.stack(context, axis=1).astype(np.float32)), axis=1)


def _context(
    blocks: Sequence[Block], chosen: NDArray[np.float64], words: NDArray[np.float64], lines: Segments
) -> list[NDArray[np.float64]]:
    share = np.full(len(blocks), chosen.mean())
    return [
        chosen,
        shifted(chosen, -1, lines),
        shifted(chosen, 1, lines),
        around(chosen, 3, lines),
        around(chosen, 10, lines),
        share,
        *_paths(blocks, chosen, words),
    ]


def _markup(block: Block) -> list[float]:
    tag = block.path[-1] if block.path else ""
    holders = set(block.path)
    hints = _hints(block.hints)
    return [
        block.linked / max(len(block.text), 1),
        float(len(block.path)),
        *(float(tag == name) for name in _TAGS),
        *(float(name in holders) for name in _HOLDERS),
        *hints[0],
        *hints[1],
    ]


def _hints(hints: str) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """Look for telling class names in all that holds a block, and in the nearest."""
    names = hints.split()
    every = near = 0
    for name in names:
        every |= _hint_bits(name)
    for name in names[-_NEAR_NAMES:]:
        near |= _hint_bits(name)
    return _AS_ROW[every], _AS_ROW[near]


_NEAR_NAMES = 4
_AS_ROW = tuple(
    tuple(float(bits >> place & 1) for place in range(len(_HINTS))) for bits in range(2 ** len(_HINTS))
)


@functools.lru_cache(maxsize=65536)
def _hint_bits(name: str) -> int:
    """Return a bit for each kind of hint that a class name gives: sites repeat few names many times."""
    return sum(1 << place for place, (_, pattern) in enumerate(_HINTS) if pattern.search(name))


def _paths(
    blocks: Sequence[Block], chosen: NDArray[np.float64], words: NDArray[np.float64]
) -> list[NDArray[np.float64]]:
    """Measure how many of the extracted words share a block's path, or its parent's with its class names."""
    same: defaultdict[tuple[str, ...], float] = defaultdict(float)
    parent: defaultdict[tuple[tuple[str, ...], str], float] = defaultdict(float)
    for block, share in zip(blocks, (chosen * words).tolist(), strict=True):
        same[block.path] += share
        parent[block.path[:-1], block.hints] += share
    total = float((chosen * words).sum()) or 1.0
    return [
        np.array([same[block.path] / total for block in blocks]),
        np.array([parent[block.path[:-1], block.hints] / total for block in blocks]),
    ]


def _path_words(blocks: Sequence[Block], words: NDArray[np.float64]) -> NDArray[np.float64]:
    """Measure how many of the page's words share a block's path."""
    every: defaultdict[tuple[str, ...], float] = defaultdict(float)
    for block, size in zip(blocks, words.tolist(), strict=True):
        every[block.path] += size
    return np.array([every[block.path] for block in blocks]) / (float(words.sum()) or 1.0)
