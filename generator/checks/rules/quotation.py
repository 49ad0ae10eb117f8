"""Is a quotation whole, and are all of its words the speaker's?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.passages import Hints, Passages, is_marked_kind
from generator.checks.rule import Finding, Rule
from generator.model import Quote, QuoteKind, Severity, Span

_ELLIPSIS = re.compile(r"\.\s?\.\s?\.|…")
_BRACKET = re.compile(r"\[[^\[\]\n]*[^\W\d_][^\[\]\n]*\]")
_BRACKET_HINTS = Hints.of("[")
# Words that draw a conclusion from, or set against, something said just before. "So many" and the
# like measure instead; "Then-president" names.
_CONNECTIVE = re.compile(
    r"(?:so(?! (?:many|much|far|long|few|little|often|be it|help|what|sorry|called))(?=[ ,])"
    r"|(?:therefore|thus|hence|consequently|accordingly|nevertheless|nonetheless|otherwise|moreover"
    r"|furthermore|that(?:'s| is) why|as a result|for that reason|in that case|on the other hand)\b"
    r"|(?:but|yet|however|because)\b(?! for\b)"
    r"|(?:maybe|perhaps)\b(?= (?:\w+ ){0,3}(?:this|that|these|those)\b))",
    re.IGNORECASE,
)
_SHORTEST_ARGUMENT = 4
"""Words below which a quotation is a fragment that the sentence around it carries."""
# Not words of the reporter: [sic] keeps the speaker's, [applause] tells a noise, [photo] a picture.
_STAGE_DIRECTION = re.compile(
    r"\[(?:sic|applause|laughs?|laughter|laughing|crosstalk|inaudible|unintelligible|pause|cheers|expletive)\]",
    re.IGNORECASE,
)
# Marks of the page, not of the reporter: captions, links, notes.
_PAGE_BRACKET = re.compile(
    r"\[/?(?:caption|embed|photo|image|video|read|see|also|update|editor|note|pdf|link|click|watch|source|file"
    r"|advert\w*|related|gallery|tweet|via|the author|translation|correction)\b|\[/?\w+=|https?:",
    re.IGNORECASE,
)


def _left_out(passages: Passages) -> Iterator[Finding]:
    for quote in passages.read.quotes:
        if not is_marked_kind(quote):
            continue
        for part in quote.parts:
            if _ELLIPSIS.search(part.of(passages.text)):
                yield Finding(
                    (part,), "An ellipsis stands inside the quotation marks: words may be left out."
                )


def _mid_argument(passages: Passages) -> Iterator[Finding]:
    for quote in passages.read.quotes:
        if quote.kind is not QuoteKind.DIRECT or len(quote.words.split()) < _SHORTEST_ARGUMENT:
            continue
        match = _CONNECTIVE.match(quote.words)
        if match and quote.words[0].isupper() and not _continues(passages, quote):
            span = quote.parts[0]
            yield Finding(
                (span,), f"The quotation opens with “{match[0]}”; what it answers to is not quoted."
            )


def _continues(passages: Passages, quote: Quote) -> bool:
    """Tell whether the same voice is quoted just before, so that the argument is there."""
    start = quote.parts[0].start
    before = [part for part in passages.marked if part.end <= start]
    if not before:
        return False
    between = passages.text[before[-1].end : start]
    return len(between) <= _SAME_BREATH


_SAME_BREATH = 90
"""Code points: room for `,” the minister told reporters in Vienna on Tuesday. “` and a paragraph break."""


def _inserted(passages: Passages) -> Iterator[Finding]:
    for part in passages.marked:
        words = part.of(passages.text)
        for match in _BRACKET.finditer(words):
            if _STAGE_DIRECTION.fullmatch(match[0]):
                continue
            span = Span(part.start + match.start(), part.start + match.end())
            yield Finding(
                (span,), f"{match[0]} inside the quotation marks is the outlet's, not the speaker's."
            )


def _bracket_in_report(passages: Passages) -> Iterator[Finding]:
    reports = [quote for quote in passages.read.quotes if quote.kind is QuoteKind.INDIRECT]
    for span in passages.in_own_words(_BRACKET, _BRACKET_HINTS):
        words = span.of(passages.text)
        if _PAGE_BRACKET.match(words) or _STAGE_DIRECTION.fullmatch(words):
            continue
        if any(quote.span.overlaps(span) for quote in reports):
            yield Finding(
                (span,), f"{words} mends words that carry no quotation marks; they may be a quotation."
            )


RULES = (
    Rule(
        "quote-truncated",
        "Words left out",
        Severity.WARN,
        "An ellipsis inside quotation marks: the outlet left words out, or the speaker paused. The full "
        "wording decides which.",
        "“**We can talk … after the election**,” he said.",
        _left_out,
    ),
    Rule(
        "quote-starts-mid-argument",
        "Starts in mid-argument",
        Severity.INFO,
        "A quotation that opens with a word such as “so”, “therefore” or “but”, with nothing of the same "
        "voice quoted just before: the premise is missing.",
        "“**Therefore, we will abandon the deal**,” he said.",
        _mid_argument,
    ),
    Rule(
        "quote-editorial-insertion",
        "Words put in",
        Severity.INFO,
        "Square brackets inside quotation marks: the words in them are the outlet's reading, not the speaker's.",
        "“For this, **[the US]** must pay,” Zarif said.",
        _inserted,
    ),
    Rule(
        "bracket-outside-quote",
        "Brackets without quotation marks",
        Severity.INFO,
        "Square brackets in reported speech without quotation marks: it looks like a quotation that lost its "
        "marks, so the words may be nearer to the speaker's than they seem.",
        "The minister said that nobody should place such hope **[on Europe]** any more.",
        _bracket_in_report,
    ),
)
