"""Where does the reporter say that somebody says something, in languages other than English?

The same clauses as in `clauses.py`, found by scanning noun phrases to the left and to the right of a
verb of reporting: the order of words, the articles and the phrases for "according to" are the pack's.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from generator.quotes.clauses import Clause, Side
from generator.quotes.languages.language import Cue, CueKind
from generator.quotes.reading import Reading
from generator.quotes.world_phrases import (
    LONGEST_APPOSITION,
    LONGEST_PREPOSITION,
    Tokens,
    after_apposition,
    before_given,
    person_like,
    phrase_end,
    phrase_ending_at,
    with_apposition,
)

_ADVERBS = "bD#n"
_LONGEST_PHRASE = 14
"""Tokens of a noun phrase, its apposition left out."""
_MOST_SKIPPED = 3
"""Times and places between a verb and its subject."""
_CLAUSE_STARTS = ",;:-cst.\n(FQMP"
_OPENED = ",;:-cstC.\n(FQMP_"
_ACCORDING = Cue("according to", CueKind.SAY, "C")
_OWN_VIEW = Cue("in their view", CueKind.SAY, "C")
_WITHIN_VERB = "xbnHh"

_HIDDEN = re.compile("[bD]*[iT]d?N[NR]{2}")


def clauses_of(reading: Reading) -> tuple[Clause, ...]:
    """Return the clauses of reporting in text order."""
    found = [clause for place in _cue_places(reading) if (clause := _clause(reading, *place))]
    found.sort(key=lambda clause: clause.first)
    return tuple(found)


def _cue_places(reading: Reading) -> Iterator[tuple[int, int, Cue]]:
    """Yield first token, token after, and cue of every word or phrase of reporting."""
    language = reading.language
    firsts = {phrase[0] for phrase in (*language.according, *language.own_view)}
    for place, tag in enumerate(reading.tags):
        if tag in "QFMP\n.,_":
            continue
        word = reading.word(place).lower().rstrip("'’")
        if word in firsts and (size := _phrase_at(reading, place, language.according)):
            yield place, place + size, _ACCORDING
        elif word in firsts and (size := _phrase_at(reading, place, language.own_view)):
            yield place, place + size, _OWN_VIEW
        elif (
            (word in language.views and _opens_view(reading, place))
            or tag == "C"
            or (word in language.trailing and _follows_quote(reading, place))
        ):
            yield place, place + 1, _ACCORDING
        elif tag == "v" and reading.tags[place - 1 : place] == "d" and not language.nouns_capital:
            continue
        elif tag in "vguq" and (cue := language.cue(word)):
            yield place, place + 1, cue


def _opens_view(reading: Reading, place: int) -> bool:
    """Tell whether "for" opens a sentence and a person follows: "Pour l’économiste Hélène Carpentier, …"."""
    begin, end = reading.sentence(place)
    phrase = phrase_end(reading, place + 1, end) if place == begin else None
    return (
        phrase is not None
        and reading.tags[phrase : phrase + 1] == ","
        and person_like(reading, place + 1, phrase)
    )


def _phrase_at(reading: Reading, place: int, phrases: Sequence[tuple[str, ...]]) -> int:
    """Return how many tokens the longest phrase of the list has that starts here, 0 where none does."""
    for phrase in phrases:
        size = len(phrase)
        if place + size <= len(reading.tokens) and all(
            reading.word(place + step).lower().rstrip("'’") == part for step, part in enumerate(phrase)
        ):
            return size
    return 0


def _follows_quote(reading: Reading, place: int) -> bool:
    return reading.tags[max(0, place - 2) : place].rstrip(",_")[-1:] in tuple("QFMP")


class _Verb(NamedTuple):
    """A verb of reporting in its sentence, all in tokens."""

    begin: int
    """First token of the sentence."""
    opens: int
    """First token of the verb's group, auxiliaries and pronouns with it."""
    place: int
    last: int
    """Token after the verb."""
    end: int
    """Token after the sentence."""


def _clause(reading: Reading, place: int, last: int, cue: Cue) -> Clause | None:
    begin, end = reading.sentence(place)
    if cue.tag == "C":
        return _view(reading, place, last, cue)
    if cue.after and not _goes_with(reading, last, end, cue):
        return None
    if cue.tag == "q":
        return _quoted_by_another(reading, place, last, cue)
    verb = _Verb(begin, _group_start(reading, begin, place), place, last, end)
    subject, side = _subject(reading, verb)
    return Clause(place, last, cue, subject, side, *_mood(reading, verb)) if side else None


def _view(reading: Reading, place: int, last: int, cue: Cue) -> Clause | None:
    """Read "según la ministra", "en su opinión", "para quien"."""
    begin, end = reading.sentence(place)
    if cue is _OWN_VIEW:
        return Clause(place, last, cue, None, "dropped")
    if reading.tags[last - 1] == "w":
        apposed = reading.tags[place - 1 : place] == ","
        subject = phrase_ending_at(reading, begin, place - 1) if apposed else None
        return Clause(place, last, cue, subject, "who") if subject else None
    subject = _right_subject(reading, last, end, skip=False)
    return Clause(place, last, cue, subject, "according") if subject else None


def _goes_with(reading: Reading, last: int, end: int, cue: Cue) -> bool:
    """Tell whether the word without which a verb reports nothing follows it: in German far behind it."""
    reach = min(end, last + 2 * LONGEST_APPOSITION) if reading.language.nouns_capital else min(end, last + 1)
    return any(reading.word(token).lower() in cue.after for token in range(last, reach))


def _quoted_by_another(reading: Reading, place: int, last: int, cue: Cue) -> Clause | None:
    """Read "نقلت الوكالة عن مصدر قوله": who is quoted stands before the noun for saying."""
    for first in range(place - 1, max(0, place - _LONGEST_PHRASE), -1):
        if reading.tags[first] == "i":
            return Clause(place, last, cue, (first + 1, place), "left") if first + 1 < place else None
    return None


def _group_start(reading: Reading, begin: int, place: int) -> int:
    """Return the first token of the verb's group: auxiliaries, negations, pronouns hung on it."""
    tags = reading.tags
    while place > begin and tags[place - 1] in _WITHIN_VERB:
        if tags[place - 1] == "h" and place - 1 > begin and tags[place - 2] == "T":
            place -= 2  # "quant à elle"
            continue
        if tags[place - 1] == "h" and not _inverted(reading, place - 1):
            break
        place -= 1
    return place


def _inverted(reading: Reading, token: int) -> bool:
    """Tell whether a pronoun hangs on the verb before it: "a-t-il", "habe er"."""
    return reading.tags[token] == "h" and reading.tokens[token].startswith("-")


def _mood(reading: Reading, verb: _Verb) -> tuple[bool, bool]:
    """Tell whether the saying is denied, and whether it is only supposed."""
    language, opens, place = reading.language, verb.opens, verb.place
    first = (
        opens - 1 if opens and reading.word(opens - 1).lower().rstrip("'’") in language.negations else opens
    )
    words = [reading.word(token).lower().rstrip("'’") for token in range(max(0, first), place)]
    after = reading.word(place + 1).lower() if place + 1 < len(reading.tokens) else ""
    negated = any(word in language.negations for word in words) or (
        language.nouns_capital and after in language.negations
    )
    return negated, any(word in language.modals for word in words)


def _subject(reading: Reading, verb: _Verb) -> tuple[Tokens | None, Side | None]:
    """Return the subject's tokens and its side: `left`, `right`, `who`, `dropped`; no side where it is no clause."""
    hung = next(
        (at for at in range(verb.opens, min(verb.end, verb.last + 1)) if _inverted(reading, at)), None
    )
    if hung is not None:
        return (hung, hung + 1), "right"
    if reading.language.verb_last:
        return _of_verb_last(reading, verb.begin, verb.opens)
    if _takes_object(reading, verb) or _goes_on(reading, verb):
        return None, "dropped"
    for way, side in _WAYS_VERB_FIRST if reading.language.verb_first else _WAYS:
        if subject := way(reading, verb):
            return subject, side
    if reading.language.verb_first or (
        _may_invert(reading, verb) and not _HIDDEN.match(reading.tags, verb.last)
    ):
        return None, "dropped"
    return None, None


def _goes_on(reading: Reading, verb: _Verb) -> bool:
    """Tell whether an ongoing form after a comma adds to what was said: "…, ajoutant : « … »"."""
    return reading.tags[verb.place] == "g" and reading.tags[verb.opens - 1 : verb.opens] == ","


def _opened(reading: Reading, verb: _Verb) -> bool:
    """Tell whether the verb's group opens its clause."""
    tags, opens = reading.tags, verb.opens
    return opens <= verb.begin or tags[opens - 1] in _OPENED or tags[max(0, opens - 2) : opens] == "co"


def _may_invert(reading: Reading, verb: _Verb) -> bool:
    return _opened(reading, verb) or reading.tags[verb.opens - 1] in "bDT"


def _pronoun_behind(reading: Reading, verb: _Verb) -> Tokens | None:
    """Read "Kritik wies sie zurück": what opens a German clause need not be its subject."""
    last = verb.last
    pronoun = reading.language.nouns_capital and reading.tags[last : last + 1] == "h"
    return (last, last + 1) if pronoun and reading.word(last).lower() != "es" else None


def _takes_object(reading: Reading, verb: _Verb) -> bool:
    """Tell whether a pronoun behind a German verb is what is spoken of: "Bode kam und nannte sie „dreist“"."""
    tags, last = reading.tags, verb.last
    joined = verb.opens > verb.begin and tags[verb.opens - 1] == "c"
    return reading.language.nouns_capital and joined and tags[last : last + 1] == "h"


def _before(reading: Reading, verb: _Verb) -> Tokens | None:
    return _left_subject(reading, verb.begin, verb.opens)


def _before_unless_opened(reading: Reading, verb: _Verb) -> Tokens | None:
    inverted = (
        _opened(reading, verb) and verb.opens > verb.begin and reading.tags[verb.opens - 1] not in ",_)-"
    )
    return None if inverted else _before(reading, verb)


def _behind_if_opened(reading: Reading, verb: _Verb) -> Tokens | None:
    right = _behind(reading, verb) if _may_invert(reading, verb) else None
    return right if right and (_speaks(reading, right) or _follows_quote(reading, verb.opens)) else None


def _behind(reading: Reading, verb: _Verb) -> Tokens | None:
    return _right_subject(reading, verb.last, verb.end, skip=True)


def _behind_in_german(reading: Reading, verb: _Verb) -> Tokens | None:
    return _behind(reading, verb) if reading.language.nouns_capital else None


def _before_unless_attached(reading: Reading, verb: _Verb) -> Tokens | None:
    return None if _attached(reading, verb.place) else _before(reading, verb)


def _relative(reading: Reading, verb: _Verb) -> Tokens | None:
    """Read "Quiroga, que negó", "M. Delorme, qui dénonce": the noun before the pronoun speaks."""
    tags, who = reading.tags, verb.opens - 1
    if who <= verb.begin or tags[who] not in "wt" or tags[who - 1] != ",":
        return None
    return phrase_ending_at(reading, verb.begin, who - 1)


_WAYS: tuple[tuple[Callable[[Reading, _Verb], Tokens | None], Side], ...] = (
    (_pronoun_behind, "right"),
    (_relative, "who"),
    (_before_unless_opened, "left"),
    (_behind_if_opened, "right"),
    (_before, "left"),
    (_behind_in_german, "right"),
)
"""How a subject is found, in the order in which the ways are asked."""
_WAYS_VERB_FIRST: tuple[tuple[Callable[[Reading, _Verb], Tokens | None], Side], ...] = (
    (_behind, "right"),
    (_before_unless_attached, "left"),
)


def _speaks(reading: Reading, subject: Tokens) -> bool:
    """Tell whether a noun phrase can speak: a name, a role, a body, no thing such as "a demora"."""
    words = (reading.word(token).lower() for token in range(*subject))
    return person_like(reading, *subject) or any(word in reading.language.bodies for word in words)


def _attached(reading: Reading, place: int) -> bool:
    """Tell whether a verb carries its conjunction: "وقال" goes on with who spoke before."""
    return reading.word(place)[:1] == "و" and reading.word(place)[1:] in reading.language.cues


def _of_verb_last(reading: Reading, begin: int, opens: int) -> tuple[Tokens | None, Side]:
    """Take what opens the sentence for the subject, or what stands between a quotation and the verb."""
    tags = reading.tags
    quoted = max((tags.rfind(mark, begin, opens) for mark in "QFMP"), default=-1)
    start = quoted + 1 if quoted >= 0 and _before_quote_is_bare(tags, begin, quoted) else begin
    for place in (start, *_comma_starts(tags, start, opens)):
        first = place
        while first < opens and tags[first] in ",_-bcD#;t":
            first += 1
        if tags[first : first + 2] == "di":
            first += 2  # "این را": what was said
        if tags[first : first + 1] == "i":
            continue
        phrase = phrase_end(reading, first, opens)
        if phrase:
            return (first, with_apposition(reading, phrase, opens)), "left"
        if tags[first : first + 1] == "h":
            return (first, first + 1), "left"
        if first > place and tags[first - 1] == "c":
            break
    return None, "dropped"


def _before_quote_is_bare(tags: str, begin: int, quoted: int) -> bool:
    return not tags[begin:quoted].strip(",_-bc")


def _comma_starts(tags: str, begin: int, end: int) -> list[int]:
    return [place + 1 for place in range(begin, end) if tags[place] == ","][:3]


def _left_subject(reading: Reading, begin: int, opens: int) -> Tokens | None:
    """Return the noun phrase that ends where the verb's group starts, appositions between them allowed."""
    tags = reading.tags
    if opens > begin and tags[opens - 1] == "h":
        return opens - 1, opens
    end = opens
    while end > begin and tags[end - 1] == "_":
        end -= 1
    low = max(begin, opens - 2 * LONGEST_APPOSITION)
    starts = [begin] if low == begin else []
    starts += [place + 1 for place in range(low, end) if tags[place] in _CLAUSE_STARTS]
    for start in starts:
        first = start
        while first < end and tags[first] in "b_c":
            first += 1
        if tags[first : first + 1] == "h" and not tags[first + 1 : end].strip("b"):
            return first, first + 1
        phrase = phrase_end(reading, first, end)
        if not phrase:
            continue
        reach = with_apposition(reading, phrase, end)
        rest = tags[after_apposition(reading, phrase, end) : end]
        if not rest.strip("bn_D,"):
            return first, reach
    return None


def _right_subject(reading: Reading, place: int, end: int, *, skip: bool) -> Tokens | None:
    """Return the noun phrase after a verb; `skip` allows a time or a place before it."""
    tags = reading.tags
    for _ in range(_MOST_SKIPPED):
        while place < end and (tags[place] in _ADVERBS or (tags[place : place + 2] in ("dD", "d#", "_#"))):
            place += 1
        if place < end and tags[place] == "h":
            return place, place + 1
        if phrase := phrase_end(reading, place, end):
            return place, with_apposition(reading, phrase, end)
        after = _after_preposition(reading, place, end) if skip else None
        if after is None:
            return None
        place = after
    return None


def _after_preposition(reading: Reading, place: int, end: int) -> int | None:
    """Return the token after a preposition and its noun, None where no subject can follow."""
    tags = reading.tags
    if tags[place : place + 1] not in tuple("iTyo"):
        return None
    after = phrase_end(reading, place + 1, min(end, place + 1 + LONGEST_PREPOSITION))
    if not after:
        return None
    after = before_given(reading, place + 2, after)
    return after if tags[after : after + 1] in tuple("dRiNTDb#") else None
