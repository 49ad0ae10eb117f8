"""A site of invented articles that has everything: many versions, denials, a verdict, scripts of both directions.

Run as a program it writes seeds and reviews: `python -m tests.pages.showcase FOLDER`.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

BASE = (
    "The old harbor bridge will stay open while its cables are replaced, Mayor Anna Berg said on Thursday, denying reports that it would be closed until the summer.",
    "“The bridge is safe, and it stays open,” Berg told reporters at the town hall. She said that the work would cost 4.2 million and take eleven weeks.",
    "Engineer Tom Okafor, who leads the work, called the old cables “tired but sound” and said that inspectors had found no cracks in the deck.",
    "A member of the council, who asked not to be named, said that the money had not been approved.",
    "The bridge carries some nine thousand cars a day between the old town and the docks, and was last closed for a week in the winter of 2011.",
    "“Nobody has shown us a plan for the buses,” said Maria Castellanos, who speaks for the drivers’ union.",
    "The work is to begin on the first Monday in April, when the ferry starts to run again.",
)  # fmt: skip
OUTLETS = (
    "Harbor Post", "Hill Gazette", "Northern Wire", "The Dockside Courier", "Evening Standard of Marrow",
    "River Echo", "Coast Daily", "The Lantern", "Valley Times", "Upland Herald", "Quay Radio", "The Morning Ferry",
)  # fmt: skip
# What each outlet makes of it: (old, new) words, and which paragraphs it leaves out.
CHANGES: tuple[tuple[tuple[tuple[str, str], ...], tuple[int, ...]], ...] = (
    ((), ()),
    ((("would cost 4.2 million", "could cost 4.8 million"), ("no cracks", "few cracks")), (3, 5)),
    ((("“", '"'), ("”", '"')), ()),
    ((("will stay open", "may stay open"),), (4,)),
    ((("said on Thursday", "insisted on Thursday"), ("tired but sound", "tired")), (3,)),
    ((("eleven weeks", "11 weeks"),), (5, 6)),
    ((("nine thousand", "ten thousand"), ("Maria Castellanos", "Marta Castellanos")), ()),
    ((("had not been approved", "had been approved"),), ()),
    ((("The bridge is safe, and it stays open", "The bridge stays open"),), (4, 5)),
    ((), (2, 3, 4)),
    ((("denying reports", "rejecting reports"),), (6,)),
    ((("first Monday in April", "first Monday in May"),), (3,)),
)
OTHERS = {
    "ferry": ("Ferry returns in April", "Coast Daily", "2024-03-20", (
        "The ferry across the harbor will run again from the first Monday in April, the port said on Wednesday.",
        "“We missed the boat last year,” said Captain Lee Moss, who will be at the helm. Mayor Anna Berg welcomed the plan.",
        "Berg denied that the town had paid for the new engine. “Not one cent of it,” she said.",
    )),
    "ferry-reprint": ("Ferry to run again from April", "Quay Radio", "2024-03-21", (
        "The ferry across the harbor will run again from the first Monday in April, the port said on Wednesday.",
        "“We missed the boat last year,” said Captain Lee Moss, who will be at the helm. Mayor Anna Berg welcomed the plan.",
        "Berg denied that the town had paid for half of the new engine. “Not one cent of it,” she said.",
    )),
    "buses": ("Drivers stop work over bridge plan", "River Echo", "2024-04-02", (
        "Bus drivers stopped work for two hours on Tuesday over the plan for the harbor bridge, their union said.",
        "“We asked for a plan in January and got a postcard,” Maria Castellanos told a crowd at the depot.",
        "Mayor Anna Berg said that talks would go on. She denied that drivers had been threatened with fines.",
    )),
    "buses-reprint": ("Bus drivers strike over bridge", "Valley Times", "2024-04-03", (
        "Bus drivers stopped work for two days on Tuesday over the plan for the harbor bridge, their union said.",
        "“We asked for a plan in January and got a postcard,” Maria Castellanos told a crowd at the depot.",
        "Mayor Anna Berg said that talks would go on. She denied that drivers had been threatened with fines.",
    )),
    "jisr": ("العمدة: الجسر سيبقى مفتوحا", "صحيفة الميناء", "2024-03-15", (
        "قالت العمدة آنا بيرغ يوم الخميس إن الجسر القديم سيبقى مفتوحا أثناء استبدال الكابلات.",
        "«الجسر آمن وسيبقى مفتوحا»، قالت بيرغ للصحفيين في مبنى البلدية.",
        "ونفت العمدة أن يكون الجسر قد أغلق يوم الأحد.",
    )),
    "puente": ("El puente seguirá abierto", "El Faro", "2024-03-15", (
        "El viejo puente del puerto seguirá abierto mientras se cambian los cables, dijo el jueves la alcaldesa Anna Berg.",
        "«El puente es seguro y sigue abierto», afirmó Berg ante los periodistas. La alcaldesa negó que se fuera a cerrar.",
    )),
    "no-headline": ("", "", "", (
        "officials would not say on friday who had ordered the barriers, or when they would be taken away again, and the town hall did not answer.",
    )),
}  # fmt: skip
REVIEW = """schema: 1
id: bridge-closed
kind: claim
status: draft
claim:
  text: The harbor bridge will be closed until the summer
  wording: summary
  claimant: null
  claimant_note: reports that the article does not name
  date: null
  stories: [bridge-00]
verdict:
  rating: denied
  text: Denied by the mayor
  explanation: The mayor denies it on the record; the reports are not named.
  confidence: low
evidence:
  - {id: e1, stance: denies, article: bridge-00, quote: "The bridge is safe, and it stays open,", speaker: Anna Berg,
     source_sha256: 7bd3d21c51c70630e33da170668975504e0c3910e6b15ef03a07679fc4ac67b3}
flags:
  - {code: unnamed-source, where: bridge-00, decision: confirmed, note: nobody else says it}
review: {author: you, checked_by: [], created: 2024-03-16, updated: 2024-03-16}
corrections: []
"""
OUTLET_NOTES = """outlets:
  - {name: The Lantern, rights: excerpts, noindex: true}
  - {name: Upland Herald, rights: none}
"""


def sources() -> Iterator[tuple[str, str]]:
    """Yield path and content of each seed and review."""
    for number, (outlet, (words, left_out)) in enumerate(zip(OUTLETS, CHANGES, strict=True)):
        body = "\n\n".join(part for place, part in enumerate(BASE) if place not in left_out)
        for old, new in words:
            body = body.replace(old, new)
        title = "Bridge stays open during repairs, mayor says" if number % 3 else "Harbor bridge to stay open"
        yield f"seeds/bridge-{number:02d}.txt", f"{title}\n\n{body}\n"
        via = "via: Harbor Post\n" if number in {1, 5, 9} else ""
        date = f"published: 2024-03-{14 + number // 2:02d}\n" if number != 10 else ""
        yield (
            f"seeds/bridge-{number:02d}.yml",
            f"outlet: {outlet}\n{date}{via}url: https://example.org/{number}\n",
        )
    for name, (title, outlet, date, parts) in OTHERS.items():
        yield f"seeds/{name}.txt", "\n\n".join([title, *parts] if title else parts) + "\n"
        if outlet:
            yield f"seeds/{name}.yml", f"outlet: {outlet}\npublished: {date}\n"
    yield "reviews/bridge-closed.yml", REVIEW
    yield "reviews/reviewers.yml", "reviewers:\n  - {id: you, name: You}\n"
    yield "reviews/outlets.yml", OUTLET_NOTES


def write(folder: Path) -> None:
    """Write seeds and reviews below a folder."""
    for place, content in sources():
        path = folder / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")


if __name__ == "__main__":
    write(Path(sys.argv[1]))
