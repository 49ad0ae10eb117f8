"""After a change the articles are grouped as a run from nothing groups them, and what it left alone is not weighed again."""

from __future__ import annotations

import random
from collections.abc import Sequence

import numpy as np
import pytest
from numpy.typing import NDArray

from generator.memory import Memory
from generator.model import Article, ArticleId, Field, FieldStatus, ReadArticle
from generator.stories import group as grouping
from generator.stories import subjects
from generator.stories.candidates import Pairs
from generator.stories.frequencies import in_steps, stepped
from generator.stories.group import group
from generator.stories.shelf import Ordered
from generator.stories.subjects import Subjects
from generator.stories.summary import Summary, summarize

STEPS, STORIES = 6, 60


class Corpus:
    """Articles that tell stories in their own words, and reprint each other in part."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.words = [
            f"{a}{b}{c}" for a in "bdfgklmnpr" for b in "aeiou" for c in ("n", "rt", "st", "ll", "m")
        ]
        self.articles: dict[str, Summary] = {}
        self.texts: dict[str, list[str]] = {}
        self.topics = [self.sentence() + self.sentence() for _ in range(STORIES)]
        for _ in range(2 * STORIES):
            self.add()

    def sentence(self) -> list[str]:
        common = self.chance.choices(self.words[:40], k=6)
        return [*common, *(f"{self.chance.choice(self.words)}{self.chance.randrange(400)}" for _ in range(6))]

    def add(self) -> None:
        words = [*self.chance.choice(self.topics), *self.sentence()]
        self.chance.shuffle(words)
        if self.texts and self.chance.random() < 0.4:
            words += self.chance.choice(sorted(self.texts.values()))[:40]
        self.lay(f"a{self.chance.randrange(10**6):06d}", words)

    def lay(self, name: str, words: list[str]) -> None:
        day = self.chance.randint(1, 28)
        date = Field("published", FieldStatus.STATED, f"2019-07-{day:02d}")
        text = " ".join(words)
        article = Article(ArticleId(name), "", "", text, text, (), fields=(date,) if day % 3 else ())
        self.texts[name], self.articles[name] = words, summarize(ReadArticle(article, ()))

    def edit(self) -> None:
        name = self.chance.choice(sorted(self.texts))
        deed = self.chance.choice(("add", "remove", "append", "reword"))
        if deed == "add":
            self.add()
        elif deed == "remove":
            del self.texts[name], self.articles[name]
        elif deed == "append":
            self.lay(name, [*self.texts[name], *self.sentence()])
        else:
            words = [*self.texts[name]]
            words[self.chance.randrange(len(words))] = self.chance.choice(self.words)
            self.lay(name, words)

    def summaries(self) -> Sequence[Summary]:
        found = [*self.articles.values()]
        self.chance.shuffle(found)
        return found


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("large", [10, 10_000])
def test_an_edit_leaves_the_grouping_of_a_run_from_nothing(
    monkeypatch: pytest.MonkeyPatch, seed: int, large: int
) -> None:
    monkeypatch.setattr(grouping, "LARGE", large)
    monkeypatch.setattr(subjects, "LARGE", large)
    corpus, memory = Corpus(random.Random(seed)), Memory()  # noqa: S311
    grown = 0
    for _ in range(STEPS):
        summaries = corpus.summaries()
        found = group(summaries, memory)
        memory.turn()
        assert found == group(summaries)
        grown += len(found.versions)
        for _ in range(corpus.chance.randint(0, 3)):
            corpus.edit()
    assert grown


@pytest.mark.parametrize("seed", range(3))
def test_what_is_weighed_after_an_edit_is_what_is_weighed_from_nothing(
    monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    weighed: list[int] = []
    features = Subjects.features

    def counted(self: Subjects, pairs: Pairs, reused: NDArray[np.float32]) -> NDArray[np.float32]:
        weighed.append(len(pairs))
        return features(self, pairs, reused)

    monkeypatch.setattr(Subjects, "features", counted)
    corpus = Corpus(random.Random(seed))  # noqa: S311
    last, left_alone = None, 0
    for _ in range(STEPS):
        ordered = Ordered(corpus.summaries())
        homes = [[ordinal, ordinal + 1] for ordinal in range(0, len(ordered) - 1, 2)]
        homes += [[len(ordered) - 1]] if len(ordered) % 2 else []
        now, fresh = Subjects(ordered, homes, last), Subjects(ordered, homes)
        left_alone += int(np.count_nonzero(~now.changed))
        for name in ("rarity", "lengths", "strongest"):
            np.testing.assert_array_equal(getattr(now, name), getattr(fresh, name), name)
        pairs = now.candidate_pairs()
        np.testing.assert_array_equal(pairs, fresh.candidate_pairs())
        shares = (pairs.sum(axis=1) % 3 / 10).astype(np.float32)
        np.testing.assert_array_equal(now.likelihoods(pairs, shares), fresh.likelihoods(pairs, shares))
        now.forget()
        last = now
        corpus.edit()
    assert left_alone
    assert sum(weighed[2::2]) < sum(weighed[3::2])


def test_counts_are_rounded_to_four_per_cent_and_small_ones_not_at_all() -> None:
    counts = np.arange(1, 5000, dtype=np.float64)
    rounded = stepped(counts)
    assert (rounded[:16] == counts[:16]).all()
    assert (np.abs(rounded / counts - 1) <= 0.023).all()
    assert (np.diff(rounded) >= 0).all()
    assert in_steps(3.0) == 3.0
