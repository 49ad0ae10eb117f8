"""How far is a long run? A bar on the terminal, and nothing in CI or in a pipe."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Callable, Iterator

Progress = Callable[[str, int, int], None]
"""Called with a stage's name, how much of it is done, and how much there is."""


def silent(_stage: str, _done: int, _total: int) -> None:
    """Show nothing."""


@contextlib.contextmanager
def progress_bar() -> Iterator[Progress]:
    """Give a function that moves a bar for each stage on stderr."""
    if not sys.stderr.isatty() or os.environ.get("CI"):
        yield silent
        return
    # only a terminal needs it, and its import costs a tenth of a second
    from rich.console import Console  # noqa: PLC0415
    from rich.progress import Progress as Bars  # noqa: PLC0415
    from rich.progress import TaskID  # noqa: PLC0415

    with Bars(console=Console(stderr=True), transient=True) as bars:
        stages: dict[str, TaskID] = {}

        def move(stage: str, done: int, total: int) -> None:
            if stage not in stages:
                stages[stage] = bars.add_task(stage, total=total)
            bars.update(stages[stage], completed=done, total=total)

        yield move


class Bar:
    """The bar of one stage whose steps are taken by somebody else's loop."""

    def __init__(self, stage: str) -> None:
        self._stage = stage
        self._open = contextlib.ExitStack()
        self._move: Progress = silent
        self._done = self._total = 0

    def start(self, total: int) -> None:
        """Show the bar at its beginning."""
        self.end()
        self._done, self._total = 0, total
        if total:
            self._move = self._open.enter_context(progress_bar())

    def step(self) -> None:
        """Move the bar by one; it goes away at the last."""
        self._done += 1
        if self._done <= self._total:
            self._move(self._stage, self._done, self._total)
        if self._done == self._total:
            self.end()

    def end(self) -> None:
        """Take the bar away, however far it came."""
        self._open.close()
        self._move = silent
