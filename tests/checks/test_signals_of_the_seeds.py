"""The whole way from the seeds' bytes: what a careful reader found is raised, and next to nothing else."""

from __future__ import annotations

import pytest

from generator.chapters import with_comparisons
from generator.checks.signals import rule_texts
from generator.model import Evidence, Signal, Span, Where
from generator.pages.edition import Edition
from generator.pipeline import gather
from generator.settings import Settings
from tests.checks.labelled_seeds import ROOT
from tests.checks.test_signals import CONFIRMED, FLOOR, Places, meets


@pytest.fixture(scope="module")
def edition() -> Edition:
    settings = Settings(
        seeds=ROOT / "seeds", reviews=ROOT / "reviews", out=ROOT / "nowhere", cache=None, workers=1
    )
    return with_comparisons(gather(settings).edition)


def _places(edition: Edition) -> Places:
    articles = {read.article.id: read.article for read in edition.articles}

    def in_raw(evidence: Evidence) -> tuple[str, Span]:
        article = articles[evidence.article]
        if evidence.where is Where.RAW:
            return article.path, evidence.span
        paragraph = next(each for each in article.paragraphs if each.span.overlaps(evidence.span))
        lines = article.raw.split("\n")
        start = sum(len(line) + 1 for line in lines[: paragraph.line - 1])
        start += lines[paragraph.line - 1].index(paragraph.span.of(article.text)) - paragraph.span.start
        return article.path, Span(evidence.span.start + start, evidence.span.end + start)

    return in_raw


def test_what_a_reader_found_is_found(edition: Edition) -> None:
    asked = [flag for flag in CONFIRMED if flag["code"] in rule_texts()]
    in_raw = _places(edition)
    missed = [flag for flag in asked if not any(meets(signal, flag, in_raw) for signal in edition.signals)]
    assert len(missed) <= (1 - FLOOR) * len(asked), missed


def test_what_is_found_is_what_a_reader_found(edition: Edition) -> None:
    in_raw = _places(edition)
    wrong: list[Signal] = [
        signal for signal in edition.signals if not any(meets(signal, flag, in_raw) for flag in CONFIRMED)
    ]
    assert len(wrong) <= (1 - FLOOR) * len(edition.signals), wrong


def test_what_a_reader_ruled_out_is_not_raised(edition: Edition) -> None:
    raised = {signal.code for signal in edition.signals}
    assert set() == raised & {
        "number-differs",
        "hedge-dropped",
        "date-weekday-mismatch",
        "attribution-differs",
    }
