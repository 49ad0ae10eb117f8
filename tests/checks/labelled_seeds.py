"""The five seeds as a careful reader sees them: body lines and quotes from hand labels, no stage of ours."""

from __future__ import annotations

import hashlib
import json
from functools import cache
from pathlib import Path
from typing import Any

from generator.model import (
    Article,
    ArticleId,
    Cut,
    Field,
    FieldStatus,
    Paragraph,
    Polarity,
    Quote,
    QuoteId,
    QuoteKind,
    ReadArticle,
    Relation,
    Span,
    Speaker,
    SpeakerId,
    Version,
)
from generator.text import quote_key, slug

ROOT = Path(__file__).parents[2]
GOLD = ROOT / "tests" / "gold"
SEEDS = ROOT / "seeds"
PUBLISHED = {
    "000_deb20142414e904d": ("--07-15", FieldStatus.PARTIAL, "Tehran, July 15 (RHC)--"),
    "001_151755ee29b01678": ("2019-07-14", FieldStatus.STATED, "July 14, 2019"),
}


def _rows(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (GOLD / name).read_text(encoding="utf-8").splitlines()]


class Offsets:
    """Where a code point of the raw file stands in the body, and back."""

    def __init__(self, raw: str, body: set[int]) -> None:
        self.pieces: list[tuple[int, int, int]] = []
        self.paragraphs: list[Paragraph] = []
        lines, start, at = [], 0, 0
        for number, line in enumerate(raw.split("\n"), start=1):
            if number in body:
                at += 2 if lines else 0
                self.pieces.append((start, at, len(line)))
                self.paragraphs.append(Paragraph(Span(at, at + len(line)), number))
                lines.append(line)
                at += len(line)
            start += len(line) + 1
        self.text = "\n\n".join(lines)

    def to_text(self, start: int, end: int) -> Span:
        raw, text, _ = next(piece for piece in self.pieces if piece[0] <= start <= piece[0] + piece[2])
        return Span(start - raw + text, end - raw + text)

    def to_raw(self, span: Span) -> Span:
        raw, text, _ = next(piece for piece in self.pieces if piece[1] <= span.start <= piece[1] + piece[2])
        return Span(span.start - text + raw, span.end - text + raw)


@cache
def labelled_seeds() -> dict[str, tuple[ReadArticle, Offsets]]:
    """Return each seed as its labels have it, with the offsets between its two texts."""
    labels = _rows("seeds_lines_gold.jsonl")
    return {
        row["id"]: _read_article(row, [label for label in labels if label["file"] == row["file"]])
        for row in _rows("seeds_quotes.jsonl")
    }


def _read_article(row: dict[str, Any], labels: list[dict[str, Any]]) -> tuple[ReadArticle, Offsets]:
    raw = (SEEDS / row["file"]).read_bytes().decode()
    assert raw == row["text"]
    offsets = Offsets(raw, {label["line_no"] for label in labels if label["label"] == "body"})
    kept = {"body", "blank", "headline"}
    article = Article(
        id=ArticleId(row["id"]),
        path=row["file"],
        sha256=hashlib.sha256(raw.encode()).hexdigest(),
        raw=raw,
        text=offsets.text,
        paragraphs=tuple(offsets.paragraphs),
        cuts=tuple(
            Cut(label["line_no"], label["line_no"], label["label"])
            for label in labels
            if label["label"] not in kept
        ),
        fields=tuple(_fields(row["id"], raw, labels)),
    )
    quotes = [_quote(row["id"], number, quote, offsets) for number, quote in enumerate(row["quotes"])]
    return ReadArticle(article, tuple(quotes)), offsets


def _fields(article: str, raw: str, labels: list[dict[str, Any]]) -> list[Field]:
    found = []
    if article in PUBLISHED:
        value, status, words = PUBLISHED[article]
        at = raw.index(words)
        found.append(Field("published", status, value, Span(at, at + len(words))))
    for label in labels:
        if label["label"] == "headline":
            line = raw.split("\n")[label["line_no"] - 1].strip("#* ")
            at = raw.index(line)
            found.append(Field("headline", FieldStatus.STATED, line, Span(at, at + len(line))))
    return found


def _quote(article: str, number: int, gold: dict[str, Any], offsets: Offsets) -> Quote:
    parts = tuple(offsets.to_text(*span) for span in gold["spans"])
    words = " … ".join(part.of(offsets.text) for part in parts)
    name = gold["speaker_canonical"]
    speaker = Speaker(SpeakerId(slug(name)), name) if name else None
    return Quote(
        id=QuoteId(f"{article}-{quote_key(words)}-{number}"),
        article=ArticleId(article),
        key=quote_key(words),
        kind=QuoteKind(gold["type"]),
        parts=parts,
        words=words,
        polarity=Polarity(gold.get("polarity") or "affirmed"),
        cue=offsets.to_text(*gold["cue_span"]) if gold.get("cue_span") else None,
        mention=offsets.to_text(*gold["speaker_span"]) if gold.get("speaker_span") else None,
        speaker=speaker,
    )


def reuse() -> tuple[Version, ...]:
    """Return what is known of the two July seeds: all of the one stands in the other."""
    a, b = ArticleId("000_deb20142414e904d"), ArticleId("001_151755ee29b01678")
    return (Version(a, b, Relation.ABRIDGED, 0.97, 0.74, 0.96, 0.76),)
