"""Which person or body is behind the words "he", "the Leader", "Khatibzadeh"?

Nothing is guessed: a mention that fits two people, or nobody, gets no speaker.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.quotes.people import LONGEST_NAME, Cast, Person
from generator.quotes.pronouns import CONTRACTION, NEW, Pronouns
from generator.quotes.roles import KINDRED, NAMELESS, Roles, head_of


class Resolver:
    """Follows the article and says who is behind each mention."""

    def __init__(self, cast: Cast) -> None:
        """Start with nobody mentioned."""
        self.cast = cast
        self.reading = cast.reading
        self._pronouns = Pronouns(cast)
        self._roles = Roles(cast)

    def person_of(self, first: int, last: int) -> Person | None:
        """Return the person behind the mention of tokens [first, last); calls must follow the text's order."""
        person = self._resolve(first, last)
        if person:
            self._pronouns.seen.append((first, person))
        elif self._is_stranger(first):
            self._pronouns.strangers.append(first)
        if person is None:
            self._pronouns.open.update(dict.fromkeys(self._sexes(first, last), first))
        return person

    def _is_stranger(self, first: int) -> bool:
        """Tell whether a mention brings in somebody without a name: no apposition, and no "one of the difficulties"."""
        tags = self.reading.tags
        new = self.reading.word(first).lower() in NEW
        return new and tags[first - 1 : first] != "," and tags[first + 1 : first + 2] != "o"

    def _sexes(self, first: int, last: int) -> Iterator[str]:
        """Yield which pronouns an open mention may go on as: "he" as he, "a spokesman for Hale" as he or she."""
        pronoun = self._sex_of_pronoun(first) if last - first == 1 else ""
        if pronoun:
            yield pronoun
        elif any(naming.person.kind == "person" for naming in self.cast.namings_in(first, last)):
            yield from ("male", "female")

    def _sex_of_pronoun(self, first: int) -> str:
        """Return the sex that "he" or "she" tells; empty for other words."""
        word = CONTRACTION.sub("", self.reading.word(first).lower())
        sex = self.cast.language.pronouns.get(word, "")
        return sex if sex in ("male", "female") else ""

    def _resolve(self, first: int, last: int) -> Person | None:
        if person := self.cast.named(first, last):
            return person
        tags = self.reading.tags[first:last]
        word = self.reading.word(first).lower()
        sex = self.cast.language.pronouns.get(CONTRACTION.sub("", word))
        if tags in ("h", "d", "H") and sex in ("male", "female"):
            return self._pronouns.bearer(first, sex)
        if tags[:1] in "wW":
            return self._named_before(first)
        if any(tag in tags for tag in "rR"):
            return self._roles.bearer(first, last)
        return None

    def lead(self, first: int, last: int) -> Person | None:
        """Return whom a role in the opening sentence announces: "a senior diplomat said …", named below."""
        reading = self.reading
        head = head_of(reading, first, last)
        role = reading.word(head).lower()
        if (reading.ends and first > reading.ends[0]) or role in NAMELESS:
            return None
        wanted = {role} | KINDRED.get(role, frozenset())
        seen: list[Person] = []
        for place, person in self._pronouns.seen:
            if place > last and person.kind == "person" and wanted & person.roles and person not in seen:
                seen.append(person)
        return seen[0] if len(seen) == 1 else None

    def _named_before(self, first: int) -> Person | None:
        near = [
            naming for naming in self.cast.namings_in(first - LONGEST_NAME - 2, first) if naming.last <= first
        ]
        return near[-1].person if near and first - near[-1].last <= 1 else None
