"""`variorum new`: a working site of your own, with an example to look at and to delete."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator
from pathlib import Path

from generator.errors import SettingsError
from generator.pages.words import languages
from generator.store import write_if_changed
from generator.terminal import say

EXAMPLE = "variorum new my-site"

_STARTER = Path(__file__).parent.parent / "starter"
_NAMES = {"workflow.yml": ".github/workflows/pages.yml", "gitignore": ".gitignore"}
_WRITTEN = ("assets", "policies", "theme", "about/index.md")
"""What of the site's source is written by people: the look, the policies, the frame."""
_LANGUAGE = re.compile(r"(?m)^  language: en$")
_SITE_NAME = re.compile(r"(?m)^site_name: .*$")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's options."""
    parser.add_argument("folder", type=Path, metavar="DIR", help="a folder that is new or empty")
    parser.add_argument("--name", help="the site's name (default: the folder's)")
    parser.add_argument(
        "--language",
        default="en",
        choices=("en", *languages()),
        help="of the pages' own words; articles may have any (default: %(default)s)",
    )
    parser.add_argument("--without-example", action="store_true", help="leave out the example articles")


def run(options: argparse.Namespace) -> int:
    """Write the files of a new site; a folder that holds anything is left alone."""
    folder: Path = options.folder
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise SettingsError(folder, None, "is there already and not empty; name a new folder")
    name = options.name or folder.resolve().name.replace("-", " ").replace("_", " ").capitalize()
    for place, content in files(name, example=not options.without_example, language=options.language):
        write_if_changed(folder / place, content)
    for part in ("seeds", "reviews"):
        (folder / part).mkdir(exist_ok=True)
    say(f"{folder}: a new site\n  cd {folder} && variorum serve")
    return 0


def files(name: str, *, example: bool, language: str = "en") -> Iterator[tuple[str, bytes]]:
    """Yield path and content of each file of a new site."""
    root = _source()
    config = (root / "mkdocs.yml").read_text(encoding="utf-8")
    quoted = name.replace("'", "''")
    named = _SITE_NAME.sub(lambda _: f"site_name: '{quoted}'", config)
    yield "mkdocs.yml", _LANGUAGE.sub(f"  language: {language}", named).encode()
    for part in _WRITTEN:
        start = root / "site_src" / part
        for path in sorted(start.rglob("*")) if start.is_dir() else [start]:
            if path.is_file():
                yield path.relative_to(root).as_posix(), path.read_bytes()
    for path in sorted(_STARTER.rglob("*")):
        place = path.relative_to(_STARTER).as_posix()
        if not path.is_file() or place.startswith("site/") or (path.parent != _STARTER and not example):
            continue
        content = path.read_bytes()
        yield (
            _NAMES.get(place, place),
            content.replace(b"{name}", name.encode()) if path.suffix == ".md" else content,
        )


def _source() -> Path:
    """Return where the configuration and the look stand: in the installed package, else in the repository."""
    packed = _STARTER / "site"
    return packed if packed.is_dir() else _STARTER.parent.parent
