"""The interface's own words in other languages: a catalogue a language, English -> its words.

The keys are the English words as templates and views hold them, `{0}` and `{1}` standing for what is
filled in. A message with a number has a form for each plural category that the Unicode CLDR gives the
language (`one`, `few`, `other`, ...). What a catalogue lacks stays English. An article's words are never
looked up: a text in a template is ours, and so is a `Phrase`; every other value is printed as it is.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import Self

import yaml

_FOLDER = Path(__file__).parent
# A part of a template: a comment, a block, code, a line's end, what is printed (a name perhaps set apart), a tag.
_PARTS = re.compile(
    r"(?P<fixed>\{#.*?#\}|\{%.*?%\}|<code[^>]*>.*?</code>|\n)"
    r"|(?P<printed><bdi>\{\{.*?\}\}</bdi>|\{\{.*?\}\})"
    r"|(?P<tag><(?:\{\{.*?\}\}|\{%.*?%\}|[^<>])*>)",
    re.DOTALL,
)
_SPOKEN = re.compile(r'(?<= )(?P<name>aria-label|title)="(?P<words>[^"]*)"')
_PRINTED = re.compile(r"<bdi>\{\{.*?\}\}</bdi>|\{\{.*?\}\}")
_PLACE = re.compile(r"\{(\d)\}")
_FORM = re.compile(r"\|form\('[^']*', '(?P<other>[^']*)'\)")
_LETTER = re.compile(r"[^\W\d_]")


Forms = str | Mapping[str, str]
"""A message in a language: one text, or one for each plural category."""


class Words(dict[str, Forms]):
    """A catalogue: messages in one language, by the English ones."""

    def __init__(self, code: str, words: Mapping[str, Forms]) -> None:
        super().__init__(words)
        self._code = code

    def form(self, message: str, count: int | None) -> str | None:
        """Return a message in the form that goes with a number; None where the catalogue lacks it."""
        forms = self.get(message)
        if forms is None or isinstance(forms, str):
            return forms
        return forms.get(category(self._code, 2 if count is None else count), forms["other"])


@cache
def category(language: str, count: int) -> str:
    """Return the plural category that a number has in a language: `one`, `few`, `other`, ..."""
    from babel import Locale  # noqa: PLC0415 (a tenth of a second that an English site need not wait for)

    return str(Locale.parse(language).plural_form(count))


class Phrase(str):
    """Words of the interface that a view chose: English as a text, and known by their message."""

    __slots__ = ("message", "number", "values")
    message: str
    """English, as the catalogues have it, `{0}` standing for the first value."""
    values: tuple[str, ...]
    number: int | None
    """That the words go with, where they have one."""

    def __new__(cls, message: str, *values: str, english: str | None = None) -> Self:
        """Make a phrase; `english` says it where English joins the values in another way."""
        made = super().__new__(cls, english if english is not None else _filled(message, values))
        made.message, made.values, made.number = message, values, None
        return made

    @classmethod
    def counted(cls, count: int, one: str, other: str, *values: str) -> Self:
        """Make a phrase that goes with a number, which `{0}` stands for.

        Args:
            count: the number.
            one: English for a single thing.
            other: English for any other number, by which the catalogues have the phrase.
            values: what `{1}` and so on stand for.
        """
        filled = (str(count), *values)
        made = cls(other, *filled, english=_filled(one if count == 1 else other, filled))
        made.number = count
        return made

    def __reduce__(self) -> tuple[object, ...]:
        """Keep message and values when a view goes to another process."""
        return _restored, (self.message, self.values, str(self), self.number)

    def said(self, words: Words) -> str:
        """Return the phrase in the language of a catalogue."""
        form = words.form(self.message, self.number)
        if form is None:
            return str(self)
        inner = tuple(value.said(words) if isinstance(value, Phrase) else value for value in self.values)
        return " ".join(_filled(form, inner).split())


def _restored(message: str, values: tuple[str, ...], english: str, number: int | None) -> Phrase:
    made = Phrase(message, *values, english=english)
    made.number = number
    return made


@lru_cache(maxsize=4096)
def _filled(message: str, values: tuple[str, ...]) -> str:
    return _PLACE.sub(lambda found: values[int(found[1])], message) if values else message


def languages() -> tuple[str, ...]:
    """Return the codes of the languages that have a catalogue, without English."""
    return tuple(sorted(path.stem for path in _FOLDER.glob("*.yml")))


@cache
def catalogue(language: str) -> Words:
    """Return a language's words by the English ones; none for English and for a language without a catalogue.

    Args:
        language: as the theme's setting has it; of `pt-BR` the first part counts.
    """
    code = re.split("[-_]", language.lower())[0]
    if code not in languages():
        return Words("en", {})
    words: dict[str, Forms] = yaml.safe_load((_FOLDER / f"{code}.yml").read_text(encoding="utf-8"))
    return Words(code, words)


def translated(source: str, words: Mapping[str, Forms]) -> str:
    """Return a template with its own words in another language."""
    return "".join(_swapped(part, words) for part in _runs(source))


def messages(source: str) -> tuple[str, ...]:
    """Return the messages in a template, in order, for whoever writes a catalogue."""
    seen = _Asked()
    translated(source, seen)
    return (*seen, *(found["other"] for found in _FORM.finditer(source)))


class _Asked(dict[str, Forms]):
    """Takes down what is looked up."""

    def get(self, key: str, default: Forms | None = None) -> Forms | None:  # type: ignore[override]
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


def _swapped(part: str, words: Mapping[str, Forms]) -> str:
    if part.startswith(("{%", "{#", "<code")):
        return part
    if part.startswith("<") and not part.startswith("<bdi>"):
        return _SPOKEN.sub(lambda one: f'{one["name"]}="{_in_language(one["words"], words)}"', part)
    return _in_language(part, words)


def _in_language(run: str, words: Mapping[str, Forms]) -> str:
    """Return a run of text in another language, its printed values where that language has them."""
    printed = _PRINTED.findall(run)
    text = _PRINTED.sub("", run)
    if "{%" in run or '="' in text or not _LETTER.search(text):
        return run
    places = iter(range(len(printed)))
    message = _PRINTED.sub(lambda _: f"{{{next(places)}}}", run)
    bare = message.strip()
    found = words.get(bare)
    if not isinstance(found, str):
        return run
    start = message.index(bare)
    return message[:start] + _filled(found, tuple(printed)) + message[start + len(bare) :]
