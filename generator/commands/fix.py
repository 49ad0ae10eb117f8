"""`variorum fix`: write a person's correction of a quote or of an article's facts."""

from __future__ import annotations

import argparse
import datetime as dt
import sys
from pathlib import Path

from generator.checks.draft import answer_draft, article_at, field_draft, fix_draft, quotes_at
from generator.checks.fixes import read_fixes
from generator.commands.configuration import add_folder_arguments, settings_of
from generator.model import ArticleId, ReadArticle
from generator.pipeline import gather
from generator.store import write_if_changed
from generator.terminal import say

EXAMPLE = "variorum fix articles/001/#q-e397c34e81a3 --set speaker='Abbas Mousavi' --by reader-a --why 'see line 10'"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's options."""
    add_folder_arguments(parser)
    parser.add_argument("address", metavar="PLACE", help="address or id of a quote or an article")
    deed = parser.add_mutually_exclusive_group(required=True)
    deed.add_argument(
        "--set",
        dest="changes",
        action="append",
        metavar="NAME=VALUE",
        help="speaker, polarity, kind, words or drop of a quote; headline, outlet, published … of an article; "
        "speaker= alone says that nobody known speaks; words= are the right ones, as the text has them",
    )
    deed.add_argument(
        "--withdraw", action="store_true", help="take the article's text out of every page and file"
    )
    deed.add_argument("--reply", metavar="TEXT", help="print an answer with the article")
    parser.add_argument("--by", required=True, metavar="NAME", help="who corrects")
    parser.add_argument("--why", required=True, help="what shows it")
    parser.add_argument("--today", type=dt.date.fromisoformat, metavar="DATE", help="the day it is made")


def run(options: argparse.Namespace) -> int:
    """Write the correction, if it holds against the articles as they are."""
    settings = settings_of(options)
    reads = {read.article.id: read for read in gather(settings).edition.articles}
    text = _text(options, reads)
    if text is None:
        say(
            f"error: no quote or article at '{options.address}'; copy the address of its link",
            file=sys.stderr,
        )
        return 2
    _, problems = read_fixes("the correction", text, reads)
    for problem in problems:
        say(f"error: {problem.problem} — {problem.remedy}", file=sys.stderr)
    if problems:
        return 2
    path = _free_path(settings.reviews / "fixes", options.address)
    write_if_changed(path, text.encode())
    say(f"{path}: written; it holds from the next build on")
    return 0


def _text(options: argparse.Namespace, reads: dict[ArticleId, ReadArticle]) -> str | None:
    day = options.today or dt.datetime.now(tz=dt.UTC).date()
    if options.withdraw or options.reply:
        named = article_at(options.address, reads)
        if named is None:
            return None
        article = named.article
        return answer_draft(
            article.id, article.sha256, reply=options.reply, by=options.by, on=day, why=options.why
        )
    changes = {
        name: value or None for name, _, value in (change.partition("=") for change in options.changes)
    }
    pairs = quotes_at(options.address, reads.values())
    if pairs:
        return fix_draft(*pairs[0], changes, by=options.by, on=day, why=options.why)
    read = article_at(options.address, reads)
    return field_draft(read, changes, by=options.by, on=day, why=options.why) if read else None


def _free_path(folder: Path, address: str) -> Path:
    """Return a path that no correction stands at yet."""
    stem = "-".join(part for part in address.replace("#", "/").split("/") if part and part != "articles")[
        -80:
    ]
    number = 1
    while (path := folder / f"{stem}{f'-{number}' if number > 1 else ''}.yml").exists():
        number += 1
    return path
