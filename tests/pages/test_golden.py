"""Whole pages of the sample edition, as they should be: `make golden` accepts what changed, the diff is read."""

import os
from pathlib import Path

import pytest

from generator.pages.edition import pages_of
from tests.pages import sample

GOLDEN = Path(__file__).parent.parent / "golden" / "pages"
KEPT = (
    "index.md",
    "articles/full.md",
    "articles/hostile.md",
    "stories/full.md",
    "speakers/anna-berg.md",
    "outlets/harbor-post.md",
)


@pytest.mark.parametrize("path", KEPT)
def test_a_page_is_the_golden_one(path: str) -> None:
    made = {page.path: page.text for page in pages_of(sample.edition())}[path]
    place = GOLDEN / path
    if os.environ.get("GOLDEN") == "write":
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(made, encoding="utf-8")
    assert place.read_text(encoding="utf-8") == made
