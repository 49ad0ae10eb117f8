"""What may not be shown is in no byte that is published; what may be said of it still is."""

import json
import re
from pathlib import Path

import pytest

from generator.checks.people import OutletNote
from generator.checks.rights import Terms, notes_by_name, terms_of
from generator.model import Article, ArticleId, Field, FieldStatus, Rights, Span
from generator.pages.rights import published
from generator.pipeline import build
from generator.redaction import HIDDEN, readable, redacted
from generator.settings import Settings
from tests.pages import sample
from tests.sites import mkdocs, working_copy

# Each hidden word is made up and stands nowhere else, so that one look for it tells.
PLAIN = ("quorbex", "dravinol", "smeltick", "ploverdane", "krintok", "wazzelby", "frumenthor", "ostrelix")
SAID = ("brindlefax", "torvellan", "umbrekin")
MEANT = ("glanvoort",)

LONG = """Mayor opens the harbor bridge

Harbor Post, 14 July 2019

The quorbex of the old harbor was a dravinol sight for everybody who came to the quay that day, and it drew
large crowds from the smeltick villages on the other bank of the river, where the ferry used to land in summer.

Mayor Anna Berg said, “The brindlefax of this bridge is torvellan.” She spoke to reporters on Sunday.

A long paragraph about the ploverdane weather followed, with more on the krintok of the season and on the
wazzelby lights that the town had put up along the quay, on the roofs and in the trees of the market square.

The mayor denied that the umbrekin had been closed, and the work was done in glanvoort March by forty men.

A senior government official, who did not want to be named, said the rails would be mostly umbrekin soon.

Nobody counted the frumenthor guests, but the ostrelix said there had been a great many of them in the evening.
"""
SHORT = LONG.replace("Harbor Post, 14 July 2019", "Hill Gazette, 15 July 2019").replace(
    "glanvoort March", "May"
)
REVIEW = """schema: 1
id: bridge
kind: claim
status: draft
claim: {text: The bridge is open, wording: summary, claimant: null, date: null, stories: []}
verdict: {rating: unproven, text: Not shown, explanation: Nobody knows., confidence: low}
evidence:
  - {id: e1, stance: supports, article: long, quote: The brindlefax of this bridge is torvellan., speaker: Anna Berg}
review: {author: reader-a, checked_by: [], created: 2026-11-24, updated: 2026-11-24}
corrections: []
"""
FIX = """article: long
quote: The brindlefax of this bridge is torvellan.
set: {polarity: affirmed}
by: reader-a
on: 2026-11-24
why: I looked.
"""


def _sources(folder: Path) -> None:
    for name, text in (
        ("seeds/long.txt", LONG),
        ("seeds/short.txt", SHORT),
        ("seeds/long.yml", "outlet: Harbor Post\n"),
        ("seeds/short.yml", "outlet: Hill Gazette\n"),
        ("reviews/bridge.yml", REVIEW),
        ("reviews/reviewers.yml", "reviewers:\n  - {id: reader-a, name: Reader A}\n"),
        ("reviews/fixes/a.yml", FIX),
    ):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def _built(folder: Path, **chosen: object) -> dict[str, str]:
    _sources(folder)
    settings = Settings(
        folder / "seeds", folder / "reviews", folder / "out", None, site_url="https://example.org/", **chosen
    )
    build(settings)
    return _bytes_of(folder / "out")


def _bytes_of(folder: Path) -> dict[str, str]:
    files = [path for path in sorted(folder.rglob("*")) if path.is_file()]
    return {path.relative_to(folder).as_posix(): path.read_text("utf-8", "replace") for path in files}


def _leaks(files: dict[str, str], words: tuple[str, ...]) -> list[tuple[str, str]]:
    return [(path, word) for path, text in files.items() for word in words if word in text.lower()]


def test_without_a_setting_everything_is_shown(tmp_path: Path) -> None:
    files = _built(tmp_path)
    for word in PLAIN + SAID + MEANT:
        assert word in files["articles/long.md"]


def test_with_none_no_file_that_is_written_holds_a_word_of_the_text(tmp_path: Path) -> None:
    files = _built(tmp_path, rights="none")
    assert _leaks(files, PLAIN + SAID + MEANT) == []
    page = files["articles/long.md"]
    assert "Text not shown" in page
    assert "Anna Berg" in page
    assert 'id="t-q&#45;' in page
    assert "data/sources/" not in "".join(files)


def test_with_none_quotes_versions_and_differences_are_still_counted(tmp_path: Path) -> None:
    shown, hidden = _built(tmp_path / "a"), _built(tmp_path / "b", rights="none")
    for name in ("stories.jsonl", "versions.jsonl"):
        assert shown[f"data/{name}"] == hidden[f"data/{name}"]
    for name in ("quotes.jsonl", "differences.jsonl", "signals.jsonl"):
        rows, others = (
            [json.loads(line) for line in files[f"data/{name}"].splitlines()] for files in (shown, hidden)
        )
        assert len(rows) == len(others) > 0
        for row, other in zip(rows, others, strict=True):
            for key in ("key", "parts", "polarity", "level", "a_span", "b_span", "code"):
                assert row.get(key) == other.get(key)
    figures = re.compile(r"<li><b>\d+</b>.*</li>")
    for path in ("articles/long.md", "stories/long.md"):
        assert figures.findall(shown[path]) == figures.findall(hidden[path])


def test_excerpts_show_quotes_and_differences_and_nothing_else(tmp_path: Path) -> None:
    files = _built(tmp_path, rights="excerpts")
    assert _leaks(files, ("quorbex", "dravinol", "smeltick", "ploverdane", "krintok", "wazzelby")) == []
    page = files["articles/long.md"]
    assert "In excerpts" in page
    for word in SAID + MEANT:
        assert word in page
    row = json.loads(files["data/articles.jsonl"].splitlines()[0])
    for line in files["data/quotes.jsonl"].splitlines():
        quote = json.loads(line)
        if quote["article"] == row["id"]:
            assert quote["words"] == " … ".join(row["text"][start:end] for start, end in quote["parts"])


def test_a_text_that_may_be_shown_does_not_lose_what_a_hidden_version_shares(tmp_path: Path) -> None:
    (tmp_path / "reviews").mkdir()
    (tmp_path / "reviews" / "outlets.yml").write_text("outlets:\n  - {name: Harbor Post, rights: none}\n")
    files = _built(tmp_path)
    assert "brindlefax" in files["articles/short.md"].lower()
    assert _leaks(files, MEANT) == []
    assert "Text not shown" in files["articles/long.md"]
    assert "Not all words are shown" in files["stories/long.md"]


@pytest.mark.site
@pytest.mark.parametrize(("rights", "hidden"), [("none", PLAIN + SAID + MEANT), ("excerpts", PLAIN[:6])])
def test_no_byte_of_the_built_site_holds_a_hidden_word(
    tmp_path: Path, rights: str, hidden: tuple[str, ...]
) -> None:
    folder = working_copy(tmp_path)
    _sources(folder)
    config = folder / "mkdocs.yml"
    config.write_text(
        config.read_text().replace("  - variorum\n", f"  - variorum: {{rights: {rights}, noindex: true}}\n")
    )
    built = mkdocs(folder, "build", site_url="https://example.org/site/")
    assert built.returncode == 0, built.stderr
    files = _bytes_of(folder / "site")
    assert _leaks(files, hidden) == []
    assert "search/search_index.json" in files
    assert '<meta name="robots" content="noindex">' in files["articles/long/index.html"]


# ---------------------------------------------------------------- who decides


def _article(*fields: Field) -> Article:
    return Article(ArticleId("a"), "a.txt", "0", "", "", (), fields=fields)


NOTES = notes_by_name(
    (
        OutletNote("Harbor Post", ("The Post",), None, None, None, None, None, rights="excerpts"),
        OutletNote("Agency", (), None, None, None, None, None, rights="none", noindex=True),
        OutletNote("Open Herald", (), None, None, None, None, None, rights="full"),
    )
)
STATED, PERSON = FieldStatus.STATED, FieldStatus.REVIEWER


@pytest.mark.parametrize(
    ("expected", "fields"),
    [
        (Terms(Rights.EXCERPTS), [("outlet", STATED, "Harbor Post")]),
        (Terms(Rights.EXCERPTS), [("outlet", STATED, "THE POST")]),
        (Terms(Rights.NONE, noindex=True), [("outlet", STATED, "Open Herald"), ("via", STATED, "Agency")]),
        (Terms(Rights.FULL), [("outlet", STATED, "Open Herald")]),
        (Terms(Rights.FULL), [("outlet", STATED, "Harbor Post"), ("rights", PERSON, "full")]),
        (Terms(Rights.NONE), [("outlet", STATED, "Open Herald"), ("rights", PERSON, "nonne")]),
        (Terms(Rights.FULL), [("outlet", STATED, "Open Herald"), ("rights", STATED, "CC BY 4.0")]),
        (Terms(Rights.NONE), [("outlet", STATED, "Unknown Sheet")]),
        (Terms(Rights.NONE, noindex=True), [("noindex", PERSON, "true")]),
    ],
)
def test_the_articles_own_word_wins_then_the_stricter_outlets(
    expected: Terms, fields: list[tuple[str, FieldStatus, str]]
) -> None:
    article = _article(*(Field(name, status, value) for name, status, value in fields))
    assert terms_of(article, NOTES, default=Terms(Rights.NONE)) == expected


def test_hiding_moves_nothing() -> None:
    text = "One two.\nThree four."
    hidden = redacted(text, [Span(4, 7)])
    assert len(text) == len(hidden)
    assert f"{HIDDEN * 4}two{HIDDEN}\n{HIDDEN * 11}" == hidden
    assert "[…]two[…]" == readable(hidden)


def test_an_edition_that_is_shown_in_full_is_left_as_it_is() -> None:
    edition = sample.edition()
    shown = published(edition, Terms())
    assert (edition.articles, edition.collations, edition.signals) == (
        shown.articles,
        shown.collations,
        shown.signals,
    )
