"""Where does a page or a stored file stand on the published site?"""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import quote

from generator.model import ArticleId, SpeakerId, StoryId


@dataclass(frozen=True, slots=True)
class Site:
    """Who publishes, and where."""

    url: str
    """Absolute, with a slash at its end; `/` alone where the site has no address yet."""
    name: str
    language: str = "en"
    """Of the interface's own words."""

    @property
    def absolute(self) -> bool:
        """Tell whether addresses name a host, as data that is read elsewhere needs."""
        return self.url != "/"

    def page(self, path: str) -> str:
        """Return the address of a page or file that is written to a path below the source folder."""
        return self.url + _served(path)

    def article(self, article: ArticleId) -> str:
        """Return the address of an article's page."""
        return self.page(f"articles/{article}.md")

    def story(self, story: StoryId) -> str:
        """Return the address of a story's page."""
        return self.page(f"stories/{story}.md")

    def speaker(self, speaker: SpeakerId) -> str:
        """Return the address of a speaker's page."""
        return self.page(f"speakers/{speaker}.md")

    def claim(self, claim: str) -> str:
        """Return the address of a claim's page."""
        return self.page(f"claims/{claim}.md")

    def stored(self, sha256: str) -> str:
        """Return the address of the stored copy of an article's text."""
        return self.page(stored_path(sha256))


@lru_cache(maxsize=8192)
def _served(path: str) -> str:
    folder, name = posixpath.split(path)
    stem, ending = posixpath.splitext(name)
    if ending == ".md":
        path = folder if stem == "index" else posixpath.join(folder, stem)
        path = f"{path}/" if path else ""
    return quote(path, safe="/@:!$&'()*+,;=~")


def stored_path(sha256: str) -> str:
    """Return where the stored copy of an article's text is written."""
    return f"data/sources/{sha256}.txt"


def site_of(url: str, name: str, language: str = "en") -> Site:
    """Return the site at an address; one without an absolute address is not published yet."""
    if not url.startswith(("https://", "http://")):
        return Site("/", name, language)
    return Site(url if url.endswith("/") else f"{url}/", name, language)
