"""Which articles are versions of one text, which tell one story, and which are merely related?

Three tiers, always apart: a version is verified reuse of words; a story is a group of articles with
a high mean likelihood of one event; related stories fall short of that.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from generator.memory import Memory
from generator.model import ArticleId, Relation, Story, StoryId, Version
from generator.stories.apart import Groups, Linked, linked_apart
from generator.stories.candidates import Candidates, Keys, Pairs, candidates, sample_keys
from generator.stories.direction import direction
from generator.stories.former import Former
from generator.stories.likelihood import dated, dates_of_texts, doubt_of
from generator.stories.openings import Openings
from generator.stories.order import date_order
from generator.stories.reuse import MOSTLY, Reuse, relation_of, reuse_of_pairs
from generator.stories.shelf import Ordered
from generator.stories.subjects import LARGE, Subjects
from generator.stories.summary import Summary

SAME_STORY = 0.5
"""Mean likelihood within a story: one threshold for all corpora."""
RELATED = 0.12
"""Mean likelihood between related stories."""
_AT_ONCE = 128
"""Pairs of versions that are looked at before what was read of them is let go."""


@dataclass(frozen=True, slots=True)
class Grouping:
    """The three tiers of a corpus."""

    stories: tuple[Story, ...]
    """Every article is in one, alone if need be."""
    versions: tuple[Version, ...]


def group(summaries: Sequence[Summary], memory: Memory | None = None) -> Grouping:
    """Group the articles of a corpus; the order in which they are given does not matter.

    Args:
        summaries: of the articles.
        memory: pairs that were compared in the last run are not compared again.
    """
    memory = memory or Memory(keeps=False)
    ordered = Ordered(summaries)
    versions, reused = _versions(ordered, memory)
    published = {summary.id: summary.published for summary in ordered}
    told = _Told(reused, dates_of_texts(published, versions))
    last: Sequence[_Round] = memory.last("rounds") or ()
    rounds = [_grouped(ordered, told, None, last[0] if last else None)]
    if len(ordered) < LARGE:
        rounds.append(_grouped(ordered, told, rounds[0].linked.groups, last[1] if len(last) > 1 else None))
    memory.put("rounds", rounds)
    done = rounds[-1]
    all_ = list(ordered)
    stories = [_story([all_[member] for member in members]) for members in done.linked.groups]
    related = _with_related(done.linked.groups, stories, done.pairs, done.likely)
    return Grouping(tuple(related), versions)


@dataclass(frozen=True, slots=True, eq=False)
class _Told:
    """What is known of articles beside their subjects."""

    reused: _Reused
    dates: tuple[str | None, ...]


@dataclass(frozen=True, slots=True, eq=False)
class _Round:
    """The articles, grouped once."""

    subjects: Subjects
    linked: Linked
    pairs: Pairs
    """Those that were weighed."""
    likely: NDArray[np.float32]
    """Of each pair, its date aside."""


def _grouped(ordered: Ordered, told: _Told, homes: Groups | None, last: _Round | None) -> _Round:
    """Group the articles; what a change left alone is taken from the last time.

    Args:
        ordered: all articles.
        told: what else is known of them.
        homes: the stories as they were found before.
        last: the same round of the last run.
    """
    subjects = Subjects(ordered, homes, last.subjects if last else None)
    pairs, shares = _with_shares(subjects.candidate_pairs(), told.reused)
    likely = subjects.likelihoods(pairs, shares)
    subjects.forget()
    found = linked_apart(
        [summary.id for summary in ordered],
        pairs,
        dated(pairs, likely, told.dates),
        SAME_STORY,
        alike=told.reused.alike,
        doubt=doubt_of(Openings(subjects)),
        changed=subjects.changed,
        last=last.linked.known if last else {},
    )
    return _Round(subjects, found, pairs, likely)


def versions_of(summaries: Sequence[Summary]) -> tuple[Version, ...]:
    """Return the versions in a corpus alone: which articles reuse the words of which."""
    return _versions(Ordered(summaries), Memory(keeps=False))[0]


def _versions(summaries: Ordered, memory: Memory) -> tuple[tuple[Version, ...], _Reused]:
    keys = _sampled(summaries, memory)
    found = candidates(summaries, keys)
    verified = [*_compared(summaries, found.pairs, memory)]
    return tuple(version for _, version in verified), _reused(found, verified)


@dataclass(frozen=True, slots=True, eq=False)
class _Reused:
    """Verified reuse: pairs, sorted, and the larger of the two shares of each, 0–1."""

    pairs: Pairs
    shares: NDArray[np.float32]
    alike: list[tuple[int, int]]
    """Pairs that print one text, of those texts that so many print that not each pair is compared."""


def _sampled(summaries: Ordered, memory: Memory) -> Keys:
    """Return the sampled runs of all articles; those of the last run are not sampled again."""
    last: tuple[Ordered, Keys] | None = memory.last("samples")
    if last is None:
        keys = sample_keys(summaries.blocks())
    else:
        former = Former.of(summaries, last[0])
        new = np.flatnonzero(former.ordinals < 0)
        fresh = (sample_keys([(ordinal, summaries.of([ordinal]))]) for ordinal in new.tolist())
        keys = np.concatenate((former.keys(last[1], former.ordinals < 0), *fresh))
        keys.sort(kind="stable")  # most of it is sorted
    memory.put("samples", (summaries, keys))
    return keys


def _compared(summaries: Ordered, pairs: Pairs, memory: Memory) -> Iterator[tuple[int, Version]]:
    """Yield the versions among sorted pairs, each with the ordinal of its pair; only new pairs are compared."""
    if not memory.keeps:
        yield from _verified(summaries, pairs)
        return
    known: dict[tuple[int, int], tuple[Summary, Summary, Version | None]] = memory.last("compared") or {}
    all_ = list(summaries)
    sides = [(all_[a], all_[b]) for a, b in pairs.tolist()]
    now = {(id(a), id(b)): known.get((id(a), id(b))) for a, b in sides}
    new = [ordinal for ordinal, (a, b) in enumerate(sides) if now[id(a), id(b)] is None]
    found = {new[ordinal]: version for ordinal, version in _verified(summaries, pairs[new])}
    for ordinal in new:
        a, b = sides[ordinal]
        now[id(a), id(b)] = a, b, found.get(ordinal)
    memory.put("compared", now)
    for ordinal, (a, b) in enumerate(sides):
        held = now[id(a), id(b)]
        if held and held[2]:
            yield ordinal, held[2]


def _verified(summaries: Ordered, pairs: Pairs) -> Iterator[tuple[int, Version]]:
    """Yield the versions among sorted pairs, each with the ordinal of its pair."""
    for start in range(0, len(pairs), _AT_ONCE):
        ones, others = map(summaries.of, pairs[start : start + _AT_ONCE].T.tolist())
        found = zip(ones, others, reuse_of_pairs(ones, others), strict=True)
        for ordinal, (a, b, shares) in enumerate(found, start):
            relation = relation_of(a, b, shares)
            if relation:
                yield ordinal, _version(a, b, relation, shares)
        summaries.release()


def _reused(found: Candidates, verified: Sequence[tuple[int, Version]]) -> _Reused:
    """Return the candidates whose reuse is verified."""
    kept = np.array([ordinal for ordinal, _ in verified], dtype=np.int64)
    shares = np.array([(one.coverage_a, one.coverage_b) for _, one in verified], np.float32).reshape(-1, 2)
    pairs = found.pairs[kept]
    alike = pairs[found.common[kept] & (shares.min(axis=1) >= MOSTLY)]
    return _Reused(pairs, shares.max(axis=1), alike.tolist())


def _version(a: Summary, b: Summary, relation: Relation, shares: Reuse) -> Version:
    return Version(
        a.id,
        b.id,
        relation,
        shares.a,
        shares.b,
        shares.a_outside_quotes,
        shares.b_outside_quotes,
        *direction(a, b),
    )


def _with_shares(pairs: Pairs, reused: _Reused) -> tuple[Pairs, NDArray[np.float32]]:
    """Return the pairs and those of reuse, each once, with the share of words that each reuses."""
    size = 1 << 32
    packed, known = (two[:, 0] * size + two[:, 1] for two in (pairs, reused.pairs))
    together = np.union1d(packed, known)
    shares = np.zeros(len(together), dtype=np.float32)
    shares[np.searchsorted(together, known)] = reused.shares
    return np.stack(np.divmod(together, size), axis=1), shares


def _story(members: Sequence[Summary]) -> Story:
    """Return a story, its articles in date order, undated last; it is named for the first."""
    articles = members
    if len(members) > 1:
        articles = sorted(members, key=lambda one: date_order(one.published, one.id))
    return Story(StoryId(articles[0].id), tuple(summary.id for summary in articles))


def _with_related(
    groups: Groups, stories: Sequence[Story], pairs: Pairs, likely: NDArray[np.float32]
) -> Iterator[Story]:
    """Yield the stories, each with the articles of other stories on its subject."""
    home = np.zeros(sum(map(len, groups)), dtype=np.int64)
    for ordinal, members in enumerate(groups):
        home[list(members)] = ordinal
    sides = np.sort(home[pairs], axis=1)
    apart = sides[:, 0] != sides[:, 1]
    packed, place = np.unique(sides[apart] @ np.array([len(groups), 1]), return_inverse=True)
    sums = np.bincount(place, likely[apart].astype(np.float64), minlength=len(packed))
    ones, others = np.divmod(packed, max(1, len(groups)))
    sizes = np.array([*map(len, groups)], dtype=np.int64)
    near = np.flatnonzero(sums / (sizes[ones] * sizes[others]) >= RELATED)
    related: dict[int, set[ArticleId]] = {}
    for one, other in zip(ones[near].tolist(), others[near].tolist(), strict=True):
        related.setdefault(one, set()).update(stories[other].articles)
        related.setdefault(other, set()).update(stories[one].articles)
    for ordinal, story in enumerate(stories):
        yield Story(story.id, story.articles, tuple(sorted(related.get(ordinal, ()))))
