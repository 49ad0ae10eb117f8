"""Which articles are versions of one text, which tell one story, and which are merely related?

Three tiers, always apart: a version is verified reuse of words; a story is a group of articles with
a high mean likelihood of one event; related stories fall short of that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from generator.model import ArticleId, Story, StoryId, Version
from generator.stories.candidates import Pairs, candidate_pairs
from generator.stories.direction import direction
from generator.stories.linkage import Edge, linked
from generator.stories.order import date_order
from generator.stories.reuse import MOSTLY, relation_of, reuse
from generator.stories.subjects import Subjects
from generator.stories.summary import Summary

SAME_STORY = 0.4
"""Mean likelihood within a story: one threshold for all corpora."""
RELATED = 0.01
"""Mean likelihood between related stories."""
_WINDOW = 14
"""Days between two known dates from which two articles tell two events, unless the text is the same."""
_FULL_DATE = re.compile(r"\d{4}-\d\d-\d\d")


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
    edges = tuple(_likelihoods(ordered, versions))
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


def _likelihoods(summaries: Sequence[Summary], versions: Sequence[Version]) -> Iterator[Edge]:
    """Yield how likely one story is, for all pairs that share strong terms or are versions."""
    place = {summary.id: ordinal for ordinal, summary in enumerate(summaries)}
    reused = {(place[v.a], place[v.b]): max(v.coverage_a, v.coverage_b) for v in versions}
    subjects = Subjects(summaries)
    versions_too = np.array([*reused], dtype=np.int64).reshape(-1, 2)
    pairs = np.unique(np.concatenate((subjects.candidate_pairs(), versions_too)), axis=0)
    shares = np.array([reused.get((a, b), 0.0) for a, b in pairs.tolist()], dtype=np.float32)
    likely = subjects.likelihoods(pairs, shares)
    for (a, b), share, value in zip(pairs.tolist(), shares.tolist(), likely.tolist(), strict=True):
        far = share < MOSTLY and _days_apart(summaries[a], summaries[b]) > _WINDOW
        yield a, b, min(value, RELATED) if far else value


def _days_apart(a: Summary, b: Summary) -> int:
    """Return the days between two full dates; 0 where one of them is not known."""
    found = [_FULL_DATE.match(summary.published or "") for summary in (a, b)]
    if not (found[0] and found[1]):
        return 0
    try:
        days = [date.fromisoformat(one[0]) for one in found if one]
    except ValueError:  # the text states a date that no calendar has
        return 0
    return abs((days[0] - days[1]).days)


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
