"""Which blocks of a web page are the article, and what does the page state about it?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import trafilatura
from lxml import html
from resiliparse.extract.html2text import extract_plain_text
from trafilatura.settings import Document

from generator.intake.blocks import Block, tree_and_blocks
from generator.intake.clean import BODY, Labeled, Text, body_of, cuts_of, labeled
from generator.intake.furniture import NEVER_BODY, furniture_of
from generator.intake.linemodel import best_selection
from generator.intake.lines import Line, lines_of
from generator.intake.markup import markup_of
from generator.intake.metadata import dateline_fields
from generator.intake.pagemeta import headline_of, markup_fields
from generator.intake.pagemodel import Opinions, page_model
from generator.intake.shown import shown_around
from generator.model import Article, Field, Notice, RawArticle, Span

_WORD = re.compile(r"\w+")
_LONG_WORDS = 8
_NEARBY = 600
"""Characters of extracted text between two lines that follow each other on the page."""
_INSIDE = 4
"""Lines of the body's start that may repeat the headline."""
OUTSIDE = "outside the article"


def webpage_article(raw: RawArticle) -> Article:
    """Extract the article of a page, and what the page states about it."""
    lines = lines_of(raw)
    tree, blocks = tree_and_blocks(raw.html) if raw.html else (None, ())
    if tree is None or len(blocks) != len(lines):
        return _by_words_alone(raw, lines)
    stated = markup_of(tree)
    opinions = opinions_of(raw.html or "", tree, lines)
    chances = page_model().chances(blocks, opinions)
    words = np.array([line.text.count(" ") + 1.0 for line in lines])
    kept = best_selection(words, chances).tolist()
    title = headline_of(stated)
    shown = shown_around([line.text for line in lines], kept, title.value or "" if title else "")
    fields = markup_fields(stated, shown)
    kept = _without_headline(lines, _without_furniture(lines, kept), fields)
    entries = tuple(
        Labeled(line._replace(kind=_kind(block)), BODY if keep else OUTSIDE)
        for line, block, keep in zip(lines, blocks, kept, strict=True)
    )
    fields = _with_dateline(fields, raw.text, entries)
    text, paragraphs = body_of(entries)
    notices = (*raw.notices, *_disagreement(lines, kept, opinions))
    return Article(
        raw.id, raw.path, raw.sha256, raw.text, text, paragraphs, cuts_of(entries), _with_spans(raw.text, fields),
        notices, raw.line,
    )  # fmt: skip


def _by_words_alone(raw: RawArticle, lines: Sequence[Line]) -> Article:
    """Read a page whose markup can't be lined up with its text as if it were a scrape."""
    (entries,) = labeled([Text(lines)])
    text, paragraphs = body_of(entries)
    return Article(
        raw.id, raw.path, raw.sha256, raw.text, text, paragraphs, cuts_of(entries), (), raw.notices, raw.line
    )


def _without_furniture(lines: Sequence[Line], kept: Sequence[bool]) -> list[bool]:
    """Take out what no labeled body has: copyright lines, the frame of a press release."""
    rules = furniture_of([line.text for line in lines])
    return [keep and not (rule and rule.name in NEVER_BODY) for keep, rule in zip(kept, rules, strict=True)]


def _with_dateline(fields: Sequence[Field], raw: str, entries: Sequence[Labeled]) -> tuple[Field, ...]:
    """Add what the text's dateline states and the markup does not."""
    known = {field.name for field in fields}
    found = dateline_fields(raw, entries)
    return (*fields, *(field for name, field in found.items() if name not in known))


def _without_headline(lines: Sequence[Line], kept: Sequence[bool], fields: Sequence[Field]) -> list[bool]:
    """Take the headline out of the start of the body."""
    headline = next((field.value for field in fields if field.name == "headline"), None)
    first = next((i for i, keep in enumerate(kept) if keep), 0)
    return [keep and not (i - first < _INSIDE and lines[i].text == headline) for i, keep in enumerate(kept)]


def _kind(block: Block) -> str:
    tag = block.path[-1] if block.path else ""
    if tag in _HEADINGS:
        return "heading"
    holders = set(block.path)
    return next((kind for holder, kind in _KIND_OF_HOLDER if holder in holders), "text")


_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_KIND_OF_HOLDER = (("figcaption", "caption"), ("li", "list"), ("td", "table"), ("blockquote", "blockquote"))


def _with_spans(raw: str, fields: Sequence[Field]) -> tuple[Field, ...]:
    """Point each value to its first place in the page's text, where it stands there."""
    return tuple(
        replace(field, span=Span(at, at + len(field.value)))
        if field.value and (at := raw.find(field.value)) >= 0
        else field
        for field in fields
    )


def _disagreement(lines: Sequence[Line], kept: Sequence[bool], opinions: Opinions) -> list[Notice]:
    """Notice a body that both extractors see otherwise."""
    words = [len(_WORD.findall(line.text)) for line in lines]
    chosen = sum(size for size, keep in zip(words, kept, strict=True) if keep)
    shared = [
        sum(size for size, keep, other in zip(words, kept, opinion, strict=True) if keep and other)
        for opinion in opinions
    ]
    if chosen and max(shared) < chosen / 2:
        return [
            Notice(
                "extractors-disagree",
                None,
                "Two extractors see another article on this page; check the cuts.",
            )
        ]
    return []


def opinions_of(source: str, tree: html.HtmlElement, lines: Sequence[Line]) -> Opinions:
    """Ask two extractors which lines they keep."""
    found = trafilatura.bare_extraction(tree, with_metadata=False, include_comments=False, fast=True)
    first = (found.text or "") if isinstance(found, Document) else ""
    second = extract_plain_text(source, main_content=True, alt_texts=False, preserve_formatting=False)
    return lines_in(first, lines), lines_in(second, lines)


def lines_in(extracted: str, lines: Sequence[Line]) -> list[bool]:
    """Find the lines in an extracted text: short ones whole and in order, long ones by half of their word runs."""
    words = _WORD.findall(extracted)
    joined = f" {' '.join(words)} "
    runs = set(zip(words, words[1:], words[2:], words[3:], strict=False))
    kept, place = [], 0
    for line in lines:
        own = _WORD.findall(line.text)
        if len(own) >= _LONG_WORDS:
            there = [run in runs for run in zip(own, own[1:], own[2:], own[3:], strict=False)]
            kept.append(2 * sum(there) > len(there))
            place = max(place, joined.find(f" {' '.join(own[:4])} ", place)) if kept[-1] else place
            continue
        at = joined.find(f" {' '.join(own)} ", place) if own else -1
        kept.append(0 <= at < place + _NEARBY)
        place = at if kept[-1] else place
    return kept
