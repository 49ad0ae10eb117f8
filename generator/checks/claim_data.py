"""Does a ClaimReview say what collectors of fact-checks need, and are its numbers in order?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any
from urllib.parse import urlsplit

from generator.checks.faults import Fault

LONGEST_CLAIM = 75
_REQUIRED = ("claimReviewed", "reviewRating", "url")
_RECOMMENDED = ("author", "datePublished", "itemReviewed")
_SCALE = ("ratingValue", "bestRating", "worstRating")


def claim_faults(roots: Iterable[Any], url: str | None) -> Iterator[Fault]:
    """Yield the faults of the reviews among a page's objects.

    Args:
        roots: the objects at the top of a page's data.
        url: the page's address.
    """
    reviews = [root for root in roots if isinstance(root, dict) and root.get("@type") == "ClaimReview"]
    if len(reviews) > 1:
        yield Fault("E-CR-MULTIPLE", "", f"{len(reviews)} reviews on one page")
    for review in reviews:
        yield from _review_faults(review, url)


def _review_faults(review: Mapping[str, Any], url: str | None) -> Iterator[Fault]:
    for name in _REQUIRED:
        if not review.get(name):
            yield Fault("E-CR-REQUIRED", name, "a ClaimReview needs it")
    for name in _RECOMMENDED:
        if not review.get(name):
            yield Fault("W-CR-RECOMMENDED", name, "readers of ClaimReviews look for it")
    claim = review.get("claimReviewed")
    if isinstance(claim, str) and len(claim) > LONGEST_CLAIM:
        yield Fault("W-CLAIM-LONG", "claimReviewed", f"{len(claim)} characters, more than {LONGEST_CLAIM}")
    address = review.get("url")
    if url and isinstance(address, str) and urlsplit(address).netloc != urlsplit(url).netloc:
        yield Fault("E-URL-HOST", "url", f"{address} is on another host than {url}")
    item = review.get("itemReviewed")
    if item is not None and (not isinstance(item, dict) or item.get("@type") != "Claim"):
        yield Fault("E-CR-ITEM", "itemReviewed", "what is reviewed is no Claim")
    elif isinstance(item, dict) and any("rating" in name.lower() for name in item):
        yield Fault(
            "E-CLAIM-HAS-RATING", "itemReviewed", "the rating belongs to the review, not to the claim"
        )
    rating = review.get("reviewRating")
    if isinstance(rating, dict):
        yield from _rating_faults(rating)


def _rating_faults(rating: Mapping[str, Any]) -> Iterator[Fault]:
    path = "reviewRating"
    if not rating.get("alternateName"):
        yield Fault("E-CR-REQUIRED", f"{path}/alternateName", "the verdict in words is missing")
    given = [name for name in _SCALE if name in rating]
    if not given:
        return
    if len(given) < len(_SCALE):
        missing = ", ".join(name for name in _SCALE if name not in rating)
        yield Fault("W-RATING-INCOMPLETE", path, f"without {missing} the number says nothing")
    numbers = {name: _number(rating[name]) for name in given}
    for name, number in numbers.items():
        if number is None:
            yield Fault("E-RATING-NUMBER", f"{path}/{name}", f"{rating[name]!r} is no number")
    value, best, worst = (numbers.get(name) for name in _SCALE)
    if best is not None and worst is not None and worst >= best:
        yield Fault("E-RATING-SCALE", path, f"the worst, {worst:g}, is not below the best, {best:g}")
    elif value is not None and best is not None and worst is not None and not worst <= value <= best:
        yield Fault("E-RATING-RANGE", path, f"{value:g} is not from {worst:g} to {best:g}")


def _number(value: Any) -> float | None:
    if isinstance(value, bool):
        return None
    if isinstance(value, int | float):
        return float(value)
    try:
        return float(value)
    except (TypeError, ValueError):
        return None
