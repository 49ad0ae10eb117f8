"""On a site in Arabic whose articles are Arabic no page has a word of another script, but for names of files and forms."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest

from tests.pages.rightward import write

# Names of formats, of files and of marks that a catalogue of Arabic keeps too.
KEPT = re.compile(r"\b(?:TEI|XML|Git|SHA-256|[abc]\.txt|ar|[a-c]|U\+\w+|Variorum)\b|https?://\S+")
INVENTED = (
    *("Bridge is safe, mayor says", "The bridge is safe.", "Bridge is safe", "Buses stop", "Ferry returns"),
    *("Mayor Anna Berg … said", "Mayor Anna Berg … denied", "reported: Anna Berg", "Mayor Anna Berg said, “"),
    *(
        "Anna Berg",
        "Tom Okafor",
        "“An engineer”",
        "Harbor Post · 14 July 2019",
        "Harbor Post",
        "Hill Gazette",
    ),
    *("River Echo", "as safe as a house", "the bridge would stay open", "it had been closed on Sunday"),
    *("the cables could be new", "It was “", ". She said", "and denied that", "4 denied"),
    *(". Perhaps, she said,", "5 hedged", "it had been", "closed", "on Sunday", "U.S.", "US", "29th"),
)
"""The English text on which the page that explains the marks shows them."""


class _Shown(HTMLParser):
    """What a reader sees or hears of a page, without code."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in {"input", "br", "img", "path", "rect", "circle", "hr"}:
            self.open.append(tag)
        self.words += [
            value or "" for name, value in attrs if name in {"title", "aria-label", "data-version"}
        ]

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open.pop() != tag:
            continue

    def handle_data(self, data: str) -> None:
        if not {"script", "style", "code", "kbd"} & set(self.open):
            self.words.append(data)


def _foreign(page: str) -> Iterator[str]:
    front, body = page.split("\n---\n", 1)
    shown = _Shown()
    shown.feed(body)
    titles = re.findall(r"(?m)^(?:title|description): (.*)$", front)
    for words in (*shown.words, *titles):
        if re.search(r"[A-Za-z]{2,}", KEPT.sub("", words)):
            yield " ".join(words.split())


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("arabic")
    write(folder, "ar")
    (folder / "mkdocs.yml").write_text("theme: {name: material, language: ar}\ndocs_dir: out\n", "utf-8")
    command = [
        sys.executable,
        "-m",
        "generator",
        "write",
        "--config",
        str(folder / "mkdocs.yml"),
        "--no-cache",
    ]
    folders = ["--seeds", str(folder / "seeds"), "--reviews", str(folder / "reviews")]
    subprocess.run([*command, *folders], check=True)
    return folder / "out"


def test_no_page_has_a_word_that_is_not_translated(pages: Path) -> None:
    left = {
        (path.relative_to(pages).as_posix(), words)
        for path in sorted(pages.rglob("*.md"))
        for words in _foreign(path.read_text(encoding="utf-8"))
        if path.name != "components.md" or _foreign_but_invented(words)
    }
    assert left == set()


def _foreign_but_invented(words: str) -> bool:
    """Tell whether something is left where the invented English text is taken out."""
    for invented in sorted(INVENTED, key=len, reverse=True):
        words = words.replace(invented, "")
    return bool(re.search(r"[A-Za-z]{2,}", words))


def test_a_word_that_is_not_translated_is_found() -> None:
    assert list(_foreign("---\ntitle: x\n---\n<p title='Show'>قال Berg</p><code>code</code>")) == [
        "Show",
        "قال Berg",
    ]
