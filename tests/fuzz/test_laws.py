"""No bytes break the laws of reading and cleaning: a search with Hypothesis, deep every night."""

from __future__ import annotations

import gzip
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fuzz.laws import SUFFIXES, hold_for

HOSTILE = "\0\x1b\x02\u202e\u200b\ufeff\u2028\u0085\r�\ud800"
LINE = st.one_of(
    st.text(max_size=80),
    st.text(alphabet=st.sampled_from(HOSTILE + " aA.,-#*_[](){}<>&;:\"'“”|\n"), max_size=60),
    st.sampled_from(
        (
            "---",
            "***",
            "# Talks end",
            "By Ann Writer",
            "Tehran, July 15 (RHC)-- The spokesman said no.",
            "Recent Posts",
            "8 COMMENTS",
            "Posted by | News |",
            "http://a.example/b",
            "<https://a.example>",
            "July 14, 2019",
            "07/08/2019",
            "Press TV – July 14, 2019",
            "title: x",
            "Advertisement",
            "<p>",
            "</div>",
            "<!--",
            "&amp;",
            "Iran Front Page (IFP) is a site.",
            "The talks on the shared river ended on Sunday without a result, the foreign ministry said in a statement.",
        )
    ),
)
TEXT = st.lists(LINE, max_size=30).map("\n".join)
BYTES = st.one_of(
    st.binary(max_size=400),
    TEXT.map(lambda text: text.encode("utf-8", "replace")),
    TEXT.map(lambda text: text.encode("utf-16", "replace")),
    TEXT.map(lambda text: text.encode("cp1252", "replace")),
)
TAG = st.sampled_from(
    [
        "div",
        "p",
        "span",
        "article",
        "h1",
        "h2",
        "ul",
        "li",
        "table",
        "td",
        "a",
        "br",
        "script",
        "style",
        "head",
        "body",
        "template",
        "svg",
        "figcaption",
        "blockquote",
        "time",
        "meta",
    ]
)
PAGE = st.recursive(
    st.text(max_size=60),
    lambda inside: st.builds(
        "<{0} class='{2}' {3}>{1}</{0}>".format, TAG, st.lists(inside, max_size=4).map(" ".join),
        st.sampled_from(("article-body", "related", "comment", "byline", "")),
        st.sampled_from(("", "hidden", "style='display:none'", "datetime='2019-07-14'", "property='og:title' content='&amp;'")),
    ),
    max_leaves=20,
)  # fmt: skip
VALUE = st.recursive(
    st.one_of(st.none(), st.booleans(), st.floats(allow_nan=True), TEXT),
    lambda inside: st.one_of(
        st.lists(inside, max_size=3), st.dictionaries(st.text(max_size=5), inside, max_size=3)
    ),
    max_leaves=6,
)
KEY = st.sampled_from(
    ("id", "text", "html", "title", "headline", "author", "url", "published", "cleaned", "x")
)


@given(BYTES, st.sampled_from(SUFFIXES))
def test_any_bytes_are_an_article_or_an_error_in_one_line(content: bytes, suffix: str) -> None:
    hold_for(gzip.compress(content) if suffix.endswith(".gz") else content, suffix)


@given(TEXT, st.sampled_from((".txt", ".md")))
def test_any_text_keeps_or_cuts_each_word_once(text: str, suffix: str) -> None:
    hold_for(text.encode("utf-8", "replace"), suffix)


@given(PAGE)
def test_any_page_keeps_or_cuts_each_word_once(page: str) -> None:
    hold_for(f"<html><body>{page}</body></html>".encode("utf-8", "replace"), ".html")


@given(st.lists(st.dictionaries(KEY, VALUE, max_size=6), max_size=3))
def test_any_record_is_an_article_or_an_error(records: list[dict[str, object]]) -> None:
    hold_for("\n".join(map(json.dumps, records)).encode(), ".jsonl")


@pytest.mark.nightly
@given(st.lists(st.lists(TEXT, max_size=4), min_size=1, max_size=4))
def test_any_table_is_articles_or_errors(rows: list[list[str]]) -> None:
    cells = ("\t".join(cell.replace("\n", " ") for cell in row) for row in rows)
    hold_for(("id\ttext\ttitle\turl\n" + "\n".join(cells)).encode("utf-8", "replace"), ".tsv")
