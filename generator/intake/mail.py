"""Which article does a page hold that a browser saved whole (MHTML, Safari's web archive), or a mail?"""

from __future__ import annotations

import email.policy
import plistlib
import re
from collections.abc import Iterator
from dataclasses import replace
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message
from email.parser import BytesParser
from email.utils import parsedate_to_datetime
from xml.parsers.expat import ExpatError

from generator.errors import SeedError
from generator.intake.given import given_fields
from generator.intake.pages import page_article, page_characters
from generator.intake.records import article_of_record
from generator.intake.source import Source, article_id
from generator.model import RawArticle

_FORWARDED = re.compile(r"^(?:(?:fwd?|re|aw|wg|tr|rv)\s*:\s*)+", re.IGNORECASE)


def mail_articles(source: Source) -> Iterator[RawArticle | SeedError]:
    """Read an MHTML file as the page that it is, or a mail as its text.

    Raises:
        SeedError: it holds neither.
    """
    message = _message(source)
    page, plain = _part(message, "text/html"), _part(message, "text/plain")
    saved = not source.place.lower().endswith(".eml")
    if page is not None:
        yield _page(
            page_characters(_content(page)),
            source,
            _saved_facts(message, page) if saved else _sent_facts(message),
        )
    elif plain is not None and re.search(r"\w", text := _decoded(plain)):
        yield article_of_record(
            {"id": source.stem, "text": text, **_sent_facts(message)},
            source,
            number=1,
            content=source.content,
        )
    else:
        raise SeedError(source.place, None, "holds no page and no text; save the page again, as HTML")


class _Policy(email.policy.Compat32):
    """Reads headers as they stand, and only as much of each as any real one has: what parses more takes its square in time."""

    def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
        """Cut a header before it is looked at."""
        kept, size = [], 0
        for line in sourcelines:
            kept.append(line[: _LONGEST_HEADER - size])
            size += len(line)
            if size >= _LONGEST_HEADER:
                break
        return super().header_source_parse(kept)


_LONGEST_HEADER = 4_000


def _message(source: Source) -> Message:
    try:
        message = BytesParser(policy=_Policy()).parsebytes(source.content)
        for _ in message.walk():
            pass
    except (MessageError, RecursionError, ValueError, LookupError, AttributeError) as error:
        raise SeedError(
            source.place, None, "not readable as a mail or an MHTML page; save it again as HTML"
        ) from error
    return message


def _part(message: Message, kind: str) -> Message | None:
    """Return the first part of a kind: the page itself stands before its frames."""
    return next(
        (part for part in message.walk() if part.get_content_type() == kind and part.get_filename() is None),
        None,
    )


def _content(part: Message) -> bytes:
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""


def _decoded(part: Message) -> str:
    try:
        return _content(part).decode(part.get_content_charset("utf-8"), "replace")
    except LookupError:  # an encoding that nobody knows
        return _content(part).decode("utf-8", "replace")


def _header(message: Message, name: str) -> str:
    """Return a header's words; one that breaks the rules of mail is as good as none."""
    try:
        return " ".join(str(make_header(decode_header(message.get(name, "")))).split())
    except (MessageError, ValueError, LookupError):
        return ""


def _saved_facts(message: Message, page: Message) -> dict[str, str]:
    """Return where the browser had the page from."""
    addresses = (_header(message, "Snapshot-Content-Location"), _header(page, "Content-Location"))
    return {"url": next((address for address in addresses if address.startswith("http")), "")}


def _sent_facts(message: Message) -> dict[str, str]:
    """Return the subject, and the day on which it was sent unless somebody passed it on."""
    subject = _header(message, "Subject")
    facts = {"headline": _FORWARDED.sub("", subject)}
    if not _FORWARDED.match(subject) and (day := _day(_header(message, "Date"))):
        facts["published"] = day
    return facts


def _day(stamp: str) -> str:
    try:
        return parsedate_to_datetime(stamp).date().isoformat()
    except ValueError:
        return ""


def webarchive_articles(source: Source) -> Iterator[RawArticle | SeedError]:
    """Read a web archive of Safari: a property list with the page in it.

    Raises:
        SeedError: it is none.
    """
    advice = "not readable as a web archive of Safari; save the page again, as HTML"
    try:
        main = plistlib.loads(source.content)["WebMainResource"]
        content, address = main["WebResourceData"], main.get("WebResourceURL", "")
    except (
        plistlib.InvalidFileException,
        ExpatError,
        KeyError,
        TypeError,
        ValueError,
        RecursionError,
        OverflowError,
        AttributeError,
        IndexError,
    ) as error:
        raise SeedError(source.place, None, advice) from error
    if not isinstance(content, bytes) or not isinstance(address, str):
        raise SeedError(source.place, None, advice)
    yield _page(page_characters(content), source, {"url": address if address.startswith("http") else ""})


def _page(html: str, source: Source, facts: dict[str, str]) -> RawArticle | SeedError:
    page = page_article(html, source, id_=article_id(source.stem), line=1, content=source.content)
    return replace(page, given=given_fields(facts)) if isinstance(page, RawArticle) else page
