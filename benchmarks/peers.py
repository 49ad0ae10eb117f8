"""What a person would build today: extract, find quotes, find versions, build the site with plain MkDocs Material.

    python benchmarks/peers.py SEEDS WORK [MODEL]

Runs in an environment of its own with trafilatura, spaCy and its small English model, textacy,
datasketch and mkdocs-material. Each text is wrapped as a page for trafilatura, parsed once, its
quotations taken by textacy paragraph by paragraph, its words put into a MinHash index, and a page written.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import spacy
import trafilatura
from datasketch import MinHash, MinHashLSH
from textacy import extract

_SHINGLE = 5


def extracted(text: str) -> str:
    """Return the text of a page that holds it, as the extractor finds it."""
    paragraphs = "".join(f"<p>{paragraph}</p>" for paragraph in text.split("\n\n"))
    return trafilatura.extract(f"<html><body><article>{paragraphs}</article></body></html>") or text


def quotations(parser: spacy.Language, text: str) -> list[str]:
    """Return the quotations of a text; a paragraph that textacy refuses has none."""
    found = []
    for document in parser.pipe(paragraph for paragraph in text.split("\n") if paragraph.strip()):
        try:
            found += [f"{quote.speaker}: {quote.content}" for quote in extract.direct_quotations(document)]
        except ValueError:  # an odd number of marks
            continue
    return found


def sketch(text: str) -> MinHash:
    """Return the MinHash of a text's word runs."""
    words = text.split()
    made = MinHash(num_perm=128)
    for at in range(len(words) - _SHINGLE + 1):
        made.update(" ".join(words[at : at + _SHINGLE]).encode())
    return made


def main() -> None:
    """Command line."""
    seeds, work = Path(sys.argv[1]), Path(sys.argv[2])
    model = sys.argv[3] if len(sys.argv) > 3 else "en_core_web_sm"
    docs = work / "docs"
    docs.mkdir(parents=True, exist_ok=True)
    parser = spacy.load(model, exclude=["ner", "lemmatizer"])
    texts = {path.stem: extracted(path.read_text(encoding="utf-8")) for path in sorted(seeds.rglob("*.txt"))}
    index = MinHashLSH(threshold=0.5, num_perm=128)
    sketches = {name: sketch(text) for name, text in texts.items()}
    for name, made in sketches.items():
        index.insert(name, made)
    for name, text in texts.items():
        alike = [other for other in index.query(sketches[name]) if other != name]
        quotes = "\n".join(f"- {quote}" for quote in quotations(parser, text))
        links = "\n".join(f"- [{other}]({other}.md)" for other in alike)
        (docs / f"{name}.md").write_text(f"# {name}\n\n{quotes}\n\n{links}\n\n{text}\n", encoding="utf-8")
    (docs / "index.md").write_text("# Articles\n", encoding="utf-8")
    (work / "mkdocs.yml").write_text("site_name: Peers\ntheme:\n  name: material\n  font: false\n")
    subprocess.run([sys.executable, "-m", "mkdocs", "build", "--quiet"], cwd=work, check=True)


if __name__ == "__main__":
    main()
