"""Was something like this looked into before, here or by others? Found by its words; a person judges the rest."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.checks.known import KnownCheck
from generator.checks.likeness import Likeness
from generator.checks.review import ClaimId
from generator.checks.reviews import Desktop, Standing
from generator.model import Quote, QuoteId, ReadArticle


@dataclass(frozen=True, slots=True)
class Earlier:
    """What was looked into before and resembles a text."""

    here: tuple[Standing, ...] = ()
    """Reviews of this site."""
    elsewhere: tuple[KnownCheck, ...] = ()
    """Fact-checks of others."""


class EarlierWork:
    """All reviews and known fact-checks, that can be asked which of them resemble a claim or a quote."""

    def __init__(self, desk: Desktop, reads: Iterable[ReadArticle]) -> None:
        """Weigh the words of all of it by how common they are in the articles' quotes."""
        self._any = bool(desk.reviews or desk.known)
        said = [quote.words for read in reads for quote in read.quotes] if self._any else []
        self._here = Likeness(((each.review.claim, each) for each in desk.reviews), background=said)
        self._claims = {each.review.id: each.review.claim for each in desk.reviews}
        known = dict.fromkeys(desk.known)
        self._elsewhere = Likeness(((each.claim, each) for each in known), background=said)

    def of_quotes(self, reads: Iterable[ReadArticle]) -> dict[QuoteId, Earlier]:
        """Return what resembles each quote, for those that something does."""
        if not self._any:
            return {}
        asked = ((quote.id, self.like_quote(quote)) for read in reads for quote in read.quotes)
        return {id_: found for id_, found in asked if found != Earlier()}

    def of_claims(self) -> dict[ClaimId, Earlier]:
        """Return what resembles each claim of this desk."""
        return {id_: self.like_claim(claim, but=id_) for id_, claim in self._claims.items()}

    def like_claim(self, claim: str, *, but: str | None = None) -> Earlier:
        """Return what resembles a claim; the review with the id `but` is left out."""
        here = tuple(each for each in self._here.resembling(claim) if each.review.id != but)
        return Earlier(here, self._elsewhere.resembling(claim))

    def like_quote(self, quote: Quote) -> Earlier:
        """Return the claims whose words a quote holds."""
        return Earlier(self._here.held_by(quote.words), self._elsewhere.held_by(quote.words))
