"""Where do two sentences that answer to each other differ, word by word?"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from rapidfuzz.distance import Indel

from generator.model import Level
from generator.stories.changes import Passage, level_of
from generator.stories.lexicons import ENGLISH
from generator.stories.lexicons.lexicon import Lexicon
from generator.stories.tokens import Token

_CLOSE = 2
"""Words: changed passages this near to each other read as one change."""
_SPEECH_REACH = 3
"""Tokens on either side in which a verb of speech makes a change one of attribution."""


@dataclass(frozen=True, slots=True)
class Region:
    """A changed passage: token ordinals of both sides, half-open; one side may be empty."""

    a_start: int
    a_end: int
    b_start: int
    b_end: int
    level: Level = Level.TYPOGRAPHIC
    why: tuple[str, ...] = ()


def regions(
    a: Sequence[Token], b: Sequence[Token], *, headline: bool = False, lexicon: Lexicon = ENGLISH
) -> tuple[Region, ...]:
    """Return the changed passages of two sentences, in order, each with its level."""
    if len(a) == len(b) and all(x.text == y.text for x, y in zip(a, b, strict=True)):
        return ()
    judge = partial(_judged, a, b, headline=headline, lexicon=lexicon)
    return tuple(
        piece
        for region in _joined(a, map(judge, _raw(a, b)), judge)
        for piece in _single_marks(a, b, _widened(a, b, region))
    )


def _raw(a: Sequence[Token], b: Sequence[Token]) -> Iterator[Region]:
    """Yield the passages between the tokens of a longest common subsequence."""
    i = j = 0
    for code in Indel.opcodes([token.text for token in a], [token.text for token in b]):
        if code.tag == "equal":
            if i < code.src_start or j < code.dest_start:
                yield Region(i, code.src_start, j, code.dest_start)
            i, j = code.src_end, code.dest_end
    if i < len(a) or j < len(b):
        yield Region(i, len(a), j, len(b))


def _judged(
    a: Sequence[Token], b: Sequence[Token], region: Region, *, headline: bool, lexicon: Lexicon
) -> Region:
    level, why = level_of(
        _passage(a, region.a_start, region.a_end, lexicon),
        _passage(b, region.b_start, region.b_end, lexicon),
        headline=headline,
    )
    return Region(region.a_start, region.a_end, region.b_start, region.b_end, level, why)


def _passage(tokens: Sequence[Token], start: int, end: int, lexicon: Lexicon) -> Passage:
    around = (*tokens[max(0, start - _SPEECH_REACH) : start], *tokens[end : end + _SPEECH_REACH])
    return Passage(
        tokens[start:end],
        opens_sentence=not any(token.is_word for token in tokens[:start]),
        speech_near=any(word in lexicon.speech for token in around for word in lexicon.words(token.styled)),
        lexicon=lexicon,
    )


def _joined(
    a: Sequence[Token], found: Iterable[Region], judge: Callable[[Region], Region]
) -> Iterator[Region]:
    """Join changes of wording or meaning that stand a word or two apart."""
    held: Region | None = None
    for region in found:
        if held and _near(a, held, region):
            held = judge(Region(held.a_start, region.a_end, held.b_start, region.b_end))
            continue
        if held:
            yield held
        held = region
    if held:
        yield held


def _near(a: Sequence[Token], before: Region, after: Region) -> bool:
    if Level.TYPOGRAPHIC in (before.level, after.level):
        return False
    between = a[before.a_end : after.a_start]
    return sum(token.is_word for token in between) <= _CLOSE and all(token.is_word for token in between)


def _widened(a: Sequence[Token], b: Sequence[Token], region: Region) -> Region:
    """Show a mark that one side lacks together with the word before it, or after it at the start."""
    if region.level is not Level.TYPOGRAPHIC or (
        region.a_start < region.a_end and region.b_start < region.b_end
    ):
        return region
    if region.a_start and region.b_start:
        return Region(region.a_start - 1, region.a_end, region.b_start - 1, region.b_end, region.level)
    if region.a_end < len(a) and region.b_end < len(b):
        return Region(region.a_start, region.a_end + 1, region.b_start, region.b_end + 1, region.level)
    return region


def _single_marks(a: Sequence[Token], b: Sequence[Token], region: Region) -> Iterator[Region]:
    """Take a typographic passage apart where its tokens answer to each other one by one."""
    left, right = a[region.a_start : region.a_end], b[region.b_start : region.b_end]
    if (
        region.level is not Level.TYPOGRAPHIC
        or len(left) != len(right)
        or any(x.styled != y.styled for x, y in zip(left, right, strict=True))
    ):
        yield region
        return
    for step, (x, y) in enumerate(zip(left, right, strict=True)):
        i, j = region.a_start + step, region.b_start + step
        if x.text != y.text:
            yield Region(i, i + 1, j, j + 1, region.level)
