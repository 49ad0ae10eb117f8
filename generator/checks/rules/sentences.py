"""Do sentences that answer to each other in two versions keep their numbers and their doubts?"""

from __future__ import annotations

import re
from collections.abc import Iterator

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
_NUMBER = re.compile(
    r"(?<![\w.])[$€£]?(\d[\d,]*(?:\.\d+)?)(?:st|nd|rd|th)?(?= ?(percent|per cent|%|million|billion|trillion)?)"
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
        ours = _numbers(alignment.left.of(pair.a.text))
        theirs = _numbers(alignment.right.of(pair.b.text))
        only_ours, only_theirs = ours - theirs, theirs - ours
        if only_ours and only_theirs:
            listed = f"{', '.join(sorted(only_ours))} against {', '.join(sorted(only_theirs))}"
            yield PairFinding((alignment.left,), (alignment.right,), f"The numbers differ: {listed}.")


def _numbers(sentence: str) -> set[str]:
    """Return the numbers of a sentence in one form: 29th as 29, two as 2, 1,000 as 1000."""
    found = {
        match[1].replace(",", "") + {"per cent": "%", "percent": "%", "%": "%"}.get(match[2] or "", "")
        for match in _NUMBER.finditer(sentence)
    }
    return found | {_SPELLED[word] for word in words_of(sentence) if word in _SPELLED}


def _hedge_dropped(pair: Pair) -> Iterator[PairFinding]:
    for alignment in _reworded(pair):
        if not alignment.left or not alignment.right:
            continue
        left, right = alignment.left.of(pair.a.text), alignment.right.of(pair.b.text)
        hedged = _HEDGE.search(left), _HEDGE.search(right)
        bare = right if hedged[0] else left
        if bool(hedged[0]) != bool(hedged[1]) and not _SOURCED.search(bare):
            match = hedged[0] or hedged[1]
            word = match[0] if match else ""
            message = f"“{word}” stands in one version only."
            yield PairFinding((alignment.left,), (alignment.right,), message)


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
