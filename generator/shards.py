"""Which part of a big site is built with which? A site is cut into shards by story: by month, then by a hash of its id.

A shard is a unit of building, and no part of an address: its pages land in the same folders as those
of a site that was not cut. So a story that changes its shard moves nothing that a reader keeps.

The cut is a binary trie over one key for each story, its month followed by a hash of its id: a node that
holds too many articles is cut in two (as in extendible hashing: Fagin and others, 1979). A new article
so cuts at most the shard that it is in, and the rest stays as it was, in whatever order articles came.
"""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.exports.addresses import stored_path
from generator.exports.quotations import annotation_path
from generator.model import ArticleId
from generator.pages import links

_MONTH_BITS = 17
"""Of the number of a month since the year 0, up to the year 9999."""
_HASH_BITS = 32
_BITS = _MONTH_BITS + _HASH_BITS
_DATED = re.compile(r"(\d{4})(?:-(\d\d))?")


@dataclass(frozen=True, slots=True)
class Member:
    """An article as a shard needs to know it."""

    id: str
    published: str | None
    """As the text states it: `2019-07-14`, `2019-07`, `2019`, `--07-14`."""
    sha256: str
    """Of its bytes, which name its stored copy."""


@dataclass(frozen=True, slots=True)
class Tale:
    """A story as a shard needs to know it."""

    id: str
    articles: tuple[Member, ...]

    @property
    def key(self) -> int:
        """Return what it is sorted by: the month of its first dated article, then a hash of its id."""
        months = (_DATED.match(article.published or "") for article in self.articles)
        month = min((int(found[1]) * 12 + int(found[2] or 1) - 1 for found in months if found), default=0)
        digest = hashlib.sha256(self.id.encode()).digest()
        return month << _HASH_BITS | int.from_bytes(digest[: _HASH_BITS // 8], "big")


@dataclass(frozen=True, slots=True)
class Shard:
    """Stories that are built together."""

    name: str
    """The months it covers, such as `2019-05-to-2019-08`; letters that a folder's name may have."""
    stories: tuple[Tale, ...]

    @property
    def articles(self) -> frozenset[str]:
        """Return the ids of its articles."""
        return frozenset(article.id for story in self.stories for article in story.articles)

    def paths(self) -> Iterator[str]:
        """Yield the paths below the site's source that its stories may have files at."""
        for story in self.stories:
            yield links.story_path(story.id)
            yield links.tei_path(story.id)
            for article in story.articles:
                yield links.article_path(article.id)
                yield annotation_path(ArticleId(article.id))
                yield stored_path(article.sha256)


def shards_of(stories: Iterable[Tale], most: int) -> tuple[Shard, ...]:
    """Cut stories into shards.

    Args:
        stories: in any order.
        most: articles of a shard; only a single story that has more of them makes a bigger one.

    Returns:
        The shards in the order of their months, undated stories first.
    """
    keyed = sorted(((story.key, story) for story in stories), key=lambda pair: (pair[0], pair[1].id))
    return tuple(_cut(keyed, 0, most)) if keyed else ()


def _cut(stories: Sequence[tuple[int, Tale]], depth: int, most: int) -> Iterator[Shard]:
    """Yield the shards of a node of the trie: its keys agree in their first `depth` bits."""
    first, _ = stories[0]
    if depth == _BITS or len(stories) == 1 or sum(len(story.articles) for _, story in stories) <= most:
        yield Shard(_name(first, depth), tuple(story for _, story in stories))
        return
    bit = 1 << (_BITS - depth - 1)
    second = (first & -(bit << 1)) | bit
    at = bisect_left(stories, second, key=lambda pair: pair[0])
    for half in (stories[:at], stories[at:]):
        if half:
            yield from _cut(half, depth + 1, most)


def _name(key: int, depth: int) -> str:
    """Return a node's name: the months that it covers, then the bits of the hash that its stories share."""
    if depth == 0:
        return "all"
    size = 1 << max(0, _MONTH_BITS - depth)
    first = (key >> _HASH_BITS) // size * size
    last = first + size - 1
    months = "undated" if first == 0 else _month(first) + (f"-to-{_month(last)}" if last > first else "")
    shared = depth - _MONTH_BITS
    if shared <= 0:
        return months
    return f"{months}-{(key & (1 << _HASH_BITS) - 1) >> (_HASH_BITS - shared):0{shared}b}"


def _month(number: int) -> str:
    return f"{number // 12:04}-{number % 12 + 1:02}"
