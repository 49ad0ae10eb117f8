"""Articles that come and go one after the other leave what a run from scratch finds."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from generator.stories.candidates import COMMON
from generator.stories.group import group
from generator.stories.index import Index
from generator.stories.summary import Summary, summarize
from tests.stories.articles import read
from tests.stories.test_candidates import NOTICE, crowd


def corpus(chance: random.Random) -> list[Summary]:
    """Return articles with versions in pairs, one text that more print than are compared, and a notice."""
    texts = crowd(24)
    printed = [texts[0]] * (COMMON + 6) + texts[1:] + chance.choices(texts[1:6], k=8)
    found = []
    for place, text in enumerate(printed):
        words = text.split()
        start = chance.randrange(30)
        body = " ".join(words[start : chance.randrange(90, len(words) + 1)])
        found.append(summarize(read(f"{body}\n\n{NOTICE}", f"a{place:03}")))
    return found


def expected(articles: list[Summary]) -> list[object]:
    return sorted(group(articles).versions, key=repr)


@pytest.mark.parametrize("seed", range(3))
def test_articles_added_in_any_order_give_what_a_run_from_scratch_gives(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311
    articles = corpus(chance)
    chance.shuffle(articles)
    at, index = 0, Index(tmp_path)
    while at < len(articles):
        size = chance.choice((1, 2, 9, 20))
        index.update(articles[at : at + size])
        at += size
    assert expected(articles) == sorted(Index(tmp_path).versions(), key=repr)
    assert len(articles) == len(Index(tmp_path))


@pytest.mark.parametrize("seed", range(3))
def test_articles_removed_and_changed_leave_nothing_behind(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311
    articles, others = corpus(chance), corpus(chance)
    index = Index(tmp_path)
    index.update(articles)
    held = {one.id: one for one in articles}
    for _ in range(4):
        removed = chance.sample(sorted(held), k=6)
        changed = chance.sample(others, k=5)
        index.update(changed, removed)
        held = {key: one for key, one in held.items() if key not in removed} | {
            one.id: one for one in changed
        }
    assert expected([*held.values()]) == sorted(Index(tmp_path).versions(), key=repr)


def test_what_changed_is_told(tmp_path: Path) -> None:
    text, other = crowd(2)
    first, copy, alone = (
        summarize(read(one, name)) for one, name in ((text, "a"), (text, "b"), (other, "c"))
    )
    index = Index(tmp_path)
    assert () == index.update([first, alone]).found
    assert [("a", "b")] == [(version.a, version.b) for version in index.update([copy]).found]
    assert (("a", "b"),) == index.update([], ["a"]).lost
    assert 2 == len(index)


def test_an_update_that_was_stopped_leaves_the_index_as_it_was(tmp_path: Path, monkeypatch) -> None:
    articles = corpus(random.Random(1))  # noqa: S311
    Index(tmp_path).update(articles[:20])
    monkeypatch.setattr(Path, "replace", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        Index(tmp_path).update(articles[20:40])
    monkeypatch.undo()
    assert expected(articles[:20]) == sorted(Index(tmp_path).versions(), key=repr)
    Index(tmp_path).update(articles[20:])
    assert expected(articles) == sorted(Index(tmp_path).versions(), key=repr)
