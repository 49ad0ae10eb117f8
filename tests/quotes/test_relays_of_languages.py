"""An outlet that relayed words is kept apart from who speaks them, in every language that has rules."""

from __future__ import annotations

import pytest

from generator.model import Article, ArticleId, Field, FieldStatus, Quote
from generator.quotes.extract import quotes_of

RELAYED = (
    ("es", "«No hablaremos», dijo Ana Ríos, según EFE.", "Ana Ríos", "EFE"),
    ("es", "«No hablaremos», dijo Ana Ríos a la agencia EFE el lunes.", "Ana Ríos", "agencia EFE"),
    ("fr", "« Nous irons là-bas », a dit Anne Delorme, selon l’AFP.", "Anne Delorme", "AFP"),
    ("fr", "« Nous irons là-bas », a déclaré Anne Delorme à l’AFP.", "Anne Delorme", "AFP"),
    (
        "fr",
        "« Nous irons », a dit Anne Delorme, citée par le quotidien Le Courrier.",
        "Anne Delorme",
        "quotidien Le Courrier",
    ),
    ("de", "„Wir gehen nicht“, sagte Anna Beck laut dpa.", "Anna Beck", "dpa"),
    ("de", "„Wir gehen nicht“, sagte Anna Beck der Deutschen Presse-Agentur.", "Anna Beck", "Deutschen Presse-Agentur"),
    ("pt", "«Não vamos falar», disse Ana Reis, citada pela Lusa.", "Ana Reis", "Lusa"),
    ("pt", "Segundo a Lusa, a ministra disse que «não há acordo».", "a ministra", "Lusa"),
    ("ar", "قال الحداد «لن نتحدث معهم أبدا»، وفق وكالة رويترز.", "الحداد", "وكالة رويترز"),
    ("ar", "ونقلت وكالة سانا عن الوزير سامي الحداد قوله «لن نتحدث معهم أبدا».", "الوزير سامي الحداد", "وكالة سانا"),
    ("fa", "به گزارش ایسنا، کاویانی گفت: «ما مذاکره نمی‌کنیم».", "کاویانی", "ایسنا"),
    ("fa", "کاویانی در گفتگو با خبرگزاری مهر گفت: «ما مذاکره نمی‌کنیم».", "کاویانی", "خبرگزاری مهر"),
)  # fmt: skip
SPEAKERS = (
    ("es", "Según Carlos Peña, «faltan médicos».", "Carlos Peña"),
    ("es", "La ministra pidió a la ONU que «actúe ya mismo».", "La ministra"),
    ("fr", "Selon l’AFP, la route est fermée.", "l’AFP"),
    ("de", "„Wir gehen nicht“, sagte Anna Beck der Ministerin.", "Anna Beck"),
)


def _quotes(language: str, text: str) -> tuple[Quote, ...]:
    fields = (Field("language", FieldStatus.STATED, language),)
    return quotes_of(Article(ArticleId("a"), "a.txt", "0", text, text, (), fields=fields))


@pytest.mark.parametrize(("language", "text", "mention", "via"), RELAYED)
def test_the_outlet_is_the_relay_and_not_the_speaker(
    language: str, text: str, mention: str, via: str
) -> None:
    (quote,) = _quotes(language, text)
    assert quote.mention
    assert quote.via
    assert (mention, via) == (quote.mention.of(text), quote.via.of(text))


@pytest.mark.parametrize(("language", "text", "mention"), SPEAKERS)
def test_who_speaks_or_listens_is_no_relay(language: str, text: str, mention: str) -> None:
    (quote,) = _quotes(language, text)
    assert quote.mention
    assert quote.mention.of(text).startswith(mention)
    assert quote.via is None
