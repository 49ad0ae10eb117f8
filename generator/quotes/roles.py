"""Who is the only person of a role, "the Leader", "the Iranian diplomat"?"""

from __future__ import annotations

from collections.abc import Iterable

from generator.quotes.languages.language import listed
from generator.quotes.people import HEAD_ENDS, Cast, Person
from generator.quotes.reading import Reading

KINDRED = {
    "diplomat": frozenset(listed("minister ambassador envoy spokesman spokeswoman secretary representative")),
    "official": frozenset(listed("minister secretary director spokesman spokeswoman commissioner deputy")),
    "leader": frozenset(listed("president premier chairman chancellor king")),
    "lawmaker": frozenset(listed("senator congressman congresswoman representative")),
    "spokesperson": frozenset(listed("spokesman spokeswoman")),
    "spokesman": frozenset(("spokesperson",)),
    "spokeswoman": frozenset(("spokesperson",)),
    "candidate": frozenset(listed("nominee frontrunner front-runner")),
    "congressman": frozenset(("rep",)),
    "congresswoman": frozenset(("rep",)),
    "senator": frozenset(("sen",)),
    "governor": frozenset(("gov",)),
}
"""A general word for people, and the titles that it covers."""
_LOWERING = frozenset(listed("vice deputy assistant associate acting"))
"""Words before a role that make it another one: "the president" is not the vice president."""
_TELLING = _LOWERING | frozenset(
    listed(
        """majority minority prime foreign defense defence interior finance justice health education energy
        trade labor labour oil intelligence house senate press campaign former democratic republican opposition"""
    )
)
"""Words before a role that tell its bearers apart: the majority leader and the minority leader."""
_MANY = 2
"""People of one role from which it names nobody."""
NAMELESS = frozenset(listed("source sources official officials people man woman person user"))
"""Words that hide a name on purpose, or fit anybody."""


def head_of(reading: Reading, first: int, last: int) -> int:
    """Return the token of a mention's head: the noun before "of", a comma or a relative clause."""
    cut = HEAD_ENDS.search(reading.tags, first + 1, last)
    return (cut.start() if cut else last) - 1


def titles_meant(role: str) -> frozenset[str]:
    """Return the titles whose bearers a word may stand for, none where it hides a name or fits anybody."""
    return frozenset() if role in NAMELESS else KINDRED.get(role, frozenset()) | {role}


class Roles:
    """The people of an article by their roles, as far as it has been read."""

    def __init__(self, cast: Cast) -> None:
        """Start with nobody named."""
        self.cast = cast
        self.reading = cast.reading
        self._next = 0
        self._holders: dict[str, dict[frozenset[str], list[Person]]] = {}

    def bearer(self, first: int, last: int) -> Person | None:
        """Return the only person of that role: "the Leader", "the Iranian diplomat"."""
        reading = self.reading
        tags = reading.tags[first:last]
        if reading.word(first).lower() not in ("the", "this", "that"):
            return None
        role = reading.word(head_of(reading, first, last)).lower()
        if (
            tags[0] != "d"
            or role in NAMELESS
            or (role.endswith("s") and role[:-1] in self.cast.language.roles)
        ):
            return None
        modifiers = {reading.word(place).lower() for place in range(first + 1, head_of(reading, first, last))}
        self._note_roles(first)
        exact = self._of_role((role,), modifiers, barred=_LOWERING)
        if len(exact) == 1:
            return exact[0]
        kindred = self._of_role(KINDRED.get(role, ()), modifiers, barred=frozenset())
        seen = exact + [person for person in kindred if not any(person is other for other in exact)]
        return seen[0] if len(seen) == 1 else None

    def _note_roles(self, first: int) -> None:
        """Note under each role the people who were named before a token; calls follow the text's order."""
        namings = self.cast.namings
        while self._next < len(namings) and namings[self._next].first < first:
            person = namings[self._next].person
            self._next += 1
            if person.kind != "person":
                continue
            for role in person.roles:
                holders = self._holders.setdefault(role, {}).setdefault(telling(person.roles), [])
                if len(holders) < _MANY and person not in holders:
                    holders.append(person)

    def _of_role(self, roles: Iterable[str], modifiers: set[str], *, barred: frozenset[str]) -> list[Person]:
        """Return the people of some roles whom the modifiers of a mention fit: one, none, or several.

        `barred` are words that a title may have only where the mention has them.
        """
        wanted = telling(modifiers)
        found: list[Person] = []
        for role in roles:
            for told, holders in self._holders.get(role, {}).items():
                if wanted <= told and not (told - wanted) & barred:
                    found += [person for person in holders if not any(person is other for other in found)]
        return found


def telling(words: Iterable[str]) -> frozenset[str]:
    """Return the words of a title that tell its bearer from others of the same role."""
    return _TELLING.intersection(words)
