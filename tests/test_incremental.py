"""A run after any edits leaves the bytes that a run from nothing leaves; what it says it wrote is what changed."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.memory import Memory
from generator.pipeline import build
from generator.settings import Settings

ROOT = Path(__file__).parents[1]
STORIES, STEPS = 9, 6
SEEDS = [pytest.param(1), *(pytest.param(seed, marks=pytest.mark.nightly) for seed in range(2, 10))]
NAMES = ("Anna Kowalska", "Mayor Tom Reed", "Lena Okafor", "Foreign Minister Karl Brandt", "a spokesman")
OUTLETS = ("The Northern Herald", "Daily Post", "City Times")


class Desk:
    """A folder of articles and one of what people wrote about them, which are edited at random."""

    def __init__(self, folder: Path, chance: random.Random) -> None:
        self.seeds, self.reviews = folder / "seeds", folder / "reviews"
        self.chance = chance
        seeds = (ROOT / "seeds").glob("*.txt")
        self.words = sorted({w for path in seeds for w in path.read_text().split() if w.isalpha()})
        self.said = [" ".join(chance.choices(self.words, k=9)).capitalize() for _ in range(5)]
        self.number = 0
        (self.reviews / "fixes").mkdir(parents=True)
        self.seeds.mkdir()
        for _ in range(STORIES):
            self.story()

    def story(self) -> None:
        """Lay down one to three versions of a new text."""
        sentences = [self.sentence() for _ in range(9)]
        for version in range(self.chance.randint(1, 3)):
            kept = [one for place, one in enumerate(sentences) if place % 5 != version]
            self.article(kept)

    def sentence(self) -> str:
        return " ".join(self.chance.choices(self.words, k=12)).capitalize() + "."

    def article(self, sentences: list[str]) -> None:
        """Lay down an article that quotes somebody."""
        day, name = self.chance.randint(1, 28), self.chance.choice(NAMES)
        said = self.chance.choice([*self.said, self.sentence().rstrip(".")])
        paragraphs = [f"{sentences[0][:-1]}", f"July {day}, 2019", *sentences[1:]]
        paragraphs.insert(4, f"“{said},” {name} said on Monday.")
        path = self.seeds / f"a{self.number:03d}.txt"
        self.number += 1
        path.write_text("\n\n".join(paragraphs) + "\n")
        path.with_suffix(".yml").write_text(f"outlet: {self.chance.choice(OUTLETS)}\n")

    def any(self) -> Path:
        return self.chance.choice(sorted(self.seeds.glob("*.txt")))

    def edit(self) -> str:
        """Do something that people do; returns its name."""
        deed: Callable[[], None] = self.chance.choice(
            [
                *(self.reword, self.append, self.story, self.remove, self.rename, self.credit),
                *(self.name_outlet, self.correct, self.say_else, self.copy, self.nothing),
            ]
        )
        deed()
        return deed.__name__

    def nothing(self) -> None:
        path = self.any()
        path.write_text(path.read_text())

    def reword(self) -> None:
        path = self.any()
        words = path.read_text().split(" ")
        words[self.chance.randrange(len(words))] = self.chance.choice(self.words)
        path.write_text(" ".join(words))

    def append(self) -> None:
        path = self.any()
        path.write_text(f"{path.read_text()}\n{self.sentence()}\n")

    def remove(self) -> None:
        path = self.any()
        path.unlink()
        path.with_suffix(".yml").unlink(missing_ok=True)

    def rename(self) -> None:
        path = self.any()
        path.rename(path.with_name(f"b{self.number:03d}.txt"))
        self.number += 1

    def copy(self) -> None:
        (self.seeds / f"c{self.number:03d}.txt").write_bytes(self.any().read_bytes())
        self.number += 1

    def credit(self) -> None:
        self.any().with_suffix(".yml").write_text(f"outlet: {self.chance.choice(OUTLETS)}\nauthor: Jo Doe\n")

    def name_outlet(self) -> None:
        name, country = self.chance.choice(OUTLETS), self.chance.choice(("Poland", "Peru"))
        text = f"outlets:\n  - name: {name}\n    country: {country}\n    source: its imprint\n"
        (self.reviews / "outlets.yml").write_text(text)

    def correct(self) -> None:
        path = self.any()
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        (self.reviews / "fixes" / f"{path.stem}.yml").write_text(
            f"article: {path.stem}\nsha256: {digest}\nby: Jo Doe\non: 2026-01-0{self.chance.randint(1, 9)}\n"
            f"why: The page says so.\nset: {{headline: {self.sentence()!r}}}\n"
        )

    def say_else(self) -> None:
        path = self.any()
        path.write_text(
            path.read_text().replace(" said on", f"’s friend {self.chance.choice(NAMES)} said on")
        )


def digest(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("remembers", [False, True], ids=["process by process", "in one process"])
def test_edits_leave_what_a_run_from_nothing_leaves(tmp_path: Path, seed: int, *, remembers: bool) -> None:
    memory = Memory() if remembers else None
    desk = Desk(tmp_path, random.Random(seed))  # noqa: S311
    out = tmp_path / "kept"
    kept = Settings(seeds=desk.seeds, reviews=desk.reviews, out=out, cache=tmp_path / "cache", workers=1)
    build(kept, memory=memory)
    for step in range(STEPS):
        before = digest(out)
        deeds = [desk.edit() for _ in range(desk.chance.randint(1, 3))]
        written = build(kept, memory=memory).written
        after = digest(out)
        fresh = tmp_path / f"fresh{step}"
        fresh.mkdir()
        (fresh / "addresses.yml").write_bytes((out / "addresses.yml").read_bytes())
        build(Settings(seeds=desk.seeds, reviews=desk.reviews, out=fresh, cache=None, workers=1))
        assert after == digest(fresh), deeds
        differing = {path for path in after if after[path] != before.get(path)}
        ours = {path for path in differing if path not in {"addresses.yml", ".variorum-manifest.json"}}
        assert set(written.changed) == ours, deeds
