"""Facts come back from a pickle as they went in, and equal ones have equal bytes."""

from __future__ import annotations

import io
import pickle

import pytest

from generator.model import Evidence, Severity, Signal, Span
from generator.pages.write import Made

FACTS = (
    Span(3, 9),
    Made("articles/a.md", "00", 7),
    Signal("loaded-language", Severity.WARN, (Evidence("a", Span(0, 4)),), "“Hoax” judges."),
)


@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: type(fact).__name__)
@pytest.mark.parametrize("protocol", [2, pickle.HIGHEST_PROTOCOL])
def test_a_fact_survives_a_pickle(fact: object, protocol: int) -> None:
    again = pickle.loads(pickle.dumps(fact, protocol=protocol))  # noqa: S301 (our own)
    assert again == fact
    assert type(again) is type(fact)


def test_equal_facts_that_share_differently_have_one_form_without_a_memo() -> None:
    shared = Span(1, 2)
    one, other = (shared, shared), (Span(1, 2), Span(1, 2))
    assert _plain(one) == _plain(other)


def test_a_broken_pickle_can_make_no_backward_span() -> None:
    backward = pickle.dumps(Span(3, 9)).replace(b"K\x03K\x09", b"K\x09K\x03")
    with pytest.raises(ValueError, match="not a span"):
        pickle.loads(backward)  # noqa: S301 (our own)


def _plain(value: object) -> bytes:
    written = io.BytesIO()
    pickler = pickle.Pickler(written)
    pickler.fast = True
    pickler.dump(value)
    return written.getvalue()
