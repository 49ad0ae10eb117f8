"""`variorum read`: show what was understood of some files, and what was cut from them."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from rich.console import Console
from rich.text import Text

from generator.errors import SettingsError
from generator.intake.articles import FIELD_ORDER, article_from
from generator.intake.read import read_seed
from generator.model import Article, Field, RawArticle
from generator.terminal import say, visible

EXAMPLE = "variorum read seeds/004_c0bd221de4d48497.txt"
_FINDINGS = 1


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's options."""
    parser.add_argument(
        "files", nargs="+", type=Path, metavar="FILE", help="an article, in any form of a seed"
    )


def run(options: argparse.Namespace) -> int:
    """Print each article's facts, then its lines: the body plain, the cuts faint with their reason."""
    console = Console(highlight=False, soft_wrap=True)
    problems = []
    for file in options.files:
        if not file.is_file():
            raise SettingsError(file, None, "is no file; give the path of an article")
        for raw in read_seed(file, seeds=file.parent):
            if isinstance(raw, RawArticle):
                for line in shown(article_from(raw)):
                    console.print(line)
            else:
                problems.append(raw)
    for problem in problems:
        say(f"error: {problem}", file=sys.stderr)
    return _FINDINGS if problems else 0


def shown(article: Article) -> Iterator[Text]:
    """Yield the lines that the command prints."""
    yield Text(visible(f"{article.path}:{article.line}  {article.id}"), style="bold")
    fields = {field.name: field for field in article.fields}
    for name in FIELD_ORDER:
        field = fields.get(name)
        value = (field.value if field else None) or "–"
        how = f"  {_how(field)}" if field else "  (not in text)"
        yield Text.assemble((f"  {name:10}", "cyan"), " ", visible(value), (visible(how), "dim"))
    for notice in article.notices:
        place = f"line {notice.line}: " if notice.line else ""
        yield Text(visible(f"  {notice.code}: {place}{notice.message}"), style="yellow")
    yield Text(_summary(article), style="dim")
    reasons = {number: cut.reason for cut in article.cuts for number in range(cut.first, cut.last + 1)}
    for number, line in enumerate(article.raw.split("\n"), 1):
        if number in reasons and line.strip():
            yield Text.assemble(
                (f"{number:5} - ", "red"), (visible(line), "dim"), (f"  [{reasons[number]}]", "red")
            )
        elif line.strip():
            yield Text.assemble((f"{number:5}   ", "green"), visible(line))


def _summary(article: Article) -> str:
    """Say how much was kept, and why the rest was cut."""
    kept, every = len(article.text.split()), len(article.raw.split())
    raw = article.raw.split("\n")
    lines = Counter[str]()
    for cut in article.cuts:
        lines[cut.reason] += sum(1 for line in raw[cut.first - 1 : cut.last] if line.strip())
    cuts = ", ".join(f"{count} × {reason}" for reason, count in lines.most_common()) or "nothing"
    return f"  kept {kept:,} of {every:,} words; lines cut: {cuts}"


def _how(field: Field) -> str:
    chance = f", {field.confidence:.0%} sure" if field.confidence is not None else ""
    return f"({field.status.value.replace('_', ' ')}{chance}{': ' + field.source if field.source else ''})"
