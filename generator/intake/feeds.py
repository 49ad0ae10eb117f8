"""Which articles do the items of an RSS or Atom file hold?"""

from __future__ import annotations

from collections.abc import Iterator
from email.utils import parsedate_to_datetime
from urllib.parse import urljoin

from lxml import etree

from generator.errors import SeedError
from generator.intake.blocks import blocks_of, light_source, parsed, texts
from generator.intake.limits import MAX_FEED_ITEMS
from generator.intake.records import article_of_record
from generator.intake.source import Source
from generator.model import RawArticle

_TEXTS = ("encoded", "content", "description", "summary")
_DATES = ("pubDate", "published", "issued", "date", "updated")


def feed_articles(source: Source) -> Iterator[RawArticle | SeedError]:
    """Yield an article, or an error, for each item; entities are never expanded, nothing is fetched."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=True)
    try:
        root = etree.fromstring(source.content, parser=parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise SeedError(source.place, None, f"not readable as XML ({error}); save the feed again") from error
    if root is None or _name(root) not in ("rss", "feed", "RDF"):
        raise SeedError(source.place, None, "XML, but no RSS or Atom feed; save the article as HTML or text")
    outlet = next((_text(child) for child in root.iter() if _name(child) == "title"), "")
    base = next((_link(child) for child in root.iter() if _name(child) == "link" and _link(child)), "")
    items = (node for node in root.iter() if _name(node) in ("item", "entry"))
    for number, item in enumerate(items, 1):
        if number > MAX_FEED_ITEMS:
            yield SeedError(
                source.place, item.sourceline, f"more than {MAX_FEED_ITEMS} items; split the feed"
            )
            return
        yield _item_article(item, source, number=number, outlet=outlet, base=base)


def _item_article(
    item: etree._Element, source: Source, *, number: int, outlet: str, base: str
) -> RawArticle | SeedError:
    parts = {_name(child): child for child in reversed(item) if isinstance(child.tag, str)}
    text = max((_plain(parts[name]) for name in _TEXTS if name in parts), key=len, default="")
    link = _link(parts["link"]) if "link" in parts else ""
    dates = (_day(_text(parts[name])) for name in _DATES if name in parts)
    record = {
        "id": f"{source.stem}-{number}",
        "headline": _plain(parts["title"]).replace("\n", " ") if "title" in parts else "",
        "outlet": outlet,
        "author": _plain(parts["creator"])
        if "creator" in parts
        else _plain(parts["author"])
        if "author" in parts
        else "",
        "url": urljoin(base, link) if link else "",
        "published": next(filter(None, dates), ""),
        "text": text,
    }
    return article_of_record(record, source, number=item.sourceline or 1, content=etree.tostring(item))


def _name(node: etree._Element) -> str:
    return node.tag.rsplit("}", 1)[-1] if isinstance(node.tag, str) else ""


def _text(node: etree._Element) -> str:
    return " ".join("".join(node.itertext()).split())


def _link(node: etree._Element) -> str:
    return (node.get("href") or _text(node)).strip()


def _plain(node: etree._Element) -> str:
    """Return the words of a value that may hold HTML, a block a line."""
    source = "".join(node.itertext())
    if "<" not in source and "&" not in source:
        return " ".join(source.split())
    tree = parsed(light_source(f"<div>{source}</div>"))
    return "\n".join(texts(blocks_of(tree))) if tree is not None else ""


def _day(stamp: str) -> str:
    """Return the day of an RFC 822 or ISO time, as it is written."""
    if stamp[:4].isdigit():
        return stamp[:10]
    try:
        return parsedate_to_datetime(stamp).date().isoformat()
    except ValueError:
        return ""
