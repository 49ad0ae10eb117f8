"""How does a text look to the rules? As a string of one letter a word.

Quotations become one letter each, so that their insides can't be taken for the reporter's words.
Rules are regular expressions over these letters, which is quick and can be read:

    Q F M P  a quotation that ends in a comma, a full stop, another mark, no mark
    N J      a name-like word; an adjective or noun of a people or party
    A K R r  an abbreviated title; another abbreviation; a role with and without a capital
    S        a possessive            D B #  day or month; abbreviated month; number
    d q h H  determiner; quantity; subject and object pronoun
    f k      another finite verb; the bare form of one
    t w W    that; who; which, what, where, how, whether
    s c      subordinating, coordinating conjunction
    i o y T  preposition; of; by; to
    x n b    auxiliary; not; adverb
    v u g    a verb of reporting: finite, bare, ongoing form
    V z      the same word as noun or verb; a noun of reporting
    C        "according"             e G  form in -ed; in -ing
    l        any other word          . , : ; - ( ) _ and newline  punctuation
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import accumulate

from generator.model import Span
from generator.quotes.languages.language import Language, listed
from generator.quotes.marks import Marked
from generator.quotes.retag import retagged

_FILL, _COMMA, _STOP, _OTHER, _NONE = "\ue000\ue001\ue002\ue003\ue004"
_QUOTE_LETTER = {_COMMA: "Q", _STOP: "F", _OTHER: "M", _NONE: "P"}
_TOKEN = re.compile(
    r"\ue000*[\ue001-\ue004][^\S\n]*"
    r"|(?:[^\W\d_]\.){2,}[^\S\n]*"
    r"|[DRI]-(?:[A-Z][a-z]{0,4}\.)+[^\S\n]*"
    r"|Nos?\.(?=[^\S\n]?\d)[^\S\n]*"
    r"|[^\W\d_]+(?:(?:[-'’‘&/\u200c]|\.(?=[a-z]))[^\W_]+)*(?:['’](?=\s))?[^\S\n]*"
    r"|[#@$€£]?\d+(?:[.,:]\d+)*[\w%-]*[^\S\n]*"
    r"|\s*\n\s*|[^\S\n]+|\.{2,}[^\S\n]*|--+[^\S\n]*|[^\w\s][^\S\n]*|_+[^\S\n]*"
)
_ELIDED = re.compile(
    r"(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu)['’](?=\w)|-(?:t-)?(?:ils?|elles?|on)\b[^\S\n]*"
    r"|[^\W\d_]+(?:-(?!(?:t-)?(?:ils?|elles?|on)\b)[^\W_]+)*[^\S\n]*|" + _TOKEN.pattern,
    re.IGNORECASE,
)
"""Words of a language that writes short words together with the next one: "l’élu", "dit-il"."""
_PUNCTUATION = {
    **dict.fromkeys(".!?؟。！？", "."),
    **dict.fromkeys(",،、，", ","),
    **dict.fromkeys(";؛；", ";"),
    **dict.fromkeys(":：", ":"),
    **dict.fromkeys(("—", "–", "-", "--", "---", "―"), "-"),
    **dict.fromkeys("([", "("),
    **dict.fromkeys(")]", ")"),
    "&": "c",
}
_LONGEST_SENTENCE = 200
"""Tokens to either side that a rule may look at: bounds the work on a text without full stops."""
_QUOTATION = re.compile("[QFMP]")
_INITIAL = re.compile(r"(?<=N)[dh]\.(?=N)")
_LONE_LETTER = re.compile("K_(?=[dhtsc])")
_ENDS_SENTENCE = re.compile(r"[.\n]|F(?!b*v)|M(?![NdhqAKRrlJS_]{0,8}(?:,[^,.\nQFMPv]{1,12},)?[bx]*[vV])")
_STOP_AND_VERB = re.compile("F(?=v)")
"""A quotation with a full stop before a verb: a capital, "Asked", begins a sentence."""
_ENDINGS = re.compile(r"[\s\"'’”»*_)\]]+$")
_CAPITAL_NAMES = frozenset(("will", "may", "us", "it", "who", "so"))


@dataclass(frozen=True, slots=True)
class Reading:
    """A text as letters, with the way back to its code points."""

    text: str
    language: Language
    tokens: Sequence[str]
    """Words with the space after them."""
    starts: Sequence[int]
    """Code point of each token's first character, and the text's length at the end."""
    tags: str
    """One letter a token."""
    reverse: str
    """The same from right to left, for rules that look to the left."""
    ends: Sequence[int]
    """Tokens that end a sentence."""
    quotes: dict[int, Marked]
    """Token -> the quotation it stands for."""

    def word(self, token: int) -> str:
        """Return a token without the space after it."""
        return self.tokens[token].rstrip()

    def span(self, first: int, last: int) -> Span:
        """Return the code points from token `first` up to, not including, token `last`."""
        return Span(self.starts[first], self.starts[last - 1] + len(self.tokens[last - 1].rstrip()))

    def sentence(self, token: int) -> tuple[int, int]:
        """Return the tokens [first, last) of the sentence around a token, its final mark left out."""
        place = bisect_left(self.ends, token)
        first = max(self.ends[place - 1] + 1 if place else 0, token - _LONGEST_SENTENCE)
        last = min(self.ends[place] if place < len(self.ends) else len(self.tags), token + _LONGEST_SENTENCE)
        if self.tags[last : last + 1] in ("F", "M"):
            last += 1
        return first, last

    def token_at(self, offset: int) -> int:
        """Return the token over a code point."""
        return bisect_right(self.starts, offset) - 1


def read(text: str, marked: Sequence[Marked], language: Language) -> Reading:
    """Turn a text with its quotations into letters."""
    tokens = (_ELIDED if language.elides else _TOKEN).findall(_masked(text, marked))
    starts = list(accumulate(map(len, tokens), initial=0))
    tags = "".join(map(tagger(language), tokens))
    tags = tags.replace("A.", "A_").replace("K.", "K_").replace("B.", "B_")
    if language.noun_verbs:
        tags = retagged(tokens, tags, language)
    tags = _with_stops(_with_initials(tags, tokens), tokens)
    if language.asides:
        tags = _with_asides(tags, tokens, language)
    ends = [
        at
        for found in _ENDS_SENTENCE.finditer(tags)
        if tags[at := found.start()] != "M" or not tokens[min(at + 1, len(tokens) - 1)][0].islower()
    ]
    ends += [at for found in _STOP_AND_VERB.finditer(tags) if tokens[(at := found.start()) + 1][0].isupper()]
    ends.sort()
    places = [found.start() for found in _QUOTATION.finditer(tags)] if marked else []
    quotes = dict(zip(places, marked, strict=True))
    return Reading(text, language, tokens, starts, tags, tags[::-1], ends, quotes)


def _with_initials(tags: str, tokens: Sequence[str]) -> str:
    """Take "A." and "I." between two names for initials: "William A. Ackman"."""
    places = [found.start() for found in _INITIAL.finditer(tags) if tokens[found.start()] in ("A", "I")]
    letters = list(tags) if places else []
    for place in places:
        letters[place : place + 2] = "K_"
    return "".join(letters) if places else tags


def _with_stops(tags: str, tokens: Sequence[str]) -> str:
    """End the sentence after a lone letter that no name follows: "auf der Plattform X. Dass …"."""
    stops = [
        found.end() - 1
        for found in _LONE_LETTER.finditer(tags)
        if len(tokens[found.start()].rstrip()) == 1 and tokens[found.end()][:1].isupper()
    ]
    letters = list(tags) if stops else []
    for stop in stops:
        letters[stop] = "."
    return "".join(letters) if stops else tags


def _with_asides(tags: str, tokens: Sequence[str], language: Language) -> str:
    """Read a phrase such as "por su parte" as adverbs."""
    firsts = {phrase[0] for phrase in language.asides}
    letters = list(tags)
    for place, token in enumerate(tokens):
        if token.rstrip().lower() in firsts:
            for phrase in language.asides:
                size = len(phrase)
                if tuple(word.rstrip().lower() for word in tokens[place : place + size]) == phrase:
                    letters[place : place + size] = "b" * size
    return "".join(letters)


def _masked(text: str, marked: Sequence[Marked]) -> str:
    """Replace quotations by filler of the same length whose last character tells how they end."""
    pieces = []
    place = 0
    for quote in marked:
        start, end = quote.outer.start, quote.outer.end
        final = _ENDINGS.sub("", text[max(quote.inner.start, end - 12) : end])[-1:]
        ending = _COMMA if final == "," else _STOP if final == "." else _NONE
        if final in "?!—–-…:;":
            ending = _OTHER
        if text[max(0, end - 12) : end].rstrip("\"'’”").endswith("..."):
            ending = _OTHER
        pieces += [text[place:start], _FILL * (end - start - 1), ending]
        place = end
    pieces.append(text[place:])
    return "".join(pieces)


@cache
def tagger(language: Language) -> Callable[[str], str]:
    """Return the function that gives a token of this language its letter."""
    return lru_cache(maxsize=1 << 16)(_Tagger(language))


@dataclass(frozen=True, slots=True)
class _Tagger:
    language: Language

    def __call__(self, token: str) -> str:
        word = token.strip()
        if not word:
            return "\n" if "\n" in token else "_"
        if word[-1] in _QUOTE_LETTER:
            return _QUOTE_LETTER[word[-1]]
        if word[0].isdigit() or (word[-1].isdigit() and not word[0].isalpha()):
            return "#"
        if not word[0].isalnum():
            if word[0] == "-" and word[-1].isalpha():
                return "h"
            return _PUNCTUATION.get(word, "_")
        if self.language.elides:
            word = word.rstrip("'’") or word
        lower = word.lower().replace("’", "'").replace("‘", "'")
        return self._capital(word, lower) if word[0].isupper() else self._small(lower)

    def _capital(self, word: str, lower: str) -> str:
        """Return the letter of a word with a capital: the first answer of several tables."""
        if len(word) > 1 and word.isupper() and "." not in word:
            return "S" if self._possesses(lower) else "N"
        return (
            self.language.dates.get(lower)
            or self._function_word(lower)
            or self._abbreviation(word, lower)
            or self._capital_cue(lower)
            or self._owner(lower)
            or self._name_or_role(lower)
        )

    def _function_word(self, lower: str) -> str:
        if self.language.elides and lower in self.language.titles:
            return ""
        tag = self.language.tags.get(lower, "")
        given = tag == "D" and (lower in self.language.male or lower in self.language.female)
        if given and not self.language.dates:
            return ""  # "Julio": months are written small, given names are not
        return "" if lower in _CAPITAL_NAMES or tag in "fE" else tag

    def _abbreviation(self, word: str, lower: str) -> str:
        if lower.rpartition("-")[2] in self.language.abbreviations:
            return "A" if lower in self.language.titles else "K"
        return "K" if len(word) == 1 else ""

    def _capital_cue(self, lower: str) -> str:
        """Take "Speaking", "Stated" and a headline's "Says" for verbs, "Report" and "Claim" for names."""
        cue = self.language.cues.get(lower)
        if cue and (cue.tag in "gv" or lower == "calls"):
            return cue.tag
        return ""

    def _owner(self, lower: str) -> str:
        if not self._possesses(lower):
            return ""
        return "h" if lower[: lower.find("'")] in self.language.pronouns else "S"

    def _name_or_role(self, lower: str) -> str:
        language = self.language
        if lower in language.roles or lower in language.titles or lower.endswith(language.role_endings):
            return "R"
        if lower in _GERUNDS:
            return "G"
        given = lower in language.male or lower in language.female
        return "J" if language.peoples and not given and language.peoples.match(lower) else "N"

    def _small(self, lower: str) -> str:
        language = self.language
        tag = language.tags.get(lower)
        if tag:
            return tag
        if cue := language.cues.get(lower):
            return cue.tag
        if language.enclitics and "-" in lower and (cue := language.cue(lower)):
            return cue.tag
        if "'" in lower and (tag := self._contracted(lower)):
            return tag
        if lower in language.roles:
            return "r"
        return next((letter for ending, letter in language.endings if lower.endswith(ending)), "l")

    def _contracted(self, lower: str) -> str:
        """Return the letter of "he's", "that's" and "ministry's"; empty for other words with an apostrophe."""
        base = lower[: lower.find("'")]
        if (pronoun := self.language.tags.get(base)) in ("h", "w"):
            return str(pronoun)
        if not self._possesses(lower):
            return ""
        return "h" if base in _CONTRACTED else "S"

    def _possesses(self, lower: str) -> bool:
        return self.language.possessive and lower.endswith(("'s", "s'"))


_CONTRACTED = frozenset(("that", "there", "here", "what", "let"))
_GERUNDS = frozenset(
    listed(
        """speaking appearing talking addressing during referring responding discussing campaigning pressed being having
        using following touting reacting taking standing"""
    )
)
