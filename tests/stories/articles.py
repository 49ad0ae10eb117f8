"""Articles for the tests of this folder."""

from __future__ import annotations

import re
from pathlib import Path

from generator.intake.articles import article_from
from generator.intake.read import read_seed, seed_files
from generator.model import (
    Article,
    ArticleId,
    Field,
    FieldStatus,
    Paragraph,
    RawArticle,
    ReadArticle,
    Span,
)

SEEDS = Path(__file__).parents[2] / "seeds"
_LINE = re.compile(r"[^\n]*\S[^\n]*")


def read_seeds() -> tuple[ReadArticle, ...]:
    """Return the seeds in the order of their names, without quotes."""
    return tuple(
        ReadArticle(article_from(raw))
        for path in seed_files(SEEDS)
        for raw in read_seed(path, seeds=SEEDS)
        if isinstance(raw, RawArticle)
    )


def read(text: str, name: str = "a", **stated: str) -> ReadArticle:
    """Return an article of this body, one paragraph a line, that states these fields."""
    paragraphs = tuple(
        Paragraph(Span(*found.span()), text.count("\n", 0, found.start()) + 1)
        for found in _LINE.finditer(text)
    )
    fields = tuple(Field(key, FieldStatus.STATED, value) for key, value in stated.items())
    return ReadArticle(Article(ArticleId(name), f"{name}.txt", name, text, text, paragraphs, fields=fields))
