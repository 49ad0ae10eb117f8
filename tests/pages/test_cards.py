"""A card says a page's title and description, in the letters that its fonts have, and the same way each time."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from PIL import Image

from generator.pages import cards
from generator.pages.cards import Card, Cards, card_of, drawn
from tests.sites import mkdocs, working_copy

ADDRESS = "https://example.org/site/"
NOTHING = Card("Variorum", "")


def ink(
    content: bytes, box: tuple[int, int, int, int] = (0, 20, cards.WIDTH, cards.HEIGHT)
) -> tuple[int, ...] | None:
    """Return the box of all that is written in a part of a card."""
    picture = Image.open(io.BytesIO(content)).convert("L").crop(box)
    return picture.point(lambda value: 255 if value < 128 else 0).getbbox()


def test_a_card_has_the_size_that_networks_ask_for_and_the_same_bytes_each_time() -> None:
    card = Card("Variorum", "Bridge safe", "Harbor Post")
    assert drawn(card) == drawn(card)
    assert (1200, 630) == Image.open(io.BytesIO(drawn(card))).size


@pytest.mark.parametrize(
    "title", ["Bridge safe", "Мост безопасен", "الجسر آمن", "پل امن است", "Γέφυρα", "a" * 400, "word " * 200]
)
def test_a_title_is_written_inside_the_margins(title: str) -> None:
    box = ink(drawn(Card("", " ".join(title.split()))))
    assert box is not None
    left, top, right, bottom = box
    assert left >= 70
    assert right <= cards.WIDTH - 70
    assert bottom - top < 400


def test_a_title_from_right_to_left_begins_on_the_right() -> None:
    box = ink(drawn(Card("", "الجسر")))
    assert box is not None
    assert box[2] > cards.WIDTH - 100
    assert box[0] > cards.WIDTH / 2


def test_a_title_in_letters_that_no_font_has_is_left_out() -> None:
    assert drawn(Card("Variorum", "橋は安全だ")) == drawn(NOTHING)
    assert drawn(Card("Variorum", "Bridge")) != drawn(NOTHING)


def test_entities_of_a_pages_front_matter_become_letters() -> None:
    assert card_of("S", "Q&#38;A &lt;b&gt;", " two\n lines ") == Card("S", "Q&A <b>", "two lines")


def test_a_kept_card_is_copied_and_an_unused_one_forgotten(tmp_path: Path) -> None:
    one, other = (Cards("Variorum", tmp_path / "cache") for _ in range(2))
    one.place("Bridge", "", tmp_path / "a" / "index.html")
    (kept,) = (tmp_path / "cache" / "cards").iterdir()
    assert (tmp_path / "a" / "card.png").read_bytes() == kept.read_bytes()
    kept.write_bytes(b"kept")
    other.place("Bridge", "", tmp_path / "b" / "index.html")
    assert (tmp_path / "b" / "card.png").read_bytes() == b"kept"
    other.forget()
    assert kept.exists()
    Cards("Variorum", tmp_path / "cache").forget()
    assert not kept.exists()


@pytest.mark.site
@pytest.mark.parametrize("options", ["cards: true", "cards: true, shard_articles: 2, search: pagefind"])
def test_each_page_names_a_card_that_is_there(tmp_path: Path, options: str) -> None:
    folder = working_copy(tmp_path)
    config = folder / "mkdocs.yml"
    config.write_text(config.read_text().replace("  - variorum\n", f"  - variorum: {{{options}}}\n"))
    for _ in range(2):
        done = mkdocs(folder, "build", "--strict", site_url=ADDRESS)
        assert done.returncode == 0, done.stderr
        pages = [path for path in (folder / "site").rglob("index.html") if "pagefind" not in path.parts]
        assert len(pages) > 20
        for path in pages:
            named = re.findall(r'property="og:image" content="([^"]+)"', path.read_text(encoding="utf-8"))
            assert len(named) == 1, path
            assert named[0].startswith(ADDRESS)
            assert (folder / "site" / named[0].removeprefix(ADDRESS)).parent == path.parent
            assert (path.parent / "card.png").read_bytes()[:4] == b"\x89PNG"
    without = mkdocs(folder, "build")
    assert without.returncode == 0, without.stderr
    assert "og:image" not in (folder / "site" / "index.html").read_text()
