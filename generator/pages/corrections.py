"""What was wrong on the site, and since when is it right?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from generator.checks.apply import REPLY, WITHDRAWN, is_withdrawn
from generator.checks.fixes import Fix
from generator.checks.reviews import Desktop
from generator.model import QuoteId, QuoteKind
from generator.pages import links
from generator.pages.dates import date_words
from generator.pages.index import Index
from generator.pages.machine import joined
from generator.pages.views.article import FIELD_LABELS
from generator.pages.views.quotes import KIND_WORDS
from generator.pages.words import Phrase


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
    who: str = ""
    """The article's outlet, since versions share their headline."""
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
            Phrase(entry.type),
            entry.note,
            Phrase("It said: {0}", entry.was) if entry.was else "",
            standing.review.claim,
            links.claim_path(standing.review.id),
        )
        for standing in desktop.reviews
        for entry in standing.review.corrections
    ]
    people = {each.id: each.name for each in desktop.reviewers}
    asked = [_fix_row(index, fix, people) for fix in desktop.fixes if fix.withdraw or fix.reply]
    machine = [_fix_row(index, fix, people) for fix in desktop.fixes if not (fix.withdraw or fix.reply)]
    return {
        "verdicts": tuple(sorted(verdicts, key=_newest, reverse=True)),
        "asked": tuple(sorted(asked, key=_newest, reverse=True)),
        "machine": tuple(sorted(machine, key=_newest, reverse=True)),
    }


def _newest(row: CorrectionRow) -> tuple[str, str]:
    return row.date, row.title


def _fix_row(index: Index, fix: Fix, people: Mapping[str, str]) -> CorrectionRow:
    card = index.cards.get(fix.article) if fix.article else None
    path = card.path if card else links.story_path(fix.story) if fix.story else ""
    title = card.title if card else fix.story or fix.article or ""
    about = f"“{fix.reply}”" if fix.reply else _about(index, fix)
    who, by = card.who if card else "", people.get(fix.by, fix.by)
    return CorrectionRow(fix.on, _deed(fix), fix.why, about, title, path, who, by, fix.lapsed)


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
        return Phrase(WITHDRAWN)
    if fix.reply:
        return Phrase(REPLY)
    if fix.join or fix.split:
        return Phrase("joined") if fix.join else Phrase("split")
    changed = [_DEEDS.get(name) or _set(name, value) for name, value in fix.changes]
    return joined([*changed, *([Phrase("boundaries")] * bool(fix.parts))])


def _set(name: str, value: str | None) -> Phrase:
    """Return what a name was set to: "Published: 22 March 2024"."""
    label: str = _LABELS.get(name) or FIELD_LABELS.get(name) or name
    said: str = Phrase("nobody known") if value is None else value
    if name in {"published", "updated"}:
        said = date_words(said)
    if name == "polarity":
        said = Phrase(said)
    if name == "kind" and said in set(QuoteKind):
        said = KIND_WORDS[QuoteKind(said)]
    return Phrase("{0}: {1}", label, said)


_LABELS = {"speaker": Phrase("Speaker"), "polarity": Phrase("Polarity"), "kind": Phrase("Kind of quotation")}
_DEEDS = {"drop": Phrase("no quotation"), "add": Phrase("a quotation that was missed")}
