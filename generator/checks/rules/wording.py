"""Which words of the outlet's own weigh, and does the head promise more than the body holds?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.passages import Hints, Passages, words_of
from generator.checks.rule import Finding, Rule
from generator.model import FieldStatus, QuoteKind, Severity, Span, Where

_LOADED = re.compile(
    r"\b(?:rumou?rs?|rumou?red|clandestine|so-called|(?:false|fake|bogus) (?:news|claims?|stories|reports?)|propaganda|smears?"
    r"|hoax(?:es)?|witch[- ]hunts?|regimes?(?! of )|puppets?(?= (?:regime|state|government|of))|cronies|henchm[ae]n|thugs?|mouthpieces?"
    r"|notorious(?:ly)?|infamous(?:ly)?|fanatics?|warmongers?|charlatans?|bigots?|disgraced|embattled|firebrand|hard-?liners?"
    r"|crackpots?|goons?|lackeys?|stooges?|scaremongering|shameless(?:ly)?|cowardly|vile|despicable)\b",
    re.IGNORECASE,
)
_LOADED_HINTS = Hints.of(
    *(
        "rumo",
        "clandestine",
        "so-called",
        "false ",
        "fake ",
        "bogus ",
        "propaganda",
        "smear",
        "hoax",
        "witch",
        "regime",
        "puppet",
    ),
    *(
        "cronies",
        "henchm",
        "thug",
        "mouthpiece",
        "notorious",
        "infamous",
        "fanatic",
        "warmonger",
        "charlatan",
        "bigot",
        "disgraced",
    ),
    *(
        "embattled",
        "firebrand",
        "hardliner",
        "hard-liner",
        "crackpot",
        "goon",
        "lackey",
        "stooge",
        "scaremongering",
        "shameless",
    ),
    *("cowardly", "vile", "despicable"),
)
"""Strings of which every loaded word holds one."""
_FACTIVE = re.compile(
    r"\b(?:admit(?:s|ted|ting)?|conced(?:es?|ed|ing)|confess(?:es|ed|ing)?|in fact|in reality|blatant(?:ly)?|flagrant(?:ly)?|brazen(?:ly)?"
    r"|rightly|debunk(?:s|ed|ing)?|expos(?:es|ed)(?= (?:the|that|how|as|a)\b)|let(?:s)? slip|undeniabl[ey]|unquestionabl[ey])\b",
    re.IGNORECASE,
)
_FACTIVE_HINTS = Hints.of(
    *(
        "admit",
        "conced",
        "confess",
        "in fact",
        "in reality",
        "blatant",
        "flagrant",
        "brazen",
        "rightly",
        "debunk",
        "expos",
    ),
    *(" slip", "undeniabl", "unquestionabl"),
)
# "was admitted to hospital", "admitted to the bar", "to concede defeat" state no fact on somebody's behalf.
_NOT_FACTIVE = re.compile(
    r"\b(?:admit\w* (?:to (?:the )?(?:hospital|\w+ (?:hospital|bar|university|college))|as a|into)|(?:was|were|been|being|be) admitted"
    r"|conced\w* (?:the )?(?:defeat|election|race|power|territory|ground|goals?|that goal|to (?:him|her|them|\w+) in))\b",
    re.IGNORECASE,
)
# "The party had to admit", "he would not concede": nobody has done it yet.
_NOT_DONE = re.compile(
    r"\b(?:to|must|should|would|could|may|might|will|can|not|never|\w+n['’]t)\s+(?:ever |even )?$",
    re.IGNORECASE,
)
_HEDGED_FALSE = re.compile(
    r"\b(?:basically|essentially|largely|mostly|more or less|practically|virtually|generally|partly|partially|not (?:entirely|quite|exactly))"
    r" (?:false|untrue|baseless|wrong|incorrect|inaccurate|unfounded|groundless|a lie|lies|fake|fabricated|true|accurate|correct)\b"
    r"|\b(?:to (?:the best of )?(?:my|our) knowledge|as far as (?:I|we) know|not that (?:I|we) know of|I (?:don['’]t|do not) (?:recall|remember))\b",
    re.IGNORECASE,
)
_HEDGED_FALSE_HINTS = Hints.of(
    *(
        "basically",
        "essentially",
        "largely",
        "mostly",
        "more or less",
        "practically",
        "virtually",
        "generally",
        "partly",
        "partially",
    ),
    *(
        "not entirely",
        "not quite",
        "not exactly",
        " knowledge",
        "as far as",
        "not that",
        "recall",
        "remember",
    ),
)
_ABSOLUTE = re.compile(
    r"\b(?:no(?! (?:longer|matter|doubt|more than|less|one else|\d))|never|under no circumstances|at no point|will not (?:ever|any)|nothing)\b",
    re.IGNORECASE,
)
_CONDITION = re.compile(
    r"\b(?:unless|only (?:be )?(?:possible|if|when|after|once|within|acceptable|on condition)|would only|will only|if\b(?! not)|provided that"
    r"|on (?:the )?condition that|as long as|preconditions?|(?:until|before) (?:considering|resuming|entering|holding|starting|beginning|any))\b",
    re.IGNORECASE,
)
# Where the words that a "no" governs end.
_PHRASE_END = re.compile(
    r"[,;:.]|\b(?:between|with|in|at|of|for|on|by|from|as|are|is|be|will|would|have|has|had|was|were|that|until|unless)\b"
)
# Words too common to make a topic.
_STOP = frozenset(
    [
        "with",
        "that",
        "this",
        "there",
        "will",
        "would",
        "have",
        "been",
        "from",
        "their",
        "they",
        "them",
        "about",
        "into",
        "over",
        "after",
        "before",
        "between",
        "under",
        "being",
        "which",
        "what",
        "when",
        "where",
        "while",
        "than",
        "then",
        "also",
        "more",
        "most",
        "such",
        "some",
        "other",
        "said",
        "says",
        "could",
        "should",
        "must",
        "does",
        "only",
        "held",
        "hold",
        "level",
        "future",
        "country",
        "state",
        "states",
        "united",
        "government",
        "president",
        "minister",
        "report",
        "reports",
        "news",
        "year",
        "years",
        "week",
        "time",
        "people",
        "one",
        "going",
        "make",
        "made",
        "take",
        "taken",
        "underway",
    ]
)
_STEM = 5
"""Letters that two words of one topic share: negotiation, negotiate; dialogue, dialogues."""
_LONG_WORD = 4
_FEWEST_CONDITIONS = 2


def _loaded(passages: Passages) -> Iterator[Finding]:
    spans = tuple(
        span
        for span in passages.in_own_words(_LOADED, _LOADED_HINTS)
        if "://"
        not in passages.text[passages.text.rfind("\n", 0, span.start) + 1 : span.start].replace(" ", "")
    )
    if spans:
        yield Finding(spans, f"“{spans[0].of(passages.text)}” judges in the outlet's own voice.")
    headline = passages.article.field("headline")
    if headline.span and headline.where is Where.RAW and headline.status is FieldStatus.STATED:
        words = headline.span.of(passages.article.raw)
        found = tuple(
            Span(headline.span.start + match.start(), headline.span.start + match.end())
            for match in _LOADED.finditer(words)
            if not _in_marks(words, match.start())
        )
        if found:
            word = found[0].of(passages.article.raw)
            yield Finding(found, f"“{word}” judges in the headline.", where=Where.RAW)


def _in_marks(headline: str, offset: int) -> bool:
    return len(re.findall(r"[\"“”]|(?<!\w)['‘]|['’](?!\w)", headline[:offset])) % 2 == 1


def _factive(passages: Passages) -> Iterator[Finding]:
    spans = tuple(
        span for span in passages.in_own_words(_FACTIVE, _FACTIVE_HINTS) if _in_report(passages, span)
    )
    excused = [Span(*match.span()) for match in _NOT_FACTIVE.finditer(passages.text)] if spans else []
    excused += [
        span for span in spans if _NOT_DONE.search(passages.text, max(span.start - 24, 0), span.start)
    ]
    spans = tuple(span for span in spans if not any(span.overlaps(other) for other in excused))
    if spans:
        yield Finding(spans, f"“{spans[0].of(passages.text)}” takes for a fact what is only reported.")


def _in_report(passages: Passages, span: Span) -> bool:
    """Tell whether the words stand in reported speech, or are the verb that reports it."""
    return any(
        (quote.cue and quote.cue.overlaps(span))
        or (quote.kind is QuoteKind.INDIRECT and any(part.overlaps(span) for part in quote.parts))
        for quote in passages.read.quotes
    )


def _hedged_denial(passages: Passages) -> Iterator[Finding]:
    for match in passages.matches(_HEDGED_FALSE, _HEDGED_FALSE_HINTS):
        span = Span(*match.span())
        if any(part.overlaps(span) for quote in passages.read.quotes for part in quote.parts):
            yield Finding((span,), f"“{match[0]}” is less than a denial.")


def _stronger_lead(passages: Passages) -> Iterator[Finding]:
    if len(passages.sentences) <= _FEWEST_CONDITIONS:
        return
    lead, *body = passages.sentences
    words = lead.of(passages.text)
    absolutes = [
        (Span(lead.start + match.start(), lead.start + match.end()), topic)
        for match in _ABSOLUTE.finditer(words)
        if (topic := _stems(_PHRASE_END.split(words[match.end() :])[0]))
    ]
    spans = tuple(span for span, _ in absolutes if not passages.is_marked(span))
    if not spans:
        return
    topics = frozenset[str]().union(*(topic for _, topic in absolutes))
    conditions = tuple(found for sentence in body if (found := _condition(passages, sentence, topics)))
    if len(conditions) >= _FEWEST_CONDITIONS:
        yield Finding((*spans, *conditions), "The lead is without condition; the body names conditions.")


def _condition(passages: Passages, sentence: Span, topics: frozenset[str]) -> Span | None:
    """Return the words from a condition to the end of its sentence, if it is about the topic."""
    words = sentence.of(passages.text)
    match = _CONDITION.search(words)
    if match and topics & _stems(words):
        return Span(sentence.start + match.start(), sentence.end)
    return None


def _stems(words: str) -> frozenset[str]:
    return frozenset(
        word[:_STEM]
        for word in words_of(words)
        if len(word) > _LONG_WORD and word not in _STOP and not word[0].isdigit()
    )


RULES = (
    Rule(
        "loaded-label",
        "Loaded word",
        Severity.INFO,
        "A word of the outlet's own, outside quotation marks, that judges what it names: “rumor”, “so-called”.",
        "The official denied **rumors** of talks.",
        _loaded,
    ),
    Rule(
        "assertive-attribution",
        "Reported as fact",
        Severity.INFO,
        "A word such as “admits”, “in fact” or “blatantly” in reported speech: it lends the outlet's weight to "
        "what somebody says.",
        "The source said that Washington itself **admits** its failure.",
        _factive,
    ),
    Rule(
        "hedged-denial",
        "Denial with a hedge",
        Severity.INFO,
        "A denial weakened by its own words, such as “basically false”.",
        "“Such claims are **basically false**,” he said.",
        _hedged_denial,
    ),
    Rule(
        "lead-stronger-than-body",
        "Lead stronger than the body",
        Severity.WARN,
        "The first sentence says “no” or “never” without condition, and at least two later sentences on the "
        "same subject name conditions.",
        "There will be **no** negotiations, a diplomat said.\n\nIran ruled out negotiations **unless sanctions "
        "end.**\n\nHe said negotiations **would only be possible later.**",
        _stronger_lead,
    ),
)
