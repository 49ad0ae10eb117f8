"""`variorum doctor`: what is wrong with the set-up, and what mends it?"""

from __future__ import annotations

import argparse
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from generator.commands.configuration import add_folder_arguments, settings_of
from generator.intake.read import seed_files
from generator.settings import Settings
from generator.terminal import say

EXAMPLE = "variorum doctor"

_OLDEST, _TOO_NEW = (3, 11), (3, 14)
_MANY_ARTICLES = 300
_HUBS = (
    "index.md",
    "stories/index.md",
    "articles/index.md",
    "speakers/index.md",
    "outlets/index.md",
    "claims/index.md",
)
_ASSETS = (
    "assets/variorum.css",
    "assets/variorum.js",
    "assets/find.js",
    "assets/search.js",
    "theme/main.html",
)


@dataclass(frozen=True, slots=True)
class Symptom:
    """Something that was looked at."""

    level: str
    """`ok`, `warning` or `error`."""
    what: str
    remedy: str = ""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's options."""
    add_folder_arguments(parser)


def run(options: argparse.Namespace) -> int:
    """Look at everything that a site needs; exits with 1 where something is wrong."""
    settings = settings_of(options)
    found = list(symptoms(options.config, settings))
    for each in found:
        say(f"{each.level:8} {each.what}" + (f"\n         {each.remedy}" if each.remedy else ""))
    return 1 if any(each.level == "error" for each in found) else 0


def symptoms(config: Path, settings: Settings) -> Iterator[Symptom]:
    """Yield what was looked at, in the order in which a build needs it."""
    yield _python()
    yield from _config(config, settings)
    yield from _folders(settings)
    yield from _search(settings)
    yield from _history(config, settings)


def _python() -> Symptom:
    version = sys.version_info[:2]
    shown = ".".join(map(str, version))
    if _OLDEST <= version < _TOO_NEW:
        return Symptom("ok", f"Python {shown}")
    return Symptom("error", f"Python {shown}", "use Python 3.11, 3.12 or 3.13")


def _config(config: Path, settings: Settings) -> Iterator[Symptom]:
    if not config.is_file():
        yield Symptom(
            "error", f"{config}: no such file", "run this in the site's folder, or `variorum new DIR`"
        )
        return
    text = config.read_text(encoding="utf-8", errors="replace")
    if not re.search(r"(?m)^\s*-\s+variorum\b", text):
        yield Symptom("error", f"{config}: the plugin is not used", "add `- variorum` under `plugins:`")
    missing = [name for name in _HUBS if name not in text]
    if missing:
        yield Symptom(
            "warning",
            f"{config}: the navigation lacks {', '.join(missing)}",
            "list them under `nav:`, and nothing else that is generated",
        )
    if "not_in_nav" not in text:
        yield Symptom(
            "warning",
            f"{config}: no `not_in_nav`",
            "without it MkDocs lists every generated page, which takes long",
        )
    if "site_url" not in text:
        yield Symptom(
            "warning",
            f"{config}: no `site_url`",
            "without it there are no feeds, canonical links and site map",
        )
    lost = [name for name in _ASSETS if not (settings.out / name).is_file()]
    if lost:
        yield Symptom(
            "error",
            f"{settings.out}: without {', '.join(lost)}",
            "copy them from a site that `variorum new` makes",
        )
    yield Symptom("ok", f"{config} is read")


def _folders(settings: Settings) -> Iterator[Symptom]:
    if not settings.seeds.is_dir():
        yield Symptom("error", f"{settings.seeds}: no such folder", "make it, and put articles into it")
    else:
        count = len(seed_files(settings.seeds))
        level, remedy = ("ok", "") if count else ("warning", "put articles into it")
        yield Symptom(level, f"{settings.seeds}: {count} file{'s' * (count != 1)}", remedy)
    if not settings.reviews.is_dir():
        yield Symptom("warning", f"{settings.reviews}: no such folder", "make it before the first review")
    else:
        count = len([*settings.reviews.rglob("*.yml"), *settings.reviews.rglob("*.yaml")])
        yield Symptom(
            "ok", f"{settings.reviews}: {count} file{'s' * (count != 1)}; `variorum check` reads them"
        )
    for folder in filter(None, (settings.out, settings.cache)):
        yield _writable(folder)


def _writable(folder: Path) -> Symptom:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            return Symptom("ok", f"{folder} can be written")
    except OSError as error:
        return Symptom(
            "error", f"{folder} can't be written ({error.strerror})", "change its owner or name another"
        )


def _search(settings: Settings) -> Iterator[Symptom]:
    there = find_spec("pagefind") is not None
    if settings.search == "pagefind" and not there:
        yield Symptom(
            "error", "search: pagefind is chosen and not installed", 'pip install "variorum[search]"'
        )
    elif settings.search == "auto" and not there and settings.seeds.is_dir():
        if len(seed_files(settings.seeds)) > _MANY_ARTICLES:
            yield Symptom(
                "warning", "many articles for the theme's own search", 'pip install "variorum[search]"'
            )
    else:
        yield Symptom("ok", "search: pagefind is installed" if there else "search: the theme's own")


def _history(config: Path, settings: Settings) -> Iterator[Symptom]:
    git = shutil.which("git")
    if git is None:
        yield Symptom("warning", "no git", "signatures and the page of changes need the history of the files")
        return

    def said(*arguments: str) -> str:
        done = subprocess.run(  # noqa: S603 (our own arguments)
            [git, "-C", str(config.resolve().parent), *arguments], capture_output=True, text=True, check=False
        )
        return done.stdout.strip() if done.returncode == 0 else ""

    if not said("rev-parse", "--git-dir"):
        yield Symptom(
            "warning", "the site is in no Git repository", "run `git init`; verdicts need its history"
        )
        return
    if said("rev-parse", "--is-shallow-repository") == "true":
        yield Symptom(
            "error", "the clone is shallow", "fetch all of it: `git fetch --unshallow`, or fetch-depth: 0"
        )
    addresses = settings.out / "addresses.yml"
    if addresses.is_file() and not said("ls-files", "--", str(addresses.resolve())):
        yield Symptom(
            "warning", f"{addresses} is not committed", "commit it: it keeps the addresses that readers have"
        )
    if said("rev-parse", "--verify", "HEAD"):
        yield Symptom("ok", "git keeps the history")
    else:
        yield Symptom("warning", "nothing is committed yet", "commit the site: verdicts need its history")
