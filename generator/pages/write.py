"""Pages and data -> files: only where the bytes differ, and only where they are ours.

A manifest in the output folder says which files are ours. It is written before the first page, with
the old and the new names, so that a run that is killed leaves no file that nobody owns.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from json.encoder import encode_basestring
from pathlib import Path

from generator.errors import SettingsError
from generator.model import Page
from generator.model.pickling import quickly_pickled
from generator.store import leftovers, write_if_changed

MANIFEST = ".variorum-manifest.json"


@dataclass(frozen=True, slots=True)
class Written:
    """What a run did to the output folder."""

    pages: int
    """How many files are ours now."""
    changed: tuple[str, ...]
    """Those that were written, since they are new or differ."""
    removed: tuple[str, ...]


@quickly_pickled
@dataclass(frozen=True, slots=True)
class Made:
    """A file as it was made."""

    path: str
    """POSIX, below the output folder."""
    sha256: str
    size: int
    """Bytes."""


def write_pages(out: Path, pages: Iterable[Page]) -> Written:
    """Write pages below `out` and remove those of an earlier run that are no longer made.

    Raises:
        SettingsError: a page's place is taken by a file that a person wrote.
    """
    made = {page.path: page for page in pages}
    ours = generated_paths(out)
    for path in sorted(made.keys() - ours):
        _refuse_taken(out / path, path, _content(made[path]))
    begin(out, made)
    remove_leftovers(out)
    changed = tuple(path for path, page in sorted(made.items()) if write_page(out, page, made)[1])
    return Written(len(made), changed, finish(out, made))


def begin(out: Path, names: Collection[str]) -> frozenset[str]:
    """Claim the names of files that will be written; returns those that were ours before.

    A name is not claimed where a file stands that is not ours: should the run end early, the next
    one must not take it for its own.

    Raises:
        SettingsError: a name leads out of the folder, or the manifest can't be written.
    """
    ours = generated_paths(out)
    claim(out, names, ours)
    return ours


def claim(out: Path, names: Iterable[str], ours: frozenset[str]) -> frozenset[str]:
    """Claim more names where some are ours; returns all that are ours then.

    Raises:
        SettingsError: a name leads out of the folder, or the manifest can't be written.
    """
    new = [name for name in names if name not in ours]
    for name in new:
        if not _is_below(name):
            raise SettingsError(
                out / name, None, "a page outside the output folder; this is a bug, report it"
            )
    free = [name for name in new if not (out / name).exists()]
    if free or not (out / MANIFEST).exists():
        _write_manifest(out, ours.union(free))
    return ours.union(free)


def remove_leftovers(out: Path) -> None:
    """Remove the temporary files of a run that was killed."""
    for path in leftovers(out):
        path.unlink(missing_ok=True)


def write_page(out: Path, page: Page, ours: Collection[str]) -> tuple[Made, bool]:
    """Write a page where its bytes differ; returns what was made, and whether it was written.

    Raises:
        SettingsError: a file that is not ours stands there, or the disk refuses it.
    """
    content = _content(page)
    place = out / page.path
    if page.path not in ours:
        _refuse_taken(place, page.path, content)
    made = Made(page.path, hashlib.sha256(content).hexdigest(), len(content))
    return made, write_if_changed(place, content)


def is_as_made(out: Path, made: Made) -> bool:
    """Tell whether a file holds the bytes that were made, and was neither changed nor removed."""
    try:
        with (out / made.path).open("rb", buffering=0) as file:
            return hashlib.file_digest(file, "sha256").hexdigest() == made.sha256
    except OSError:
        return False


def finish(out: Path, names: Collection[str], ours: frozenset[str] | None = None) -> tuple[str, ...]:
    """Remove the files of ours that were not made again; returns their paths.

    Args:
        out: the folder.
        names: of the files that were made.
        ours: what was claimed; as the manifest has it by default.
    """
    ours = generated_paths(out) if ours is None else ours
    removed = tuple(sorted(ours.difference(names)))
    _remove(out, removed)
    if ours != names:
        _write_manifest(out, names)
    return removed


def _content(page: Page) -> bytes:
    return page.text.encode("utf-8", "surrogatepass")


def remove_pages(out: Path) -> tuple[str, ...]:
    """Remove every file that is ours, and the manifest; returns their paths below `out`."""
    ours = tuple(sorted(generated_paths(out)))
    _remove(out, ours)
    (out / MANIFEST).unlink(missing_ok=True)
    return ours


def generated_paths(out: Path) -> frozenset[str]:
    """Return the paths below `out` that are ours."""
    path = out / MANIFEST
    try:
        names = json.loads(path.read_text(encoding="utf-8"))["files"]
    except FileNotFoundError:
        return frozenset()
    except (ValueError, KeyError, TypeError) as error:
        message = f"not a manifest ({error}); remove the generated folders and this file, and run again"
        raise SettingsError(path, None, message) from error
    return frozenset(name for name in names if _is_below(name))


def _is_below(name: object) -> bool:
    """Tell whether a name stays inside the output folder; a manifest could have been tampered with."""
    return isinstance(name, str) and bool(name) and name[0] != "/" and ".." not in name.split("/")


def _write_manifest(out: Path, names: Iterable[str]) -> None:
    # as `json.dumps` lays it out with an indent of 0, in a tenth of its time
    files = ",\n".join(map(encode_basestring, sorted(names)))
    listed = f"[\n{files}\n]" if files else "[]"
    text = f'{{\n"note": "files that the generator made, and may change or remove",\n"files": {listed}\n}}\n'
    write_if_changed(out / MANIFEST, text.encode())


def _refuse_taken(path: Path, name: str, content: bytes) -> None:
    if not _is_below(name):
        raise SettingsError(path, None, "a page outside the output folder; this is a bug, report it")
    if os.path.exists(path) and path.read_bytes() != content:  # noqa: PTH110 (thousands a second)
        message = "stands where a generated page belongs and was not generated; move it elsewhere"
        raise SettingsError(path, None, message)


def _remove(out: Path, names: Iterable[str]) -> None:
    """Remove files, and the folders that are empty then."""
    folders: set[Path] = set()
    for name in names:
        path = out / name
        path.unlink(missing_ok=True)
        folders.update(parent for parent in path.parents if parent != out and out in parent.parents)
    for folder in sorted(folders, reverse=True):
        if folder.is_dir() and not any(folder.iterdir()):
            folder.rmdir()
