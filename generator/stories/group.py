"""Which articles are versions of one text, which tell one story, and which are merely related?

Three tiers, always apart: a version is verified reuse of words; a story is a group of articles with
a high mean similarity; related stories fall short of that.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from generator.model import ArticleId, Story, StoryId, Version
from generator.stories.candidates import Pairs, candidate_pairs
from generator.stories.direction import direction
from generator.stories.linkage import Edge, linked
from generator.stories.order import date_order
from generator.stories.reuse import relation_of, reuse
from generator.stories.subjects import Subjects
from generator.stories.summary import Summary

SAME_STORY = 0.06
"""Mean similarity within a story: one threshold for all corpora."""
RELATED = 0.008
"""Mean similarity between related stories."""
_REUSE_WEIGHT = 0.6
"""What the share of reused words adds to the similarity in subject."""


@dataclass(frozen=True, slots=True)
class Grouping:
    """The three tiers of a corpus."""

    stories: tuple[Story, ...]
    """Every article is in one, alone if need be."""
    versions: tuple[Version, ...]


def group(summaries: Sequence[Summary]) -> Grouping:
    """Group the articles of a corpus; the order in which they are given does not matter."""
    ordered = sorted(summaries, key=lambda summary: summary.id)
    versions = tuple(_versions(ordered, candidate_pairs(ordered)))
    edges = tuple(_similarities(ordered, versions))
    groups = linked(len(ordered), edges, SAME_STORY)
    stories = [_story(ordered, members) for members in groups]
    return Grouping(tuple(_with_related(groups, stories, edges)), versions)


def _versions(summaries: Sequence[Summary], pairs: Pairs) -> Iterator[Version]:
    """Yield the pairs whose reuse is verified."""
    for first, second in pairs:
        a, b = summaries[first], summaries[second]
        shares = reuse(a, b)
        relation = relation_of(a, b, shares)
        if relation:
            yield Version(
                a.id,
                b.id,
                relation,
                shares.a,
                shares.b,
                shares.a_outside_quotes,
                shares.b_outside_quotes,
                *direction(a, b),
            )


def _similarities(summaries: Sequence[Summary], versions: Sequence[Version]) -> Iterator[Edge]:
    """Yield the similarity of all pairs that share a strong term or are versions."""
    place = {summary.id: ordinal for ordinal, summary in enumerate(summaries)}
    reused = {
        (place[version.a], place[version.b]): max(version.coverage_a, version.coverage_b)
        for version in versions
    }
    subjects = Subjects(summaries)
    versions_too = np.array([*reused], dtype=np.int64).reshape(-1, 2)
    pairs = np.unique(np.concatenate((subjects.candidate_pairs(), versions_too)), axis=0)
    for (a, b), alike in zip(pairs.tolist(), subjects.similarities(pairs).tolist(), strict=True):
        yield a, b, alike + _REUSE_WEIGHT * reused.get((a, b), 0.0)


def _story(summaries: Sequence[Summary], members: Sequence[int]) -> Story:
    """Return a story, its articles in date order, undated last; it is named for the first."""
    articles = sorted(
        (summaries[member] for member in members), key=lambda one: date_order(one.published, one.id)
    )
    return Story(StoryId(articles[0].id), tuple(summary.id for summary in articles))


def _with_related(
    groups: Sequence[Sequence[int]],
    stories: Sequence[Story],
    edges: Sequence[Edge],
) -> Iterator[Story]:
    """Yield the stories, each with the articles of other stories on its subject."""
    home = {member: ordinal for ordinal, members in enumerate(groups) for member in members}
    sums: dict[tuple[int, int], float] = {}
    for a, b, similarity in edges:
        pair = (home[a], home[b])
        if pair[0] != pair[1]:
            for key in (pair, pair[::-1]):
                sums[key] = sums.get(key, 0.0) + similarity
    related: dict[int, set[ArticleId]] = {}
    for (one, other), total in sums.items():
        if total / (len(groups[one]) * len(groups[other])) >= RELATED:
            related.setdefault(one, set()).update(stories[other].articles)
    for ordinal, story in enumerate(stories):
        yield Story(story.id, story.articles, tuple(sorted(related.get(ordinal, ()))))
