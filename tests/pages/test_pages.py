"""Every page is inert, whole and linked: whatever an article's text says, and from wherever it is served."""

import json
from collections import Counter

import pytest
import yaml

from generator.model import Page
from generator.pages.edition import Edition, pages_of
from generator.pages.links import address
from tests.pages import sample, site

PAGES = {page.path: page for page in pages_of(sample.edition())}
KINDS = [
    "index.md",
    *("articles/full.md", "articles/short.md", "articles/hostile.md", "articles/index.md"),
    *("stories/full.md", "stories/hostile.md", "stories/index.md"),
    *("speakers/anna-berg.md", "speakers/index.md", "outlets/harbor-post.md", "outlets/index.md"),
    *("find/index.md", "about/components.md"),
]


def shown(path: str) -> str:
    return " ".join("".join(site.read(site.body(PAGES[path])).text).split())


def test_every_kind_of_page_is_made() -> None:
    assert set(KINDS) <= PAGES.keys()


@pytest.mark.parametrize("page", PAGES.values(), ids=lambda page: page.path)
def test_a_page_is_one_html_block_without_blank_lines(page: Page) -> None:
    html = site.body(page)
    assert html.startswith("<div")
    assert html.endswith("</div>\n")
    assert "" not in html.rstrip("\n").split("\n")


@pytest.mark.parametrize("page", PAGES.values(), ids=lambda page: page.path)
def test_a_pages_elements_are_closed_in_order_and_its_ids_are_its_own(page: Page) -> None:
    reading = site.read(site.body(page))
    assert [] == reading.unbalanced
    assert [] == reading.open
    assert [] == [id_ for id_, times in Counter(reading.ids).items() if times > 1]


@pytest.mark.parametrize("page", PAGES.values(), ids=lambda page: page.path)
def test_every_link_within_the_site_leads_to_a_page_and_a_place(page: Page) -> None:
    ids = {address(other.path): set(site.read(other.text).ids) for other in PAGES.values()}
    ids |= {address(path): set() for path in site.written("policies")}
    # the pages' chapters write it beside them, which tests/exports/test_tei.py holds
    ids["data/tei/full.xml"] = set()
    inside = [href for href in site.read(site.body(page)).links if not href.startswith("http")]
    places = [site.target(page, href) for href in inside]
    assert [] == [
        place for place in places if place[0] not in ids or (place[1] and place[1] not in ids[place[0]])
    ]


@pytest.mark.parametrize("page", PAGES.values(), ids=lambda page: page.path)
def test_nothing_an_article_says_becomes_active(page: Page) -> None:
    reading = site.read(site.body(page))
    assert not {"img", "iframe", "style", "base", "meta"} & set(reading.tags)
    assert reading.tags.count("form") == (page.path == "find/index.md")
    assert not [name for name in reading.attributes if name.startswith("on")]
    assert [] == [href for href in reading.links if href.lower().startswith(("javascript:", "data:"))]
    for active in ("{{", "{%", "{#", "<script>", "--8<--", "**"):
        assert active not in page.text


def test_a_hostile_text_is_shown_to_the_letter() -> None:
    visible = shown("articles/hostile.md")
    for line in sample.HOSTILE_TEXT.replace("\u202e", "[U+202E]").replace("\u202c", "[U+202C]").split("\n\n"):
        assert " ".join(line.split()) in visible


def test_structured_data_stand_in_the_page_as_the_json_they_are() -> None:
    scripts = site.read(site.body(PAGES["articles/hostile.md"])).scripts
    assert [sample.STRUCTURED] == [json.loads(script) for script in scripts]
    wrapped = site.read(site.body(PAGES["articles/full.md"])).scripts
    assert [{"name": "a < b"}] == [json.loads(script) for script in wrapped]


def test_front_matter_holds_a_title_that_no_engine_takes_for_markup() -> None:
    front = yaml.safe_load(PAGES["articles/hostile.md"].text.split("---\n")[1])
    assert sample.HOSTILE_TITLE == "".join(site.read(front["title"]).text)
    assert not set("<>{}\"'`[]#") & set(front["title"].replace("&#", ""))


def test_a_denied_quote_says_so_wherever_it_stands() -> None:
    denied = "it had been closed on Sunday"
    assert f"denied {denied}" in shown("articles/full.md")
    assert f"{denied}2 denied" in shown("articles/full.md").replace("quotation ", "")
    assert f"denied {denied}" in shown("speakers/anna-berg.md")
    assert f"denied {denied}" in shown("stories/full.md")


def test_a_nameless_source_keeps_its_label_and_has_no_page() -> None:
    visible = shown("articles/full.md")
    assert "“An engineer”no name found in the text" in visible
    assert [] == [path for path in PAGES if "engineer" in path]


def test_low_confidence_is_shown_and_high_is_not() -> None:
    assert "60% sure" in shown("articles/full.md")
    assert "97%" not in shown("articles/full.md")


def test_a_field_says_how_it_is_known() -> None:
    visible = shown("articles/short.md")
    assert "15 July (year not in the text)" in visible
    assert "Headline—not in the text" in visible
    assert "first words" in shown("articles/index.md")


def test_a_story_names_no_cutter_and_no_verdict() -> None:
    visible = shown("stories/full.md").casefold()
    assert "not in this version" in visible
    assert "cut by" not in visible
    assert "verdict" not in visible.replace("none of them is a verdict", "")


def test_the_same_edition_gives_the_same_bytes() -> None:
    assert list(PAGES.values()) == list(pages_of(sample.edition()))


def test_an_empty_edition_says_how_to_add_an_article() -> None:
    home = {page.path: page for page in pages_of(Edition())}["index.md"]
    assert "seeds/" in home.text
