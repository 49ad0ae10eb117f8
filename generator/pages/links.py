"""Where does each page stand, and how does one link to another, wherever the site is published?

Links are relative addresses of folders (`../../stories/x/`): right under a sub-path and on a file
server, and independent of how an engine rewrites Markdown links, which it does not do inside HTML.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from urllib.parse import quote

from markupsafe import Markup

from generator.model import ArticleId, Story
from generator.text import slug

HOME = "index.md"


def article_path(id_: str) -> str:
    """Return the path of an article's page."""
    return f"articles/{id_}.md"


def sentence_anchor(story: Story, article: ArticleId, place: tuple[int, int]) -> str:
    """Return the anchor, on a story's page, of a sentence of one of its articles.

    Args:
        story: whose versions stand side by side.
        article: one of them.
        place: 1-based number of the paragraph in the article, and of the sentence in that paragraph.
    """
    paragraph, sentence = place
    first = f"v{story.articles.index(article) + 1}-p{paragraph}"
    return first if sentence == 1 else f"{first}-{sentence}"


def story_path(id_: str) -> str:
    """Return the path of a story's page."""
    return f"stories/{id_}.md"


def tei_path(story: str) -> str:
    """Return the path of the file that holds a story's versions as TEI."""
    return f"data/tei/{story}.xml"


def speaker_path(id_: str) -> str:
    """Return the path of a speaker's page."""
    return f"speakers/{id_}.md"


def claim_path(id_: str) -> str:
    """Return the path of a claim's page."""
    return f"claims/{id_}.md"


def outlet_path(name: str) -> str:
    """Return the path of the page of the outlet with this name."""
    return f"outlets/{slug(name)}.md"


def address(path: str) -> str:
    """Return where a built site serves a page or file: `articles/x.md` at `articles/x/`."""
    if not path.endswith(".md"):
        return path
    stem = path.removesuffix(".md")
    return stem.removesuffix("index") if stem.split("/")[-1] == "index" else f"{stem}/"


def link(here: str, there: str, anchor: str = "") -> Markup:
    """Return the relative address of one page or file as seen from another.

    Args:
        here: path of the page that holds the link.
        there: path of the page or file it leads to.
        anchor: id of a place on that page.
    """
    fragment = f"#{_quoted(anchor)}" if anchor else ""
    if here == there and anchor:
        return _address(fragment)
    return _address(_relative(_parts(here), _parts(there)) + fragment)


_quoted = lru_cache(maxsize=8192)(quote)


@lru_cache(maxsize=65536)
def _parts(path: str) -> tuple[str, ...]:
    """Return the folders of a page's address and what it has in the last one, percent-encoded; none is `.` or `..`."""
    return tuple(quote(address(path)).split("/"))


def _relative(here: Sequence[str], there: Sequence[str]) -> str:
    """Return one address as seen from another."""
    common = 0
    for ours, theirs in zip(here[:-1], there[:-1], strict=False):
        if ours != theirs:
            break
        common += 1
    return "../" * (len(here) - 1 - common) + "/".join(there[common:]) or "./"


def _address(text: str) -> Markup:
    return Markup(text)  # noqa: S704 (percent-encoded, so it holds no character active in HTML)


def outside(url: str | None) -> Markup | None:
    """Return a web address that may stand in a link, or None where it is not http or https."""
    if url is None or not url.lower().startswith(("https://", "http://")) or any(c.isspace() for c in url):
        return None
    # "{" and the like are percent-encoded too: a template language could take them for its own.
    return _address(quote(url, safe="/:?#@!$()+,;=%&-._~").replace("&", "&amp;"))
