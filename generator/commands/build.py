"""`variorum build`: build the site into a folder, and put it in place only when it is whole."""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from generator.errors import SettingsError

EXAMPLE = "variorum build --strict --site site"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's options."""
    parser.add_argument(
        "--config", type=Path, default=Path("mkdocs.yml"), help="site configuration (mkdocs.yml)"
    )
    parser.add_argument(
        "--site", type=Path, default=Path("site"), help="folder for the built site (default: site)"
    )
    parser.add_argument("--strict", action="store_true", help="fail where there were warnings")


def run(options: argparse.Namespace) -> int:
    """Build into a folder beside the site, then change the two: a failed build leaves the last good site."""
    if not options.config.is_file():
        raise SettingsError(
            options.config, None, "no such file; run in the site's folder, or name it with --config"
        )
    place: Path = options.site.absolute()
    place.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=place.parent, prefix=f".{place.name}-") as work:
        made, former = Path(work) / "new", Path(work) / "old"
        strict = ["--strict"] if options.strict else []
        command = [sys.executable, "-m", "mkdocs", "build", "--config-file", str(options.config), *strict]
        done = subprocess.run([*command, "--site-dir", str(made)], check=False)  # noqa: S603 (our own arguments)
        if done.returncode:
            return 1
        if place.exists():
            place.rename(former)
        shutil.move(made, place)
    print(f"{place}: built", file=sys.stderr)
    return 0
