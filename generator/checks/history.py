"""What did a folder's files say in earlier commits, and who committed them? Asked of Git, which forgets nothing."""

from __future__ import annotations

import subprocess
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.checks.desk import Reviewer
from generator.checks.located import Located, LocatedError, Table, located
from generator.checks.problems import Problem
from generator.checks.review import Correction, Review, correction_from, review_from
from generator.checks.shapes import File

_SECONDS = 60


@dataclass(frozen=True, slots=True)
class Revision:
    """A file as it stood in one commit."""

    commit: str
    address: str
    """Of the commit's author, in lower case."""
    date: str
    """Of the commit, ISO 8601."""
    text: str
    """Empty where the commit removed the file."""


@dataclass(frozen=True, slots=True)
class History:
    """The earlier forms of the files of a folder, newest first."""

    files: Mapping[str, tuple[Revision, ...]]
    """By the file's POSIX path below the folder."""
    shallow: bool = False
    """True where the clone holds only the newest commits."""

    def of(self, name: str) -> tuple[Revision, ...]:
        """Return the earlier forms of a file, newest first."""
        return self.files.get(name, ())


def history_of(folder: Path) -> History | None:
    """Return the history of the files in a folder; None where there is no Git, or no repository."""
    top = _git(folder, "rev-parse", "--show-prefix")
    if top is None:
        return None
    prefix = top.strip()
    shallow = (_git(folder, "rev-parse", "--is-shallow-repository") or "").strip() == "true"
    log = (
        _git(folder, "log", "-z", "--format=%x01%H%x02%ae%x02%cI", "--name-only", "--no-renames", "--", ".")
        or ""
    )
    wanted = list(_touched(log, prefix))
    texts = _contents(folder, [f"{commit}:{prefix}{name}" for commit, _, _, name in wanted])
    files: dict[str, list[Revision]] = defaultdict(list)
    for (commit, address, date, name), text in zip(wanted, texts, strict=True):
        files[name].append(Revision(commit, address.lower(), date, text))
    return History({name: tuple(found) for name, found in files.items()}, shallow)


def _git(folder: Path, *arguments: str, stdin: bytes | None = None) -> str | None:
    command = ["git", "-C", str(folder), "-c", "core.quotePath=off", *arguments]
    try:
        done = subprocess.run(command, input=stdin, capture_output=True, check=True, timeout=_SECONDS)  # noqa: S603 (no shell)
    except (OSError, subprocess.SubprocessError):
        return None
    return done.stdout.decode("utf-8", "replace")


def _touched(log: str, prefix: str) -> Iterator[tuple[str, str, str, str]]:
    """Yield commit, author's address, date and file name for each file that a commit touched."""
    for entry in log.split("\x01")[1:]:
        head, *names = entry.replace("\n", "\0").split("\0")
        commit, address, date = head.split("\x02")
        for name in names:
            if name.startswith(prefix) and name != prefix:
                yield commit, address, date, name[len(prefix) :]


def _contents(folder: Path, objects: list[str]) -> list[str]:
    """Return the content of each object, empty where the commit holds none."""
    if not objects:
        return []
    names = "".join(f"{name}\n" for name in objects).encode()
    command = ["git", "-C", str(folder), "cat-file", "--batch"]
    try:
        done = subprocess.run(command, input=names, capture_output=True, check=True, timeout=_SECONDS)  # noqa: S603 (no shell)
    except (OSError, subprocess.SubprocessError):
        return [""] * len(objects)
    return list(_blobs(done.stdout, len(objects)))


def _blobs(output: bytes, count: int) -> Iterator[str]:
    at = 0
    for _ in range(count):
        end = output.index(b"\n", at)
        head = output[at:end].split(b" ")
        at = end + 1
        if head[-1] == b"missing" or head[-2:-1] != [b"blob"]:
            yield ""
            continue
        size = int(head[-1])
        yield output[at : at + size].decode("utf-8", "replace")
        at += size + 1


def history_problems(
    file: File,
    name: str,
    node: Table,
    review: Review,
    history: History | None,
    *,
    reviewers: Iterable[Reviewer],
) -> Iterator[Problem]:
    """Yield where a review breaks with its own past: corrections that are gone, a signature nobody made.

    Args:
        file: for messages.
        name: of the file, below the folder of reviews.
        node: its content with places.
        review: its content.
        history: of the folder; without one nothing shows that a second person signed.
        reviewers: those who may sign.
    """
    if history is None:
        if review.public:
            remedy = "keep the reviews in a Git repository: the second person's commit is the signature"
            place = node.find("review", "checked_by")
            yield file.problem(place, "040", "no history shows that a second person signed", remedy)
        return
    if history.shallow:
        remedy = "run 'git fetch --unshallow' (in GitHub Actions: fetch-depth: 0)"
        yield file.problem(None, "051", "this clone lacks the file's history", remedy)
        return
    revisions = history.of(name)
    yield from _lost_corrections(file, node.find("corrections") or node, review, revisions)
    if review.public and review.second_readers:
        yield from _unsigned(file, node, review, revisions, tuple(reviewers))


def _lost_corrections(
    file: File, place: Located, review: Review, revisions: tuple[Revision, ...]
) -> Iterator[Problem]:
    told: set[Correction] = set()
    for revision in revisions:
        for entry in _corrections(revision.text):
            if entry not in review.corrections and entry not in told:
                told.add(entry)
                problem = f"the correction of {entry.date} was removed or edited (it stands in {revision.commit[:10]})"
                yield file.problem(place, "051", problem, "put it back as it was; corrections are only added")


def _corrections(text: str) -> tuple[Correction, ...]:
    try:
        node = located(text)
    except LocatedError:
        return ()
    return tuple(map(correction_from, node.tables("corrections"))) if isinstance(node, Table) else ()


def _unsigned(
    file: File, node: Table, review: Review, revisions: tuple[Revision, ...], reviewers: tuple[Reviewer, ...]
) -> Iterator[Problem]:
    """Yield a problem unless a second reader's own commit holds their name and the verdict as it is now."""
    signed = [
        earlier for name in review.second_readers for earlier in _signed(name, review, revisions, reviewers)
    ]
    if any(_content(earlier) == _content(review) for earlier in signed):
        return
    names = " and ".join(review.second_readers)
    problem = f"no commit shows that {names} signed"
    remedy = "the second person commits their signature, or stands in reviewers.yml with the address of their commits"
    if signed:
        problem = f"claim, verdict or evidence changed since {names} signed"
        remedy = "let the second person read it again and commit it, or put back what they signed"
    yield file.problem(node.find("review", "checked_by"), "040", problem, remedy)


def _signed(
    name: str, review: Review, revisions: tuple[Revision, ...], reviewers: tuple[Reviewer, ...]
) -> Iterator[Review]:
    """Yield the forms of a review that a second reader committed with their own name in it.

    A reader who is not listed is told from the author by the address of the first commit, which is the author's.
    """
    listed = {reviewer.id: {address.lower() for address in reviewer.addresses} for reviewer in reviewers}
    authors = listed.get(review.author) or {revision.address for revision in revisions[-1:]}
    theirs = listed.get(name)
    for revision in revisions:
        known = revision.address in theirs if theirs is not None else True
        if known and revision.address not in authors:
            earlier = _review(revision.text)
            if earlier and name in earlier.checked_by:
                yield earlier


def _review(text: str) -> Review | None:
    try:
        node = located(text)
    except LocatedError:
        return None
    return review_from(node) if isinstance(node, Table) else None


def _content(review: Review) -> tuple[object, ...]:
    """Return what a signature stands for: the claim, the verdict with its grounds, and the evidence."""
    prose = (review.claim, review.claimant, review.verdict, review.explanation)
    words = tuple(" ".join((text or "").split()) for text in prose)
    evidence = tuple((item.stance, item.article, item.quote, item.speaker) for item in review.evidence)
    return (review.rating, *words, *evidence)
