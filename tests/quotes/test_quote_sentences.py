"""Each way to say who speaks, in one sentence: (text, the quotation, the mention of its speaker)."""

from __future__ import annotations

import pytest

from generator.model import Article, ArticleId, Paragraph, Quote, Span
from generator.quotes.extract import quotes_of

SPEAKERS = (
    # nouns of reporting and their owners
    ("Few accepted her claim that the bridge “was never safe” to cross.", "was never safe", "her"),
    ("Okafor's controversial pledge to be “neutral” has cost him votes.", "neutral", "Okafor's"),
    ("The ministry issued the following statement: “We regret the delay.”", "We regret the delay.", "The ministry"),
    ("His campaign charges that the vote was “rigged” from the start.", "rigged", "His campaign"),
    # participles
    ("The mayor released a letter Thursday night condemning “this cowardly act” in town.", "this cowardly act", "The mayor"),
    ("Rivera ran the meeting, but the plan stalled, and he fought on, at one point calling the chair a “liar” twice.",
     "liar", "he"),
    ("Lindqvist (Moreau called it “sad” at first) went further by saying, “The port is gone.”", "The port is gone.", "Lindqvist"),
    ("A woman held a sign saying “We want our beach back” outside.", "We want our beach back", "a sign"),
    # made to speak
    ("The ruling led union leader Ann Petrova to reply that “nobody won today” in court.", "nobody won today",
     "union leader Ann Petrova"),
    # nested clauses: the one whom the article heard
    ("Duval said that critics had described the bill as “toxic waste” for years.", "toxic waste", "Duval"),
    ("Duval noted that the minister calls it “a gift” to farmers.", "a gift", "Duval"),
    # a relative clause that is no part of the reporting
    ("Mensah wrote back to a senator who promised new walls: “Walls fall.”", "Walls fall.", "Mensah"),
    ("Mensah said anybody who complains about rain “is not from here” at all.", "is not from here", "Mensah"),
    # clauses that begin anew
    ("“I am for it,” says Tomas Berg, but he was shocked by the “loophole in the bill” they found.",
     "loophole in the bill", "he"),
    ("As Sharma claimed that “the budget is safe,” one of her own aides said the numbers were wrong.",
     "the budget is safe,", "Sharma"),
    # later givers of the word
    ("“Tell her we waited,” Ines Costa said, and her husband cut in. “All night long.”", "All night long.", "her husband"),
    # subjects with more to them
    ("Bolt and Garcia both denounced “the new fees” on Friday.", "the new fees", "Bolt and Garcia"),
    ("Protesters marching through the streets chanted “no more cuts” for hours.", "no more cuts", "Protesters marching through the streets"),
    ("An adviser to Keller said the offer was “a bad joke” on voters.", "a bad joke", "An adviser to Keller"),
    ("The trust spent it in a way Judge Nora Blum slammed as “extremely careless” on Monday.", "extremely careless",
     "Judge Nora Blum"),
    # quotations without a comma
    ("“He put people out of business, too” Sweeny said after the event.", "He put people out of business, too", "Sweeny"),
)  # fmt: skip

NOT_SAID = (
    "She told her story on NBC's “Morning Rounds” last week.",
    "He was a guest on the Sunday broadcast of “Face the City” once more.",
    "They read a book called “Long Roads” at school.",
    "The spot, titled “Dangerous,” ran for a week in May.",
)


def _quotes(text: str) -> tuple[Quote, ...]:
    return quotes_of(Article(ArticleId("a"), "a.txt", "0", text, text, (Paragraph(Span(0, len(text)), 1),)))


@pytest.mark.parametrize(("text", "words", "mention"), SPEAKERS)
def test_a_quotation_goes_to_its_speaker(text: str, words: str, mention: str) -> None:
    found = [quote.mention.of(text) for quote in _quotes(text) if quote.words == words and quote.mention]
    assert [mention] == found


@pytest.mark.parametrize("text", NOT_SAID)
def test_a_title_is_no_quotation(text: str) -> None:
    assert () == tuple(quote for quote in _quotes(text) if quote.kind != "indirect")
