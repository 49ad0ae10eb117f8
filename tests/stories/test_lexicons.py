"""What changes the meaning of a sentence is found in each language by its own words, and rewording is not."""

from __future__ import annotations

import pytest

from generator.model import Level
from generator.stories.collate import collate
from generator.stories.lexicons import ENGLISH, LEXICONS, lexicon_of
from tests.stories.articles import read

CHANGED = [
    ("fr", "Le ministre a confirmé l'accord.", "Le ministre n'a pas confirmé l'accord.", "negation"),
    ("fr", "Il n'a rien signé.", "Il a signé.", "negation"),
    ("fr", "Elle nie les faits.", "Elle explique les faits.", "negation"),
    ("fr", "Le pays peut quitter l'accord.", "Le pays doit quitter l'accord.", "modal"),
    ("fr", "Deux soldats sont morts.", "Trois soldats sont morts.", "number"),
    ("fr", "La réunion aura lieu lundi.", "La réunion aura lieu mardi.", "date"),
    ("fr", "Le plan a été divulgué.", "Le plan aurait été divulgué, selon des sources.", "modal"),
    ("fr", "Le plan a fuité.", "Le plan a apparemment fuité.", "hedge"),
    ("fr", "C'est fini, dit le maire.", "C'est fini, prétend le maire.", "loaded verb"),
    ("fr", "Les prix sont en hausse.", "Les prix sont en baisse.", "opposite"),
    ("de", "Die Regierung hat zugestimmt.", "Die Regierung hat nicht zugestimmt.", "negation"),
    ("de", "Er kann gehen.", "Er muss gehen.", "modal"),
    ("de", "Zwei Menschen starben.", "Drei Menschen starben.", "number"),
    ("de", "Sie kommt am Montag.", "Sie kommt am Dienstag.", "date"),
    ("de", "Der Täter floh.", "Der mutmaßliche Täter floh.", "hedge"),
    ("es", "El ministro confirmó el acuerdo.", "El ministro no confirmó el acuerdo.", "negation"),
    ("es", "El país puede salir.", "El país debe salir.", "modal"),
    ("es", "Murieron dos personas.", "Murieron tres personas.", "number"),
    ("es", "El autor huyó.", "El presunto autor huyó.", "hedge"),
    ("pt", "O ministro confirmou o acordo.", "O ministro não confirmou o acordo.", "negation"),
    ("pt", "O país pode sair.", "O país deve sair.", "modal"),
    ("pt", "Morreram dois homens.", "Morreram três homens.", "number"),
    ("pt", "O autor fugiu.", "O suposto autor fugiu.", "hedge"),
    ("ar", "وقع الوزير الاتفاق.", "لم يوقع الوزير الاتفاق.", "negation"),
    ("ar", "وصل الوفد يوم الاثنين.", "وصل الوفد يوم الثلاثاء.", "date"),
    ("fa", "وزیر هرگز این توافق را امضا کرد.", "وزیر این توافق را امضا کرد.", "negation"),
    ("fa", "ایران باید برود.", "ایران شاید برود.", "modal"),
]
REWORDED = [
    ("fr", "Le ministre n'a pas signé le texte.", "Le ministre n'a pas paraphé le texte."),
    ("fr", "Il ne dira rien de l'accord.", "Il ne dira rien du traité."),
    ("fr", "Deux soldats sont morts hier.", "2 soldats sont morts hier."),
    ("fr", "La maire parle d'un succès rapide.", "La maire parle d'une réussite rapide."),
    ("de", "Er hat nicht unterschrieben.", "Er hat nicht unterzeichnet."),
    ("es", "El ministro no firmó el texto.", "El ministro no rubricó el texto."),
    ("pt", "O ministro não assinou o texto.", "O ministro não firmou o texto."),
]


def reasons(language: str, one: str, other: str) -> tuple[set[Level], set[str]]:
    found = collate(read(one, "a", language=language), read(other, "b", language=language)).differences
    return {each.level for each in found}, {name for each in found for name in each.why}


@pytest.mark.parametrize(("language", "one", "other", "rule"), CHANGED)
def test_a_change_of_meaning_is_found_by_the_words_of_the_language(language, one, other, rule):
    levels, names = reasons(language, one, other)
    assert rule in names
    assert Level.MEANING in levels


@pytest.mark.parametrize(("language", "one", "other"), REWORDED)
def test_other_words_for_the_same_are_no_change_of_meaning(language, one, other):
    levels, _ = reasons(language, one, other)
    assert {Level.WORDING} == levels


def test_words_are_held_in_the_form_in_which_they_are_compared():
    for language, lexicon in LEXICONS.items():
        for group in (lexicon.negations, lexicon.hedges, lexicon.dates, lexicon.speech):
            assert all(word and word == word.lower() for word in group), language


def test_a_language_without_a_lexicon_is_read_with_the_english_one():
    assert lexicon_of("sv") is lexicon_of(None) is ENGLISH
    assert LEXICONS["fr"] is lexicon_of("fr-CA")
