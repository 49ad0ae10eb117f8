"""Words of reporting, one data file a language, and the choice among them."""

from __future__ import annotations

from functools import cache
from importlib import import_module

from generator.quotes.languages.language import Language

MODULES = {
    "en": "english",
    "es": "spanish",
    "fr": "french",
    "de": "german",
    "pt": "portuguese",
    "ar": "arabic",
    "fa": "persian",
}
"""Two-letter code (ISO 639-1) -> the module with the language's words, loaded when first asked for."""


@cache
def language_named(code: str | None) -> Language | None:
    """Return the words of a language, English where no code is given; None where we have none."""
    name = MODULES.get((code or "en")[:2].lower())
    if name is None:
        return None
    module = import_module(f"generator.quotes.languages.{name}")
    found = getattr(module, name.upper())
    assert isinstance(found, Language)
    return found
