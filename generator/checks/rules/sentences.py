"""Do sentences that answer to each other in two versions keep their numbers and their doubts?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapidfuzz.distance import Levenshtein

from generator.checks.passages import words_of
from generator.checks.rule import Pair, PairFinding, PairRule
from generator.model import Alignment, Alike, Severity

_HEDGE = re.compile(
    r"\b(?:alleg(?:ed|edly|es|ing)|claim(?:s|ed|ing) (?:that|to)|reported(?:ly| to)|purported(?:ly)?|supposed(?:ly)?"
    r"|apparent(?:ly)?|suspected|accused|believed to|said to|possibly|may have|might have|could have)\b",
    re.IGNORECASE,
)
_SOURCED = re.compile(r"\b(?:according to|said|says|told)\b", re.IGNORECASE)
_ALIKE = 0.6
"""Share of words, 0–1, from which two sentences tell the same thing, so that what differs in them counts."""
# Addresses of pages, and lines that hold a date or a time and nothing else: each article's own.
_MONTH = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
_FURNITURE = re.compile(
    rf"https?:|www\.|^\W*(?:(?:posted|published|updated|last updated|on|at)\W+)*(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day\W+)?"
    rf"(?:\d{{1,2}}\W+)?(?:{_MONTH})[a-z]*\W+[\d\W]*(?:at\W+)?[\d\W]*(?:[ap]\.?m\b\.?)?[\sA-Z]*$",
    re.IGNORECASE,
)
_SPELLED = {
    word: str(number)
    for number, word in enumerate(
        ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"), start=2
    )
}


def _reworded(pair: Pair) -> Iterator[Alignment]:
    if pair.collation:
        for alignment in pair.collation.alignments:
            alike = alignment.kind in (Alike.REWORDED, Alike.MOVED) and alignment.similarity >= _ALIKE
            if alike and alignment.left and alignment.right:
                yield alignment


def _numbers_differ(pair: Pair) -> Iterator[PairFinding]:
    for alignment in _reworded(pair):
        if not alignment.left or not alignment.right:
            continue
        left, right = alignment.left.of(pair.a.text), alignment.right.of(pair.b.text)
        if not (_has_number(left) and _has_number(right)):
            continue
        if _FURNITURE.search(left) or _FURNITURE.search(right):
            continue
        found = list(_exchanged(_figures(left), _figures(right)))
        if found:
            listed = "; ".join(f"{', '.join(ours)} against {', '.join(theirs)}" for ours, theirs in found)
            yield PairFinding((alignment.left,), (alignment.right,), f"The numbers differ: {listed}.")


def _exchanged(ours: list[str], theirs: list[str]) -> Iterator[tuple[list[str], list[str]]]:
    """Yield the numbers that stand in each other's place: words before and after them are the same."""
    everywhere = set(ours) & set(theirs)
    blocks = list(Levenshtein.opcodes(ours, theirs))
    for at, block in enumerate(blocks):
        if any(beside.tag != "equal" for beside in (*blocks[max(at - 1, 0) : at], *blocks[at + 1 : at + 2])):
            continue
        left, right = ours[block.src_start : block.src_end], theirs[block.dest_start : block.dest_end]
        if block.tag != "replace" or max(len(left), len(right)) > _SHORT:
            continue
        numbers = [
            [word for word in side if word[0].isdigit() and word not in everywhere] for side in (left, right)
        ]
        if all(numbers):
            yield numbers[0], numbers[1]


def _figures(sentence: str) -> list[str]:
    """Return the words of a sentence, numbers in one form: 29th as 29, two as 2, 1,000 as 1000."""
    plain = _THOUSANDS.sub("", sentence)
    words = [match[0].lower() for match in _FIGURE.finditer(plain)]
    return [_SPELLED.get(word, _ORDINAL.sub("", word)) for word in words]


_SHORT = 4
"""Words up to which one passage stands in another's place; a longer one tells something else."""
_THOUSANDS = re.compile(r"(?<=\d),\s?(?=\d{3}\b)")
_FIGURE = re.compile(r"\d+(?:\.\d+)?(?:st|nd|rd|th)?|\w+(?:['’]\w+)*")
_NUMBER = re.compile(rf"\d|\b(?:{'|'.join(_SPELLED)})\b", re.IGNORECASE)
_DIGIT = re.compile(r"\d")


def _has_number(sentence: str) -> bool:
    if _DIGIT.search(sentence):
        return True
    folded = sentence.casefold()
    return any(word in folded for word in _SPELLED) and bool(_NUMBER.search(sentence))


_ORDINAL = re.compile(r"(?<=\d)(?:st|nd|rd|th)$")


_HEDGE_HINTS = (
    *("alleg", "claim", "report", "purport", "suppos", "apparent", "suspect", "accus", "possibl"),
    *("believed to", "said to", "may have", "might have", "could have"),
)


def _hedge(sentence: str) -> re.Match[str] | None:
    """Return the first hedge of a sentence; most hold none of the letters of any."""
    folded = sentence.casefold()
    return _HEDGE.search(sentence) if any(hint in folded for hint in _HEDGE_HINTS) else None


def _hedge_dropped(pair: Pair) -> Iterator[PairFinding]:
    for alignment in _reworded(pair):
        if not alignment.left or not alignment.right:
            continue
        left, right = alignment.left.of(pair.a.text), alignment.right.of(pair.b.text)
        hedged = _hedge(left), _hedge(right)
        bare = right if hedged[0] else left
        if bool(hedged[0]) != bool(hedged[1]) and not _SOURCED.search(bare):
            match = hedged[0] or hedged[1]
            assert match
            if not _is_about_the_same(match, bare):
                continue
            word = match[0]
            message = f"“{word}” stands in one version only."
            yield PairFinding((alignment.left,), (alignment.right,), message)


_CONTENT = re.compile(r"\b\w{4,}\b")
_AFTER = 3
"""Words after a hedge by which what it hedges is known."""
_DENIES = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?)\W+(?:\w+\W+)?$", re.IGNORECASE
)


def _is_about_the_same(hedge: re.Match[str], bare: str) -> bool:
    """Tell whether what a hedge stands before is in the other sentence too, and is not what somebody denies."""
    after = [match[0].lower() for match in _CONTENT.finditer(hedge.string, hedge.end())][:_AFTER]
    there = set(words_of(bare))
    return not _DENIES.search(hedge.string, 0, hedge.start()) and (
        not after or any(word in there for word in after)
    )


RULES = (
    PairRule(
        "number-differs",
        "Numbers differ",
        Severity.WARN,
        "Two sentences that answer to each other name different numbers; 29th and 29, two and 2 are the same.",
        ("**The fire killed 12 people in the town.**", "**The fire killed 21 people in the town.**"),
        _numbers_differ,
    ),
    PairRule(
        "hedge-dropped",
        "Hedge in one version only",
        Severity.WARN,
        "“Alleged”, “claimed”, “reportedly” and the like stand in one of two sentences that answer to each other.",
        ("**He allegedly opened the door.**", "**He opened the door.**"),
        _hedge_dropped,
    ),
)
