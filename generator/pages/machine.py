"""Which sentence of the machine is it? A message of ours, known again by its words, so that it can be translated.

Stages below the pages speak English, in whole sentences with names, numbers and quoted words filled in. What
they say is kept in results and data files as it is; a page in another language finds the message again here.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from generator.checks.ratings import RATINGS
from generator.pages.dates import date_words
from generator.pages.words import Phrase

SENTENCES = (
    # signals of one article
    "“{0}” is not named: who says it can't be checked.",
    "“{0}” names nobody: where it was first said is open.",
    "All that is said of the event comes from one voice: {0}.",
    "Statements older than the event are reported as its background.",
    "{0} was a {1}, not a {2}.",
    "The text gives no publication date, so “{0}” and others can't be dated.",
    "The text gives no publication date, so “{0}” can't be dated.",
    "The date has no year; none is added.",
    "Dates stand below the article, in the page's furniture; none was used to date it.",
    "“{0}” judges in the outlet's own voice.",
    "“{0}” judges in the headline.",
    "“{0}” takes for a fact what is only reported.",
    "“{0}” is less than a denial.",
    "The lead is without condition; the body names conditions.",
    "An ellipsis stands inside the quotation marks: words may be left out.",
    "The quotation opens with “{0}”; what it answers to is not quoted.",
    "{0} inside the quotation marks is the outlet's, not the speaker's.",
    "{0} mends words that carry no quotation marks; they may be a quotation.",
    # signals of several articles
    "Same words, set differently.",
    "The two print this quotation in different words; “{0}” among the changed words.",
    "The two print this quotation in different words.",
    "These words of {0} are denied in one version, affirmed in the other.",
    "These words are denied in one version, affirmed in the other.",
    "The same words are {0}'s in one version, {1}'s in the other.",
    "The same words are {0}'s in the first version; the other names nobody.",
    "The same words are {0}'s in the second version; the other names nobody.",
    "Called “{0}” in one version, “{1}” in the other: the same person.",
    "“{0}” looks back to a paragraph that this version does not have.",
    "The numbers differ: {0}.",
    "“{0}” stands in one version only.",
    "One role, {0}: {1}, and somebody who is not named.",
    "One role, {0}: {1}.",
    "These words of {0} were printed on {1}, and again on {2} with nothing near them that says they are older.",
    "These words were printed on {0}, and again on {1} with nothing near them that says they are older.",
    # what the direction of a text rests on
    "{0} credits the text to the outlet of {1}",
    "{0} is dated {1}, after {2} ({3})",
    "{0} has a sentence that looks back to a passage which only {1} prints",
    # why a difference has its level
    "negation",
    "modal",
    "number",
    "date",
    "name",
    "attribution",
    "hedge",
    "loaded verb",
    "opposite",
    "order",
    "quotation marks",
    "credit",
    "paragraphs joined",
    "paragraphs split",
    # what a fact rests on, and why a line is no part of the text
    "the words",
    "the sidecar",
    "the record",
    "the canonical link",
    "the same text in {0}, dated {1}",
    "Only a day of the week is stated: {0}.",
    "section",
    "headline",
    "posting line",
    "comment form",
    "rule",
    "address",
    "about the outlet or author",
    "other articles",
    "share bar",
    "newsletter box",
    "affiliate notice",
    "appeal for support",
    "legal notice",
    "tags",
    # what was done to a source, to a reading
    "article added",
    "article changed",
    "article removed",
    "article withdrawn",
    "review added",
    "review changed",
    "review removed",
    "correction added",
    "correction changed",
    "correction removed",
    "corrections added",
    "corrections changed",
    "corrections removed",
    "reply added",
    "reply changed",
    "desk’s file added",
    "desk’s file changed",
    "desk’s file removed",
    "withdrawn",
    "reply",
    "clarification",
    "correction",
    "retraction",
    "joined",
    "split",
    "no quotation",
    "a quotation that was missed",
    "boundaries",
    "the article changed since it was made",
    "another correction contradicts it",
    # the verdicts
    *dict.fromkeys(text for rating in RATINGS for text in (rating.label, rating.meaning)),
)
_NUMBERS_DIFFER = re.compile(r"The numbers differ: (?P<pairs>.+ against .+)\.", re.DOTALL)
COUNTED = (
    ("A paragraph is not in the version of {1}.", "{0} paragraphs are not in the version of {1}."),
    ("A quotation is not in the version of {1}.", "{0} quotations are not in the version of {1}."),
)
"""Sentences that go with a number: for one thing, and for more."""
_PLAINLY = {
    "modal": "may, must or will",
    "hedge": "a reservation",
    "attribution": "who says it",
    "loaded verb": "a verb that judges",
    "opposite": "words of opposite meaning",
}
"""What the rules' names say in English to somebody who does not know the trade."""
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def said_by_the_machine(text: str) -> str:
    """Return a text as the phrase that it is, or as it is where no message of ours fits."""
    if isinstance(text, Phrase):
        return text
    if found := _NUMBERS_DIFFER.fullmatch(text):
        return Phrase("The numbers differ: {0}.", _against(found["pairs"].split("; ")), english=text)
    for message, pattern in _patterns():
        if match := pattern.fullmatch(text):
            return _phrase(text, message, match)
    return text


def listed(names: Sequence[str]) -> Phrase:
    """Return names that the machine gives, such as those of its rules, as one phrase with commas."""
    return _listed(tuple(names))


@lru_cache(maxsize=1024)
def _listed(names: tuple[str, ...]) -> Phrase:
    return joined([Phrase(name, english=_PLAINLY.get(name)) for name in names])


def joined(phrases: Sequence[Phrase]) -> Phrase:
    """Return phrases as one, with commas."""
    if len(phrases) < 2:  # noqa: PLR2004 (one needs no comma)
        return phrases[0] if phrases else Phrase("")
    return Phrase("{0}, {1}", phrases[0], joined(phrases[1:]))


def _against(pairs: Sequence[str]) -> Phrase:
    """Return pairs of numbers that stand in each other's place."""
    first = Phrase("{0} against {1}", *pairs[0].split(" against ", 1))
    return Phrase("{0}; {1}", first, _against(pairs[1:])) if pairs[1:] else first


def _phrase(text: str, message: str, match: re.Match[str]) -> Phrase:
    values = tuple(map(_value, match.groups()))
    for one, other in COUNTED:
        if message == one:
            return Phrase.counted(1, one, other, *values)
        if message == other:
            return Phrase.counted(int(values[0]), one, other, *values[1:])
    dated = any(map(_DATE.fullmatch, match.groups()))
    return Phrase(message, *values, english=None if dated else text)


def _value(value: str) -> str:
    """Return a value that is ours, a day of the week or a date, in words that can be translated."""
    if _DATE.fullmatch(value):
        return date_words(value)
    return Phrase(value) if value in DAYS else value


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    several = tuple(message for pair in COUNTED for message in pair)
    return tuple((message, _pattern(message)) for message in (*several, *SENTENCES))


def _pattern(message: str) -> re.Pattern[str]:
    counts = any(message == other for _, other in COUNTED)
    first, *rest = re.split(r"\{\d\}", message)
    places = (r"(\d+)" if counts and not number else "(.+?)" for number in range(len(rest)))
    filled = (place + re.escape(part) for place, part in zip(places, rest, strict=True))
    return re.compile(re.escape(first) + "".join(filled), re.DOTALL)
