"""`variorum add`: copy files or web pages into the seeds, with their hash and where they came from."""

from __future__ import annotations

import argparse
import hashlib
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit

import yaml
from rich.console import Console
from rich.progress import track

from generator.errors import SettingsError, VariorumError
from generator.intake.fetch import Answer, fetch
from generator.intake.read import hold_readable, seed_files, sidecar_of
from generator.terminal import say
from generator.text import slug

EXAMPLE = "variorum add saved-page.html https://example.org/2019/07/talks"
_FINDINGS = 1
_SUFFIXES = {"text/html": ".html", "application/xhtml+xml": ".html", "text/plain": ".txt", "application/pdf": ".pdf",
             "application/rss+xml": ".rss", "application/atom+xml": ".atom"}  # fmt: skip


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's options."""
    parser.add_argument(
        "sources", nargs="+", metavar="PATH|URL", help="a file, a folder, or the address of a page"
    )
    parser.add_argument("--seeds", type=Path, default=Path("seeds"), help="the folder to copy into")


def run(options: argparse.Namespace) -> int:
    """Copy all; what is there already is left as it is, problems are told at the end."""
    seeds: Path = options.seeds
    if seeds.exists() and not seeds.is_dir():
        raise SettingsError(seeds, None, "is no folder; name another with --seeds")
    added, known, problems = add(_expanded(options.sources), seeds)
    say(f"{added} added to {seeds}, {known} there already, {len(problems)} not added")
    for problem in problems:
        say(f"error: {problem}", file=sys.stderr)
    return _FINDINGS if problems else 0


def add(
    sources: Sequence[str], seeds: Path, *, get: Callable[[str], Answer] = fetch
) -> tuple[int, int, tuple[VariorumError, ...]]:
    """Copy files and pages; return how many are new, how many were there, and what went wrong.

    `get` fetches an address.
    """
    seeds.mkdir(parents=True, exist_ok=True)
    problems: list[VariorumError] = []
    added = known = 0
    for source in _shown(sources):
        try:
            new = _add_page(source, seeds, get) if "://" in source else _add_file(Path(source), seeds)
        except VariorumError as error:
            problems.append(error)
        else:
            added, known = added + new, known + (not new)
    return added, known, tuple(problems)


def _expanded(sources: Iterable[str]) -> list[str]:
    """Put the articles of a folder in its place."""
    found: list[str] = []
    for source in sources:
        if not source.strip():
            raise SettingsError("''", None, "no name; give a file, a folder or an address")
        is_folder = "://" not in source and Path(source).is_dir()
        files = list(map(str, seed_files(Path(source)))) if is_folder else [source]
        if not files:
            raise SettingsError(source, None, "holds no file; give the folder that the articles are in")
        found += files
    return found


def _shown(sources: Sequence[str]) -> Iterable[str]:
    """Show progress where there is something to wait for and somebody to see it."""
    if len(sources) > 1 and sys.stderr.isatty():
        return track(sources, "Adding", transient=True, console=Console(stderr=True))
    return sources


def _add_file(path: Path, seeds: Path) -> bool:
    """Copy a file with its bytes and hash, and what its own sidecar says; tell whether it is new."""
    try:
        content = path.read_bytes()
    except OSError as error:
        raise VariorumError(
            path, None, f"{(error.strerror or 'not readable').lower()}; check the path"
        ) from error
    hold_readable(path)
    if not content.strip():
        raise VariorumError(path, None, "empty; save the article again")
    target = seeds / path.name
    if target.exists() and target.read_bytes() != content:
        target = seeds / f"{path.stem}-{hashlib.sha256(content).hexdigest()[:8]}{path.suffix}"
    return _write(target, content, {key: value for key, value in sidecar_of(path).items() if key != "sha256"})


def _add_page(url: str, seeds: Path, get: Callable[[str], Answer]) -> bool:
    """Fetch a page, unless one of this address is there; tell whether it is new."""
    marker = _dumped({"url": url})
    if any(marker in sidecar.read_text("utf-8", "replace") for sidecar in sorted(seeds.glob("*.yml"))):
        return False
    answer = get(url)
    suffix = _SUFFIXES.get(answer.kind)
    if suffix is None:
        raise VariorumError(
            url, None, f"holds {answer.kind or 'no known type'}, no article; save it in another form"
        )
    parts = urlsplit(url)
    name = slug(f"{parts.hostname or ''}-{parts.path}", longest=60)
    target = seeds / f"{name}-{hashlib.sha256(answer.content).hexdigest()[:8]}{suffix}"
    return _write(
        target, answer.content, {"url": url, "fetched": datetime.now(UTC).isoformat(timespec="seconds")}
    )


def _write(target: Path, content: bytes, facts: Mapping[str, object]) -> bool:
    if target.exists():
        return False
    target.write_bytes(content)
    sidecar = {**facts, "sha256": hashlib.sha256(content).hexdigest()}
    target.with_name(f"{target.name}.yml").write_text(_dumped(sidecar), encoding="utf-8")
    return True


def _dumped(facts: Mapping[str, object]) -> str:
    return yaml.safe_dump(dict(facts), sort_keys=False, allow_unicode=True, width=10_000)
