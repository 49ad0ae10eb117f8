"""Addresses that readers keep: which article and which story has which id, once and for all.

They are kept in `addresses.yml` beside the pages, written here and committed by the site's owner.
"""

from __future__ import annotations

import dataclasses
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count
from json.encoder import encode_basestring
from pathlib import Path
from typing import Any

import yaml

from generator.errors import SettingsError
from generator.model import ArticleId, Notice, QuoteId, ReadArticle, Story, StoryId
from generator.store import write_if_changed
from generator.unchanged import ADDRESSES

FILE = ADDRESSES
_HASH_DIGITS = 8


@dataclass(frozen=True, slots=True)
class Addresses:
    """Ids that were given out before."""

    articles: Mapping[str, str] = field(default_factory=dict)
    """Article id by where it was asked for: `path#id` with the path below the seeds folder."""
    stories: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Article ids by story id, as they stood at the last run."""
    aliases: Mapping[str, str] = field(default_factory=dict)
    """Story id by a former story id that was merged into it."""


def read_addresses(folder: Path) -> Addresses:
    """Return the addresses kept in a folder; without a file there are none.

    Raises:
        SettingsError: the file is not what we wrote.
    """
    path = folder / FILE
    try:
        text = path.read_text(encoding="utf-8")
        kept = _as_written(text) or yaml.load(text, Loader=_loader()) or {}  # noqa: S506 (a safe loader, in C)
        return Addresses(
            {str(key): str(value) for key, value in (kept.get("articles") or {}).items()},
            {str(key): tuple(map(str, value)) for key, value in (kept.get("stories") or {}).items()},
            {str(key): str(value) for key, value in (kept.get("aliases") or {}).items()},
        )
    except FileNotFoundError:
        return Addresses()
    except (yaml.YAMLError, AttributeError, TypeError, UnicodeDecodeError) as error:
        message = (
            "not the file that the generator wrote; restore it from Git, since it keeps published addresses"
        )
        raise SettingsError(path, None, message) from error


def _as_written(text: str) -> dict[str, Any] | None:
    """Return what a file says that stands as we wrote it, a line of JSON for each address; None of any other."""
    head, *lines = text.splitlines()[:1] and text.rstrip("\n").split("\n")
    sections = ("articles:", "stories:", "aliases:")
    if head != _HEAD or any(lines.count(section) != 1 for section in sections):
        return None
    starts = [lines.index(section) for section in sections]
    if starts != sorted(starts) or starts[0] != 0:
        return None
    ends = (*starts[1:], len(lines))
    try:
        return {
            section.rstrip(":"): json.loads("{" + ",".join(lines[start + 1 : end]) + "}")
            for section, start, end in zip(sections, starts, ends, strict=True)
        }
    except ValueError:
        return None


_HEAD = "# Addresses that readers keep. Written by the generator; commit it, and do not edit it."


def _loader() -> Any:
    """Return PyYAML's C loader where it was built: ten thousand addresses in a tenth of a second."""
    return getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def write_addresses(folder: Path, addresses: Addresses) -> None:
    """Keep addresses in a folder, a line each, so that Git shows each change alone."""
    rows = [
        _HEAD,
        "articles:",
        *(f"  {_yaml(key)}: {_yaml(value)}" for key, value in sorted(addresses.articles.items())),
        "stories:",
        *(
            f"  {_yaml(key)}: [{', '.join(map(_yaml, value))}]"
            for key, value in sorted(addresses.stories.items())
        ),
        "aliases:",
        *(f"  {_yaml(key)}: {_yaml(value)}" for key, value in sorted(addresses.aliases.items())),
    ]
    write_if_changed(folder / FILE, ("\n".join(rows) + "\n").encode())


def _yaml(text: str) -> str:
    """Return a text as JSON, which is YAML on one line."""
    return encode_basestring(text)


def one_article_each(reads: Iterable[ReadArticle]) -> tuple[list[ReadArticle], list[tuple[ReadArticle, str]]]:
    """Tell articles from byte-identical copies of them.

    Returns:
        The articles in the order of their paths, and each left-out copy with the path that is kept.
    """
    kept: dict[str, ReadArticle] = {}
    copies = []
    for read in sorted(reads, key=lambda read: (read.article.path, read.article.line)):
        first = kept.setdefault(read.article.sha256, read)
        if first is not read:
            copies.append((read, first.article.path))
    return list(kept.values()), copies


def with_unique_ids(reads: Sequence[ReadArticle], known: Addresses) -> tuple[list[ReadArticle], Addresses]:
    """Return the articles with an id each, and the addresses with theirs; where two ask for one, a short hash is added.

    An id that was given at this place before is kept, whoever else asks for it now.
    """
    asked = Counter(read.article.id.lower() for read in reads)
    taken = {known.articles[place] for read in reads if (place := _place(read)) in known.articles}
    unique = []
    given = dict(known.articles)
    for read in reads:
        wanted = read.article.id
        name = known.articles.get(_place(read))
        if name is None:
            name = wanted if asked[wanted.lower()] == 1 and wanted not in taken else _hashed(read)
        given[_place(read)] = name
        unique.append(read if name == wanted else _renamed(read, ArticleId(name)))
    return unique, dataclasses.replace(known, articles=given)


def _place(read: ReadArticle) -> str:
    return f"{read.article.path}#{read.article.id}"


def _hashed(read: ReadArticle) -> str:
    return f"{read.article.id}-{read.article.sha256[:_HASH_DIGITS]}"


def _renamed(read: ReadArticle, name: ArticleId) -> ReadArticle:
    old = read.article.id
    note = Notice(
        "id-taken", None, f"Another article has the id {old}, so a short hash was added to this one's."
    )
    quotes = tuple(
        dataclasses.replace(quote, article=name, id=QuoteId(name + quote.id.removeprefix(old)))
        for quote in read.quotes
    )
    article = dataclasses.replace(read.article, id=name, notices=(*read.article.notices, note))
    return ReadArticle(article, quotes)


def with_kept_ids(stories: Iterable[Story], known: Addresses) -> tuple[list[Story], Addresses]:
    """Return the stories under the ids that they had before, and all addresses as they stand now.

    A story keeps the id of the former story that its articles come from. Where two were merged, the
    id with more of the articles stays and the other becomes an alias; where one was split, the id
    stays with the article it was minted for, and the other part gets the id of an article of its own.
    """
    before = {article: story for story, members in known.stories.items() for article in members}
    waiting = sorted(stories, key=lambda story: (-len(story.articles), story.id))
    claims = sorted(
        (former not in story.articles, -shared, former, position)
        for position, story in enumerate(waiting)
        for former, shared in Counter(before[a] for a in story.articles if a in before).items()
    )
    names: dict[int, str] = {}
    merged: dict[str, int] = {}
    taken: set[str] = set()
    for _, _, former, position in claims:
        if former in taken:
            continue
        if position in names:
            merged.setdefault(former, position)
        else:
            names[position] = former
            taken.add(former)
    taken.update(merged)
    for position, story in enumerate(waiting):
        if position not in names:
            names[position] = next(name for name in _candidates(story) if name not in taken)
            taken.add(names[position])
    kept = sorted(
        (dataclasses.replace(story, id=StoryId(names[position])) for position, story in enumerate(waiting)),
        key=lambda story: story.id,
    )
    aliases = {**known.aliases, **{former: names[position] for former, position in merged.items()}}
    live = {story.id for story in kept}
    return kept, Addresses(
        known.articles,
        {story.id: tuple(sorted(story.articles)) for story in kept},
        {former: _final(former, aliases) for former in aliases if former not in live},
    )


def _candidates(story: Story) -> Iterator[str]:
    """Yield ids for a new story: its own, its articles', and numbered ones should all be taken."""
    yield from (story.id, *story.articles)
    yield from (f"{story.id}-{number}" for number in count(2))


def _final(former: str, aliases: Mapping[str, str]) -> str:
    """Follow aliases to the end; a chain that turns back ends where it began to."""
    seen = {former}
    while (follower := aliases[former]) in aliases and follower not in seen:
        seen.add(follower)
        former = follower
    return follower
