"""What does a headline quote, and whose words are they?

An editor wrote the headline, not the reporter, and shortened what was said. So its quotations stand apart from
those of the text: they are never counted among them, and each says whether the text has its words. A name
is given only where the text has a quotation by its bearer; whoever else the headline names stays a mention.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from generator.model import Article, Polarity, Quote, QuoteId, QuoteKind, ReadArticle, Span, Speaker
from generator.quotes.extract import quotes_of
from generator.quotes.languages import language_named
from generator.quotes.marks import marked_spans
from generator.quotes.reading import read as reading_of
from generator.text import fold

_WORD = re.compile(r"\w+(?:'\w+)*")
_SPEAKER_FIRST = re.compile(r"(?P<who>[^:“”\"'‘’\n]{2,60}):\s+(?P<words>\S.*)")
_SPEAKER_LAST = re.compile(r"(?P<words>\S.+?)\s*:\s+(?P<who>[^:“”\"‘’\n]{2,60})")
_LONGEST = 400
"""Code points of a headline that is one; what is longer is a paragraph that a page calls so."""


_CUES = frozenset(
    f"{verb}{ending}"
    for verb, endings in {
        "say": ("s", ""), "said": ("",), "den": ("ies", "ied", "y"), "insist": ("s", "ed", ""), "warn": ("s", "ed", ""),
        "claim": ("s", "ed", ""), "admit": ("s", "ted", ""), "confirm": ("s", "ed", ""), "argue": ("s", "d", ""),
        "acknowledge": ("s", "d", ""), "allege": ("s", "d", ""),
    }.items()
    for ending in endings
)  # fmt: skip
"""Verbs after which a headline reports what was said; "slams", "rejects" and "announces" tell a doing."""
_OWNED = re.compile(r"(?:'s|’s|s'|s’)\s+[“\"‘']$")
"""Before the marks: the words are those of somebody whom the speaker talks about, "says Lind's ‘gift’ remark"."""
_LEAST = 4
"""Words of a report without marks, and of words in marks that nobody is said to have spoken."""
_FEW = 3
"""Words from which a quotation of the text that has them is the one meant; fewer recur by chance."""
_SHARE = 0.5
"""Of the text's quotation that fewer words must be."""


@dataclass(frozen=True, slots=True)
class HeadlineQuote:
    """Words that a headline puts in somebody's mouth; all spans are of the headline's value."""

    span: Span
    words: str
    kind: QuoteKind
    """`indirect` without quotation marks."""
    mention: Span | None = None
    speaker: Speaker | None = None
    """Only one who is quoted in the text too."""
    polarity: Polarity | None = None
    """None where neither the headline's verb nor the text's quotation tells."""
    quote: QuoteId | None = None
    """The quotation of the text that has the same words."""
    in_text: bool = False
    """Whether the text has the words at all, quoted or not."""


def headline_quotes(read: ReadArticle) -> tuple[HeadlineQuote, ...]:
    """Return what the headline of an article quotes, in order; nothing where it has none."""
    headline = read.article.value("headline") or ""
    if not headline or len(headline) > _LONGEST:
        return ()
    found = {quote.span: quote for quote in _drafts(headline, read)}
    if not found:
        return ()
    text = f" {' '.join(_words(read.article.text))} "
    linked = (_linked(found[span], headline, read, text) for span in sorted(found))
    return tuple(quote for quote in linked if _is_quotation(quote))


def _is_quotation(quote: HeadlineQuote) -> bool:
    """Tell words that somebody said from titles and words held at arm's length, which stand in the same marks.

    As in the text, what nobody is said to have spoken is kept from four words on.
    """
    return bool(quote.mention or quote.quote) or len(_words(quote.words)) >= _LEAST


def _drafts(headline: str, read: ReadArticle) -> Iterator[HeadlineQuote]:
    """Yield quotations by their marks, then what is reported without marks; the last of one span counts."""
    marked = [mark.inner for mark in marked_spans(headline)]
    for span in marked:
        yield HeadlineQuote(span, span.of(headline), _kind(span.of(headline)))
    named = _beside_a_colon(headline, read.quotes)
    if named and (any(named[2].holds(span) for span in marked) or _is_statement(named[2], headline, read)):
        who, speaker, said = named
        inside = [span for span in marked if said.holds(span)]
        for span in inside or [said]:
            words = span.of(headline)
            kind = _kind(words) if inside else QuoteKind.INDIRECT
            yield HeadlineQuote(span, words, kind, who, speaker, Polarity.AFFIRMED)
        return
    for quote in _read_as_a_sentence(headline, read.article):
        span, mention, cue = quote.span, quote.mention, quote.cue
        if not (mention and cue):
            continue
        known = _speaker(mention.of(headline), read.quotes)
        if quote.kind is QuoteKind.INDIRECT:
            plain = cue.of(headline).lower() in _CUES and mention.end + 1 == cue.start
            told = plain and len(span.of(headline).split()) >= _LEAST
            if not told or any(span.start <= mark.start <= span.start + 1 for mark in marked):
                continue
        elif span not in marked or _OWNED.search(headline, 0, span.start):
            continue
        yield HeadlineQuote(span, span.of(headline), quote.kind, mention, known, quote.polarity)


def _kind(words: str) -> QuoteKind:
    return QuoteKind.DIRECT if words[:1].isupper() and " " in words else QuoteKind.PARTIAL


def _beside_a_colon(headline: str, quotes: Iterable[Quote]) -> tuple[Span, Speaker | None, Span] | None:
    """Return who says the other side of a colon, and what: somebody whom the text quotes, or an office."""
    for pattern in (_SPEAKER_FIRST, _SPEAKER_LAST):
        match = pattern.fullmatch(headline)
        speaker = _speaker(match["who"], quotes) if match else None
        if match and (speaker or _is_office(match["who"])):
            return Span(*match.span("who")), speaker, Span(*match.span("words"))
    return None


def _is_statement(said: Span, headline: str, read: ReadArticle) -> bool:
    """Tell what can be said, "Town needs time", from a title, "The Art of the Harbor": a verb or a "no" tells.

    In other languages than English, whose verbs are not all known, words that the text quotes or reports tell.
    """
    language = language_named(read.article.value("language"))
    words = _words(said.of(headline))
    if language and language.code == "en":
        spelled = _cased(headline, read.article.text)[said.start : said.end]
        first = spelled[:1].lower() + spelled[1:] if words and words[0] in language.tags else spelled
        tags = reading_of(first, (), language).tags
        return words[:1] == ["no"] or any(tag in _VERBS for tag in tags)
    known = max((_shared(words, _words(quote.words)) for quote in read.quotes), default=0.0)
    return len(words) >= _LEAST and known >= _SHARE


_VERBS = frozenset("xfkvunh")
"""Letters of verbs, of "not" and of pronouns, which stand beside one."""


def _shared(words: list[str], others: list[str]) -> float:
    """Return the share of some words that stand among others."""
    return len(set(words) & set(others)) / max(1, len(set(words)))


def _is_office(who: str) -> bool:
    """Tell "Foreign Ministry" and "Iran Leader" from what else stands before a colon."""
    words = who.split()
    return 1 < len(words) <= _LONGEST_OFFICE and words[-1].lower() in _offices()


@cache
def _offices() -> frozenset[str]:
    english = language_named("en")
    return frozenset((*english.roles, *english.bodies)) if english else frozenset()


_LONGEST_OFFICE = 5
"""Words."""


def _read_as_a_sentence(headline: str, article: Article) -> tuple[Quote, ...]:
    """Return what the rules for texts find in the headline once its words have the case that they have in the text."""
    if article.value("language") not in (None, "en") or _CUES.isdisjoint(headline.lower().split()):
        return ()
    cased = _fully_marked(_cased(headline, article.text))
    language = tuple(field for field in article.fields if field.name == "language")
    return quotes_of(replace(article, text=cased, raw=cased, paragraphs=(), fields=language))


def _fully_marked(headline: str) -> str:
    """Write the single marks of headlines as full ones, in the same places."""
    letters = list(headline)
    for mark in marked_spans(headline):
        if mark.single and mark.outer.end > mark.inner.end:
            letters[mark.outer.start], letters[mark.outer.end - 1] = "“", "”"
    return "".join(letters)


def _cased(headline: str, text: str) -> str:
    """Write the words of a headline small that the text never writes large within a sentence."""
    large = set(re.findall(r"(?<=[\w,;] )[A-Z]\w*", text))
    small = set(re.findall(r"\b[a-z]\w*", text))

    def cased(match: re.Match[str]) -> str:
        word = match[0]
        lowered = word.lower()
        plain = word not in large and lowered in small and len(lowered) == len(word)
        return lowered if match.start() and plain else word

    return re.sub(r"\b[A-Z][a-z]*\b", cased, headline)


def _speaker(mention: str, quotes: Iterable[Quote]) -> Speaker | None:
    """Return the one speaker of the text whose last name a mention ends in and whom it does not contradict."""
    words = _words(mention)
    speakers = {quote.speaker.id: quote.speaker for quote in quotes if quote.speaker}.values()
    fitting = [speaker for speaker in speakers if words and _fits(words, speaker)]
    return fitting[0] if len(fitting) == 1 else None


def _fits(words: list[str], speaker: Speaker) -> bool:
    names = [_words(name) for name in (speaker.name, *speaker.aliases)]
    known = {word for name in names for word in name} | {
        word for title in speaker.titles for word in _words(title)
    }
    last = {name[-1] for name in names if name}
    if speaker.kind != "person":
        return words in names
    return words[-1] in last and all(word in known for word in words)


def _linked(quote: HeadlineQuote, headline: str, read: ReadArticle, text: str) -> HeadlineQuote:
    """Return the quotation with the one of the text that has its words, and its speaker if that leaves no choice."""
    own = _words(quote.words)
    if not own:
        return quote
    words = f" {' '.join(own)} "
    quote = replace(quote, in_text=words in text)
    if quote.kind is QuoteKind.INDIRECT:
        return _linked_report(quote, own, read.quotes)
    named = set(_words(headline))
    holding = [one for one in read.quotes if words in f" {' '.join(_words(one.words))} "]
    holding = [one for one in holding if one.kind is not QuoteKind.INDIRECT] or holding
    holding = [one for one in holding if _is_meant(own, one, named)]
    if quote.speaker:
        holding = [one for one in holding if one.speaker and one.speaker.id == quote.speaker.id]
    if not holding:
        return quote
    speakers = {one.speaker.id if one.speaker else None: one.speaker for one in holding}
    polarities = {one.polarity for one in holding}
    return replace(
        quote,
        speaker=next(iter(speakers.values())) if len(speakers) == 1 else None,
        polarity=polarities.pop() if len(polarities) == 1 else None,
        quote=holding[0].id if len(speakers) == 1 else None,
    )


def _linked_report(quote: HeadlineQuote, own: list[str], quotes: Iterable[Quote]) -> HeadlineQuote:
    """Return a report with the text's quotation that has its words, by the same speaker and as much denied."""
    words = " ".join(own)
    for one in quotes:
        theirs = " ".join(_words(one.words))
        short, long = sorted((words, theirs), key=len)
        fits = one.polarity is quote.polarity and (
            quote.speaker is None or (one.speaker is not None and one.speaker.id == quote.speaker.id)
        )
        if fits and short.count(" ") >= _LEAST - 1 and f" {short} " in f" {long} ":
            return replace(quote, quote=one.id)
    return quote


def _is_meant(own: list[str], quote: Quote, named: set[str]) -> bool:
    """Tell whether a quotation with the words is the one that the headline means: long enough, or its speaker named."""
    if len(own) >= _FEW or (quote.speaker and _words(quote.speaker.name)[-1] in named):
        return True
    return len(own) > 1 and len(own) >= _SHARE * len(_words(quote.words))


def _words(text: str) -> list[str]:
    return _WORD.findall(fold(text).lower().replace("’", "'"))
