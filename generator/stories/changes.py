"""How much does a difference matter, and why: typographic, wording or meaning?

A changed passage is typographic where both sides are the same in house style. It changes the meaning
where one of the named rules finds that the two sides say different things; else it is wording.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from generator.model import Level
from generator.stories.tokens import Token

_MARKS = frozenset('"“”«»„‟″') | {"``", "''"}
_HYPHENS = frozenset("-‐‑‒–—")


@dataclass(frozen=True, slots=True)
class Passage:
    """One side of a difference."""

    tokens: Sequence[Token]
    """The tokens that changed."""
    opens_sentence: bool = False
    """True where the first token is the first word of its sentence, so that its capital says nothing."""
    speech_near: bool = False
    """True where a verb of speech stands within three words."""

    words: tuple[str, ...] = field(init=False)
    """The words in house style."""

    def __post_init__(self) -> None:
        """Collect the words once, since every rule asks for them."""
        words = tuple(word for token in self.tokens for word in token.styled.split())
        object.__setattr__(self, "words", words)

    @property
    def names(self) -> frozenset[str]:
        """Return the words whose capital marks a name, in house style."""
        return frozenset(
            token.styled
            for place, token in enumerate(self.tokens)
            if token.text[:1].isupper() and token.is_word and (place or not self.opens_sentence)
        )


Rule = Callable[[Passage, Passage], bool]


@dataclass(frozen=True, slots=True)
class MeaningRule:
    """A way in which two wordings say different things."""

    name: str
    """What a page prints as the reason."""
    applies: Rule
    example: tuple[str, str]
    """Two sentences that differ so."""


def level_of(a: Passage, b: Passage, *, headline: bool = False) -> tuple[Level, tuple[str, ...]]:
    """Return the level of a difference and the names of the rules behind it.

    Headlines write a comma for "and" by habit, so there it is house style.
    """
    if _house_style(a, headline=headline) == _house_style(b, headline=headline):
        if _quotation_marks(a) == _quotation_marks(b):
            return Level.TYPOGRAPHIC, ()
        return Level.WORDING, ("quotation marks",)
    reasons = tuple(rule.name for rule in MEANING_RULES if rule.applies(a, b))
    return (Level.MEANING, reasons) if reasons else (Level.WORDING, ())


def _house_style(passage: Passage, *, headline: bool) -> str:
    words = [token.styled for token in passage.tokens if token.styled]
    if headline:
        words = [word for word in words if word != "and"]
    hyphenated = any(token.text in _HYPHENS for token in passage.tokens)
    joined = " ".join(words)
    return joined.replace(" ", "") if hyphenated or len(words) == 1 else joined


def _quotation_marks(passage: Passage) -> int:
    return sum(token.text in _MARKS for token in passage.tokens)


def _forms(stems: str, endings: str = "s ed ing d es ied ies ying") -> frozenset[str]:
    """Return the stems with and without the common endings of verbs; not every form exists."""
    found = set(stems.split())
    for stem in stems.split():
        found.update(stem + ending for ending in endings.split())
        found.update(stem[:-1] + ending for ending in ("ing", "ied", "ies") if stem[-1] in "ey")
    return frozenset(found)


_NEGATIONS = (
    frozenset(
        [
            "no",
            "not",
            "never",
            "none",
            "nobody",
            "nothing",
            "nowhere",
            "neither",
            "nor",
            "without",
            "hardly",
            "scarcely",
            "unable",
            "denial",
            "denials",
        ]
    )
    | _forms("deny refuse reject fail lack dismiss refute")
    | frozenset(("dismissed", "rejection", "refusal", "failure"))
)
_UNDOING = re.compile(r"^(?:un|in|im|ir|il|non|dis|mis|anti)(?=\w{4})")
_MODALS = {
    **dict.fromkeys(("will", "would", "shall", "won't"), "will"),
    **dict.fromkeys(("can", "could"), "can"),
    **dict.fromkeys(("may", "might"), "may"),
    **dict.fromkeys(("must", "should", "ought"), "must"),
}
_QUANTITIES = frozenset(
    [
        "dozen",
        "dozens",
        "hundred",
        "hundreds",
        "thousand",
        "thousands",
        "million",
        "millions",
        "billion",
        "billions",
        "trillion",
        "half",
        "third",
        "quarter",
        "double",
        "triple",
        "twice",
        "thrice",
        "both",
        "first",
        "second",
        "fourth",
        "fifth",
        "majority",
        "minority",
    ]
)
_DATES = frozenset(
    [
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "weekend",
        "today",
        "tonight",
        "yesterday",
        "tomorrow",
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "spring",
        "summer",
        "autumn",
        "winter",
        "morning",
        "afternoon",
        "evening",
        "midnight",
        "noon",
        "day",
        "days",
        "week",
        "weeks",
        "month",
        "months",
        "year",
        "years",
        "decade",
        "decades",
        "century",
        "hours",
        "minutes",
    ]
) - {"may", "march", "spring"}
_HEDGES = frozenset(
    [
        "reportedly",
        "allegedly",
        "apparently",
        "possibly",
        "perhaps",
        "maybe",
        "likely",
        "unlikely",
        "probably",
        "presumably",
        "purportedly",
        "purported",
        "supposedly",
        "supposed",
        "alleged",
        "suspected",
        "unconfirmed",
        "rumored",
        "potentially",
        "seemingly",
        "so-called",
        "about",
        "around",
        "approximately",
        "roughly",
        "nearly",
        "almost",
    ]
) | _forms("seem appear")
_LOADED = {
    form: stem
    for stem in [
        "claim",
        "admit",
        "allege",
        "insist",
        "boast",
        "confess",
        "concede",
        "threaten",
        "accuse",
        "assert",
        "contend",
        "maintain",
        "warn",
        "demand",
        "rant",
        "brag",
        "vow",
        "scoff",
        "lament",
        "complain",
        "acknowledge",
        "blame",
        "slam",
        "blast",
        "condemn",
        "denounce",
    ]
    for form in _forms(stem) | {stem + "ted", stem + "ged", stem + "med", stem + "ting", stem + "ging"}
}
_OPPOSITES = {
    word: (pair, side)
    for pair, sides in enumerate(
        (
            (
                "up rise rose risen rising increase increased increases increasing higher more gain gained gains",
                "down fall fell fallen falling decrease decreased decreases decreasing lower less fewer lost loses",
            ),
            ("before prior", "after since"),
            (
                "for pro support supports supported supporting backed backs",
                "against opposes opposed opposing opposition",
            ),
            ("win won wins winning victory", "lose lost loses losing defeat defeated"),
            (
                "accept accepted accepts agree agreed agrees",
                "refused refuses disagree disagreed declined declines",
            ),
            ("guilty", "innocent"),
            ("true", "false"),
            ("legal", "illegal"),
            ("alive", "dead"),
            ("allow allowed allows permit permitted", "ban banned bans forbid forbidden prohibit prohibited"),
        )
    )
    for side, words in enumerate(sides)
    for word in words.split()
}
_NUMBER = re.compile(r"\d")


def _count(passage: Passage, words: frozenset[str]) -> int:
    return sum(word in words for word in passage.words)


def _negation(a: Passage, b: Passage) -> bool:
    if _count(a, _NEGATIONS) != _count(b, _NEGATIONS):
        return True
    return _undone(a, b) or _undone(b, a)


def _undone(one: Passage, other: Passage) -> bool:
    """Tell whether one side has a word with a prefix that the other has without: unlikely, likely."""
    return any(
        _UNDOING.sub("", word) in other.words
        for word in one.words
        if word not in other.words and _UNDOING.match(word)
    )


def _differs(a: Passage, b: Passage, classes: dict[str, str]) -> bool:
    found = [sorted(classes[word] for word in side.words if word in classes) for side in (a, b)]
    return found[0] != found[1]


def _modal(a: Passage, b: Passage) -> bool:
    return _differs(a, b, _MODALS)


def _number(a: Passage, b: Passage) -> bool:
    return _numbers(a) != _numbers(b)


def _numbers(passage: Passage) -> list[str]:
    return sorted(w for w in passage.words if w in _QUANTITIES or _NUMBER.search(w))


def _date(a: Passage, b: Passage) -> bool:
    return {w for w in a.words if w in _DATES} != {w for w in b.words if w in _DATES}


def _hedge(a: Passage, b: Passage) -> bool:
    return _count(a, _HEDGES) != _count(b, _HEDGES)


def _loaded(a: Passage, b: Passage) -> bool:
    return _differs(a, b, _LOADED)


def _opposite(a: Passage, b: Passage) -> bool:
    sides = [
        {_OPPOSITES[w] for w in mine if w in _OPPOSITES and w not in other}
        for mine, other in ((a.words, b.words), (b.words, a.words))
    ]
    return any((pair, 1 - side) in sides[1] for pair, side in sides[0])


def _name(a: Passage, b: Passage) -> bool:
    only_a, only_b = a.names - set(b.words), b.names - set(a.words)
    left = {name for name in only_a if not any(_one_name(name, other) for other in only_b)}
    right = {name for name in only_b if not any(_one_name(name, other) for other in only_a)}
    return bool(left and right) and not (_short_for(only_a, b) or _short_for(only_b, a))


def _one_name(a: str, b: str) -> bool:
    """Tell whether two forms belong to one name: Iran and Iranian, Seyed and Seyyed, US and American."""
    if _COUNTRY.get(a, a) == _COUNTRY.get(b, b):
        return True
    shared = next(
        (place for place, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b))
    )
    return shared >= max(3, min(len(a), len(b)) - 2)


def _short_for(names: frozenset[str], other: Passage) -> bool:
    """Tell whether one side abbreviates the other: UN and United Nations."""
    initials = "".join(t.text[0].lower() for t in other.tokens if t.text[:1].isupper() and t.is_word)
    return any(len(name) > 1 and name == initials for name in names)


_COUNTRY = {
    form: country
    for country, forms in {
        "us": "us usa american americans america u.s",
        "uk": "uk british britain britons",
        "france": "france french",
        "germany": "germany german germans",
        "netherlands": "netherlands dutch",
        "spain": "spain spanish",
        "greece": "greece greek greeks",
        "turkey": "turkey turkish türkiye turkiye",
        "switzerland": "switzerland swiss",
        "wales": "wales welsh",
        "philippines": "philippines filipino filipinos philippine",
        "denmark": "denmark danish danes",
        "eu": "eu european europe",
    }.items()
    for form in forms.split()
}


def _attribution(a: Passage, b: Passage) -> bool:
    if not (a.speech_near or b.speech_near):
        return False
    pronouns = [{w for w in side.words if w in _PRONOUNS} for side in (a, b)]
    return _name(a, b) or (bool(pronouns[0]) and bool(pronouns[1]) and pronouns[0] != pronouns[1])


_PRONOUNS = frozenset(["he", "she", "they", "it", "we", "i"])

MEANING_RULES = (
    MeaningRule("negation", _negation, ("Iran is in talks.", "Iran is not in talks.")),
    MeaningRule("modal", _modal, ("Iran may leave the deal.", "Iran must leave the deal.")),
    MeaningRule("number", _number, ("Five men were hurt.", "Seven men were hurt.")),
    MeaningRule("date", _date, ("He spoke over the weekend.", "He spoke on Sunday.")),
    MeaningRule("name", _name, ("Talks with Oman went on.", "Talks with Qatar went on.")),
    MeaningRule("attribution", _attribution, ("The deal is off, he said.", "The deal is off, she said.")),
    MeaningRule("hedge", _hedge, ("The plan was leaked.", "The plan was allegedly leaked.")),
    MeaningRule("loaded verb", _loaded, ("The deal is off, he said.", "The deal is off, he claimed.")),
    MeaningRule("opposite", _opposite, ("Prices rose again.", "Prices fell again.")),
)

SPEECH = _forms(
    "say state tell add note declare announce explain report write stress emphasize remark"
) | frozenset(("said", "told", "wrote", *_LOADED))
