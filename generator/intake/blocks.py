"""Which blocks of text does a page show, in reading order?"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree, html

from generator.intake.limits import MAX_HTML_BYTES, MAX_HTML_DEPTH, MAX_HTML_TAGS, MAX_LINES, MAX_TAG_BYTES

HIDDEN = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "iframe",
        "object",
        "embed",
        "head",
        "select",
        "option",
        "datalist",
        "math",
        "canvas",
        "audio",
        "video",
    ]
)
"""Tags whose text no reader sees, or sees as controls."""

_BLOCK = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "button",
        "caption",
        "center",
        "dd",
        "details",
        "dialog",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "label",
        "legend",
        "li",
        "main",
        "menu",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
    ]
)
_HOLDS_HINTS = _BLOCK | {"span", "html"}
_DATA_URI = re.compile(r"data:[\w.+-]+/[\w.+-]+[^\s\"'<>,]{0,200},[^\s\"'<>)]{64,}")
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,200}\?>")
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Block:
    """A run of text between two block tags."""

    text: str
    path: tuple[str, ...]
    """Tags from the root to the block, `html` first."""
    linked: int
    """Characters of the text that lie in links."""
    hints: str = ""
    """Classes, ids and roles of the block and what holds it, outermost first."""


@dataclass(slots=True)
class _Walk:
    """A block in the making."""

    blocks: list[Block] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    linked: int = 0


def _without_long_tags(source: str) -> str:
    """Cut tags with more attributes than any page has, in linear time."""
    parts = source.split(">")
    if max(map(len, parts)) <= MAX_TAG_BYTES:
        return source
    return ">".join(
        part[: part.rfind("<")] + "<br"
        if len(part) - part.rfind("<") > MAX_TAG_BYTES and "<" in part
        else part
        for part in parts
    )


def is_heavy(source: str) -> bool:
    """Tell whether a page would keep extractors busy for long, or lose text in them without a word."""
    if len(source) > MAX_HTML_BYTES or source.count("<") > 2 * MAX_HTML_TAGS:
        return True
    depth = deepest = 0
    for found in _NESTING.finditer(source):
        depth += -1 if found.group(1) else 1
        deepest = max(deepest, depth)
        if deepest > MAX_HTML_DEPTH:
            return True
    return False


_NESTING = re.compile(
    r"<(/)?(?:div|span|section|article|ul|ol|table|tr|td|blockquote|b|i|em|font)\b", re.IGNORECASE
)


def parsed(source: str) -> html.HtmlElement | None:
    """Parse a page whose source is light already."""
    parser = html.HTMLParser(remove_comments=True, remove_pis=True, huge_tree=True, recover=True)
    try:
        return html.document_fromstring(source, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None


@functools.lru_cache(maxsize=1)
def tree_and_blocks(source: str) -> tuple[html.HtmlElement | None, tuple[Block, ...]]:
    """Parse a page and lay out its blocks; reading and cleaning of one article ask in turn."""
    tree = parsed(source)
    return tree, blocks_of(tree) if tree is not None else ()


def blocks_of(tree: html.HtmlElement) -> tuple[Block, ...]:
    """Return the visible blocks in document order."""
    walk = _Walk()
    path: list[str] = []
    hints: list[str] = []
    links = 0
    hidden = _hidden_nodes(tree)
    events = etree.iterwalk(tree, events=("start", "end"))
    for event, node in events:
        tag = node.tag
        if tag in _BLOCK or tag == "br":
            _flush(walk, path, hints)
            if len(walk.blocks) >= MAX_LINES:
                break
        if event == "start":
            path.append(tag)
            hints.append(_hints(node) if tag in _HOLDS_HINTS else "")
            links += tag == "a"
            if tag in HIDDEN or node in hidden:
                events.skip_subtree()
            else:
                _add(walk, node.text, linked=links > 0)
        else:
            path.pop()
            hints.pop()
            links -= tag == "a"
            _add(walk, node.tail, linked=links > 0)
    _flush(walk, path, hints)
    return tuple(walk.blocks[:MAX_LINES])


def _hidden_nodes(tree: html.HtmlElement) -> frozenset[html.HtmlElement]:
    """Return the nodes that the page's markup hides from readers."""
    marked = _MAY_HIDE(tree)
    if not marked:
        return frozenset()
    characters = _visible_characters(tree)
    return frozenset(node for node in marked if _is_hidden(node, characters))


_MAY_HIDE = etree.XPath("//*[@hidden or contains(@style, 'display')]")


def _visible_characters(tree: html.HtmlElement) -> int:
    """Count the characters outside scripts and the like."""
    return sum(
        len(node.text or "") * (node.tag not in HIDDEN) + len(node.tail or "")
        for node in tree.iter()
        if isinstance(node.tag, str)
    )


_MOST_OF_PAGE = 0.5
"""A wrapper around so much of the text is hidden only until the page's script shows it."""


def _is_hidden(node: html.HtmlElement, characters: int) -> bool:
    marked = node.get("hidden") is not None or "display:none" in (node.get("style") or "").replace(" ", "")
    return marked and len("".join(node.itertext())) < _MOST_OF_PAGE * characters


def _hints(node: html.HtmlElement) -> str:
    return " ".join(filter(None, (node.get("class"), node.get("id"), node.get("role"), node.get("itemprop"))))


def _add(walk: _Walk, words: str | None, *, linked: bool) -> None:
    if words:
        walk.words.append(words)
        walk.linked += len(words.strip()) if linked else 0


def _flush(walk: _Walk, path: list[str], hints: list[str]) -> None:
    if not walk.words:
        return
    text = " ".join("".join(walk.words).split())
    if text:
        walk.blocks.append(
            Block(text, tuple(path), min(walk.linked, len(text)), " ".join(filter(None, hints)))
        )
    walk.words.clear()
    walk.linked = 0


def texts(blocks: tuple[Block, ...]) -> Iterator[str]:
    """Yield each block's text."""
    return (block.text for block in blocks)


def light_source(source: str) -> str:
    """Return a page's source without data: URIs, endless tags, forbidden characters and what is over the limit."""
    light = _DATA_URI.sub("data:,", source) if "data:" in source else source[: MAX_HTML_BYTES + MAX_TAG_BYTES]
    light = _without_long_tags(light)
    return _FORBIDDEN.sub("", _XML_DECLARATION.sub("", light))[:MAX_HTML_BYTES]
