"""Which words are the subject of a verb? Noun phrases to its left and right, over the letters of `reading.py`."""

from __future__ import annotations

import re

from generator.quotes.reading import Reading

# Left of a cue, read from right to left.
_BETWEEN = r"(?P<between>[bxn]*+(?:,[^,.;:()\nQFMPvufexVcgE]{1,12},)?(?:T[bi]*[Ev][bxn]*+)?[bxn]*+(?:[D#]{1,3}i?b*+|,?[)][^(\n]{1,6}[(])?)"
_INNER = r"(?:[NAKRrlJ#S_z]|e(?=b?[dqJSNA])|v(?=b?d)|G(?=[dqJS]))"
_HEADED = rf"(?:[NRrlJ#V]{_INNER}{{0,9}}[dqH]{{0,2}}|_?K_?{_INNER}{{1,6}}[dq]?|z{_INNER}{{0,4}}[dS]|G[lJNe]{{0,2}}[dS]|[hq])"
_NOUN_PHRASE = rf"{_HEADED}(?:b?(?:[oiyT][eG]|[oiyGT]){_HEADED}){{0,4}}(?:c{_HEADED}(?=[,.\n:;QFMt]|$))?"
LEFT = re.compile(rf"{_BETWEEN}(?P<subject>{_NOUN_PHRASE})")
LEFT_WHO = re.compile(rf"{_BETWEEN}(?P<subject>w,?{_NOUN_PHRASE}|[tW]{_HEADED}(?:b?o{_HEADED}){{0,2}})")
LEFT_RELATIVE = re.compile(rf"{_BETWEEN}(?P<relative>[^,.;:\nQFMPwtvu]{{1,14}}w)(?P<subject>{_NOUN_PHRASE})")

OWNER = re.compile(r"(?P<between>[lJNeG]{0,3})(?P<subject>S[NAKRJ_]{0,4}|[dH])")

# Right of a cue, read from left to right.
_FORWARD = r"(?:[dq]{0,2}(?:[lJRAKN#rSe_]{0,9}[NRrlJKSz#V])|d[lJN]{0,3}G)"
RIGHT = re.compile(rf"b*(?P<subject>h|q(?![lNrRJ])|{_FORWARD}(?:[oiT]{_FORWARD}){{0,2}})")
BY = re.compile(rf"[^.\nv]{{0,8}}?y(?P<subject>h|{_FORWARD}(?:o{_FORWARD})?)")
_MAIN = re.compile(
    rf"(?:(?<=[,\n.:;(\-Q_cFM])|\A)[cb_s]*(?P<subject>h|q|{_FORWARD}(?:[oiT]{_FORWARD}){{0,3}})"
    r"(?:[(][^)\n]{1,6}[)])?(?:,(?:w[^,.\n;]{1,25}|[^,.\n;xfevu]{1,25}),)?[bn]*[xfevVEwk]"
)
_ACTS = re.compile("[xfevugk]")
_SEGMENT = 3
"""Comma-set phrases between a subject and its verb that are skipped: "Smith, 62, a teacher, said"."""
BETWEEN_ONLY = re.compile(_BETWEEN)


def flipped(reading: Reading, span: tuple[int, int]) -> tuple[int, int]:
    """Return the tokens of a range found in the reversed letters."""
    size = len(reading.tags)
    return size - span[1], size - span[0]


_ANTECEDENTS = frozenset(
    ("way", "time", "moment", "reason", "something", "everything", "anything", "nothing")
)


def without_antecedent(reading: Reading, span: tuple[int, int]) -> tuple[int, int]:
    """Cut what a subject only seems to follow: "in a way the director slammed" leaves "the director"."""
    first, last = span
    for place in range(first, last - 1):
        if reading.tags[place] == "l" and reading.word(place) in _ANTECEDENTS:
            first = place + 1
    return first, last


def apposed_name(reading: Reading, span: tuple[int, int]) -> tuple[int, int]:
    """Return the name that stands beside a description: "its area manager, Colin Bright, said"."""
    if reading.tags[span[1] - 1] in "N#K":
        return span
    found = _APPOSED.match(reading.tags, span[1])
    return found.span("name") if found else span


_APPOSED = re.compile(
    r",(?:d[lJre]{1,3}|[lr]{1,2})?(?P<name>(?:[AR]_?)?N(?:_?[NKJ])*_?[NJ]|[AR]_?[NJ])(?=[,.;\n(]|$)"
)


def words_of(reading: Reading, span: tuple[int, int]) -> list[str]:
    """Return a range of tokens as lower-case words."""
    return [reading.word(token).lower().replace("’", "'") for token in range(*span)]


def main_subject(reading: Reading, begin: int, end: int) -> tuple[int, int] | None:
    """Return the first noun phrase of tokens [begin, end) that a finite verb follows."""
    tags = reading.tags
    matches = [found for found in _MAIN.finditer(tags, begin, end) if not aside(tags, found.start(), end)]
    certain = next((found for found in matches if tags[found.end() - 1] != "V"), None)
    found = certain or (matches[0] if matches else _OPENING.match(tags, begin, end))
    return found.span("subject") if found else None


def aside(tags: str, place: int, end: int) -> bool:
    """Tell whether a token stands in brackets that close before token `end`."""
    between = tags[place:end]
    return between.count(")") > between.count("(")


def coordinate_subject(reading: Reading, begin: int, end: int) -> tuple[int, int] | None:
    """Return the subject of the last clause that "and" or "but" joins on: "…, and he has battled with …"."""
    last = None
    for found in _COORDINATE.finditer(reading.tags, begin, end):
        first, final = found.span("subject")
        known = reading.tags[final - 1] == "N" or reading.word(first).lower() in _PERSONAL
        if known and not aside(reading.tags, first, end):
            last = first, final
    return last


_COORDINATE = re.compile(rf"[,;]cb*(?P<subject>h|{_FORWARD})[bn]*[xfevVEk]")
_PERSONAL = frozenset(("he", "she", "they"))


_OPENING = re.compile(rf"[cb_s]*(?P<subject>h|q|{_FORWARD}(?:[oiT]{_FORWARD}){{0,3}})[bn]*[xfevVEwk]")


def across_commas(reading: Reading, place: int, begin: int) -> tuple[int, int] | None:
    """Return the subject before phrases set off by commas: "Smith, 62, a teacher, said"."""
    tags = reading.tags
    cut = place
    while cut > begin and tags[cut - 1] in "bxn":
        cut -= 1
    if cut <= begin or tags[cut - 1] not in ",-)":
        return None
    segments = _segments(tags, begin, cut - 1)
    for begins, last in segments:
        first = _after_conjunction(reading, begins, last)
        if first >= last or tags[first] in "wWGegi#eysCbQFMPTth" or not _names_somebody(tags[first:last]):
            continue
        subject = ending_at(reading, begin, last)
        if not subject or _ACTS.search(tags, first, subject[0]):
            continue
        if tags[subject[1] - 1] == "N" or (begins, last) == segments[-1]:
            return subject
    for first, last in reversed(segments[1:]):
        if first < last and tags[first] not in "isGeCWb":
            subject = ending_at(reading, begin, last)
            if subject and not _ACTS.search(tags, first, subject[0]):
                return subject
    return None


def _after_conjunction(reading: Reading, begins: int, last: int) -> int:
    """Return where a clause of its own begins in a stretch: "They fell when Kruger"; else where the stretch does."""
    tags = reading.tags
    place = tags.rfind("s", begins, last)
    if place < 0 or "w" in tags[begins:place]:
        return begins
    return place + 1 if place == begins or reading.word(place).lower() != "as" else begins


def _segments(tags: str, begin: int, right: int) -> list[tuple[int, int]]:
    """Return the stretches between commas to the left of `right`, the nearest first."""
    found = []
    for _ in range(_SEGMENT):
        left = max(begin - 1, *(tags.rfind(mark, begin, right) for mark in ",-("))
        found.append((left + 1, right))
        if left < begin:
            break
        right = left
    return found


def ending_at(reading: Reading, begin: int, last: int) -> tuple[int, int] | None:
    """Return the noun phrase that ends before token `last`."""
    size = len(reading.tags)
    found = LEFT.match(reading.reverse, size - last, size - begin)
    return flipped(reading, found.span("subject")) if found else None


def _names_somebody(tags: str) -> bool:
    return any(tag in tags for tag in "NrRJAhl")
