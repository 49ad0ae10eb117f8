"""Which letter does a word get from its neighbors? "To visit" is a verb, "Sadie Lindqvist" a name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.quotes.languages.language import Language, listed

_VERB_PLACE = re.compile(r"(?<!C)[hxT]b?(?:l|V(?=.))")
_LONE = re.compile("d(?=b?[vxf])")
"""A determiner that stands for a person: "Another tweeted"."""
_ABOUT = re.compile("i(?=#)")
"""A preposition before a number, which may only round it: "about 200 protesters chanted"."""
_SURNAME = re.compile(r"(?<=N)[JR](?=[^lrRNJAzGe]|$)")
_OBJECTS = frozenset("dhHtTqWQFMP")
"""What follows a verb rather than a noun: "to call the", "to state that"."""
_BEFORE_VERBS = frozenset(
    listed(
        """to they we you i will would can could may might must shall should do does did don't doesn't didn't won't
        wouldn't can't cannot couldn't shouldn't they'll we'll he'll she'll it'll you'll i'll they'd we'd he'd she'd"""
    )
)


def retagged(tokens: Sequence[str], tags: str, language: Language) -> str:
    """Return the letters of a text with those mended that only the neighbors tell."""
    letters = list(tags)
    tags = _mend_months(letters, tokens, tags, language)
    _mend_verbs(letters, tokens, tags, language)
    for found in _LONE.finditer(tags):
        if tokens[found.start()].rstrip().lower() in ("another", "each"):
            letters[found.start()] = "q"
    for found in _ABOUT.finditer(tags):
        if tokens[found.start()].rstrip().lower() in ("about", "around", "over", "under"):
            letters[found.start()] = "b"
    _mend_names(letters, tokens, tags, language)
    _mend_particles(letters, tokens, tags)
    return "".join(letters)


def _mend_verbs(letters: list[str], tokens: Sequence[str], tags: str, language: Language) -> None:
    """Take a word that is noun or verb for a verb where only one can stand: "to visit", "they visit"."""
    for found in _VERB_PLACE.finditer(tags):
        place = found.end() - 1
        if tokens[found.start()].rstrip().lower().replace("’", "'") not in _BEFORE_VERBS:
            continue
        word = tokens[place].rstrip()
        if tags[place] == "l":
            letters[place] = "k" if word in language.noun_verbs else "l"
        elif language.cues[word.lower()].lemma == word and tags[place + 1 : place + 2] in _OBJECTS:
            letters[place] = "u"


def _mend_months(letters: list[str], tokens: Sequence[str], tags: str, language: Language) -> str:
    """Take a month's word for the name that it is: "Theresa May", "April Ryan", and "May" alone where she was named."""
    places = [
        at
        for at, tag in enumerate(tags)
        if tag in "DB" and tokens[at].rstrip() in _NAMES_OF_MONTHS and not _in_date(tokens, tags, at)
    ]
    surnames: set[str] = set()
    for at in places:
        before = tokens[at - 1 - (tags[at - 1 : at] == "_")].strip().lower() if at else ""
        if before in language.male or before in language.female or before in language.titles:
            surnames.add(tokens[at].rstrip())
        elif tags[at + 1 : at + 2] == "N" and tags[at - 1 : at] not in tuple("dh"):
            letters[at] = "N"
    for at in places:
        if tokens[at].rstrip() in surnames:
            letters[at] = "N"
    return "".join(letters)


_NAMES_OF_MONTHS = frozenset(listed("April May June August Jan"))


def _in_date(tokens: Sequence[str], tags: str, at: int) -> bool:
    """Tell whether what stands beside a word makes it a month, or a verb: "last May", "May 5", "it May be"."""
    before = tokens[at - 1].rstrip().lower() if at else ""
    after = tags[at + 1 : at + 2]
    return before in _BEFORE_MONTHS or (at > 0 and tags[at - 1] in "iDB#yoT") or after in tuple("#nb")


_BEFORE_MONTHS = frozenset(listed("last next this late early mid each every since until before after"))


def _mend_names(letters: list[str], tokens: Sequence[str], tags: str, language: Language) -> None:
    """Take words for names that only look like peoples or titles, here and wherever they come again."""
    surnames = _surnames(tokens, tags, language)
    if not surnames:
        return
    for place, token in enumerate(tokens):
        if letters[place] in "JR" and token.rstrip() in surnames and tags[place + 1 : place + 2] != "N":
            letters[place] = "N"


def _mend_particles(letters: list[str], tokens: Sequence[str], tags: str) -> None:
    """Take "de" and "von der" for parts of the name that they stand in, here and before that surname alone."""
    known: set[tuple[str, str]] = set()
    lone: list[int] = []
    for found in _PARTICLES.finditer(tags):
        first, last = found.span("particles")
        if all(tokens[place].rstrip() in _NOBILIARY for place in range(first, last)):
            if first and tags[first - 1] == "N":
                letters[first:last] = "N" * (last - first)
                known.add((tokens[last - 1].rstrip(), tokens[last].rstrip()))
            else:
                lone.append(last - 1)
    for place in lone:
        if (tokens[place].rstrip(), tokens[place + 1].rstrip()) in known:
            letters[place] = "N"


_PARTICLES = re.compile("(?P<particles>[lf]{1,3})(?=[NS])")
_NOBILIARY = frozenset(
    listed(
        "de del della dela di da dal du des dos das van von der den vom zu zum la le el al bin ibn bint ben ter ten af av"
    )
)
"""Small words inside surnames: "Bill de Blasio", "Ursula von der Leyen", "Osama bin Laden"."""


def _surnames(tokens: Sequence[str], tags: str, language: Language) -> frozenset[str]:
    """Return words that are names though they look like peoples or titles: "Sadie Lindqvist", "Imran Sheikh"."""
    given = (language.male, language.female)
    return frozenset(
        tokens[place].rstrip()
        for found in _SURNAME.finditer(tags)
        if tags[place := found.start()] == "J"
        or any(tokens[place - 1].rstrip().lower() in names for names in given)
    )
