"""Which article does a saved web page hold?"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator

from resiliparse.extract.html2text import extract_plain_text

from generator.errors import SeedError
from generator.intake.blocks import is_heavy, light_source, texts, tree_and_blocks
from generator.intake.decode import encoding_of, tidy_characters
from generator.intake.source import Source, article_id, zip_members
from generator.model import ArticleId, Notice, RawArticle, SourceForm

_DECLARED = re.compile(rb"""<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w-]{3,20})""", re.IGNORECASE)


def page_articles(source: Source) -> Iterator[RawArticle | SeedError]:
    """Read an HTML file as one article; a SingleFile page may be a ZIP archive that opens as a page."""
    content = _packed_page(source) if _is_self_extracting(source.content) else source.content
    yield page_article(
        page_characters(content), source, id_=article_id(source.stem), line=1, content=source.content
    )


def _is_self_extracting(content: bytes) -> bool:
    return content[:4] == _ZIP_MEMBER or (_ZIP_MEMBER in content[:65536] and b"sfz" in content[:65536])


_ZIP_MEMBER = b"PK\x03\x04"


def _packed_page(source: Source) -> bytes:
    """Return the page inside a self-extracting archive.

    Raises:
        SeedError: it holds none, or can't be unpacked safely.
    """
    advice = "save it again as plain HTML (SingleFile: format “HTML”)"
    try:
        members = dict(zip_members(source.content, source.place))
    except SeedError as error:
        raise SeedError(
            source.place, None, f"a self-extracting archive that can't be read; {advice}"
        ) from error
    page = members.get("index.html")
    if page is None:
        raise SeedError(source.place, None, f"a self-extracting archive without a page; {advice}")
    return page


def page_characters(content: bytes) -> str:
    """Decode a page: what it declares counts where the bytes are no valid UTF-8."""
    encoding = encoding_of(content)
    declared = _DECLARED.search(content[:4096])
    if declared and not encoding.startswith("utf"):
        encoding = declared.group(1).decode("ascii")
    try:
        return content.decode(encoding, "replace").lstrip("\ufeff")
    except LookupError:
        return content.decode("cp1252", "replace")


def page_article(
    html: str, source: Source, *, id_: ArticleId, line: int, content: bytes
) -> RawArticle | SeedError:
    """Make the article of a page; its raw text is the page's visible blocks, one a line."""
    light = light_source(html)
    heavy = is_heavy(light)
    blocks = () if heavy else tree_and_blocks(light)[1]
    lines = tuple(texts(blocks)) or _lines_without_tree(light)
    if not any(re.search(r"\w", text) for text in lines):
        return SeedError(source.place, line, "a page without visible text; save it again from the browser")
    text, notices = tidy_characters("\n".join(lines))
    if heavy:
        message = "The page is larger or nested deeper than pages are; only its words were read."
        notices = (*notices, Notice("heavy-page", None, message))
    return RawArticle(
        id=id_,
        path=source.place,
        line=line,
        form=SourceForm.HTML,
        text=text,
        encoding="utf-8",
        sha256=hashlib.sha256(content).hexdigest(),
        html=light if blocks else None,
        notices=notices,
    )


def _lines_without_tree(html: str) -> tuple[str, ...]:
    """Read the text of a page that libxml2 would cut: deep or large ones."""
    text = extract_plain_text(html, main_content=False, alt_texts=False)
    return tuple(" ".join(line.split()) for line in text.split("\n") if line.strip())
