"""Groups join by the mean of all their pairs, and no bridge, chain or look-alike joins two stories."""

from __future__ import annotations

from generator.stories.linkage import connected, linked


def test_one_bridge_does_not_join_two_groups():
    edges = [(0, 1, 0.9), (2, 3, 0.9), (1, 2, 0.9)]
    assert ((0, 1), (2, 3)) == linked(4, edges, 0.5)


def test_a_doubt_keeps_two_groups_apart_and_lets_the_next_likely_pair_join():
    edges = [
        (0, 1, 0.95),
        (2, 3, 0.95),
        *((a, b, 0.7) for a in (0, 1) for b in (2, 3)),
        (0, 4, 0.6),
        (1, 4, 0.6),
    ]
    assert ((0, 1, 2, 3), (4,)) == linked(5, edges, 0.5)
    assert ((0, 1, 4), (2, 3)) == linked(5, edges, 0.5, doubt=lambda *_: 0.3)


def test_a_small_doubt_delays_and_does_not_forbid():
    edges = [(0, 1, 0.95), (2, 3, 0.95), *((a, b, 0.7) for a in (0, 1) for b in (2, 3))]
    assert ((0, 1, 2, 3),) == linked(4, edges, 0.5, doubt=lambda *_: 0.1)


def test_a_single_article_is_never_doubted():
    assert ((0, 1),) == linked(2, [(0, 1, 0.6)], 0.5, doubt=lambda *_: 1.0)


def test_any_chain_connects():
    assert ((0, 1, 2), (3,)) == connected(4, [(2, 1), (1, 0)])
