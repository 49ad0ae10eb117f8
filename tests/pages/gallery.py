"""Pictures of every kind of page, on sites of every kind: full and empty, in both directions, with and without rights.

`python -m tests.pages.browser FOLDER [SITE ...]` writes them, in both schemes and at both widths, and on paper.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.pages import desk, rightward, showcase
from tests.pages.browser import KINDS, SCHEMES, WIDTHS, build, visit
from tests.sites import mkdocs, working_copy

RICH = {
    "home": "",
    "story": "stories/bridge-00/",
    "story-of-two": "stories/ferry/",
    "story-of-one": "stories/no-headline/",
    "article": "articles/bridge-00/",
    "article-corrected": "articles/bridge-01/",
    "article-answered": "articles/bridge-05/",
    "article-excerpts": "articles/bridge-07/",
    "article-without-text": "articles/bridge-09/",
    "article-withdrawn": "articles/depot/",
    "article-without-headline": "articles/no-headline/",
    "article-from-right-to-left": "articles/jisr/",
    "speaker": "speakers/anna-berg/",
    "outlet": "outlets/harbor-post/",
    "claim": "claims/bridge-cost/",
    "claim-stale": "claims/ferry-paid/",
    "claim-retracted": "claims/buses-fines/",
    "claim-in-review": "claims/buses-plan/",
    "claim-draft": "claims/bridge-closed/",
    "articles": "articles/",
    "stories": "stories/",
    "speakers": "speakers/",
    "outlets": "outlets/",
    "claims": "claims/",
    "corrections": "corrections/",
    "changes": "changes/",
    "find": "find/",
    "components": "about/components/",
    "about": "about/",
    "policy": "policies/method/",
    "missing": "404.html",
}
"""Address of each page of the invented site that shows something of its own."""
HIDDEN = {name: RICH[name] for name in ("home", "story", "article", "speaker", "claim-draft")}
RIGHTWARD = {
    "home": "",
    "story": "stories/a/",
    "article": "articles/c/",
    "article-of-the-other-direction": "articles/post/",
    "outlet": "outlets/harbor-post/",
    "claim": "claims/claim/",
    "articles": "articles/",
    "stories": "stories/",
    "speakers": "speakers/",
    "outlets": "outlets/",
    "claims": "claims/",
    "corrections": "corrections/",
    "changes": "changes/",
    "find": "find/",
    "components": "about/components/",
    "missing": "404.html",
}
ADDRESS = "https://example.org/site/"


@dataclass(frozen=True)
class Gallery:
    """A site and those of its pages that are looked at."""

    pages: Mapping[str, str]
    fill: Callable[[Path], None] | None = None
    """Writes seeds and reviews; None: those of this repository."""
    config: Mapping[str, str] = field(default_factory=dict)
    """What stands in `mkdocs.yml` in the place of what."""
    media: str = "screen"

    def build(self, folder: Path) -> Path:
        """Build the site in a folder; returns the built site."""
        if self.fill is None:
            return build(folder)
        working_copy(folder)
        for name in ("seeds", "reviews"):
            shutil.rmtree(folder / name)
        (folder / "site_src" / "addresses.yml").unlink(missing_ok=True)
        self.fill(folder)
        config = folder / "mkdocs.yml"
        text = config.read_text(encoding="utf-8")
        for ours, theirs in self.config.items():
            assert ours in text, ours
            text = text.replace(ours, theirs)
        config.write_text(text, encoding="utf-8")
        done = mkdocs(folder, "build", site_url=ADDRESS)  # what is out of date is warned of
        assert done.returncode == 0, done.stderr
        return folder / "site"


def _language(code: str) -> Gallery:
    def fill(folder: Path) -> None:
        rightward.write(folder, code, foreign=True)

    return Gallery(RIGHTWARD, fill, {"  language: en": f"  language: {code}"})


def _terms(word: str) -> Gallery:
    return Gallery(HIDDEN, showcase.write, {"\n  - variorum\n": f"\n  - variorum: {{rights: {word}}}\n"})


_LINKED = {'!ENV [REPO_URL, ""]': "https://example.org/desk/site"}
SITES: Mapping[str, Gallery] = {
    "seeds": Gallery(KINDS),
    "rich": Gallery(RICH, desk.fill, _LINKED),
    "persian": _language("fa"),
    "arabic": _language("ar"),
    "excerpts": _terms("excerpts"),
    "none": _terms("none"),
    "paper": Gallery(RICH, desk.fill, media="print"),
}


def pictures(folder: Path, wanted: Sequence[str] = ()) -> None:
    """Write a picture of every page of some sites, or of all; one folder a site."""
    for name in wanted or SITES:
        gallery = SITES[name]
        with tempfile.TemporaryDirectory() as work:
            site = gallery.build(Path(work))
            for scheme, width in _looks(gallery):
                with visit(site, scheme=scheme, width=width, media=gallery.media) as visited:
                    for page_name, address in gallery.pages.items():
                        page = visited.page
                        page.goto(visited.base + address)
                        page.wait_for_timeout(400)  # the tabs fade in
                        place = folder / name / f"{page_name}-{scheme}-{width}.png"
                        page.screenshot(path=place, full_page=True)


def _looks(gallery: Gallery) -> Iterator[tuple[str, int]]:
    """Yield the schemes and widths of a site's pictures; paper has one of each."""
    if gallery.media == "print":
        yield "light", 794
        return
    yield from ((scheme, width) for scheme in SCHEMES for width in WIDTHS)
