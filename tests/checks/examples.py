"""Make articles of a rule's example: a reader of plain sentences, no stage of ours."""

from __future__ import annotations

import difflib
import re

from generator.checks.passages import sentence_spans
from generator.model import (
    Alignment,
    Alike,
    Article,
    ArticleId,
    Collation,
    Cut,
    Field,
    FieldStatus,
    Paragraph,
    Polarity,
    Quote,
    QuoteId,
    QuoteKind,
    ReadArticle,
    Relation,
    Span,
    Speaker,
    SpeakerId,
    Version,
)
from generator.text import quote_key

_CUES = "said|denied|admits|ruled out"
_MARKED = re.compile(rf"“(?P<words>[^”]+?),?”(?: (?P<mention>[\w ]+?) (?P<cue>{_CUES})\b)?")
_REPORTED = re.compile(
    rf"(?:^|(?<=\. )|(?<=\n))(?P<mention>(?:An?|The) [a-z ]+?|He|[A-Z][a-z]+) (?P<cue>{_CUES})(?: that)? (?P<words>[^“”.]+)"
)
_DATELINE = re.compile(r"^[A-Z][a-z]+, [A-Z][a-z]+ \d+(?= \()")


def marked_places(example: str) -> tuple[str, list[Span]]:
    """Return an example without its asterisks, and the places between them."""
    pieces = example.split("**")
    places, at = [], 0
    for number, piece in enumerate(pieces):
        if number % 2:
            places.append(Span(at, at + len(piece)))
        at += len(piece)
    return "".join(pieces), places


def read_example(text: str, name: str = "a") -> ReadArticle:
    """Return a text as an article; what follows a line "Recent Posts" is cut."""
    body, _, junk = text.partition("\n\nRecent Posts")
    lines = [(number, line) for number, line in enumerate(body.split("\n"), start=1) if line]
    starts, at = [], 0
    for line in body.split("\n"):
        starts.append(at)
        at += len(line) + 1
    paragraphs = tuple(Paragraph(Span(starts[n - 1], starts[n - 1] + len(line)), n) for n, line in lines)
    last = text.count("\n") + 1
    cuts = (Cut(lines[-1][0] + 1, last, "related"),) if junk else ()
    article = Article(ArticleId(name), f"{name}.txt", "0" * 64, text, body, paragraphs, cuts, _fields(body))
    return ReadArticle(article, tuple(_quotes(body, ArticleId(name))))


def _fields(text: str) -> tuple[Field, ...]:
    match = _DATELINE.match(text)
    return (Field("published", FieldStatus.PARTIAL, "--07-15", Span(*match.span())),) if match else ()


def _quotes(text: str, article: ArticleId) -> list[Quote]:
    found = [(match, QuoteKind.DIRECT) for match in _MARKED.finditer(text)]
    found += [(match, QuoteKind.INDIRECT) for match in _REPORTED.finditer(text)]
    return [_quote(article, match, kind) for match, kind in sorted(found, key=lambda pair: pair[0].start())]


def _quote(article: ArticleId, match: re.Match[str], kind: QuoteKind) -> Quote:
    words, mention = match["words"], match["mention"]
    named = mention and not mention.lower().startswith(("a ", "an ", "the ", "he"))
    # "The minister" is one known person in the examples.
    name = mention if named else "Zarif" if mention == "the minister" else None
    return Quote(
        QuoteId(f"{article}-{match.start()}"),
        article,
        quote_key(words),
        kind,
        (Span(*match.span("words")),),
        words,
        polarity=Polarity.DENIED if match["cue"] == "denied" else Polarity.AFFIRMED,
        cue=Span(*match.span("cue")) if match["cue"] else None,
        mention=Span(*match.span("mention")) if mention else None,
        speaker=Speaker(SpeakerId(name.lower()), name) if name else None,
    )


def example_version(a: ReadArticle, b: ReadArticle) -> Version:
    """Return that the one was made from the other."""
    return Version(a.article.id, b.article.id, Relation.ABRIDGED, 0.6, 1.0, 0.6, 1.0)


def example_collation(a: ReadArticle, b: ReadArticle) -> Collation:
    """Align the sentences of two examples one by one."""
    pairs = zip(sentence_spans(a.article.text), sentence_spans(b.article.text), strict=False)
    return Collation(a.article.id, b.article.id, tuple(_alignment(a, b, *pair) for pair in pairs), ())


def _alignment(a: ReadArticle, b: ReadArticle, left: Span, right: Span) -> Alignment:
    words = left.of(a.article.text), right.of(b.article.text)
    kind = Alike.SAME if words[0] == words[1] else Alike.REWORDED
    return Alignment(kind, left, right, difflib.SequenceMatcher(None, *words).ratio())
