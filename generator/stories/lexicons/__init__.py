"""Which words, changed, change what a sentence says? One list a language."""

from __future__ import annotations

from generator.stories.lexicons import arabic, english, french, german, persian, portuguese, spanish
from generator.stories.lexicons.lexicon import Lexicon

ENGLISH = english.LEXICON
LEXICONS = {
    "ar": arabic.LEXICON,
    "de": german.LEXICON,
    "en": ENGLISH,
    "es": spanish.LEXICON,
    "fa": persian.LEXICON,
    "fr": french.LEXICON,
    "pt": portuguese.LEXICON,
}


def lexicon_of(language: str | None) -> Lexicon:
    """Return the lexicon of a language; English, whose words are rare in others, where there is none."""
    return LEXICONS.get((language or "en")[:2], ENGLISH)
