"""What the rules of meaning ask of a language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.stories.tokens import styled


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """Words of one language in house style: without case, accents and full stops; one object a language."""

    negations: frozenset[str]
    """Words that deny: "not", "never", "refuse"."""
    modals: Mapping[str, str]
    """What can, may, must or will be, each form with its class."""
    quantities: frozenset[str]
    """Words that count: "dozen", "half"."""
    dates: frozenset[str]
    hedges: frozenset[str]
    """Words that leave open whether something is so: "allegedly", "about"."""
    loaded: Mapping[str, str]
    """Verbs of speech that judge what is said, each form with its verb."""
    opposites: Mapping[str, tuple[int, int]]
    """Words with the pair of opposites that they belong to, and the side."""
    pronouns: frozenset[str]
    """Of those who say something."""
    speech: frozenset[str]
    """Verbs of speech."""
    numbers: Mapping[str, str] = field(default_factory=dict)
    """Number words with their figures, as far as house style does not know them."""
    particles: frozenset[str] = frozenset()
    """Words that stand beside a negation and are no second one: the French "ne"."""
    elides: bool = False
    """True where short words lose their vowel before the next: "l'accord", "n'est"."""

    def words(self, styled_word: str) -> list[str]:
        """Return the words in a token in house style."""
        return (styled_word.replace("'", " ") if self.elides else styled_word).split()


def words(text: str) -> frozenset[str]:
    """Return words in house style."""
    return frozenset(map(styled, text.split()))


def classes(**forms: str) -> dict[str, str]:
    """Return the words of each class, in house style, with its name."""
    return {styled(word): name for name, text in forms.items() for word in text.split()}


def opposites(*pairs: tuple[str, str]) -> dict[str, tuple[int, int]]:
    """Return the words of pairs of opposites, each with its pair and its side."""
    return {
        styled(word): (pair, side)
        for pair, sides in enumerate(pairs)
        for side, text in enumerate(sides)
        for word in text.split()
    }


def numbers(text: str, first: int = 0) -> dict[str, str]:
    """Return number words in their order, each with its figure."""
    return {styled(word): str(value) for value, word in enumerate(text.split(), first)}
