"""One thing said is one utterance, however an article prints it; who else says it is another."""

from __future__ import annotations

import pytest

from generator.model import (
    ArticleId,
    Quote,
    QuoteId,
    QuoteKind,
    ReadArticle,
    Span,
    Speaker,
    SpeakerId,
)
from generator.stories.sayings import QuoteChange, compare_quotes, compared
from generator.stories.utterances import utterances
from generator.text import quote_key
from tests.stories.articles import read


def said(words: str, article: str = "a", *, speaker: str | None = None, start: int = 1) -> Quote:
    return Quote(
        QuoteId(f"{article}-{quote_key(words)}-{start}"),
        ArticleId(article),
        quote_key(words),
        QuoteKind.DIRECT,
        (Span(start, start + len(words)),),
        words,
        speaker=Speaker(SpeakerId(speaker), speaker) if speaker else None,
    )


def holding(name: str, *words: str, speaker: str | None = None) -> ReadArticle:
    quotes = tuple(said(one, name, speaker=speaker, start=1 + 100 * place) for place, one in enumerate(words))
    return ReadArticle(read("Text.", name).article, quotes)


def groups(*reads: ReadArticle) -> list[int]:
    return [len(utterance.quotes) for utterance in utterances(reads)]


def test_the_same_words_are_one_utterance_in_any_typography():
    assert [2] == groups(
        holding("a", "We will not sit for talks…"), holding("b", "we will not sit for talks ...")
    )


def test_a_changed_word_and_a_shortened_quote_are_the_same_utterance():
    whole = "Iran is ready to establish balanced and constructive relations with all countries"
    assert [2] == groups(holding("a", whole), holding("b", whole.replace("balanced", "good")))
    assert [2] == groups(
        holding("a", whole), holding("b", "ready to establish balanced and constructive relations")
    )


def test_two_words_alone_are_one_utterance_only_of_one_known_speaker():
    assert [1, 1] == groups(holding("a", "mere lies"), holding("b", "mere lies"))
    assert [2] == groups(holding("a", "mere lies", speaker="x"), holding("b", "mere lies", speaker="x"))
    assert [1, 1] == groups(holding("a", "mere lies", speaker="x"), holding("b", "mere lies", speaker="y"))


@pytest.mark.parametrize(
    ("one", "other", "change"),
    [
        ("We will talk", "We will talk", QuoteChange.IDENTICAL),
        ("harmful,", "harmful", QuoteChange.TYPOGRAPHIC),
        ("We will talk to them", "We will talk to them in the spring of next year", QuoteChange.TRUNCATED),
        ("We will talk to them", "We will speak to them", QuoteChange.REWORDED),
        ("We will talk to them", "We will not talk to them", QuoteChange.MEANING),
        ("We must talk to five men", "We must talk to six men", QuoteChange.MEANING),
    ],
)
def test_quotes_are_compared_as_objects(one: str, other: str, change: QuoteChange):
    assert change is compared(said(one), said(other, "b")).change
    assert change is compared(said(other), said(one, "b")).change


def test_another_name_on_the_same_words_is_told():
    pair = compared(said("We will talk", speaker="x"), said("We will talk", "b", speaker="y"))
    assert pair.attribution_changed
    assert not compared(said("We will talk", speaker="x"), said("We will talk", "b")).attribution_changed


def test_what_one_version_lacks_is_dropped_or_added():
    a = holding("a", "We will talk to them soon", "It is over for all of us")
    b = holding("b", "We will talk to them soon", "Nobody else has asked for it")
    changes = [pair.change for pair in compare_quotes(a, b, utterances((a, b)))]
    assert [QuoteChange.IDENTICAL, QuoteChange.ADDED, QuoteChange.DROPPED] == changes


def reported(words: str, name: str, who: str) -> ReadArticle:
    """Return an article that lets somebody without a name say words that carry no marks."""
    text = f"{who} said {words}."
    start = len(f"{who} said ")
    quote = Quote(
        QuoteId(f"{name}-{quote_key(words)}-1"),
        ArticleId(name),
        quote_key(words),
        QuoteKind.INDIRECT,
        (Span(start, start + len(words)),),
        words,
        mention=Span(0, len(who)),
    )
    return ReadArticle(read(text, name).article, (quote,))


def test_house_style_makes_no_other_utterance():
    words = "Iran has been in talks with the U.S. through Russian mediation"
    assert [2] == groups(
        reported(words, "a", "Some outlets"), reported(words.replace("U.S.", "US"), "b", "Some outlets")
    )


def test_nearly_the_same_reported_words_are_one_utterance_only_of_one_voice():
    one, other = "several media reports in this regard", "certain media reports in this regard"
    assert [2] == groups(reported(one, "a", "The spokesman"), reported(other, "b", "the spokesman"))
    assert [1, 1] == groups(reported(one, "a", "The spokesman"), reported(other, "b", "A diplomat"))
