"""A collation as TEI parallel segmentation, the form that editions of texts with variants use.

Each sentence is a `seg`. Where the versions differ it holds one `app` with the readings: versions
that print the same characters share a `rdg`; one that lacks the sentence has an empty one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape, quoteattr

from generator.model import Alike, ReadArticle
from generator.stories.witnesses import Row, WitnessTable

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that an XML 1.0 document can't hold, not even as a reference."""


def tei(table: WitnessTable, reads: Sequence[ReadArticle], *, title: str) -> str:
    """Return the document; `reads` are the table's versions in its order, named `w1`, `w2`, …."""
    witnesses = "\n".join(
        f'      <witness xml:id="w{number}">{_text(_source(read))}</witness>'
        for number, read in enumerate(reads, start=1)
    )
    segments = "\n".join(_segment(row, reads, number) for number, row in enumerate(table.rows, start=1))
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0">
  <teiHeader>
    <fileDesc>
      <titleStmt><title>{_text(title)}</title></titleStmt>
      <publicationStmt><p>Made by Variorum from articles that belong to their publishers.</p></publicationStmt>
      <sourceDesc><listWit>
{witnesses}
      </listWit></sourceDesc>
    </fileDesc>
    <encodingDesc><variantEncoding method="parallel-segmentation" location="internal"/></encodingDesc>
  </teiHeader>
  <text><body><ab>
{segments}
  </ab></body></text>
</TEI>
"""


def _source(read: ReadArticle) -> str:
    article = read.article
    facts = (article.value("outlet"), article.value("published"), article.value("headline"))
    return ", ".join(fact for fact in facts if fact) or article.id


def _segment(row: Row, reads: Sequence[ReadArticle], number: int) -> str:
    readings: dict[tuple[str, str], list[int]] = {}
    for place, (cell, read) in enumerate(zip(row.cells, reads, strict=True), start=1):
        words = cell.span.of(read.article.text) if cell else ""
        moved = "moved" if cell and cell.kind is Alike.MOVED else ""
        readings.setdefault((words, moved), []).append(place)
    if len(readings) == 1:
        ((words, _),) = readings
        return f'    <seg n="{number}">{_text(words)}</seg>'
    level = f" type={quoteattr(row.level)}" if row.level else ""
    return f'    <seg n="{number}"><app{level}>{"".join(_readings(readings))}</app></seg>'


def _readings(readings: dict[tuple[str, str], list[int]]) -> Iterator[str]:
    for (words, moved), places in readings.items():
        witnesses = " ".join(f"#w{place}" for place in places)
        kind = ' type="moved"' if moved else ""
        yield f'<rdg wit="{witnesses}"{kind}>{_text(words)}</rdg>' if words else f'<rdg wit="{witnesses}"/>'


def _text(words: str) -> str:
    return escape(_NOT_XML.sub("", words))
