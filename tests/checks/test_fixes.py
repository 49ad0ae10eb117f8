"""A person's correction wins, is linted like a review, and is left out once the bytes have changed."""

from __future__ import annotations

import dataclasses

import pytest

from generator.checks.apply import apply_fixes, moved_stories, regrouped
from generator.checks.fixes import Fix, read_fixes
from generator.checks.reviews import Files, desktop
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
    assert [("one", (one, three, two))] == [
        (story.id, story.articles) for story in regrouped(stories, [join], {})
    ]
    assert {"three": "one"} == moved_stories(stories, [join])
    found = {story.id: story.articles for story in regrouped(stories, [split], {})}
    assert {"one": (one,), "two": (two,), "three": (three,)} == found


def test_a_split_never_takes_the_address_of_those_that_stay() -> None:
    one, two = map(ArticleId, ("one", "two"))
    split = Fix("fix.yml", 1, "a", "2026-11-24", "", story=StoryId("one"), split=(one,))
    found = {story.id: story for story in regrouped([Story(StoryId("one"), (one, two))], [split], {})}
    assert {"one": (two,), "one-2": (one,)} == {name: story.articles for name, story in found.items()}
    assert ((one,), (two,)) == (found[StoryId("one")].related, found[StoryId("one-2")].related)
    everything = dataclasses.replace(split, split=(one, two))
    (whole,) = regrouped([Story(StoryId("one"), (one, two))], [everything], {})
    assert ("one", (one, two)) == (whole.id, whole.articles)


MISTAKES = [
    ("F001", f"{HEAD}: : {{", (3, 1)),
    ("F002", "just words", (1, 1)),
    ("F003", f"article: {A}\n^article: {A}\nreply: No.\n{SIGNED}", None),
    ("F004", f"article: {A}\nreply: No.\n^wy: x\n{SIGNED}", None),
    ("F005", f"^article: {A}\nreply: No.\nby: a\non: 2026-11-24\n", None),
    ("F008", f"{HEAD}set: ^drop\n{SIGNED}", None),
    ("F009", f"{HEAD}quote: {QUOTE.id}\nset: {{polarity: ^negative}}\n{SIGNED}", None),
    ("F010", f"^{HEAD}{SIGNED}", None),
    ("F010", f"{HEAD}set: ^{{}}\n{SIGNED}", None),
    ("F011", f"{HEAD}set: {{^polarity: denied}}\n{SIGNED}", None),
    ("F012", f"article: {A}\nreply: ^''\n{SIGNED}", None),
    ("F012", f"article: {A}\nreply: No.\nby: a\non: 2026-11-24\nwhy: ^' '\n", None),
    ("F012", f"{HEAD}quote: {QUOTE.id}\nset: {{speaker: ^'?!'}}\n{SIGNED}", None),
    ("F020", f"article: ^nowhere\nwithdraw: true\n{SIGNED}", None),
    ("F021", f"{HEAD}quote: ^nobody said this\nset: {{drop: true}}\n{SIGNED}", None),
    ("F023", f"{HEAD}quote: {QUOTE.id}\nset: {{parts: ^[[9, 4]]}}\n{SIGNED}", None),
    ("F023", f"{HEAD}quote: {QUOTE.id}\nset: {{parts: ^[[0, 9], [4, 12]]}}\n{SIGNED}", None),
    ("F023", f"{HEAD}quote: {QUOTE.id}\nset: {{parts: ^[[0, 900]]}}\n{SIGNED}", None),
    ("F023", f"{HEAD}quote: {QUOTE.id}\nset: {{parts: ^[[0, 99999]]}}\n{SIGNED}", None),
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
    assert () == tuple(fix for fix in fixes if not fix.lapsed)
    assert [(code, place)] == [(problem.code, (problem.line, problem.column)) for problem in problems]


def test_a_lapsed_fix_is_kept_for_the_record_and_changes_nothing() -> None:
    (fix,), _ = read_fixes(
        "fix.yml", f"article: {A}\nsha256: {'0' * 64}\nset: {{outlet: X}}\n{SIGNED}", _reads()
    )
    assert "the article changed since it was made" == fix.lapsed
    assert tuple(_reads().values()) == apply_fixes(_reads().values(), [fix])


def test_a_withdrawal_holds_whatever_else_is_wrong_with_it() -> None:
    fixes, problems = read_fixes("fix.yml", f"article: {A}\nwithdraw: true\nwy: x\nby: a\n", _reads())
    assert {"F004", "F005"} == {problem.code for problem in problems}
    read = next(read for read in apply_fixes(_reads().values(), fixes) if read.article.id == A)
    assert "" == read.article.text


def test_an_article_whose_file_is_gone_too_is_withdrawn_by_its_hash() -> None:
    reads = {name: read for name, read in _reads().items() if name != A}
    text = f"article: {A}\nwithdraw: true\nsha256: {READ.article.sha256}\n{SIGNED}"
    fixes, problems = read_fixes("fix.yml", text, reads)
    assert () == problems
    found = apply_fixes(reads.values(), fixes)
    assert found == apply_fixes(found, fixes)
    (stub,) = [read for read in found if read.article.id == A]
    assert ("", ["withdrawn"]) == (stub.article.text, [note.code for note in stub.article.notices])
    # With the hash of another article there is a slip: that one's text would stay.
    other = next(iter(reads.values())).article.sha256
    _, problems = read_fixes("fix.yml", text.replace(READ.article.sha256, other), reads)
    assert ["F020"] == [problem.code for problem in problems]


def _conflicting(*texts: str) -> tuple[list[str], tuple[ReadArticle, ...]]:
    files = {f"fixes/{number}.yml": text for number, text in enumerate(texts)}
    found = desktop(Files("reviews", files), _reads().values())
    return [problem.code for problem in found.problems], apply_fixes(_reads().values(), found.fixes)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("{speaker: Abbas Araqchi}", "{speaker: null}"),
        ("{polarity: denied}", "{polarity: affirmed}"),
        ("{drop: true}", "{speaker: Abbas Araqchi}"),
        ("{parts: [[0, 4]]}", "{parts: [[0, 5]]}"),
    ],
)
def test_of_two_corrections_that_contradict_each_other_neither_is_applied(one: str, two: str) -> None:
    by_id, by_words = (f"{HEAD}quote: {name}\nset: " for name in (QUOTE.id, QUOTE.words))
    codes, found = _conflicting(f"{by_id}{one}\n{SIGNED}", f"{by_words}{two}\n{SIGNED}")
    assert (["F032"], tuple(_reads().values())) == (codes, found)


def test_two_corrections_that_agree_hold() -> None:
    head = f"{HEAD}quote: {QUOTE.id}\nset: "
    codes, found = _conflicting(f"{head}{{speaker: null}}\n{SIGNED}", f"{head}{{polarity: hedged}}\n{SIGNED}")
    (quote,) = [quote for read in found for quote in read.quotes if quote.id == QUOTE.id]
    assert ([], None, Polarity.HEDGED) == (codes, quote.speaker, quote.polarity)


def test_words_that_name_somebody_else_are_not_shown_beside_the_right_speaker() -> None:
    mention = QUOTE.mention
    assert mention
    assert "Mousavi" in mention.of(READ.article.text)
    for speaker, expected in (("Abbas Araqchi", None), ("null", None), ("Abbas Mousavi", mention)):
        read = _fixed(f"{HEAD}quote: {QUOTE.id}\nset: {{speaker: {speaker}}}\n{SIGNED}")
        assert [expected] == [quote.mention for quote in read.quotes if quote.id == QUOTE.id]


def test_new_boundaries_leave_the_permalink_where_it_was() -> None:
    start = QUOTE.parts[0].start
    read = _fixed(f"{HEAD}quote: {QUOTE.id}\nset: {{parts: [[{start}, {start + 11}]]}}\n{SIGNED}")
    (quote,) = [quote for quote in read.quotes if quote.id == QUOTE.id]
    assert quote.key != QUOTE.key
    assert (QUOTE.key, QUOTE.anchor) == (quote.anchor, quote.anchor)
