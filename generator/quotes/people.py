"""Who is named in an article: one record for each person or body, and every place that names it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from generator.model import Speaker, SpeakerId
from generator.quotes.languages.language import Language
from generator.quotes.languages.places import PLACES
from generator.quotes.namesakes import is_relative, means_another
from generator.quotes.reading import Reading
from generator.text import slug

# A title may stand right before a name: "President", "Sen.", "Foreign Ministry Spokesman".
_NAME = re.compile(r"(?:K_)*N(?:_?(?:N|K_))*S?")
# Read from right to left: "Foreign Ministry Spokesman", "Leader of the Islamic Revolution Ayatollah".
_TITLE = re.compile(r"_?[ARr](?:[JN]{1,3}[dS]{0,2}o(?=[ARr])|[JNlrARS_]){0,9}")
_TITLE_BEFORE = re.compile(r"(?:[oi][dS]?)?[JNRrAlS_]{1,7}")
HEAD_ENDS = re.compile(r"[oiyGTwWt,(Heg]")
_ANOTHERS = re.compile("[oiyTG][dq_]*[ARr_]+$")
"""Tags before a name that only tells whose somebody is: "an agent for President Clinton"."""
_OWNED = re.compile("[oiyTG][dq_]*$")
"""The same without a title: "a reporter for Agence France-Presse"; not before a name cut out of a longer run."""
_SUFFIX = re.compile(r"['’‘]s?$")
_JUNIOR = frozenset(("jr", "sr", "ii", "iii", "iv"))
LONGEST_NAME = 6


@dataclass(slots=True)
class Person:
    """Somebody with a name in one article, as far as it has been read."""

    words: tuple[str, ...]
    """The fullest name, without titles."""
    kind: str = "person"
    roles: set[str] = field(default_factory=set)
    """Lower-case words of titles and appositions: `deputy`, `minister`, `iranian`."""
    aliases: Counter[str] = field(default_factory=Counter)
    titles: Counter[str] = field(default_factory=Counter)
    sex: str = ""
    """`male`, `female`, or empty where unknown."""
    first: int = 0
    """Token at which the fullest name stands first."""
    relative: bool = False
    """True where the text presents them as somebody's relative: "his daughter, Ivanka Trump"."""

    @property
    def name(self) -> str:
        """Return the name in one string."""
        return " ".join(self.words)


@dataclass(frozen=True, slots=True)
class Naming:
    """A place that names somebody."""

    first: int
    last: int
    person: Person


class _Name(NamedTuple):
    """A run of words that may name somebody."""

    first: int
    last: int
    words: tuple[str, ...]
    title: tuple[str, ...]
    opens: bool
    """True at the start of a sentence, where any word has a capital."""


class Cast:
    """The people of one article."""

    def __init__(self, reading: Reading) -> None:
        """Read all names outside quotations."""
        self.reading = reading
        self.language: Language = reading.language
        self.people: list[Person] = []
        self.by_word: dict[str, list[Person]] = {}
        self.namings: list[Naming] = []
        self._alone: dict[str, int] = {}
        """Word -> the first token at which it stands alone as a name."""
        self._read_names()
        self._firsts = [naming.first for naming in self.namings]

    def _read_names(self) -> None:
        found = [naming for match in _NAME.finditer(self.reading.tags) if (naming := self._found(match))]
        plain = {name.words[0] for name in found if len(name.words) == 1 and not name.opens}
        self._alone = {name.words[0].lower(): name.first for name in reversed(found) if len(name.words) == 1}
        chosen: dict[int, Person] = {}
        known: dict[tuple[str, ...], Person] = {}
        for name in sorted(found, key=lambda name: (-len(name.words), name.first)):
            person = known.get(name.words) if not name.title else None
            if person is None:
                person = self._person(name, opens=name.opens and name.words[0] not in plain)
            if person:
                person.relative |= name.words == person.words and is_relative(self.reading, *name[:2])
                chosen[name.first] = person
                if len(self.by_word.get(self._last(name.words), ())) == 1:
                    known[name.words] = person
        for name in found:
            if person := chosen.get(name.first):
                if name.first and self.reading.word(name.first - 1).lower() in self.language.media:
                    person.kind, person.sex = "organization", ""
                self._learn(person, name.words, name.title, name.last)
                self.namings.append(Naming(name.first, name.last, person))

    def _found(self, match: re.Match[str]) -> _Name | None:
        """Return a name with the title before it, None for a run of capitals that is too long for one."""
        first, last = match.span()
        words = self._words(first, last)
        if not words or len(words) > LONGEST_NAME:
            return None
        tags = self.reading.tags
        kept = self._without_place(words)
        title: tuple[str, ...] = ()
        if len(kept) < len(words):
            title = self._title_before(first)
        elif (
            first
            and tags[first - 1] in "ARr_"
            and (before := _TITLE.match(self.reading.reverse, len(tags) - first))
        ):
            title = tuple(self.reading.word(place) for place in range(first - len(before.group()), first))
        return _Name(first, last, kept, title, first == 0 or tags[first - 1] in ".\nFM")

    def _words(self, first: int, last: int) -> tuple[str, ...]:
        words = [
            _SUFFIX.sub("", self.reading.word(place))
            if self.reading.tags[place] == "S"
            else self.reading.word(place)
            for place in range(first, last)
        ]
        joined: list[str] = []
        for word in words:
            if word == "." and joined:
                joined[-1] += "."
            elif word[:1].isalnum():
                joined.append(word)
        return tuple(joined)

    def _person(self, name: _Name, *, opens: bool) -> Person | None:
        """Return whom a name means: somebody known, or somebody new; None where it is no name."""
        words, title = name.words, name.title
        known = [person for person in self.by_word.get(self._last(words), ()) if _within(words, person.words)]
        if len(known) > 1 and not _is_junior(words):
            known = [person for person in known if not _is_junior(person.words)] or known
        another = len(known) == 1 and self._means_another(name, known[0])
        if len(known) == 1 and not another:
            return known[0]
        if len(known) > 1:
            return self._among(known, name)
        if len(words) == 1 and not another and not title and (opens or self.language.nouns_capital):
            return None
        if self.language.nouns_capital and not title and not self._sex_of([words[0].lower()]):
            return None
        return self._new_person(name, "person" if another else self._kind(words, title))

    def _new_person(self, name: _Name, kind: str) -> Person:
        person = Person(name.words, kind, first=name.first)
        self.people.append(person)
        last = self._last(name.words)
        for word in {last, name.words[0].lower()} if kind == "person" else {last}:
            self.by_word.setdefault(word, []).append(person)
        return person

    def _means_another(self, name: _Name, person: Person) -> bool:
        """Tell whether a single name, which a known person's ends in, is a namesake's."""
        if len(name.words) > 1 or len(person.words) == 1 or person.kind != "person":
            return False
        surname, given = name.words[0].lower(), person.words[0].lower()
        if surname != self._last(person.words):
            return False
        sexes = {self._sex_of([given]), self._sex_of(word.lower().strip(".") for word in name.title)} - {""}
        earlier = self._alone.get(surname, name.first) < person.first
        return len(sexes) > 1 or means_another(surname, given, relative=person.relative, earlier=earlier)

    def _title_before(self, first: int) -> tuple[str, ...]:
        """Return the role words of "Deputy Minister for Political Affairs Abbas Araqchi"."""
        found = _TITLE_BEFORE.match(self.reading.reverse, len(self.reading.tags) - first)
        if not found:
            return ()
        size = len(self.reading.tags)
        places = range(size - found.end(), size - found.start())
        return tuple(self.reading.word(place) for place in places if self.reading.tags[place] in "ARrJ")

    def _without_place(self, words: tuple[str, ...]) -> tuple[str, ...]:
        """Drop what stands before a given name: "Iran Brian Hook", "Political Affairs Abbas Araqchi"."""
        if len(words) < 3:  # noqa: PLR2004 - a given name and a surname have nothing before them
            return words
        male, female = self.language.male, self.language.female
        for place, word in enumerate(words[:-1]):
            if word.lower() in male or word.lower() in female:
                return words[place:]
        return words

    def _last(self, words: tuple[str, ...]) -> str:
        lower = [word.lower().strip(".") for word in words]
        return lower[-2] if len(lower) > 1 and lower[-1] in _JUNIOR else lower[-1]

    def _among(self, known: list[Person], name: _Name) -> Person:
        """Choose among namesakes by title; a bare name that fits several is a person of its own."""
        sex = self._sex_of(word.lower().strip(".") for word in name.title)
        fitting = [person for person in known if not sex or not person.sex or person.sex == sex]
        exact = [person for person in known if person.words == name.words]
        if exact:
            return exact[0]
        if len(fitting) == 1:
            return fitting[0]
        return self._new_person(name, "person")

    def _kind(self, words: tuple[str, ...], title: tuple[str, ...]) -> str:
        lower = [word.lower() for word in words]
        if len(words) > 1 and (lower[0] in self.language.male or lower[0] in self.language.female):
            return "person"
        if any(word in self.language.bodies for word in lower):
            return "organization"
        if (
            lower[0] in self.language.place_words
            or lower[-1] in PLACES
            or " ".join(lower) in self.language.place_names
        ):
            return "organization"
        if title and _head(title) in self.language.titles:
            return "person"
        if len(words) > 1:
            return "organization" if all(word.isupper() and len(word) > 1 for word in words) else "person"
        return "organization"

    def _sex_of(self, words: Iterable[str]) -> str:
        for word in words:
            if word in self.language.female:
                return "female"
            if word in self.language.male:
                return "male"
        return ""

    def _titled(self, person: Person, title: tuple[str, ...]) -> None:
        """Take a single name for a person's where it bears a personal title anywhere: "Mr. Obama"."""
        name = person.words[-1].lower()
        personal = len(person.words) == 1 and _head(title) in self.language.titles
        if personal and name not in PLACES and name not in self.language.bodies:
            person.kind = "person"

    def _learn(self, person: Person, words: tuple[str, ...], title: tuple[str, ...], last: int) -> None:
        """Note what this place adds: another form of the name, a title, an apposition."""
        name = " ".join(words)
        if words != person.words:
            person.aliases[name] += 1
        if len(title) > 0:
            self._titled(person, title)
            person.roles.update(word.lower() for word in title if word != ".")
            person.titles[" ".join(title).replace(" .", ".")] += 1
        reading = self.reading
        if reading.tags[last : last + 1] == ",":
            close = re.compile(r"[dJNlrRoiS#K_]{1,9}(?=[,.\n])").match(reading.tags, last + 1)
            for place in range(last + 1, close.end() if close else last):
                if reading.tags[place] in "rR":
                    person.roles.add(reading.word(place).lower())
        if not person.sex and person.kind == "person":
            person.sex = self._sex_of(
                [word.lower().strip(".") for word in title]
                + [person.words[0].lower()] * (len(person.words) > 1)
            )

    def namings_in(self, begin: int, end: int) -> list[Naming]:
        """Return the places that start among tokens [begin, end)."""
        return self.namings[bisect_left(self._firsts, begin) : bisect_left(self._firsts, end)]

    def named(self, first: int, last: int) -> Person | None:
        """Return the person that the head of a mention names."""
        tags = self.reading.tags[first:last]
        begin = 1 if tags[:1] in "wWt,dq" else 0
        cut = HEAD_ENDS.search(tags, begin + 1)
        head = first + (cut.start() if cut else len(tags))
        inside = [naming for naming in self.namings_in(first, last) if naming.last <= head]
        if inside and inside[-1].last == head:
            return inside[-1].person
        # "Leader of the Islamic Revolution Ayatollah Seyyed Ali Khamenei": the name closes the whole mention.
        whole = [naming for naming in self.namings_in(first, last) if naming.last == last]
        if (
            whole
            and whole[-1].person.kind == "person"
            and re.search("[ARr]", before := self.reading.tags[first : whole[-1].first])
            and not _ANOTHERS.search(before)
            and not (_OWNED.search(before) and last - whole[-1].first <= len(whole[-1].person.words))
        ):
            return whole[-1].person
        return None


def _head(title: tuple[str, ...]) -> str:
    """Return the last word of a title: `mr` of "Mr."."""
    return next((word.lower() for word in reversed(title) if word != "."), "")


def _is_junior(words: tuple[str, ...]) -> bool:
    """Tell whether a name ends in "Jr.", "Sr." or a number."""
    return words[-1].lower().strip(".") in _JUNIOR


def _within(words: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Tell whether a name is a shorter form of another: its words in order, initials allowed.

    "Duncan Hunter" is no form of "Duncan Hunter Sr.", who is his father; the surname alone may be.
    """
    if len(words) > 1 and _is_junior(full) and not _is_junior(words):
        return False
    lower = [word.lower().strip(".") for word in full]
    place = 0
    for word in words:
        plain = word.lower().strip(".")
        while (
            place < len(lower)
            and lower[place] != plain
            and not (len(plain) == 1 and lower[place][:1] == plain)
        ):
            place += 1
        if place == len(lower):
            return False
        place += 1
    return True


def speaker_of(person: Person) -> Speaker:
    """Return the record of a person."""
    aliases = tuple(sorted(alias for alias in person.aliases if alias != person.name))
    titles = tuple(sorted(person.titles))
    return Speaker(SpeakerId(slug(person.name)), person.name, titles, aliases, person.kind)
