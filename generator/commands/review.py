"""`variorum review new` begins a review from a quote's address; `variorum review list` shows what waits for whom."""

from __future__ import annotations

import argparse
import datetime as dt
import sys

from generator.checks.draft import (
    claim_at,
    claim_id,
    lapsed_fixes,
    quotes_at,
    quotes_of_claim,
    review_draft,
    waiting,
)
from generator.checks.earlier import EarlierWork
from generator.commands.configuration import add_folder_arguments, settings_of
from generator.pipeline import gather
from generator.store import write_if_changed
from generator.terminal import say

EXAMPLE = "variorum review new --claim 'There were talks' --by reader-a articles/001/#q-e397c34e81a3"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's options."""
    add_folder_arguments(parser)
    deeds = parser.add_subparsers(dest="deed", required=True, metavar="new|list")
    new = deeds.add_parser("new", help="begin a review")
    new.add_argument(
        "quotes",
        nargs="*",
        metavar="PLACE",
        help="address, id or key of a quote, or the address of a claim: its evidence",
    )
    new.add_argument("--claim", help="what is claimed, in one sentence (default: the first quote's words)")
    new.add_argument("--by", required=True, metavar="NAME", help="who reviews")
    new.add_argument("--today", type=dt.date.fromisoformat, metavar="DATE", help="the day it is begun")
    deeds.add_parser("list", help="show what waits for whom")


def run(options: argparse.Namespace) -> int:
    """Write a new review, or list the reviews that wait."""
    return _new(options) if options.deed == "new" else _list(options)


def _new(options: argparse.Namespace) -> int:
    settings = settings_of(options)
    edition = gather(settings).edition
    reads = edition.articles
    found = []
    for address in options.quotes:
        known = claim_at(address, edition.desktop.reviews)
        pairs = quotes_of_claim(known, reads) if known else quotes_at(address, reads)
        if not pairs:
            say(
                f"error: no quote or claim at '{address}'; copy the address of its link on the page",
                file=sys.stderr,
            )
            return 2
        found += [pair for pair in pairs if pair not in found]
    if not found and not options.claim:
        say("error: nothing to review; name a quote, or a claim with --claim", file=sys.stderr)
        return 2
    claim = options.claim or found[0][0].words
    path = settings.reviews / f"{claim_id(claim)}.yml"
    if path.exists():
        say(f"error: {path} is there already; go on writing in it", file=sys.stderr)
        return 2
    text = review_draft(
        claim, found, author=options.by, on=options.today or dt.datetime.now(tz=dt.UTC).date()
    )
    write_if_changed(path, text.encode())
    say(f"{path}: a draft with {len(found)} pieces of evidence; 'variorum check' says what is missing")
    earlier = EarlierWork(edition.desktop, reads).like_claim(claim)
    for standing in earlier.here:
        say(f"resembles {settings.reviews / standing.path}: {standing.review.claim} ({standing.status})")
    for check in earlier.elsewhere:
        say(f"resembles {check.url or check.publisher}: {check.claim} ({check.publisher}: {check.verdict})")
    return 0


def _list(options: argparse.Namespace) -> int:
    desktop = gather(settings_of(options)).edition.desktop
    rows = [*waiting(desktop.reviews), *lapsed_fixes(desktop.fixes)]
    for name, status, what in rows:
        say(f"{name}  {status}  {what}")
    say(
        f"{len(desktop.reviews)} reviews, {len(rows)} waiting; {len(desktop.problems)} problems ('variorum check')"
    )
    return 0
