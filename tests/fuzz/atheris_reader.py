"""Search for bytes that break the laws, guided by which code they reach.

    python -m tests.fuzz.atheris_reader CORPUS_DIR -max_total_time=300

The first byte chooses the form. An empty corpus is filled from the seeds of this project, once in each form.
What is found becomes a test in `tests/intake`.
"""

from __future__ import annotations

import gzip
import html
import io
import json
import logging
import plistlib
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["generator"]):
    from tests.fuzz.laws import SUFFIXES, hold_for

SEEDS = Path(__file__).parents[2] / "seeds"
SEED_CHARACTERS = 1500


def one_input(content: bytes) -> None:
    """Try one input."""
    if content:
        hold_for(content[1:], SUFFIXES[content[0] % len(SUFFIXES)])


def starting_inputs() -> Iterator[bytes]:
    """Yield the opening of each seed in each form that text can take."""
    for path in sorted(SEEDS.rglob("*.txt")):
        text = path.read_text("utf-8")[:SEED_CHARACTERS]
        title, *body = text.split("\n")
        paragraphs = "".join(f"<p>{html.escape(line)}</p>" for line in body)
        page = f"<html><head><title>{html.escape(title)}</title></head><body><article>{paragraphs}</article></body></html>"
        forms = {
            ".txt": text,
            ".md": f"---\ntitle: {json.dumps(title)}\n---\n{text}",
            ".html": page,
            ".jsonl": json.dumps({"id": path.stem, "text": text, "published": "2019-07-14"}),
            ".csv": f'id,text\n1,"{text.replace(chr(34), chr(34) * 2)}"\n',
            ".rss": f"<rss><channel><item><title>{html.escape(title)}</title><description>{paragraphs}</description></item></channel></rss>",
        }
        for suffix, content in forms.items():
            yield bytes([SUFFIXES.index(suffix)]) + content.encode()
        yield bytes([SUFFIXES.index(".html.gz")]) + gzip.compress(page.encode(), mtime=0)


MAIL = "Content-Type: text/html\nSnapshot-Content-Location: https://a.example/b\nSubject: Talks\n\n<p>The talks ended.</p>"
OTHER_LANGUAGE = (
    "Les négociations sur le fleuve se sont terminées dimanche sans résultat, a annoncé le ministère."
)


def zipped(name: str, content: str) -> bytes:
    """Return an archive of one file."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(zipfile.ZipInfo(name), content)
    return buffer.getvalue()


def other_inputs() -> Iterator[bytes]:
    """Yield an input in each form that is no text."""
    word = "<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:p><w:t>Talks.</w:t></w:p></w:document>"
    forms = {
        ".mhtml": MAIL.encode(),
        ".eml": MAIL.encode(),
        ".webarchive": plistlib.dumps({"WebMainResource": {"WebResourceData": b"<p>Talks.</p>"}}),
        ".docx": zipped("word/document.xml", word),
        ".odt": zipped("content.xml", word.replace("w:t", "w:span")),
        ".zip": zipped("a.txt", "The talks ended."),
        ".json": json.dumps({"articles": [{"text": "The talks ended."}]}).encode(),
        ".txt": OTHER_LANGUAGE.encode(),
    }
    for suffix, content in forms.items():
        yield bytes([SUFFIXES.index(suffix)]) + content


def main() -> None:
    """Fill an empty corpus, load the models before any time is taken, then search."""
    logging.disable(logging.ERROR)
    for content in other_inputs():
        one_input(content)
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    if not any(folder.iterdir()):
        for number, content in enumerate((*starting_inputs(), *other_inputs())):
            (folder / f"seed-{number}").write_bytes(content)
    atheris.Setup(sys.argv, one_input)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
