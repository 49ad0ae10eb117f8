"""Make one article of the text that was taken out of a file: of a book, of a word processor's document."""

from __future__ import annotations

import hashlib
import re

from generator.errors import SeedError
from generator.intake.decode import tidy_characters
from generator.intake.source import Source, article_id
from generator.model import RawArticle, SourceForm


def article_of(source: Source, text: str) -> RawArticle | SeedError:
    """Return the text as the file's only article, or that the file holds none."""
    tidy, notices = tidy_characters(text)
    if not re.search(r"\w", tidy):
        return SeedError(source.place, None, "holds no text, perhaps pictures of it; save the text")
    return RawArticle(
        id=article_id(source.stem),
        path=source.place,
        line=1,
        form=SourceForm.TEXT,
        text=tidy,
        encoding="utf-8",
        sha256=hashlib.sha256(source.content).hexdigest(),
        notices=notices,
    )
