"""Which lines does an article have, and what do they say without Markdown's marks?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from markdown_it import MarkdownIt
from markdown_it.token import Token

from generator.model import RawArticle, SourceForm, Span

# Signs of Markdown that no other text has on a line of its own.
_ATX_HEADING = re.compile(r"^#{1,6} \S", re.MULTILINE)
_RULE = re.compile(r"^(?:-{3,}|\*{3,}|_{3,}|(?:\* ){2,}\*)[ \t]*$", re.MULTILINE)
_AUTOLINK = re.compile(r"<https?://[^<>\s]+>")
_EMPHASIS = re.compile(r"^\W{0,2}(\*{1,3})\S(?:.*\S)?\1$", re.MULTILINE)
_LINK = re.compile(r"\]\(https?://[^()\s]+\)")
_SIGNS = (
    (_ATX_HEADING, ("# ",)),
    (_RULE, ("---", "***", "___", "* *")),
    (_AUTOLINK, ("<http",)),
    (_EMPHASIS, ("*",)),
    (_LINK, ("](http",)),
)
"""Each with what stands in every text that has it: to look for that first is many times faster."""
_MARKS = ("\n---", "\n*", "\n_", "<http", "](http")
"""At least one of them stands in every text with two kinds of signs: a cheap first look."""
_MARKDOWN_SIGNS = 2
"""Kinds of signs that a `.txt` needs before it is read as Markdown: `# Iran` alone is a line of text."""

_KINDS = {
    "heading_open": "heading",
    "list_item_open": "list",
    "blockquote_open": "blockquote",
    "td_open": "table",
}


class Line(NamedTuple):
    """A line or soft-wrapped paragraph of the input that holds more than white space."""

    first: int
    """1-based line of `raw`."""
    last: int
    """1-based, included."""
    start: int
    """Code point of `raw` at which line `first` starts."""
    text: str
    """What a reader sees: without marks, stripped."""
    kind: str = "text"
    """`text`, `heading`, `list`, `table`, `blockquote`, `caption` or `rule`."""

    def span_in(self, raw: str, words: str) -> Span | None:
        """Return where in `raw` these words of the line stand; marks may lie between them."""
        parts = words.split()
        if not parts:
            return None
        at = raw.find(parts[0], self.start)
        if raw.startswith(words, at) and at >= 0:  # the same, without a pattern to compile
            return Span(at, at + len(words))
        found = re.compile(r"[\s*_\\`]+".join(map(re.escape, parts))).search(raw, self.start)
        return Span(*found.span()) if found else None


def looks_like_markdown(text: str) -> bool:
    """Tell whether a text without a telling suffix was written in Markdown."""
    if not any(mark in text for mark in _MARKS):
        return False
    likely = [sign for sign, parts in _SIGNS if any(part in text for part in parts)]
    return (
        len(likely) >= _MARKDOWN_SIGNS and sum(1 for sign in likely if sign.search(text)) >= _MARKDOWN_SIGNS
    )


def lines_of(raw: RawArticle) -> tuple[Line, ...]:
    """Return the lines that hold text, and Markdown's rules."""
    if raw.form is SourceForm.MARKDOWN:
        return tuple(_markdown_lines(raw.text, soft_wrapped=raw.path.lower().endswith((".md", ".markdown"))))
    return tuple(_plain_lines(raw.text))


def _plain_lines(text: str) -> Iterator[Line]:
    start = 0
    for number, line in enumerate(text.split("\n"), 1):
        if visible := line.strip():
            if visible[0] in "-*_" and _RULE.fullmatch(visible):
                yield Line(number, number, start, visible, "rule")
            else:
                yield Line(number, number, start, visible)
        start += len(line) + 1


def _markdown_lines(text: str, *, soft_wrapped: bool) -> Iterator[Line]:
    """Walk the token stream; `soft_wrapped` says that lists and character references are Markdown's too."""
    starts = [0]
    for line in text.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    kinds = ["text"]
    for token in _reader(soft_wrapped=soft_wrapped).parse(text):
        if token.nesting == 1:
            kinds.append(_KINDS.get(token.type, kinds[-1]))
        elif token.nesting == -1:
            kinds.pop()
        elif token.map and (visible := _visible(token)):
            first, after = token.map
            yield Line(first + 1, max(after, first + 1), starts[first], visible, _kind(token, kinds[-1]))


def _reader(*, soft_wrapped: bool) -> MarkdownIt:
    """Make a CommonMark reader without what turns prose into something else by accident."""
    reader = MarkdownIt("commonmark").enable("table")
    reader.disable(["code", "fence", "html_block", "reference", "lheading", "html_inline"])
    if not soft_wrapped:
        reader.disable(["list", "blockquote", "table", "entity"])
    return reader


def _kind(token: Token, parent: str) -> str:
    if token.type == "hr":
        return "rule"
    children = token.children or []
    only_image = any(child.type == "image" for child in children) and not _words(children)
    return "caption" if only_image else parent


def _visible(token: Token) -> str:
    if token.type == "hr":
        return token.markup
    children = token.children or []
    words = _words(children)
    return words or " ".join(child.content for child in children if child.type == "image").strip()


def _words(children: list[Token]) -> str:
    shown = (
        " " if child.type in ("softbreak", "hardbreak") else "" if child.type == "image" else child.content
        for child in children
    )
    return "".join(shown).strip()
