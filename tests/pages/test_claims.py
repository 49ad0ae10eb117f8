"""A claim's page shows verdict and grounds, links each word to its place, and hides no doubt."""

from __future__ import annotations

import dataclasses
import posixpath
from urllib.parse import parse_qs, urlsplit

import pytest

from generator.checks.apply import apply_fixes
from generator.checks.changes import Change, Stand
from generator.checks.fixes import Fix, read_fixes
from generator.checks.record import entries
from generator.checks.reviews import Desktop, Files, desktop
from generator.checks.signals import story_signals
from generator.model import Field, FieldStatus, Page, ReadArticle, Story, StoryId
from generator.pages.claims import claim_pages
from generator.pages.edition import Edition, pages_of
from generator.pages.index import Index
from generator.pages.repository import repository_of
from generator.pages.stands import Stands
from tests.checks.history import signed
from tests.checks.labelled_seeds import ROOT, labelled_seeds, reuse
from tests.checks.test_lint import PATH, TRUE, TWO_SIGNED
from tests.pages.site import body, read

READS = tuple(found for found, _ in labelled_seeds().values())
CORRECTED = TWO_SIGNED.replace("published", "corrected").replace(
    "corrections: []",
    "corrections:\n  - {date: 2026-11-24, type: correction, note: the day was wrong, was: July 13}",
)


def _edition(reads: tuple[ReadArticle, ...]) -> Edition:
    stories = tuple(Story(StoryId(found.article.id), (found.article.id,)) for found in reads)
    return Edition(articles=reads, stories=stories)


def _pages(text: str, reads: tuple[ReadArticle, ...] = READS, fixes: tuple[Fix, ...] = ()) -> dict[str, Page]:
    found = desktop(Files("reviews", {PATH: text}, history=signed(text)), READS, reuse())
    found = dataclasses.replace(found, fixes=fixes)
    index = Index.of(_edition(reads))
    repository = repository_of("https://example.org/site.git")
    return {page.path: page for page in claim_pages(index, found, repository=repository)}


def _claim(text: str, reads: tuple[ReadArticle, ...] = READS) -> Page:
    return _pages(text, reads)[f"claims/{PATH.removesuffix('.yml')}.md"]


@pytest.mark.parametrize("text", [TRUE, TWO_SIGNED, CORRECTED], ids=["in review", "published", "corrected"])
def test_a_page_is_whole_and_every_link_leads_somewhere(text: str) -> None:
    pages = _pages(text)
    paths = {page.path: read(body(page)) for page in (*pages.values(), *pages_of(_edition(READS)))}
    for path, page in pages.items():
        reading = paths[path]
        assert [] == reading.unbalanced
        assert "\n\n" not in body(page).strip()
        for link in (link for link in reading.links if not link.startswith(("http", "#"))):
            assert _leads_somewhere(path, link, paths), link


def _leads_somewhere(path: str, link: str, pages: dict[str, object]) -> bool:
    target, _, anchor = link.partition("#")
    here = path.removesuffix("index.md").removesuffix(".md")
    there = posixpath.normpath(posixpath.join(here, target))
    if (ROOT / "site_src" / f"{there}.md").is_file() and there.startswith("policies/"):
        return True
    found = pages.get(f"{there}.md") or pages.get(f"{there}/index.md")
    return found is not None and (not anchor or anchor in found.ids)  # type: ignore[attr-defined]


def test_work_in_progress_is_kept_from_search_engines() -> None:
    assert "robots: noindex" in _claim(TRUE).text
    assert "robots" not in _claim(TWO_SIGNED).text


def test_each_piece_of_evidence_leads_to_its_quote() -> None:
    links = read(body(_claim(TRUE))).links
    assert any("articles/001_151755ee29b01678/#t-q-e397c34e81a3" in link for link in links)


def test_two_versions_of_one_utterance_are_one_source() -> None:
    words = " ".join(" ".join(read(body(_claim(TRUE))).text).split())
    assert "One independent source" in words
    assert "the same utterance as e1 : both count once" in words


def test_a_changed_article_makes_the_page_out_of_date() -> None:
    changed = TRUE.replace("source_sha256: 3883", "source_sha256: 0000")
    assert "Out of date." in " ".join(read(body(_claim(changed))).text)
    assert "Out of date." not in " ".join(read(body(_claim(TRUE))).text)


def test_a_quote_that_is_gone_is_an_orphan_and_leads_nowhere() -> None:
    gone = TRUE.replace("quote: recent reports by certain", "quote: recent reports by some")
    assert "these words are no longer there" in " ".join(read(body(_claim(gone))).text)


def test_a_withdrawn_articles_words_are_not_shown() -> None:
    fix = Fix("fix.yml", 1, "a", "2026-11-24", "asked by the outlet", READS[1].article.id, withdraw=True)
    page = _claim(TRUE, apply_fixes(READS, [fix]))
    assert "alleging that Iran has been in talks" not in " ".join(read(body(page)).text)


def test_corrections_of_verdicts_and_of_the_machine_are_listed() -> None:
    fix = Fix(
        "fix.yml",
        1,
        "reader-a",
        "2026-11-23",
        "a heading",
        READS[0].article.id,
        quote="x",
        changes=(("drop", "true"),),
    )
    words = " ".join(read(body(_pages(CORRECTED, fixes=(fix,))["corrections.md"])).text)
    assert "the day was wrong" in words
    assert "no quotation" in words


def test_a_claim_can_be_mended_where_it_stands() -> None:
    links = read(body(_claim(TRUE))).links
    assert f"https://example.org/site/edit/main/reviews/{PATH}" in links
    assert any(link.startswith("https://example.org/site/issues/new?title=Claim") for link in links)


def test_a_signal_says_what_a_reviewer_made_of_it() -> None:
    found = desktop(Files("reviews", {PATH: TRUE}), READS, reuse())
    signals = story_signals(READS[:2], reuse(), ())
    edition = dataclasses.replace(_edition(READS), desktop=found, signals=signals)
    page = next(page for page in pages_of(edition) if page.path == f"articles/{READS[0].article.id}.md")
    words = " ".join(" ".join(read(body(page)).text).split())
    assert "looked at: nothing in it : quotation marks, a comma and dots" in words


def test_no_reviews_make_an_empty_list() -> None:
    pages = list(claim_pages(Index.of(_edition(READS)), Desktop()))
    assert ["claims/index.md", "corrections.md"] == [page.path for page in pages]


def test_fact_checks_of_others_are_named_with_their_verdict() -> None:
    feed = '[{"claimReviewed": "Iran talks with the US through Russia as mediation", "url": "https://example.org/1"}]'
    found = desktop(Files("reviews", {PATH: TRUE, "known/feed.json": feed}), READS, reuse())
    edition = dataclasses.replace(_edition(READS), desktop=found)
    page = next(claim_pages(Index.of(edition), found))
    assert "https://example.org/1" in read(body(page)).links
    article = next(page for page in pages_of(edition) if page.path == f"articles/{READS[1].article.id}.md")
    assert "https://example.org/1" in read(body(article)).links


def test_changes_are_told_by_day_and_lead_to_the_page_they_are_about() -> None:
    change = Change(
        "2026-11-24", "abcdef012345", "added", "seeds", f"{READS[0].article.path}", "Take <in> an article"
    )
    told = tuple(entries([change], {each.article.id: each for each in READS}, Desktop(), seeds="seeds"))
    edition = dataclasses.replace(
        _edition(READS), changes=told, repository=repository_of("https://example.org/site")
    )
    page = next(page for page in pages_of(edition) if page.path == "changes.md")
    reading = read(body(page))
    assert "../articles/000_deb20142414e904d/" in reading.links
    assert "https://example.org/site/commit/abcdef012345" in reading.links
    assert "Take <in> an article" in " ".join(reading.text)


def test_a_page_names_the_commit_it_stands_at_and_leads_to_its_history() -> None:
    article, path = READS[0].article, f"reviews/{PATH}"
    seeds = {article.path: Stand("abcdef012345", "2026-11-24", 1, f"seeds/{article.path}")}
    stands = Stands(seeds, {PATH: Stand("0123456789ab", "2026-11-25", 2, path, edited=True)})
    edition = dataclasses.replace(
        _edition(READS),
        stands=stands,
        repository=repository_of("https://example.org/site"),
        desktop=desktop(Files("reviews", {PATH: TRUE}), READS, reuse()),
    )
    pages = {page.path: read(body(page)) for page in pages_of(edition)}
    for reading in (pages[f"articles/{article.id}.md"], pages[f"stories/{article.id}.md"]):
        assert "https://example.org/site/commit/abcdef012345" in reading.links
        assert f"https://example.org/site/commits/main/seeds/{article.path}" in reading.links
    claim = pages[f"claims/{PATH.removesuffix('.yml')}.md"]
    assert "with changes that are not committed yet" in " ".join(claim.text)


def test_a_quote_can_be_corrected_and_its_verdict_edited_from_its_place() -> None:
    edition = dataclasses.replace(
        _edition(READS),
        repository=repository_of("https://example.org/site"),
        desktop=desktop(Files("reviews", {PATH: TRUE}), READS, reuse()),
    )
    id_ = READS[1].article.id
    page = next(page for page in pages_of(edition) if page.path == f"articles/{id_}.md")
    links = read(body(page)).links
    assert f"https://example.org/site/edit/main/reviews/{PATH}" in links
    forms = [link for link in links if "/new/main/reviews/fixes?" in link]
    assert len(READS[1].quotes) == len(forms)
    query = parse_qs(urlsplit(forms[0]).query)
    assert [f"{id_}-{READS[1].quotes[0].anchor}.yml"] == query["filename"]
    signed_form = query["value"][0].replace("by: ", "by: reader-a").replace("on: ", "on: 2026-11-24")
    fixes, problems = read_fixes(
        "fix.yml", signed_form.replace("why: ", "why: line 3"), {each.article.id: each for each in READS}
    )
    assert ((), READS[1].quotes[0].id) == (problems, fixes[0].quote)


def test_what_is_known_of_an_outlet_stands_on_its_page_and_on_its_articles() -> None:
    notes = "outlets:\n- {name: Press TV, owner: <IRIB>, country: Iran, note: State broadcaster., source: its own pages, url: 'javascript:x'}\n"
    found = desktop(Files("reviews", {"outlets.yml": notes}), READS, reuse())
    assert () == found.problems
    fields = (Field("outlet", FieldStatus.REVIEWER, "Press TV"),)
    printed = ReadArticle(dataclasses.replace(READS[0].article, fields=fields), READS[0].quotes)
    edition = dataclasses.replace(_edition((printed,)), desktop=found)
    pages = {page.path: read(body(page)) for page in pages_of(edition)}
    for path in ("outlets/press-tv.md", f"articles/{printed.article.id}.md"):
        words = " ".join(" ".join(pages[path].text).split())
        assert "Owner: <IRIB>. Country: Iran. State broadcaster. From its own pages." in words
        assert not [link for link in pages[path].links if link.startswith("javascript")]


def test_people_are_named_as_the_desk_lists_them_and_days_are_said_in_words() -> None:
    found = desktop(
        Files(
            "reviews",
            {PATH: TRUE, "reviewers.yml": "reviewers:\n  - {id: founders, name: Ada Reader}\n"},
            history=signed(TRUE),
        ),
        READS,
        reuse(),
    )
    page = next(
        page
        for page in claim_pages(Index.of(_edition(READS)), found)
        if page.path.endswith(f"{PATH[:-4]}.md")
    )
    words = " ".join("".join(read(body(page)).text).split())
    assert "By Ada Reader" in words
    assert "Begun 24 November 2026" in words
    assert "By founders" not in words


def test_a_verdict_that_was_taken_back_stands_nowhere_as_one() -> None:
    gone = CORRECTED.replace("status: corrected", "status: retracted").replace(
        "type: correction", "type: retraction"
    )
    pages = _pages(gone)
    words = " ".join(read(body(pages[f"claims/{PATH[:-4]}.md"])).text)
    assert "Retracted" in words
    assert "It said:" in words
    assert "v-chip--verdict" not in pages["claims/index.md"].text
    assert "v-chip--verdict" in _pages(TWO_SIGNED)["claims/index.md"].text


def test_only_the_words_of_a_source_stand_in_quotation_marks() -> None:
    verbatim, summary = TRUE, TRUE.replace("wording: verbatim", "wording: summary")
    assert '<h1 data-search-exclude="1">“' in _claim(verbatim).text
    assert '<h1 data-search-exclude="1">“' not in _claim(summary).text


def test_a_correction_is_told_in_words_and_with_the_outlet_of_its_article() -> None:
    fix = Fix(
        "fix.yml",
        1,
        "reader-a",
        "2026-11-23",
        "a heading",
        READS[0].article.id,
        changes=(("published", "2019-07-15"), ("polarity", "denied")),
    )
    page = _pages(CORRECTED, fixes=(fix,))["corrections.md"]
    words = " ".join("".join(read(body(page)).text).split())
    assert "Published: 15 July 2019, Polarity: denied" in words
    assert "Outlet not named (000_deb20142414e904d)" in words
    assert "It said: July 13" in words
