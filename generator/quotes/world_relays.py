"""Which outlet relayed the words, in languages other than English? "selon l’AFP", "según EFE", "laut dpa".

An outlet is told by its name, if it is an agency that all papers cite, or by the noun before it: "la
agencia", "das Magazin". Anyone else whom such a phrase names is a speaker, and no relay.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from generator.model import Span
from generator.quotes.clauses import Clause
from generator.quotes.languages.agencies import AGENCIES
from generator.quotes.reading import Reading

Tokens = tuple[int, int]
"""A half-open range of tokens."""

_LONGEST_AGENCY = max(map(len, AGENCIES))
_BEFORE_NAME = 4
"""Tokens between the noun and the name: "agencia oficial de noticias EFE"."""
_LONGEST_NAME = 4
_TELLING = 6
"""Tokens within which a verb of reporting stands before the outlet that was told."""


def relays_in(reading: Reading) -> tuple[Tokens, ...]:
    """Return where outlets are named that relay what is said in their sentence, in text order."""
    language = reading.language
    phrases: dict[str, list[tuple[str, ...]]] = {}
    for phrase in language.relaying:
        phrases.setdefault(phrase[0], []).append(phrase)
    found: list[Tokens] = []
    for place in range(len(reading.tokens)):
        word = _plain(reading, place)
        last = _phrase_end(reading, place, phrases.get(word, ()))
        if last is None and word in language.relay_tells and _is_told(reading, place):
            last = place + 1
        outlet = _outlet(reading, last) if last else None
        if outlet and outlet not in found[-1:]:
            found.append(outlet)
    return tuple(found)


def _plain(reading: Reading, place: int) -> str:
    return reading.word(place).lower().rstrip("'’")


def _phrase_end(reading: Reading, place: int, phrases: Sequence[tuple[str, ...]]) -> int | None:
    for phrase in phrases:
        last = place + len(phrase)
        if last <= len(reading.tokens) and all(
            _plain(reading, place + step) == word for step, word in enumerate(phrase)
        ):
            return last
    return None


def _is_told(reading: Reading, place: int) -> bool:
    """Tell whether a verb of reporting stands shortly before: "dijo Ana Ríos a EFE"."""
    begin = max(reading.sentence(place)[0], place - _TELLING)
    return any(tag in "vV" for tag in reading.tags[begin:place])


def _outlet(reading: Reading, first: int) -> Tokens | None:
    """Return the tokens of an outlet's name that begins at a token, past an article."""
    tags, language = reading.tags, reading.language
    while tags[first : first + 1] in tuple("d_"):
        first += 1
    if name_end := _agency_end(reading, first):
        return first, name_end
    if tags[first : first + 1] == "" or _plain(reading, first) not in language.relay_nouns:
        return None
    for place in range(first + 1, min(first + 1 + _BEFORE_NAME, len(tags))):
        if name_end := _agency_end(reading, place):
            return first, name_end
        if tags[place] in ",.;:\nQFMP":
            break
    last = first + 1
    longest = _LONGEST_NAME if language.capitals else 1
    if language.capitals and tags[last : last + 1] == "d" and reading.word(last)[0].isupper():
        last += 1  # "le quotidien Le Courrier"
    while last < len(tags) and last - first <= longest and _may_name(reading, last):
        last += 1
    return (first, last) if last > first + 1 else None


def _may_name(reading: Reading, place: int) -> bool:
    return reading.tags[place] in ("NJK" if reading.language.capitals else "NlJr")


def _agency_end(reading: Reading, first: int) -> int | None:
    for size in range(_LONGEST_AGENCY, 0, -1):
        if first + size > len(reading.tokens):
            continue
        words = tuple(_plain(reading, place) for place in range(first, first + size))
        if words in AGENCIES and (not reading.language.capitals or _is_name(reading, first, words)):
            return first + size
    return None


def _is_name(reading: Reading, first: int, words: tuple[str, ...]) -> bool:
    """Tell "AP" and "dpa" from a common word that is spelled alike: "spa", "map", "sana"."""
    return reading.word(first)[0].isupper() or words in (("dpa",), ("epd",), ("sid",))


def relay_at(
    reading: Reading, relays: Sequence[Tokens], place: int, mention: Span | None
) -> tuple[Span | None, Span | None]:
    """Return who relayed the words at a code point, named in their sentence, and the mention of who speaks.

    A mention that is all of the outlet's name speaks for itself; one that runs into it loses it, as in "sagte
    Anna Beck der Deutschen Presse-Agentur".
    """
    begin, end = reading.sentence(reading.token_at(place))
    for first, last in relays[bisect_left(relays, (begin, 0)) : bisect_left(relays, (end, 0))]:
        span = reading.span(first, last)
        if mention is None or not mention.overlaps(span):
            return span, mention
        before = first
        while before and reading.tags[before - 1] in "d_i":
            before -= 1
        cut = reading.starts[before - 1] + len(reading.word(before - 1)) if before else 0
        if mention.start < cut:
            return span, Span(mention.start, cut)
    return None, mention


def without_relays(
    reading: Reading, found: tuple[Clause, ...], relays: Sequence[Tokens]
) -> tuple[Clause, ...]:
    """Leave out "according to" an outlet where its sentence says who speaks: "…, dijo Ana Ríos, según EFE"."""
    firsts = [clause.first for clause in found]

    def speaks_elsewhere(clause: Clause) -> bool:
        begin, end = reading.sentence(clause.first)
        inside = found[bisect_left(firsts, begin) : bisect_left(firsts, end)]
        return any(other.subject and other.subject != clause.subject for other in inside)

    def is_relay(clause: Clause) -> bool:
        subject = clause.subject
        return (
            clause.side == "according"
            and subject is not None
            and any(first < subject[1] and subject[0] < last for first, last in _near(relays, subject))
        )

    return tuple(clause for clause in found if not (is_relay(clause) and speaks_elsewhere(clause)))


def _near(relays: Sequence[Tokens], subject: Tokens) -> Sequence[Tokens]:
    """Return the relays that may overlap a subject."""
    place = bisect_left(relays, subject)
    return relays[max(0, place - 1) : place + 2]
