"""How does a page show a quote: words, kind, polarity, speaker, and the same words elsewhere?"""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from generator.checks.draft import correction_form
from generator.checks.earlier import Earlier
from generator.model import BY_A_PERSON, Article, Polarity, Quote, QuoteId, QuoteKind, Span
from generator.pages import links
from generator.pages.findings import Finding, KnownView, finding_of, known_view
from generator.pages.fragments import with_fragment
from generator.pages.index import ArticleCard, Index
from generator.pages.printings import first_of
from generator.pages.views.collation import row_of
from generator.pages.words import Phrase
from generator.redaction import OMISSION, readable
from generator.stories.sayings import QuoteChange, compared
from generator.text import fold

DOUBTFUL_BELOW = 0.8
"""Quotes of a lower confidence say so; of those above it, at least four in five are right."""

KIND_WORDS = {
    QuoteKind.DIRECT: Phrase("quoted"),
    QuoteKind.PARTIAL: Phrase("quoted in part"),
    QuoteKind.INDIRECT: Phrase("reported, not verbatim"),
}
CHANGE_WORDS = {
    QuoteChange.IDENTICAL: Phrase("same words"),
    QuoteChange.TYPOGRAPHIC: Phrase("same words, other punctuation"),
    QuoteChange.TRUNCATED: Phrase("one prints only a part of the words"),
    QuoteChange.REWORDED: Phrase("other wording"),
    QuoteChange.MEANING: Phrase("other meaning"),
}
POLARITY_WORDS = {Polarity.AFFIRMED: "", Polarity.DENIED: "denied", Polarity.HEDGED: "hedged"}


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """The same utterance in another article."""

    article: ArticleCard
    anchor: str


@dataclass(frozen=True, slots=True)
class Wording:
    """One wording of an utterance, with the other articles that print it."""

    alike: str
    """How its words compare, in words."""
    words: str
    """The wording, or nothing where it is the same to the letter."""
    polarity: str
    places: tuple[Elsewhere, ...]
    """In date order; the first of many."""
    more: int = 0
    """How many places are not named here."""
    first: Elsewhere | None = None
    """Where the utterance was printed first, and all places are named."""


@dataclass(frozen=True, slots=True)
class NamedView:
    """A name from another version of the story, and where it stands there."""

    name: str
    path: str
    article: ArticleCard
    anchor: str


@dataclass(frozen=True, slots=True)
class QuoteView:
    """A quote on a page of its article, its speaker or its story."""

    article: ArticleCard
    anchor: str
    number: int
    words: str
    kind: str
    kind_words: str
    polarity: str
    """"denied" or "hedged", or nothing."""
    cue: str
    mention: str
    via: str
    speaker: str
    """The name, or nothing."""
    speaker_path: str
    doubt: str
    """Confidence in words, where it is low; else nothing."""
    elsewhere: tuple[Wording, ...]
    """The same words first, then other wordings as they come."""
    corrected: bool
    """True where a person corrected the machine."""
    findings: tuple[Finding, ...]
    alike: tuple[Finding, ...] = ()
    """Claims looked into before that it resembles and is no evidence of."""
    named: NamedView | None = None
    """The name that another version gives, where this one has a role alone."""
    known: tuple[KnownView, ...] = ()
    """Fact-checks of others that it resembles."""
    original: Markup | None = None
    """Link to these words on the publisher's page."""
    report: Markup | None = None
    """Link to a report of a problem, filled in."""
    story: str = ""
    """Path of its story's page."""
    compared: str = ""
    """Anchor there of the row that its first words stand in; nothing where there are no versions."""
    correct: Markup | None = None
    """Link to an editor with a correction of this quote, filled in."""


@dataclass(frozen=True, slots=True)
class SpeakerGroup:
    """The quotes of one speaker in one article."""

    name: str
    path: str
    """Of the speaker's page; nothing for a source without a name."""
    note: str
    """Titles, or why there is no name."""
    named: bool
    quotes: tuple[QuoteView, ...]


def quote_view(index: Index, quote: Quote) -> QuoteView:
    """Return a quote with what a page says beside it."""
    if quote.id in index.shown:
        return index.shown[quote.id]
    text = index.reads[quote.article].article.text
    place = index.places[quote.id]
    findings = index.findings.of_quote.get(quote.id, ())
    earlier = index.earlier.get(quote.id, Earlier())
    alike = [finding_of(each, index.repository) for each in earlier.here]
    return QuoteView(
        article=index.cards[quote.article],
        anchor=place.anchor,
        number=place.number,
        words=quote.words or OMISSION,
        kind=quote.kind.value,
        kind_words=KIND_WORDS[quote.kind],
        polarity=POLARITY_WORDS[quote.polarity],
        cue=_shown(quote.cue, text),
        mention=_shown(quote.mention, text),
        via=_shown(quote.via, text),
        speaker=quote.speaker.name if quote.speaker else "",
        speaker_path=links.speaker_path(quote.speaker.id) if quote.speaker else "",
        doubt=_doubt(quote.confidence),
        elsewhere=elsewhere(index, quote),
        corrected=quote.rule == BY_A_PERSON,
        findings=findings,
        alike=tuple(each for each in alike if each not in findings),
        named=_named(index, quote),
        known=tuple(map(known_view, earlier.elsewhere)),
        story=links.story_path(index.story_of[quote.article].id) if quote.article in index.story_of else "",
        compared=row_of(index, quote),
        original=_original(index, quote),
        report=_report(index, quote),
        correct=_correct(index, quote),
    )


def _named(index: Index, quote: Quote) -> NamedView | None:
    found = index.named.get(quote.id)
    if found is None:
        return None
    there = index.quotes[found.evidence]
    path = links.speaker_path(found.speaker.id)
    return NamedView(found.speaker.name, path, index.cards[there.article], index.places[there.id].anchor)


def _shown(span: Span | None, text: str) -> str:
    """Return the words under a span, or nothing where there are none that may be shown."""
    words = readable(span.of(text)) if span else ""
    return "" if words == OMISSION else words


def _original(index: Index, quote: Quote) -> Markup | None:
    article = index.reads[quote.article].article
    address = links.outside(article.value("url"))
    return Markup(with_fragment(address, article.text, quote.parts[0])) if address else None  # noqa: S704 (percent-encoded)


def _report(index: Index, quote: Quote) -> Markup | None:
    if index.repository is None:
        return None
    where = f"{links.address(index.cards[quote.article].path)}#{index.places[quote.id].anchor}"
    body = f"Quotation: {where}\n\nWhat is wrong (words, speaker, denied or stated), and what shows it?\n"
    return links.outside(index.repository.report(f"Quotation in {quote.article}", body))


def _correct(index: Index, quote: Quote) -> Markup | None:
    if index.repository is None:
        return None
    text = correction_form(quote, index.reads[quote.article])
    return links.outside(index.repository.new_file(f"fixes/{quote.article}-{quote.anchor}.yml", text))


def _doubt(confidence: float | None) -> str:
    if confidence is None or confidence >= DOUBTFUL_BELOW:
        return ""
    return Phrase("{0} sure", f"{confidence:.0%}")


def elsewhere(index: Index, quote: Quote) -> tuple[Wording, ...]:
    """Return where other articles print the same utterance, by its wording."""
    found: dict[tuple[str, str, str], tuple[list[Elsewhere], list[int]]] = {}
    for printing in index.printings.get(quote.id, ()):
        wording = _wording(index, quote, index.quotes[printing.quotes[0]])
        places, more = found.setdefault(wording, ([], []))
        places += (_place(index, id_) for id_ in printing.quotes)
        more.append(printing.count - len(printing.quotes))
    first = first_of(index.said[quote.id], index.quotes) if found else None
    named = _place(index, first) if first else None
    wordings = [Wording(*key, tuple(places), sum(more), named) for key, (places, more) in found.items()]
    return tuple(sorted(wordings, key=lambda each: bool(each.words)))


def _place(index: Index, id_: QuoteId) -> Elsewhere:
    return Elsewhere(index.cards[index.quotes[id_].article], index.places[id_].anchor)


def _wording(index: Index, quote: Quote, other: Quote) -> tuple[str, str, str]:
    change = compared(index.said_in_full[other.id], index.said_in_full[quote.id]).change
    words = "" if quote.words == other.words else other.words
    return CHANGE_WORDS[change], words, POLARITY_WORDS[other.polarity]


def speaker_groups(index: Index, quotes: tuple[Quote, ...]) -> tuple[SpeakerGroup, ...]:
    """Return an article's quotes by speaker, in the order in which the speakers first appear."""
    groups: dict[str, list[Quote]] = {}
    for quote in quotes:
        groups.setdefault(_group_key(index.reads[quote.article].article, quote), []).append(quote)
    return tuple(_group(index, tuple(each)) for each in groups.values())


def _group_key(article: Article, quote: Quote) -> str:
    if quote.speaker:
        return f"speaker {quote.speaker.id}"
    label = fold(readable(quote.mention.of(article.text))) if quote.mention else ""
    return f"label {label.removeprefix('the ').removeprefix('an ').removeprefix('a ')}"


def _group(index: Index, quotes: tuple[Quote, ...]) -> SpeakerGroup:
    first = quotes[0]
    views = tuple(quote_view(index, quote) for quote in quotes)
    if first.speaker:
        note = "; ".join(first.speaker.titles)
        return SpeakerGroup(first.speaker.name, views[0].speaker_path, note, named=True, quotes=views)
    if first.mention:
        return SpeakerGroup(
            f"“{views[0].mention or OMISSION}”",
            "",
            Phrase("no name found in the text"),
            named=False,
            quotes=views,
        )
    unknown, note = Phrase("Speaker unknown"), Phrase("no speaker found in the text")
    return SpeakerGroup(unknown, "", note, named=False, quotes=views)


def by_date(index: Index, quotes: tuple[QuoteId, ...]) -> tuple[Quote, ...]:
    """Return quotes in the order of their articles' dates, undated last."""
    found = [index.quotes[id_] for id_ in quotes]
    return tuple(
        sorted(found, key=lambda each: (index.cards[each.article].date.order, each.article, each.span))
    )
