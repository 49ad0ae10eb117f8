"""Which person is behind a mention, in languages other than English? A mention that fits two gets nobody."""

from __future__ import annotations

from itertools import takewhile

from generator.quotes.answers import answers_a_question
from generator.quotes.people import Naming, Person
from generator.quotes.world_people import WorldCast

_COMPLEMENT = "oiTy"
_LONGEST_REACH = 400
"""Tokens that it looks back over at most."""
_REACH = 2
"""Paragraphs, the mention's own included, in which a pronoun's person is looked for."""


class WorldResolver:
    """Follows the article and says who is behind each mention."""

    def __init__(self, cast: WorldCast) -> None:
        """Start with nobody mentioned."""
        self.cast = cast
        self.reading = cast.reading
        self._seen: list[tuple[int, Person]] = []

    def person_of(self, first: int, last: int) -> Person | None:
        """Return the person behind the mention of tokens [first, last); calls must follow the text's order."""
        person = self._resolve(first, last)
        if person:
            self._seen.append((first, person))
        return person

    def _resolve(self, first: int, last: int) -> Person | None:
        inside = self._heads(first, last)
        if inside:
            people = {id(naming.person): naming.person for naming in inside}
            return inside[-1].person if len(people) == 1 else None
        word = self.reading.word(first).lower().strip("-")
        sex = self.cast.language.pronouns.get(word) or self.cast.language.pronouns.get(word.split("-")[-1])
        if self.reading.tags[first] == "h" and last - first == 1:
            return self._last(first, sex) if sex in ("male", "female", "person") else None
        return self._role(first, last)

    def _heads(self, first: int, last: int) -> list[Naming]:
        """Return the namings in a mention that are its head, not what it belongs to."""
        tags = self.reading.tags
        heads = []
        for naming in self.cast.namings_in(first, last):
            before = naming.first - 1
            while before > first and tags[before] == "d":
                before -= 1
            complement = naming.first > first and tags[before] in _COMPLEMENT
            if not complement or not self.cast.language.capitals:
                heads.append(naming)
        apposed = [naming for naming in heads if tags[naming.first - 1 : naming.first] == ","]
        return apposed[-1:] or heads

    def _role(self, first: int, last: int) -> Person | None:
        """Return the only person of that role, else who spoke last and fits: "la funcionaria"."""
        language, reading = self.cast.language, self.reading
        word = reading.word(first).lower().rstrip("'’")
        if not self._definite(word):
            return None
        head = first + language.capitals
        while head < last and reading.tags[head] in "dJ#q":
            head += 1
        role = reading.word(head).lower() if head < last else ""
        if not role or role in language.bodies or role in language.indefinite:
            return None
        bearing = [one for one in self.cast.bearing(_bare(role)) if self.cast.named_before(one, first)]
        if bearing:
            return bearing[0] if len(bearing) == 1 else None
        plain = last - head <= 1 + (reading.tags[last - 1] == "l" and language.capitals)
        if not plain or not self._restates(role):
            return None
        return self._last(first, self._sex_of(role) or language.definite.get(word, ""))

    def _definite(self, word: str) -> bool:
        """Tell whether a mention that opens with the word points to somebody known: "el", "الوزير", "شهردار"."""
        language = self.cast.language
        if language.capitals:
            return word in language.definite
        return word not in language.indefinite and (word.startswith("ال") or language.verb_last)

    def _restates(self, role: str) -> bool:
        """Tell whether a noun stands for a person named just before, whatever the office."""
        language = self.cast.language
        endings = tuple(language.restating) if language.nouns_capital else ()
        return _bare(role) in language.restating or role.endswith(endings)

    def _sex_of(self, role: str) -> str:
        language = self.cast.language
        return "female" if role in language.female else "male" if role in language.male else ""

    def _last(self, first: int, sex: str | None) -> Person | None:
        """Return who spoke or was named last and fits, nobody where two may be meant."""
        tags = self.reading.tags
        floor = first
        for _ in range(_REACH):
            floor = tags.rfind("\n", 0, floor)
            if floor < 0:
                break
        floor = max(0, floor, first - _LONGEST_REACH)
        seen = takewhile(lambda pair: pair[0] >= floor, reversed(self._seen))
        places = [(at, person) for at, person in seen if at < first]
        begin, _ = self.reading.sentence(first)
        places += [
            (naming.first, naming.person)
            for naming in self.cast.namings_in(floor, begin)
            if self._opens(naming)
        ]
        places.sort(key=lambda pair: pair[0])
        fitting = [
            person
            for _, person in places
            if person.kind == "person" and (sex in ("", "person", None) or person.sex in ("", sex))
        ]
        if not fitting:
            return None
        chosen = fitting[-1]
        if self._seen and chosen is self._seen[-1][1] and answers_a_question(self.reading, first):
            return None
        rivals = {one.name for one in fitting if one is not chosen}
        return (
            None
            if rivals and (not chosen.sex or sex in ("", "person", None)) and self._close(places, chosen)
            else chosen
        )

    def _opens(self, naming: Naming) -> bool:
        """Tell whether a name opens its sentence: then it is its subject."""
        begin, _ = self.reading.sentence(naming.first)
        before = self.reading.tags[begin : naming.first]
        if not self.cast.language.nouns_capital:
            return not before.strip("dlrRJo,bANKiT_D#f")
        articles = (self.reading.word(at).lower() for at in range(max(begin, naming.first - 3), naming.first))
        return not before.strip("dlrRJo,bANKiT_D#fx") and not any(
            word in ("den", "dem", "des") for word in articles
        )

    def _close(self, places: list[tuple[int, Person]], chosen: Person) -> bool:
        """Tell whether somebody else was seen in the two places before the last one."""
        return any(person is not chosen for _, person in places[-2:])


def _bare(role: str) -> str:
    """Return an Arabic word without its article."""
    return role.removeprefix("ال")
