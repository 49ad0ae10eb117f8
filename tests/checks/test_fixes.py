"""A person's correction wins, is linted like a review, and is left out once the bytes have changed."""

from __future__ import annotations

import dataclasses

import pytest

from generator.checks.apply import apply_fixes, regrouped
from generator.checks.fixes import Fix, read_fixes
from generator.model import (
    ArticleId,
    FieldStatus,
    Polarity,
    QuoteKind,
    ReadArticle,
    Span,
    Story,
    StoryId,
)
from tests.checks.labelled_seeds import labelled_seeds

A = ArticleId("000_deb20142414e904d")
SIGNED = "by: reader-a\non: 2026-11-24\nwhy: read the original\n"


def _reads() -> dict[ArticleId, ReadArticle]:
    return {read.article.id: read for read, _ in labelled_seeds().values()}


READ = _reads()[A]
HEAD = f"article: {A}\nsha256: {READ.article.sha256}\n"
QUOTE = READ.quotes[1]


def _fixed(text: str) -> ReadArticle:
    fixes, problems = read_fixes("fix.yml", text, _reads())
    assert () == problems
    once = apply_fixes(_reads().values(), fixes)
    assert once == apply_fixes(once, fixes)
    return next(read for read in once if read.article.id == A)


def test_a_speaker_is_set_by_a_person() -> None:
    read = _fixed(f"{HEAD}quote: {QUOTE.words}\nset: {{speaker: Abbas Araqchi}}\n{SIGNED}")
    quote = next(quote for quote in read.quotes if quote.id == QUOTE.id)
    araqchi = next(
        quote.speaker for quote in READ.quotes if quote.speaker and quote.speaker.name == "Abbas Araqchi"
    )
    assert (araqchi, "reviewer", None) == (quote.speaker, quote.rule, quote.confidence)


def test_a_speaker_is_made_unknown() -> None:
    read = _fixed(f"{HEAD}quote: {QUOTE.id}\nset: {{speaker: null}}\n{SIGNED}")
    assert [None] == [quote.speaker for quote in read.quotes if quote.id == QUOTE.id]


def test_polarity_kind_and_parts_are_set_and_the_address_stays() -> None:
    start = QUOTE.parts[0].start
    changes = f"{{polarity: denied, kind: indirect, parts: [[{start}, {start + 28}]]}}"
    read = _fixed(f"{HEAD}quote: {QUOTE.id}\nset: {changes}\n{SIGNED}")
    quote = next(quote for quote in read.quotes if quote.id == QUOTE.id)
    assert (Polarity.DENIED, QuoteKind.INDIRECT) == (quote.polarity, quote.kind)
    assert ("The Islamic Republic of Iran", (Span(start, start + 28),)) == (quote.words, quote.parts)


def test_what_is_no_quote_is_dropped() -> None:
    read = _fixed(f"{HEAD}quote: {QUOTE.id}\nset: {{drop: true}}\n{SIGNED}")
    assert [quote.id for quote in READ.quotes if quote != QUOTE] == [quote.id for quote in read.quotes]


def test_a_missed_quote_is_added() -> None:
    words = "Mousavi was reacting to recent reports"
    read = _fixed(f"{HEAD}quote: {words}\nset: {{add: true, speaker: null}}\n{SIGNED}")
    assert len(READ.quotes) + 1 == len(read.quotes)
    assert [words] == [quote.parts[0].of(read.article.text) for quote in read.quotes if quote.words == words]


def test_a_field_is_set_and_shown_as_a_persons() -> None:
    read = _fixed(f"{HEAD}set: {{published: 2019-07-15}}\n{SIGNED}")
    field = read.article.field("published")
    assert (FieldStatus.REVIEWER, "2019-07-15") == (field.status, field.value)
    assert "reader-a, 2026-11-24: read the original" == field.source


def test_a_withdrawn_article_keeps_its_address_alone() -> None:
    read = _fixed(f"article: {A}\nwithdraw: true\n{SIGNED}")
    assert ("", "", (), ()) == (read.article.text, read.article.raw, read.article.fields, read.quotes)
    assert ["withdrawn"] == [notice.code for notice in read.article.notices]


def test_a_reply_is_printed_beside_the_article() -> None:
    read = _fixed(f"article: {A}\nreply: We stand by our report.\n{SIGNED}")
    assert [("reply", "We stand by our report.")] == [
        (note.code, note.message) for note in read.article.notices
    ]


def test_other_bytes_make_a_fix_stale() -> None:
    fix = Fix("fix.yml", 1, "a", "2026-11-24", "", A, "0" * 64, QUOTE.id, (("drop", "true"),))
    assert tuple(_reads().values()) == apply_fixes(_reads().values(), [fix])


def test_stories_are_joined_and_split() -> None:
    one, two, three = map(ArticleId, ("one", "two", "three"))
    stories = [Story(StoryId("one"), (one, two)), Story(StoryId("three"), (three,))]
    blank = Fix("fix.yml", 1, "a", "2026-11-24", "")
    join = dataclasses.replace(blank, story=StoryId("one"), join=(three,))
    split = dataclasses.replace(blank, story=StoryId("one"), split=(two,))
    assert [("one", (one, two, three))] == [
        (story.id, story.articles) for story in regrouped(stories, [join])
    ]
    found = {story.id: story.articles for story in regrouped(stories, [split])}
    assert {"one": (one,), "two": (two,), "three": (three,)} == found


MISTAKES = [
    ("F001", f"{HEAD}: : {{", (3, 1)),
    ("F002", "just words", (1, 1)),
    ("F003", f"article: {A}\n^article: {A}\nwithdraw: true\n{SIGNED}", None),
    ("F004", f"article: {A}\nwithdraw: true\n^wy: x\n{SIGNED}", None),
    ("F005", f"^article: {A}\nwithdraw: true\nby: a\non: 2026-11-24\n", None),
    ("F008", f"{HEAD}set: ^drop\n{SIGNED}", None),
    ("F009", f"{HEAD}quote: {QUOTE.id}\nset: {{polarity: ^negative}}\n{SIGNED}", None),
    ("F010", f"^{HEAD}{SIGNED}", None),
    ("F011", f"{HEAD}set: {{^polarity: denied}}\n{SIGNED}", None),
    ("F020", f"article: ^nowhere\nwithdraw: true\n{SIGNED}", None),
    ("F021", f"{HEAD}quote: ^nobody said this\nset: {{drop: true}}\n{SIGNED}", None),
    ("F023", f"{HEAD}quote: {QUOTE.id}\nset: {{parts: ^[[9, 4]]}}\n{SIGNED}", None),
    ("F026", f"article: {A}\nsha256: ^{'0' * 64}\nset: {{outlet: X}}\n{SIGNED}", None),
    ("F027", f"^article: {A}\nset: {{outlet: X}}\n{SIGNED}", None),
    ("F030", f"story: ^nowhere\njoin: [{A}]\n{SIGNED}", None),
    ("F031", f"{HEAD}set: {{published: ^tomorrow}}\n{SIGNED}", None),
]


@pytest.mark.parametrize(("code", "text", "place"), MISTAKES, ids=[row[0] for row in MISTAKES])
def test_a_mistake_in_a_fix_is_found_in_its_place(
    code: str, text: str, place: tuple[int, int] | None
) -> None:
    if "^" in text:
        at = text.index("^")
        place = (text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at))
    fixes, problems = read_fixes("fix.yml", text.replace("^", "", 1), _reads(), stories=frozenset({"one"}))
    assert () == fixes
    assert [(code, place)] == [(problem.code, (problem.line, problem.column)) for problem in problems]
