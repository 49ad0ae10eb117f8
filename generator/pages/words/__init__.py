"""The interface's own words in other languages: a catalogue a language, English -> its words.

The keys are the English words as templates and views hold them, `{0}` and `{1}` standing for what is
filled in. What a catalogue lacks stays English. An article's words are never looked up: a text in a
template is ours, and so is a `Phrase`; every other value is printed as it is.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Self

import yaml

_FOLDER = Path(__file__).parent
# A part of a template: a comment, a block, what is printed, code, a tag (with blocks inside), a line's end.
_PARTS = re.compile(
    r"(?P<fixed>\{#.*?#\}|\{%.*?%\}|<code[^>]*>.*?</code>|\n)"
    r"|(?P<tag><(?:\{\{.*?\}\}|\{%.*?%\}|[^<>])*>)"
    r"|(?P<printed>\{\{.*?\}\})",
    re.DOTALL,
)
_SPOKEN = re.compile(r'(?<= )(?P<name>aria-label|title)="(?P<words>[^"]*)"')
_PRINTED = re.compile(r"\{\{.*?\}\}")
_PLACE = re.compile(r"\{(\d)\}")
_LETTER = re.compile(r"[^\W\d_]")


class Phrase(str):
    """Words of the interface that a view chose: English as a text, and known by their message."""

    __slots__ = ("message", "values")
    message: str
    """English, as the catalogues have it, `{0}` standing for the first value."""
    values: tuple[str, ...]

    def __new__(cls, message: str, *values: str, english: str | None = None) -> Self:
        """Make a phrase; `english` says it where English joins the values in another way."""
        made = super().__new__(cls, english if english is not None else _filled(message, values))
        made.message, made.values = message, values
        return made

    def __reduce__(self) -> tuple[object, ...]:
        """Keep message and values when a view goes to another process."""
        return _restored, (self.message, self.values, str(self))

    def said(self, words: Mapping[str, str]) -> str:
        """Return the phrase in the language of a catalogue."""
        if self.message not in words:
            return str(self)
        inner = tuple(value.said(words) if isinstance(value, Phrase) else value for value in self.values)
        return " ".join(_filled(words[self.message], inner).split())


def _restored(message: str, values: tuple[str, ...], english: str) -> Phrase:
    return Phrase(message, *values, english=english)


def _filled(message: str, values: tuple[str, ...]) -> str:
    return _PLACE.sub(lambda found: values[int(found[1])], message) if values else message


def languages() -> tuple[str, ...]:
    """Return the codes of the languages that have a catalogue, without English."""
    return tuple(sorted(path.stem for path in _FOLDER.glob("*.yml")))


@cache
def catalogue(language: str) -> Mapping[str, str]:
    """Return a language's words by the English ones; none for English and for a language without a catalogue.

    Args:
        language: as the theme's setting has it; of `pt-BR` the first part counts.
    """
    code = re.split("[-_]", language.lower())[0]
    if code not in languages():
        return {}
    words: dict[str, str] = yaml.safe_load((_FOLDER / f"{code}.yml").read_text(encoding="utf-8"))
    return words


def translated(source: str, words: Mapping[str, str]) -> str:
    """Return a template with its own words in another language."""
    return "".join(_swapped(part, words) for part in _runs(source))


def messages(source: str) -> tuple[str, ...]:
    """Return the messages in a template, in order, for whoever writes a catalogue."""
    seen: dict[str, str] = _Asked()
    translated(source, seen)
    return tuple(seen)


class _Asked(dict[str, str]):
    """Takes down what is looked up."""

    def get(self, key: str, default: str | None = None) -> str | None:  # type: ignore[override]
        self[key] = default or key
        return default


def _runs(source: str) -> list[str]:
    """Return the parts of a template: blocks, tags, and runs of text and printed values between them."""
    runs, run, end = [], "", 0
    for found in _PARTS.finditer(source):
        run += source[end : found.start()]
        end = found.end()
        if found["printed"]:
            run += found[0]
            continue
        runs += [run, found[0]]
        run = ""
    return [*runs, run + source[end:]]


def _swapped(part: str, words: Mapping[str, str]) -> str:
    if part.startswith(("{%", "{#", "<code")):
        return part
    if part.startswith("<"):
        return _SPOKEN.sub(lambda one: f'{one["name"]}="{_in_language(one["words"], words)}"', part)
    return _in_language(part, words)


def _in_language(run: str, words: Mapping[str, str]) -> str:
    """Return a run of text in another language, its printed values where that language has them."""
    printed = _PRINTED.findall(run)
    text = _PRINTED.sub("", run)
    if "{%" in run or '="' in text or not _LETTER.search(text):
        return run
    places = iter(range(len(printed)))
    message = _PRINTED.sub(lambda _: f"{{{next(places)}}}", run)
    bare = message.strip()
    found = words.get(bare)
    if found is None:
        return run
    start = message.index(bare)
    return message[:start] + _filled(found, tuple(printed)) + message[start + len(bare) :]
