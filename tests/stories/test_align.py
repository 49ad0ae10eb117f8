"""Sentences find each other through heavy rewriting, in order or moved, and never find a stranger."""

from __future__ import annotations

import random

from generator.stories.align import aligned
from generator.stories.collate import units_of
from tests.stories.articles import read_seeds

REPLACED, DROPPED, MOVED = 0.3, 0.15, 0.08


def test_nearly_all_sentences_are_found_with_three_words_in_ten_replaced():
    chance = random.Random(7)  # noqa: S311
    texts = [[unit.words for unit in units_of(seed.article)] for seed in read_seeds()]
    vocabulary = sorted({word for text in texts for words in text for word in words})
    right = wrong = asked = 0
    for text in texts * 4:
        kept = [(i, words) for i, words in enumerate(text) if chance.random() > DROPPED]
        for _ in range(round(MOVED * len(kept))):
            kept.insert(chance.randrange(len(kept)), kept.pop(chance.randrange(len(kept))))
        reworded = [
            [chance.choice(vocabulary) if chance.random() < REPLACED else w for w in words]
            for _, words in kept
        ]
        found = {pair.right: pair.left for pair in aligned(text, reworded) if pair.left is not None}
        asked += len(kept)
        right += sum(found.get(place) == i for place, (i, _) in enumerate(kept))
        wrong += sum(found.get(place, i) != i for place, (i, _) in enumerate(kept))
    assert right / asked >= 0.98
    assert wrong / asked <= 0.01


def test_texts_without_sentences_align_to_nothing():
    assert aligned([], []) == ()
    assert [(0, None)] == [(pair.left, pair.right) for pair in aligned([["a"]], [])]
