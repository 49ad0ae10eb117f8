"""What a run tells the person at the terminal."""

from __future__ import annotations

from pathlib import Path
from typing import TextIO

from generator.terminal import say
from generator.unchanged import Account


def report(account: Account, *, written: int, removed: int, out: Path, stream: TextIO) -> int:
    """Print what was made and what was not; returns the number of warnings."""
    say(
        f"{account.articles} articles, {account.quotes} quotes, {account.stories} stories; "
        f"{account.pages} files in {out}, {written} written, {removed} removed",
        file=stream,
    )
    for remark in account.remarks:
        say(f"note: {remark}", file=stream)
    for problem in account.problems:
        say(f"warning: {problem}", file=stream)
    return len(account.problems)
