"""What does a reader of one form get, and how is an article called?"""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.model import ArticleId
from generator.text import slug

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
    plain = slug(name)
    reserved = plain == f"{name.lower()}-1"
    return ArticleId(name if _SAFE_ID.fullmatch(name) and not reserved else plain)
