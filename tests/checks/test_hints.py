"""Every match of a pattern that is gated by hints is found in the lines that hold one of them."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.checks.passages import passages_of
from generator.checks.rules import background, dates, quotation, sources, wording
from generator.model import Article, ReadArticle

GATED = {
    "loaded": (wording._LOADED, wording._LOADED_HINTS),
    "factive": (wording._FACTIVE, wording._FACTIVE_HINTS),
    "hedged": (wording._HEDGED_FALSE, wording._HEDGED_FALSE_HINTS),
    "anonymity": (sources._ANONYMITY, sources._ANONYMITY_HINTS),
    "media": (sources._SOME_MEDIA, sources._SOME_MEDIA_HINTS),
    "own reference": (background._OWN_REFERENCE, background._OWN_HINTS),
    "weekday": (dates._WEEKDAY_AND_DATE, dates._WEEKDAY_HINTS),
    "relative": (dates._RELATIVE, dates._RELATIVE_HINTS),
    "bracket": (quotation._BRACKET, quotation._BRACKET_HINTS),
}


@pytest.mark.parametrize("name", GATED)
@settings(max_examples=200)
@given(data=st.data())
def test_every_match_is_in_a_line_with_a_hint(name: str, data: st.DataObject) -> None:
    pattern, hints = GATED[name]
    text = "One line.\n" + data.draw(st.from_regex(re.compile(pattern.pattern, pattern.flags))) + "\nAnother."
    article = Article(id="a", path="a.txt", sha256="0", raw=text, text=text, paragraphs=())  # type: ignore[arg-type]
    expected = [match.span() for match in pattern.finditer(text)]
    assert expected
    assert expected == [
        match.span() for match in passages_of(ReadArticle(article, ())).matches(pattern, hints)
    ]
