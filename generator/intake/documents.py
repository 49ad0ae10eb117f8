"""Which text does a document of a word processor hold: .docx of Word, .odt of LibreOffice?"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from generator.errors import SeedError
from generator.intake.extracted import article_of
from generator.intake.source import Source, zip_members
from generator.model import RawArticle

_BODIES = ("word/document.xml", "content.xml")
_PARAGRAPHS = ("p", "h")
"""Local names, in both formats; Word's headings are paragraphs with a style."""
_DROPPED = ("del", "moveFrom", "instrText", "annotation", "tracked-changes", "note")
"""What stands in a document and not in its text: deleted words, fields, remarks, footnotes."""
_SPACE = {"br": "\n", "cr": "\n", "line-break": "\n", "tab": "\t", "s": " "}


def document_articles(source: Source) -> Iterator[RawArticle | SeedError]:
    """Read a document as one article, a paragraph a line; entities are never expanded.

    Raises:
        SeedError: it is no such document.
    """
    members = {
        name: content for name, content in zip_members(source.content, source.place) if name in _BODIES
    }
    body = next((members[name] for name in _BODIES if name in members), None)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(body or b"", parser=parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise SeedError(source.place, None, "not readable as a document; save it as .txt or .html") from error
    yield article_of(source, "\n".join(_lines(root)))


def _lines(root: etree._Element) -> Iterator[str]:
    """Yield the paragraphs that do not stand inside another one."""
    for node in root.iter(etree.Element):
        if _name(node) in _PARAGRAPHS and not any(
            _name(above) in (*_PARAGRAPHS, *_DROPPED) for above in node.iterancestors()
        ):
            yield "".join(_words(node)).strip()


def _words(node: etree._Element) -> Iterator[str]:
    """Yield the words of a paragraph; Word has them in elements of their own, and white space between them for show."""
    word = "wordprocessingml" in str(node.tag)
    waiting: list[tuple[etree._Element, bool]] = [(node, False)]
    while waiting:
        current, after = waiting.pop()
        if after:
            yield "" if word else current.tail or ""
            continue
        if current is not node:
            waiting.append((current, True))
        if not isinstance(current.tag, str) or _name(current) in _DROPPED:
            continue
        yield _SPACE.get(_name(current), "")
        yield (current.text or "") if not word or _name(current) == "t" else ""
        waiting.extend((child, False) for child in reversed(current))


def _name(node: etree._Element) -> str:
    return node.tag.rsplit("}", 1)[-1] if isinstance(node.tag, str) else ""
