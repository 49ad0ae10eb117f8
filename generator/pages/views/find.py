"""The page on which a reader pastes a sentence and sees which articles print it, or nearly."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from generator.pages.views.base import View
from generator.pages.words import Phrase

PATH = "find/index.md"
ARTICLES = "data/articles.jsonl"
QUOTES = "data/quotes.jsonl"


@dataclass(frozen=True, slots=True, kw_only=True)
class FindPage(View):
    """What the page says; a script does the finding, on the published data files."""

    TEMPLATE: ClassVar[str] = "find.md.j2"

    articles: str
    """Path of the file that is searched."""
    quotes: str


def view() -> FindPage:
    """Return what the page says."""
    return FindPage(
        path=PATH,
        title=Phrase("Find a quotation"),
        description=Phrase("Paste a sentence and see every article here that prints it, or nearly."),
        articles=ARTICLES,
        quotes=QUOTES,
    )
