"""Who stands behind what is said, and how many of them are there?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from generator.checks.passages import Hints, Passages
from generator.checks.rule import Finding, Rule
from generator.checks.rules.background import is_background
from generator.model import Quote, Severity

_ROLE = (
    "official|diplomat|aide|adviser|advisor|insider|lawmaker|officer|executive|employee|staffer|negotiator"
    "|politician|minister|lawyer|person|man|woman|resident|witness|bystander|strategist|operative|consultant"
)
_SOURCE = re.compile(
    r"\b(?:(?:well-)?informed |anonymous |unnamed |intelligence |security |government |diplomatic |military )?sources?\b"
    r"|\binsiders?\b|\b(?:people|persons?|someone|somebody) (?:familiar|close|briefed|with (?:direct )?knowledge)\b"
    rf"|^(?:an?|one|another) (?:[\w.'’-]+ ){{0,4}}(?:{_ROLE})\b(?! [A-Z])",
    re.IGNORECASE,
)
_ANONYMITY = re.compile(
    r"\b(?:(?:on (?:the )?condition|speaking on condition|requested|asked for|requesting|seeking|granted) (?:of )?anonymity"
    r"|(?:declined|refused|asked not|did not wish|did not want|wished not|preferred not) to be (?:named|identified|quoted by name))\b",
    re.IGNORECASE,
)
_ANONYMITY_HINTS = Hints.of("anonymity", " to be ")
_MANY = (
    r"(?:officials|experts|analysts|observers|critics|supporters|opponents|activists|lawmakers|diplomats|aides|advisers"
    r"|advisors|politicians|strategists|insiders|commentators|pundits|economists|scientists|researchers|scholars"
    r"|residents|locals|witnesses|eyewitnesses|authorities|investigators|campaigners)"
)
_COLLECTIVE = re.compile(
    rf"^(?:(?:some|many|several|most|certain|other|various|a number of|unnamed|senior|top|local) )?(?:[\w.'’-]+ ){{0,2}}{_MANY}\b"
    r"(?! (?:at|of|from|with|in) (?:the )?[A-Z])|^(?:some|many|several|others|most|critics)$",
    re.IGNORECASE,
)
_SOME_MEDIA = re.compile(
    r"\b(?:certain|some|several|various|many|numerous|multiple|unnamed|unconfirmed)"
    r"(?:,? (?:and |other |social |foreign |local |western |news |mainstream |unconfirmed |international |recent )*)?"
    r" ?(?:media|press|news|social media)(?: (?:outlets?|reports?|organizations?|accounts?|sources))?\b"
    r"|\b(?:certain|some|various) (?:recent |unconfirmed )?reports\b(?! (?:by|in|from) [A-Z])",
    re.IGNORECASE,
)
_SOME_MEDIA_HINTS = Hints.of("media", "press", "news", "reports", inside_words=True)
# "The host is a Virginia resident": the words say what a named person is.
_IS = re.compile(r"\b(?:is|was|are|were|as) $")
_PRONOUN = re.compile(r"(?:he|she|they|it|who|that|which|I|we)$", re.IGNORECASE)
_FEWEST_QUOTES = 2


def _mention(passages: Passages, quote: Quote) -> str:
    return quote.mention.of(passages.text) if quote.mention else ""


def is_unnamed(passages: Passages, quote: Quote) -> bool:
    """Tell whether a quote's speaker is a single nameless source."""
    if (
        quote.speaker is not None
        or quote.mention is None
        or _IS.search(passages.text[: quote.mention.start][-6:])
    ):
        return False
    return bool(_SOURCE.search(_mention(passages, quote)))


def _unnamed_source(passages: Passages) -> Iterator[Finding]:
    mentions = {
        quote.mention for quote in passages.read.quotes if quote.mention and is_unnamed(passages, quote)
    }
    spans = tuple(sorted(mentions | set(passages.in_own_words(_ANONYMITY, _ANONYMITY_HINTS))))
    if spans:
        yield Finding(spans, f"“{spans[0].of(passages.text)}” is not named: who says it can't be checked.")


def _unnamed_origin(passages: Passages) -> Iterator[Finding]:
    mentions = {
        quote.mention
        for quote in passages.read.quotes
        if quote.speaker is None
        and quote.mention
        and not is_unnamed(passages, quote)
        and (_is_collective(passages, quote) or _SOME_MEDIA.search(_mention(passages, quote)))
    }
    media = (
        span
        for span in passages.in_own_words(_SOME_MEDIA, _SOME_MEDIA_HINTS)
        if not any(span.overlaps(m) for m in mentions)
    )
    spans = tuple(sorted(mentions | set(media)))
    if spans:
        yield Finding(spans, f"“{spans[0].of(passages.text)}” names nobody: where it was first said is open.")


def _is_collective(passages: Passages, quote: Quote) -> bool:
    """Tell whether a quote is laid to a group that names nobody: no "critics like Jones", no "many" of a longer phrase."""
    words = _mention(passages, quote)
    if not quote.mention or not _COLLECTIVE.match(words) or _FOR_EXAMPLE.search(words):
        return False
    if _APPOSITION.match(passages.text, quote.mention.end):
        return False
    alone = _QUANTITY.match(words)
    return not alone or bool(quote.cue and 0 <= quote.cue.start - quote.mention.end <= 1)


_FOR_EXAMPLE = re.compile(r"\b(?:like|such as|including|led by)\b")
# "The lawmakers, Representatives James E. Clyburn and …": named right after.
_APPOSITION = re.compile(r",? (?:like|such as|including|among them)\b|, (?:[A-Z][\w.]*\s+){2}")
_QUANTITY = re.compile(r"(?:some|many|several|others|most)$", re.IGNORECASE)


def _single_source(passages: Passages) -> Iterator[Finding]:
    current = [quote for quote in _outermost(passages.read.quotes) if not is_background(passages, quote)]
    voices = {_voice(passages, quote) for quote in current}
    if len(voices) != 1 or None in voices or len(current) < _FEWEST_QUOTES:
        return
    first = current[0]
    who = first.speaker.name if first.speaker else f"“{_mention(passages, first)}”"
    mentions = tuple(sorted({quote.mention for quote in current if quote.mention}))
    level = Severity.INFO if first.speaker else Severity.WARN
    if mentions:
        yield Finding(mentions, f"All that is said of the event comes from one voice: {who}.", level)


def _outermost(quotes: Iterable[Quote]) -> Iterator[Quote]:
    """Yield the quotes that stand in no other one: speech inside speech is not the article's own source."""
    end = -1
    for quote in sorted(quotes, key=lambda quote: (quote.span.start, -quote.span.end)):
        if quote.span.end > end:
            yield quote
            end = quote.span.end


def _voice(passages: Passages, quote: Quote) -> str | None:
    """Return a name for who speaks, the same for one nameless source throughout; None where unknown."""
    if quote.speaker:
        return quote.speaker.id
    words = _mention(passages, quote)
    if not words or _PRONOUN.match(words):
        return None
    return "a source" if _SOURCE.search(words) else words.lower()


RULES = (
    Rule(
        "unnamed-source",
        "Unnamed source",
        Severity.WARN,
        "Words of somebody whom the article does not name.",
        "**A senior official** said that talks had begun.",
        _unnamed_source,
    ),
    Rule(
        "unnamed-origin",
        "Unnamed origin",
        Severity.INFO,
        "A claim laid to “certain media” or to a group that names nobody: its first appearance can't be found "
        "from this article.",
        "He was reacting to **certain foreign media** that spread the claim.",
        _unnamed_origin,
    ),
    Rule(
        "single-source",
        "One voice",
        Severity.INFO,
        "Everything said about the event itself, background aside, comes from one voice.",
        "“Talks will begin,” **Zarif** said. “They will be long,” **Zarif** said.",
        _single_source,
    ),
)
