"""Which articles of a large corpus are new ones versions of, without comparing the old ones again?

The index keeps, in a folder, the summaries of all articles, the sampled runs sorted, and the versions
found so far. What is added or removed is matched by its own sampled runs. The result is that of a run from
scratch, whatever the order: where a change makes a run common that was not, or the other way round, or
gives it another hub, the pairs that this touches are counted again, old ones too.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from generator.model import ArticleId, Relation, Version
from generator.stories import candidates as cand
from generator.stories.candidates import Keys, Pairs, rank
from generator.stories.direction import direction
from generator.stories.reuse import relation_of, reuse_of_pairs
from generator.stories.shelf import Shelf, shelve
from generator.stories.summary import Summary

_MANIFEST = "index.json"
"""Written last: what it does not name does not exist."""
_ARTICLE = np.dtype([("rank", "<u4"), ("sample", "<u4"), ("gone", "?")])
_ROW = np.dtype([("a", "<u4"), ("b", "<u4"), ("relation", "u1"), ("shares", "<f8", (4,))])
_RELATIONS = tuple(Relation)
_AT_ONCE = 128
"""Pairs that are verified at once."""
_LOW = np.uint64(0xFFFFFFFF)
_HALF = np.uint64(32)


@dataclass(frozen=True, slots=True)
class Change:
    """What became of the versions of a corpus when articles came or went."""

    found: tuple[Version, ...]
    lost: tuple[tuple[ArticleId, ArticleId], ...]


class Index:
    """The articles of a corpus on disk, and which are versions of each other."""

    def __init__(self, folder: Path) -> None:
        """Open the index in a folder; one without an index is empty."""
        self._folder = folder
        path = folder / _MANIFEST
        told = json.loads(path.read_text()) if path.exists() else {}
        self._edition: int = told.get("edition", 0)
        self._levels = [self._loaded(name) for name in told.get("levels", ())]
        self._names: list[str] = list(told.get("levels", ()))
        self._articles = self._loaded(told["articles"]) if told else np.empty(0, dtype=_ARTICLE)
        self._rows = self._loaded(told["versions"]) if told else np.empty(0, dtype=_ROW)
        self._shelf = Shelf(folder, len(self._articles))

    def __len__(self) -> int:
        return int(np.count_nonzero(~self._articles["gone"]))

    def versions(self) -> Iterator[Version]:
        """Yield the versions, in no order."""
        return (self._version(row) for row in self._rows)

    def update(self, added: Iterable[Summary], removed: Iterable[ArticleId] = ()) -> Change:
        """Add and remove articles, and return what that changed; one of a known id takes its place.

        Everything is on disk when this returns; a run that is stopped before leaves the index as it was.
        """
        new = {summary.id: summary for summary in added}
        gone = self._ordinals({*removed, *new})
        before = len(self._articles)
        self._shelf = shelve(new.values(), self._folder, kept=before)
        keys = cand.sample_keys([(0, [*new.values()])]) + np.uint64(before)
        fresh = np.zeros(len(new), dtype=_ARTICLE)
        fresh["rank"] = [rank(article) for article in new]
        fresh["sample"] = np.bincount((keys & _LOW).astype(np.int64) - before, minlength=len(new))
        lost_keys = self._keys_of(gone)
        held = self._around(np.unique(np.concatenate((keys, lost_keys)) >> _HALF))
        self._articles = np.concatenate((self._articles, fresh))
        self._articles["gone"][gone] = True
        after = np.concatenate((held[~np.isin(held, lost_keys)] if len(lost_keys) else held, keys))
        after.sort(kind="stable")  # two sorted lists: merged, not sorted anew
        self._level(keys)
        change = self._changed(*self._counts(held, after, before))
        self._save()
        return change

    def _counts(self, held: Keys, after: Keys, before: int) -> tuple[Pairs, NDArray[np.bool_]]:
        """Return the pairs that a change touches, and whether each is a candidate now.

        Args:
            held: all that had one of the runs of the articles that came or went, sorted.
            after: the same as it is now.
            before: the first ordinal of those that came.
        """
        ranks = self._articles["rank"].astype(np.uint64)
        few, many = (found[(found & _LOW) >= before] for found in _paired(after, ranks))
        pairs, rare, total = cand.counted(np.sort(few), np.sort(many))  # of new ones, every run is at hand
        settled = _settled(held, after, ranks)
        unsettled = [_paired(keys[~np.isin(keys >> _HALF, settled)], ranks) for keys in (held, after)]
        touched = [_differing(*lists) for lists in zip(*unsettled, strict=True)]
        old = cand.unpacked(np.unique(np.concatenate(touched)))
        old = old[(old[:, 1] < before) & ~self._articles["gone"][old].any(axis=1)]
        together = np.concatenate((pairs, old))
        counts = np.concatenate((np.stack((rare, total), axis=1), self._recounted(old)))
        sizes = self._articles["sample"].astype(np.int64)
        smaller = np.minimum(sizes[together[:, 0]], sizes[together[:, 1]])
        kept = (counts[:, 0] >= cand.ENOUGH * smaller) | (counts[:, 1] >= cand.MUCH * smaller)
        return together, kept & ~self._articles["gone"][together].any(axis=1)

    def _recounted(self, pairs: Pairs) -> NDArray[np.int64]:
        """Return how many rare runs the samples of each pair share, and how many of any kind; a row a pair."""
        if not len(pairs):
            return np.empty((0, 2), dtype=np.int64)
        articles, places = np.unique(pairs, return_inverse=True)
        samples = [keys >> _HALF for keys in self._keys_apart(articles.tolist())]
        shared = [
            np.intersect1d(samples[a], samples[b], assume_unique=True)
            for a, b in places.reshape(-1, 2).tolist()
        ]
        hashes, kind = np.unique(np.concatenate(shared), return_inverse=True)
        sizes, hubs = self._owners(hashes)
        owner = np.repeat(np.arange(len(pairs)), [*map(len, shared)])
        rare = sizes[kind] <= cand.COMMON
        counted = rare | (hubs[kind][:, np.newaxis] == pairs[owner]).any(axis=1)
        found = [np.bincount(owner[which], minlength=len(pairs)) for which in (rare, counted)]
        return np.stack(found, axis=1)

    def _owners(self, hashes: Keys) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Return how many articles have each of some runs, sorted, and which of them is its hub."""
        keys = self._around(hashes)
        owners = (keys & _LOW).astype(np.int64)
        ranked = self._articles["rank"][owners].astype(np.uint64) << _HALF | keys & _LOW
        starts = np.searchsorted(keys >> _HALF, hashes)
        hubs = np.minimum.reduceat(ranked, starts) & _LOW if len(hashes) else ranked  # each has an owner
        return np.diff(starts, append=len(keys)), hubs.astype(np.int64)

    def _changed(self, pairs: Pairs, kept: NDArray[np.bool_]) -> Change:
        """Verify the pairs that are candidates now, drop those that are none; return what that changed."""
        packed = self._rows["a"].astype(np.uint64) << _HALF | self._rows["b"]
        dropped = np.concatenate((pairs[~kept], np.empty((0, 2), dtype=np.int64))).astype(np.uint64)
        dead = self._articles["gone"][self._rows["a"]] | self._articles["gone"][self._rows["b"]]
        lost = np.isin(packed, dropped[:, 0] << _HALF | dropped[:, 1]) | dead
        known = np.isin(pairs.astype(np.uint64) @ np.array([1 << 32, 1], dtype=np.uint64), packed)
        rows = np.array([*self._verified(pairs[kept & ~known])], dtype=_ROW)
        names = tuple(self._name_pair(row) for row in self._rows[lost])
        self._rows = np.concatenate((self._rows[~lost], rows))
        return Change(tuple(map(self._version, rows)), names)

    def _verified(self, pairs: Pairs) -> Iterator[tuple[Any, ...]]:
        """Yield the rows of the pairs that are versions."""
        for start in range(0, len(pairs), _AT_ONCE):
            block = pairs[start : start + _AT_ONCE].tolist()
            sides = [self._in_order(a, b) for a, b in block]
            ones, others = ([side[place] for side in sides] for place in (0, 1))
            for (a, b), one, other, shares in zip(
                block, ones, others, reuse_of_pairs(ones, others), strict=True
            ):
                relation = relation_of(one, other, shares)
                if relation:
                    told = (shares.a, shares.b, shares.a_outside_quotes, shares.b_outside_quotes)
                    yield a, b, _RELATIONS.index(relation), told

    def _version(self, row: np.void) -> Version:
        a, b = self._in_order(int(row["a"]), int(row["b"]))
        relation, shares = _RELATIONS[row["relation"]], row["shares"].tolist()
        return Version(a.id, b.id, relation, shares[0], shares[1], shares[2], shares[3], *direction(a, b))

    def _in_order(self, a: int, b: int) -> tuple[Summary, Summary]:
        """Return two summaries in the order of their ids, as a grouping compares them."""
        one, other = self._shelf[a], self._shelf[b]
        return (one, other) if one.id < other.id else (other, one)

    def _name_pair(self, row: np.void) -> tuple[ArticleId, ArticleId]:
        a, b = self._in_order(int(row["a"]), int(row["b"]))
        return a.id, b.id

    def _ordinals(self, articles: Iterable[ArticleId]) -> list[int]:
        """Return the ordinals of those articles that are here."""
        ranks = np.where(self._articles["gone"], -1, self._articles["rank"].astype(np.int64))
        known = [(article, np.flatnonzero(ranks == rank(article)).tolist()) for article in sorted(articles)]
        return [place for article, places in known for place in places if self._shelf[place].id == article]

    def _keys_of(self, ordinals: Sequence[int]) -> Keys:
        """Return the sampled runs of some articles, sorted by article."""
        keys: Keys = np.concatenate([np.empty(0, dtype=np.uint64), *self._keys_apart(ordinals)])
        return keys

    def _keys_apart(self, ordinals: Iterable[int]) -> list[Keys]:
        """Return the sampled runs of some articles, each article's sorted."""
        return [cand.sample_keys([(place, [self._shelf[place]])]) for place in ordinals]

    def _around(self, hashes: Keys) -> Keys:
        """Return who has these runs, of those that were here before the update, sorted."""
        found = [np.empty(0, dtype=np.uint64)]
        for level in self._levels:
            first, last = (np.searchsorted(level, hashes + np.uint64(more) << _HALF) for more in (0, 1))
            counts = last - first
            steps = np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts)
            found.append(level[np.repeat(first, counts) + steps])
        together: Keys = np.concatenate(found)
        together = together[~self._articles["gone"][(together & _LOW).astype(np.int64)]]
        together.sort(kind="stable")  # few sorted lists
        return together

    def _level(self, keys: Keys) -> None:
        """Add a table of sorted runs; tables of one size are merged, so there are few."""
        self._levels.append(keys)
        self._names.append("")
        while len(self._levels) > 1 and 2 * len(self._levels[-1]) >= len(self._levels[-2]):
            merged = np.concatenate((self._levels.pop(), self._levels.pop()))
            merged.sort()
            del self._names[-2:]
            self._levels.append(merged)
            self._names.append("")

    def _loaded(self, name: str) -> NDArray[Any]:
        table: NDArray[Any] = np.load(self._folder / name, mmap_mode="r" if name.startswith("runs") else None)
        return table

    def _save(self) -> None:
        """Write what is new, then name it in the manifest, then remove what that names no longer."""
        self._edition += 1
        for place, (name, level) in enumerate(zip(self._names, self._levels, strict=True)):
            if not name:
                self._names[place] = f"runs-{self._edition}-{place}.npy"
                np.save(self._folder / self._names[place], level)
        parts = {"articles": self._articles, "versions": self._rows}
        told: dict[str, Any] = {"edition": self._edition, "levels": self._names}
        for name, table in parts.items():
            told[name] = f"{name}-{self._edition}.npy"
            np.save(self._folder / told[name], table)
        draft = self._folder / f"{_MANIFEST}.new"
        draft.write_text(json.dumps(told))
        draft.replace(self._folder / _MANIFEST)
        named = {*self._names, *(told[name] for name in parts)}
        for path in self._folder.glob("*.npy"):
            if path.name not in named:
                path.unlink()


def _paired(keys: Keys, ranks: Keys) -> tuple[Keys, Keys]:
    """Return the pairs of those that share a rare run, and of those that share a common one with its hub."""
    return cand.packed_pairs(keys, common=cand.COMMON), cand.star_pairs(keys, ranks, common=cand.COMMON)


def _settled(held: Keys, after: Keys, ranks: Keys) -> Keys:
    """Return the common runs, sorted, that were so before and have the same hub: no old pair is touched there."""
    (hashes, hubs), (later, new_hubs) = (_hubs(keys, ranks) for keys in (held, after))
    both, here, there = np.intersect1d(hashes, later, assume_unique=True, return_indices=True)
    settled: Keys = both[hubs[here] == new_hubs[there]]
    return settled


def _hubs(keys: Keys, ranks: Keys) -> tuple[Keys, Keys]:
    """Return the common runs among sorted keys, and the hub of each."""
    hashes, starts, sizes = np.unique(keys >> _HALF, return_index=True, return_counts=True)
    if not len(keys):
        return hashes, hashes
    owners = keys & _LOW
    hubs = np.minimum.reduceat(ranks[owners.astype(np.int64)] << _HALF | owners, starts) & _LOW
    common = sizes > cand.COMMON
    return hashes[common], hubs[common]


def _differing(before: Keys, after: Keys) -> Keys:
    """Return the numbers that occur more often in one of two lists than in the other."""
    one, other = (np.unique(keys, return_counts=True) for keys in (before, after))
    together = np.union1d(one[0], other[0])
    counts = np.zeros(len(together), dtype=np.int64)
    counts[np.searchsorted(together, one[0])] += one[1]
    counts[np.searchsorted(together, other[0])] -= other[1]
    differing: Keys = together[counts != 0]
    return differing
