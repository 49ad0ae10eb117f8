"""Which corrections contradict each other? Neither of two is applied: to prefer the later one would be a guess."""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from generator.checks.fixes import Fix
from generator.checks.problems import Problem
from generator.model import ArticleId, ReadArticle

Target = tuple[str, str, str]
"""Article, quote and what is set of it; or an article that changes its story."""


def without_conflicts(
    fixes: Iterable[Fix], reads: Mapping[ArticleId, ReadArticle]
) -> tuple[tuple[Fix, ...], tuple[Problem, ...]]:
    """Return the fixes, those that contradict each other as lapsed, and a problem for each of them but the first."""
    made = tuple(fixes)
    wanted: dict[Target, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for number, fix in enumerate(made):
        for target, value in () if fix.lapsed else _settings(fix, reads):
            wanted[target][value].append(number)
    lapsed: dict[int, int] = {}
    problems = []
    for target, values in wanted.items():
        if len(values) < _BOTH:
            continue
        numbers = sorted(number for found in values.values() for number in found)
        first = made[numbers[0]]
        for number in numbers:
            lapsed[number] = numbers[0]
        problems += [_problem(made[number], first, target) for number in dict.fromkeys(numbers[1:])]
    kept = (
        dataclasses.replace(fix, lapsed="another correction contradicts it") if number in lapsed else fix
        for number, fix in enumerate(made)
    )
    return tuple(kept), tuple(problems)


_BOTH = 2


def _problem(fix: Fix, first: Fix, target: Target) -> Problem:
    where = f"{first.path}:{first.line}"
    problem = f"'{target[2]}' is set to another value in {where}; neither is applied"
    if fix is first:
        problem = f"'{target[2]}' is set to two values"
    return Problem(fix.path, fix.line, 1, "F032", problem, "keep one of the two")


def _settings(fix: Fix, reads: Mapping[ArticleId, ReadArticle]) -> Iterator[tuple[Target, str]]:
    """Yield what a fix sets, and to what."""
    for member in (*fix.join, *fix.split):
        yield (member, "", "story"), f"{fix.story} {fix.split}"
    if not fix.article or fix.withdraw or fix.reply:
        return
    quote = _quote_id(fix, reads)
    for name, value in fix.changes:
        if name != "drop":
            yield (fix.article, quote, name), repr(value)
    if fix.parts:
        yield (fix.article, quote, "parts"), repr(fix.parts)
    if quote:
        # What is no quote has no speaker: to drop it contradicts every other word about it.
        yield (fix.article, quote, "drop"), str(fix.says("drop"))


def _quote_id(fix: Fix, reads: Mapping[ArticleId, ReadArticle]) -> str:
    """Return the id of the quote that is meant, whichever way it is named."""
    read = reads.get(fix.article) if fix.article else None
    quotes = read.quotes if read else ()
    return next((quote.id for quote in quotes if fix.quote in (quote.id, quote.words)), fix.quote or "")
