"""What do reviewers know of an outlet, and from where: its owner, its country, its own address?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from generator.checks.people import OutletNote
from generator.checks.rights import notes_by_name
from generator.pages import links


@dataclass(frozen=True, slots=True)
class OutletNoteView:
    """What is known of an outlet, as pages show it."""

    owner: str
    country: str
    link: Markup | None
    """To the outlet's own page."""
    note: str
    source: str


def outlet_notes(notes: Iterable[OutletNote]) -> Mapping[str, OutletNoteView]:
    """Return what is known of outlets by the path of each outlet's page, under all of its names."""
    return {
        links.outlet_path(name): _view(note)
        for name, note in notes_by_name(notes).items()
        if any((note.owner, note.country, note.url, note.note))
    }


def _view(note: OutletNote) -> OutletNoteView:
    return OutletNoteView(
        note.owner or "", note.country or "", links.outside(note.url), note.note or "", note.source or ""
    )
