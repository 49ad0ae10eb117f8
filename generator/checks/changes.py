"""What was added, changed or taken away, and when? Asked of Git, so that no clock enters a page."""

from __future__ import annotations

import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

_SECONDS = 60
_DEEDS = {"A": "added", "M": "changed", "D": "removed"}


@dataclass(frozen=True, slots=True)
class Change:
    """What one commit did to one file that people or publishers wrote."""

    date: str
    """Of the commit, ISO 8601, its day alone."""
    commit: str
    deed: str
    """`added`, `changed` or `removed`."""
    folder: str
    """`seeds` or `reviews`."""
    name: str
    """POSIX path below that folder."""
    subject: str
    """The commit's first line."""


def changes_of(folders: Iterable[Path], *, most: int) -> tuple[Change, ...]:
    """Return what commits did to the files of some folders, the newest first.

    Args:
        folders: the seeds and the reviews.
        most: how many changes are told at most.

    Returns:
        Nothing where there is no Git, no repository, or no commit yet.
    """
    found: list[Change] = []
    for folder in folders:
        prefix = _git(folder, "rev-parse", "--show-prefix")
        log = _git(
            folder,
            *("log", f"-{most}", "--no-merges", "--no-renames", "--name-status", "-z"),
            *("--format=%x01%h%x02%cs%x02%s%x03", "--abbrev=12", "--", "."),
        )
        if prefix is not None and log is not None:
            found += _changes(log, prefix.strip(), folder.name)
    ordered = sorted(found, key=lambda change: (change.folder, change.name))
    return tuple(sorted(ordered, key=lambda change: (change.date, change.commit), reverse=True)[:most])


def _git(folder: Path, *arguments: str) -> str | None:
    command = ["git", "-C", str(folder), "-c", "core.quotePath=off", *arguments]
    try:
        done = subprocess.run(command, capture_output=True, check=True, timeout=_SECONDS)  # noqa: S603 (no shell)
    except (OSError, subprocess.SubprocessError):
        return None
    return done.stdout.decode("utf-8", "replace")


def _changes(log: str, prefix: str, folder: str) -> Iterator[Change]:
    for entry in log.split("\x01")[1:]:
        head, _, rest = entry.partition("\x03")
        commit, date, subject = head.split("\x02", 2)
        fields = [field for field in rest.replace("\n", "").split("\0") if field]
        for deed, name in zip(fields[::2], fields[1::2], strict=False):
            if name.startswith(prefix) and deed in _DEEDS and not PurePosixPath(name).name.startswith("."):
                yield Change(date, commit, _DEEDS[deed], folder, name[len(prefix) :], subject)
