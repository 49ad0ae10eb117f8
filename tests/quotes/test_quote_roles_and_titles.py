"""Roles are told apart by what stands before them; titles, slogans and scare quotes are no quotations."""

from __future__ import annotations

import pytest

from generator.model import Article, ArticleId, Quote
from generator.quotes import roles
from generator.quotes.extract import quotes_of

LEADERS = "Senate Majority Leader Ann Miller spoke. Senate Minority Leader Robert Hale left early. "
PRESIDENTS = "Vice President Robert Hale spoke. President Ann Miller left early. "


def _quotes(text: str) -> tuple[Quote, ...]:
    return quotes_of(Article(ArticleId("a"), "", "", text, text, ()))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (LEADERS + "The minority leader said the vote was close.", "Robert Hale"),
        (LEADERS + "The majority leader said the vote was close.", "Ann Miller"),
        (LEADERS + "The leader said the vote was close.", None),
        (PRESIDENTS + "The president said the vote was close.", "Ann Miller"),
        (PRESIDENTS + "The vice president said the vote was close.", "Robert Hale"),
        ("Vice President Robert Hale spoke. The president said the vote was close.", None),
        ("Senate Minority Leader Robert Hale left. The majority leader said the vote was close.", None),
        ("Foreign Minister Ann Miller spoke. The foreign minister said the vote was close.", "Ann Miller"),
        ("Foreign Minister Ann Miller spoke. The finance minister said the vote was close.", None),
    ],
)
def test_a_role_is_its_only_bearer_or_nobody(text: str, name: str | None) -> None:
    last = _quotes(text)[-1]
    assert name == (last.speaker.name if last.speaker else None)


def test_a_role_is_looked_up_without_going_through_all_names(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each name is noted under its roles once, however many mentions ask for a role."""
    noted = 0
    telling = roles.telling

    def counted(words):
        nonlocal noted
        noted += 1
        return telling(words)

    monkeypatch.setattr(roles, "telling", counted)
    names = "Sen. Ann Miller left. Gov. Robert Hale left. "
    counts = []
    for times in (20, 40):
        noted = 0
        _quotes((names + "The senator said the vote was close. ") * times)
        counts.append(noted)
    assert counts[1] <= 2.2 * counts[0]


@pytest.mark.parametrize(
    "text",
    [
        "The so-called “deep state” was on his mind.",
        "The “experts” were wrong again.",
        "The film “The Long Harbor” opens on Friday.",
        "Her new novel, “A House of Small Stones,” is out.",
        "The series is based on “The Long Harbor and Its Many Small Boats” and runs all year.",
        "He wore a cap with “Make Harbors Great Again” on it.",
        "The band played “Hotel Laguna” and “Yesterday Once More With Feeling”.",
        "The hashtag “#HandsOffOurWater” trended.",
        "The article, headlined “Ten Things Nobody Told You About Harbors,” was shared widely.",
    ],
)
def test_titles_slogans_and_words_at_arms_length_are_no_quotations(text: str) -> None:
    assert () == _quotes(text)


@pytest.mark.parametrize(
    "text",
    [
        "“Come here at once, will you?”",
        "The room was dark. “I never said that to anybody.”",
        "“WE WILL NOT GO HOME” ran across the wall.",
        "“Long Live The Queen!” It rang out over the square.",
    ],
)
def test_words_that_may_be_spoken_are_kept_without_a_speaker(text: str) -> None:
    assert [None] == [quote.speaker for quote in _quotes(text)]


def test_nobody_is_the_speaker_of_words_that_hold_them() -> None:
    texts = (
        "Arguing both Hale and Lowe battled the press, Miller put her finger on one facet of the race that matters.",
        "The idea that Ann Miller said nothing is what the man told reporters.",
        "That critics of the bill say it is too long, the mayor said, is no surprise.",
        LEADERS + PRESIDENTS,
    )
    for quote in (quote for text in texts for quote in _quotes(text)):
        assert not any(quote.mention and part.overlaps(quote.mention) for part in quote.parts)
