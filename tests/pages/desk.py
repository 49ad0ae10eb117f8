"""What a desk does with the invented site: reviews in each state, corrections of each kind, and a history in Git."""

from __future__ import annotations

import hashlib
import os
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path

from tests.pages.showcase import write

READERS = """reviewers:
  - {id: you, name: Ida Lindqvist, addresses: [ida@example.org]}
  - {id: other, name: Omar Haddad, addresses: [omar@example.org]}
"""
REVIEW = """schema: 1
id: {id}
kind: claim
status: {status}
claim: {{text: "{text}", wording: summary, claimant: {claimant}, claimant_note: {note}, date: 2024-03-14, stories: []}}
verdict: {{rating: {rating}, text: "{verdict}", explanation: "{why}", confidence: medium}}
evidence:
{evidence}
review: {{author: you, checked_by: [{checked}], created: 2024-03-16, updated: {updated}}}
corrections: {corrections}
"""
EVIDENCE = """  - {{id: {id}, stance: {stance}, article: {article}, quote: "{quote}", speaker: {speaker}, said_on: 2024-03-14,
     source_sha256: {sha256}}}"""
COST = ("She said that the work would cost 4.2 million", "She said that the work could cost 4.8 million")
PAID = "the town had paid for the new engine"
FINES = "drivers had been threatened with fines"
DEPOT = "Guards at the depot were told to let nobody in, a clerk said on Tuesday.\n\n“I was told nothing,” said the clerk.\n"
FIXES = """- article: bridge-01
  sha256: {bridge-01}
  quote: tired but sound
  set: {{speaker: Tom Okafor}}
  by: you
  on: 2024-03-18
  why: The sentence names him.
- article: ferry-reprint
  sha256: {ferry-reprint}
  set: {{published: 2024-03-22}}
  by: other
  on: 2024-03-24
  why: The page itself gives the day, the copy that was kept does not.
- article: bridge-05
  reply: We round numbers by our style book, and changed nothing else.
  by: you
  on: 2024-03-19
  why: sent by the outlet
- article: depot
  withdraw: true
  by: other
  on: 2024-03-25
  why: asked by the outlet
- article: ferry
  sha256: {stale}
  quote: Not one cent of it,
  set: {{polarity: affirmed}}
  by: you
  on: 2024-03-20
  why: It is her own sentence.
"""
CORRECTED = """
  - {date: 2024-03-23, type: correction, note: "The mayor was named as the source; it was the port.", was: "Denied by the port"}"""


def fill(folder: Path) -> None:
    """Write the invented site below a folder and let two people work on it in a repository of Git."""
    write(folder)
    _put(
        folder,
        {
            "seeds/depot.txt": f"Nobody let into the depot\n\n{DEPOT}",
            "seeds/depot.yml": "outlet: River Echo\n",
        },
    )
    _git(folder, "init", "-q", "-b", "main")
    _commit(folder, "Collect the reports on the harbor bridge", by="ida", on="2024-03-16")
    _put(folder, {"reviews/reviewers.yml": READERS, **dict(_reviews(folder))})
    _commit(folder, "Look into four claims about the bridge and the ferry", by="ida", on="2024-03-17")
    for name in ("bridge-cost", "ferry-paid", "buses-fines"):
        path = folder / "reviews" / f"{name}.yml"
        path.write_text(
            path.read_text(encoding="utf-8").replace("checked_by: []", "checked_by: [other]"), "utf-8"
        )
    _commit(folder, "Sign three of them", by="omar", on="2024-03-18")
    hashes = {name: _sha256(folder, name) for name in ("bridge-01", "ferry-reprint")}
    _put(folder, {"reviews/fixes/desk.yml": FIXES.format(stale="0" * 64, **hashes)})
    _commit(folder, "Put right what the machine read", by="ida", on="2024-03-25")
    _git(folder, "tag", "published")
    _changed_later(folder)
    _commit(folder, "Collect the ferry story again: the outlet changed it", by="omar", on="2024-03-28")


def _reviews(folder: Path) -> Iterator[tuple[str, str]]:
    rows = (
        ("bridge-cost", "published", "The work on the bridge costs 4.8 million", "disputed", "Two figures, one speech", "null",
         [("e1", "denies", "bridge-00", COST[0], "Anna Berg"), ("e2", "supports", "bridge-01", COST[1], "Anna Berg")], "[]"),
        ("ferry-paid", "corrected", "The town paid for the new engine of the ferry", "denied", "Denied by the mayor", "null",
         [("e1", "denies", "ferry", PAID, "Anna Berg"), ("e2", "context", "ferry", "Not one cent of it,", "Anna Berg")], CORRECTED),
        ("buses-fines", "retracted", "Drivers were threatened with fines", "denied", "Denied by the mayor", "Maria Castellanos",
         [("e1", "denies", "buses", FINES, "Anna Berg")], CORRECTED.replace("type: correction", "type: retraction")),
        ("buses-plan", "in-review", "There is no plan for the buses", "unverifiable", "Nothing decides it", "Maria Castellanos",
         [("e1", "supports", "bridge-00", "Nobody has shown us a plan for the buses", "Maria Castellanos"),
          ("e2", "supports", "buses", "We asked for a plan in January and got a postcard", "Maria Castellanos")], "[]"),
    )  # fmt: skip
    for id_, status, text, rating, verdict, claimant, evidence, corrections in rows:
        yield (
            f"reviews/{id_}.yml",
            REVIEW.format(
                id=id_,
                status=status,
                text=text,
                rating=rating,
                verdict=verdict,
                why="One speech, printed by several outlets: what they print is compared here, nothing else is known.",
                claimant=claimant,
                note="null" if claimant != "null" else "reports that no article names",
                evidence="\n".join(_evidence(folder, each) for each in evidence),
                checked="",
                updated="2024-03-23" if corrections != "[]" else "2024-03-17",
                corrections=corrections,
            ),
        )


def _evidence(folder: Path, said: tuple[str, str, str, str, str]) -> str:
    id_, stance, article, quote, speaker = said
    sha256 = _sha256(folder, article)
    return EVIDENCE.format(
        id=id_, stance=stance, article=article, quote=quote, speaker=speaker, sha256=sha256
    )


def _sha256(folder: Path, article: str) -> str:
    return hashlib.sha256((folder / "seeds" / f"{article}.txt").read_bytes()).hexdigest()


def _changed_later(folder: Path) -> None:
    path = folder / "seeds" / "ferry.txt"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("the port said on Wednesday", "the port said"), "utf-8")


def _put(folder: Path, files: Mapping[str, str]) -> None:
    for place, content in files.items():
        path = folder / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")


def _commit(folder: Path, subject: str, *, by: str, on: str) -> None:
    _git(folder, "add", "seeds", "reviews")
    moment = f"{on}T12:00:00Z"
    who = {"NAME": by.title(), "EMAIL": f"{by}@example.org", "DATE": moment}
    people = {f"GIT_{role}_{key}": value for role in ("AUTHOR", "COMMITTER") for key, value in who.items()}
    _git(folder, "commit", "-q", "-m", subject, **people)


def _git(folder: Path, *arguments: str, **variables: str) -> None:
    subprocess.run(["git", *arguments], cwd=folder, check=True, env={**os.environ, **variables})
