"""What did people correct in the machine's work? Their word wins, until the article's bytes change."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from generator.checks.anchors import anchor
from generator.checks.desk import day, is_date
from generator.checks.located import Items, Located, LocatedError, Scalar, Table, located
from generator.checks.problems import Problem, did_you_mean
from generator.checks.shapes import File, Key, Kind, Shape, shape_problems
from generator.model import Article, ArticleId, Polarity, QuoteKind, ReadArticle, Span, StoryId
from generator.text import match_key

FIELDS = (
    "headline",
    "outlet",
    "via",
    "author",
    "published",
    "updated",
    "dateline",
    "url",
    "language",
    "section",
    "rights",
    "noindex",
)
"""What a fix may set of an article."""
_SET = Shape(
    (
        Key("speaker"),
        Key("polarity", choices=tuple(Polarity)),
        Key("kind", choices=tuple(QuoteKind)),
        Key("parts", Kind.LIST, items=Kind.LIST),
        Key("drop", choices=("true",)),
        Key("add", choices=("true",)),
        *(Key(name) for name in FIELDS),
    )
)
_FIX = Shape(
    (
        Key("article"),
        Key("sha256"),
        Key("quote"),
        Key("set", Kind.TABLE, shape=_SET),
        Key("story"),
        Key("join", Kind.LIST),
        Key("split", Kind.LIST),
        Key("withdraw", choices=("true",)),
        Key("reply"),
        Key("by", required=True),
        Key("on", required=True),
        Key("why", required=True),
    )
)
_DEEDS = ("set", "join", "split", "withdraw", "reply")
_OF_QUOTES = ("speaker", "polarity", "kind", "drop", "add")
_PAIR = 2
_SHA256 = re.compile(r"[0-9a-f]{64}$")
_IN_TIME = frozenset({"F021", "F022", "F023", "F026"})
"""Problems that a change of the article's bytes brings: F026, and what follows from it."""


@dataclass(frozen=True, slots=True)
class Fix:
    """One thing that a person put right."""

    path: str
    line: int
    by: str
    on: str
    why: str
    article: ArticleId | None = None
    sha256: str | None = None
    """Of the bytes that the person read."""
    quote: str | None = None
    """A quote's id, or its exact words."""
    changes: tuple[tuple[str, str | None], ...] = ()
    """What is set, by name; `speaker: null` says that nobody known speaks."""
    parts: tuple[Span, ...] = ()
    """The quote's right boundaries, in the article's text."""
    story: StoryId | None = None
    join: tuple[ArticleId, ...] = ()
    split: tuple[ArticleId, ...] = ()
    withdraw: bool = False
    reply: str | None = None
    lapsed: str = ""
    """Why it is not applied, where it can't be any more; nothing where it holds."""

    def says(self, name: str) -> bool:
        """Tell whether something is set."""
        return any(name == changed for changed, _ in self.changes)

    def value(self, name: str) -> str | None:
        """Return what a name is set to."""
        return next((value for changed, value in self.changes if changed == name), None)


def read_fixes(
    path: str, text: str, reads: Mapping[ArticleId, ReadArticle], *, stories: frozenset[str] = frozenset()
) -> tuple[tuple[Fix, ...], tuple[Problem, ...]]:
    """Return the fixes of a file, and what is wrong with it.

    One that was made for other bytes is returned as lapsed, so that pages can say so; one with another
    mistake is left out. A withdrawal whose article is known holds whatever else is wrong with it: a
    slip of the pen must not keep a text in print.

    Args:
        path: the file's path, for messages.
        text: its content, one fix or a list of them.
        reads: all articles.
        stories: the ids of all stories; with none, stories are not asked for.
    """
    file = File(path, "F")
    try:
        node = located(text)
    except LocatedError as error:
        return (), (Problem(path, error.line, error.column, "F001", error.problem, error.remedy),)
    fixes: list[Fix] = []
    problems: list[Problem] = []
    for row in node.items if isinstance(node, Items) else (node,):
        found = list(_row_problems(file, row, reads, stories))
        problems += found
        if isinstance(row, Table) and (fix := _applicable(_fix(path, row), found)):
            fixes.append(fix)
    return tuple(fixes), tuple(sorted(problems))


def _applicable(fix: Fix, problems: list[Problem]) -> Fix | None:
    """Return a fix that can be applied, or that lapsed; None for one with a mistake."""
    codes = {problem.code for problem in problems}
    if not codes or (fix.withdraw and fix.article and "F020" not in codes):
        return fix
    if "F026" in codes and codes <= _IN_TIME:
        return dataclasses.replace(fix, lapsed="the article changed since it was made")
    return None


def _row_problems(
    file: File, row: Located, reads: Mapping[ArticleId, ReadArticle], stories: frozenset[str]
) -> Iterator[Problem]:
    shape = list(shape_problems(file, row, _FIX))
    yield from shape
    if not isinstance(row, Table) or any(problem.code in ("F005", "F008") for problem in shape):
        return
    yield from _one_deed(file, row)
    yield from _when(file, row)
    yield from _target(file, row, reads, stories)


def _one_deed(file: File, row: Table) -> Iterator[Problem]:
    deeds = [name for name in _DEEDS if row.find(name)]
    if len(deeds) != 1:
        problem = f"a fix does one thing, this one {' and '.join(deeds) or 'none'}"
        yield file.problem(row, "010", problem, f"write one of {', '.join(_DEEDS)}")
    for name in ("by", "why", *(["reply"] if row.find("reply") else [])):
        if not (row.text(name) or "").strip():
            yield file.problem(row.find(name), "012", f"'{name}' is empty", "say it in a few words")
    changes = row.find("set")
    if isinstance(changes, Table):
        if not changes.entries:
            yield file.problem(changes, "010", "'set' sets nothing", "write what is right")
        speaker = row.text("set", "speaker")
        if speaker is not None and not match_key(speaker):
            remedy = "write the name, or 'speaker: null' where nobody known speaks"
            yield file.problem(row.find("set", "speaker"), "012", f"'{speaker}' is no name", remedy)
        for key, _ in changes.entries:
            of_quotes = key.text in (*_OF_QUOTES, "parts")
            if of_quotes and not row.find("quote"):
                yield file.problem(
                    key, "011", f"'{key.text}' is set of no quote", "add 'quote:' with its id or words"
                )
            if not of_quotes and row.find("quote"):
                yield file.problem(key, "011", f"'{key.text}' is nothing of a quote", "leave 'quote:' out")


def _when(file: File, row: Table) -> Iterator[Problem]:
    written = row.text("on")
    if written and not day(written):
        yield file.problem(
            row.find("on"), "031", f"'{written}' is no date of the form 2026-11-24", "write year-month-day"
        )
    for name in ("published", "updated"):
        value = row.text("set", name)
        if value and not is_date(value):
            place = row.find("set", name)
            yield file.problem(
                place, "031", f"'{value}' is no date", "write 2019-07-14, 2019-07, 2019 or --07-14"
            )


def _target(
    file: File, row: Table, reads: Mapping[ArticleId, ReadArticle], stories: frozenset[str]
) -> Iterator[Problem]:
    story = row.text("story")
    if row.find("join") or row.find("split"):
        if not story or (stories and story not in stories):
            place = row.find("story") or row
            yield file.problem(
                place, "030", f"there is no story '{story}'", did_you_mean(story or "", stories)
            )
        for member in (*row.texts("join"), *row.texts("split")):
            if member not in reads:
                yield file.problem(row, "020", f"there is no article '{member}'", did_you_mean(member, reads))
        return
    name = row.text("article")
    read = reads.get(ArticleId(name or ""))
    if read is None and row.text("withdraw") == "true" and _was_taken_out(row, reads):
        return
    if read is None:
        place = row.find("article") or row
        yield file.problem(place, "020", f"there is no article '{name}'", did_you_mean(name or "", reads))
        return
    if row.find("set"):
        yield from _same_bytes(file, row, read.article)
        yield from _quote_is_there(file, row, read)


def _was_taken_out(row: Table, reads: Mapping[ArticleId, ReadArticle]) -> bool:
    """Tell whether a withdrawal names an article whose file is gone too: by a hash that no article has."""
    stated = (row.text("sha256") or "").lower()
    return bool(_SHA256.match(stated)) and all(read.article.sha256 != stated for read in reads.values())


def _same_bytes(file: File, row: Table, article: Article) -> Iterator[Problem]:
    stated = row.text("sha256")
    if not stated:
        yield file.problem(row, "027", "which bytes were read is not said", f"add 'sha256: {article.sha256}'")
    elif stated.lower() != article.sha256:
        remedy = f"look at it again, then write {article.sha256}"
        yield file.problem(row.find("sha256"), "026", f"{article.id} changed since it was read", remedy)


def _quote_is_there(file: File, row: Table, read: ReadArticle) -> Iterator[Problem]:
    name, place = row.text("quote"), row.find("quote")
    if name:
        known = [quote for quote in read.quotes if name in (quote.id, quote.words)]
        added = row.text("set", "add") and anchor(read.article, name)
        if not known and not added:
            remedy = "copy its id from the article's page"
            yield file.problem(place, "021", f"{read.article.id} has no quote '{name}'", remedy)
        if len(known) > 1:
            remedy = f"write the id of one: {', '.join(quote.id for quote in known)}"
            yield file.problem(place, "022", "these words are quoted more than once", remedy)
    parts = row.find("set", "parts")
    if isinstance(parts, Items):
        spans = _spans(parts)
        text = read.article.text
        fits = spans and spans[-1].end <= len(text) and all(a.end <= b.start for a, b in pairwise(spans))
        if not fits or any("\n" in span.of(text) or not span.of(text).strip() for span in spans):
            remedy = f"write pairs like [12, 40], in order, each within a paragraph, up to {len(text)}"
            yield file.problem(parts, "023", "these parts are no places in the text", remedy)


def _spans(parts: Items) -> tuple[Span, ...]:
    """Return the pairs of a list of parts; () where one is no pair of rising numbers."""
    spans = []
    for part in parts.items:
        ends = [end.text for end in part.items if isinstance(end, Scalar)] if isinstance(part, Items) else []
        if len(ends) != _PAIR or not all(end.isdigit() for end in ends) or int(ends[0]) >= int(ends[1]):
            return ()
        spans.append(Span(int(ends[0]), int(ends[1])))
    return tuple(spans)


def _fix(path: str, row: Table) -> Fix:
    changes = row.find("set")
    pairs = changes.entries if isinstance(changes, Table) else ()
    parts = row.find("set", "parts")
    article, story = row.text("article"), row.text("story")
    return Fix(
        path=path,
        line=row.line,
        by=row.text("by") or "",
        on=row.text("on") or "",
        why=row.text("why") or "",
        article=ArticleId(article) if article else None,
        sha256=row.text("sha256"),
        quote=row.text("quote"),
        changes=tuple(
            (name.text, None if value.null else value.text)
            for name, value in pairs
            if isinstance(value, Scalar)
        ),
        parts=_spans(parts) if isinstance(parts, Items) else (),
        story=StoryId(story) if story else None,
        join=tuple(map(ArticleId, row.texts("join"))),
        split=tuple(map(ArticleId, row.texts("split"))),
        withdraw=row.text("withdraw") == "true",
        reply=row.text("reply"),
    )
