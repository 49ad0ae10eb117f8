"""Does one role name two people in stories that are read side by side?"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from rapidfuzz.distance import Levenshtein

from generator.model import ArticleId, Evidence, ReadArticle, Severity, Signal, Span, Speaker, StoryId
from generator.text import match_key

CODE = "role-collision"
TITLE = "One role, two people"
TEXT = (
    "The same role, such as “the Foreign Ministry's spokesman”, is held by different people in related "
    "articles: a person must never be told from the role alone."
)
_HEADS = (
    "spokesman|spokeswoman|spokesperson|diplomat|minister|president|official|secretary|ambassador|envoy|director|chairman"
    "|chairwoman|chair|chief|governor|senator|commander|adviser|advisor|negotiator|lawmaker|representative|mayor|leader"
)
_HEAD = re.compile(rf"\b(?:{_HEADS})\b", re.IGNORECASE)
_NOISE = frozenset(
    [
        "the",
        "a",
        "an",
        "one",
        "another",
        "of",
        "for",
        "and",
        "in",
        "to",
        "at",
        "by",
        "s",
        "with",
        "senior",
        "top",
        "current",
        "high",
        "ranking",
    ]
)
_WORD = re.compile(r"\w+")
_RANKS = frozenset({"deputy", "vice", "assistant", "former", "acting", "chief", "then"})
# What many people are at once: a role of these alone names nobody's office.
_GENERAL = frozenset(
    (
        *(_HEADS.split("|")),
        *[
            "prime",
            "foreign",
            "state",
            "chief",
            "executive",
            "justice",
            "vice",
            "general",
            "attorney",
            "press",
            "deputy",
            "house",
            "white",
            "first",
        ],
        *[
            "defense",
            "defence",
            "interior",
            "finance",
            "party",
            "former",
            "acting",
            "assistant",
            "then",
            "federal",
            "national",
            "local",
            "city",
        ],
        *[
            "police",
            "company",
            "campaign",
            "government",
            "administration",
            "union",
            "office",
            "officer",
            "affairs",
            "public",
        ],
    )
)
_UNNAMED = re.compile(r"(?:an?|the|one|another)\s", re.IGNORECASE)
_NAME_AFTER = re.compile(rf"\b(?i:{_HEADS})\s+[A-Z]")
_IN_SERVICE = re.compile(r"\b(?:for|of|to|with|under)\b")
_SAME_NAME = 0.75
"""Likeness of two last names, 0–1, above which they are spellings of one."""
_FEWEST_ROLE_WORDS = 2


@dataclass(frozen=True, slots=True)
class RoleMention:
    """A role that an article gives to a named person: small, so that a whole corpus fits in memory."""

    article: ArticleId
    role: frozenset[str]
    """Its words in lower case: {"iranian", "diplomat"}."""
    head: str
    name: str | None
    """None where the article gives the role and no name: nobody may be read into it."""
    span: Span


def role_mentions(read: ReadArticle) -> tuple[RoleMention, ...]:
    """Return the roles by which an article calls the people it quotes, each once."""
    found: dict[tuple[frozenset[str], str | None], RoleMention] = {}
    for quote in read.quotes:
        if not quote.mention:
            continue
        words = quote.mention.of(read.article.text)
        head = _HEAD.search(words)
        if not head or not _is_telling(words, head, quote.speaker):
            continue
        forms = (quote.speaker.name, *quote.speaker.aliases) if quote.speaker else ()
        names = {word.lower() for form in forms for word in _WORD.findall(form)}
        role = frozenset(word.lower() for word in _WORD.findall(words)) - names - _NOISE
        own = {word.lower() for word in _WORD.findall(words) if word[:1].isupper()} - _GENERAL
        if len(role) >= _FEWEST_ROLE_WORDS and role & own:
            name = quote.speaker.name if quote.speaker else None
            mention = RoleMention(read.article.id, role, head[0].lower(), name, quote.mention)
            found.setdefault((role, name), mention)
    return tuple(found.values())


def _is_telling(words: str, head: re.Match[str], speaker: Speaker | None) -> bool:
    """Tell whether the words give a role to the speaker, and not to somebody whom the speaker serves."""
    if speaker is None:
        return bool(_UNNAMED.match(words)) and not _NAME_AFTER.search(words)
    last = speaker.name.split()[-1]
    served = _IN_SERVICE.search(words, head.end())
    return not (served and last in words[served.end() :])


def role_collisions(
    mentions: Iterable[RoleMention],
    near: Mapping[ArticleId, Collection[ArticleId]],
    *,
    story_of: Mapping[ArticleId, StoryId],
) -> Iterator[Signal]:
    """Yield one signal for each role that is two people's in articles which are read side by side.

    Args:
        mentions: of all articles.
        near: the articles of an article's own story and of those related to it.
        story_of: each article's story; within one, a role without a name is likely the named person's.
    """
    by_head: dict[str, list[RoleMention]] = defaultdict(list)
    for mention in mentions:
        by_head[mention.head].append(mention)
    for _, group in sorted(by_head.items()):
        shared: dict[tuple[str, ...], set[RoleMention]] = defaultdict(set)
        for one, other in combinations(group, 2):
            if _collides(one, other, near, story_of):
                shared[tuple(sorted(one.role & other.role))] |= {one, other}
        for role, found in sorted(shared.items()):
            yield _signal(" ".join(role), sorted(found, key=lambda mention: (mention.article, mention.span)))


def _collides(
    one: RoleMention,
    other: RoleMention,
    near: Mapping[ArticleId, Collection[ArticleId]],
    story_of: Mapping[ArticleId, StoryId],
) -> bool:
    if other.article not in near.get(one.article, ()) or _is_one_person(one.name, other.name):
        return False
    if (one.name is None or other.name is None) and story_of.get(one.article) == story_of.get(other.article):
        return False
    if one.role & _RANKS != other.role & _RANKS:
        return False
    return one.role <= other.role or other.role <= one.role


def _is_one_person(one: str | None, other: str | None) -> bool:
    """Tell whether two names may be spellings of one: their last words are alike, or one holds the other's."""
    if one is None or other is None:
        return one == other
    ours, theirs = match_key(one).split(), match_key(other).split()
    if not ours or not theirs or ours[-1] in theirs or theirs[-1] in ours:
        return True
    return Levenshtein.normalized_similarity(ours[-1], theirs[-1]) >= _SAME_NAME


def _signal(role: str, mentions: list[RoleMention]) -> Signal:
    evidence = tuple(Evidence(mention.article, mention.span) for mention in mentions)
    people: list[str] = []
    for name in (mention.name for mention in mentions if mention.name):
        if not any(_is_one_person(name, known) for known in people):
            people.append(name)
    who = ", ".join(people)
    if any(mention.name is None for mention in mentions):
        who = f"{who}, and somebody who is not named" if who else who
    return Signal(CODE, Severity.WARN, evidence, f"One role, {role}: {who}.")
