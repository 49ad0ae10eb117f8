"""Every mistake in a review is found at its line and column, and a true review has none."""

from __future__ import annotations

import datetime as dt
import re

import pytest

from generator.checks.desk import Desk
from generator.checks.lint import doubled_claims, read_review
from generator.checks.located import DEEPEST, LARGEST
from generator.checks.problems import Problem
from generator.checks.reviews import Files, desktop, review_files
from generator.checks.signals import rule_texts
from tests.checks.labelled_seeds import ROOT, labelled_seeds, reuse

PATH = "iran-us-talks-2019-07.yml"
TRUE = (ROOT / "reviews" / PATH).read_text(encoding="utf-8")
E1_WORDS = "quote: The Islamic Republic of Iran is engaged in no negotiations with the American officials at any level."
SHA = "source_sha256: 3883a26645a676ca94975cebdf0f5a3a8137b94933044e7ce171cd510582b4f3"
TWO_SIGNED = TRUE.replace("status: in-review", "status: published").replace(
    "checked_by: []", "checked_by: [reader-b]"
)


def _desk(today: dt.date | None = None) -> Desk:
    articles = {read.article.id: read.article for read, _ in labelled_seeds().values()}
    return Desk(articles, frozenset(rule_texts()), today=today)


def _problems(text: str, *, path: str = PATH, today: dt.date | None = None) -> tuple[Problem, ...]:
    return read_review(path, text, _desk(today))[1]


def test_a_true_review_has_no_problem() -> None:
    assert () == _problems(TRUE)
    assert () == _problems(TWO_SIGNED)


# Each row: code, the words that are replaced, what by (`^` is where the problem is), and how often.
MISTAKES = [
    ("R001", "schema: 1\n", "schema: 1\n  ^: : {\n"),
    ("R003", "confidence: low\n", "confidence: low\n  ^confidence: high\n"),
    ("R004", "  wording: verbatim", "  ^wordng: verbatim"),
    ("R005", "  author: founders\n", ""),
    ("R006", "id: iran-us-talks-2019-07", "id: ^iran-talks"),
    ("R007", "status: in-review", "status: ^reviewed"),
    ("R008", "checked_by: []", "checked_by: ^reader-b"),
    ("R009", "confidence: low", "confidence: ^some"),
    ("R010", "text: Iran has been in talks with the US through Russian mediation", 'text: ^""'),
    (
        "R011",
        "text: Iran has been in talks with the US through Russian mediation\n",
        "text: ^Iran has been in talks with the US through Russian mediation and that of others\n",
    ),
    ("R012", "text: Iran has been", "text: ^It is false that Iran has been"),
    ("R013", "rating: denied", "rating: ^deniedd"),
    ("R014", "  explanation: >-\n", "  explanation: ''\n  text2: >-\n"),
    ("R020", "- id: e2", "- id: ^e1"),
    ("R021", "    stance: context", "    stance: ^backs"),
    ("R022", "article: 000_deb20142414e904d", "article: ^000_deb20142414e904"),
    ("R023", E1_WORDS, "quote: ^Iran is engaged in many negotiations."),
    ("R024", "quote: recent reports by", 'quote: ^"recent  reports by'),
    ("R025", f"    {E1_WORDS}\n    speaker", '    quote: ^""\n    speaker'),
    ("R026", SHA, SHA.replace(" 3883", " ^0000")),
    ("R027", f"    {SHA}\n    note", "    note"),
    ("R028", "speaker: Abbas Mousavi", "speaker: ^null"),
    ("R029", "speaker: Abbas Mousavi", "speaker: ^Javad Zarif"),
    ("R030", "same_as: e1", "same_as: ^e9"),
    ("R031", "said_on: 2019-07-14", "said_on: ^2027-07-14"),
    ("R031", "said_on: 2019-07-14", "said_on: ^2019-02-31"),
    ("R032", "rating: denied", "rating: ^false"),
    ("R033", "rating: denied", "rating: ^false"),
    ("R034", "rating: denied", "rating: ^mostly-true"),
    ("R040", "status: in-review", "status: published"),
    ("R041", "updated: 2026-11-24", "updated: ^2026-11-23"),
    ("R042", "created: 2026-11-24", "created: ^24 November"),
    ("R043", "status: in-review", "status: ^corrected"),
    ("R050", "code: context-dropped", "code: ^context-droped"),
    ("R050", "where: 000_deb20142414e904d", "where: ^somewhere"),
    ("R050", "decision: dismissed", "decision: ^ignored"),
]

# Where a mistake is told that lies in what is missing: at the words beside it.
BESIDE = {"R005": "checked_by", "R014": "denied\n", "R027": "id: e1", "R040": "[]"}


@pytest.mark.parametrize(
    ("code", "old", "new"), MISTAKES, ids=[f"{row[0]}-{number}" for number, row in enumerate(MISTAKES)]
)
def test_a_mistake_is_found_in_its_place(code: str, old: str, new: str) -> None:
    assert TRUE.count(old) >= 1
    text = TRUE.replace(old, new, 1)
    if code == "R024":
        text = text.replace(
            "through Russian mediation\n    speaker", 'through Russian mediation"\n    speaker'
        )
    at = text.index("^") if "^" in text else text.index(BESIDE[code])
    text = text.replace("^", "", 1)
    expected = (text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at))
    found = [problem for problem in _problems(text) if problem.code == code]
    assert expected in [(problem.line, problem.column) for problem in found]


def test_every_code_has_a_mistake_that_raises_it() -> None:
    written = (ROOT / "docs" / "reviews.md").read_text(encoding="utf-8")
    codes = set(re.findall(r"\bR0\d\d\b", written)) - {"R060", "R070"}
    assert {
        f"R{number:03}" for number in (*range(1, 15), *range(20, 35), *range(40, 44), *range(50, 55))
    } == codes
    elsewhere = {"R002", "R051", "R052", "R053", "R054"}
    assert codes == {code for code, _, _ in MISTAKES} | elsewhere


def test_another_top_level_is_told() -> None:
    for text in ("- a\n- b\n", ""):
        assert [("R002", 1, 1)] == [(found.code, found.line, found.column) for found in _problems(text)]


def test_a_date_after_today_is_told() -> None:
    assert ["R031"] == [problem.code for problem in _problems(TRUE, today=dt.date(2026, 11, 23))]


def test_an_unknown_key_names_the_nearest() -> None:
    (problem,) = _problems(TRUE.replace("  wording: verbatim", "  wordng: verbatim"))
    assert "did you mean 'wording'?" == problem.remedy
    assert str(problem).startswith(f"{PATH}:8:3 R004 unknown key 'wordng' — ")


def test_two_reviews_of_one_claim_are_told() -> None:
    other = TRUE.replace("text: Iran has been", "text: IRAN  has been")
    (problem,) = doubled_claims([("a.yml", TRUE), ("b.yml", other)])
    assert ("b.yml", 7, 9, "R052") == (problem.path, problem.line, problem.column, problem.code)


@pytest.mark.parametrize(
    "text",
    [
        "a: &x [1]\nb: *x\n",
        "[" * (DEEPEST + 2) + "]" * (DEEPEST + 2),
        "a" * (LARGEST + 1),
        "a: \x07",
        "? [a]\n: b\n",
        "a: 1\n---\nb: 2\n",
    ],
    ids=["alias", "deep", "large", "control character", "list as key", "two documents"],
)
def test_what_is_no_plain_yaml_is_refused(text: str) -> None:
    assert {"R001"} == {problem.code for problem in _problems(text)}


def test_a_comma_in_a_sentence_makes_no_key() -> None:
    row = "  - {article: 004_c0bd221de4d48497, why: a refusal, not a denial of current ones}\n"
    assert () == _problems(TRUE.replace("related:\n", f"related:\n{row}"))
    review, _ = read_review(PATH, TRUE.replace("related:\n", f"related:\n{row}"), _desk())
    assert review
    assert "a refusal, not a denial of current ones" == review.related[0][1]


def test_an_ampersand_in_prose_is_no_anchor() -> None:
    assert () == _problems(TRUE.replace("note: four paragraphs", "note: AT &T, *four* paragraphs"))


def test_a_python_object_is_only_text() -> None:
    text = TRUE.replace("note: four", "note: !!python/object/apply:os.system four")
    assert () == _problems(text)


def test_evidence_from_a_withdrawn_article_is_told_and_its_words_are_dropped() -> None:
    fix = "article: 000_deb20142414e904d\nwithdraw: true\nby: a\non: 2026-11-24\nwhy: asked\n"
    reads = [read for read, _ in labelled_seeds().values()]
    found = desktop(Files("reviews", {"fixes/a.yml": fix, PATH: TRUE}), reads, reuse())
    assert ["R053"] == [problem.code for problem in found.problems]
    (standing,) = found.reviews
    assert standing.stale
    assert ("", ()) == next((item.quote, places) for item, places in standing.places if item.id == "e2")


def test_evidence_whose_speaker_a_person_corrected_is_told() -> None:
    name, sha = "001_151755ee29b01678", SHA.removeprefix("source_sha256: ")
    fix = f"article: {name}\nsha256: {sha}\nquote: {E1_WORDS.removeprefix('quote: ')}\nby: a\non: 2026-11-24\nwhy: seen\n"
    reads = [read for read, _ in labelled_seeds().values()]
    files = {"fixes/a.yml": fix + "set: {speaker: Abbas Araqchi}\n", PATH: TRUE}
    found = desktop(Files("reviews", files), reads, reuse())
    line = TRUE[: TRUE.index("speaker: Abbas Mousavi")].count("\n") + 1
    assert [("R054", line)] == [(problem.code, problem.line) for problem in found.problems]
    assert found.reviews[0].stale
    files["fixes/a.yml"] = fix + "set: {speaker: Seyyed Abbas Mousavi}\n"
    assert () == desktop(Files("reviews", files), reads, reuse()).problems


def test_our_own_reviews_are_sound() -> None:
    reads = [read for read, _ in labelled_seeds().values()]
    found = desktop(review_files(ROOT / "reviews"), reads, reuse())
    assert () == found.problems
    (standing,) = found.reviews
    assert not standing.public
    assert not standing.stale
    assert 1 == standing.sources
