"""Quality floors: what each language's articles, written for this test, must keep at least.

A floor holds for one gold file, named by its hash. A change of the file, or of the rules for the better,
calls for new floors: `FLOORS=write python -m pytest tests/quotes/test_quality_of_languages.py` raises them;
they are lowered only with `FLOORS=lower`.
"""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from generator.quotes.extract import quotes_of
from tests.quotes.labeled import GOLD, article, digest, labeled, scores

FLOORS = Path(__file__).parent / "gold" / "floors.json"
NAMES = sorted(path.stem for path in GOLD.glob("*.txt"))
LANGUAGES = ("ar", "de", "en", "es", "fa", "fr", "pt")
LEAST_QUOTATIONS = 40
LEAST_NAME_PRECISION = 0.95
_ROUND = 3


def measured(name: str) -> dict[str, float | str]:
    marked, reported = scores(name, indirect=False), scores(name, indirect=True)
    return {
        "gold": digest(name),
        "span": round(marked.span_f1, _ROUND),
        "joint": round(marked.joint_f1, _ROUND),
        "names": round(marked.name_precision, _ROUND),
        "reported": round(reported.joint_f1, _ROUND),
    }


def floors() -> dict[str, dict[str, float | str]]:
    return json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}


def accepted(old: dict[str, float | str], new: dict[str, float | str], mode: str) -> bool:
    """Tell whether new floors may be written: lower ones only by name."""
    same_file = old.get("gold") == new["gold"]
    lower = any(old.get(key, 0) > value for key, value in new.items() if key != "gold")
    return mode == "lower" or not (same_file and lower)


@pytest.mark.parametrize("name", NAMES)
def test_a_language_keeps_its_quality(name: str) -> None:
    found, known = measured(name), floors()
    mode = os.environ.get("FLOORS", "")
    if mode:
        assert accepted(known.get(name, {}), found, mode), "use FLOORS=lower to lower a floor"
        known[name] = found
        FLOORS.write_text(json.dumps(known, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    floor = known[name]
    assert floor["gold"] == found["gold"], "the articles changed: set new floors with FLOORS=write"
    short = {key: (found[key], floor[key]) for key in floor if key != "gold" and found[key] < floor[key]}
    assert not short, (short, scores(name, indirect=False).mistakes, scores(name, indirect=True).mistakes)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_has_enough_quotations_and_hardly_a_wrong_name(language: str) -> None:
    found = scores(language, indirect=False)
    assert sum(len(labels) for _, _, labels in labeled(language)) >= LEAST_QUOTATIONS
    assert found.name_precision >= LEAST_NAME_PRECISION, found.mistakes
    assert found.polarity_wrong == scores(language, indirect=True).polarity_wrong == 0


def test_a_floor_is_lowered_only_by_name() -> None:
    old, new = {"gold": "a", "joint": 0.9}, {"gold": "a", "joint": 0.8}
    assert [False, True] == [accepted(old, new, mode) for mode in ("write", "lower")]


@pytest.mark.parametrize("title", ["en-fiction", "en-blog"])
def test_fiction_and_blogs_lose_no_quotation(title: str) -> None:
    (text, labels) = next((text, labels) for name, text, labels in labeled("en_prose") if name == title)
    starts = {part.start for quote in quotes_of(article("en", text)) for part in quote.parts}
    assert {label.start for label in labels} <= starts
