"""What does a reader of one form get, and how is an article called?"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from generator.errors import SeedError
from generator.intake.limits import MAX_UNPACK_RATIO, MAX_UNPACKED_BYTES
from generator.model import ArticleId
from generator.text import RESERVED, slug

_SAFE_ID = re.compile(r"[A-Za-z0-9](?:[\w-]|\.(?=\w)){0,99}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Source:
    """The bytes of one seed file."""

    place: str
    """POSIX path below the seeds folder, for messages and for the page."""
    stem: str
    content: bytes


def article_id(name: str) -> ArticleId:
    """Return the name as it is where it is fit for an address, else a slug of it."""
    if _SAFE_ID.fullmatch(name) and name.lower() not in RESERVED:
        return ArticleId(name)
    return ArticleId(slug(name))


def unpacked(packed: bytes, place: str) -> bytes:
    """Return what a gzip file holds, all its members, within the limits.

    Raises:
        SeedError: it is no gzip file, or a bomb.
    """
    parts, size, rest = [], 0, packed
    limit = min(MAX_UNPACKED_BYTES, max(len(packed) * MAX_UNPACK_RATIO, 2**20))
    while rest:
        member = zlib.decompressobj(wbits=31)
        try:
            parts.append(member.decompress(rest, limit - size + 1))
        except zlib.error as error:
            if parts:
                break
            raise SeedError(place, None, "not a whole gzip file; fetch it again") from error
        size += len(parts[-1])
        if size > limit:
            raise SeedError(place, None, f"unpacks to more than {limit} bytes; unpack and split it")
        rest = member.unused_data
    return b"".join(parts)


def zip_members(content: bytes, place: str) -> Iterator[tuple[str, bytes]]:
    """Yield the files of a ZIP archive within the limits; nothing is ever written under their names.

    Raises:
        SeedError: no ZIP file, a bomb, or a member that points out of the archive.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            total = sum(entry.file_size for entry in archive.infolist())
            if total > min(MAX_UNPACKED_BYTES, max(len(content) * MAX_UNPACK_RATIO, 2**20)):
                raise SeedError(place, None, f"unpacks to {total} bytes; unpack and split it")
            for entry in archive.infolist():
                name = PurePosixPath(entry.filename)
                if name.is_absolute() or ".." in name.parts or "\\" in entry.filename:
                    raise SeedError(place, None, f"the member “{entry.filename}” points out of the archive")
                if entry.filename and not entry.filename.endswith("/"):
                    yield entry.filename, archive.read(entry)
    except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, NotImplementedError) as error:
        raise SeedError(place, None, "not a whole ZIP archive; fetch it again") from error
