"""`variorum compare`: lay versions of a text side by side, in the terminal, as JSON or as one HTML file."""

from __future__ import annotations

import argparse
import dataclasses
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from generator.errors import SeedError, SettingsError, VariorumError
from generator.exports.comparison import Comparison, compared, html_page, rows
from generator.exports.tei import tei
from generator.intake.read import read_seed
from generator.isolation import read_article
from generator.model import ArticleId, Level, RawArticle, ReadArticle
from generator.quotes.resolve import resolve
from generator.stories.witnesses import Cell, Row
from generator.terminal import say

EXAMPLE = "variorum compare seeds/000_deb20142414e904d.txt seeds/001_151755ee29b01678.txt"
_DONE, _FINDINGS = 0, 1
_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]+")
"""What could steer a terminal; shown as one space."""
_MARKS = {Level.WORDING: ("[", "]"), Level.MEANING: ("[!", "!]"), Level.TYPOGRAPHIC: ("‹", "›")}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's options."""
    parser.add_argument(
        "files", nargs="+", type=Path, metavar="FILE", help="two versions or more, in any form of a seed"
    )
    parser.add_argument("--json", action="store_true", help="print one JSON object instead")
    parser.add_argument("--html", type=Path, metavar="OUT", help="write one HTML file instead")
    parser.add_argument(
        "--tei", type=Path, metavar="OUT", help="write a TEI document with all readings instead"
    )
    parser.add_argument("--all", action="store_true", help="show sentences that do not differ, too")
    parser.add_argument(
        "--typographic", action="store_true", help="show differences of typography and house style, too"
    )


def run(options: argparse.Namespace) -> int:
    """Print the comparison; a file that can't be read is told at the end."""
    problems: list[VariorumError] = []
    reads = resolve([*_reads([*_articles(options.files, problems)], problems)])
    for problem in problems:
        say(f"error: {problem}", file=sys.stderr)
    if len(reads) > 1:
        _show(compared(reads), options)
    elif not problems:
        raise SettingsError(options.files[0], None, "holds one version; give two files or more")
    return _FINDINGS if problems else _DONE


def _show(comparison: Comparison, options: argparse.Namespace) -> None:
    if options.html:
        options.html.write_text(html_page(comparison), encoding="utf-8", errors="replace")
    if options.tei:
        table, reads = comparison.table, comparison.reads
        names = {read.article.id: read for read in reads}
        document = tei([table], names, title=" / ".join(names))
        options.tei.write_text(document, encoding="utf-8")
    if options.json:
        say(json.dumps(rows(comparison), ensure_ascii=True))
    elif not (options.html or options.tei):
        hidden = set() if options.typographic else {Level.TYPOGRAPHIC}
        say("\n".join(_lines(comparison, hidden, everything=options.all)))


def _articles(files: Sequence[Path], problems: list[VariorumError]) -> Iterator[RawArticle]:
    for file in files:
        if not file.is_file():
            raise SettingsError(file, None, "is no file; give the path of an article")
        for raw in read_seed(file, seeds=file.parent):
            if isinstance(raw, RawArticle):
                yield dataclasses.replace(raw, path=file.as_posix())
            else:
                problems.append(raw)


def _reads(found: Sequence[RawArticle], problems: list[VariorumError]) -> Iterator[ReadArticle]:
    """Read the articles; files of one name (old/a.txt, new/a.txt) get ids of their own."""
    times = Counter(raw.id for raw in found)
    for place, raw in enumerate(found, start=1):
        name = raw.id if times[raw.id] == 1 else ArticleId(f"{raw.id}-{place}")
        try:
            yield read_article(dataclasses.replace(raw, id=name))
        except SeedError as error:
            problems.append(error)


def _lines(comparison: Comparison, hidden: set[Level], *, everything: bool) -> Iterator[str]:
    for label, read in zip(comparison.labels, comparison.reads, strict=True):
        yield f"{label}  {_plain(read.article.value('headline') or read.article.path)}"
    yield "[changed words]  [!changed meaning!]" + ("" if hidden else "  ‹typography or house style›")
    for difference in comparison.outside:
        if difference.level not in hidden:
            yield ""
            yield f"{difference.place}: {difference.level}"
            yield f"  {comparison.label(difference.b)}  {_plain(difference.b_text) or '(nothing)'}"
            yield f"  {comparison.label(difference.a)}  {_plain(difference.a_text) or '(nothing)'}"
    for number, row in enumerate(comparison.table.rows, start=1):
        if everything or (row.level and row.level not in hidden):
            yield ""
            yield from _row(comparison, row, number, hidden)


def _row(comparison: Comparison, row: Row, number: int, hidden: set[Level]) -> Iterator[str]:
    yield f"sentence {number}: {row.level or 'same'}"
    for label, read, cell in zip(comparison.labels, comparison.reads, row.cells, strict=True):
        yield f"  {label}  {_cell(cell, read.article.text, hidden) if cell else '(not in this version)'}"


def _cell(cell: Cell, text: str, hidden: set[Level]) -> str:
    shown = []
    for segment in cell.segments:
        words = _plain(segment.span.of(text))
        before, after = _MARKS[segment.level] if segment.level and segment.level not in hidden else ("", "")
        shown.append(f"{before}{words}{after}")
    return "".join(shown)


def _plain(words: str) -> str:
    return _CONTROLS.sub(" ", words)
