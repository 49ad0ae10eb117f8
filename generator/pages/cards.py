"""The picture beside a link that somebody shares: the page's title under the site's name, drawn here and asked of no host.

It says what the page's front matter says and nothing else. The fonts (Noto Sans, SIL Open Font License) come with
the extra `cards`; a title in a script that they lack is left out rather than drawn as boxes.
"""

from __future__ import annotations

import io
import unicodedata
from dataclasses import astuple, dataclass
from functools import lru_cache
from html import unescape
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from generator.store import key_of, write_if_changed

if TYPE_CHECKING:
    from PIL.ImageDraw import ImageDraw
    from PIL.ImageFont import FreeTypeFont

NAME = "card.png"
"""Of the picture, beside the page."""
_NEEDED = ("PIL", "fontpkg_noto_sans", "fontpkg_noto_sans_arabic")
_DESIGN = "1"
"""Raise it when cards look different."""
WIDTH, HEIGHT = 1200, 630
"""Pixels, as those who show such pictures ask for."""
_MARGIN = 80
_PAPER, _ACCENT = 239, 255
"""Palette indexes: 0 is ink, those up to the paper's lie between the two."""
_COLORS = ((27, 31, 36), (250, 248, 243), (155, 44, 33))
_FONTS = (
    ("fontpkg_noto_sans", "NotoSans[wdth,wght].ttf"),
    ("fontpkg_noto_sans_arabic", "NotoSansArabic[wdth,wght].ttf"),
)
_TITLE_SIZES = (76, 64, 54, 46)
_TITLE_HEIGHT = 330
_SMALL = 32
_LINE = 1.25
"""Height of a line, of the size of its font."""


@dataclass(frozen=True, slots=True)
class Card:
    """What a picture says."""

    site: str
    title: str
    note: str = ""
    """A line below the title."""


def can_draw() -> bool:
    """Tell whether the extra `cards` is installed."""
    return all(find_spec(name) for name in _NEEDED)


def card_of(site: str, title: str, note: str) -> Card:
    """Return the card of a page whose title and description are written as HTML."""
    return Card(*(" ".join(unescape(text).split()) for text in (site, title, note)))


class Cards:
    """Draws the cards of a site; each is kept by what it says."""

    def __init__(self, site: str, cache: Path | None) -> None:
        """Draw for a site of this name; without a cache nothing is kept."""
        self._site = site
        self._kept = cache / "cards" if cache else None
        self._used: set[str] = set()

    def place(self, title: str, note: str, page: Path) -> None:
        """Put a card beside a page, drawn now or kept from an earlier build."""
        card = card_of(self._site, title, note)
        name = f"{key_of('card', _DESIGN, *astuple(card))[:32]}.png"
        self._used.add(name)
        kept = self._kept / name if self._kept else None
        content = kept.read_bytes() if kept and kept.is_file() else drawn(card)
        for place in (page.parent / NAME, *([kept] if kept else ())):
            write_if_changed(place, content)

    def forget(self) -> None:
        """Remove the kept pictures that no page has now."""
        for path in self._kept.glob("*.png") if self._kept else ():
            if path.name not in self._used:
                path.unlink(missing_ok=True)


def drawn(card: Card) -> bytes:
    """Return a card as a PNG file."""
    image_of, draw_on = import_module("PIL.Image"), import_module("PIL.ImageDraw")
    image = image_of.new("L", (WIDTH, HEIGHT), _PAPER)
    image.putpalette(_palette())
    draw: ImageDraw = draw_on.Draw(image)
    draw.fontmode = "L"
    draw.rectangle((0, 0, WIDTH, 14), fill=_ACCENT)
    _write(draw, card.site, _SMALL, 64, lines=1)
    for size in _TITLE_SIZES:
        most = int(_TITLE_HEIGHT / (size * _LINE))
        if size == _TITLE_SIZES[-1] or len(_wrapped(card.title, size)) <= most:
            _write(draw, card.title, size, 150, lines=most)
            break
    _write(draw, card.note, _SMALL, 520, lines=2)
    file = io.BytesIO()
    image.save(file, "PNG", compress_level=6)
    return file.getvalue()


def _palette() -> list[int]:
    ink, paper, accent = _COLORS
    shades = [
        round(dark + (light - dark) * step / _PAPER)
        for step in range(_PAPER + 1)
        for dark, light in zip(ink, paper, strict=True)
    ]
    return [*shades, *accent * (255 - _PAPER)]


def _write(draw: ImageDraw, text: str, size: int, top: int, *, lines: int) -> None:
    """Write a text in at most so many lines, from the side on which its language begins."""
    font = _font_for(text, size)
    if font is None:
        return
    wrapped = _wrapped(text, size)
    if len(wrapped) > lines:
        wrapped = [*wrapped[: lines - 1], _cut(wrapped[lines - 1], font)]
    backward = _is_backward(text)
    for number, line in enumerate(wrapped):
        place = (WIDTH - _MARGIN if backward else _MARGIN, top + round(number * size * _LINE))
        # without libraqm Pillow knows no direction, and draws letters as they come
        direction = "rtl" if backward and _shapes() else None
        draw.text(place, line, fill=0, font=font, anchor="ra" if backward else "la", direction=direction)


def _cut(line: str, font: FreeTypeFont) -> str:
    """Return the beginning of a line with an ellipsis, by whole words where it has several."""
    room = WIDTH - 2 * _MARGIN
    while font.getlength(f"{line} …") > room:
        line = line.rsplit(" ", 1)[0] if " " in line else line[:-1]
    return f"{line} …"


@lru_cache(maxsize=8)
def _wrapped(text: str, size: int) -> list[str]:
    """Return a text in lines that fit, broken between words, or inside one that is wider than a line."""
    font = _font_for(text, size)
    if font is None:
        return []
    room = WIDTH - 2 * _MARGIN
    lines = [""]
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}".lstrip()
        if font.getlength(longer) <= room:
            lines[-1] = longer
            continue
        rest = word
        while font.getlength(rest) > room:
            fits = next(n for n in range(len(rest), 0, -1) if n == 1 or font.getlength(rest[:n]) <= room)
            lines.append(rest[:fits])
            rest = rest[fits:]
        lines.append(rest)
    return [line for line in lines if line]


def _is_backward(text: str) -> bool:
    """Tell whether a text is written from right to left: by its first letter that has a direction."""
    strong = (kind for kind in map(unicodedata.bidirectional, text) if kind in {"L", "R", "AL"})
    return next(strong, "L") != "L"


def _font_for(text: str, size: int) -> FreeTypeFont | None:
    """Return the font that has all of a text's letters, or None where none has."""
    return next((font for number in range(len(_FONTS)) if _has(font := _font(number, size), text)), None)


@lru_cache(maxsize=16)
def _font(number: int, size: int) -> FreeTypeFont:
    package, name = _FONTS[number]
    path = Path(import_module(package).ROOT) / "files" / name
    font: FreeTypeFont = import_module("PIL.ImageFont").truetype(io.BytesIO(path.read_bytes()), size)
    font.set_variation_by_name("Regular" if size == _SMALL else "SemiBold")
    return font


def _has(font: FreeTypeFont, text: str) -> bool:
    return all(_has_letter(font, letter) for letter in set(text) if not letter.isspace())


@lru_cache(maxsize=4096)
def _has_letter(font: FreeTypeFont, letter: str) -> bool:
    """Tell whether a font has a letter: what it lacks, it draws as it draws what is no character."""
    return bytes(font.getmask(letter)) != _nothing(font)


@lru_cache(maxsize=16)
def _nothing(font: FreeTypeFont) -> bytes:
    return bytes(font.getmask("\U0010ffff"))


@lru_cache(maxsize=1)
def _shapes() -> bool:
    return bool(import_module("PIL.features").check("raqm"))
