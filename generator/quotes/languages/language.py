"""What must be known of a language to tell who says what in it?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class CueKind(StrEnum):
    """What a verb of reporting takes as its content."""

    SAY = "say"
    """A clause or a quotation: "said that …"."""
    TELL = "tell"
    """A listener first, then as `SAY`: "told reporters that …"."""
    ASK = "ask"
    """A question or a wish, a listener perhaps first: "urged Congress to …"."""
    CALL = "call"
    """A person or thing and then the word for it: "called the idea “absurd”"."""
    DENY = "deny"
    """A thing or clause that the speaker turns down: "denied rumors that …"."""
    DOUBT = "doubt"
    """A thing or clause that the speaker leaves open: "questioned whether …"."""
    THINK = "think"
    """A belief or wish; carries a marked quotation, and no reported speech of its own."""
    NOUN = "noun"
    """A noun for something said: "in a statement: “…”"."""


@dataclass(frozen=True, slots=True)
class Cue:
    """A form of a word of reporting."""

    lemma: str
    kind: CueKind
    tag: str
    """`v` finite or participle, `g` ongoing form, `u` bare form, `z` noun, `V` noun or verb."""
    after: frozenset[str] = frozenset()
    """Words one of which must follow for it to be a cue: `ruled` needs `out`."""
    inverts: bool = True
    """True where its subject may follow: "said Rouhani", never "told Rouhani"."""


@dataclass(frozen=True, slots=True, eq=False)
class Language:
    """Words of a language, each under the letter by which rules see it."""

    code: str
    tags: Mapping[str, str]
    """Lower-case word -> letter (see `reading.py`)."""
    cues: Mapping[str, Cue]
    """Lower-case form -> its cue."""
    abbreviations: frozenset[str] = frozenset()
    """Words, without the point, after which a point ends no sentence."""
    titles: frozenset[str] = frozenset()
    """Lower-case words that stand before a name and are no part of it: `president`, `mr`."""
    roles: frozenset[str] = frozenset()
    """Lower-case nouns for people by what they do: `spokesman`."""
    bodies: frozenset[str] = frozenset()
    """Lower-case words that make a name that of an organization: `ministry`."""
    female: frozenset[str] = frozenset()
    """Lower-case given names, titles and nouns of women."""
    male: frozenset[str] = frozenset()
    relatives: frozenset[str] = frozenset()
    """Lower-case nouns for somebody's relatives: `daughter`."""
    answering: frozenset[str] = frozenset()
    """Forms of verbs by which somebody answers another's question: `replied`."""
    pronouns: Mapping[str, str] = field(default_factory=dict)
    """Lower-case pronoun -> `male`, `female`, `many`, `thing`, `self`."""
    possessive: bool = False
    """True where 's makes an owner."""
    endings: tuple[tuple[str, str], ...] = ()
    """Ending of a small word not listed -> its letter."""
    dates: Mapping[str, str] = field(default_factory=dict)
    """Lower-case names of months that have a capital -> `D`, abbreviated ones -> `B`."""
    peoples: re.Pattern[str] | None = None
    """Matches lower-case words for peoples and parties."""
    be: frozenset[str] = frozenset()
    """Auxiliaries of the passive."""
    negations: frozenset[str] = frozenset()
    modals: frozenset[str] = frozenset()
    """Auxiliaries that make a saying only supposed: `may`."""
    refusing: frozenset[str] = frozenset()
    """Verbs before a bare cue that say it was not said: `declined` to say."""
    wishing: frozenset[str] = frozenset()
    """Words before a bare cue that say it was only wished or is still to come: `wants`, `expected` to say."""
    avoiding: frozenset[str] = frozenset()
    """Words right before a cue that say it was not said: `avoided` saying, `nor` denied."""
    supposing: frozenset[str] = frozenset()
    """Adverbs of hearsay: `reportedly` said."""
    nobody: frozenset[str] = frozenset()
    """Words that make a subject nobody: `no` official said."""
    untruths: frozenset[str] = frozenset()
    """Words before "that" which deny it: it is `false` that he said so."""
    conditions: frozenset[str] = frozenset()
    """Conjunctions before a subject that leave open whether it says so: `if` he says."""
    noun_verbs: frozenset[str] = frozenset()
    """Nouns that are verbs after "to", "will" or "they"."""
    verb_first: bool = False
    """True where the subject follows its verb as a rule (Arabic)."""
    nouns_capital: bool = False
    """True where every noun has a capital (German)."""
    capitals: bool = True
    """False where a script has no capital letters (Arabic, Persian)."""
    verb_last: bool = False
    """True where the subject opens the sentence and the verb of reporting ends it (Persian)."""
    drops: bool = False
    """True where a verb may stand without its subject: "Y añadió …"."""
    elides: bool = False
    """True where short words are written together with the next one: "l’élu" (French)."""
    enclitics: frozenset[str] = frozenset()
    """Pronouns hung on a verb by a hyphen: `se` of "limitou-se" (Portuguese)."""
    role_endings: tuple[str, ...] = ()
    """Endings of compound nouns for people: `minister` of "Verkehrsminister" (German)."""
    definite: Mapping[str, str] = field(default_factory=dict)
    """Lower-case definite article -> `male`, `female`, or empty where it tells no sex."""
    restating: frozenset[str] = frozenset()
    """Nouns that stand for a person named just before, whatever the office: "la funcionaria"."""
    indefinite: frozenset[str] = frozenset()
    """Lower-case words that open a nameless mention: "un portavoz"."""
    according: tuple[tuple[str, ...], ...] = ()
    """Phrases before a speaker, as lower-case words: "de acuerdo con"."""
    own_view: tuple[tuple[str, ...], ...] = ()
    """Phrases for the view of who spoke before: "en su opinión"."""
    views: frozenset[str] = frozenset()
    """Words that open a sentence with somebody's view: "pour l’économiste, …"."""
    asides: tuple[tuple[str, ...], ...] = ()
    """Phrases that only turn to another speaker: "por su parte"."""
    trailing: frozenset[str] = frozenset()
    """Words that name the speaker only after a quotation: "so" (German)."""
    slogans: frozenset[str] = frozenset()
    """Nouns before a title, a name or a slogan in marks: "la película “…”"."""
    subjunctive: frozenset[str] = frozenset()
    """Verb forms of reported speech without a conjunction (German)."""
    media: frozenset[str] = frozenset()
    """Nouns before the name of an outlet, which is no person's: "the journal …"."""
    relaying: tuple[tuple[str, ...], ...] = ()
    """Phrases before the outlet that relayed what was said, as lower-case words: "citado por"."""
    relay_tells: frozenset[str] = frozenset()
    """Words before the outlet that somebody told: `a` of "dijo a EFE"."""
    relay_nouns: frozenset[str] = frozenset()
    """Nouns before an outlet's name: `agencia`."""
    place_names: frozenset[str] = frozenset()
    """Whole names of places that begin with no such word: `white house`."""
    place_words: frozenset[str] = frozenset()
    """First words of the names of places: `north`, `new`, `san`."""

    def cue(self, word: str) -> Cue | None:
        """Return the cue of a lower-case form, pronouns hung on it left out."""
        found = self.cues.get(word)
        if found is None and self.enclitics and "-" in word:
            base, _, rest = word.partition("-")
            found = self.cues.get(base) if rest.split("-")[0] in self.enclitics else None
        return found


def listed(lines: str) -> tuple[str, ...]:
    """Split a block of words."""
    return tuple(lines.split())


def tagged(rows: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return word -> letter from rows of a letter and its words; the first row with a word wins."""
    table: dict[str, str] = {}
    for letter, block in rows:
        for word in listed(block):
            table.setdefault(word, letter)
    return table


def cues_of(rows: Iterable[tuple[CueKind, str, str]]) -> dict[str, Cue]:
    """Return form -> cue from rows of a kind, a letter and forms; the first row with a form wins."""
    table: dict[str, Cue] = {}
    for kind, letter, block in rows:
        for form in listed(block):
            table.setdefault(form, Cue(form, kind, letter, inverts=kind is not CueKind.DENY))
    return table
