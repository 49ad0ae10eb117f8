"""In which language is an article written?"""

from __future__ import annotations

import functools

from py3langid.langid import MODEL_FILE, LanguageIdentifier

from generator.model import Field, FieldStatus

_SAMPLE_CHARACTERS = 400
"""Enough for certainty: the model counts byte pairs, and reading more costs time for nothing."""
_LEAST_CHARACTERS = 20
_LEAST_CONFIDENCE = 0.6
_ENGLISH = frozenset(
    ("the", "and", "that", "with", "from", "this", "which", "said", "been", "his", "their", "who", "would", "were")
)  # fmt: skip
"""Function words that no other language shares."""
_ENGLISH_SHARE = 0.08
"""Of a text's words: above it no text of 1,900 was another language's, and most English ones are above it."""
_ENGLISH_CONFIDENCE = 0.99


@functools.cache
def _identifier() -> LanguageIdentifier:
    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def _is_english(sample: str) -> bool:
    words = sample.lower().split()
    return sum(map(_ENGLISH.__contains__, words)) > _ENGLISH_SHARE * len(words)


_LONGER_SAMPLE = 2000
"""Characters: an opening of names and figures has few function words, and to ask the model takes twenty times as long."""


def language_of(text: str) -> Field | None:
    """Return the language as a two-letter code (ISO 639-1), None where the text is too short to tell."""
    sample = text[:_SAMPLE_CHARACTERS]
    if len(sample) < _LEAST_CHARACTERS:
        return None
    if _is_english(sample) or _is_english(text[:_LONGER_SAMPLE]):
        return Field(
            "language", FieldStatus.DETECTED, "en", confidence=_ENGLISH_CONFIDENCE, source="the words"
        )
    code, confidence = _identifier().classify(sample)
    if confidence < _LEAST_CONFIDENCE:
        return None
    return Field(
        "language", FieldStatus.DETECTED, code, confidence=round(float(confidence), 3), source="the words"
    )
