"""Each language's pack finds the speakers of sentences written for it; an unknown language keeps its marks."""

from __future__ import annotations

import pytest

from generator.model import Article, ArticleId, Field, FieldStatus, Polarity, Quote, QuoteKind
from generator.quotes.extract import quotes_of
from generator.quotes.languages import MODULES, language_named

SENTENCES = (
    ("es", "«No vamos a negociar», dijo Marta Ríos.", "Marta Ríos"),
    ("es", "La ministra afirmó: “El plan está listo”.", "La ministra"),
    ("es", "El portavoz del ministerio aseguró que «nadie lo sabía».", "El portavoz del ministerio"),
    ("es", "“Fue un error”, reconoció ayer el alcalde de Vigo.", "el alcalde de Vigo"),
    ("es", "Según Carlos Peña, «faltan médicos».", "Carlos Peña"),
    ("es", "«El puente se abrirá en mayo», ha señalado Pedro Lara. «No antes».", "Pedro Lara"),
    ("es", "Ana Soler calificó la decisión de “vergonzosa”.", "Ana Soler"),
    ("fr", "« Nous ne négocierons pas », a déclaré Claire Morel.", "Claire Morel"),
    (
        "fr",
        "Le porte-parole du gouvernement affirme : « Le projet est prêt. »",
        "Le porte-parole du gouvernement",
    ),
    ("fr", "« C’était une erreur », reconnaît le maire de Lille.", "le maire de Lille"),
    ("fr", "Paul Garnier a expliqué que le pont serait « fermé tout l’hiver ».", "Paul Garnier"),
    ("fr", "La ministre a qualifié la décision de « honteuse ».", "La ministre"),
    ("fr", "« Personne ne le savait », a-t-il ajouté.", "il"),
    ("de", "„Wir werden nicht verhandeln“, sagte Petra Lang.", "Petra Lang"),
    ("de", "Die Ministerin erklärte: „Der Plan ist fertig.“", "Die Ministerin"),
    ("de", "„Das war ein Fehler“, sagte der Bürgermeister von Kiel am Montag.", "der Bürgermeister von Kiel"),
    ("de", "Der Sprecher betonte, niemand habe „davon gewusst“.", "Der Sprecher"),
    ("de", "»Die Brücke öffnet im Mai«, sagte er.", "er"),
    ("de", "Jonas Weber nannte die Entscheidung „beschämend“.", "Jonas Weber"),
    ("pt", "“Não vamos negociar”, disse Marta Reis.", "Marta Reis"),
    ("pt", "A ministra afirmou: “O plano está pronto”.", "A ministra"),
    ("pt", "“Foi um erro”, reconheceu ontem o prefeito de Santos.", "o prefeito de Santos"),
    ("pt", "Segundo Carlos Pena, “faltam médicos”.", "Carlos Pena"),
    ("pt", "O porta-voz garantiu que a ponte ficará “fechada até maio”.", "O porta-voz"),
    ("pt", "Ana Sousa chamou a decisão de “vergonhosa”.", "Ana Sousa"),
    ("ar", "قال الرئيس حسن كريم: «لن نتفاوض الآن».", "الرئيس حسن كريم"),
    ("ar", "وأكدت الوزيرة أن الخطة «جاهزة تماما».", "الوزيرة"),
    ("ar", "«الجسر مغلق»، قال المتحدث باسم الوزارة.", "المتحدث باسم الوزارة"),
    ("fa", "رئیس جمهور گفت: «ما مذاکره نمی‌کنیم».", "رئیس جمهور"),
    ("fa", "سخنگوی وزارت خارجه افزود: «این خبر درست نیست».", "سخنگوی وزارت خارجه"),
    ("fa", "وی گفت: «پل بسته است».", "وی"),
)
LAST_NAMED = (
    # the person before a colon says what stands behind it, not who speaks in the next sentence
    (
        "de",
        "„Ja“, sagte Eva Krug. Der Vorsitzende, Jan Hart, blieb kühl: „Das hatten wir schon einmal.“ Es sei „teuer“, klagte Uwe Lenz.",
        "Das hatten wir schon einmal.",
        "Jan Hart",
    ),
    # "und nannte sie": of whom is spoken, not who speaks
    (
        "de",
        "Anke Meier warnte. Minister Karl Bode wies die Vorwürfe zurück und nannte sie „abenteuerlich“.",
        "abenteuerlich",
        "Karl Bode",
    ),
    (
        "pt",
        "Ana Reis saiu. “Ninguém falou conosco”, reclamou Mário Pinto.",
        "Ninguém falou conosco",
        "Mário Pinto",
    ),
    # a given name that is a month's, too
    (
        "es",
        "El concejal de Hacienda, Julio Bermejo, sostuvo que “todo está bien”.",
        "todo está bien",
        "Julio Bermejo",
    ),
)
DENIALS = (
    ("es", "Carmen Rubio negó el martes haber recibido dinero.", "haber recibido dinero"),
    ("es", "El ministro negó que el puente estuviera cerrado.", "el puente estuviera cerrado"),
    ("fr", "Le ministre a nié que le pont était fermé.", "le pont était fermé"),
    ("pt", "O ministro negou que a ponte estava fechada.", "a ponte estava fechada"),
)


@pytest.mark.parametrize(("language", "text", "words", "name"), LAST_NAMED)
def test_words_are_given_to_the_person_who_says_them(language: str, text: str, words: str, name: str) -> None:
    (said,) = (quote for quote in quotes(language, text) if quote.words == words)
    assert said.speaker
    assert name in said.speaker.name


def article(language: str, text: str) -> Article:
    fields = (Field("language", FieldStatus.STATED, language),)
    return Article(ArticleId("a"), "", "", text, text, (), fields=fields)


def quotes(language: str, text: str) -> list[Quote]:
    return list(quotes_of(article(language, text)))


@pytest.mark.parametrize(("language", "text", "mention"), SENTENCES)
def test_a_pack_finds_the_speaker(language: str, text: str, mention: str) -> None:
    marked = [quote for quote in quotes(language, text) if quote.kind is not QuoteKind.INDIRECT]
    assert marked
    assert [mention] * len(marked) == [quote.mention and quote.mention.of(text) for quote in marked]


@pytest.mark.parametrize(("language", "text", "words"), DENIALS)
def test_a_denial_is_denied_in_every_language(language: str, text: str, words: str) -> None:
    assert [(words, Polarity.DENIED)] == [(quote.words, quote.polarity) for quote in quotes(language, text)]


@pytest.mark.parametrize("code", MODULES)
def test_every_pack_loads_under_its_code(code: str) -> None:
    language = language_named(code)
    assert language is not None
    assert code == language.code


UNKNOWN = (
    ("fi", "”Emme neuvottele”, sanoi ministeri.", "Emme neuvottele"),
    ("pl", "„Nie będziemy rozmawiać”, powiedziała minister.", "Nie będziemy rozmawiać"),
    ("ru", "«Мы не будем вести переговоры», — сказал министр.", "Мы не будем вести переговоры"),
    ("zh", "部长说：「我们不谈判」。", "我们不谈判"),
    ("zh", "部长说：“我们不谈判。”", "我们不谈判。"),
    ("ja", "大臣は『交渉はしない』と述べた。", "交渉はしない"),
    ("sv", "”Vi förhandlar inte”, sade ministern.", "Vi förhandlar inte"),
    ("el", "«Δεν διαπραγματευόμαστε», είπε ο υπουργός.", "Δεν διαπραγματευόμαστε"),
)


@pytest.mark.parametrize(("language", "text", "words"), UNKNOWN)
def test_an_unknown_language_keeps_its_marked_quotations_without_a_speaker(
    language: str, text: str, words: str
) -> None:
    (quote,) = quotes(language, text)
    assert (words, None, None) == (quote.words, quote.mention, quote.speaker)
