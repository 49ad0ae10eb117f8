"""What a reader does, in a real browser: find, read, compare, copy; by mouse, by key and without scripts."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.pages.browser import KINDS, Visit, build, visit

pytestmark = pytest.mark.browser
ARTICLE = KINDS["article"]
SAID = "q-e397c34e81a3"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("built"))


@pytest.fixture
def reader(built: Path) -> Iterator[Visit]:
    with visit(built) as visited:
        yield visited
        assert [] == visited.complaints


def test_a_word_leads_to_an_article_its_quote_to_the_other_version_and_back(reader: Visit) -> None:
    page = reader.go("")
    page.keyboard.press("/")
    page.keyboard.type("clandestine")
    page.locator(".md-search-result__link").first.click()
    page.wait_for_url("**/articles/**")
    first = page.url.split("?")[0].split("#")[0]
    page.locator(f"#{SAID} .v-elsewhere a").click()
    page.wait_for_url(f"**#{SAID}")
    assert page.url.split("#")[0] != first
    page.locator(f"#{SAID} .v-elsewhere a").click()
    page.wait_for_url(f"{first}#{SAID}")
    page.locator(f"#{SAID} .v-number").click()
    assert page.locator(f"#t-{SAID}").is_visible()


def test_a_marked_quote_tells_its_speaker_and_a_denied_one_that_it_is(reader: Visit) -> None:
    page = reader.go(ARTICLE)
    page.locator(f"#t-{SAID}").hover()
    card = page.locator(".v-card")
    card.wait_for()
    assert "Abbas Mousavi" in card.inner_text()
    page.keyboard.press("Escape")
    assert card.is_hidden()
    page.locator(".v-ref--denied").first.focus()
    assert "DENIED" in card.inner_text().upper()


def test_a_citation_names_the_words_the_speaker_and_the_place(reader: Visit) -> None:
    reader.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = reader.go(ARTICLE)
    page.locator(f"#{SAID} .v-copy").nth(1).click()
    cited = page.evaluate("navigator.clipboard.readText()")
    assert "“The Islamic Republic of Iran is engaged in no negotiations" in cited
    assert "Abbas Mousavi" in cited
    assert cited.endswith(f"#{SAID}")


def test_keys_walk_from_quote_to_quote(reader: Visit) -> None:
    page = reader.go(ARTICLE)
    page.keyboard.press("j")
    first = page.evaluate("document.activeElement.id")
    page.keyboard.press("j")
    page.keyboard.press("k")
    assert first.startswith("q-")
    assert first == page.evaluate("document.activeElement.id")


def test_typography_is_hidden_until_it_is_asked_for(reader: Visit) -> None:
    page = reader.go(KINDS["story"])
    line = "getComputedStyle(document.querySelector('.v-diff--typographic')).textDecorationLine"
    assert page.evaluate(line) == "none"
    page.get_by_label("differences too").check()
    assert page.evaluate(line) == "underline"
    page.get_by_label("only sentences that differ").check()
    assert page.locator(".v-row--same").first.is_hidden()


def test_a_pasted_sentence_finds_every_article_that_prints_it(reader: Visit) -> None:
    page = reader.go(KINDS["find"])
    page.locator("textarea").fill("Iran is engaged in no talks with American officials at any level")
    page.get_by_role("button", name="Find").click()
    page.locator(".v-find__results li").nth(1).wait_for()
    assert page.locator(".v-find__results li").count() == 2
    assert SAID in page.locator(".v-find__results a").first.get_attribute("href")


def test_a_list_is_filtered_by_words(reader: Visit) -> None:
    page = reader.go("speakers/")
    page.get_by_label("Filter").fill("khamenei")
    assert page.locator(".v-browse tbody tr:visible").count() == 1


def test_without_scripts_every_page_reads_and_says_what_needs_one(built: Path) -> None:
    with visit(built, scripts=False) as visited:
        visited.page.goto(visited.base + ARTICLE)
        assert visited.page.locator(f"#{SAID}").is_visible()
        visited.page.goto(visited.base + KINDS["find"])
        assert "needs a script" in visited.page.locator(".v-find__form").inner_text()
        assert [] == visited.complaints
