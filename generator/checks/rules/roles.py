"""Does one role name two people in stories that are read side by side?"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from generator.model import ArticleId, Evidence, ReadArticle, Severity, Signal, Span, SpeakerId, StoryId

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
    (
        "the",
        "a",
        "an",
        "of",
        "for",
        "and",
        "in",
        "to",
        "at",
        "by",
        "s",
        "senior",
        "top",
        "current",
        "high",
        "ranking",
    )
)
_WORD = re.compile(r"\w+")
_RANKS = frozenset({"deputy", "vice", "assistant", "former", "acting", "chief", "then"})
_FEWEST_ROLE_WORDS = 2


@dataclass(frozen=True, slots=True)
class RoleMention:
    """A role that an article gives to a named person: small, so that a whole corpus fits in memory."""

    article: ArticleId
    role: frozenset[str]
    """Its words in lower case: {"iranian", "diplomat"}."""
    head: str
    speaker: SpeakerId | None
    """None where the article gives the role and no name: nobody may be read into it."""
    span: Span


def role_mentions(read: ReadArticle) -> tuple[RoleMention, ...]:
    """Return the roles by which an article calls the people it quotes, each once."""
    found: dict[tuple[frozenset[str], SpeakerId | None], RoleMention] = {}
    for quote in read.quotes:
        if not quote.mention:
            continue
        words = quote.mention.of(read.article.text)
        head = _HEAD.search(words)
        forms = (quote.speaker.name, *quote.speaker.aliases) if quote.speaker else ()
        names = {word.lower() for form in forms for word in _WORD.findall(form)}
        role = frozenset(word.lower() for word in _WORD.findall(words)) - names - _NOISE
        if head and len(role) >= _FEWEST_ROLE_WORDS:
            speaker = quote.speaker.id if quote.speaker else None
            mention = RoleMention(read.article.id, role, head[0].lower(), speaker, quote.mention)
            found.setdefault((role, speaker), mention)
    return tuple(found.values())


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
    if one.speaker == other.speaker or other.article not in near.get(one.article, ()):
        return False
    if (one.speaker is None or other.speaker is None) and story_of.get(one.article) == story_of.get(
        other.article
    ):
        return False
    if one.role & _RANKS != other.role & _RANKS:
        return False
    return one.role <= other.role or other.role <= one.role


def _signal(role: str, mentions: list[RoleMention]) -> Signal:
    evidence = tuple(Evidence(mention.article, mention.span) for mention in mentions)
    people = {mention.speaker for mention in mentions}
    what = (
        f"{len(people)} people are called by one role here"
        if None not in people
        else "One role, with a name and without"
    )
    return Signal(CODE, Severity.WARN, evidence, f"{what}: {role}.")
