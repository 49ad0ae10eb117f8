"""Which lines are the article's body, and why are the others hidden?

Every line that holds text ends up in the body or in exactly one cut.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from generator.intake.bylines import byline_names
from generator.intake.dates import dates_in
from generator.intake.furniture import NEVER_BODY, OWN_WORDS, CutRule, furniture_of
from generator.intake.linemodel import LineModel, Selection, line_model, select
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
INSIDE = "between the paragraphs"

_SENTENCE_END = re.compile(r"[.!?…:;][\"'”’»)\]]*$|[”\"»]$")
_ADDRESS_LINE = re.compile(r"(?:(?:source|original|link|url)\s*:\s*)?<?https?://\S+$", re.IGNORECASE)
_NAME_WORDS = 6
_LINES_OF_NAMES = 4
SURELY_BODY = 0.85
_NEARLY_ALL = 0.8
"""Of the kept characters: a box "Related articles" between the paragraphs has more of the body below it."""
HEADLINE_CHANCE = 0.5
"""Below it the text counts as one without a headline."""
OPENING_CHANCE = 0.75
"""Of a line of a text that is clean already: above it the line is named as the headline, and stays in the body."""


class Labeled(NamedTuple):
    """A line and what it is to the article."""

    line: Line
    label: str
    """`body`, or the reason for its cut."""
    is_headline: bool = False
    """True for a line that may be the headline and stays in the body."""


class Text(NamedTuple):
    """What is to be labeled."""

    lines: Sequence[Line]
    """All that hold something."""
    front_matter: int = 0
    """The first so many lines of the file are no text."""


def labeled(texts: Sequence[Text], *, model: LineModel | None = None) -> list[tuple[Labeled, ...]]:
    """Label every line of each text; many at once take less time each, and are labeled as if they were alone."""
    rules = [furniture_of([line.text for line in text.lines]) for text in texts]
    labels = [
        [
            FRONT_MATTER if line.last <= text.front_matter else _plain_label(line, rule) or ""
            for line, rule in zip(text.lines, found, strict=True)
        ]
        for text, found in zip(texts, rules, strict=True)
    ]
    held = [number for number, text in enumerate(texts) if text.lines]
    if not held:
        return [() for _ in texts]
    chosen = select(
        [[line.text for line in texts[number].lines] for number in held],
        [rules[number] for number in held],
        model or line_model(),
        marked=[any(label and label not in OWN_WORDS for label in labels[number]) for number in held],
    )
    selections = dict(zip(held, chosen, strict=True))
    return [
        _labeled(text.lines, rules[number], labels[number], selections[number]) if text.lines else ()
        for number, text in enumerate(texts)
    ]


def _labeled(
    lines: Sequence[Line], rules: list[CutRule | None], labels: list[str], selection: Selection
) -> tuple[Labeled, ...]:
    """Join what the rules and the model say of a text's lines."""
    _trust_the_model(labels, rules, selection)
    kept = [keep and not label for keep, label in zip(selection.kept.tolist(), labels, strict=True)]
    _drop_below_ending(lines, rules, kept)
    _drop_about_box(lines, kept)
    if not selection.clean:
        _drop_about_author(lines, labels, kept)
    _name_opening_lines(lines, labels, kept, clean=selection.clean)
    likeliest = selection.headline
    headline = _headline(lines, labels, kept, None if selection.clean else likeliest)
    stays = likeliest[0] if likeliest and selection.clean and likeliest[1] > OPENING_CHANCE else None
    first = next((i for i, keep in enumerate(kept) if keep), len(lines))
    last = next((i for i in range(len(kept) - 1, -1, -1) if kept[i]), -1)
    ending = ""
    for i, rule in enumerate(rules):
        ending = rule.name if rule and rule.ends_article and i > last else ending
        if not labels[i]:
            labels[i] = BODY if kept[i] else ending or _label_outside(lines, i, first, last)
    if headline is not None:
        _name_sections(labels, headline)
    entries = list(map(Labeled, lines, labels))
    if stays is not None and labels[stays] == BODY:
        entries[stays] = entries[stays]._replace(is_headline=True)
    return tuple(entries)


def _plain_label(line: Line, rule: CutRule | None) -> str | None:
    """Label what a line's own form or words tell, wherever it stands."""
    if line.kind in ("rule", "caption"):
        return RULE if line.kind == "rule" else PICTURE
    if "://" in line.text and _ADDRESS_LINE.match(line.text):
        return ADDRESS
    return rule.name if rule else None


def _trust_the_model(labels: list[str], rules: list[CutRule | None], selection: Selection) -> None:
    """Take back a rule's label where the model is sure of the line, or in a clean text if articles have such lines."""
    chances = selection.chances.tolist()
    for i, rule in enumerate(rules):
        if (
            rule
            and labels[i] == rule.name
            and rule.name not in NEVER_BODY
            and (chances[i] > SURELY_BODY or (selection.clean and rule.name in OWN_WORDS))
        ):
            labels[i], rules[i] = "", None


def _drop_below_ending(lines: Sequence[Line], rules: Sequence[CutRule | None], kept: list[bool]) -> None:
    """Drop what stands below a line that ends the article, if nearly all of the body stands above it."""
    if not any(rule and rule.ends_article for rule in rules):
        return
    words = [len(line.text) if keep else 0 for line, keep in zip(lines, kept, strict=True)]
    above, enough = 0, _NEARLY_ALL * sum(words)
    for i, rule in enumerate(rules):
        if rule and rule.ends_article and above > enough:
            kept[i:] = [False] * (len(kept) - i)
            return
        above += words[i]


def _drop_about_box(lines: Sequence[Line], kept: list[bool]) -> None:
    """Drop a box that tells who the outlet or author is: a name, then a text about that name."""
    texts = [line.text for line in lines]
    for name, (title, about) in enumerate(pairwise(texts)):
        is_box = title[:8] in about[:12] and is_about_box(title, about)
        if is_box and sum(kept[:name]) >= max(2, sum(kept) - 4):
            kept[name:] = [False] * (len(kept) - name)
            return


def _drop_about_author(lines: Sequence[Line], labels: list[str], kept: list[bool]) -> None:
    """Drop a closing line that tells who the author is: "Ann Writer is a columnist", her name alone or in a byline above."""
    last = [i for i, keep in enumerate(kept) if keep][-_LINES_OF_NAMES:]
    for i in last[1:]:
        found = _TELLS_OF.match(lines[i].text)
        if found and _is_named_above(found["name"], lines[:i]):
            labels[i], kept[i] = ABOUT, False


def _is_named_above(name: str, lines: Sequence[Line]) -> bool:
    return any(
        line.text.strip(" ,:|") == name or name in (byline_names(line.text) or "")
        for line in lines
        if name in line.text and len(line.text) < _LONGEST_BYLINE
    )


_TELLS_OF = re.compile(
    r"(?P<name>[A-ZÀ-Þ][\w.'’-]*(?: [A-ZÀ-Þ][\w.'’-]*){1,3}),? (?:covers|writes|reports|joined|lives in|works|"
    r"(?:is|was|has been)\b.{0,120}\b(?:authors?|writer|editor|reporter|columnist|journalist|correspondent|contributor|"
    r"professor|lecturer|fellow|founder|director|critic|analyst|blogger|producer))\b"
)
_LONGEST_BYLINE = 120


def _name_opening_lines(lines: Sequence[Line], labels: list[str], kept: list[bool], *, clean: bool) -> None:
    """Label bylines and lines of name and date above the first paragraph; in clean texts bylines only."""
    opening = range(min(_LINES_OF_NAMES, len(lines)))
    if not clean:
        first = next((i for i, keep in enumerate(kept) if keep), len(lines))
        opening = range(min(first + _LINES_OF_NAMES, len(lines)))
    for i in opening:
        line = lines[i]
        if i >= _LINES_OF_NAMES and not kept[i]:
            continue
        if line.text.count(" ") > 2 * _NAME_WORDS and _SENTENCE_END.search(line.text):
            return
        if not kept[i] or labels[i]:
            continue
        if byline_names(line.text):
            labels[i], kept[i] = BYLINE, False
        elif not clean and is_credit_line(line.text):
            labels[i], kept[i] = CREDIT, False


def _headline(
    lines: Sequence[Line], labels: list[str], kept: list[bool], likeliest: tuple[int, float] | None
) -> int | None:
    """Mark the headline: Markdown's first heading above the body, else the model's choice where it is sure."""
    first = next((i for i, keep in enumerate(kept) if keep), len(lines))
    chosen = next((i for i in range(first + 1) if i < len(lines) and lines[i].kind == "heading"), None)
    if chosen is None and likeliest and likeliest[1] > HEADLINE_CHANCE and not labels[likeliest[0]]:
        chosen = likeliest[0]
    if chosen is not None:
        labels[chosen], kept[chosen] = HEADLINE, False
    return chosen


def _name_sections(labels: list[str], headline: int) -> None:
    """Call what stands just above the headline a section's or the outlet's name."""
    for i in range(max(0, headline - _LINES_OF_NAMES), headline):
        if labels[i] == ABOVE:
            labels[i] = SECTION


def _label_outside(lines: Sequence[Line], i: int, first: int, last: int) -> str:
    if i < first:
        return _label_above(lines[i])
    if i > last:
        return _label_below(lines, i, last)
    opening = _label_above(lines[i]) if i - first < _LINES_OF_NAMES else ABOVE
    return INSIDE if opening == ABOVE else opening


def is_about_box(name: str, about: str) -> bool:
    """Tell whether `about` introduces the person or body that the short line `name` names."""
    if (
        name[:8] not in about[:12]
        or name.count(" ") >= _NAME_WORDS
        or _SENTENCE_END.search(name)
        or not name[:1].isupper()
    ):
        return False
    opening = about.removeprefix("The ").removeprefix("the ")
    return opening.startswith(name) and bool(_INTRODUCES.match(opening[len(name) :]))


_INTRODUCES = re.compile(r",? (?:is|are|was|were|which|who|has|covers|writes|reports|publishes)\b|, [a-z]")


def _label_above(line: Line) -> str:
    if byline_names(line.text):
        return BYLINE
    return CREDIT if is_credit_line(line.text) else ABOVE


def is_credit_line(text: str) -> bool:
    """Tell whether a line is a date with at most a name: "Press TV – July 14, 2019"."""
    if len(text) > 80:  # noqa: PLR2004 - a name and a date
        return False
    dates = dates_in(text)
    if not dates:
        return False
    rest = text[: dates[0].span.start] + text[dates[-1].span.end :]
    return len(re.findall(r"\w+", rest)) <= _NAME_WORDS + 2


def _label_below(lines: Sequence[Line], i: int, last: int) -> str:
    text = lines[i].text
    if byline_names(text):
        return BYLINE
    if i > last + 1 and is_about_box(lines[i - 1].text, text):
        return ABOUT
    near = i - last <= _LINES_OF_NAMES
    return CREDIT if near and text.count(" ") < _NAME_WORDS and not _SENTENCE_END.search(text) else BELOW


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
