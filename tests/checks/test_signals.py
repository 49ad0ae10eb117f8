"""Rules find what a careful reader found in the five seeds, and next to nothing else."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable
from itertools import product
from typing import Any

import pytest

from generator.checks.signals import article_signals, related_signals, rule_texts, story_signals
from generator.model import Evidence, Severity, Signal, Span, Story, StoryId, Where
from tests.checks.labelled_seeds import GOLD, labelled_seeds, reuse

FLAGS: list[dict[str, Any]] = json.loads((GOLD / "seeds_signals.json").read_text(encoding="utf-8"))["flags"]
CONFIRMED = [flag for flag in FLAGS if flag["status"] == "confirmed"]
FLOOR = 0.95


def _signals() -> list[Signal]:
    reads = {name: read for name, (read, _) in labelled_seeds().items()}
    two = [reads["000_deb20142414e904d"], reads["001_151755ee29b01678"]]
    found = [signal for read in reads.values() for signal in article_signals(read)]
    found += story_signals(two, reuse(), ())
    ids = [read.article.id for read in reads.values()]
    stories = [Story(StoryId(ids[0]), tuple(ids[:2]), tuple(ids[2:]))]
    stories += [Story(StoryId(id_), (id_,), tuple(other for other in ids if other != id_)) for id_ in ids[2:]]
    return [*found, *related_signals(reads.values(), stories)]


def _in_raw(evidence: Evidence) -> tuple[str, Span]:
    _, offsets = labelled_seeds()[evidence.article]
    span = evidence.span if evidence.where is Where.RAW else offsets.to_raw(evidence.span)
    return f"{evidence.article}.txt", span


def _places(flag: dict[str, Any]) -> list[tuple[str, Span]]:
    return [
        (place["file"], Span(place["start"], place["end"])) for place in flag["where"] if place.get("end")
    ]


Places = Callable[[Evidence], tuple[str, Span]]


def meets(signal: Signal, flag: dict[str, Any], in_raw: Places) -> bool:
    """Tell whether a signal has a flag's code and points to one of its places."""
    places = product(map(in_raw, signal.evidence), _places(flag))
    return signal.code == flag["code"] and any(
        ours[0] == theirs[0] and ours[1].overlaps(theirs[1]) for ours, theirs in places
    )


def _by_code() -> dict[str, list[Signal]]:
    found: dict[str, list[Signal]] = defaultdict(list)
    for signal in _signals():
        found[signal.code].append(signal)
    return found


def test_what_a_reader_found_is_found() -> None:
    found = _by_code()
    asked = [flag for flag in CONFIRMED if flag["code"] in rule_texts()]
    missed = [
        flag for flag in asked if not any(meets(signal, flag, _in_raw) for signal in found[flag["code"]])
    ]
    assert 47 == len(asked)
    assert len(missed) <= (1 - FLOOR) * len(asked), missed


def test_what_is_found_is_what_a_reader_found() -> None:
    raised = _signals()
    wrong = [
        (signal.code, signal.message, list(map(_in_raw, signal.evidence)))
        for signal in raised
        if not any(meets(signal, flag, _in_raw) for flag in CONFIRMED)
    ]
    assert len(wrong) <= (1 - FLOOR) * len(raised), wrong


@pytest.mark.parametrize(
    "code", ["number-differs", "hedge-dropped", "date-weekday-mismatch", "attribution-differs"]
)
def test_what_a_reader_ruled_out_is_not_raised(code: str) -> None:
    assert [] == _by_code()[code]


def test_no_quotation_of_the_seeds_counts_as_altered() -> None:
    levels = {signal.level for signal in _by_code()["quote-altered"]}
    assert {Severity.INFO} == levels
