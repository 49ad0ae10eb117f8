"""Whom do "he" and "she" mean? The last subject who fits, and nobody where two people may be meant."""

from __future__ import annotations

import re
from itertools import takewhile

from generator.quotes.answers import answers_a_question
from generator.quotes.languages.language import listed
from generator.quotes.languages.places import PLACES
from generator.quotes.people import Cast, Naming, Person

CONTRACTION = re.compile(r"['’].*")
_NEAR = 80
"""Tokens within which another fitting person makes "he" ambiguous."""
_SAID = re.compile("[bx]*[vV](?:[.,;:\n]|i|$)")
_THERE_IS = frozenset(("there's", "there’s"))
_ASKING = frozenset(("asked", "asks", "pressed", "questioned", "grilled", "asking", "pressing"))
_ABOUT = frozenset(("about", "on", "if"))
_QUESTION = 14
"""Tokens from a subject within which its question is looked for."""
_REACH = 400
"""Tokens that a pronoun looks back over."""
_OPENING = re.compile("[dNAKRrlJS_#]{0,4}")
"""Tags of a title or a role before a name that opens a sentence."""
_OBJECT = re.compile("[dNAKRrlJS_#]{0,4}[ioG]")
"""Tags before a name that hangs on a preposition, read backward: "praise from President Putin"."""
_PRESENTED = re.compile("(?:[(][^)\n]{1,6}[)])?,[dJNlAK_#oiS]{0,6}[rR][dJNlrRoiS#K_A]{0,12}[,.\n]")
"""Tags after a name that tell what its bearer does: ", executive vice president of the bank."."""
_OBJECT_ROLE = re.compile("d[JlN]{0,2}[rR]")
NEW = frozenset(listed("a an one this another"))
"""Determiners of somebody whom the text has not named."""
_FEW = 3
"""Speakers without a name that are remembered: a pronoun looks back no further."""
_PREDICATE = re.compile("[bw]*[xfevVEk]")
"""Tags of a verb after a subject; an adverb alone makes none."""


class Pronouns:
    """What is remembered of an article's mentions to say whom its next pronoun means."""

    def __init__(self, cast: Cast) -> None:
        """Start with nobody mentioned."""
        self.cast = cast
        self.reading = cast.reading
        self.seen: list[tuple[int, Person]] = []
        """Token and person of each mention that named somebody, in the text's order."""
        self._firsts: dict[int, int] = {}
        self.open: dict[str, int] = {}
        """Sex -> the token of the last mention that was left open and may be of it."""
        self.strangers: list[int] = []
        """Tokens of mentions that brought in somebody without a name."""

    def bearer(self, first: int, sex: str) -> Person | None:
        """Return the last subject or speaker whose sex fits."""
        seen = takewhile(lambda pair: pair[0] > first - _REACH, reversed(self.seen))
        candidates = [(place, person) for place, person in seen if place < first]
        # in "Obama was the first, he said" the words before the comma are his own, and name somebody else
        until = self.reading.sentence(first)[0] if self._closes(first) else first
        candidates += [
            (naming.first, naming.person)
            for naming in self.cast.namings_in(first - _REACH, until)
            if self._is_subject(naming)
        ]
        asker = self.seen[-1][1] if self.seen and answers_a_question(self.reading, first) else None
        for place, person in sorted(candidates, key=lambda pair: -pair[0]):
            if person is asker:
                return None  # in "“Who?” Torres asked. “Nobody,” she answered." it is not Torres who answers
            if place < self.open.get(sex, -1):
                return None  # "he" was left open since: the same person goes on
            if person.kind == "person" and person.sex in ("", sex):
                meant = self._meant(place, person, sex, first)
                if meant:
                    meant.sex = sex
                return meant
            if self._may_be_meant(person):
                return None
        return None

    def _closes(self, first: int) -> bool:
        """Tell whether a pronoun and its verb of saying close a sentence, what was said before them."""
        tags = self.reading.tags
        return tags[first - 1 : first] in (",", "Q", "M") and _SAID.match(tags, first + 1) is not None

    def _meant(self, place: int, person: Person, sex: str, first: int) -> Person | None:
        """Return whom a pronoun means whose last fitting subject is a person, nobody where two may be meant."""
        if (asked := self._asked(place, person, sex, first)) is not None:
            return asked.person
        outer = self._outer(place, sex)
        if outer is None and self._under_pronoun(place, sex):
            return None
        if outer and outer is not person and self.reading.sentence(place) == self.reading.sentence(first):
            return None  # "He said Grassley may lose because he …"
        meant = outer or person
        doubtful = (
            self._rivaled(meant, sex, first)
            or self._overtaken(meant, place, sex, first)
            or self._brought_in_since(meant, place, sex, first)
            or self._nameless_since(place, sex, first)
            or self._is_spoken_to(meant, first)
            or self._left_behind(meant, place, sex, first)
            or (person is meant and self._shares_its_clause(meant, place, sex, first))
            or (outer is None and self._judged_by_another(meant, place, sex))
        )
        return None if doubtful else meant

    def _asked(self, place: int, person: Person, sex: str, first: int) -> Naming | None:
        """Return who answers where the last subject asked somebody who fits: "Conroy asked Sanders whether …"."""
        begin, end = self.reading.sentence(place)
        same = begin <= first < end
        tags = self.reading.tags
        for token in range(place, min(end, place + _QUESTION)):
            if self.reading.word(token).lower() in _ASKING:
                near = self.cast.namings_in(token + 1, token + 4)
                other = near[0] if near else None
                if other and other.person is not person and other.person.sex in ("", sex):
                    about = (
                        tags[other.last : other.last + 1] == "W" or self.reading.word(other.last) in _ABOUT
                    )
                    if same and not (about and other.last < first):
                        return None
                    return other if about and other.person.kind == "person" else None
        return None

    def _outer(self, place: int, sex: str) -> Person | None:
        """Return who is reported to speak of a subject in its own sentence: "Earnest said Obama has …"."""
        begin, _ = self.reading.sentence(place)
        speakers = (person for spoke, person in reversed(self.seen) if begin <= spoke < place)
        return next((one for one in speakers if one.kind == "person" and one.sex in ("", sex)), None)

    def _under_pronoun(self, place: int, sex: str) -> bool:
        """Tell whether an open pronoun governs a subject: "he believes McConnell is right"."""
        begin, _ = self.reading.sentence(place)
        pronouns = self.cast.language.pronouns
        return any(
            self.reading.tags[at] == "h" and pronouns.get(self.reading.word(at).lower()) == sex
            for at in range(begin, place)
        )

    def _rivaled(self, person: Person, sex: str, first: int) -> bool:
        """Tell whether somebody else who fits is named near, while the sex of this person is unknown."""
        return not person.sex and any(
            other.kind == "person" and other.sex in ("", sex)
            for naming in self.cast.namings_in(first - _NEAR, first)
            if (other := naming.person) is not person
        )

    def _overtaken(self, person: Person, place: int, sex: str, first: int) -> bool:
        """Tell whether the last subject stands paragraphs back and somebody else who fits has come up since."""
        tags = self.reading.tags
        begin, _ = self.reading.sentence(first)
        if (
            place < begin
            and not self._closes(first)
            and any(
                naming.person is not person
                and naming.person.kind == "person"
                and naming.person.sex in ("", sex)
                for naming in self.cast.namings_in(begin, first)
            )
        ):
            return True
        if any(place < stranger < first for stranger in self.strangers[-_FEW:]):
            return True
        if not self._closes(first) and self._owner_since(person, place, sex, first):
            return True
        breaks = tags.count("\n", place, first)
        if breaks == 0:
            return False
        opens = tags.rfind("\n", 0, first) + 1
        nameless = any(
            tags[at - 1] in "dlJ#" and self._nameless(at, sex)
            for at in range(opens + 1, first)
            if tags[at] == "r"
        )
        others = breaks > 1 and any(
            naming.person is not person and naming.person.kind == "person" and naming.person.sex in ("", sex)
            for naming in self.cast.namings_in(place + 1, first)
        )
        return nameless or others

    def _brought_in_since(self, person: Person, place: int, sex: str, first: int) -> bool:
        """Tell whether somebody new who fits is named in full after the last subject: "sent by her friend Jan Piper"."""
        tags = self.reading.tags
        return any(
            naming.person is not person
            and naming.person.kind == "person"
            and naming.person.sex in ("", sex)
            and naming.first == self._first_naming(naming.person)
            and naming.last - naming.first > 1
            and _PRESENTED.match(tags, naming.last) is not None
            for naming in self.cast.namings_in(place + 1, first)
        )

    def _left_behind(self, person: Person, place: int, sex: str, first: int) -> bool:
        """Tell whether the sentence before names somebody else who fits, and not the last subject any more."""
        begin, _ = self.reading.sentence(first)
        if begin < 2 or place >= begin:  # noqa: PLR2004 - a sentence before has a word and its mark
            return False
        before, end = self.reading.sentence(begin - 2)
        if place >= before or self._closes(first):
            return False
        named = [naming for naming in self.cast.namings_in(before, end) if naming.person.kind == "person"]
        fitting = [naming for naming in named if naming.person.sex in ("", sex)]
        if any(naming.person is person for naming in named):
            return False
        return any(self.reading.tags[naming.last - 1] != "S" for naming in fitting)

    def _is_spoken_to(self, person: Person, first: int) -> bool:
        """Tell whether the pronoun's own verb has a person for its object: "he asked the congressman"."""
        tags = self.reading.tags
        verb = _PREDICATE.match(tags, first + 1)
        if verb is None:
            return False
        last = verb.end()
        if any(
            naming.person is person and naming.first <= last + 1
            for naming in self.cast.namings_in(last, last + 2)
        ):
            return tags[last : last + 1] in ("N", "A", "K", "R")
        role = _OBJECT_ROLE.match(tags, last)
        return role is not None and self.reading.word(role.end() - 1).lower() in person.roles

    def _nameless_since(self, place: int, sex: str, first: int) -> bool:
        """Tell whether somebody without a name acts after the last subject: "this rebel official urged …"."""
        tags = self.reading.tags
        begin = max(place, tags.rfind("\n", 0, first) + 1)
        return any(
            tags[at] == "r"
            and _PREDICATE.match(tags, at + 1) is not None
            and self._is_new(at)
            and self.reading.word(at).lower() not in self._other_sex(sex)
            for at in range(begin + 1, first)
        )

    def _is_new(self, at: int) -> bool:
        """Tell whether a noun has a determiner that brings in somebody: "an", "one", "this", "another"."""
        opens = at
        while opens and self.reading.tags[opens - 1] in "lJN#e":
            opens -= 1
        return bool(opens) and self.reading.word(opens - 1).lower() in NEW

    def _other_sex(self, sex: str) -> frozenset[str]:
        language = self.cast.language
        return frozenset(language.female if sex == "male" else language.male)

    def _shares_its_clause(self, person: Person, place: int, sex: str, first: int) -> bool:
        """Tell whether somebody else stands right before the pronoun's own clause: "examines Dion's throat as she sings"."""
        begin, _ = self.reading.sentence(first)
        if place < begin or self.reading.tags[first - 1 : first] != "s":
            return False
        return any(
            naming.person is not person and naming.person.kind == "person" and naming.person.sex in ("", sex)
            for naming in self.cast.namings_in(place + 1, first)
        )

    def _first_naming(self, person: Person) -> int:
        """Return the token at which a person is named for the first time."""
        if not self._firsts:
            for naming in self.cast.namings:
                self._firsts.setdefault(id(naming.person), naming.first)
        return self._firsts.get(id(person), -1)

    def _judged_by_another(self, person: Person, place: int, sex: str) -> bool:
        """Tell whether the subject stands in a sentence about what another thinks: "Hale is skeptical Lowe can win"."""
        if any(spoke == place for spoke, _ in takewhile(lambda pair: pair[0] >= place, reversed(self.seen))):
            return False
        begin, _ = self.reading.sentence(place)
        return any(
            naming.person is not person
            and naming.person.kind == "person"
            and naming.person.sex in ("", sex)
            and _OPENING.fullmatch(self.reading.tags, begin, naming.first) is not None
            for naming in self.cast.namings_in(begin, place)
        )

    def _owner_since(self, person: Person, place: int, sex: str, first: int) -> bool:
        """Tell whether a sentence since is of what somebody else who fits owns: "Hale's campaign went on …"."""
        _, begin = self.reading.sentence(place)
        until, _ = self.reading.sentence(first)
        return any(
            owner is not person and owner.kind == "person" and owner.sex in ("", sex)
            for at in range(begin, until)
            if self.reading.tags[at] == "S"
            for owner in self.cast.by_word.get(CONTRACTION.sub("", self.reading.word(at).lower()), ())
        )

    def _nameless(self, at: int, sex: str) -> bool:
        """Tell whether a noun brings in somebody without a name: "a 26-year-old man"."""
        opens = at
        while opens and self.reading.tags[opens - 1] in "lJ#e":
            opens -= 1
        language = self.cast.language
        word = self.reading.word(at).lower()
        other = language.female if sex == "male" else language.male
        new = opens and self.reading.word(opens - 1).lower() in ("a", "an", "one")
        return bool(new) and word not in other and self.reading.tags[at + 1 : at + 2] not in tuple("NS")

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
        if self._is_brought_in(naming, begin):
            return True
        if self._is_aside(naming, begin) or _OBJECT.match(self.reading.reverse, len(tags) - naming.first):
            return False
        if _OPENING.fullmatch(tags, begin, naming.first) or _PREDICATE.match(tags, naming.last):
            return True
        if tags[naming.last : naming.last + 1] in (",", "("):
            ending = "," if tags[naming.last] == "," else ")"
            close = tags.find(ending, naming.last + 1, naming.last + 14)
            return close > 0 and tags[close + 1 : close + 2] in tuple("xfevE")
        return False

    def _is_brought_in(self, naming: Naming, begin: int) -> bool:
        """Tell whether a phrase presents somebody: "For Jonathan Chait, …", "Then there’s Axelrod"."""
        before = self.reading.word(naming.first - 1) if naming.first > begin else ""
        return (naming.first == begin + 1 and before == "For") or before.lower() in _THERE_IS

    def _is_aside(self, naming: Naming, begin: int) -> bool:
        """Tell whether a name stands in brackets, owns something or only qualifies a noun: "the Romney attack"."""
        tags = self.reading.tags
        near = tags[max(0, naming.first - _NEAR) : naming.first].rpartition("\n")[2]
        bracketed = near.rfind("(") > near.rfind(")")
        qualifies = naming.first > begin and tags[naming.first - 1] == "d"
        return bracketed or qualifies or tags[naming.last - 1] == "S"
