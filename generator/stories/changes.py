"""How much does a difference matter, and why: typographic, wording or meaning?

A changed passage is typographic where both sides are the same in house style. It changes the meaning
where one of the named rules finds that the two sides say different things; else it is wording.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from generator.model import Level
from generator.stories.lexicons import ENGLISH
from generator.stories.lexicons.english import COUNTRY
from generator.stories.lexicons.lexicon import Lexicon
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
    lexicon: Lexicon = ENGLISH
    """Of the text's language."""

    words: tuple[str, ...] = field(init=False)
    """The words in house style."""

    def __post_init__(self) -> None:
        """Collect the words once, since every rule asks for them."""
        words = tuple(word for token in self.tokens for word in self.lexicon.words(token.styled))
        object.__setattr__(self, "words", words)

    @property
    def names(self) -> frozenset[str]:
        """Return the words whose capital marks a name, in house style."""
        return frozenset(
            token.styled
            for place, token in enumerate(self.tokens)
            if token.text[:1].isupper() and token.is_word and (place or not self.opens_sentence)
        )

    @property
    def all_names(self) -> frozenset[str]:
        """Return the words with a capital, that of the first word of a sentence among them."""
        return frozenset(token.styled for token in self.tokens if token.text[:1].isupper() and token.is_word)


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


_UNDOING = re.compile(r"^(?:un|in|im|ir|il|non|dis|mis|anti)(?=\w{4})")
_NUMBER = re.compile(r"\d")


def _count(passage: Passage, words: frozenset[str]) -> int:
    return sum(word in words for word in passage.words)


def _negation(a: Passage, b: Passage) -> bool:
    if _negations(a) != _negations(b):
        return True
    return _undone(a, b) or _undone(b, a)


def _negations(passage: Passage) -> int:
    """Count what denies: "ne … pas" once, and "pas" alone too."""
    lexicon = passage.lexicon
    return max(_count(passage, lexicon.negations), _count(passage, lexicon.particles))


def _undone(one: Passage, other: Passage) -> bool:
    """Tell whether one side has a word with a prefix that the other has without: unlikely, likely."""
    return any(
        _UNDOING.sub("", word) in other.words
        for word in one.words
        if word not in other.words and _UNDOING.match(word)
    )


def _differs(a: Passage, b: Passage, classes: Mapping[str, str]) -> bool:
    found = [sorted(classes[word] for word in side.words if word in classes) for side in (a, b)]
    return found[0] != found[1]


def _modal(a: Passage, b: Passage) -> bool:
    return _differs(a, b, a.lexicon.modals)


def _number(a: Passage, b: Passage) -> bool:
    ours, theirs = _numbers(a), _numbers(b)
    if sorted(ours.values()) != sorted(theirs.values()):
        return True
    return _exchanged(a, b, frozenset(a.words[place] for place in ours))


def _numbers(passage: Passage) -> dict[int, str]:
    """Return the number words and figures by their place, "deux" as 2."""
    lexicon = passage.lexicon
    figures = ((place, lexicon.numbers.get(word, word)) for place, word in enumerate(passage.words))
    return {place: word for place, word in figures if word in lexicon.quantities or _NUMBER.search(word)}


def _exchanged(a: Passage, b: Passage, kind: frozenset[str]) -> bool:
    """Tell whether words of one kind have changed places and all others have kept theirs."""
    places = [[word in kind for word in side.words] for side in (a, b)]
    kept = [[word for word in side.words if word not in kind] for side in (a, b)]
    moved = [[word for word in side.words if word in kind] for side in (a, b)]
    return places[0] == places[1] and kept[0] == kept[1] and moved[0] != moved[1]


def _date(a: Passage, b: Passage) -> bool:
    return {w for w in a.words if w in a.lexicon.dates} != {w for w in b.words if w in b.lexicon.dates}


def _hedge(a: Passage, b: Passage) -> bool:
    return _count(a, a.lexicon.hedges) != _count(b, b.lexicon.hedges)


def _loaded(a: Passage, b: Passage) -> bool:
    return _differs(a, b, a.lexicon.loaded)


def _opposite(a: Passage, b: Passage) -> bool:
    known = a.lexicon.opposites
    sides = [
        {known[w] for w in mine if w in known and w not in other}
        for mine, other in ((a.words, b.words), (b.words, a.words))
    ]
    return any((pair, 1 - side) in sides[1] for pair, side in sides[0])


def _name(a: Passage, b: Passage) -> bool:
    if sorted(a.words) == sorted(b.words) and _exchanged(a, b, a.all_names & b.all_names):
        return True
    only_a, only_b = a.names - set(b.words), b.names - set(a.words)
    left = {name for name in only_a if not any(_one_name(name, other) for other in only_b)}
    right = {name for name in only_b if not any(_one_name(name, other) for other in only_a)}
    return bool(left and right) and not (_short_for(only_a, b) or _short_for(only_b, a))


def _one_name(a: str, b: str) -> bool:
    """Tell whether two forms belong to one name: Iran and Iranian, Seyed and Seyyed, US and American."""
    if COUNTRY.get(a, a) == COUNTRY.get(b, b):
        return True
    shared = next(
        (place for place, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b))
    )
    return shared >= max(3, min(len(a), len(b)) - 2)


def _short_for(names: frozenset[str], other: Passage) -> bool:
    """Tell whether one side abbreviates the other: UN and United Nations."""
    initials = "".join(t.text[0].lower() for t in other.tokens if t.text[:1].isupper() and t.is_word)
    return any(len(name) > 1 and name == initials for name in names)


def _attribution(a: Passage, b: Passage) -> bool:
    if not (a.speech_near or b.speech_near):
        return False
    pronouns = [{w for w in side.words if w in side.lexicon.pronouns} for side in (a, b)]
    return _name(a, b) or (bool(pronouns[0]) and bool(pronouns[1]) and pronouns[0] != pronouns[1])


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
