"""Which person or body is behind the words "he", "the Leader", "Khatibzadeh"?

Nothing is guessed: a mention that fits two people, or nobody, gets no speaker.
"""

from __future__ import annotations

import re
from itertools import takewhile

from generator.quotes.languages.language import listed
from generator.quotes.languages.places import PLACES
from generator.quotes.people import HEAD_ENDS, LONGEST_NAME, Cast, Naming, Person

_CONTRACTION = re.compile(r"['’].*")
_NEAR = 80
"""Tokens within which another fitting person makes "he" ambiguous."""
_REACH = 400
"""Tokens that a pronoun looks back over."""
_KINDRED = {
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
_NAMELESS = frozenset(listed("source sources official officials people man woman person user"))
"""Words that hide a name on purpose, or fit anybody."""
_OPENING = re.compile("[dNAKRrlJS_#]{0,4}")
"""Tags of a title or a role before a name that opens a sentence."""
_OBJECT = re.compile("[dNAKRrlJS_#]{0,4}[io]")
"""Tags before a name that hangs on a preposition, read backward: "praise from President Putin"."""
_PREDICATE = re.compile("[bw]*[xfevVEk]")
"""Tags of a verb after a subject; an adverb alone makes none."""


class Resolver:
    """Follows the article and says who is behind each mention."""

    def __init__(self, cast: Cast) -> None:
        """Start with nobody mentioned."""
        self.cast = cast
        self.reading = cast.reading
        self._seen: list[tuple[int, Person]] = []
        self._next = 0

    def person_of(self, first: int, last: int) -> Person | None:
        """Return the person behind the mention of tokens [first, last); calls must follow the text's order."""
        person = self._resolve(first, last)
        if person:
            self._seen.append((first, person))
        return person

    def _resolve(self, first: int, last: int) -> Person | None:
        if person := self.cast.named(first, last):
            return person
        tags = self.reading.tags[first:last]
        word = self.reading.word(first).lower()
        sex = self.cast.language.pronouns.get(_CONTRACTION.sub("", word))
        if tags in ("h", "d", "H") and sex in ("male", "female"):
            return self._pronoun(first, sex)
        if tags[:1] in "wW":
            return self._named_before(first)
        if any(tag in tags for tag in "rR"):
            return self._role(first, last)
        return None

    def lead(self, first: int, last: int) -> Person | None:
        """Return whom a role in the opening sentence announces: "a senior diplomat said …", named below."""
        reading = self.reading
        head = self._head(first, last)
        role = reading.word(head).lower()
        if (reading.ends and first > reading.ends[0]) or role in _NAMELESS:
            return None
        wanted = {role} | _KINDRED.get(role, frozenset())
        seen: list[Person] = []
        for place, person in self._seen:
            if place > last and person.kind == "person" and wanted & person.roles and person not in seen:
                seen.append(person)
        return seen[0] if len(seen) == 1 else None

    def _head(self, first: int, last: int) -> int:
        cut = HEAD_ENDS.search(self.reading.tags, first + 1, last)
        return (cut.start() if cut else last) - 1

    def _named_before(self, first: int) -> Person | None:
        near = [
            naming for naming in self.cast.namings_in(first - LONGEST_NAME - 2, first) if naming.last <= first
        ]
        return near[-1].person if near and first - near[-1].last <= 1 else None

    def _pronoun(self, first: int, sex: str) -> Person | None:
        """Return the last subject or speaker whose sex fits."""
        seen = takewhile(lambda pair: pair[0] > first - _REACH, reversed(self._seen))
        candidates = [(place, person) for place, person in seen if place < first]
        candidates += [
            (naming.first, naming.person)
            for naming in self.cast.namings_in(first - _REACH, first)
            if self._is_subject(naming)
        ]
        for place, person in sorted(candidates, key=lambda pair: -pair[0]):
            if person.kind == "person" and person.sex in ("", sex):
                meant = self._outer(place, sex) or person
                return None if self._rivaled(meant, sex, first) else meant
            if self._may_be_meant(person):
                return None
        return None

    def _outer(self, place: int, sex: str) -> Person | None:
        """Return who is reported to speak of a subject in its own sentence: "Earnest said Obama has …"."""
        begin, _ = self.reading.sentence(place)
        speakers = (person for spoke, person in reversed(self._seen) if begin <= spoke < place)
        return next((one for one in speakers if one.kind == "person" and one.sex in ("", sex)), None)

    def _rivaled(self, person: Person, sex: str, first: int) -> bool:
        """Tell whether somebody else who fits is named near, while the sex of this person is unknown."""
        return not person.sex and any(
            other.kind == "person" and other.sex in ("", sex)
            for naming in self.cast.namings_in(first - _NEAR, first)
            if (other := naming.person) is not person
        )

    def _may_be_meant(self, person: Person) -> bool:
        """Tell whether a name that is taken for a body's could be a person's: then "he" is left open."""
        word = person.words[0].lower()
        alone = len(person.words) == 1 and not person.words[0].isupper()
        return (
            person.kind != "person" and alone and word not in PLACES and word not in self.cast.language.bodies
        )

    def _is_subject(self, naming: Naming) -> bool:
        """Tell whether the name opens its sentence, or a verb follows it, perhaps past an apposition."""
        tags = self.reading.tags
        begin, _ = self.reading.sentence(naming.first)
        if tags[naming.last - 1] == "S" or _OBJECT.match(self.reading.reverse, len(tags) - naming.first):
            return False
        if _OPENING.fullmatch(tags, begin, naming.first) or _PREDICATE.match(tags, naming.last):
            return True
        if tags[naming.last : naming.last + 1] in (",", "("):
            ending = "," if tags[naming.last] == "," else ")"
            close = tags.find(ending, naming.last + 1, naming.last + 14)
            return close > 0 and tags[close + 1 : close + 2] in tuple("xfevE")
        return False

    def _role(self, first: int, last: int) -> Person | None:
        """Return the only person of that role: "the Leader", "the Iranian diplomat"."""
        reading = self.reading
        tags = reading.tags[first:last]
        if reading.word(first).lower() not in ("the", "this", "that"):
            return None
        role = reading.word(self._head(first, last)).lower()
        if (
            tags[0] != "d"
            or role in _NAMELESS
            or (role.endswith("s") and role[:-1] in self.cast.language.roles)
        ):
            return None
        wanted = {role} | _KINDRED.get(role, frozenset())
        seen: list[Person] = []
        for naming in reversed(self.cast.namings):
            if naming.first >= first:
                continue
            if naming.person.kind == "person" and wanted & naming.person.roles and naming.person not in seen:
                seen.append(naming.person)
        exact = [person for person in seen if role in person.roles]
        if len(exact) == 1:
            return exact[0]
        if len(seen) == 1:
            return seen[0]
        return None
