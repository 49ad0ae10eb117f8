"""How is text of others printed, so that it steers no terminal and reads in the order of its bytes?"""

from __future__ import annotations

import re
import sys
from typing import TextIO

_STEERING = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def visible(text: str) -> str:
    r"""Return text in which a control character or a mark of direction is shown as `\u001b`.

    Line ends and tabs stay. JSON says the same with it as without.
    """
    if text.isascii() and text.isprintable():
        return text
    return _STEERING.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def say(text: object, *, file: TextIO | None = None) -> None:
    """Print a text of any source."""
    print(visible(str(text)), file=file or sys.stdout)
