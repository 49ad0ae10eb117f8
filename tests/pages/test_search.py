"""A reader of a large site finds an article by its words, exactly or nearly, and by who says them."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from generator.pages.finding import slim_pages
from tests.pages.browser import Visit, visit
from tests.sites import mkdocs, working_copy

ARTICLE = {
    "id": "a",
    "headline": "Bridge <b>safe</b>",
    "outlet": "Harbor Post",
    "language": "en",
    "published": "2019-07-14",
    "text": "Berg said “It is safe.” She denied that it was closed.",
}
QUOTES = [
    {"article": "a", "key": "q-1", "parts": [[11, 22]], "speaker": {"id": "berg", "name": "Anna Berg"}, "mention": None,
     "kind": "direct", "polarity": "affirmed"},
    {"article": "a", "key": "q-2", "parts": [[40, 53]], "speaker": None, "mention": {"text": "She"},
     "kind": "indirect", "polarity": "denied"},
]  # fmt: skip
CLAIMS = [{"public": True, "rating": "denied", "evidence": [{"article": "a"}]}]


def test_an_articles_slim_page_holds_its_text_once_with_its_quotes_marked() -> None:
    (path, page), (other, speaker) = slim_pages([ARTICLE], QUOTES, CLAIMS)
    assert ("articles/a.html", "speakers/berg.html") == (path, other)
    assert 'Berg said “<span id="q-1">It is safe.</span>”' in page
    assert '<i data-pagefind-meta="q-2">“She”|denied|indirect</i>' in page
    for name, value in (
        ("outlet", "Harbor Post"),
        ("year", "2019"),
        ("speaker", "Anna Berg"),
        ("verdict", "denied"),
    ):
        assert f'<i data-pagefind-filter="{name}">{value}</i>' in page
    assert "<b>" not in page
    assert "Anna Berg" in speaker


def test_what_may_not_be_shown_is_not_in_the_index() -> None:
    hidden = {**ARTICLE, "headline": None, "text": "█" * len(ARTICLE["text"])}
    (_, page), *_ = slim_pages([hidden], [{**quote, "words": ""} for quote in QUOTES], [])
    assert "safe" not in page
    assert "█" not in page
    assert "[…]" in page


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the site with Pagefind behind its search box."""
    folder = working_copy(tmp_path_factory.mktemp("pagefind"))
    config = folder / "mkdocs.yml"
    config.write_text(config.read_text().replace("  - variorum\n", "  - variorum: {search: pagefind}\n"))
    done = mkdocs(folder, "build", "--strict", site_url="https://example.org/site/")
    assert done.returncode == 0, done.stderr
    assert not (folder / "site" / "search").exists()
    return folder / "site"


@pytest.fixture
def seen(site: Path) -> Iterator[Visit]:
    """Open a browser on it; nothing may stand in its console and no other host may have been asked."""
    with visit(site) as visited:
        yield visited
    assert visited.complaints == []


@pytest.mark.browser
def test_a_hit_names_the_outlet_and_who_speaks_and_leads_to_the_words(seen: Visit) -> None:
    page = seen.go("")
    page.keyboard.press("/")
    page.keyboard.type("engaged in no negotiations with the American officials")
    hit = page.locator(".v-finder__hit").first
    expect(hit).to_contain_text("quoted: Abbas Mousavi")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/articles/*/#t-q-*")
    expect(page.locator(":target")).to_contain_text("no negotiations")


@pytest.mark.browser
def test_exact_words_and_filters_narrow_the_hits(seen: Visit) -> None:
    page = seen.go("")
    page.keyboard.press("/")
    page.keyboard.type("officials American the with")
    expect(page.locator(".v-finder__hit").first).to_be_visible()
    page.get_by_label("exact words").check()
    expect(page.get_by_text("0 results")).to_be_visible()
    page.get_by_label("exact words").uncheck()
    everything = page.locator(".v-finder__hit").count()
    page.get_by_text("Filter", exact=True).click()
    page.get_by_label("Speaker", exact=True).select_option("Hassan Rouhani")
    expect(page.locator(".v-finder__hit")).not_to_have_count(everything)
    page.keyboard.press("Escape")


@pytest.mark.site
def test_the_index_is_kept_for_the_next_build(site: Path) -> None:
    kept = list((site.parent / ".variorum" / "finding").iterdir())
    assert 1 == len(kept)
    assert (site / "pagefind" / "pagefind.js").is_file()
    assert (
        json.loads((site / "pagefind" / "pagefind-entry.json").read_text())["languages"]["en"]["page_count"]
        > 5
    )
