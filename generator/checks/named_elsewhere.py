"""Whom does another version name, where this one has a role alone: "a senior diplomat", "the spokesman"?

A name is taken over only where both versions print the same words, where what is known of its bearer fits
the role, and where no version gives these words to anybody else. The article's own mention stays as it is.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Indel

from generator.checks.passages import words_of
from generator.model import BY_A_PERSON, Quote, QuoteId, QuoteKind, ReadArticle, Speaker
from generator.model.pickling import quickly_pickled
from generator.quotes.languages import language_named
from generator.quotes.languages.language import Language, listed
from generator.quotes.languages.places import PLACES
from generator.quotes.roles import titles_meant
from generator.text import match_key

_RUN = 3
"""Words in a row that two wordings share where they are compared at all."""
_COMMON = 50
"""Quotations with one run of words from which it is a figure of speech."""
_FEWEST = {QuoteKind.DIRECT: 4, QuoteKind.PARTIAL: 4, QuoteKind.INDIRECT: 6}
"""Words from which a quote is known by them; a reporter's own words recur more easily."""
_NEAR = {QuoteKind.DIRECT: 0.8, QuoteKind.PARTIAL: 0.8, QuoteKind.INDIRECT: 0.9}
"""Share of words in common, in order, 0–1, from which two wordings are one."""
_HEAD_END = re.compile(r"[,(]|\b(?:of|for|from|in|at|to|who|with|on|that|whose)\b", re.IGNORECASE)
_NEW = re.compile(r"(?:an?|one|another)\b", re.IGNORECASE)
_ANOTHER = re.compile(r"another\b", re.IGNORECASE)
_APPOSITION = re.compile(r",\s+([^\W\d_][^,.;:\n]{2,80})[,.]")
_VERBAL = re.compile(r"\b(?:who|said|says|told|was|is|has|had|speaking|after|when|and)\b", re.IGNORECASE)
"""Words at which an apposition is over, or none: "Mousavi, speaking after the minister, said"."""
_WITHHELD = re.compile(r"anonym|anónim|anônim|not authori[sz]ed|not be named|not be identified|unnamed")
_AROUND = 300
"""Code points to either side of a mention in which a source may be said to stay without a name."""
_NEUTRAL = frozenset(
    listed("senior top high-ranking ranking chief leading the this that same country's nation's")
)
_LOWERING = frozenset(listed("vice deputy assistant associate acting former"))
"""Words of a title without which the same role is another one."""
_SHORT = 3
"""Letters up to which a word of a mention is grammar."""
_STEM = 4
"""Letters by which Iran and Iranian are one."""


@quickly_pickled
@dataclass(frozen=True, slots=True)
class NamedElsewhere:
    """A name that another version of the story gives to words which stand beside a role alone here."""

    quote: QuoteId
    speaker: Speaker
    evidence: QuoteId
    """The other version's quote, beside which the name stands."""


def named_elsewhere(reads: Sequence[ReadArticle]) -> tuple[NamedElsewhere, ...]:
    """Return the names for the roles in a story's articles, in reading order; only inferred, never stated."""
    roles = [(read, quote) for read in reads for quote in read.quotes if _is_open(quote)]
    if not roles:
        return ()
    named = _Named(reads)
    return tuple(found for read, quote in roles if (found := _found(read, quote, named)))


def _is_open(quote: Quote) -> bool:
    return quote.speaker is None and quote.mention is not None and quote.rule != BY_A_PERSON


@dataclass(frozen=True, slots=True)
class _Said:
    """A quote with a speaker, and its words."""

    read: ReadArticle
    quote: Quote
    speaker: Speaker
    words: tuple[str, ...]


class _Named:
    """The quotes of a story that have a speaker, found by runs of words."""

    def __init__(self, reads: Iterable[ReadArticle]) -> None:
        self._said = [
            _Said(read, quote, quote.speaker, _words(quote))
            for read in reads
            for quote in read.quotes
            if quote.speaker
        ]
        self._holders: dict[tuple[str, ...], list[int]] = defaultdict(list)
        for ordinal, said in enumerate(self._said):
            for run in _runs(said.words):
                self._holders[run].append(ordinal)

    def same(self, quote: Quote) -> Iterator[_Said]:
        """Yield what other articles print in the words of a quote."""
        words = _words(quote)
        holders = (self._holders.get(run, ()) for run in _runs(words))
        near = {ordinal for each in holders if len(each) <= _COMMON for ordinal in each}
        for ordinal in sorted(near):
            said = self._said[ordinal]
            if said.quote.article != quote.article and _is_same(quote, words, said):
                yield said


def _words(quote: Quote) -> tuple[str, ...]:
    return tuple(match_key(quote.words).split())


def _runs(words: Sequence[str]) -> set[tuple[str, ...]]:
    return {tuple(words[start : start + _RUN]) for start in range(len(words) - _RUN + 1)}


def _is_same(quote: Quote, words: Sequence[str], said: _Said) -> bool:
    """Tell whether two quotes have the same words, or nearly so, and the speaker does the same with them."""
    kind = QuoteKind.INDIRECT if QuoteKind.INDIRECT in (quote.kind, said.quote.kind) else QuoteKind.DIRECT
    if min(len(words), len(said.words)) < _FEWEST[kind] or quote.polarity is not said.quote.polarity:
        return False
    return Indel.normalized_similarity(words, said.words) >= _NEAR[kind]


def _found(read: ReadArticle, quote: Quote, named: _Named) -> NamedElsewhere | None:
    """Return the name for one quote's role, nothing where any version has it otherwise."""
    same = list(named.same(quote))
    if len({said.speaker.id for said in same}) != 1 or same[0].speaker.kind != "person":
        return None
    if _is_kept_back(read, quote, same[0].speaker):
        return None
    fitting = (said for said in same if _fits(read, quote, said))
    return next((NamedElsewhere(quote.id, said.speaker, said.quote.id) for said in fitting), None)


def _is_kept_back(read: ReadArticle, quote: Quote, speaker: Speaker) -> bool:
    """Tell whether an article sets its source apart from a person, or says that it stays without a name."""
    mention = quote.mention
    assert mention
    text = read.article.text
    words = mention.of(text)
    surname = words_of(speaker.name)[-1:]
    before = words_of(text[: mention.start]) if _NEW.match(words) else ()
    around = text[max(0, mention.start - _AROUND) : mention.end + _AROUND].lower()
    return (
        bool(_ANOTHER.match(words))
        or any(word in before for word in surname)
        or bool(_WITHHELD.search(around))
    )


def _fits(read: ReadArticle, quote: Quote, said: _Said) -> bool:
    """Tell whether all that a mention says of its bearer is known of a person."""
    language = language_named(read.article.field("language").value)
    assert quote.mention
    mention = quote.mention.of(read.article.text)
    role = _role(mention, language) if language else ""
    roles, known = _titles(said)
    if not language or not role or not titles_meant(role) & roles:
        return False
    own = {word.removesuffix("'s") for word in words_of(mention)}
    if role in roles and (roles & _LOWERING) - own:
        return False
    stems = {word[:_STEM] for word in known}
    told = {word for word in own if len(word) > _SHORT and word != role} - _NEUTRAL
    unknown = {word for word in told if word[:_STEM] not in stems}
    has_land = any(_is_land(word, language) for word in known)
    return not unknown or (not has_land and all(_is_land(word, language) for word in unknown))


def _role(mention: str, language: Language) -> str:
    """Return the noun for what somebody does: the last one before "of" in English, the first one elsewhere."""
    words = words_of(mention)
    if language.code == "en":
        cut = _HEAD_END.search(mention, 1)
        words = words_of(mention[: cut.start()] if cut else mention)[-1:]
    return next((word for word in words if word in language.roles or word in language.titles), "")


def _titles(said: _Said) -> tuple[frozenset[str], frozenset[str]]:
    """Return the words for what a person is, and all words of the titles: in "envoy of the minister" no minister.

    They stand before the name, or in apposition behind it.
    """
    text = said.read.article.text
    surname = said.speaker.name.split()[-1]
    titles = [*said.speaker.titles]
    for place in re.finditer(rf"\b{re.escape(surname)}(?!\w)", text):
        if behind := _APPOSITION.match(text, place.end()):
            titles.append(_VERBAL.split(behind[1], 1)[0])
    heads = (_HEAD_END.split(title, 1)[0] for title in titles)
    return _plain(heads), _plain(titles)


def _plain(phrases: Iterable[str]) -> frozenset[str]:
    return frozenset(word.removesuffix("'s") for phrase in phrases for word in words_of(phrase))


def _is_land(word: str, language: Language) -> bool:
    return word in PLACES or bool(language.peoples and language.peoples.fullmatch(word))
