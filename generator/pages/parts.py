"""Which facts does one page need? A part of the index that holds these and no others.

A page is made from its part alone, wherever that happens, so the part's bytes are a sound key for it:
a fact that a view reads and that is not in its part is an error, never a stale page.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

from generator.model import ArticleId, Quote, QuoteId, SpeakerId, Story, Utterance
from generator.pages import links
from generator.pages.findings import Findings
from generator.pages.index import ArticleCard, Index
from generator.pages.printings import Printing, first_of

Key = TypeVar("Key")
Value = TypeVar("Value")


def of_story(index: Index, story: Story) -> Index:
    """Return what the pages of a story and of its articles need; collations are not among it."""
    members = story.articles
    signals = _some(index.signals, members)
    pointed = [place.article for each in signals.values() for one in each for place in one.evidence]
    versions = _some(index.versions, members)
    collated = [one.b for id_ in members for one in versions.get(id_, ()) if one.a == id_]
    reads = _some(index.reads, (*members, *pointed, *collated))
    own = [quote for id_ in members for quote in index.reads[id_].quotes]
    said = _said(index, own)
    printings = _some(index.printings, said)
    quotes = _some(index.quotes, (*(quote.id for quote in own), *_said_with(said), *_printed(printings)))
    named = [
        *pointed,
        *(quote.article for quote in quotes.values()),
        *(id_ for each in versions.values() for one in each for id_ in (one.a, one.b)),
    ]
    return _part(
        index,
        reads=reads,
        cards={**_named(index.cards, named), **_some(index.cards, (*members, *story.related))},
        quotes=quotes,
        places=_some(index.places, quotes),
        said=said,
        printings=printings,
        stories=(story,),
        story_of=dict.fromkeys(members, story),
        versions=versions,
        signals=signals,
        findings=_findings(index.findings, members, [quote.id for quote in own]),
        rulings={key: ruling for key, ruling in index.rulings.items() if key[1] in reads},
        lapsed=_some(index.lapsed, members),
        stands=_some(index.stands, members),
        notes=_some(index.notes, (index.cards[id_].outlet_path or "" for id_ in members)),
        earlier=_some(index.earlier, quotes),
        whole={id_: index.whole[id_] for id_, read in reads.items() if index.whole[id_] is not read},
        said_in_full={
            id_: index.said_in_full[id_]
            for id_, quote in quotes.items()
            if id_ in index.said_in_full and index.said_in_full[id_] is not quote
        },
        terms=_some(index.terms, reads),
        stored=_some(index.stored, members),
    )


def _named(
    cards: Mapping[ArticleId, ArticleCard], wanted: Iterable[ArticleId]
) -> dict[ArticleId, ArticleCard]:
    """Return the cards of articles that pages name and do not list: an edit of their text does not touch those."""
    return {id_: dataclasses.replace(card, words=0, quotes=0) for id_, card in _some(cards, wanted).items()}


def completed(part: Index) -> Index:
    """Return a part with whole articles and quotes for all, where it named those that differ."""
    return dataclasses.replace(
        part,
        whole={**part.reads, **part.whole},
        said_in_full={**part.quotes, **part.said_in_full},
    )


def of_speaker(index: Index, id_: SpeakerId) -> Index:
    """Return what the page of a speaker needs."""
    quotes: tuple[Quote, ...] = index.by_speaker[id_]
    ids = [quote.id for quote in quotes]
    return _part(
        index,
        cards=_named(index.cards, (quote.article for quote in quotes)),
        quotes={quote.id: quote for quote in quotes},
        said=_said(index, quotes),
        speakers={id_: index.speakers[id_]},
        by_speaker={id_: quotes},
        earlier=_some(index.earlier, ids),
        stands=_some(index.stands, (quote.article for quote in quotes)),
        shown=_some(index.shown, ids),
        structured=_some(index.structured, [links.speaker_path(id_)]),
    )


def of_outlet(index: Index, name: str) -> Index:
    """Return what the page of an outlet needs."""
    cards, path = index.outlets[name], links.outlet_path(name)
    ids = [card.id for card in cards]
    versions, voices = _some(index.versions, ids), _some(index.voices, ids)
    named = (*ids, *(id_ for each in versions.values() for one in each for id_ in (one.a, one.b)))
    return _part(
        index,
        cards=_some(index.cards, named),
        versions=versions,
        speakers=_some(index.speakers, (id_ for each in voices.values() for id_ in each)),
        outlets={name: cards},
        notes=_some(index.notes, [path]),
        stands=_some(index.stands, ids),
        credited=_some(index.credited, [path]),
        structured=_some(index.structured, [path]),
        voices=voices,
    )


def _part(index: Index, **facts: Any) -> Index:
    """Return an index of these facts and nothing else."""
    return dataclasses.replace(NOTHING, repository=index.repository, **facts)


NOTHING = Index(
    reads={},
    cards={},
    quotes={},
    places={},
    said={},
    utterances=(),
    stories=(),
    story_of={},
    versions={},
    collations={},
    signals={},
    notes={},
    earlier={},
    earlier_claims={},
    speakers={},
    by_speaker={},
    outlets={},
    credited={},
    findings=Findings((), {}, {}),
    rulings={},
    lapsed={},
    stands={},
    repository=None,
    structured={},
    stored={},
    whole={},
    said_in_full={},
    terms={},
    voices={},
    levels={},
    named={},
    shown={},
    printings={},
)


def _some(facts: Mapping[Key, Value], wanted: Iterable[Key]) -> dict[Key, Value]:
    """Return the facts under some keys, in the order of the keys."""
    return {key: facts[key] for key in dict.fromkeys(wanted) if key in facts}


def _said(index: Index, own: Iterable[Quote]) -> dict[QuoteId, Utterance]:
    """Return the utterances of some quotes, each with its earliest quote and those of them alone."""
    by_utterance: dict[int, list[QuoteId]] = {}
    for quote in own:
        if quote.id in index.said:
            by_utterance.setdefault(id(index.said[quote.id]), []).append(quote.id)
    found: dict[QuoteId, Utterance] = {}
    for ids in by_utterance.values():
        whole = index.said[ids[0]]
        first = first_of(whole, index.quotes) or whole.quotes[0]
        found |= dict.fromkeys(ids, Utterance(whole.key, tuple(dict.fromkeys((first, *ids)))))
    return found


def _printed(printings: Mapping[QuoteId, Iterable[Printing]]) -> Iterable[QuoteId]:
    """Yield the quotes of other articles that pages name."""
    for each in printings.values():
        for printing in each:
            yield from printing.quotes


def _said_with(said: Mapping[QuoteId, object]) -> Iterable[QuoteId]:
    """Yield the quotes that print the same utterances."""
    for utterance in {id(utterance): utterance for utterance in said.values()}.values():
        yield from utterance.quotes  # type: ignore[attr-defined]


def _findings(findings: Findings, articles: Iterable[ArticleId], quotes: Iterable[QuoteId]) -> Findings:
    return Findings((), _some(findings.of_article, articles), _some(findings.of_quote, quotes))
