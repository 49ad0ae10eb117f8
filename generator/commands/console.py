"""What a run tells the person at the terminal."""

from __future__ import annotations

from pathlib import Path
from typing import TextIO

from generator.pipeline import Outcome


def report(outcome: Outcome, *, out: Path, stream: TextIO) -> int:
    """Print what was made and what was not; returns the number of warnings."""
    written = outcome.written
    print(
        f"{outcome.articles} articles, {outcome.quotes} quotes, {outcome.stories} stories; "
        f"{written.pages} files in {out}, {len(written.changed)} written, {len(written.removed)} removed",
        file=stream,
    )
    for remark in outcome.remarks:
        print(f"note: {remark}", file=stream)
    for problem in outcome.problems:
        print(f"warning: {problem}", file=stream)
    return len(outcome.problems)
