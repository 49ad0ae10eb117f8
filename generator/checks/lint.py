"""What is wrong with a review? Every rule has a code, a place, and says what to do."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import PurePosixPath

from generator.checks.desk import Desk, day, is_date
from generator.checks.lint_evidence import evidence_problems
from generator.checks.located import Located, LocatedError, Scalar, Table, located
from generator.checks.problems import Problem, did_you_mean
from generator.checks.review import DECISIONS, PUBLIC, REVIEW, Review, review_from, sources
from generator.checks.shapes import File, shape_problems
from generator.text import match_key

LONGEST_CLAIM = 75
"""Characters: longer ones are cut where fact-checks are listed."""
_FEWEST_SOURCES = 2
_DECISIVE = frozenset({"true", "false"})
_VERDICT_WORDS = (
    "fake",
    "hoax",
    "debunked",
    "untrue",
    "baseless",
    "fact check",
    "fact-check",
    "lie",
    "lies",
    "no evidence",
)


def read_review(path: str, text: str, desk: Desk) -> tuple[Review | None, tuple[Problem, ...]]:
    """Return a review and what is wrong with it.

    Args:
        path: the file's path, for messages; its stem is the claim's id.
        text: the file's content.
        desk: what the review may speak of.

    Returns:
        None for the review where its shape does not let it be read.
    """
    file = File(path, "R")
    try:
        node = located(text)
    except LocatedError as error:
        return None, (Problem(path, error.line, error.column, "R001", error.problem, error.remedy),)
    shape = tuple(shape_problems(file, node, REVIEW))
    if not isinstance(node, Table):
        return None, shape
    # A value that no shape knows stops the reading; a missing or a doubled key does not hide other problems.
    readable = not any(problem.code[1:] in _UNREADABLE for problem in shape)
    review = review_from(node)
    found = [problem for rule in RULES for problem in rule(file, node, review, desk)]
    return (review if readable else None), tuple(sorted({*shape, *found}))


_UNREADABLE = frozenset({"002", "005", "007", "008", "009", "021"})


def _place(node: Table, *names: str) -> Located:
    """Return the value under a path of keys, or the nearest mapping above it."""
    for length in range(len(names), 0, -1):
        found = node.find(*names[:length])
        if found:
            return found
    return node


def _name(file: File, node: Table, review: Review, _: Desk) -> Iterator[Problem]:
    stem = PurePosixPath(file.path).stem
    if review.id and review.id != stem:
        yield file.problem(
            node.find("id"), "006", f"the id '{review.id}' is not the file's name", f"write 'id: {stem}'"
        )


def _claim_text(file: File, node: Table, review: Review, desk: Desk) -> Iterator[Problem]:
    place = _place(node, "claim", "text")
    if isinstance(node.find("claim"), Table) and not review.claim.strip():
        if node.find("claim", "text"):
            yield file.problem(place, "010", "the claim is empty", "write what is claimed, in one sentence")
        return
    if len(review.claim) > LONGEST_CLAIM:
        problem = f"the claim has {len(review.claim)} characters"
        yield file.problem(
            place, "011", problem, f"use at most {LONGEST_CLAIM}; details belong into the explanation"
        )
    labels = [rating.name.replace("-", " ") for rating in desk.ratings] + list(_VERDICT_WORDS)
    words = f" {match_key(review.claim)} "
    found = next((label for label in labels if f" {match_key(label)} " in words), None)
    if found:
        problem = f"the claim's text holds a verdict: '{found}'"
        yield file.problem(
            place, "012", problem, "write what was claimed; the verdict stands under 'verdict'"
        )


def _verdict(file: File, node: Table, review: Review, desk: Desk) -> Iterator[Problem]:
    names = [rating.name for rating in desk.ratings]
    if review.rating and review.rating not in names:
        remedy = did_you_mean(review.rating, names)
        place = _place(node, "verdict", "rating")
        yield file.problem(place, "013", f"the rating '{review.rating}' is not in ratings.yml", remedy)
    if review.rating not in ("", "unrated") and not (review.explanation or "").strip():
        place = _place(node, "verdict", "rating")
        yield file.problem(
            place, "014", "a rating without an explanation", "say under 'explanation' what it rests on"
        )


def _grounds(file: File, node: Table, review: Review, desk: Desk) -> Iterator[Problem]:
    place = _place(node, "verdict", "rating")
    groups = sources(review, reused=desk.reused)
    stances = {item.stance for item in review.evidence}
    if review.rating in _DECISIVE and len(groups) < _FEWEST_SOURCES:
        problem = f"'{review.rating}' rests on {len(groups)} independent source{'s' * (len(groups) != 1)}"
        yield file.problem(
            place, "032", problem, f"find {_FEWEST_SOURCES}, or rate it 'disputed' or 'unverifiable'"
        )
    against = [item for item in review.evidence if item.stance in ("denies", "retracts")]
    said = [item for item in against if item.stance == "denies" and item.voice != "document"]
    if review.rating in ("false", "mostly-false") and against and said == against:
        remedy = "rate it 'denied', or add a document or a retraction"
        yield file.problem(place, "033", f"'{review.rating}' rests on denials only", remedy)
    if review.rating in ("true", "mostly-true") and "supports" not in stances:
        yield file.problem(
            place,
            "034",
            f"'{review.rating}' without evidence that supports it",
            "add it, or change the rating",
        )


def _dates(file: File, node: Table, _: Review, desk: Desk) -> Iterator[Problem]:
    ends = {}
    for name in ("created", "updated"):
        written = node.text("review", name)
        ends[name] = day(written) if written else None
        if written and not ends[name]:
            place = _place(node, "review", name)
            yield file.problem(
                place, "042", f"'{written}' is no date of the form 2026-11-24", "write year-month-day"
            )
    created, updated = ends["created"], ends["updated"]
    if created and updated and updated < created:
        yield file.problem(
            _place(node, "review", "updated"), "041", "updated before it was created", "exchange the two"
        )
    latest = desk.today or updated
    for place in _dated(node):
        exact = day(place.text)
        if not is_date(place.text):
            yield file.problem(
                place, "031", f"'{place.text}' is no date", "write 2019-07-14, 2019-07, 2019 or --07-14"
            )
        elif exact and latest and exact > latest:
            yield file.problem(place, "031", f"{place.text} lies after {latest.isoformat()}", "mend the date")
    if updated and desk.today and updated > desk.today:
        yield file.problem(
            _place(node, "review", "updated"),
            "031",
            f"{updated.isoformat()} lies in the future",
            "mend the date",
        )


def _dated(node: Table) -> Iterator[Scalar]:
    """Yield the dates of a review, but for those of its making."""
    places = [node.find("claim", "date")]
    places += [row.find("said_on") for row in node.tables("evidence")]
    places += [row.find("date") for row in node.tables("corrections")]
    for place in places:
        if isinstance(place, Scalar) and not place.null:
            yield place


def _corrections(file: File, node: Table, review: Review, _: Desk) -> Iterator[Problem]:
    if review.status in ("corrected", "retracted") and not review.corrections:
        problem = f"'{review.status}' without an entry under 'corrections'"
        yield file.problem(node.find("status"), "043", problem, "say what was wrong: date, type, note, was")


def _signing(file: File, node: Table, review: Review, _: Desk) -> Iterator[Problem]:
    if review.status in PUBLIC and not review.second_readers:
        place = _place(node, "review", "checked_by")
        remedy = "let a second person check it and sign under 'checked_by', or set 'status: in-review'"
        yield file.problem(place, "040", f"'{review.status}' with one signature", remedy)


def _flags(file: File, node: Table, _: Review, desk: Desk) -> Iterator[Problem]:
    for row in node.tables("flags"):
        code, where, decision = row.text("code"), row.text("where"), row.text("decision")
        if code and code not in desk.codes:
            yield file.problem(
                row.find("code"), "050", f"no signal is called '{code}'", did_you_mean(code, desk.codes)
            )
        if where and where not in desk.articles:
            remedy = did_you_mean(where, desk.articles)
            yield file.problem(row.find("where"), "050", f"there is no article '{where}'", remedy)
        if decision and decision not in DECISIONS:
            remedy = did_you_mean(decision, DECISIONS)
            yield file.problem(row.find("decision"), "050", f"'{decision}' is no decision", remedy)


def _related(file: File, node: Table, _: Review, desk: Desk) -> Iterator[Problem]:
    for row in node.tables("related"):
        article = row.text("article")
        if article and article not in desk.articles and article not in desk.withdrawn:
            remedy = did_you_mean(article, desk.articles)
            yield file.problem(row.find("article"), "022", f"there is no article '{article}'", remedy)


LintRule = Callable[[File, Table, Review, Desk], Iterable[Problem]]
RULES: tuple[LintRule, ...] = (
    _name,
    _claim_text,
    _verdict,
    evidence_problems,
    _grounds,
    _dates,
    _signing,
    _corrections,
    _flags,
    _related,
)


def doubled_claims(reviews: Iterable[tuple[str, str]]) -> Iterator[Problem]:
    """Yield the files that review a claim which an earlier file reviews too.

    Args:
        reviews: path and content of each file, in order.
    """
    seen: dict[str, str] = {}
    for path, text in reviews:
        try:
            node = located(text)
        except LocatedError:
            continue
        claim = node.find("claim", "text") if isinstance(node, Table) else None
        if not isinstance(claim, Scalar) or not (key := match_key(claim.text)):
            continue
        if key in seen:
            remedy = "keep one of the two, or say how the claims differ"
            yield File(path, "R").problem(claim, "052", f"the same claim as {seen[key]}", remedy)
        seen.setdefault(key, path)
