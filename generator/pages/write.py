"""Pages and data -> files: only where the bytes differ, and only where they are ours.

A manifest in the output folder says which files are ours. It is written before the first page, with
the old and the new names, so that a run that is killed leaves no file that nobody owns.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from generator.errors import SettingsError
from generator.model import Page
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


def write_pages(out: Path, pages: Iterable[Page]) -> Written:
    """Write pages below `out` and remove those of an earlier run that are no longer made.

    Raises:
        SettingsError: a page's place is taken by a file that a person wrote.
    """
    made = {page.path: page.text.encode("utf-8", "surrogatepass") for page in pages}
    ours = _manifest(out)
    _refuse_taken(out, made.keys() - ours, made)
    _write_manifest(out, ours | made.keys())
    for path in leftovers(out):
        path.unlink(missing_ok=True)
    changed = tuple(path for path, content in sorted(made.items()) if write_if_changed(out / path, content))
    removed = tuple(sorted(ours - made.keys()))
    _remove(out, removed)
    _write_manifest(out, made.keys())
    return Written(len(made), changed, removed)


def remove_pages(out: Path) -> tuple[str, ...]:
    """Remove every file that is ours, and the manifest; returns their paths below `out`."""
    ours = tuple(sorted(_manifest(out)))
    _remove(out, ours)
    (out / MANIFEST).unlink(missing_ok=True)
    return ours


def generated_paths(out: Path) -> frozenset[str]:
    """Return the paths below `out` that are ours."""
    return frozenset(_manifest(out))


def _manifest(out: Path) -> set[str]:
    path = out / MANIFEST
    try:
        names = json.loads(path.read_text(encoding="utf-8"))["files"]
    except FileNotFoundError:
        return set()
    except (ValueError, KeyError, TypeError) as error:
        message = f"not a manifest ({error}); remove the generated folders and this file, and run again"
        raise SettingsError(path, None, message) from error
    return {name for name in names if _is_below(name)}


def _is_below(name: object) -> bool:
    """Tell whether a name stays inside the output folder; a manifest could have been tampered with."""
    if not isinstance(name, str):
        return False
    path = PurePosixPath(name)
    return bool(path.parts) and not path.is_absolute() and ".." not in path.parts


def _write_manifest(out: Path, names: Iterable[str]) -> None:
    content = {"note": "files that the generator made, and may change or remove", "files": sorted(names)}
    write_if_changed(out / MANIFEST, (json.dumps(content, indent=0, ensure_ascii=False) + "\n").encode())


def _refuse_taken(out: Path, new: Iterable[str], made: dict[str, bytes]) -> None:
    for name in sorted(new):
        if not _is_below(name):
            raise SettingsError(
                out / name, None, "a page outside the output folder; this is a bug, report it"
            )
        path = out / name
        if path.exists() and path.read_bytes() != made[name]:
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
