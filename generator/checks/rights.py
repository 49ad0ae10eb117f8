"""How much of an article's text may be published? What its own record says, else its outlet's note, else the site."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.checks.people import OutletNote
from generator.model import Article, FieldStatus, Rights
from generator.text import slug

FIELD, NOINDEX = "rights", "noindex"
"""Names of the fields by which an article says it for itself."""
_STRICTEST = (Rights.NONE, Rights.EXCERPTS, Rights.FULL)
_YES = frozenset({"true", "yes", "1"})


@dataclass(frozen=True, slots=True)
class Terms:
    """On which terms an article is published."""

    rights: Rights = Rights.FULL
    noindex: bool = False
    """Whether search engines are asked to leave its page out."""


Notes = Mapping[str, OutletNote]


def notes_by_name(notes: Iterable[OutletNote]) -> Notes:
    """Return what is known of outlets by each of their names, folded as addresses are."""
    return {slug(name): note for note in notes for name in (note.name, *note.aliases)}


def terms_of(article: Article, notes: Notes, *, default: Terms) -> Terms:
    """Return an article's terms.

    The article's own word wins. Else the stricter one of two outlets': the one that prints it, and the
    one that it credits the text to. A person's word that is none of the three hides the whole text; a record's
    may be about something else, such as a license, and says nothing.
    """
    named = [article.value("outlet"), article.value("via")]
    known = [note for name in named if name and (note := notes.get(slug(name)))]
    stated = [Rights(note.rights) for note in known if note.rights]
    rights = next((each for each in _STRICTEST if each in stated), default.rights)
    own = article.field(FIELD)
    if own.value and (word := own.value.lower()) in set(Rights):
        rights = Rights(word)
    elif own.status is FieldStatus.REVIEWER:
        rights = Rights.NONE
    hidden = article.value(NOINDEX)
    noindex = hidden.lower() in _YES if hidden else default.noindex or any(note.noindex for note in known)
    return Terms(rights, noindex)
