"""Words are not given to a namesake, to a relative with the same surname, or to who only asked for them."""

from __future__ import annotations

import pytest

from generator.model import Article, ArticleId, Field, FieldStatus, Polarity, ReadArticle
from generator.quotes.extract import quotes_of
from generator.quotes.resolve import resolve

PRESIDENT = "President Trump said the wall was coming. His daughter, Ivanka Trump, stood by."
FAMILY = "Kessler had left the brewery by then. His wife, Linda Kessler, stayed."
COUPLE = "Linda Kessler spoke first. Kessler had no plans to leave."


def _names(text: str, language: str = "en") -> list[str | None]:
    fields = (Field("language", FieldStatus.STATED, language),)
    article = Article(ArticleId("a"), "", "", text, text, (), fields=fields)
    (read,) = resolve([ReadArticle(article, quotes_of(article))])
    return [quote.speaker and quote.speaker.name for quote in read.quotes]


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("en", PRESIDENT + " “We are building it,” Trump said.", "Trump"),
        ("en", PRESIDENT + " “He is right,” Ivanka Trump said. “I am,” Trump said.", "Trump"),
        ("en", "Donald Trump came with Ivanka Trump. “It is mine,” Donald Trump said.", "Donald Trump"),
        ("en", "Ivanka Trump left early. “It is mine,” Mr. Trump said.", "Trump"),
        ("en", FAMILY + " “It is over,” Kessler said.", "Kessler"),
        ("en", COUPLE + " “It is over,” Kessler said.", "Linda Kessler"),
        ("en", "Mary Hale spoke first. “It is over,” Mr. Hale said.", "Hale"),
        ("de", "Präsident Trump kam mit seiner Tochter Ivanka Trump. „Wir bauen sie“, sagte Trump.", "Trump"),
        ("fr", "Le président Trump et sa fille, Ivanka Trump. « Nous venons », a dit Trump.", "Trump"),
        ("es", "El presidente Trump y su hija, Ivanka Trump. «Lo hacemos», dijo Trump.", "Trump"),
    ],
)
def test_a_surname_alone_is_not_given_to_a_relative(language: str, text: str, name: str) -> None:
    assert name == _names(text, language)[-1]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Mayor Bill de Blasio spoke. “No,” de Blasio said.", "Bill de Blasio"),
        ("Ursula von der Leyen left. “Not now,” von der Leyen said.", "Ursula von der Leyen"),
        ("“No,” said Minister Sanne de Wit. De Wit had denied it. “Never,” de Wit said.", "Sanne de Wit"),
    ],
)
def test_small_words_in_a_surname_are_part_of_the_name(text: str, name: str) -> None:
    assert {name} == {one for one in _names(text) if one}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Erin Walsh sat down. “Who told you?” Maria Torres asked.\n\n“The deputy,” she answered."),
        ("fr", "« Qui ? » a demandé Anne Roux.\n\n« Personne », a-t-elle répondu."),
        ("es", "«¿Quién?», preguntó Marta Ríos.\n\n«Nadie», respondió ella."),
    ],
)
def test_who_asked_does_not_answer(language: str, text: str) -> None:
    assert _names(text, language)[-1] is None


def test_who_asks_and_goes_on_says_both() -> None:
    text = "“Who told you?” Maria Torres asked. “Nobody knows,” she said."
    assert ["Maria Torres"] * 2 == _names(text)


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("en", "Fatima Hale said the minister should apologize, adding: “Words matter.”", "Fatima Hale"),
        ("en", "Fatima Hale said that the minister had resigned, adding: “Words matter.”", "Fatima Hale"),
        ("en", "Mike Dole said Grant has not read the transcript but “takes it seriously.”", "Mike Dole"),
        ("fr", "Anne Roux a estimé que le ministre devait partir, ajoutant : « Assez. »", "Anne Roux"),
    ],
)
def test_words_added_to_what_was_said_are_the_outer_speakers(language: str, text: str, name: str) -> None:
    assert {name} == set(_names(text, language))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Frank's lawyer, Tom Greer, declined to comment but said that Paul “signed every check.”",
            "Tom Greer",
        ),
        ("Shaw's wife, the novelist Penelope Shaw, tweeted: “Proud of him.”", "Penelope Shaw"),
        ("The minister's predecessor, Lord Ames, said it was “a disgrace.”", "Ames"),
        ("Striker Jamie Cole left. “She is the best,” Cole said.", "Jamie Cole"),
    ],
)
def test_a_name_beside_a_description_is_the_speakers(text: str, name: str) -> None:
    assert name == _names(text)[-1]


@pytest.mark.parametrize(
    "text",
    [
        "Asked whether he would resign, Okafor laughed.",
        "One patient, Teresa Gomez, cried when she heard the news.",
    ],
)
def test_what_nobody_said_is_no_report(text: str) -> None:
    assert [] == _names(text)


def test_an_accusation_ends_the_report_before_it() -> None:
    text = "Bob Reyes said the bridge was safe and accused her of playing to the gallery."
    fields = (Field("language", FieldStatus.STATED, "en"),)
    first, *_ = quotes_of(Article(ArticleId("a"), "", "", text, text, (), fields=fields))
    assert "the bridge was safe" == first.words


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Theresa May left. In May Trump came. “No,” May said.", ["Theresa May"]),
        ("Her deputy, Jan Kruger, said it was “over.”", ["Jan Kruger"] * 2),
        ("April Ryan asked: “Why?”", ["April Ryan"]),
        ("In April Trump asked: “Why?”", ["Trump"]),
        ("They fell when Kruger, speaking in Lisbon, said “the door is open.”", ["Kruger"]),
        ("“Never,” said Kent's husband, producer Jack Kent.", ["Jack Kent"]),
    ],
)
def test_a_month_and_a_name_are_told_apart(text: str, names: list[str]) -> None:
    assert names == _names(text)


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("Did Marsh ever say “abolish”? Yes.", Polarity.HEDGED),
        ("Marsh said “abolish.” Did she?", Polarity.AFFIRMED),
    ],
)
def test_a_question_leaves_open_whether_it_was_said(text: str, polarity: Polarity) -> None:
    article = Article(
        ArticleId("a"), "", "", text, text, (), fields=(Field("language", FieldStatus.STATED, "en"),)
    )
    assert [polarity] == [quote.polarity for quote in quotes_of(article)]


def test_a_claim_that_somebody_turns_down_stays_its_makers() -> None:
    text = "Lawyers said claims by his ex-wife, Sandra Bellini, that he “threw plates at staff” were “pure invention.”"
    assert [None, "Sandra Bellini", None] == _names(text)


def test_what_is_added_to_a_denial_is_not_denied() -> None:
    text = "Donald Trump denied that he called soldiers “losers,” saying it was “a disgrace.”"
    article = Article(
        ArticleId("a"), "", "", text, text, (), fields=(Field("language", FieldStatus.STATED, "en"),)
    )
    assert {Polarity.AFFIRMED} == {
        quote.polarity for quote in quotes_of(article) if "disgrace" in quote.words
    }


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("Lumo pulled an advert described by campaigners as “racist” on Monday.", ["campaigners"]),
        ("Joy Bell, who appears in it, posted a clip: “I did what I was told.”", ["Joy Bell"]),
        ("Baroness Kay Holt said managers “did nothing.”", ["Baroness Kay Holt"]),
        ("Ann Miller said talks had been “useful.”", ["Ann Miller"] * 2),
    ],
)
def test_who_speaks_is_told_from_what_is_spoken_of(text: str, mentions: list[str]) -> None:
    fields = (Field("language", FieldStatus.STATED, "en"),)
    found = quotes_of(Article(ArticleId("a"), "", "", text, text, (), fields=fields))
    assert mentions == [quote.mention and quote.mention.of(text) for quote in found]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ann Miller said that talks had been held.", "talks had been held"),
        ("Ann Miller said that claim was plainly wrong.", "that claim was plainly wrong"),
    ],
)
def test_that_is_a_conjunction_or_points(text: str, words: str) -> None:
    fields = (Field("language", FieldStatus.STATED, "en"),)
    assert [words] == [
        quote.words for quote in quotes_of(Article(ArticleId("a"), "", "", text, text, (), fields=fields))
    ]
