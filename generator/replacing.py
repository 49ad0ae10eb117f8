"""How does a new site take the place of the last one, so that readers and a kill never see a half?

The new one is made in a folder beside it. Where the system can exchange two names in one step, it does;
elsewhere the old one is moved away first, and a run that was killed between the two steps is mended by
the next one.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from generator.scratch import is_running

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2


@contextlib.contextmanager
def new_site(site: Path) -> Iterator[tuple[Path, Callable[[], None]]]:
    """Give the folder to build into, and the function that puts it in the site's place.

    Unless that function is called, the last site stays as it is.
    """
    place = site.absolute()
    place.parent.mkdir(parents=True, exist_ok=True)
    _mend(place)
    with tempfile.TemporaryDirectory(dir=place.parent, prefix=f".{place.name}-{os.getpid()}-") as work:
        made = Path(work) / "new"
        yield made, lambda: _replace(place, made, Path(work) / "old")


def _replace(place: Path, made: Path, former: Path) -> None:
    if not place.exists():
        made.rename(place)
        return
    if not _exchanged(made, place):
        place.rename(former)
        made.rename(place)


def _exchanged(one: Path, other: Path) -> bool:
    """Exchange two folders in one step, where the system can (Linux); tells whether it did."""
    try:
        function = ctypes.CDLL(None).renameat2
    except (AttributeError, OSError, TypeError):
        return False
    done: int = function(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE)
    return done == 0


def _mend(place: Path) -> None:
    """Put back the site of a run that was killed between two steps, and remove what such runs left."""
    for left in sorted(place.parent.glob(f".{place.name}-*")):
        number = left.name.removeprefix(f".{place.name}-").split("-")[0]
        if number.isdigit() and is_running(int(number)):
            continue
        if (left / "old").is_dir() and not place.exists():
            (left / "old").rename(place)
        shutil.rmtree(left, ignore_errors=True)
