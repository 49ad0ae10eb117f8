"""Collations as TEI parallel segmentation, the form that editions of texts with variants use.

Each sentence is a `seg`. Where the versions differ it holds one `app` with the readings: versions
that print the same characters share a `rdg`; one that lacks the sentence has an empty one. What
the terms of an article hide is a `gap`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from xml.sax.saxutils import escape, quoteattr

from generator.model import Alike, ArticleId, ReadArticle
from generator.redaction import HIDDEN
from generator.stories.witnesses import Row, WitnessTable

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that an XML 1.0 document can't hold, not even as a reference."""
_PASSAGE = re.compile(rf"{HIDDEN}+(?:\s+{HIDDEN}+)*")

Reads = Mapping[ArticleId, ReadArticle]


def tei(tables: Sequence[WitnessTable], shown: Reads, *, title: str, whole: Reads | None = None) -> str:
    """Return the document: a division for each text.

    Args:
        tables: texts with their versions, which are named `w1`, `w2`, … through all of them.
        shown: the articles as they may be printed.
        title: of the document.
        whole: the articles with all their words, by which readings are told apart; `shown` where omitted.
    """
    witnesses = [id_ for table in tables for id_ in table.articles]
    listed = "\n".join(
        f'      <witness xml:id="w{number}">{_text(_source(shown[id_]))}</witness>'
        for number, id_ in enumerate(witnesses, start=1)
    )
    first = 1
    divisions: list[str] = []
    for number, table in enumerate(tables, start=1):
        divisions.append(_division(table, shown, whole or shown, number=number, first=first))
        first += len(table.articles)
    body = "\n".join(divisions)
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0">
  <teiHeader>
    <fileDesc>
      <titleStmt><title>{_text(title)}</title></titleStmt>
      <publicationStmt><p>Made by Variorum from articles that belong to their publishers.</p></publicationStmt>
      <sourceDesc><listWit>
{listed}
      </listWit></sourceDesc>
    </fileDesc>
    <encodingDesc><variantEncoding method="parallel-segmentation" location="internal"/></encodingDesc>
  </teiHeader>
  <text><body>
{body}
  </body></text>
</TEI>
"""


def _division(table: WitnessTable, shown: Reads, whole: Reads, *, number: int, first: int) -> str:
    """Return one text; its versions are numbered from `first`."""
    segments = "\n".join(
        _segment(row, shown, whole, number=ordinal, first=first)
        for ordinal, row in enumerate(table.rows, start=1)
    )
    return f'    <div n="{number}"><ab>\n{segments}\n    </ab></div>'


def _source(read: ReadArticle) -> str:
    article = read.article
    facts = (article.value("outlet"), article.value("published"), article.value("headline"))
    return ", ".join(fact for fact in facts if fact) or article.id


def _segment(row: Row, shown: Reads, whole: Reads, *, number: int, first: int) -> str:
    readings: dict[tuple[str, str, str], list[int]] = {}
    for place, cell in enumerate(row.cells, start=first):
        words = cell.span.of(whole[cell.article].article.text) if cell else ""
        printed = cell.span.of(shown[cell.article].article.text) if cell else ""
        moved = "moved" if cell and cell.kind is Alike.MOVED else ""
        readings.setdefault((words, printed, moved), []).append(place)
    if len(readings) == 1:
        ((_, printed, _),) = readings
        return f'      <seg n="{number}">{_text(printed)}</seg>'
    level = f" type={quoteattr(row.level)}" if row.level else ""
    return f'      <seg n="{number}"><app{level}>{"".join(_readings(readings))}</app></seg>'


def _readings(readings: Mapping[tuple[str, str, str], Sequence[int]]) -> Iterator[str]:
    for (_, printed, moved), places in readings.items():
        witnesses = " ".join(f"#w{place}" for place in places)
        kind = ' type="moved"' if moved else ""
        yield (
            f'<rdg wit="{witnesses}"{kind}>{_text(printed)}</rdg>' if printed else f'<rdg wit="{witnesses}"/>'
        )


def _text(words: str) -> str:
    return _PASSAGE.sub('<gap reason="rights"/>', escape(_NOT_XML.sub("", words)))
