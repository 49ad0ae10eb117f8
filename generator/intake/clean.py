"""Which lines are the article's body, and why are the others hidden?

Every line that holds text ends up in the body or in exactly one cut.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from generator.intake.dates import dates_in
from generator.intake.furniture import furniture
from generator.intake.lines import Line
from generator.model import Cut, Paragraph, Span

BODY = "body"
HEADLINE = "headline"
SECTION = "section"
CREDIT = "credit"
BYLINE = "byline"
POSTING = "posting line"
ADDRESS = "address"
ABOUT = "about the outlet or author"
RULE = "rule"
PICTURE = "picture"
FRONT_MATTER = "front matter"
ABOVE = "above the article"
BELOW = "below the article"

_SENTENCE_END = re.compile(r"[.!?…:;][\"'”’»)\]]*$|[”\"»]$")
_ADDRESS_LINE = re.compile(r"(?:(?:source|original|link|url)\s*:\s*)?<?https?://\S+$", re.IGNORECASE)
_BYLINE = re.compile(
    r"(?:by|written by|reported by|reporting by|author:)\s+[A-Z]\S*(?:[\s,&]+(?:and\s+)?\S+){0,12}$"
)
_PROSE_WORDS = 12
_NAME_WORDS = 6
_HEADLINE_WORDS = range(2, 41)


@dataclass(frozen=True, slots=True)
class Labeled:
    """A line and what it is to the article."""

    line: Line
    label: str
    """`body`, or the reason for its cut."""


def is_prose(text: str) -> bool:
    """Tell whether a line reads like a paragraph: a sentence of some length."""
    words = text.count(" ") + 1
    return (words >= _PROSE_WORDS and bool(_SENTENCE_END.search(text))) or words > 3 * _PROSE_WORDS


def labeled(lines: Sequence[Line], *, front_matter: int = 0) -> tuple[Labeled, ...]:
    """Label every line of an article."""
    labels = [FRONT_MATTER if line.last <= front_matter else "" for line in lines]
    prose = [i for i, line in enumerate(lines) if not labels[i] and is_prose(line.text)]
    if not prose:
        return _without_prose(lines, labels)
    first, end = prose[0], _end_of_article(lines, prose)
    last = max(i for i in prose if i < end)
    last = _before_about_box(lines, first, last)
    for i, line in enumerate(lines):
        if labels[i]:
            continue
        if i < first:
            labels[i] = _label_above(line)
        elif i <= last:
            labels[i] = _label_inside(line)
        else:
            labels[i] = _label_below(lines, i, last)
    _mark_headline(lines, labels, first)
    return tuple(map(Labeled, lines, labels))


def _without_prose(lines: Sequence[Line], labels: list[str]) -> tuple[Labeled, ...]:
    return tuple(
        Labeled(line, label or _label_inside(line)) for line, label in zip(lines, labels, strict=True)
    )


def _end_of_article(lines: Sequence[Line], prose: Sequence[int]) -> int:
    """Return the index of the first line that ends the article, below at least one paragraph."""
    for i in range(prose[0] + 1, len(lines)):
        rule = furniture(lines[i].text)
        if rule and rule.ends_article:
            return i
    return len(lines)


def _before_about_box(lines: Sequence[Line], first: int, last: int) -> int:
    """Step back over a box that tells who the outlet or author is: a name, then a text about that name."""
    for name in range(last - 1, max(first, last - 3), -1):
        if is_about_box(lines[name].text, lines[name + 1].text):
            return max(i for i in range(first, name) if is_prose(lines[i].text)) if name > first else last
    return last


def is_about_box(name: str, about: str) -> bool:
    """Tell whether `about` introduces the person or body that the short line `name` names."""
    words = name.split()
    if len(words) > _NAME_WORDS or _SENTENCE_END.search(name) or not name[:1].isupper():
        return False
    opening = about.removeprefix("The ").removeprefix("the ")
    return opening.startswith(name) and bool(_INTRODUCES.match(opening[len(name) :]))


_INTRODUCES = re.compile(r",? (?:is|are|was|were|which|who|has|covers|writes|reports|publishes)\b|, [a-z]")


def _plain_label(line: Line) -> str | None:
    """Label what a line's own form or words tell, wherever it stands."""
    if line.kind in ("rule", "caption"):
        return RULE if line.kind == "rule" else PICTURE
    if _ADDRESS_LINE.match(line.text):
        return ADDRESS
    rule = furniture(line.text)
    return rule.name if rule else None


def _label_above(line: Line) -> str:
    if line.kind == "heading":
        return HEADLINE
    if _BYLINE.match(line.text):
        return BYLINE
    return _plain_label(line) or (CREDIT if is_credit_line(line.text) else ABOVE)


def is_credit_line(text: str) -> bool:
    """Tell whether a line is a date with at most a name: "Press TV – July 14, 2019"."""
    dates = dates_in(text)
    if not dates or len(text) > 80:  # noqa: PLR2004 - a name and a date
        return False
    rest = text[: dates[0].span.start] + text[dates[-1].span.end :]
    return len(re.findall(r"\w+", rest)) <= _NAME_WORDS + 2


def _label_inside(line: Line) -> str:
    return _plain_label(line) or BODY


def _label_below(lines: Sequence[Line], i: int, last: int) -> str:
    text = lines[i].text
    own = _plain_label(lines[i])
    if own:
        return own
    ending = next(
        (r.name for j in range(i, last, -1) if (r := furniture(lines[j].text)) and r.ends_article), None
    )
    if ending:
        return ending
    if i > last + 1 and is_about_box(lines[i - 1].text, text):
        return ABOUT
    sentence = bool(_SENTENCE_END.search(text))
    if len(text.split()) <= _NAME_WORDS and not sentence:
        return CREDIT
    return BODY if sentence and i == last + 1 else BELOW


def _mark_headline(lines: Sequence[Line], labels: list[str], first: int) -> None:
    """Take a heading, else the nearest fitting line above the body, for the headline; names above it are sections."""
    above = [i for i in range(first) if labels[i] in (ABOVE, HEADLINE)]
    headings = [i for i in above if labels[i] == HEADLINE]
    fitting = [i for i in above if len(lines[i].text.split()) in _HEADLINE_WORDS]
    chosen = headings[0] if headings else fitting[-1] if fitting else None
    for i in above:
        labels[i] = HEADLINE if i == chosen else SECTION if chosen is not None and i < chosen else ABOVE


def body_of(labels: Sequence[Labeled]) -> tuple[str, tuple[Paragraph, ...]]:
    """Join the body's lines; return the text and its paragraphs."""
    paragraphs = []
    start = 0
    kept = [entry.line for entry in labels if entry.label == BODY]
    for line in kept:
        paragraphs.append(Paragraph(Span(start, start + len(line.text)), line.first, line.kind))
        start += len(line.text) + 2
    return "\n\n".join(line.text for line in kept), tuple(paragraphs)


def cuts_of(labels: Sequence[Labeled]) -> tuple[Cut, ...]:
    """Return the hidden lines, neighbors with one reason in one cut."""
    cuts = []
    for reason, run in groupby(labels, key=lambda entry: entry.label):
        if reason != BODY:
            hidden = list(run)
            cuts.append(Cut(hidden[0].line.first, hidden[-1].line.last, reason))
    return tuple(cuts)
