"""A page's facts are what its markup states, held against what it shows its readers."""

from __future__ import annotations

import json

import pytest
from lxml import html

from generator.intake.articles import article_from
from generator.intake.markup import Markup, markup_of
from generator.intake.pagemeta import headline_of, outlet_of, published_field, without_outlet
from generator.intake.pages import page_article
from generator.intake.shown import Shown, shown_around
from generator.intake.source import Source, article_id
from generator.model import Article, Field, FieldStatus, RawArticle

HEADLINE = "Talks on the river end without a result"
BODY = "The talks on the shared river ended on Sunday without a result, and no new round was named by either side."


def markup(**stated: object) -> Markup:
    empty: dict[str, object] = {
        "metas": {}, "articles": (), "named": {}, "publishers": (), "headings": (), "title": "", "times": (),
        "authors": (), "url": "", "language": "en",
    }  # fmt: skip
    return Markup(**(empty | stated))  # type: ignore[arg-type]


def published(stamp: str, shown: Shown) -> Field | None:
    return published_field(markup(metas={"article:published_time": stamp} if stamp else {}), shown)


def test_a_date_that_markup_and_page_agree_on_is_the_surest() -> None:
    agreed = published("2019-07-14T10:00:00Z", Shown(("2019-07-14",), sure=True))
    alone = published("2019-07-14T10:00:00Z", Shown())
    assert agreed is not None
    assert alone is not None
    assert ("2019-07-14", "2019-07-14") == (agreed.value, alone.value)
    assert (agreed.confidence or 0) > (alone.confidence or 0)


def test_a_stamp_of_another_zone_gives_way_to_the_day_that_the_page_shows() -> None:
    found = published("2019-07-14T23:30:00-04:00", Shown(("2019-07-15",), sure=True))
    assert found is not None
    assert "2019-07-15" == found.value


def test_a_date_shown_under_the_headline_wins_with_a_doubt_that_names_the_other() -> None:
    found = published("2012-09-12", Shown(("2021-09-08",), sure=True))
    assert found is not None
    assert "2021-09-08" == found.value
    assert (found.confidence or 1) < 0.7
    assert "2012-09-12" in found.source


def test_a_date_of_a_banner_contradicts_nothing() -> None:
    found = published("2012-09-12", Shown(("2021-09-08",), sure=False))
    assert found is not None
    assert "2012-09-12" == found.value


def test_a_text_rewritten_long_after_has_no_known_day() -> None:
    found = published("2022-10-21", Shown(updated=("2023-12-22",), sure=True))
    assert found is not None
    assert (FieldStatus.PARTIAL, None) == (found.status, found.value)


def test_an_update_alone_is_no_publication() -> None:
    assert published("", Shown(updated=("2023-12-22",), sure=True)) is None


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ((HEADLINE, "July 14, 2019", BODY), (("2019-07-14",), ())),
        (("July 14, 2019", HEADLINE, BODY), (("2019-07-14",), ())),
        ((HEADLINE, "Updated July 14, 2019", BODY), ((), ("2019-07-14",))),
        ((HEADLINE, "Last updated:", "July 14, 2019", BODY), ((), ("2019-07-14",))),
        (
            (HEADLINE, "Published: July 12, 2019 | Updated: July 14, 2019", BODY),
            (("2019-07-12",), ("2019-07-14",)),
        ),
        (("Sunday, July 21, 2019", "Menu", "Search", HEADLINE, BODY), ((), ())),
    ],
)
def test_the_label_before_a_date_says_what_it_is(
    lines: tuple[str, ...], expected: tuple[tuple[str, ...], tuple[str, ...]]
) -> None:
    shown = shown_around(lines, [line == BODY for line in lines], HEADLINE)
    assert expected == (shown.published, shown.updated)


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        (f"{HEADLINE} | The Daily Herald", HEADLINE),
        (f"{HEADLINE} - dailyherald.com", HEADLINE),
        (f"The Daily Herald: {HEADLINE}", f"The Daily Herald: {HEADLINE}"),
        (f"The Daily Herald | {HEADLINE}", HEADLINE),
        ("Herald readers – and what they want to read", "Herald readers – and what they want to read"),
    ],
)
def test_the_name_of_the_outlet_is_cut_off_a_title(title: str, expected: str) -> None:
    assert expected == without_outlet(title, "The Daily Herald", "dailyherald.com")


def test_a_kicker_in_the_heading_is_no_part_of_the_headline() -> None:
    found = headline_of(markup(headings=(f"Opinion {HEADLINE}",), metas={"og:title": HEADLINE}))
    assert found is not None
    assert HEADLINE == found.value


def test_the_members_of_a_graph_are_named_by_reference() -> None:
    graph = [
        {"@type": "Organization", "@id": "#o", "name": "The Daily Example"},
        {"@type": "NewsArticle", "headline": HEADLINE, "publisher": {"@id": "#o"}},
    ]
    page = html.fromstring(
        f'<html><head><script type="application/ld+json">{json.dumps({"@graph": graph})}</script></head></html>'
    )
    found = outlet_of(markup_of(page))
    assert found is not None
    assert found.value == "The Daily Example"


def test_a_heading_is_found_in_a_title_whose_outlet_nothing_names() -> None:
    found = headline_of(
        markup(
            headings=("River talks fail again",),
            title="River talks fail again - The Daily Example of the North",
        )
    )
    assert found is not None
    assert "River talks fail again" == found.value


def page_of(*paragraphs: str) -> Article:
    """Read a page without metadata, its paragraphs in an article element."""
    text = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    source = f"<html><head><title>{HEADLINE}</title></head><body><article><h1>{HEADLINE}</h1>{text}</article></body></html>"
    content = source.encode()
    raw = page_article(source, Source("a.html", "a", content), id_=article_id("a"), line=1, content=content)
    assert isinstance(raw, RawArticle)
    return article_from(raw)


def test_the_dateline_of_a_page_states_what_its_markup_does_not() -> None:
    article = page_of("MASCOT, Ohio, April 8, 2019 /PRWire/ -- " + BODY, BODY, BODY)
    stated = {field.name: field for field in article.fields}
    expected = {"dateline": "MASCOT, Ohio", "published": "2019-04-08", "via": "PRWire"}
    assert expected == {name: stated[name].value for name in expected}
    assert ["MASCOT, Ohio", "April 8, 2019", "PRWire"] == [
        span.of(article.raw) for name in expected if (span := stated[name].span)
    ]


def test_the_frame_of_a_press_release_is_no_body_of_a_page() -> None:
    article = page_of("FOR IMMEDIATE RELEASE", BODY, BODY, "© 2019 The Daily Example")
    assert f"{BODY}\n\n{BODY}" == article.text
