"""A page that was filled into a frame is the page that MkDocs renders, byte for byte."""

import re
from pathlib import Path

import pytest

from generator.pages.sitemap import sitemap
from generator.pages.source import page_source, without_search_marks
from tests.sites import mkdocs, working_copy

# A hook of the site's owner that sees each page makes the plugin leave all pages to MkDocs.
HOOK = "def on_post_page(output, page, config):\n    return output\n"


def _built(folder: Path, *, hook: bool) -> dict[str, str]:
    working_copy(folder)
    config = folder / "mkdocs.yml"
    if hook:
        (folder / "hook.py").write_text(HOOK)
        config.write_text(config.read_text() + "\nhooks: [hook.py]\n")
    done = mkdocs(folder, "build", "--strict", site_url="https://example.org/site/")
    assert done.returncode == 0, done.stderr
    return {
        path.relative_to(folder / "site").as_posix(): path.read_text(encoding="utf-8")
        for path in sorted((folder / "site").rglob("*.html"))
    }


@pytest.mark.site
def test_pages_in_frames_are_those_that_mkdocs_renders(tmp_path: Path) -> None:
    framed, rendered = _built(tmp_path / "a", hook=False), _built(tmp_path / "b", hook=True)
    assert sorted(rendered) == sorted(framed)
    assert len(framed) > 20
    for path, html in rendered.items():
        assert _plain(html) == _plain(framed[path]), path


def _plain(html: str) -> list[str]:
    """Return a page's lines; a frame also marks the list under which the page is found."""
    lines = re.sub(r" md-(tabs|nav)__item--active", "", html).splitlines()
    return [line.strip() for line in lines if line.strip()]


def test_a_page_is_taken_apart_as_it_was_put_together() -> None:
    source = page_source("---\ntitle: A &#38; B\nrobots: noindex\n---\n\n<div>---\n</div>\n")
    assert ("A &#38; B", "", False, "<div>---\n</div>") == (
        source.title,
        source.description,
        source.indexed,
        source.body,
    )
    assert page_source("no front matter").body == "no front matter"


def test_what_only_the_search_reads_is_left_out() -> None:
    assert without_search_marks('<p data-search-exclude="1" id="a">x</p>') == '<p id="a">x</p>'
    assert without_search_marks('<p data-search-boost="2" data-search-exclude="1">') == "<p>"
    assert without_search_marks("<p>none</p>") == "<p>none</p>"


def test_the_site_map_lists_what_may_be_listed_and_no_dates() -> None:
    made = "<urlset>\n<url><loc>https://e.org/</loc><lastmod>2026-01-01</lastmod></url>\n</urlset>"
    found = sitemap(made, "https://e.org/", {"articles/a/": True, "articles/b/": False})
    assert found.count("<loc>") == 2
    assert "https://e.org/articles/a/" in found
    assert "lastmod" not in found
