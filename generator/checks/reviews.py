"""What do people say about the articles? Reads the folder of their files and holds it against the facts."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from generator.checks.anchors import anchor
from generator.checks.conflicts import without_conflicts
from generator.checks.desk import Desk, Reviewer
from generator.checks.fixes import Fix, read_fixes
from generator.checks.history import History, history_of, history_problems
from generator.checks.known import KnownCheck, read_known
from generator.checks.lint import doubled_claims, read_review
from generator.checks.located import Table, located
from generator.checks.people import OutletNote, read_outlets, read_reviewers
from generator.checks.problems import Problem
from generator.checks.ratings import RATINGS, Rating, read_ratings
from generator.checks.review import ClaimId, Decision, Exhibit, Review, sources
from generator.checks.shapes import File
from generator.checks.signals import rule_texts
from generator.model import ArticleId, Evidence, ReadArticle, Relation, Span, Version

_RATINGS, _REVIEWERS, _OUTLETS = "ratings.yml", "reviewers.yml", "outlets.yml"
_FIXES, _KNOWN = "fixes/", "known/"
_ENDINGS = frozenset({".yml", ".yaml"})
_KNOWN_ENDINGS = frozenset({".json", ".csv"})
_TIMELY = frozenset({"R022", "R023", "R024", "R026", "R029", "R050", "R053", "R054"})
"""Problems that time brings when articles change: they make a verdict stale, and do not withdraw it."""


Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Files:
    """The texts of a folder of reviews, with its history."""

    folder: str
    """As messages name it."""
    texts: Mapping[str, str]
    """By POSIX path below the folder, sorted."""
    broken: tuple[Problem, ...] = ()
    history: History | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """A review as it stands against today's articles."""

    review: Review
    path: str
    """Below the folder of reviews."""
    rating: Rating
    places: tuple[tuple[Exhibit, tuple[Evidence, ...]], ...]
    """Each piece of evidence with its places; () for an orphan, whose words are no longer there."""
    sources: int
    """How many independent sources stand for or against the claim."""
    stale: bool
    """True where an article's bytes changed since it was read, or a quote is gone."""
    public: bool
    """True where two people signed and nothing but time stands against it: then its verdict is given out as data."""

    @property
    def status(self) -> str:
        """Return the status that the site shows."""
        if not self.public and self.review.public:
            return "in-review"
        return self.review.status


@dataclass(frozen=True, slots=True)
class Desktop:
    """Everything that people wrote, read and checked."""

    reviews: tuple[Standing, ...] = ()
    fixes: tuple[Fix, ...] = ()
    ratings: tuple[Rating, ...] = RATINGS
    reviewers: tuple[Reviewer, ...] = ()
    outlets: tuple[OutletNote, ...] = ()
    known: tuple[KnownCheck, ...] = ()
    """Fact-checks of others."""
    problems: tuple[Problem, ...] = ()


def review_files(folder: Path, *, with_history: bool = True) -> Files:
    """Read the files of a folder of reviews; a folder that is not there holds none."""
    texts: dict[str, str] = {}
    broken: list[Problem] = []
    for path in sorted(folder.rglob("*")) if folder.is_dir() else []:
        name = path.relative_to(folder).as_posix()
        endings = _KNOWN_ENDINGS if name.startswith(_KNOWN) else _ENDINGS
        if path.suffix not in endings or name.startswith(".") or "/." in name or not path.is_file():
            continue
        try:
            texts[name] = path.read_text(encoding="utf-8-sig")
        except (OSError, UnicodeDecodeError) as error:
            where = f"{folder.as_posix()}/{name}"
            broken.append(Problem(where, 1, 1, "R001", f"can't be read: {error}", "save it as UTF-8"))
    history = history_of(folder) if with_history and texts else None
    return Files(folder.as_posix(), texts, tuple(broken), history)


def desktop(
    files: Files,
    reads: Iterable[ReadArticle],
    versions: Iterable[Version] = (),
    *,
    stories: frozenset[str] = frozenset(),
    today: dt.date | None = None,
) -> Desktop:
    """Hold what people wrote against the articles.

    Args:
        files: the texts.
        reads: all articles, as the machine read them.
        versions: what is known of their common text.
        stories: the ids of all stories.
        today: the day that no date may lie after.
    """
    by_id = {read.article.id: read for read in reads}
    ratings, problems = _side_file(files, _RATINGS, read_ratings, RATINGS)
    reviewers, more = _side_file(files, _REVIEWERS, read_reviewers, ())
    outlets, others = _side_file(files, _OUTLETS, read_outlets, ())
    fixes, wrong = _fixes(files, by_id, stories)
    desk = Desk(
        {name: read.article for name, read in by_id.items()},
        frozenset(rule_texts()),
        ratings,
        reviewers,
        today,
        _reused(versions),
        _spoken(fixes, by_id),
        frozenset(fix.article for fix in fixes if fix.withdraw and fix.article),
    )
    standings, found = _standings(files, desk)
    known, unread = _known(files)
    everything = (*files.broken, *problems, *more, *others, *found, *wrong, *unread)
    return Desktop(standings, fixes, ratings, reviewers, outlets, known, tuple(sorted(everything)))


Reader = Callable[[str, str], tuple[tuple[Row, ...], tuple[Problem, ...]]]


def _side_file(
    files: Files, name: str, read: Reader[Row], default: tuple[Row, ...]
) -> tuple[tuple[Row, ...], tuple[Problem, ...]]:
    """Return what a file beside the reviews says, the default where there is none."""
    if name not in files.texts:
        return default, ()
    return read(f"{files.folder}/{name}", files.texts[name])


def _known(files: Files) -> tuple[tuple[KnownCheck, ...], list[Problem]]:
    checks: list[KnownCheck] = []
    problems: list[Problem] = []
    for name, text in files.texts.items():
        if name.startswith(_KNOWN):
            found, wrong = read_known(f"{files.folder}/{name}", text)
            checks += found
            problems += wrong
    return tuple(checks), problems


def _reused(versions: Iterable[Version]) -> frozenset[frozenset[str]]:
    return frozenset(
        frozenset((version.a, version.b))
        for version in versions
        if version.relation is not Relation.QUOTES_ONLY
    )


def _standings(files: Files, desk: Desk) -> tuple[tuple[Standing, ...], list[Problem]]:
    standings: list[Standing] = []
    problems: list[Problem] = []
    claims = [(name, text) for name, text in files.texts.items() if _is_review(name)]
    doubled = list(doubled_claims((f"{files.folder}/{name}", text) for name, text in claims))
    for name, text in claims:
        path = f"{files.folder}/{name}"
        review, found = read_review(path, text, desk)
        mine = [*found, *(problem for problem in doubled if problem.path == path)]
        if review:
            node = located(text)
            assert isinstance(node, Table)
            mine += history_problems(
                File(path, "R"), name, node, review, files.history, reviewers=desk.reviewers
            )
        problems += mine
        if review:
            standings.append(standing(review, name, desk, frozenset(problem.code for problem in mine)))
    return tuple(standings), problems


def _is_review(name: str) -> bool:
    return name not in (_RATINGS, _REVIEWERS, _OUTLETS) and not name.startswith((_FIXES, _KNOWN))


def _spoken(
    fixes: Iterable[Fix], reads: Mapping[ArticleId, ReadArticle]
) -> dict[tuple[ArticleId, Span], str]:
    """Return whom people's corrections name for each quote, by its place."""
    found = {}
    for fix in fixes:
        if fix.article in reads and fix.article and fix.says("speaker") and not fix.lapsed:
            for quote in reads[fix.article].quotes:
                if fix.quote in (quote.id, quote.words):
                    found[fix.article, quote.span] = fix.value("speaker") or ""
    return found


def standing(review: Review, path: str, desk: Desk, problems: frozenset[str]) -> Standing:
    """Return a review as it stands against today's articles.

    Args:
        review: the review.
        path: of its file, below the folder of reviews.
        desk: what it speaks of.
        problems: the codes of what is wrong with its file.
    """
    evidence = [
        dataclasses.replace(item, quote="") if item.article in desk.withdrawn else item
        for item in review.evidence
    ]
    places = tuple((item, _places(item, desk)) for item in evidence)
    changed = any(
        item.article not in desk.articles
        or (item.sha256 and item.sha256.lower() != desk.articles[item.article].sha256)
        for item in review.evidence
    )
    return Standing(
        review,
        path,
        desk.rating(review.rating) or Rating(review.rating, review.rating, None, ""),
        places,
        len(sources(review, reused=desk.reused)),
        stale=changed or any(not found for _, found in places) or "R054" in problems,
        public=review.public and problems <= _TIMELY,
    )


def _places(item: Exhibit, desk: Desk) -> tuple[Evidence, ...]:
    article = desk.articles.get(item.article)
    return anchor(article, item.quote) if article and item.article not in desk.withdrawn else ()


def _fixes(
    files: Files, reads: Mapping[ArticleId, ReadArticle], stories: frozenset[str]
) -> tuple[tuple[Fix, ...], list[Problem]]:
    fixes: list[Fix] = []
    problems: list[Problem] = []
    for name, text in files.texts.items():
        if name.startswith(_FIXES):
            found, wrong = read_fixes(f"{files.folder}/{name}", text, reads, stories=stories)
            fixes += found
            problems += wrong
    kept, contradicting = without_conflicts(fixes, reads)
    return kept, [*problems, *contradicting]


@dataclass(frozen=True, slots=True)
class Ruling:
    """What a reviewer decided about a signal, and in which review."""

    decision: Decision
    claim: ClaimId


def rulings(standings: Iterable[Standing]) -> dict[tuple[str, ArticleId], Ruling]:
    """Return the decisions on signals by code and article; the last review has the last word."""
    ordered = sorted(standings, key=lambda standing: (standing.review.updated, standing.review.id))
    return {
        (each.code, each.article): Ruling(each, standing.review.id)
        for standing in ordered
        for each in standing.review.decisions
    }
