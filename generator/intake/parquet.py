"""Which articles do the rows of a Parquet file hold? Read a group of rows at a time."""

from __future__ import annotations

import importlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from generator.errors import SeedError
from generator.intake.records import article_of_record
from generator.intake.source import Source
from generator.model import RawArticle

_ROWS = 256
"""Rows that stand in memory at a time."""


def group_sizes(path: Path) -> Iterator[int]:
    """Yield how many rows each group of a file has.

    Raises:
        SeedError: no Parquet file, or nothing to read it with.
    """
    with _opened(path, path.name) as file:
        for number in range(file.num_row_groups):
            yield int(file.metadata.row_group(number).num_rows)


def group_articles(path: Path, source: Source, group: int, *, first: int) -> Iterator[RawArticle | SeedError]:
    """Yield an article, or an error, for each row of a group; columns are named as the keys of JSON Lines are.

    Args:
        path: of the file.
        source: its name, for messages and addresses.
        group: 0-based ordinal.
        first: 1-based number of the group's first row in the file.
    """
    number = first
    with _opened(path, source.place) as file:
        for batch in file.iter_batches(batch_size=_ROWS, row_groups=[group]):
            for row in batch.to_pylist():
                record = {key.strip().lower(): value for key, value in row.items() if value is not None}
                content = json.dumps(record, ensure_ascii=False, sort_keys=True, default=str)
                plain = {
                    key: value if isinstance(value, str | bool) else str(value)
                    for key, value in record.items()
                }
                yield article_of_record(
                    plain, source, number=number, content=content.encode("utf-8", "replace")
                )
                number += 1


def _opened(path: Path, place: str) -> Any:
    try:
        parquet: Any = importlib.import_module("pyarrow.parquet")
    except ImportError as error:
        raise SeedError(place, None, "needs pyarrow: pip install 'variorum[parquet]'") from error
    try:
        return parquet.ParquetFile(path)
    except (OSError, ValueError) as error:
        raise SeedError(place, None, f"no Parquet file ({error}); save it again") from error
