"""Where did a page go whose address readers keep? A page of a few words stands there and leads on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from generator.model import Page
from generator.pages import links, render
from generator.pages.words import Phrase


def moved_pages(aliases: Mapping[str, str], stories: Iterable[str], language: str = "en") -> Iterator[Page]:
    """Yield a page for each former story that leads to the story which holds its articles now.

    Args:
        aliases: the present id of a story by its former one.
        language: of the interface's words.
        stories: the ids of the stories there are; an alias of none, or in the way of one, is left out.
    """
    there = frozenset(stories)
    for former, now in sorted(aliases.items()):
        if now in there and former not in there:
            path = links.story_path(former)
            front: dict[str, object] = {
                "title": Phrase("This story was joined with another"),
                "hide": ["navigation", "toc"],
                "search": {"exclude": True},
                "robots": "noindex",
            }
            names = {"target": links.link(path, links.story_path(now)), "now": now}
            yield render.page(path, "moved.md.j2", names, front=front, language=language)
