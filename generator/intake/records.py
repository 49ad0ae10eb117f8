"""Which articles do the records of a JSON Lines file hold?"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from generator.errors import SeedError
from generator.intake.decode import encoding_of, tidy_characters
from generator.intake.given import given_fields
from generator.intake.limits import MAX_RECORD_BYTES, MAX_RECORDS
from generator.intake.lines import looks_like_markdown
from generator.intake.pages import page_article
from generator.intake.source import Source, article_id
from generator.model import RawArticle, SourceForm

_TEXT_KEYS = (
    "text", "maintext", "body", "content", "article_text", "content_text", "articleBody", "article_body", "full_text",
    "fulltext", "textContent", "plain_text", "plaintext", "clean_text", "article", "story",
)  # fmt: skip
_HTML_KEYS = ("html", "raw_html", "content_html", "html_content", "raw_content")
_LIST_KEYS = (
    "articles",
    "items",
    "results",
    "data",
    "docs",
    "documents",
    "stories",
    "posts",
    "entries",
    "hits",
    "list",
)
_MARKUP = re.compile(
    r"\s*<(?:!doctype|html|head|body|div|p|article|section|main|h[1-6])\b[^<>]*>", re.IGNORECASE
)
"""A text that starts with it is a page, or a part of one: `content` is the one in some tools' records, the other in others'."""


def record_articles(source: Source) -> Iterator[RawArticle | SeedError]:
    """Yield an article, or an error, for each line that is not blank."""
    encoding = encoding_of(source.content[: 2**20])
    lines = source.content.split(b"\n") if encoding == "utf-8" else _recoded(source.content, encoding)
    yield from line_articles(lines, source, first=1)


def json_articles(source: Source) -> Iterator[RawArticle | SeedError]:
    """Yield the articles of a JSON file: of one record, of a list, or of an answer that holds a list.

    Raises:
        SeedError: it is no JSON, or holds no record.
    """
    content = source.content.decode(encoding_of(source.content), "replace").encode()
    try:
        found = _parsed(content)
    except ValueError as error:
        if b"\n" in content.strip():  # records a line, under the wrong ending
            yield from record_articles(source)
            return
        raise SeedError(source.place, None, f"{error}; save it again") from error
    records = _listed(found)
    if not records:
        advice = "no record with a `text` or `html`; save it as JSON Lines, one record a line"
        raise SeedError(source.place, None, advice)
    for number, record in enumerate(records, 1):
        if number > MAX_RECORDS:
            yield SeedError(source.place, None, f"more than {MAX_RECORDS} records; split the file")
            return
        bytes_of = json.dumps(record, ensure_ascii=True, sort_keys=True).encode()
        yield article_of_record(
            record, source, number=number, content=bytes_of if len(records) > 1 else source.content
        )


def _listed(found: Any) -> list[dict[str, Any]]:
    """Return the records of a JSON value."""
    if isinstance(found, list):
        return [record for record in found if isinstance(record, dict)]
    if not isinstance(found, dict):
        return []
    if _first(found, _HTML_KEYS) or _first(found, _TEXT_KEYS):
        return [found]
    for key in _LIST_KEYS:
        value = found.get(key)
        if isinstance(value, dict | list) and (
            records := _listed(
                list(value.values()) if isinstance(value, dict) and not _listed(value) else value
            )
        ):
            return records
    return []


def line_articles(lines: Iterable[bytes], source: Source, *, first: int) -> Iterator[RawArticle | SeedError]:
    """Yield an article, or an error, for each line that is not blank; `first` is the first one's number."""
    for number, line in enumerate(lines, first):
        if number > MAX_RECORDS:
            yield SeedError(source.place, number, f"more than {MAX_RECORDS} records; split the file")
            return
        if line.strip():
            yield _record_article(line, number, source)


def _recoded(content: bytes, encoding: str) -> list[bytes]:
    return content.decode(encoding, "replace").encode().split(b"\n")


def _record_article(line: bytes, number: int, source: Source) -> RawArticle | SeedError:
    try:
        record = _record(line)
        return article_of_record(record, source, number=number, content=line)
    except ValueError as error:
        return SeedError(source.place, number, f"{error}; the record was left out")


def _record(line: bytes) -> dict[str, Any]:
    """Parse one line strictly.

    Raises:
        ValueError: too long, not JSON, not an object, a key twice, a number that is none.
    """
    if len(line) > MAX_RECORD_BYTES:
        raise ValueError(f"a record of more than {MAX_RECORD_BYTES} bytes")
    record = _parsed(line)
    if not isinstance(record, dict):
        raise ValueError("not an object with a `text` or `html`")  # noqa: TRY004 - one error for all
    return record


def _parsed(content: bytes) -> Any:
    """Parse JSON strictly.

    Raises:
        ValueError: not JSON, a key twice, a number that is none.
    """
    try:
        return json.loads(
            content.decode("utf-8", "replace").lstrip("\ufeff"),
            object_pairs_hook=_once,
            parse_constant=_refuse,
        )
    except json.JSONDecodeError as error:
        raise ValueError(f"not JSON at column {error.colno} ({error.msg})") from error
    except RecursionError as error:
        raise ValueError("nested too deep") from error


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    record = dict(pairs)
    if len(record) < len(pairs):
        twice = next(key for key, _ in pairs if sum(1 for other, _ in pairs if other == key) > 1)
        raise ValueError(f"the key “{twice}” stands twice")
    return record


def _refuse(constant: str) -> Any:
    raise ValueError(f"{constant} is no JSON number")


def article_of_record(
    record: Mapping[str, Any], source: Source, *, number: int, content: bytes
) -> RawArticle | SeedError:
    """Make the article of a record with a `text` or `html`; `content` is what its hash is of."""
    given = dict(given_fields(record))
    name = given.pop("id", None) or f"{source.stem}-{number}"
    html, text = _first(record, _HTML_KEYS), _first(record, _TEXT_KEYS)
    if not html and text and _MARKUP.match(text):
        html = text
    if html:
        page = page_article(html, source, id_=article_id(name), line=number, content=content)
        if isinstance(page, RawArticle):
            return _with_given(page, given)
        return page
    if not text or not re.search(r"\w", text):
        return SeedError(source.place, number, "a record without text; give it a `text` or `html`")
    tidy, notices = tidy_characters(text)
    cleaned = record.get("cleaned") is True
    markdown = not cleaned and looks_like_markdown(tidy)
    return RawArticle(
        id=article_id(name),
        path=source.place,
        line=number,
        form=SourceForm.MARKDOWN if markdown else SourceForm.RECORD,
        text=tidy,
        encoding="utf-8",
        sha256=hashlib.sha256(content).hexdigest(),
        given=tuple(given.items()),
        given_by="stated",
        cleaned=cleaned,
        notices=notices,
    )


def _first(record: Mapping[str, Any], keys: tuple[str, ...]) -> str | None:
    return next((value for key in keys if isinstance(value := record.get(key), str) and value.strip()), None)


def _with_given(page: RawArticle, given: Mapping[str, str]) -> RawArticle:
    return replace(page, given=tuple({**dict(page.given), **given}.items()))
