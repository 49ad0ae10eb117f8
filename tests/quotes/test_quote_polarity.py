"""What a speaker turns down, refuses, leaves open or never said is never shown as a statement."""

from __future__ import annotations

import pytest

from generator.model import Article, ArticleId, Paragraph, Polarity, Quote, QuoteKind, Span
from generator.quotes.extract import quotes_of

A, D, H = Polarity.AFFIRMED, Polarity.DENIED, Polarity.HEDGED

INDIRECT = (
    ("Okafor denied that the bridge was ever closed.", D),
    ("Okafor denied the bridge was ever closed.", D),
    ("Okafor denied through a lawyer that the bridge was unsafe.", D),
    ("Okafor on Friday denied allegations by Lind that the bridge was unsafe.", D),
    ("Okafor dismissed claims that the bridge was unsafe.", D),
    ("Okafor rejected the suggestion that the bridge was unsafe.", D),
    ("Okafor refuted the idea that the bridge would close for good.", D),
    ("Okafor disputed that the bridge would close for good.", D),
    ("Okafor ruled out a plan to close the bridge for good.", D),
    ("Okafor pushed back on reports that the bridge was unsafe.", D),
    ("Okafor did not rule out a plan to close the bridge for good.", H),
    ("Okafor did not deny that the bridge was unsafe.", H),
    ("Okafor neither confirmed nor denied that the bridge was unsafe.", H),
    ("Okafor would neither confirm nor deny that the bridge was unsafe.", H),
    ("Okafor may have said that the bridge was safe.", H),
    ("Okafor reportedly said that the bridge was safe.", H),
    ("Okafor should say that the bridge is unsafe.", H),
    ("If Okafor says that the bridge is unsafe, it will close.", H),
    ("The bridge was not unsafe, Okafor said.", A),
    ("Okafor said he did not know that the bridge would close.", A),
)

UNSAID = (
    "Okafor has never said that the bridge was safe.",
    "Okafor did not say that the bridge was safe.",
    "Okafor didn't say whether the bridge was safe.",
    "Okafor would not say that the bridge was unsafe.",
    "Okafor won't say the bridge was unsafe.",
    "Okafor cannot say that the bridge was unsafe.",
    "Okafor could not confirm that the bridge was unsafe.",
    "Okafor refused to say that the bridge was safe.",
    "Okafor declined to say whether the bridge was safe.",
    "Okafor failed to say that the bridge was unsafe.",
    "Okafor has yet to say that the bridge was unsafe.",
    "Okafor avoided saying that the bridge was unsafe.",
    "Okafor stopped short of saying that the bridge was unsafe.",
    "Okafor wants to say that the bridge is safe.",
    "Okafor is expected to announce that the bridge will close.",
    "Okafor did not tell reporters that the bridge would close.",
    "Okafor hardly said that the bridge was unsafe.",
    "No one said that the bridge would close.",
    "Nobody has claimed that the bridge would close.",
    "Few officials said that the bridge would close.",
    "Neither Okafor nor Lind said that the bridge would close.",
    "It is false that Okafor said the bridge would close.",
)

MARKED = (
    ("Okafor said the bridge was “a death trap” in winter.", A, "Okafor"),
    ("Okafor never called the bridge “a death trap” in any meeting.", D, "Okafor"),
    ("Okafor did not call the bridge “a death trap” in the letter.", D, "Okafor"),
    ("Okafor said he had never called the bridge “a death trap” before.", D, "Okafor"),
    ("Okafor said the bridge was never “a death trap” at all.", D, "Okafor"),
    ("Okafor insisted there was no “secret plan” for the bridge.", D, "Okafor"),
    ("Okafor told reporters he would not “bow to pressure” from banks.", D, "Okafor"),
    ("Okafor said she was not only “brave” but kind.", A, "Okafor"),
    ("Okafor said that it was wrong to call the bridge “a death trap” at all.", D, "Okafor"),
    ("Okafor said critics were wrong to call him “a traitor” to the cause.", D, "Okafor"),
    ("Okafor denied being “a traitor” to the cause.", D, "Okafor"),
    ("Okafor denies he is “a traitor” to the cause.", D, "Okafor"),
    ("Okafor denied saying that the bridge was “a death trap” in winter.", D, "Okafor"),
    ("Okafor denied having called the bridge “a death trap” in winter.", D, "Okafor"),
    ("Okafor denied that Lind had called the bridge “a death trap” in winter.", D, "Okafor"),
    ("Okafor denied reports that Lind said the bridge was “a death trap” in winter.", D, "Okafor"),
    ("Okafor rejected the “traitor” label on Friday.", D, "Okafor"),
    ("Okafor rejected the idea that “nobody cares” about the bridge.", D, "Okafor"),
    ("Okafor refused to call the bridge “a death trap” on air.", D, "Okafor"),
    ("Okafor declined to describe the bridge as “a death trap” on air.", D, "Okafor"),
    ("Okafor stopped short of calling the bridge “a death trap” on air.", D, "Okafor"),
    ("Instead of calling it “a death trap,” Okafor urged caution.", D, "Okafor"),
    ("Nobody at the firm called the bridge “a death trap” in winter.", D, "Nobody at the firm"),
    ("Neither Okafor nor Lind said that the bridge was “a death trap” in winter.", D, "Lind"),
    ("It is false that Okafor called the bridge “a death trap” in winter.", D, "Okafor"),
    ("Okafor's denial that the bridge was “a death trap” came late.", D, "Okafor's"),
    ("“That is not true,” Okafor said, denying that he took “a single cent” from them.", D, "Okafor"),
    # whose words they are, not the denier's
    ("Okafor denied Lind's claim that the bridge was “a death trap” in winter.", A, "Lind's"),
    ("Okafor questioned her claim that the bridge was “a death trap” in winter.", A, "her"),
    # what the denier says of the claim
    ("Okafor dismissed the claim as “a smear” by rivals.", A, "Okafor"),
    ("Okafor has long denied the claims, calling them “a smear” by rivals.", A, "Okafor"),
    ("Okafor called the claim “a smear” and denied that he took money.", A, "Okafor"),
    ("Okafor denied the charge, adding that he was “proud of the bridge” he built.", A, "Okafor"),
    ("Okafor, who denies that he took money, said the bridge was “fine” last week.", A, "Okafor"),
    ("Denying that the bridge was unsafe, Okafor said it was “fine” last week.", A, "Okafor"),
    ("Okafor regretted calling the bridge “a death trap” in winter.", A, "Okafor"),
    # left open
    ("Okafor questioned whether the bridge was “safe enough” for buses.", H, "Okafor"),
    ("Okafor doubts that the bridge is “safe enough” for buses.", H, "Okafor"),
    ("Okafor said it was not clear whether the bridge was “a death trap” in winter.", H, "Okafor"),
    ("Okafor might say that the bridge is “safe enough” for buses.", H, "Okafor"),
    ("Okafor allegedly told aides that the bridge was “safe enough” for buses.", H, "Okafor"),
    ("Okafor was accused of calling the bridge “a death trap” in winter.", H, "Okafor"),
    ("Okafor would have called the bridge “a death trap” in winter.", H, "Okafor"),
    ("Okafor is expected to call the bridge “a death trap” in winter.", H, "Okafor"),
    ("Okafor wants to call the bridge “a death trap” in winter.", H, "Okafor"),
    ("Okafor did not dispute that he called the bridge “a death trap” in winter.", H, "Okafor"),
    ("If Okafor calls the bridge “a death trap,” tourists will stay away.", H, "Okafor"),
)


def _quotes(text: str) -> tuple[Quote, ...]:
    return quotes_of(Article(ArticleId("a"), "a.txt", "0", text, text, (Paragraph(Span(0, len(text)), 1),)))


@pytest.mark.parametrize(("text", "polarity"), INDIRECT)
def test_reported_words_keep_what_is_done_with_them(text: str, polarity: Polarity) -> None:
    assert [polarity] == [quote.polarity for quote in _quotes(text)]


@pytest.mark.parametrize("text", UNSAID)
def test_what_was_not_said_is_no_quote(text: str) -> None:
    assert () == _quotes(text)


@pytest.mark.parametrize(("text", "polarity", "mention"), MARKED)
def test_marked_words_keep_what_is_done_with_them(text: str, polarity: Polarity, mention: str) -> None:
    found = [quote for quote in _quotes(text) if quote.kind is QuoteKind.PARTIAL]
    assert [(polarity, mention)] == [
        (quote.polarity, quote.mention.of(text) if quote.mention else None) for quote in found
    ]


def test_a_question_belongs_to_nobody_who_answers_it() -> None:
    text = "Asked whether the bridge was “a death trap for every child,” Okafor said no."
    assert [None] == [quote.mention for quote in _quotes(text)]
