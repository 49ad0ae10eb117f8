"""Where do a body's sentences start and end, and in which paragraph does each stand?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.model import Article, Paragraph, Span


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the body, without the space around it."""

    span: Span
    paragraph: int
    """0-based ordinal of its paragraph."""


_END = re.compile(
    r"""(?P<stop>[.!?…]+["'”’»)\]]*|[.!?…]*(?:''|”))"""  # full stops and closing marks,
    r"""[^\S\n]+"""  # space,
    r"""(?=["'“‘«(\[`]*[^\W_a-z])"""  # and something that can start a sentence: a capital or a digit
)
_LAST_WORD = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]?$|[\w'’-]+$")
_STARTERS = frozenset(
    [
        "The",
        "A",
        "An",
        "In",
        "On",
        "At",
        "It",
        "He",
        "She",
        "They",
        "We",
        "I",
        "But",
        "And",
        "This",
        "That",
        "These",
        "Those",
        "Its",
        "His",
        "Her",
        "Their",
        "There",
        "If",
        "When",
        "While",
        "After",
        "Before",
        "As",
        "For",
        "However",
        "Meanwhile",
        "Earlier",
        "Last",
        "Some",
        "Many",
        "Most",
        "No",
        "Not",
    ]
)
_NEVER_LAST = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "dr",
        "prof",
        "gen",
        "sen",
        "rep",
        "gov",
        "lt",
        "col",
        "sgt",
        "capt",
        "cmdr",
        "maj",
        "adm",
        "rev",
        "hon",
        "pres",
        "st",
        "mt",
        "ft",
        "no",
        "nos",
        "vs",
        "fig",
        "jan",
        "feb",
        "mar",
        "apr",
        "aug",
        "sept",
        "sep",
        "oct",
        "nov",
        "dec",
        "messrs",
        "supt",
        "dept",
    ]
)
_NEXT_WORD = re.compile(r"\W*(\w+)")
_SPEECH = re.compile(r"[.!?…]*(?:''|”)$")


def sentences_of(article: Article) -> tuple[Sentence, ...]:
    """Return the sentences of every paragraph, in text order; a paragraph's end ends a sentence."""
    return sentences_in(article.text, article.paragraphs)


def sentences_in(text: str, paragraphs: Sequence[Paragraph]) -> tuple[Sentence, ...]:
    """Return the sentences of some paragraphs of a text, in text order."""
    return tuple(
        Sentence(span, ordinal)
        for ordinal, paragraph in enumerate(paragraphs)
        for span in sentence_spans(text, paragraph.span)
    )


def sentence_spans(text: str, within: Span) -> Iterator[Span]:
    """Yield the sentences inside one paragraph."""
    start = within.start
    for found in _END.finditer(text, within.start, within.end):
        if _ends(text, start, found):
            if span := _trimmed(text, start, found.end("stop")):
                yield span
            start = found.end()
    if span := _trimmed(text, start, within.end):
        yield span


def _ends(text: str, start: int, found: re.Match[str]) -> bool:
    """Tell whether the full stop ends a sentence, and does not belong to an abbreviation."""
    stop = found["stop"]
    if stop[0] not in ".!?…":  # a closing mark alone ends nothing: “mere lies” Iran said
        return False
    if stop != ".":
        return not stop.startswith("...") or stop[-1] in "”\"'"
    # no word holds a space: to look for the last one from the sentence's start took most of the time
    word = _LAST_WORD.search(text, max(start, text.rfind(" ", start, found.start())), found.start())
    last = word[0] if word else ""
    following = _NEXT_WORD.match(text, found.end(), found.end() + 40)
    starter = bool(following and following[1] in _STARTERS)
    if "." in last or (len(last) == 1 and last.isalpha() and last != "I"):
        return starter
    return last.lower() not in _NEVER_LAST


def _trimmed(text: str, start: int, end: int) -> Span | None:
    piece = text[start:end]
    left = start + len(piece) - len(piece.lstrip())
    right = start + len(piece.rstrip())
    return Span(left, right) if left < right else None
