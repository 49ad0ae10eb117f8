"""Who reviews, and what is known of the outlets: `reviewers.yml` and `outlets.yml`."""

from __future__ import annotations

from dataclasses import dataclass

from generator.checks.desk import Reviewer
from generator.checks.located import LocatedError, Table, located
from generator.checks.problems import Problem
from generator.checks.shapes import File, Key, Kind, Shape, shape_problems
from generator.model import Rights

_REVIEWERS = Shape(
    (
        Key(
            "reviewers",
            Kind.LIST,
            required=True,
            shape=Shape((Key("id", required=True), Key("name", required=True), Key("addresses", Kind.LIST))),
        ),
    )
)
_OUTLETS = Shape(
    (
        Key(
            "outlets",
            Kind.LIST,
            required=True,
            shape=Shape(
                (
                    Key("name", required=True),
                    Key("aliases", Kind.LIST),
                    Key("owner"),
                    Key("country"),
                    Key("url"),
                    Key("note"),
                    Key("source"),
                    Key("rights", choices=tuple(Rights)),
                    Key("noindex", choices=("true", "false")),
                )
            ),
        ),
    )
)


@dataclass(frozen=True, slots=True)
class OutletNote:
    """What reviewers wrote down about an outlet."""

    name: str
    aliases: tuple[str, ...]
    owner: str | None
    country: str | None
    url: str | None
    note: str | None
    source: str | None
    """What the rest is taken from."""
    rights: str | None = None
    """How much of its articles may be shown: `full`, `excerpts` or `none`; None where nobody said."""
    noindex: bool = False
    """Whether search engines are asked to leave its articles' pages out."""


def read_reviewers(path: str, text: str) -> tuple[tuple[Reviewer, ...], tuple[Problem, ...]]:
    """Return those who may sign, and what is wrong with the file."""
    rows, problems = _rows(path, text, _REVIEWERS, "reviewers")
    found = (Reviewer(row.text("id") or "", row.text("name") or "", row.texts("addresses")) for row in rows)
    return tuple(found), problems


def read_outlets(path: str, text: str) -> tuple[tuple[OutletNote, ...], tuple[Problem, ...]]:
    """Return what is known of outlets, and what is wrong with the file."""
    rows, problems = _rows(path, text, _OUTLETS, "outlets")
    return tuple(map(_outlet, rows)), problems


def _outlet(row: Table) -> OutletNote:
    return OutletNote(
        name=row.text("name") or "",
        aliases=row.texts("aliases"),
        owner=row.text("owner"),
        country=row.text("country"),
        url=row.text("url"),
        note=row.text("note"),
        source=row.text("source"),
        rights=row.text("rights"),
        noindex=row.text("noindex") == "true",
    )


def _rows(path: str, text: str, shape: Shape, name: str) -> tuple[tuple[Table, ...], tuple[Problem, ...]]:
    try:
        node = located(text)
    except LocatedError as error:
        return (), (Problem(path, error.line, error.column, "R001", error.problem, error.remedy),)
    problems = tuple(shape_problems(File(path, "R"), node, shape))
    if problems or not isinstance(node, Table):
        return (), problems
    return node.tables(name), ()
