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
    new: bool = False
    """True where the last publication did not have it."""


@dataclass(frozen=True, slots=True)
class Stand:
    """The commit that a file stands at."""

    commit: str
    date: str
    """Of the commit, ISO 8601, its day alone."""
    moment: int
    """Seconds, by which commits are put in order."""
    path: str
    """POSIX path in the repository."""
    edited: bool = False
    """True where the file was changed since and not committed."""


def latest(stands: Iterable[Stand | None]) -> Stand | None:
    """Return the newest of some stands; one that was edited since is newer than any other."""
    known = [stand for stand in stands if stand]
    return max(known, key=lambda stand: (stand.edited, stand.moment, stand.commit, stand.path), default=None)


def stands_of(folder: Path) -> dict[str, Stand]:
    """Return the last commit of each file in a folder, by its POSIX path below the folder.

    Of a shallow clone it is the oldest commit there, at which the file stands as it is too.
    """
    prefix = (_git(folder, "rev-parse", "--show-prefix") or "").strip()
    log = _git(
        folder,
        *("log", "--no-renames", "--diff-filter=AM", "--name-only", "-z"),
        *("--format=%x01%h%x02%cs%x02%ct%x03", "--abbrev=12", "--", "."),
    )
    edited = set(_paths(_git(folder, "status", "--porcelain", "-z", "--untracked-files=no", "--", ".") or ""))
    found: dict[str, Stand] = {}
    for entry in (log or "").split("\x01")[1:]:
        head, _, rest = entry.partition("\x03")
        commit, date, moment = head.split("\x02")
        for path in filter(None, rest.replace("\n", "").split("\0")):
            if path.startswith(prefix):
                found.setdefault(
                    path.removeprefix(prefix), Stand(commit, date, int(moment), path, path in edited)
                )
    return found


def _paths(status: str) -> Iterator[str]:
    """Yield the paths of what `git status` lists: two letters, a space, a path."""
    yield from (entry[3:] for entry in status.split("\0") if entry[2:3] == " ")


PUBLISHED = "refs/tags/published"
"""Where Git keeps the commit that was published last; the workflow of the site moves it."""


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
            found += _changes(log, prefix.strip(), folder.name, _unpublished(folder))
    ordered = sorted(found, key=lambda change: (change.folder, change.name))
    return tuple(sorted(ordered, key=lambda change: (change.date, change.commit), reverse=True)[:most])


def _git(folder: Path, *arguments: str) -> str | None:
    if not is_in_repository(folder):
        return None
    command = ["git", "-C", str(folder), "-c", "core.quotePath=off", *arguments]
    try:
        done = subprocess.run(command, capture_output=True, check=True, timeout=_SECONDS)  # noqa: S603 (no shell)
    except (OSError, subprocess.SubprocessError):
        return None
    return done.stdout.decode("utf-8", "replace")


def is_in_repository(folder: Path) -> bool:
    """Tell whether Git may know a folder: to ask it takes longer than to look."""
    return any((above / ".git").exists() for above in (folder, *folder.absolute().parents))


def _unpublished(folder: Path) -> frozenset[str]:
    """Return the commits that the last publication did not have; none where nothing was published."""
    if _git(folder, "rev-parse", "--verify", "--quiet", PUBLISHED) is None:
        return frozenset()
    new = _git(folder, "log", "--format=%h", "--abbrev=12", f"{PUBLISHED}..HEAD", "--", ".")
    return frozenset((new or "").split())


def _changes(log: str, prefix: str, folder: str, new: frozenset[str]) -> Iterator[Change]:
    for entry in log.split("\x01")[1:]:
        head, _, rest = entry.partition("\x03")
        commit, date, subject = head.split("\x02", 2)
        fields = [field for field in rest.replace("\n", "").split("\0") if field]
        for deed, name in zip(fields[::2], fields[1::2], strict=False):
            if name.startswith(prefix) and deed in _DEEDS and not PurePosixPath(name).name.startswith("."):
                below = name.removeprefix(prefix)
                yield Change(date, commit, _DEEDS[deed], folder, below, subject, commit in new)
