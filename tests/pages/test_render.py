"""Text that enters a page shows the same characters and does nothing."""

import string
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import UndefinedError

from generator.pages.links import link, outside
from generator.pages.render import attribute_text, environment, markdown_text, title_text

PRINTABLE = st.text(
    st.characters(
        exclude_categories=["Cc", "Cs"],
        exclude_characters="\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069",
    )
)


@given(PRINTABLE)
def test_inert_text_reads_back_to_the_letter(text: str) -> None:
    assert text == unescape(str(markdown_text(text)))
    assert text == unescape(str(attribute_text(text)))


@given(st.text())
def test_no_ascii_punctuation_but_the_comma_is_left_outside_entities(text: str) -> None:
    bare = attribute_text(text).replace("&#", "").replace(";", "")
    assert not set(string.punctuation.replace(",", "")) & set(bare)


def test_a_hidden_direction_mark_is_shown_as_a_label() -> None:
    assert "U+202E" in markdown_text("a\u202eb")
    assert "\u202e" not in markdown_text("a\u202eb")
    assert attribute_text("a\u202eb") == "ab"


def test_a_control_character_shows_that_something_was_there() -> None:
    assert markdown_text("a\x02b\x00") == "a\ufffdb\ufffd"


def test_a_title_is_one_line() -> None:
    assert title_text("a\n---\nb: c") == "a --- b: c"


def test_links_are_relative_folders() -> None:
    assert link("articles/a.md", "stories/b.md", "s1") == "../../stories/b/#s1"
    assert link("articles/index.md", "articles/a.md") == "a/"
    assert link("articles/a.md", "articles/index.md") == "../"
    assert link("index.md", "articles/a.md") == "articles/a/"
    assert link("articles/a.md", "index.md") == "../../"
    assert link("articles/a.md", "articles/a.md", "text") == "#text"
    assert link("articles/a.md", "data/sources/x.txt") == "../../data/sources/x.txt"


def test_only_web_addresses_become_links() -> None:
    assert outside("https://example.org/a?b=c&d={{e}}") == "https://example.org/a?b=c&amp;d=%7B%7Be%7D%7D"
    assert outside("javascript:alert(1)") is None
    assert outside("https://a b") is None
    assert outside(None) is None


@pytest.mark.parametrize(
    ("template", "shown"),
    [
        ("{{ text }}", "&#60;b&#62;"),
        ("{% set other = text %}{{ other }}{{ 3 }}", "&#60;b&#62;3"),
        ("{% macro m(x) %}<i>{{ x }}</i>{% endmacro %}{{ m(text) }}", "<i>&#60;b&#62;</i>"),
        ("{% for one in [text] %}{{ one }}{% endfor %}", "&#60;b&#62;"),
        ("{{ [text] }}", "&#91;&#39;&#60;b&#62;&#39;&#93;"),
        ("{{ text ~ '&' }}", "&#60;b&#62;&#38;"),
        ("{{ none }}{{ 1.5 }}", "None1.5"),
    ],
)
def test_whatever_a_template_prints_is_inert(template: str, shown: str) -> None:
    assert environment().from_string(template).render(text="<b>") == shown


def test_a_name_that_is_not_there_fails() -> None:
    with pytest.raises(UndefinedError):
        environment().from_string("{{ nobody }}").render()
