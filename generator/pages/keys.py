"""By which key is a page kept that is made from a part of the index? By tokens of the facts in that part.

A fact has a token of its own, so each is looked at once, however many pages tell it. Each function here
names the facts that its namesake in `parts.py` puts into a part: a test changes each fact of a part and
asks for another key.
"""

from __future__ import annotations

import dataclasses
import hashlib
import io
import pickle
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from generator.model import Article, ArticleId, Quote, QuoteId, ReadArticle, SpeakerId, Story
from generator.pages import links
from generator.pages.index import Index
from generator.pages.printings import first_of
from generator.store import key_of

Token = bytes
_BYTES = 16
_NOTHING: Token = b""


def token_of(fact: object) -> Token:
    """Return the same bytes for equal facts, whichever objects they are made of."""
    written = io.BytesIO()
    pickler = pickle.Pickler(written, protocol=pickle.HIGHEST_PROTOCOL)
    pickler.fast = True
    pickler.dump(fact)
    return hashlib.blake2b(written.getbuffer(), digest_size=_BYTES).digest()


class Keys:
    """The keys of the pages of one run."""

    def __init__(
        self,
        index: Index,
        site: object,
        code: str,
        *,
        articles: Mapping[int, tuple[Article, str]] | None = None,
    ) -> None:
        """Give tokens to the facts of an index.

        Args:
            index: all facts.
            site: a fact that all pages tell: where they are published.
            code: by which a page's code is known.
            articles: those that are as they were read, each with the key of what it was read from, by the
                identity of the object.
        """
        self._index = index
        self._articles = articles or {}
        self._shown: Mapping[QuoteId, Token] = {}
        self._head = [code.encode(), token_of((site, index.repository))]
        self._known: dict[int, Token] = {}
        self._held: list[object] = []
        self._named: dict[ArticleId, Token] = {}
        self._quotes: dict[QuoteId, Token] = {}
        self._rulings: dict[ArticleId, list[Token]] = {}
        for (code_, id_), ruling in index.rulings.items():
            self._rulings.setdefault(id_, []).append(token_of((code_, ruling)))

    def learn(self, index: Index, shown: Mapping[QuoteId, Token]) -> None:
        """Take up what the chapters of stories found.

        Args:
            index: the same facts, with what was found.
            shown: tokens of quotes as the pages of their articles show them.
        """
        self._index, self._shown = index, shown

    def story(self, story: Story) -> str:
        """Return the key of a story's pages and of those of its articles."""
        index, members = self._index, story.articles
        signals = [index.signals.get(id_, ()) for id_ in members]
        versions = [index.versions.get(id_, ()) for id_ in members]
        pointed = [place.article for each in signals for one in each for place in one.evidence]
        collated = [
            one.b for id_, each in zip(members, versions, strict=True) for one in each if one.a == id_
        ]
        sides = (id_ for each in versions for one in each for id_ in (one.a, one.b))
        reads = [id_ for id_ in dict.fromkeys((*members, *pointed, *collated)) if id_ in index.reads]
        return self._key(
            [self._of(story)],
            chain_of(map(self._read, reads)),
            [token for id_ in members for token in self._own(id_)],
            [self._of(index.cards[id_]) for id_ in (*members, *story.related) if id_ in index.cards],
            [self._name(id_) for id_ in dict.fromkeys((*pointed, *sides)) if id_ in index.cards],
            *([self._of(one) for one in each] for each in (*versions, *signals)),
        )

    def speaker(self, id_: SpeakerId) -> str:
        """Return the key of a speaker's page."""
        index = self._index
        return self._key(
            [self._of(index.speakers[id_]), self._text(index.structured.get(links.speaker_path(id_)))],
            *(
                [
                    self._of(quote),
                    self._name(quote.article),
                    self._of(index.said.get(quote.id)),
                    self._of(index.earlier.get(quote.id)),
                    self._of(index.stands.get(quote.article)),
                    self._shown.get(quote.id, _NOTHING),
                ]
                for quote in index.by_speaker[id_]
            ),
        )

    def outlet(self, name: str) -> str:
        """Return the key of an outlet's page."""
        index, path = self._index, links.outlet_path(name)
        ids = [card.id for card in index.outlets[name]]
        versions = [one for id_ in ids for one in index.versions.get(id_, ())]
        named = dict.fromkeys((*ids, *(id_ for one in versions for id_ in (one.a, one.b))))
        voices = [index.voices.get(id_, ()) for id_ in ids]
        people = dict.fromkeys(voice for each in voices for voice in each)
        return self._key(
            [name.encode("utf-8", "surrogatepass"), self._of(index.notes.get(path))],
            [self._of(card) for card in index.outlets[name]],
            [self._of(index.cards[id_]) for id_ in named if id_ in index.cards],
            [self._of(version) for version in versions],
            [self._of(index.speakers[id_]) for id_ in people if id_ in index.speakers],
            [token_of(each) for each in voices],
            [self._of(index.stands.get(id_)) for id_ in ids],
            [self._of(card) for card in index.credited.get(path, ())],
            [self._text(index.structured.get(path))],
        )

    def _key(self, *facts: Iterable[Token]) -> str:
        return key_of(*self._head, *(b"".join(_measured(each)) for each in facts))

    def _own(self, id_: ArticleId) -> Iterator[Token]:
        """Yield what a story's pages tell of one of its articles beside the article."""
        index = self._index
        card = index.cards[id_]
        yield self._of(index.findings.of_article.get(id_))
        yield self._of(index.lapsed.get(id_))
        yield self._of(index.stands.get(id_))
        yield self._of(index.notes.get(card.outlet_path or ""))
        yield self._text(index.stored.get(id_))
        for quote in index.reads[id_].quotes:
            yield self._quote(quote.id)
            yield self._utterance(quote.id)
            yield self._of(index.findings.of_quote.get(quote.id))

    def _read(self, id_: ArticleId) -> list[Token]:
        """Return the tokens of an article, as it may be shown and whole."""
        index = self._index
        shown, whole = index.reads[id_], index.whole[id_]
        found = [id_.encode("utf-8", "surrogatepass"), self._of(index.terms.get(id_))]
        for read in (shown,) if whole is shown else (shown, whole):
            found += [self._article(read), *map(self._of, read.quotes), _NOTHING]
        return [*found, *self._rulings.get(id_, ())]

    def _article(self, read: ReadArticle) -> Token:
        known = self._articles.get(id(read.article))
        return known[1].encode() if known and known[0] is read.article else self._of(read.article)

    def _quote(self, id_: QuoteId) -> Token:
        """Return the token of all that the page of another article tells of a quote."""
        found = self._quotes.get(id_)
        if found is None:
            index = self._index
            quote: Quote = index.quotes[id_]
            whole = index.said_in_full.get(id_, quote)
            facts = (quote, whole, index.places.get(id_), index.earlier.get(id_))
            found = b"".join((*map(self._of, facts), self._name(quote.article)))
            self._quotes[id_] = found = hashlib.blake2b(found, digest_size=_BYTES).digest()
        return found

    def _utterance(self, id_: QuoteId) -> Token:
        """Return the token of what a quote's page tells of the same words elsewhere."""
        index = self._index
        said = index.said.get(id_)
        if said is None:
            return _NOTHING
        printings = index.printings.get(id_, ())
        quotes = (self._quote(quote) for each in printings for quote in each.quotes if quote in index.quotes)
        facts = token_of((said.key, first_of(said, index.quotes) or said.quotes[0], printings))
        return hashlib.blake2b(b"".join((facts, *quotes)), digest_size=_BYTES).digest()

    def _name(self, id_: ArticleId) -> Token:
        """Return the token of a card as pages have it that name an article and do not list it."""
        found = self._named.get(id_)
        if found is None:
            card = self._index.cards.get(id_)
            found = token_of(dataclasses.replace(card, words=0, quotes=0)) if card else _NOTHING
            self._named[id_] = found
        return found

    def _of(self, fact: Any) -> Token:
        """Return the token of a fact, which is made once."""
        if fact is None:
            return _NOTHING
        found = self._known.get(id(fact))
        if found is None:
            found = self._known[id(fact)] = token_of(fact)
            self._held.append(fact)  # while it lives, no other object has its identity
        return found

    @staticmethod
    def _text(text: str | None) -> Token:
        return _NOTHING if text is None else token_of(text)


def chain_of(lists: Iterable[list[Token]]) -> list[Token]:
    """Return the tokens of some lists, one after the other, each list marked by its length."""
    return [token for each in lists for token in (len(each).to_bytes(4, "big"), *each)]


def _measured(tokens: Iterable[Token]) -> Iterator[Token]:
    """Put its length before each token, so that no two lists of them run into the same bytes."""
    for token in tokens:
        yield len(token).to_bytes(4, "big")
        yield token
