"""`variorum check`: find mistakes in what people wrote, and faults in the structured data of a built site."""

from __future__ import annotations

import argparse
import datetime as dt
from collections.abc import Iterable, Iterator
from pathlib import Path

from generator.checks.jsonld import data_of, ids_of, label_faults, page_faults
from generator.checks.problems import Problem
from generator.commands.configuration import add_folder_arguments, settings_of
from generator.errors import SettingsError
from generator.pipeline import gather
from generator.store import write_if_changed
from generator.terminal import say

EXAMPLE = "variorum check --today 2026-11-24"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's options."""
    add_folder_arguments(parser)
    parser.add_argument(
        "--today", type=dt.date.fromisoformat, metavar="DATE", help="no date may lie after this one"
    )
    parser.add_argument("--github", action="store_true", help="print annotations for pull requests on GitHub")
    parser.add_argument(
        "--fix", action="store_true", help="mend quotes that differ from the article in typography alone"
    )
    parser.add_argument(
        "--site", type=Path, metavar="DIR", help="check the built pages in this folder instead"
    )


def run(options: argparse.Namespace) -> int:
    """Print each problem with its place and remedy; returns 1 where there are any."""
    if options.site:
        return _run_site(options.site)
    settings = settings_of(options)
    if options.reviews and not options.reviews.is_dir():
        raise SettingsError(options.reviews, None, "no such folder; name another with --reviews")
    facts = gather(settings, today=options.today)
    problems = facts.edition.desktop.problems
    if options.fix:
        mended = mend_typography(problems)
        problems = tuple(problem for problem in problems if problem not in mended)
        say(f"{len(mended)} quotes mended")
    for problem in problems:
        say(problem.annotation() if options.github else problem)
    reviews, fixes = len(facts.edition.desktop.reviews), len(facts.edition.desktop.fixes)
    say(f"{reviews} reviews and {fixes} corrections read, {len(problems)} problems")
    return 1 if problems else 0


_PRINTED = "copy the article's characters: "


def mend_typography(problems: Iterable[Problem]) -> frozenset[Problem]:
    """Write the article's own characters where a one-line quote differs in typography; returns what was mended."""
    mended = set()
    for problem in problems:
        if problem.code == "R024" and problem.remedy.startswith(_PRINTED):
            printed = problem.remedy.removeprefix(_PRINTED)
            if "\n" not in printed and _replace_value(
                Path(problem.path), problem.line, problem.column, printed
            ):
                mended.add(problem)
    return frozenset(mended)


def _replace_value(path: Path, line: int, column: int, text: str) -> bool:
    """Replace a value that ends with its line; returns whether it did."""
    lines = path.read_text(encoding="utf-8").split("\n")
    before, value = lines[line - 1][: column - 1], lines[line - 1][column - 1 :]
    if value[:1] in ("|", ">", "{", "[") or (value[:1] in "\"'" and value[-1:] != value[:1]):
        return False
    quoted = text.replace("'", "''")
    lines[line - 1] = f"{before}'{quoted}'"
    return write_if_changed(path, "\n".join(lines).encode())


def _run_site(folder: Path) -> int:
    """Check the structured data of every page of a built site."""
    if not folder.is_dir():
        raise SettingsError(folder, None, "no such folder; build the site first")
    pages = {path: path.read_text(encoding="utf-8") for path in sorted(folder.rglob("*.html"))}
    if not pages:
        raise SettingsError(folder, None, "holds no page; build the site first, or name its folder")
    known = frozenset(name for page in pages.values() for thing in data_of(page) for name in ids_of(thing))
    faults = 0
    for path, page in pages.items():
        # Hand-written pages, lists and the page for missing addresses say nothing to machines.
        if not data_of(page) and not _needs_data(path.relative_to(folder)):
            continue
        for fault in page_faults(page, source=_source(page, folder), known_ids=known):
            faults += 1
            say(f"{path.as_posix()}: {fault}")
    for fault in label_faults(_ratings(pages.values())):
        faults += 1
        say(fault)
    say(f"{len(pages)} pages read, {faults} faults")
    return 1 if faults else 0


def _needs_data(path: Path) -> bool:
    """Tell whether a page is one of an article, a story or a speaker."""
    return len(path.parts) > 2 and path.parts[0] in ("articles", "stories", "speakers")  # noqa: PLR2004 (folder/id/index.html)


def _source(page: str, folder: Path) -> str | None:
    """Return the stored text of the article that a page shows, if there is a copy."""
    for thing in data_of(page):
        article = thing.get("mainEntity", {}) if isinstance(thing, dict) else {}
        identifier = article.get("identifier", {}) if isinstance(article, dict) else {}
        if isinstance(identifier, dict) and identifier.get("propertyID") == "sha256":
            copy = folder / "data" / "sources" / f"{identifier.get('value')}.txt"
            if copy.is_file():
                return copy.read_bytes().decode("utf-8", "surrogatepass")
    return None


def _ratings(pages: Iterable[str]) -> Iterator[tuple[str, float | None]]:
    for page in pages:
        for thing in data_of(page):
            rating = thing.get("reviewRating") if isinstance(thing, dict) else None
            if isinstance(rating, dict) and rating.get("alternateName"):
                yield str(rating["alternateName"]), rating.get("ratingValue")
