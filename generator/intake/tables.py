"""Which articles do the rows of a CSV or TSV file hold?"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from generator.errors import SeedError
from generator.intake.decode import encoding_of
from generator.intake.limits import MAX_RECORD_BYTES, MAX_RECORDS
from generator.intake.records import article_of_record
from generator.intake.source import Source
from generator.model import RawArticle

_FORMULA = ("'=", "'+", "'-", "'@")
"""How spreadsheet exports keep a text from running as a formula; the quote is theirs, not the text's."""


def table_articles(source: Source) -> Iterator[RawArticle | SeedError]:
    """Yield an article, or an error, for each row under the header; columns are named as JSONL keys are."""
    text = source.content.decode(encoding_of(source.content), "replace").lstrip("\ufeff").replace("\0", "")
    csv.field_size_limit(MAX_RECORD_BYTES)
    delimiter = "\t" if source.place.lower().endswith((".tsv", ".tsv.gz")) else ","
    rows = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter)
    number = 1
    try:
        for number, row in enumerate(rows, 2):
            if number > MAX_RECORDS:
                yield SeedError(source.place, rows.line_num, f"more than {MAX_RECORDS} rows; split the file")
                return
            record = {
                key.strip().lower(): _bare(value)
                for key, value in row.items()
                if key and isinstance(value, str)
            }
            content = "\x1f".join(record.values()).encode("utf-8", "replace")
            yield article_of_record(record, source, number=rows.line_num, content=content)
    except csv.Error as error:
        yield SeedError(source.place, number + 1, f"{error}; the rest of the table was left out")


def _bare(value: str) -> str:
    return value[1:] if value.startswith(_FORMULA) else value
