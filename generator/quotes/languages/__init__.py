"""Words of reporting, one data file a language, and the choice among them."""

from __future__ import annotations

from functools import cache

from generator.quotes.languages.language import Language


@cache
def language_named(code: str | None) -> Language | None:
    """Return the words of a language by its two-letter code (ISO 639-1); None where we have none."""
    if code in (None, "en"):
        from generator.quotes.languages.english import ENGLISH  # noqa: PLC0415 - only what is asked for

        return ENGLISH
    return None
