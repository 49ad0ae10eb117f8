"""Every match of a pattern that is gated by hints holds one of them."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.checks.rules import sources, wording

GATED = {
    "loaded": (wording._LOADED, wording._LOADED_HINTS),
    "factive": (wording._FACTIVE, wording._FACTIVE_HINTS),
    "hedged": (wording._HEDGED_FALSE, wording._HEDGED_FALSE_HINTS),
    "anonymity": (sources._ANONYMITY, sources._ANONYMITY_HINTS),
}


@pytest.mark.parametrize("name", GATED)
@settings(max_examples=400)
@given(data=st.data())
def test_every_match_holds_a_hint(name: str, data: st.DataObject) -> None:
    pattern, hints = GATED[name]
    found = data.draw(st.from_regex(re.compile(pattern.pattern, pattern.flags)))
    match = pattern.search(found)
    assert match
    assert any(hint in found.casefold() for hint in hints), match[0]
