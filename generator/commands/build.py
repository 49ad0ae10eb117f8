"""`variorum build`: build the site into a folder, and put it in place only when it is whole."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from pathlib import Path

from generator.commands.configuration import QUIET_THEME
from generator.errors import SettingsError
from generator.replacing import new_site
from generator.settings import SHARDS_VARIABLE, Settings
from generator.terminal import say

EXAMPLE = "variorum build --strict --site site"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's options."""
    parser.add_argument(
        "--config", type=Path, default=Path("mkdocs.yml"), help="site configuration (mkdocs.yml)"
    )
    parser.add_argument(
        "--site", type=Path, default=Path("site"), help="folder for the built site (default: site)"
    )
    parser.add_argument(
        "--shards",
        type=int,
        nargs="?",
        const=Settings().shard_articles,
        metavar="N",
        help="build the site in parts of at most N articles, in parallel, only those that changed "
        "(%(const)s; done by itself above shard_articles; 0: as one)",
    )
    parser.add_argument("--strict", action="store_true", help="fail where there were warnings")


def run(options: argparse.Namespace) -> int:
    """Build into a folder beside the site, then change the two: a failed build leaves the last good site."""
    if not options.config.is_file():
        raise SettingsError(
            options.config, None, "no such file; run in the site's folder, or name it with --config"
        )
    with new_site(options.site) as (made, put_in_place):
        strict = ["--strict"] if options.strict else []
        command = [sys.executable, "-m", "mkdocs", "build", "--config-file", str(options.config), *strict]
        shards = {} if options.shards is None else {SHARDS_VARIABLE: str(max(0, options.shards))}
        environment = {**os.environ, **QUIET_THEME, **shards}
        if subprocess.run([*command, "--site-dir", str(made)], check=False, env=environment).returncode:  # noqa: S603 (our own arguments)
            return 1
        put_in_place()
    say(f"{options.site}: built", file=sys.stderr)
    return 0
