"""Which stretches of a text stand in quotation marks?

Marks are paired from left to right and the pairing starts anew at each paragraph, so one odd mark
costs one paragraph at most. Single marks count only where they can't be apostrophes.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from itertools import groupby

from generator.model import Span

_MARKS = re.compile(r"[\"“”„‟«»‹›「」『』﹁﹂〝〞＂'‘’‚`]+|(?<!,),,(?=\w)|(?<!<)<<(?=[^\W\d])|(?<!>)>>(?!>)")
_MARK = re.compile("``|''|,,|<<|>>|.")
_APOSTROPHES = frozenset("'’‘`‚")
_VALUE = re.compile(r'="[^"\n]*"')
"""An attribute's value in leftover markup."""
_PARTNERS: dict[str, str | tuple[str, ...]] = {
    "“": '”“"‟',
    "”": '”"',
    "„": '”“"‟',
    "‟": "”“",
    '"': '"”“',
    "«": '»"”',
    "»": "«»",
    "‹": "›",
    "›": "‹",
    "「": "」",
    "『": "』",
    "﹁": "﹂",
    "〝": "〞",
    "＂": "＂",
    "``": ("''", '"'),
    "''": ("''",),
    ",,": ("''", '"', "“", "”", "‘‘", "``"),
    "<<": (">>", "»"),
    "‘": "’'‘",
    "‚": "‘’",
    "'": "'’",
    "`": "'",
    "’": "’'",
}
"""Which marks can close what an opening mark opened: the styles of all languages, and their mixes."""
_SINGLE = frozenset("'‘’‚`‹›")
_LONGEST_RUN = 8
"""Marks in a row beyond which they are a pattern and quote nothing."""
_LOOK_AHEAD = 24
"""Marks that are tried as the end of a single-marked stretch; bounds the work on a line of apostrophes."""
_BEFORE_WORDS = re.compile(r"[\s(\[{—–\-:;,/…“\"«„]")
_AFTER_WORDS = re.compile(r"[\s.,;:!?)\]}—–\-/…”\"»’']")
_CONTINUES = re.compile(r"\s*\n[\s>*_]*([\"“«„»]|'')(?=\S)")
_ALWAYS_OPEN = frozenset(("“", "„", "「", "『", "﹁", "〝", "``"))
_YEAR = re.compile(r"\d\d(?:s|\b(?!['’]))")
"""Figures after an apostrophe that stands for a century: ’08, the '90s."""
_OPEN_WORDS = frozenset(("''", ",,", "<<", "‘", "‚", "»"))
"""Marks that open only between space and a word: elsewhere they close, or are no marks."""
_SPACE = " \t\xa0\u2009\u202f*_"


@dataclass(frozen=True, slots=True)
class Marked:
    """A stretch in quotation marks."""

    inner: Span
    """The words, marks and outer space excluded."""
    outer: Span
    """The words with their marks."""
    continues: bool = False
    """True where the next paragraph opens with a mark of its own and goes on."""
    single: bool = False
    """True for single marks, which set off titles and quotations within quotations."""
    doubled: bool = False
    """True between doubled apostrophes, which databases make of quotation marks."""


def marked_spans(text: str) -> tuple[Marked, ...]:
    """Return the stretches in quotation marks in text order; nested ones stay inside theirs."""
    marks: list[tuple[int, str]] = []
    for run in _MARKS.finditer(text):
        start, end = run.span()
        if end - start > 1:
            marks += _split(start, run[0])
        elif not _is_apostrophe(text, start):
            marks.append((start, text[start]))
    if '="' in text:
        values = {place for found in _VALUE.finditer(text) for place in (found.start() + 1, found.end() - 1)}
        marks = [(place, mark) for place, mark in marks if place not in values]
    if not marks:
        return ()
    ends = [found.start() for found in re.finditer("\n", text)]
    found: list[Marked] = []
    for index, group in groupby(marks, key=lambda mark: bisect_right(ends, mark[0])):
        end = ends[index] if index < len(ends) else len(text)
        found.extend(_of_paragraph(text, list(group), end))
    return tuple(found)


def _is_apostrophe(text: str, place: int) -> bool:
    """Tell whether a mark stands between two letters or digits."""
    if not place or text[place] not in _APOSTROPHES:
        return False
    return text[place - 1].isalnum() and text[place + 1 : place + 2].isalnum()


def _split(start: int, run: str) -> list[tuple[int, str]]:
    """Return the marks of a run of several."""
    if len(run) > _LONGEST_RUN:
        return []
    return [(start + one.start(), one.group()) for one in _MARK.finditer(run)]


def _of_paragraph(text: str, marks: list[tuple[int, str]], end: int) -> list[Marked]:
    """Pair the marks of one paragraph, which ends at `end`."""
    found: list[Marked] = []
    opened: tuple[int, str] | None = None
    skip_to = -1
    for number, (place, mark) in enumerate(marks):
        if place < skip_to:
            continue
        if opened is None:
            if not _can_open(text, place, mark):
                continue
            if mark in _SINGLE:
                closing = _single_end(text, marks[number : number + _LOOK_AHEAD])
                if closing:
                    found.extend(_marked(text, place, mark, *closing))
                    skip_to = closing[0] + 1
                continue
            opened = (place, mark)
        elif mark in _PARTNERS[opened[1]] and _can_close(text, place, mark, opened[1]):
            found.extend(_marked(text, *opened, place, mark))
            opened = None
        elif mark not in _SINGLE and _reopens(text, place, mark, opened[1]):
            opened = (place, mark)
    if opened:
        found.extend(_unclosed(text, *opened, end))
    return found


def _can_open(text: str, place: int, mark: str) -> bool:
    """Tell whether words may begin after the mark."""
    if mark not in _PARTNERS:
        return False
    after = text[place + len(mark) : place + len(mark) + 1]
    if after in ("", "\n") or mark == ">>" or (mark in ("'", "‘") and _YEAR.match(text, place + 1)):
        return False
    if mark in _ALWAYS_OPEN:
        return True
    starts = place == 0 or _BEFORE_WORDS.match(text, place - 1) is not None
    goes_on = not after.isspace()
    if mark in ('"', "«"):
        return starts or goes_on
    if mark in _OPEN_WORDS:
        return starts and goes_on
    return starts and after.isalnum()


def _can_close(text: str, place: int, mark: str, opener: str) -> bool:
    """Tell whether the mark ends words, seen from its neighbors; only marks of two uses are doubted."""
    if mark == "''" == opener:
        return not text[place - 1].isspace() or not text[place + 2 : place + 3].isalnum()
    if mark not in '"“«»' or (opener == "«" and mark == "»") or opener == "„":
        return True
    before, after = text[place - 1], text[place + 1 : place + 2]
    return not (before.isspace() and after.isalnum())


def _reopens(text: str, place: int, mark: str, opener: str) -> bool:
    """Tell whether a second opening mark says that the first one was never closed."""
    return mark == opener and mark in '"“«' and _can_open(text, place, mark)


def _single_end(text: str, marks: list[tuple[int, str]]) -> tuple[int, str] | None:
    """Return the mark that closes a single-marked stretch, doubting those that may be apostrophes."""
    opener = marks[0][1]
    doubtful: tuple[int, str] | None = None
    for place, mark in marks[1:]:
        if mark not in _SINGLE:
            if opener != "‘":
                break
            continue
        if mark not in _PARTNERS.get(opener, ""):
            continue
        if place + 1 < len(text) and not _AFTER_WORDS.match(text, place + 1):
            continue
        if text[place - 1].isspace():
            continue
        plural = text[place - 1] in "sS" and text[place + 1 : place + 2].isspace()
        if not plural:
            return place, mark
        doubtful = doubtful or (place, mark)
    return doubtful


def _marked(text: str, start: int, opener: str, end: int, closer: str) -> list[Marked]:
    """Return the stretch between two marks, none where nothing but space and points lies between."""
    inner = _trimmed(text, start + len(opener), end)
    if inner is None:
        return []
    outer = Span(start, end + len(closer))
    return [Marked(inner, outer, single=opener in _SINGLE, doubled=opener == "''")]


def _unclosed(text: str, start: int, opener: str, end: int) -> list[Marked]:
    """Return words that go on in the next paragraph, or that fill a paragraph whose last mark is missing."""
    inner = _trimmed(text, start + len(opener), end)
    if inner is None:
        return []
    goes_on = _CONTINUES.match(text, end) is not None
    fills = not text[text.rfind("\n", 0, start) + 1 : start].strip(_SPACE)
    if not goes_on and not fills:
        return []
    return [Marked(inner, Span(start, inner.end), continues=goes_on, doubled=opener == "''")]


def _trimmed(text: str, start: int, end: int) -> Span | None:
    """Return the span without the space at its edges, None where it holds no letter or digit."""
    words = text[start:end]
    if not any(map(str.isalnum, words)):
        return None
    return Span(start + len(words) - len(words.lstrip()), start + len(words.rstrip()))
