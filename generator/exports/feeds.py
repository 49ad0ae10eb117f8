"""Feeds for readers of Atom and JSON Feed: public claims, corrections, and all that changed."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from generator.checks.fixes import Fix
from generator.checks.record import Entry as Change
from generator.checks.reviews import Desktop
from generator.exports.addresses import Site
from generator.model import Page
from generator.text import slug

_ATOM = "http://www.w3.org/2005/Atom"
_MIDNIGHT = "T00:00:00Z"
_NEVER = "1970-01-01"
"""Date of a feed without entries: Atom wants one, and a clock would change the bytes of every build."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One item of a feed."""

    address: str
    """The permalink, which is the item's id too."""
    title: str
    text: str
    published: str
    """ISO date."""
    updated: str


def feed_pages(desktop: Desktop, site: Site, changes: Iterable[Change] = ()) -> Iterator[Page]:
    """Yield `feed.xml`, `feed.json`, `corrections.xml` and `changes.xml`; none where the site has no address yet."""
    if not site.absolute:
        return
    claims = _newest(claim_entries(desktop, site))
    corrections = _newest(correction_entries(desktop, site))
    yield Page("feed.xml", atom(claims, site, path="feed.xml", title=f"{site.name}: claims"))
    yield Page("feed.json", json_feed(claims, site))
    for path, title, entries in (
        ("corrections.xml", "corrections", corrections),
        ("changes.xml", "changes", tuple(change_entries(changes, site))),
    ):
        yield Page(path, atom(entries, site, path=path, title=f"{site.name}: {title}"))


def _newest(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    return tuple(sorted(entries, key=lambda entry: (entry.updated, entry.address), reverse=True))


def claim_entries(desktop: Desktop, site: Site) -> Iterator[Entry]:
    """Yield the verdicts that are public; a correction changes `updated`, never the address."""
    for standing in desktop.reviews:
        if standing.public:
            review = standing.review
            text = f"{standing.rating.label}. {review.explanation or ''}".strip()
            yield Entry(site.claim(review.id), review.claim, text, review.created, review.updated)


def correction_entries(desktop: Desktop, site: Site) -> Iterator[Entry]:
    """Yield the corrections of verdicts, and what people put right in the machine's work."""
    for standing in desktop.reviews:
        for number, entry in enumerate(standing.review.corrections, start=1):
            address = f"{site.claim(standing.review.id)}#correction-{number}"
            text = entry.note + (f" It said: {entry.was}" if entry.was else "")
            yield Entry(address, f"{entry.type}: {standing.review.claim}", text, entry.date, entry.date)
    for fix in desktop.fixes:
        target = site.article(fix.article) if fix.article else site.story(fix.story) if fix.story else ""
        subject = fix.article or fix.story
        title = (
            f"Withdrawn: {subject}"
            if fix.withdraw
            else f"{'Reply to' if fix.reply else 'Put right'}: {subject}"
        )
        text = " ".join(
            each for each in (fix.why, fix.reply, fix.lapsed and f"Not applied: {fix.lapsed}.") if each
        )
        yield Entry(f"{target}#fix-{_tag(fix)}", title, text, fix.on, fix.on)


def change_entries(changes: Iterable[Change], site: Site) -> Iterator[Entry]:
    """Yield what was added, changed, corrected or withdrawn, in the order that Git tells it: the newest first."""
    for each in changes:
        change = each.change
        page = site.page("changes.md")
        page = site.article(each.article) if each.article else page
        page = site.claim(each.claim) if each.claim else page
        address = f"{page}#{change.commit}-{slug(f'{change.folder}-{change.name}')}"
        text = f"{change.subject} (commit {change.commit})"
        yield Entry(address, f"{each.words}: {each.title}", text, change.date, change.date)


def _tag(fix: Fix) -> str:
    return f"{fix.path.rsplit('/', 1)[-1].removesuffix('.yml')}-{fix.line}"


def atom(entries: Iterable[Entry], site: Site, *, path: str, title: str) -> str:
    """Return an Atom feed (RFC 4287)."""
    listed = tuple(entries)
    ET.register_namespace("", _ATOM)
    feed = ET.Element(f"{{{_ATOM}}}feed")
    _child(feed, "title", title)
    _child(feed, "id", site.page(path))
    _child(feed, "updated", (listed[0].updated if listed else _NEVER) + _MIDNIGHT)
    ET.SubElement(feed, f"{{{_ATOM}}}link", {"rel": "self", "href": site.page(path)})
    ET.SubElement(feed, f"{{{_ATOM}}}link", {"rel": "alternate", "href": site.url})
    author = ET.SubElement(feed, f"{{{_ATOM}}}author")
    _child(author, "name", site.name)
    for entry in listed:
        item = ET.SubElement(feed, f"{{{_ATOM}}}entry")
        _child(item, "title", entry.title)
        _child(item, "id", entry.address)
        ET.SubElement(item, f"{{{_ATOM}}}link", {"rel": "alternate", "href": entry.address})
        _child(item, "published", entry.published + _MIDNIGHT)
        _child(item, "updated", entry.updated + _MIDNIGHT)
        _child(item, "content", entry.text).set("type", "text")
    ET.indent(feed)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + ET.tostring(feed, encoding="unicode") + "\n"


def _child(parent: ET.Element, name: str, text: str) -> ET.Element:
    child = ET.SubElement(parent, f"{{{_ATOM}}}{name}")
    # XML 1.0 has no way to write most control characters, not even as entities.
    child.text = "".join(
        char for char in text if char in "\t\n" or (char >= " " and char not in "\ufffe\uffff")
    )
    return child


def json_feed(entries: Iterable[Entry], site: Site) -> str:
    """Return a JSON Feed (version 1.1)."""
    items = [
        {
            "id": entry.address,
            "url": entry.address,
            "title": entry.title,
            "content_text": entry.text,
            "date_published": entry.published + _MIDNIGHT,
            "date_modified": entry.updated + _MIDNIGHT,
        }
        for entry in entries
    ]
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": f"{site.name}: claims",
        "home_page_url": site.url,
        "feed_url": site.page("feed.json"),
        "authors": [{"name": site.name}],
        "items": items,
    }
    return json.dumps(feed, ensure_ascii=False, indent=1) + "\n"
