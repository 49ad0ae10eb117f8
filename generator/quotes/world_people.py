"""Who is named in an article in a language other than English?

In scripts with capitals a name is a run of them; in Arabic and Persian it is bounded by a given name, by
the commas of an apposition, or by the surname's standing alone elsewhere.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

from generator.quotes.clauses import Clause
from generator.quotes.namesakes import is_relative, means_another
from generator.quotes.people import LONGEST_NAME, Naming, Person
from generator.quotes.reading import Reading

_RUN = re.compile(r"N(?:[_K]*N|o{1,2}d?N|dN|cN(?=[,.]))*(?:K_)?")
_RUN_OF_NAMES = re.compile(r"N(?:[_K]*[NR]|o{1,2}d?[NR]|dN|cN(?=[,.]))*(?:K_)?")
"""Where roles are written small, one with a capital behind a name is a surname: "Albertina Fontes"."""
_ROLE_TAGS = "RrA"
_FULL = 2
_NEAR_SUBJECTS = 16
"""Subjects before a name of which one may hold it: they nest, but not so deep."""
_NEAR = 8
"""Tokens to either side of a name in which its title is looked for."""
_JOINING = frozenset(("de", "del", "da", "do", "das", "dos", "von", "van", "du", "d’", "d'", "des"))
"""Small words inside names."""
_CLITIC = ("بال", "لل", "كال", "وال", "فال")
"""Prepositions and conjunctions written before an Arabic noun with its article: no surname begins with them."""
_PARTICLES = frozenset(("بن", "بنت", "أبو", "ابو", "آل", "عبد", "ابن"))
_PLAIN = "lNrR"


class WorldCast:
    """The people of one article, with every place that names one."""

    def __init__(self, reading: Reading, subjects: Iterable[tuple[int, int] | None]) -> None:
        """Read the names, the fullest first; `subjects` are the mentions of those who speak."""
        self.reading = reading
        self.language = reading.language
        self.people: list[Person] = []
        self.namings: list[Naming] = []
        self._by_word: dict[str, list[Person]] = {}
        self._by_role: dict[str, list[Person]] = {}
        self._named_first: dict[int, int] = {}
        self._alone: dict[str, int] = {}
        """Word -> the first token at which it stands alone as a name."""
        self._subjects = sorted({subject for subject in subjects if subject})
        if self.language.capitals:
            self._read_capitals()
        else:
            self._read_given()
        self.namings.sort(key=lambda naming: (naming.first, -naming.last))
        for naming in reversed(self.namings):
            self._named_first[id(naming.person)] = naming.first
        for one in self.people:
            for role in one.roles if one.kind == "person" else ():
                self._by_role.setdefault(role.removeprefix("ال"), []).append(one)
        self._firsts = [naming.first for naming in self.namings]

    def namings_in(self, begin: int, end: int) -> list[Naming]:
        """Return the places that name somebody wholly among tokens [begin, end)."""
        near = self.namings[bisect_left(self._firsts, begin) : bisect_left(self._firsts, end)]
        return [naming for naming in near if naming.last <= end]

    def bearing(self, role: str) -> list[Person]:
        """Return the people whose title or apposition has the word."""
        return self._by_role.get(role, [])

    def named_before(self, person: Person, token: int) -> bool:
        """Tell whether somebody was named before a token."""
        return self._named_first.get(id(person), token) < token

    def bounded(self, found: Sequence[Clause]) -> tuple[Clause, ...]:
        """Return the clauses with subjects that end where a name, or a body's own name, does.

        Without capitals only the names tell where a subject ends and what is said begins.
        """
        return tuple(
            clause._replace(subject=self._end(clause.subject)) if clause.subject else clause
            for clause in found
        )

    def _end(self, subject: tuple[int, int]) -> tuple[int, int]:
        first, last = subject
        inside = self.namings_in(first, last)
        if inside:
            return first, max(naming.last for naming in inside)
        if self.language.verb_first and self.reading.word(first) in self.language.bodies:
            place = first + 1
            while place < last and self.reading.word(place).startswith("ال"):
                place += 1
            return first, place
        return subject

    # ------------------------------------------------------------ scripts with capitals

    def _read_capitals(self) -> None:
        runs = [
            run
            for match in (_RUN if self.language.nouns_capital else _RUN_OF_NAMES).finditer(self.reading.tags)
            if (run := self._run(*match.span()))
        ]
        self._alone = {words[0].lower(): first for first, _, words in reversed(runs) if len(words) == 1}
        for first, last, words in sorted(runs, key=lambda run: (-len(run[2]), run[0])):
            person = self._named(words) or self._introduced(first, last, words)
            if person:
                person.relative |= words == person.words and is_relative(self.reading, first, last)
                self.namings.append(Naming(first, last, person))
                self._learn(person, first, last, words)

    def _run(self, first: int, last: int) -> tuple[int, int, tuple[str, ...]] | None:
        """Return a run of capitals without what is no part of the name."""
        reading, tags = self.reading, self.reading.tags
        for place in range(first + 1, last):
            particle = tags[place] == "o" and reading.word(place).lower() not in _JOINING
            if particle or (
                tags[place] == "d" and not reading.word(place)[:1].isupper() and tags[place - 1] != "o"
            ):
                last = place
                break
        while first < last and last - first > 1 and self._is_no_name(first, last):
            first += 1
        words = tuple(reading.word(place) for place in range(first, last) if tags[place] != "_")
        if not words or len(words) > LONGEST_NAME or not words[0][:1].isupper():
            return None
        return first, last, words

    def _is_no_name(self, first: int, last: int) -> bool:
        """Tell whether the first word stands before a given name and is none: "Landwirt Karl Maier"."""
        given = [place for place in range(first, last) if self._is_given(self.reading.word(place))]
        return bool(given) and given[0] > first and not self.reading.tags[first + 1 : given[0]].strip("N")

    def _is_given(self, word: str) -> bool:
        lower = word.lower()
        first = lower.split("-")[0]
        language = self.language
        if lower in language.roles or lower in language.titles:
            return False
        return any(one in names for one in (lower, first) for names in (language.male, language.female))

    def _named(self, words: tuple[str, ...]) -> Person | None:
        """Return the only person of whose name the words are a part."""
        fitting = [
            one
            for one in self._by_word.get(_key(words), ())
            if _part_of(words, one.words) and not self._means_another(words, one)
        ]
        exact = [one for one in fitting if one.words == words]
        if exact:
            return exact[0]
        return fitting[0] if len(fitting) == 1 else None

    def _introduced(self, first: int, last: int, words: tuple[str, ...]) -> Person | None:
        """Return a new person or body where the place shows that the words name one."""
        others = [one for one in self._by_word.get(_key(words), ()) if _part_of(words, one.words)]
        if others and not all(self._means_another(words, one) for one in others):
            return None
        kind = "person" if others else self._kind(first, last, words)
        if kind is None:
            return None
        return self._add(Person(words, kind, first=first))

    def _means_another(self, words: tuple[str, ...], person: Person) -> bool:
        """Tell whether a single word, which somebody's name ends in, is a namesake's."""
        if len(words) > 1 or len(person.words) == 1 or words[0] != person.words[-1]:
            return False
        surname, given = words[0].lower(), person.words[0].lower()
        earlier = self._alone.get(surname, person.first) < person.first
        return means_another(surname, given, relative=person.relative, earlier=earlier)

    def _add(self, person: Person) -> Person:
        """Keep a new person under each word of the name."""
        self.people.append(person)
        for word in {word.lower() for word in person.words}:
            self._by_word.setdefault(word, []).append(person)
        return person

    def _kind(self, first: int, last: int, words: tuple[str, ...]) -> str | None:
        """Return `person` or `organization`, None where the place does not tell that the words name either."""
        tags, language = self.reading.tags, self.language
        if any(word.lower() in language.bodies for word in words):
            return "organization"
        before = tags[first - 1 : first] if first else ""
        titled = before in ("R", "r") or (before == "_" and tags[max(0, first - 2)] == "A")
        full = len(words) >= _FULL
        known = self._is_given(words[0]) or self._has_role(first, last)
        if (full and (titled or known)) or (titled and not (language.nouns_capital and before == "r")):
            return "person"
        if before in ("o", "i", "T", "y") or not self._is_subject(first, last):
            return None
        if all(word.isupper() for word in words) and len("".join(words)) > 1:
            return "organization"
        if full or known or language.nouns_capital:
            return "person" if before != "d" and not (language.nouns_capital and not full) else None
        return "organization" if first and before not in ".\n" else None

    def _is_subject(self, first: int, last: int) -> bool:
        """Tell whether a verb of reporting has these tokens for its subject's head."""
        behind = bisect_right(self._subjects, (first, len(self.reading.tags)))
        return any(last <= end for _, end in self._subjects[max(0, behind - _NEAR_SUBJECTS) : behind])

    def _has_role(self, first: int, last: int) -> bool:
        return bool(self._roles(first, last))

    def _roles(self, first: int, last: int) -> list[str]:
        """Return the words for what somebody is that stand before or after the name."""
        return [self.reading.word(place).lower() for place in (*self._before(first), *self._behind(last))]

    def _before(self, first: int) -> Iterator[int]:
        """Yield the nouns of the noun phrase before a name: "la consejera de Fomento, Marta Ríos"."""
        tags = self.reading.tags
        place = first - 1
        while place >= 0 and tags[place] in "_A":
            place -= 1
        if place >= 0 and tags[place] in "oiTy":
            return
        if place >= 0 and tags[place] == ",":
            place -= 1
        low = max(0, place - _NEAR)
        start = place
        while start >= low and tags[start] in "lNRrJSodyKA_i" + "(":
            start -= 1
            if tags[start + 1] == "d" and tags[start : start + 1] not in tuple("oyi"):
                break
        head = next((at for at in range(start + 1, place + 1) if tags[at] in "lRrNJ"), None)
        for at in range(start + 1, place + 1):
            role = tags[at] in "Rr" or (at == head and tags[at] == "l" and tags[first - 1] == ",")
            if role and (at == head or tags[at] in "Rr"):
                yield at

    def _behind(self, last: int) -> Iterator[int]:
        """Yield the roles of an apposition: "Rosa Maldonado, secretaria general de la Unión"."""
        tags = self.reading.tags
        if tags[last : last + 1] != ",":
            return
        for place in range(last + 1, min(len(tags), last + 1 + _NEAR)):
            if tags[place] in ",.\n;:QFMPwti":
                return
            if tags[place] in "Rr":
                yield place

    def _learn(self, person: Person, first: int, last: int, words: tuple[str, ...]) -> None:
        """Note another form of the name, titles, roles and what they tell of the sex."""
        if words != person.words:
            person.aliases[" ".join(words)] += 1
        roles = self._roles(first, last)
        person.roles.update(roles)
        if person.kind == "person" and not person.sex:
            person.sex = self._sex(person, first, roles)

    def _sex(self, person: Person, first: int, roles: Iterable[str]) -> str:
        language = self.language
        for word in (person.words[0].lower(), person.words[0].lower().split("-")[0], *roles):
            if word in language.female:
                return "female"
            if word in language.male:
                return "male"
        for place in self._before(first):
            article = self.reading.word(place - 1).lower() if place else ""
            if sex := language.definite.get(article):
                return sex
        return ""

    # ------------------------------------------------------------ scripts without capitals

    def _read_given(self) -> None:
        alone = self._standing_alone()
        found = [tuple(self.reading.word(at) for at in range(*place)) for place in self._candidates(alone)]
        surnames = {words[-1] for words in found}
        for words in found:
            strayed = words[0] in surnames and words[-1] not in alone
            if not strayed and not self._named(words):
                self._add(Person(words))
        for start, end in self._names_in_text():
            words = tuple(self.reading.word(place) for place in range(start, end))
            person = self._named(words)
            if person:
                self.namings.append(Naming(start, end, person))
                self._learn_plain(person, start, end, words)

    def _standing_alone(self) -> frozenset[str]:
        """Return the words that open a mention and may be a surname used by itself."""
        language = self.language
        first = (self.reading.word(start) for start, _ in self._subjects)
        return frozenset(
            word
            for word in first
            if word not in language.roles and word not in language.bodies and word not in language.tags
        )

    def _candidates(self, alone: frozenset[str]) -> Iterator[tuple[int, int]]:
        """Yield the places of full names: a given name in a mention and the word after it, a surname used alone."""
        tags = self.reading.tags
        for start, end in self._subjects:
            named = [
                at for at in range(start, end) if self._is_given(self.reading.word(at)) and tags[at] in _PLAIN
            ]
            for at in named[:1]:
                last = self._surname_end(at, alone)
                if last:
                    yield at, last
            if not named:
                for at in range(start + 1, min(end, start + _NEAR)):
                    before, word = self.reading.word(at - 1), self.reading.word(at)
                    if (
                        word in alone
                        and tags[at - 1] == "l"
                        and before not in self.language.roles | self.language.bodies
                    ):
                        yield at - 1, at + 1
                        break
        for at, tag in enumerate(tags):
            if tag in _PLAIN and self._is_given(self.reading.word(at)):
                last = self._surname_end(at, alone)
                if last and self.reading.word(last - 1) in alone:
                    yield at, last

    def _surname_end(self, at: int, alone: frozenset[str]) -> int | None:
        """Return the token after the surname that follows a given name."""
        reading, tags = self.reading, self.reading.tags
        last = at + 1
        while last < len(tags) and reading.word(last) in _PARTICLES:
            last += 1
        if tags[last : last + 1] not in tuple(_PLAIN) or reading.word(last).startswith(_CLITIC):
            return None
        if reading.word(last) in self.language.roles or reading.word(last) in self.language.bodies:
            return None
        if (
            tags[last + 1 : last + 2] in tuple(_PLAIN)
            and reading.word(last + 1) in alone
            and reading.word(last) not in alone
        ):
            last += 1
        return last + 1

    def _names_in_text(self) -> list[tuple[int, int]]:
        """Return every place of a known name: whole, or the surname alone where a mention opens with it."""
        found = []
        opening: dict[str, set[tuple[str, ...]]] = {}
        for one in self.people:
            opening.setdefault(one.words[0], set()).add(one.words)
        taken: set[int] = set()
        for at, _ in enumerate(self.reading.tags):
            if wholes := opening.get(self.reading.word(at)):
                for words in sorted(wholes):
                    last = at + len(words)
                    if (
                        tuple(
                            self.reading.word(place)
                            for place in range(at, min(last, len(self.reading.tokens)))
                        )
                        == words
                    ):
                        found.append((at, last))
                        taken.update(range(at, last))
        surnames = {one.words[-1] for one in self.people}
        for start, _ in self._subjects:
            if start not in taken and self.reading.word(start) in surnames:
                found.append((start, start + 1))
        return sorted(found)

    def _learn_plain(self, person: Person, first: int, last: int, words: tuple[str, ...]) -> None:
        if words != person.words:
            person.aliases[" ".join(words)] += 1
        language, reading = self.language, self.reading
        for at in (*range(max(0, first - _NEAR), first), *range(last, min(len(reading.tags), last + _NEAR))):
            same = not any(tag in ".\n;:QFMPvt" for tag in reading.tags[min(at, last) : max(at, first)])
            if reading.tags[at] in "Rr" and same and (at < first or reading.tags[last : last + 1] == ","):
                person.roles.add(reading.word(at))
        given = person.words[0]
        person.sex = (
            "female" if given in language.female else "male" if given in language.male else person.sex
        )


def _key(words: tuple[str, ...]) -> str:
    """Return the word by which a name is looked up: its last one, never an initial alone."""
    return next((word for word in reversed(words) if len(word.strip(".")) > 1), words[-1]).lower()


def _part_of(words: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Tell whether a name is a form of another: its words in order, an initial for a word allowed."""
    rest = iter([word.lower().strip(".") for word in full])
    return all(any(_same(word.lower().strip("."), other) for other in rest) for word in words)


def _same(word: str, other: str) -> bool:
    return word == other or (len(word) == 1 and other.startswith(word))
