"""The page that shows every mark of the site with its meaning, made of the same parts as the others."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

from generator.checks.signals import rule_texts
from generator.model import ArticleId, FieldStatus, QuoteKind, Severity
from generator.pages.dates import DateWords, date_words
from generator.pages.index import ArticleCard
from generator.pages.views.article import STATUS_WORDS
from generator.pages.views.base import View
from generator.pages.views.flow import Flow, laid_out
from generator.pages.views.lineage import Branch, Lineage, Row
from generator.pages.views.lists import StoryCard
from generator.pages.views.quotes import CHANGE_WORDS, KIND_WORDS, QuoteView
from generator.pages.views.scatter import Scatter, scatter_of
from generator.pages.views.signals import LEVEL_WORDS, SignalGroup, SignalsView, SignalView
from generator.pages.views.spoken import Spoken, spoken_of
from generator.pages.views.strip import Strip, strip_of
from generator.pages.views.versions import VersionView
from generator.pages.words import Phrase

PATH = "about/components.md"


@dataclass(frozen=True, slots=True)
class Example:
    """A mark and what it means."""

    name: str
    words: str
    label: str = ""
    """The mark's own words, where it has some."""


@dataclass(frozen=True, slots=True)
class Picture:
    """Stands for a table of which only the strip is shown."""

    strip: Strip


@dataclass(frozen=True, slots=True, kw_only=True)
class ComponentsPage(View):
    """What the page of components says."""

    TEMPLATE: ClassVar[str] = "components.md.j2"

    quotes: tuple[QuoteView, ...]
    levels: tuple[Example, ...]
    changes: tuple[Example, ...]
    statuses: tuple[Example, ...]
    table: Picture
    lineage: Lineage
    flow: Flow
    spoken: Spoken | None
    scatter: Scatter | None
    denied: int
    """Of the quotations in the picture over time."""
    signals: SignalsView


def view() -> ComponentsPage:
    """Return what the page of components says; it depends on nothing but the code."""
    return ComponentsPage(
        path=PATH,
        title=Phrase("How the pages are read"),
        description=Phrase("Every mark on this site, with its meaning."),
        quotes=_QUOTES,
        levels=_LEVELS,
        changes=tuple(Example(change.name.lower(), words) for change, words in CHANGE_WORDS.items()),
        statuses=tuple(
            Example(status.value, _STATUS_MEANINGS[status], label) for status, label in STATUS_WORDS.items()
        ),
        table=Picture(
            strip_of([("", 0), ("typographic", 0), ("wording", 0), ("meaning", 0), ("meaning", 1), ("", 0)])
        ),
        lineage=_LINEAGE,
        flow=laid_out((("Harbor Post", "Hill Gazette", 3), ("Harbor Post", "River Echo", 1)), 2),
        spoken=spoken_of(_SPOKEN),
        scatter=scatter_of(_STORIES),
        denied=1,
        signals=_SIGNALS,
    )


_CARD = ArticleCard(
    id=ArticleId("example"),
    path=PATH,
    title="Bridge is safe, mayor says",
    headed=True,
    outlet="Harbor Post",
    outlet_path=PATH,
    via=None,
    date=DateWords(date_words("2019-07-14"), "2019-07-14", "", "", "2019-07-14"),
    quotes=4,
    words=120,
    language="en",
)


def _quote(number: int, words: str, kind: QuoteKind, *, polarity: str = "", doubt: str = "") -> QuoteView:
    return QuoteView(
        article=_CARD,
        anchor=f"example-{number}",
        number=number,
        words=words,
        kind=kind.value,
        kind_words=KIND_WORDS[kind],
        polarity=polarity,
        cue="denied" if polarity == "denied" else "said",
        mention="Mayor Anna Berg",
        via="",
        speaker="Anna Berg",
        speaker_path="",
        doubt=doubt,
        elsewhere=(),
        corrected=False,
        findings=(),
    )


def _signal(level: Severity, message: str) -> SignalView:
    return SignalView("", level.value, message, (), "", "", "", dismissed=False)


_QUOTES = (
    _quote(1, "The bridge is safe.", QuoteKind.DIRECT),
    _quote(2, "as safe as a house", QuoteKind.PARTIAL),
    _quote(3, "the bridge would stay open", QuoteKind.INDIRECT, doubt=Phrase("{0} sure", "62%")),
    _quote(4, "it had been closed on Sunday", QuoteKind.INDIRECT, polarity="denied"),
    _quote(5, "the cables could be new", QuoteKind.INDIRECT, polarity="hedged"),
)
_LEVELS = (
    Example(
        "meaning",
        Phrase(
            "A negation, a modal verb, a number, a date, a name or the speaker differs, or a sentence is missing."
        ),
    ),
    Example("wording", Phrase("Other words for what seems the same.")),
    Example(
        "typographic",
        Phrase(
            "Quotation marks, dashes, spaces, commas or house style: U.S. or US, 29th or 29. Hidden at first."
        ),
    ),
)
_CARDS = tuple(
    replace(_CARD, id=ArticleId(name), outlet=outlet, words=words, date=date)
    for name, outlet, words, date in (
        ("one", "Harbor Post", 400, DateWords(date_words("2019-07-14"), "2019-07-14", "", "", "2019-07-14")),
        (
            "two",
            "Hill Gazette",
            180,
            DateWords(
                date_words("2019-07-16"), "2019-07-16", Phrase("inferred"), Phrase("the words"), "2019-07-16"
            ),
        ),
        ("three", "River Echo", 90, DateWords(Phrase("undated"), None, "", "", "~")),
    )
)


def _tie(card: ArticleCard, share: int, direction: str) -> VersionView:
    return VersionView(
        here=card,
        there=_CARDS[0],
        relation="abridged",
        relation_words="",
        share_here=share,
        share_there=share,
        share_here_outside=share,
        share_there_outside=share,
        direction=direction,
        evidence=(),
    )


_LINEAGE = Lineage(
    (
        Branch(
            (
                Row(_CARDS[0], (), "", None, 0),
                Row(
                    _CARDS[1],
                    ("branch",),
                    "to",
                    _tie(
                        _CARDS[1],
                        98,
                        Phrase("{0} most likely took it from {1}", "Hill Gazette", "Harbor Post"),
                    ),
                    100,
                ),
                Row(
                    _CARDS[2],
                    ("end",),
                    "",
                    _tie(_CARDS[2], 71, Phrase("who took it from whom is not known")),
                    None,
                ),
            ),
            (),
        ),
    ),
    _CARDS[0].date.marked,
    _CARDS[1].date.marked,
    Phrase(
        "{0} versions appeared between {1} and {2}, {3} without a whole date.",
        "2",
        _CARDS[0].date.marked,
        _CARDS[1].date.marked,
        "1",
    ),
)
_SPOKEN = (
    *(replace(quote, article=_CARDS[0]) for quote in _QUOTES[:3]),
    *(replace(quote, article=_CARDS[1]) for quote in _QUOTES[3:]),
)
_STORIES = tuple(
    StoryCard(title, PATH, "July 2019", "2019-07", _CARDS[:versions], meaning, 0, 0)
    for title, versions, meaning in (("Bridge is safe", 3, 9), ("Ferry returns", 2, 1), ("Buses stop", 2, 4))
)


def _group(code: str, level: Severity, message: str) -> SignalGroup:
    title, rule = rule_texts()[code]
    signals = (_signal(level, message),)
    return SignalGroup(code, Phrase(title), Phrase(rule), level.value, LEVEL_WORDS[level], signals, ())


_SIGNALS = SignalsView(
    (
        _group(
            "attribution-differs",
            Severity.ERROR,
            "The same words are Anna Berg's in one version, Tom Okafor's in the other.",
        ),
        _group("number-differs", Severity.WARN, "The numbers differ: 4.2 against 4.8."),
    ),
    (_group("quote-altered", Severity.INFO, "Same words, set differently."),),
    1,
)
_STATUS_MEANINGS = {
    FieldStatus.STATED: Phrase("The text states it; the record names the line."),
    FieldStatus.PARTIAL: Phrase("The text states a part of it, such as a date without its year."),
    FieldStatus.INFERRED: Phrase("It follows from something that the record names."),
    FieldStatus.DETECTED: Phrase("A program found it in the words, such as their language."),
    FieldStatus.REVIEWER: Phrase("A person who read the source gave it."),
    FieldStatus.NOT_IN_TEXT: Phrase("The text does not say it, and nothing is guessed."),
}
