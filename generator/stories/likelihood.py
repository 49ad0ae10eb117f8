"""What do dates, and groups as groups, say about a common event that the words of two articles cannot?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import log

import numpy as np
from numpy.typing import NDArray

from generator.model import ArticleId, Relation, Version
from generator.stories.candidates import Pairs
from generator.stories.frequencies import in_steps
from generator.stories.linkage import Doubt
from generator.stories.openings import Openings
from generator.stories.timing import Dates, earliest

_WINDOW = 14
"""Days between two known dates above which two articles tell two events."""
_NEVER = -1e6
"""Likelihood of one event against known dates: no mean outweighs it."""
_SAME_DAYS = 3
"""Days between two known dates up to which both may well tell one event."""
_MOST_ODDS = 4.0
"""By how much the odds of one event rise at most for two dates close together. They rise the more, the fewer
of the corpus's articles are so close: in one day's news a common date says nothing."""
_FINE = 2.0**20
"""Parts of a share that is rounded to steps, so that one date more or less changes no other pair."""

_GROWN = 0.13
"""By how much the mean must be higher for groups of more articles, times the logarithm of the smaller one's
size: a mean of many pairs owes less to chance, so where it is low it means more."""
_MOST_GROWN = 10
_OPENING = 0.31
"""Share of the words of two groups' openings that one event has in common at least."""
_OTHER_OPENING = 1.5
"""By how much the mean must be higher for each share that is missing."""
_MOST_DOUBT = 0.45
"""So that near certainty, as of reused text, is never doubted."""


def dates_of_texts(
    published: Mapping[ArticleId, str | None], versions: Sequence[Version]
) -> tuple[str | None, ...]:
    """Return the date of each article or of its text's oldest version: a reprint is as old as what it prints."""
    dates = {article: [day] for article, day in published.items()}
    for version in versions:
        if version.relation in (Relation.COPY, Relation.ABRIDGED):
            dates[version.a].append(published[version.b])
            dates[version.b].append(published[version.a])
    return tuple((len(found) > 1 and earliest(found)) or found[0] for found in dates.values())


def dated(pairs: Pairs, likely: NDArray[np.float32], published: Sequence[str | None]) -> NDArray[np.float32]:
    """Return how likely each pair tells one event, as the dates correct it; far below 0 where they forbid it."""
    dates = Dates(published)
    apart = dates.days_apart(pairs)
    near = (apart <= _SAME_DAYS) & dates.are_whole(pairs)
    share = in_steps(dates.share_within(_SAME_DAYS) * _FINE) / _FINE
    rise = min(_MOST_ODDS, max(share, _MOST_ODDS**-2) ** -0.5)
    odds = np.where(near, rise, 1)
    corrected = odds * likely / (odds * likely + 1 - likely)
    return np.where(apart > _WINDOW, _NEVER, corrected).astype(np.float32)


def doubt_of(openings: Openings) -> Doubt:
    """Return what lowers the mean likelihood of two groups for their size and for how they open."""

    def doubt(one: Sequence[int], other: Sequence[int]) -> float:
        grown = _GROWN * log(min(len(one), len(other), _MOST_GROWN))
        overlap = openings.overlap(one, other)
        missing = 0.0 if overlap is None else _OTHER_OPENING * (_OPENING - overlap)
        return min(_MOST_DOUBT, max(0.0, grown + missing))

    return doubt
