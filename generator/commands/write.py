"""`variorum write`: make the pages and data files from the articles in seeds/."""

from __future__ import annotations

import argparse
import sys

from generator.commands.configuration import add_folder_arguments, settings_of
from generator.commands.console import report
from generator.running import run as made
from generator.terminal import say

EXAMPLE = "variorum write --seeds seeds --out site_src"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's options."""
    add_folder_arguments(parser)
    parser.add_argument(
        "--workers", type=int, metavar="N", help="processes to use (default: one a processor)"
    )
    parser.add_argument(
        "--scheduler", metavar="ADDRESS", help="let the workers of a Dask cluster do it (tcp://host:8786)"
    )
    parser.add_argument(
        "--no-cache", dest="cache", action="store_const", const="", help="compute everything anew"
    )
    parser.add_argument("--strict", action="store_true", help="exit with 1 where there were warnings")


def run(options: argparse.Namespace) -> int:
    """Write pages and data; problems are listed at the end."""
    settings = settings_of(options)
    if options.reviews and not options.reviews.exists():
        say(f"note: {options.reviews}: no such folder, so there are no reviews", file=sys.stderr)
    account, written = made(settings)
    warnings = report(
        account,
        written=len(written.changed),
        removed=len(written.removed),
        out=settings.out,
        stream=sys.stderr,
    )
    return 1 if options.strict and warnings else 0
