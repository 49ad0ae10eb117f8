"""Which other articles print what a quote says? In each wording the first of them, and how many there are.

What a hundred thousand articles print is named in full once, on the page of the article that printed it first: were
each of their pages to name all others, the work for an article would grow with their number.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain, islice

from generator.model import ArticleId, Polarity, Quote, QuoteId, Utterance
from generator.model.pickling import quickly_pickled

MOST = 12
"""Places of one wording that a page names."""

_Wording = tuple[str, str, Polarity]


@quickly_pickled
@dataclass(frozen=True, slots=True)
class Printing:
    """The quotes of other articles that have an utterance in one wording."""

    quotes: tuple[QuoteId, ...]
    """The first of them in date order, at least one."""
    count: int
    """Of all."""


def first_of(said: Utterance, quotes: Mapping[QuoteId, Quote]) -> QuoteId | None:
    """Return the earliest quote with an utterance that is shown."""
    return next((id_ for id_ in said.quotes if id_ in quotes), None)


@dataclass(slots=True)
class _Printers:
    """The quotes that have an utterance in one wording, by article, each with its ordinal in the utterance."""

    quotes: dict[ArticleId, list[tuple[int, QuoteId]]] = field(default_factory=dict)
    count: int = 0

    def add(self, article: ArticleId, quote: tuple[int, QuoteId]) -> None:
        """Take one more."""
        self.quotes.setdefault(article, []).append(quote)
        self.count += 1

    def others(self, own: ArticleId) -> Iterator[tuple[int, QuoteId]]:
        """Return those of other articles, in order."""
        return chain.from_iterable(each for article, each in self.quotes.items() if article != own)


class Printings(Mapping[QuoteId, tuple[Printing, ...]]):
    """The printings of every utterance by other articles than that of a quote, the earliest wording first."""

    def __init__(
        self,
        said: Mapping[QuoteId, Utterance],
        quotes: Mapping[QuoteId, Quote],
        in_full: Mapping[QuoteId, Quote],
    ) -> None:
        """Look at nothing before it is asked for.

        Args:
            said: the utterance of each quote that has one.
            quotes: as they may be shown.
            in_full: the same, all words included.
        """
        self._said, self._quotes, self._in_full = said, quotes, in_full
        self._known: dict[int, dict[_Wording, _Printers]] = {}

    def __getitem__(self, id_: QuoteId) -> tuple[Printing, ...]:
        said, own = self._said[id_], self._quotes[id_].article
        most = None if first_of(said, self._quotes) == id_ else MOST
        found: list[tuple[int, Printing]] = []
        for printers in self._wordings(said).values():
            first = tuple(islice(printers.others(own), most))
            if first:
                count = printers.count - len(printers.quotes.get(own, ()))
                found.append((first[0][0], Printing(tuple(name for _, name in first), count)))
        return tuple(printing for _, printing in sorted(found, key=lambda each: each[0]))

    def _wordings(self, said: Utterance) -> dict[_Wording, _Printers]:
        """Return the quotes of an utterance by their wording."""
        known = self._known.get(id(said))
        if known is None:
            known = self._known[id(said)] = defaultdict(_Printers)
            for ordinal, id_ in enumerate(said.quotes):
                if quote := self._quotes.get(id_):
                    wording = (self._in_full.get(id_, quote).words, quote.words, quote.polarity)
                    known[wording].add(quote.article, (ordinal, id_))
        return known

    def __iter__(self) -> Iterator[QuoteId]:
        return iter(self._said)

    def __len__(self) -> int:
        return len(self._said)
