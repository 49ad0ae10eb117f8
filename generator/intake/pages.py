"""Which article does a saved web page hold?"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator

from generator.errors import SeedError
from generator.intake.blocks import blocks_of, parsed, texts
from generator.intake.decode import encoding_of, tidy_characters
from generator.intake.source import Source, article_id
from generator.model import ArticleId, RawArticle, SourceForm

_DECLARED = re.compile(rb"""<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w-]{3,20})""", re.IGNORECASE)


def page_articles(source: Source) -> Iterator[RawArticle | SeedError]:
    """Read an HTML file as one article."""
    yield page_article(
        page_characters(source.content), source, id_=article_id(source.stem), line=1, content=source.content
    )


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
    tree = parsed(html)
    blocks = blocks_of(tree) if tree is not None else ()
    if not any(re.search(r"\w", block.text) for block in blocks):
        return SeedError(source.place, line, "a page without visible text; save it again from the browser")
    text, notices = tidy_characters("\n".join(texts(blocks)))
    return RawArticle(
        id=id_,
        path=source.place,
        line=line,
        form=SourceForm.HTML,
        text=text,
        encoding="utf-8",
        sha256=hashlib.sha256(content).hexdigest(),
        html=html,
        notices=notices,
    )
