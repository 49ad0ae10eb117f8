"""Which verdicts are there, and what number does each have: one direction, higher is truer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.checks.located import LocatedError, Table, located
from generator.checks.problems import Problem
from generator.checks.shapes import File, Key, Kind, Shape, shape_problems


@dataclass(frozen=True, slots=True)
class Rating:
    """A verdict that a review may give."""

    name: str
    label: str
    number: int | None
    """1–5, higher is truer; None for a verdict that says nothing about truth."""
    meaning: str


RATINGS = (
    Rating("true", "True", 5, "The evidence bears the claim out."),
    Rating("mostly-true", "Mostly true", 4, "Right in substance; a detail is wrong or missing."),
    Rating("misleading", "Misleading", 3, "Its parts are true and together give a wrong picture."),
    Rating("mostly-false", "Mostly false", 2, "Wrong in substance; a part of it is true."),
    Rating("false", "False", 1, "The evidence shows that it is not so."),
    Rating("denied", "Denied", None, "Those concerned deny it; a denial is not a refutation."),
    Rating("disputed", "Disputed", None, "Sources contradict each other, and none can be preferred."),
    Rating("unverifiable", "Unverifiable", None, "The evidence at hand decides it neither way."),
    Rating("unrated", "Unrated", None, "No verdict yet."),
)
BEST, WORST = 5, 1
_TRUER_FIRST = tuple(rating.name for rating in RATINGS if rating.number is not None)
_NUMBERLESS = frozenset(rating.name for rating in RATINGS if rating.number is None)
_ROW = Shape((Key("number"), Key("label", required=True), Key("meaning", required=True)))


def read_ratings(path: str, text: str) -> tuple[tuple[Rating, ...], tuple[Problem, ...]]:
    """Return the ratings of a `ratings.yml` and what is wrong with it; with problems, the built-in ones."""
    file = File(path, "R")
    try:
        node = located(text)
    except LocatedError as error:
        return RATINGS, (Problem(path, error.line, error.column, "R001", error.problem, error.remedy),)
    problems = list(shape_problems(file, node, Shape((Key("ratings", Kind.TABLE, required=True),))))
    rows = node.find("ratings") if isinstance(node, Table) else None
    if isinstance(rows, Table):
        for name, row in rows.entries:
            problems += shape_problems(file, row, _ROW, f"'{name.text}'")
        problems += [] if problems else _direction(file, rows)
    if problems or not isinstance(rows, Table):
        return RATINGS, tuple(problems)
    return tuple(_rating(name.text, row) for name, row in rows.entries if isinstance(row, Table)), ()


def _rating(name: str, row: Table) -> Rating:
    number = row.text("number")
    return Rating(name, row.text("label") or name, int(number) if number else None, row.text("meaning") or "")


def _direction(file: File, rows: Table) -> Iterator[Problem]:
    """Yield numbers that are none, that stand twice, that fall where truth rises, or that ought not to be."""
    numbers: dict[str, int] = {}
    for name, row in rows.entries:
        number = row.text("number") if isinstance(row, Table) else None
        if number is None:
            if name.text in _TRUER_FIRST:
                yield file.problem(
                    name, "060", f"'{name.text}' has no number", f"give one from {WORST} to {BEST}"
                )
        elif name.text in _NUMBERLESS:
            yield file.problem(
                name, "060", f"'{name.text}' has a number", "leave it out: it says nothing about truth"
            )
        elif not number.isdigit() or not WORST <= int(number) <= BEST:
            yield file.problem(
                name, "060", f"'{number}' is no number from {WORST} to {BEST}", "higher is truer"
            )
        elif int(number) in numbers.values():
            yield file.problem(name, "060", f"the number {number} stands twice", "give each verdict its own")
        else:
            numbers[name.text] = int(number)
    ordered = [numbers[name] for name in _TRUER_FIRST if name in numbers]
    if ordered != sorted(ordered, reverse=True):
        yield file.problem(rows, "060", "the numbers do not fall from true to false", "higher is truer")
