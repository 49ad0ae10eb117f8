"""The index behind the search box of a large site: small files that Pagefind reads in the browser.

It is made of the published data files, so that it holds no more than they do: one slim page for each
article, with its quotes marked, and one for each speaker. Pagefind is a program of its own, which the
extra `search` installs; it asks no other host.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from html import escape
from pathlib import Path
from typing import Any

from generator.pages.dates import date_words
from generator.redaction import readable
from generator.store import key_of

Row = dict[str, Any]
FOLDER = "pagefind"
NEEDED = ("articles", "quotes", "claims")
"""Data files that the slim pages are made of."""
_UNUSED = "pagefind-*ui*"
_UNUSED_TOO = "pagefind-highlight.js"
ENDING = ".html"
"""Of a slim page's name. Two thousand folders, made for one page each and removed again, took longer than the pages;
the search puts the slash of a page's address in the place of the ending."""
_INPUTS = 3
"""Version of the slim pages: raise it when they change."""
_MANY_MARKS = 400
"""Quotes of one article that are marked for the index."""


def make_index(
    data: Path,
    site: Path,
    cache: Path | None,
    folder: str = "",
    *,
    say: Callable[[str], None],
    language: str = "en",
) -> bool:
    """Write the index into the site; one that an earlier run made of the same data is copied.

    Args:
        data: the folder of the published data files.
        site: the built site.
        cache: where the last index is kept, if anywhere.
        folder: `articles` or `speakers`, to index these alone.
        say: gets what the user should know.
        language: the site's, by whose rules words are reduced to their stems.

    Returns:
        Whether there is an index now.
    """
    with tempfile.TemporaryDirectory(prefix="variorum-") as temporary:
        made = kept_index(data, cache or Path(temporary), folder, say=say, language=language)
        if made is None:
            return False
        place = site / FOLDER
        shutil.rmtree(place, ignore_errors=True)
        shutil.copytree(made, place)
    return True


def kept_index(
    data: Path, cache: Path, folder: str = "", *, say: Callable[[str], None], language: str = "en"
) -> Path | None:
    """Return the folder in the cache that holds the index, made now or of the same data earlier."""
    kept = cache / "finding" / _key(data, folder, language)
    if kept.is_dir():
        return kept
    cache.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=cache, prefix=f"work-{os.getpid()}-") as work:
        slim, made = Path(work) / "slim", Path(work) / "index"
        slim.mkdir()
        for path, page in _pages(data, folder):
            _lay(slim / path, page)
        done = subprocess.run(  # noqa: S603 (our own arguments)
            [sys.executable, "-m", "pagefind", "--site", str(slim), "--output-path", str(made), "--force-language", language],
            capture_output=True, text=True, check=False,
        )  # fmt: skip
        if done.returncode:
            say(f"the search index was not made: {(done.stderr or done.stdout).strip().splitlines()[-1:]}")
            return None
        for unused in (*made.glob(_UNUSED), *made.glob(_UNUSED_TOO)):
            unused.unlink()
        shutil.rmtree(kept.parent, ignore_errors=True)
        kept.parent.mkdir(exist_ok=True)
        made.rename(kept)
    return kept


def _lay(file: Path, page: str) -> None:
    content = page.encode("utf-8", "xmlcharrefreplace")
    try:
        file.write_bytes(content)
    except FileNotFoundError:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)


def _key(data: Path, folder: str, language: str) -> str:
    read = ("quotes",) if folder == "speakers" else NEEDED
    digests = [hashlib.sha256((data / f"{name}.jsonl").read_bytes()).hexdigest() for name in read]
    return key_of("finding", str(_INPUTS), folder, language, *digests)[:16]


def _pages(data: Path, folder: str) -> Iterator[tuple[str, str]]:
    if folder == "speakers":
        return speaker_pages(_rows(data / "quotes.jsonl"))
    rows = [_rows(data / f"{name}.jsonl") for name in NEEDED]
    return article_pages(*rows) if folder == "articles" else slim_pages(*rows)


def _rows(path: Path) -> Iterator[Row]:
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def slim_pages(
    articles: Iterable[Row], quotes: Iterable[Row], claims: Iterable[Row]
) -> Iterator[tuple[str, str]]:
    """Yield path and HTML of a page for each article and each speaker."""
    said = list(quotes)
    yield from article_pages(articles, said, claims)
    yield from speaker_pages(said)


def article_pages(
    articles: Iterable[Row], quotes: Iterable[Row], claims: Iterable[Row]
) -> Iterator[tuple[str, str]]:
    """Yield path and HTML of a page for each article."""
    by_article: dict[str, list[Row]] = defaultdict(list)
    for quote in quotes:
        by_article[quote["article"]].append(quote)
    verdicts = _verdicts(claims)
    for article in articles:
        page = _article(article, by_article[article["id"]], verdicts.get(article["id"], set()))
        yield f"articles/{article['id']}{ENDING}", page


def speaker_pages(quotes: Iterable[Row]) -> Iterator[tuple[str, str]]:
    """Yield path and HTML of a page for each speaker."""
    speakers: dict[str, tuple[str, set[str]]] = {}
    for quote in quotes:
        if quote["speaker"]:
            name = quote["speaker"]["name"]
            speakers.setdefault(quote["speaker"]["id"], (name, set()))[1].add(quote["article"])
    for id_, (name, where) in sorted(speakers.items()):
        yield f"speakers/{id_}{ENDING}", _speaker(name, len(where))


def _verdicts(claims: Iterable[Row]) -> Mapping[str, set[str]]:
    """Return the public verdicts that rest on each article."""
    found: dict[str, set[str]] = defaultdict(set)
    for claim in claims:
        for item in claim["evidence"] if claim["public"] and claim["rating"] else ():
            found[item["article"]].add(claim["rating"])
    return found


def _article(article: Row, quotes: list[Row], verdicts: Iterable[str]) -> str:
    title = article["headline"] or " ".join(readable(article["text"]).split()[:12])
    filters = {
        "outlet": {article["outlet"]},
        "language": {article["language"]},
        "year": {(article["published"] or "")[:4].strip("-")},
        "speaker": {quote["speaker"]["name"] for quote in quotes if quote["speaker"]},
        "kind": {quote["kind"] for quote in quotes} | {quote["polarity"] for quote in quotes},
        "verdict": set(verdicts),
    }
    facts = {"outlet": article["outlet"], "date": date_words(article["published"] or "")}
    marks = list(_marks(quotes))
    facts |= {anchor: f"{who}|{polarity}|{kind}" for _, _, anchor, who, polarity, kind in marks}
    body = f'<h1 data-pagefind-weight="7">{escape(title)}</h1><p>{_marked(article["text"], marks)}</p>'
    return _page(filters, facts, body)


def _speaker(name: str, articles: int) -> str:
    facts = {"outlet": f"speaker, in {articles} article{'s' * (articles != 1)}"}
    return _page({"kind": {"speaker"}}, facts, f'<h1 data-pagefind-weight="10">{escape(name)}</h1>')


def _page(filters: Mapping[str, Iterable[str | None]], facts: Mapping[str, str | None], body: str) -> str:
    named = [
        f'<i data-pagefind-filter="{name}">{escape(value)}</i>'
        for name, values in filters.items()
        for value in sorted(value for value in values if value)
    ]
    told = [
        f'<i data-pagefind-meta="{escape(name)}">{escape(value)}</i>'
        for name, value in facts.items()
        if value
    ]
    return (
        f'<!doctype html><html lang="en"><body>{"".join(named)}{"".join(told)}'
        f"<main data-pagefind-body>{body}</main></body></html>\n"
    )


Mark = tuple[int, int, str, str, str, str]


def _marks(quotes: list[Row]) -> Iterator[Mark]:
    """Yield the places of quotes that no other one overlaps, with anchor, speaker, polarity and kind."""
    seen: dict[str, int] = defaultdict(int)
    end = 0
    for quote in quotes[:_MANY_MARKS]:
        seen[quote["key"]] += 1
        again = f"-{seen[quote['key']]}" if seen[quote["key"]] > 1 else ""
        first, last = quote["parts"][0][0], quote["parts"][-1][1]
        if first < end:
            continue
        end = last
        mention = quote["mention"]
        label = f"“{mention['text']}”" if mention else "speaker unknown"
        who = quote["speaker"]["name"] if quote["speaker"] else label
        yield first, last, quote["key"] + again, who, quote["polarity"], quote["kind"]


def _marked(text: str, marks: Iterable[Mark]) -> str:
    parts: list[str] = []
    at = 0
    for first, last, anchor, *_ in marks:
        words = escape(readable(text[first:last]))
        parts += [escape(readable(text[at:first])), f'<span id="{escape(anchor)}">{words}</span>']
        at = last
    return "".join([*parts, escape(readable(text[at:]))])
