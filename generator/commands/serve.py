"""`variorum serve`: show the site and rebuild it on every change."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from pathlib import Path

from generator.commands.configuration import QUIET_THEME
from generator.errors import SettingsError

EXAMPLE = "variorum serve --address 127.0.0.1:8000"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's options."""
    parser.add_argument(
        "--config", type=Path, default=Path("mkdocs.yml"), help="site configuration (mkdocs.yml)"
    )
    parser.add_argument(
        "--address", default="127.0.0.1:8000", help="where to serve (default: 127.0.0.1:8000)"
    )
    parser.add_argument("--open", action="store_true", help="open a browser")


def run(options: argparse.Namespace) -> int:
    """Hand over to MkDocs, whose plugin runs the generator."""
    if not options.config.is_file():
        raise SettingsError(
            options.config, None, "no such file; run in the site's folder, or name it with --config"
        )
    command = [sys.executable, "-m", "mkdocs", "serve", "--config-file", str(options.config)]
    command += ["--dev-addr", options.address, *(["--open"] if options.open else [])]
    try:
        return subprocess.run(command, check=False, env={**os.environ, **QUIET_THEME}).returncode  # noqa: S603 (our own arguments)
    except KeyboardInterrupt:
        return 0
