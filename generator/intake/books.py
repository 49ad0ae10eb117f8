"""What do EPUB and PDF files say?"""

from __future__ import annotations

import importlib
import io
import re
from collections.abc import Iterator

from lxml import etree

from generator.errors import SeedError
from generator.intake.blocks import blocks_of, light_source, parsed, texts
from generator.intake.extracted import article_of
from generator.intake.pages import page_characters
from generator.intake.source import Source, zip_members
from generator.model import RawArticle

_HYPHENATED = re.compile(r"(?<=\w)-\n(?=[a-zà-ÿ])")
_MAX_PAGES = 200
"""Of a PDF: longer ones are books, not articles."""


def book_articles(source: Source) -> Iterator[RawArticle | SeedError]:
    """Read an EPUB as one article, its documents in the order of the package's spine."""
    members = dict(zip_members(source.content, source.place))
    package = next((name for name in members if name.endswith(".opf")), None)
    if package is None:
        raise SeedError(source.place, None, "a ZIP archive, but no EPUB; unpack it and save the article")
    documents = _spine(members, package)
    trees = (parsed(light_source(page_characters(members[name]))) for name in documents if name in members)
    lines = [line for tree in trees if tree is not None for line in texts(blocks_of(tree))]
    yield article_of(source, "\n".join(lines))


def _spine(members: dict[str, bytes], package: str) -> list[str]:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=True)
    root = etree.fromstring(members[package], parser=parser)
    folder = package.rpartition("/")[0]
    items = {node.get("id"): node.get("href") for node in root.iter("{*}item")}
    order = (items.get(node.get("idref")) for node in root.iter("{*}itemref"))
    return [f"{folder}/{href}" if folder else href for href in order if href]


def pdf_articles(source: Source) -> Iterator[RawArticle | SeedError]:
    """Read a PDF as one article; its lines are joined to paragraphs.

    Raises:
        SeedError: the extra is not installed, or the file is no PDF with text.
    """
    try:
        pypdf = importlib.import_module("pypdf")
    except ImportError as error:
        raise SeedError(source.place, None, "a PDF; install variorum[documents] to read it") from error
    try:
        reader = pypdf.PdfReader(io.BytesIO(source.content))
        pages = [page.extract_text() or "" for page in reader.pages[:_MAX_PAGES]]
    except (pypdf.errors.PyPdfError, ValueError, KeyError, TypeError, RecursionError, OSError) as error:
        raise SeedError(source.place, None, f"not readable as PDF ({error}); save its text") from error
    yield article_of(source, unwrapped("\n\n".join(pages)))


def unwrapped(text: str) -> str:
    """Join the lines of a paragraph that a page's width has broken."""
    joined = _HYPHENATED.sub("", text)
    paragraphs: list[str] = []
    widest = max(map(len, joined.split("\n")), default=0)
    whole = True
    for line in joined.split("\n"):
        if not line.strip():
            whole = True
            continue
        if whole or not paragraphs:
            paragraphs.append(line.strip())
        else:
            paragraphs[-1] += f" {line.strip()}"
        whole = len(line) < 0.7 * widest and line.rstrip()[-1:] in '.!?”"»'
    return "\n".join(paragraphs)
