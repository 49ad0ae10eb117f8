"""What do the marks of other languages hold? French incises inside guillemets, and dialogue after dashes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from generator.model import Span
from generator.quotes.languages.language import Language
from generator.quotes.marks import Marked

_DIALOGUE = re.compile(r"(?m)^[ \t]*[—―–](?=[ \u00a0]?[\w¿¡«“…])[^\n]*")
_TURN = re.compile(r"\s[—―–](?=\w)|(?<=[\s\w.,!?…])[—―–](?=\s)|\s[—―–](?=[,.;:]?\s)|(?<=\w)[—―–](?=[.,:;])")
_LONGEST_INCISE = 140
_LEAST_PARAGRAPHS = 1


def world_marked(text: str, marked: Sequence[Marked], language: Language) -> tuple[Marked, ...]:
    """Return the quotations of a text: those in marks, split at incises, and those after dashes."""
    found = list(marked)
    if language.elides:
        found = [piece for quote in found for piece in _without_incises(text, quote, language)]
    if language.capitals and not language.nouns_capital:
        spoken = _dialogue(text, language)
        taken = [quote.outer for quote in spoken]
        found = (
            [quote for quote in found if not any(quote.outer.overlaps(span) for span in taken)]
            if taken
            else found
        )
        found = sorted([*found, *spoken], key=lambda quote: quote.outer.start)
    return tuple(found)


@cache
def _incise(language: Language) -> re.Pattern[str]:
    """Return what matches ", a-t-elle promis." and ", s’indigne Karim Benali,"."""
    forms = "|".join(
        sorted(
            map(re.escape, (form for form, cue in language.cues.items() if cue.tag == "v")),
            key=len,
            reverse=True,
        )
    )
    helper = r"(?:(?:lui|leur|nous|se|me|y)\s|[slmn]['’])?(?:(?:a|ont|avait)(?:-t-(?:ils?|elles?|on))?\s(?:\w+ment\s|encore\s|aussi\s)?)?"
    who = r"(?:-(?:t-)?(?:ils?|elles?|on|je)\b|\s(?=[A-ZÀ-Ý]|l[ea]s?\s|l['’]|une?\s|son\s|sa\s|ce\s|cette\s)|(?<=-t-il\s)|)"
    return re.compile(
        rf"(?P<comma>,)\s(?P<incise>{helper}(?:{forms})\b{who}[^.!?«»\n]{{0,{_LONGEST_INCISE}}}?)(?P<end>\.(?=\s|$)|,\s(?=(?:et|mais|car|qui|pour|parce|ou|je|j['’]|nous|on|il|elle|ce|c['’])\b)|$)"
    )


def _without_incises(text: str, quote: Marked, language: Language) -> Iterator[Marked]:
    """Yield the pieces of a quotation around the words with which the reporter interrupts it."""
    start, first = quote.inner.start, quote.outer.start
    for found in _incise(language).finditer(text, quote.inner.start, quote.inner.end):
        if not _has_subject(found.group("incise")) or not text[start : found.start()].strip():
            continue
        yield Marked(Span(start, found.start()), Span(first, found.start("comma")), single=quote.single)
        rest = text[found.end() : quote.inner.end]
        start = found.end() + len(rest) - len(rest.lstrip())
        first = start
    if start == quote.inner.start:
        yield quote
    elif text[start : quote.inner.end].strip():
        yield Marked(
            Span(start, quote.inner.end), Span(first, quote.outer.end), quote.continues, quote.single
        )


def _has_subject(incise: str) -> bool:
    """Tell whether an incise names its speaker: a pronoun hung on the verb, a name, an article and a noun."""
    return (
        re.search(r"-(?:ils?|elles?|on|je)\b|\s[A-ZÀ-Ý]|\s(?:l[ea]s?|une?|son|sa)\s\w|\sl['’]\w", incise)
        is not None
    )


def _dialogue(text: str, language: Language) -> list[Marked]:
    """Return what is said in paragraphs that open with a dash, if the text has speech set that way."""
    paragraphs = list(_DIALOGUE.finditer(text))
    if not paragraphs:
        return []
    turns = [list(_segments(text, found)) for found in paragraphs]
    if not any(_told(text, pieces[1:2], language) for pieces in turns):
        return []
    spoken = []
    for pieces in turns:
        aloud = True
        for begin, end in pieces:
            if aloud:
                spoken += _marked(text, begin, end)
            aloud = not aloud
    return spoken


def _segments(text: str, found: re.Match[str]) -> Iterator[tuple[int, int]]:
    """Yield the stretches between the dashes of a paragraph, the dash before each included."""
    begin = found.start() + len(found.group()) - len(found.group().lstrip())
    for turn in _TURN.finditer(text, begin + 1, found.end()):
        yield begin, turn.start()
        begin = turn.start()
    yield begin, found.end()


def _told(text: str, pieces: Sequence[tuple[int, int]], language: Language) -> bool:
    """Tell whether the reporter speaks between two dashes: its first words hold a verb of reporting."""
    return any(
        language.cue(word.lower())
        for begin, end in pieces
        for word in re.findall(r"[\w-]+", text[begin:end])[:4]
    )


def _marked(text: str, begin: int, end: int) -> list[Marked]:
    words = text[begin:end]
    start = begin + len(words) - len(words.lstrip(" \t\u00a0—―–«“”»"))
    last = begin + len(words.rstrip(" \t\u00a0«“”»"))
    if start >= last or not any(map(str.isalnum, text[start:last])):
        return []
    return [Marked(Span(start, last), Span(begin + len(words) - len(words.lstrip()), last))]
