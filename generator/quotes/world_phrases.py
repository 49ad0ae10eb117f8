"""How far does a noun phrase reach in a text read as letters? For languages other than English."""

from __future__ import annotations

from generator.quotes.reading import Reading

_NOUNS = "NRrlJAKS#"
_LONGEST_PHRASE = 14
"""Tokens of a noun phrase, its apposition left out."""
LONGEST_APPOSITION = 18
LONGEST_PREPOSITION = 7
_GENITIVE = frozenset(("des", "der", "eines", "einer", "dieser", "dieses", "seiner", "ihrer"))

Tokens = tuple[int, int]


def phrase_end(reading: Reading, first: int, end: int) -> int | None:
    """Return the token after the noun phrase that starts at `first`, None where none does."""
    tags = reading.tags
    end = min(end, first + _LONGEST_PHRASE)
    start = first
    while start < end and tags[start] in "dq":
        start += 1
    determined = start > first or not reading.language.capitals
    role = start > first and start < end and tags[start] == "v" and _is_role(reading, start)
    if start >= end or not (role or tags[start] in _NOUNS) or (tags[start] in "lJ#" and not determined):
        return None
    place = _last_noun(reading, start + role, start, end)
    while place > start and tags[place - 1] in "_#oyd":
        place -= 1
    return place if place > start else None


def _last_noun(reading: Reading, place: int, start: int, end: int) -> int:
    """Return the token after the nouns of a phrase, those behind "of" and in the genitive with them."""
    tags, language = reading.tags, reading.language
    named = False
    while place < end:
        tag = tags[place]
        if tag in "oyd" and place > start and _joins(reading, place, end):
            place += 1
            while place < end and tags[place] in "dq":
                place += 1
            continue
        two_names = tag == "c" and named and tags[place + 1 : place + 2] == "N" and language.capitals
        behind_name = tag == "l" and named and language.capitals and tags[place - 1] not in "od"
        if behind_name or not (two_names or tag in _NOUNS or tag == "_"):
            break
        named = named or (tag == "N" and (not language.nouns_capital or tags[place - 1 : place] == "N"))
        place += 1
    return place


def _joins(reading: Reading, place: int, end: int) -> bool:
    """Tell whether "of", or an article in the genitive, goes on with the noun phrase."""
    tags = reading.tags
    if tags[place] == "d" and reading.language.nouns_capital and reading.word(place).lower() not in _GENITIVE:
        return False
    if tags[place] == "d" and not (reading.language.nouns_capital or reading.word(place)[:1].isupper()):
        return False
    if tags[place] == "y":
        return False
    following = place + 1
    while following < end and tags[following] in "dq":
        following += 1
    return following < end and tags[following] in _NOUNS


def _is_role(reading: Reading, place: int) -> bool:
    """Tell whether a participle is the noun for a person: "l’accusé"."""
    return (
        place > 0 and reading.tags[place - 1] == "d" and reading.word(place).lower() in reading.language.roles
    )


def before_given(reading: Reading, first: int, last: int) -> int:
    """Cut a noun phrase before a given name: "contou à Lume Albertina Fontes"."""
    language = reading.language
    for place in range(first, last):
        word = reading.word(place).lower()
        named = word not in language.roles and (word in language.male or word in language.female)
        if named and reading.tags[place] == "N" and reading.tags[place - 1] in "Nl":
            return place
    return last


def person_like(reading: Reading, first: int, last: int) -> bool:
    """Tell whether a noun phrase has a name or a role in it."""
    return any(tag in "NRrAh" for tag in reading.tags[first:last]) or not reading.language.capitals


def with_apposition(reading: Reading, place: int, end: int) -> int:
    """Return the end of a mention with the name set off by a comma after it: "la rectora, Ana Ruiz,"."""
    tags = reading.tags
    kept = place
    if tags[place : place + 1] in tuple("QFMP"):
        place += 1  # "کارگردان فیلم «باغ خاموش»، شیرین آذری،"
    elif tags[place : place + 1] in tuple("iT"):
        place = phrase_end(reading, place + 1, min(end, place + LONGEST_PREPOSITION)) or place
    if tags[place : place + 1] != ",":
        return kept
    limit = min(len(tags), max(end, place + 1), place + LONGEST_APPOSITION)
    name = place + 1
    if name < len(tags) and _cites(reading, name):
        return kept  # "…»، وفق وكالة": another source, and no name
    while name < limit and tags[name] in "dAK_R#rJ" + "l" * reading.language.capitals:
        name += 1
    if tags[name : name + 1] not in ("N", "l") or (tags[name] == "l" and reading.language.capitals):
        return kept
    after = phrase_end(reading, place + 1, limit) if tags[place + 1] in _NOUNS + "d" else None
    return (
        after
        if after and tags[after : after + 1] in ("", ",", ".", "\n", "(", "t", "-", "i", "v", ":")
        else kept
    )


def _cites(reading: Reading, place: int) -> bool:
    """Tell whether a phrase such as "according to" begins at a token."""
    word = reading.word(place).lower()
    language = reading.language
    return any(phrase[0] == word for phrase in (*language.according, *language.relaying))


def after_apposition(reading: Reading, place: int, end: int) -> int:
    """Return the token after what commas, or brackets, set off behind a noun phrase."""
    tags = reading.tags
    for _ in range(2):
        if place < end and tags[place] == "(":
            close = tags.find(")", place, min(end, place + 9))
            place = close + 1 if close >= 0 else place
        if place < end and tags[place] == "," and tags[place + 1 : place + 2] not in tuple("wtscC"):
            close = tags.find(",", place + 1, min(end, place + LONGEST_APPOSITION))
            inside = tags[place + 1 : close if close >= 0 else end]
            if close < 0 or any(tag in "QFMPvf;:" for tag in inside):
                return place
            place = close + 1
    return place


def phrase_ending_at(reading: Reading, begin: int, end: int) -> Tokens | None:
    """Return the noun phrase whose last token is the one before `end`."""
    for first in range(max(begin, end - _LONGEST_PHRASE), end):
        if first > begin and reading.tags[first - 1] in "doJKA":
            continue
        phrase = phrase_end(reading, first, end)
        if phrase == end and reading.tags[first - 1 : first] not in tuple("NR"):
            return first, end
    return None


def opening_subject(reading: Reading, begin: int, end: int) -> Tokens | None:
    """Return the person or body that opens a sentence: its subject, whatever the verb."""
    tags = reading.tags
    first = begin
    while first < end and tags[first] in "bcD#_s,":
        first += 1
    while first < end and tags[first] in "iT":
        comma = tags.find(",", first, min(end, first + _LONGEST_PHRASE))
        if comma < 0:
            return None
        first = comma + 1
    if tags[first : first + 1] == "h":
        return first, first + 1
    phrase = phrase_end(reading, first, end)
    if phrase is None or not person_like(reading, first, phrase) or not reading.language.capitals:
        return None
    if phrase == first + 1 and tags[first] == "N" and tags[phrase : phrase + 1] in tuple("iyTo,"):
        return None  # "Consultado por", "Contacté par"
    return first, with_apposition(reading, phrase, end)
