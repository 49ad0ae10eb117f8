"""What was wrong on the site, and since when is it right?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from generator.checks.apply import REPLY, WITHDRAWN
from generator.checks.fixes import Fix
from generator.checks.reviews import Desktop
from generator.pages import links
from generator.pages.index import Index


@dataclass(frozen=True, slots=True)
class CorrectionRow:
    """A correction of a verdict, or of the machine's work."""

    date: str
    type: str
    note: str
    was: str
    title: str
    path: str
    by: str = ""


def correction_names(index: Index, desktop: Desktop) -> dict[str, Any]:
    """Return what the page of corrections prints: those of verdicts, and those of the machine's work."""
    verdicts = [
        CorrectionRow(
            entry.date,
            entry.type,
            entry.note,
            entry.was or "",
            standing.review.claim,
            links.claim_path(standing.review.id),
        )
        for standing in desktop.reviews
        for entry in standing.review.corrections
    ]
    machine = [_fix_row(index, fix) for fix in desktop.fixes]
    return {
        "verdicts": tuple(sorted(verdicts, key=lambda row: (row.date, row.title), reverse=True)),
        "machine": tuple(sorted(machine, key=lambda row: (row.date, row.title), reverse=True)),
    }


def _fix_row(index: Index, fix: Fix) -> CorrectionRow:
    card = index.cards.get(fix.article) if fix.article else None
    path = card.path if card else links.story_path(fix.story) if fix.story else ""
    title = card.title if card else fix.story or fix.article or ""
    return CorrectionRow(fix.on, _deed(fix), fix.why, fix.quote or "", title, path, fix.by)


def _deed(fix: Fix) -> str:
    if fix.withdraw:
        return WITHDRAWN
    if fix.reply:
        return REPLY
    if fix.join or fix.split:
        return "joined" if fix.join else "split"
    names = [name for name, _ in fix.changes] + ["boundaries"] * bool(fix.parts)
    return ", ".join({"drop": "no quote", "add": "missed quote"}.get(name, name) for name in names)
