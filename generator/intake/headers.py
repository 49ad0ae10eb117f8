"""Does a text open with lines that name its facts: "Title: …", "Source: …", "Date: …"?"""

from __future__ import annotations

import re

from generator.intake.given import field_of

_NAMED = re.compile(r"(?P<key>[^\W\d_][\w -]{1,24}?)\s*:[ \t]+(?P<value>\S.*)")
_MOST_LINES = 12
_LEAST_KNOWN = 2
"""Lines with a known key: one alone ("Source: Reuters") is a line of the text."""
_RULE = re.compile(r"[-=_*]{3,}")


def named_facts(text: str) -> tuple[dict[str, str], int]:
    """Return the facts of such lines and how many lines of the text they take; nothing where a line among them is none."""
    facts: dict[str, str] = {}
    for number, line in enumerate(text.split("\n", _MOST_LINES)[:_MOST_LINES], 1):
        found = _NAMED.fullmatch(line.strip())
        if found:
            facts.setdefault(found["key"].strip().casefold(), found["value"].strip())
        elif line.strip() and not _RULE.fullmatch(line.strip()):
            return {}, 0
        else:
            known = sum(field_of(key) is not None for key in facts)
            return (facts, number) if known >= _LEAST_KNOWN and 2 * known > len(facts) else ({}, 0)
    return {}, 0
