"""What a run tells the person at the terminal."""

from __future__ import annotations

from pathlib import Path
from typing import TextIO

from generator.terminal import say
from generator.unchanged import Account


def _counted(number: int, one: str, several: str = "") -> str:
    return f"{number} {one if number == 1 else several or f'{one}s'}"


def report(account: Account, *, written: int, removed: int, out: Path, stream: TextIO) -> int:
    """Print what was made and what was not; returns the number of warnings."""
    say(
        f"{_counted(account.articles, 'article')}, {_counted(account.quotes, 'quote')}, "
        f"{_counted(account.stories, 'story', 'stories')}; "
        f"{_counted(account.pages, 'file')} in {out}, {written} written, {removed} removed",
        file=stream,
    )
    for remark in account.remarks:
        say(f"note: {remark}", file=stream)
    for problem in account.problems:
        say(f"warning: {problem}", file=stream)
    return len(account.problems)
