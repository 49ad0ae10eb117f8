"""Which articles do the pages of a web archive hold?"""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from typing import BinaryIO

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from generator.errors import SeedError
from generator.intake.limits import MAX_RECORD_BYTES, MAX_RECORDS
from generator.intake.pages import page_article, page_characters
from generator.intake.source import Source, article_id, unpacked, zip_members
from generator.model import RawArticle
from generator.text import slug

_HTML = ("text/html", "application/xhtml+xml")


def archive_articles(source: Source) -> Iterator[RawArticle | SeedError]:
    """Yield an article for each HTML page that was answered with success; records before a break are kept."""
    if not source.place.lower().endswith(".wacz"):
        yield from warc_articles(source.content, source)
        return
    for name, member in zip_members(source.content, source.place):
        if name.endswith((".warc", ".warc.gz")):
            content = unpacked(member, source.place) if name.endswith(".gz") else member
            yield from warc_articles(content, source)


def response_offsets(file: BinaryIO) -> Iterator[int]:
    """Yield where in an archive each answer starts; what follows a break has no place."""
    try:
        for record in ArchiveIterator(file, record_types=WarcRecordType.response, parse_http=False):
            yield record.stream_pos
    except (OSError, ValueError, EOFError):  # reading the slice before it will tell
        return


def warc_articles(content: bytes, source: Source, *, first: int = 1) -> Iterator[RawArticle | SeedError]:
    """Yield an article for each page of an archive; `first` is the number of its first answer."""
    number = first - 1
    try:
        for number, record in enumerate(
            ArchiveIterator(io.BytesIO(content), record_types=WarcRecordType.response), first
        ):
            if number > MAX_RECORDS:
                yield SeedError(source.place, None, f"more than {MAX_RECORDS} records; split the archive")
                return
            if _is_page(record):
                announced, payload = record.content_length, record.reader.read(MAX_RECORD_BYTES)
                if len(payload) < min(announced, MAX_RECORD_BYTES):
                    yield SeedError(source.place, None, f"cut short within record {number}; fetch it again")
                    return
                yield _page(record, payload, source, number)
    except (OSError, ValueError, EOFError) as error:
        yield SeedError(
            source.place, None, f"broken after record {number} ({error}); what stands before it was read"
        )


def _is_page(record: WarcRecord) -> bool:
    http = record.http_headers
    kind = (record.http_content_type or "").lower()
    return http is not None and http.status_code == 200 and kind in _HTML  # noqa: PLR2004


def _page(record: WarcRecord, content: bytes, source: Source, number: int) -> RawArticle | SeedError:
    address = record.headers.get("WARC-Target-URI") or ""
    name = f"{source.stem}-{number}-{slug(address.rstrip('/').rsplit('/', 1)[-1], longest=40)}"
    page = page_article(page_characters(content), source, id_=article_id(name), line=number, content=content)
    if isinstance(page, RawArticle) and address.startswith("http"):
        return replace(page, given=(("url", address),))
    return page
