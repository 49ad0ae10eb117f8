"""What was wrong on the site, and since when is it right?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from generator.checks.apply import REPLY, WITHDRAWN, is_withdrawn
from generator.checks.fixes import Fix
from generator.checks.reviews import Desktop
from generator.model import QuoteId
from generator.pages import links
from generator.pages.dates import date_words
from generator.pages.index import Index


@dataclass(frozen=True, slots=True)
class CorrectionRow:
    """A correction of a verdict, or of the machine's work."""

    date: str
    """ISO 8601."""
    type: str
    note: str
    was: str
    """What it said before, the words it is about, or the reply."""
    title: str
    path: str
    by: str = ""
    lapsed: str = ""
    """Why it no longer holds, if it does not."""

    @property
    def day(self) -> str:
        """Return the date in words."""
        return date_words(self.date)


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
    asked = [_fix_row(index, fix) for fix in desktop.fixes if fix.withdraw or fix.reply]
    machine = [_fix_row(index, fix) for fix in desktop.fixes if not (fix.withdraw or fix.reply)]
    return {
        "verdicts": tuple(sorted(verdicts, key=_newest, reverse=True)),
        "asked": tuple(sorted(asked, key=_newest, reverse=True)),
        "machine": tuple(sorted(machine, key=_newest, reverse=True)),
    }


def _newest(row: CorrectionRow) -> tuple[str, str]:
    return row.date, row.title


def _fix_row(index: Index, fix: Fix) -> CorrectionRow:
    card = index.cards.get(fix.article) if fix.article else None
    path = card.path if card else links.story_path(fix.story) if fix.story else ""
    title = card.title if card else fix.story or fix.article or ""
    about = f"“{fix.reply}”" if fix.reply else _about(index, fix)
    return CorrectionRow(fix.on, _deed(fix), fix.why, about, title, path, fix.by, fix.lapsed)


def _about(index: Index, fix: Fix) -> str:
    """Return the words that a correction is about; nothing of an article that was withdrawn."""
    read = index.reads.get(fix.article) if fix.article else None
    if not fix.quote or read is None or is_withdrawn(read.article):
        return ""
    quote = index.quotes.get(QuoteId(fix.quote))
    if quote:
        return f"“{quote.words}”" if quote.words else ""
    return "" if fix.quote.startswith(f"{fix.article}-") else f"“{fix.quote}”"


def _deed(fix: Fix) -> str:
    if fix.withdraw:
        return WITHDRAWN
    if fix.reply:
        return REPLY
    if fix.join or fix.split:
        return "joined" if fix.join else "split"
    changed = (
        _DEEDS.get(name) or f"{name}: {'nobody known' if value is None else value}"
        for name, value in fix.changes
    )
    return ", ".join([*changed, *(["boundaries"] * bool(fix.parts))])


_DEEDS = {"drop": "no quotation", "add": "a quotation that was missed"}
