"""What a built page shows and links to, read with a parser of the standard library."""

from __future__ import annotations

import posixpath
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

from generator.model import Page
from generator.pages.links import address

_VOID = {"input", "br", "img", "hr", "meta", "link", "path"}


class Reading(HTMLParser):
    """A page's visible text, ids, links and elements."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.text: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.tags: list[str] = []
        self.attributes: list[str] = []
        self.open: list[str] = []
        self.unbalanced: list[str] = []
        self.scripts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [name for name, _ in attrs]
        found = dict(attrs)
        if found.get("id"):
            self.ids.append(found["id"])
        if tag == "a" and found.get("href"):
            self.links.append(found["href"])
        if tag not in _VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in _VOID:
            return
        if not self.open or self.open.pop() != tag:
            self.unbalanced.append(tag)

    def handle_data(self, data: str) -> None:
        (self.scripts if "script" in self.open else self.text).append(data)


def read(html: str) -> Reading:
    """Return what an HTML text shows."""
    reading = Reading()
    reading.feed(html)
    reading.close()
    return reading


def written(folder: str) -> list[str]:
    """Return the paths of the pages that a person wrote in a folder of the site's source."""
    root = Path(__file__).parents[2] / "site_src"
    return [path.relative_to(root).as_posix() for path in sorted((root / folder).glob("*.md"))]


def body(page: Page) -> str:
    """Return a page without its front matter."""
    return page.text.split("\n---\n", 1)[1].lstrip("\n")


def target(page: Page, href: str) -> tuple[str, str]:
    """Return the address and the anchor to which a relative link of a page leads."""
    where, _, anchor = href.partition("#")
    base = address(page.path)
    if not where:
        return base, unquote(anchor)
    joined = posixpath.normpath(posixpath.join("/" + base, unquote(where))).lstrip("/")
    return f"{joined}/" if joined and href.split("#", maxsplit=1)[0].endswith("/") else joined, unquote(
        anchor
    )


class Links(HTMLParser):
    """What a page links to, and the ids that stand on it."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name == "id" and value:
                self.ids.append(value)
            if name in {"href", "src"} and value and tag != "base":
                self.links.append(value)


def linked(html: str) -> Links:
    """Return what an HTML text links to."""
    found = Links()
    found.feed(html)
    return found


def broken_links(site: Path, base: str) -> list[tuple[str, str]]:
    """Return page and link of each link below the site's address that leads to no file or to no anchor."""
    read = {
        urljoin(base, path.relative_to(site).as_posix().removesuffix("index.html")): linked(
            path.read_text(encoding="utf-8")
        )
        for path in sorted(site.rglob("*.html"))
    }
    return [
        (page, link)
        for page, found in read.items()
        for link in found.links
        if not _leads(site, base, read, urljoin(page, link))
    ]


def _leads(site: Path, base: str, read: dict[str, Links], link: str) -> bool:
    where, anchor = urldefrag(unquote(link))
    if not where.startswith(base):
        # other hosts are named by articles' own addresses, the theme and schema.org alone
        return urlsplit(where).scheme in {"https", "http", "data", "mailto"}
    if where in read:
        return not anchor or anchor.startswith(":~:") or anchor in read[where].ids or anchor == "__skip"
    return (site / where.removeprefix(base)).is_file()
