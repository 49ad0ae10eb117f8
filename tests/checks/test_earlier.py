"""What was looked into before is found by what it says, and another subject is not."""

from __future__ import annotations

import dataclasses

import pytest

from generator.checks.earlier import EarlierWork
from generator.checks.known import KnownCheck
from generator.checks.likeness import Likeness
from generator.checks.reviews import Desktop, Files, desktop
from tests.checks.labelled_seeds import labelled_seeds, reuse
from tests.checks.test_known import EXPECTED
from tests.checks.test_lint import PATH, TRUE

READS = tuple(found for found, _ in labelled_seeds().values())
OTHERS = tuple(
    KnownCheck(f"Vaccine number {n} causes the illness {n}", "X", "", "", f"https://example.org/v{n}")
    for n in range(9)
)
DESK = dataclasses.replace(desktop(Files("reviews", {PATH: TRUE}), READS, reuse()), known=(EXPECTED, *OTHERS))


def test_a_claim_in_other_words_is_found_and_another_subject_is_not() -> None:
    known = EarlierWork(Desktop(known=(EXPECTED, *OTHERS)), ())
    found = known.like_claim("Secret Iran talks with the United States took place in Oman")
    assert (EXPECTED,) == found.elsewhere
    assert () == known.like_claim("Iran raised the price of bread").elsewhere
    assert () == EarlierWork(Desktop(), ()).like_claim("Iran held talks").elsewhere


def test_a_claim_resembles_another_of_this_desk_and_not_itself() -> None:
    earlier = EarlierWork(DESK, READS)
    (standing,) = DESK.reviews
    other = "Russia mediated talks of Iran with the US"
    assert (standing,) == earlier.like_claim(other).here
    assert () == earlier.like_claim(standing.review.claim, but=standing.review.id).here


def test_a_quote_that_holds_a_claims_words_leads_to_it() -> None:
    quotes = [quote for read in READS for quote in read.quotes]
    earlier = EarlierWork(DESK, READS)
    said = [quote for quote in quotes if earlier.like_quote(quote).here]
    assert said
    assert all("Russian mediation" in quote.words for quote in said)


@pytest.mark.parametrize("count", [1, 4])
def test_an_answer_does_not_hang_on_the_order_of_what_is_compared(count: int) -> None:
    texts = [
        (f"The minister of {name} sold the old bridge", name)
        for name in ("Ruritania", "Utopia", "Laputa", "Arcadia")
    ]
    asked = "The old bridge was sold by the minister of Utopia"
    one = Likeness(texts[:count]).resembling(asked)
    assert set(one) == set(Likeness(reversed(texts[:count])).resembling(asked))
    assert ("Utopia" if count > 1 else "Ruritania") == one[0]
