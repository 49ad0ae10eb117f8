"""A small edition made by hand: two versions of a story that differ at every level, and one hostile text."""

import json

from generator.model import (
    Alignment,
    Alike,
    Article,
    ArticleId,
    ChangeKind,
    Collation,
    Cut,
    Difference,
    Direction,
    Evidence,
    Field,
    FieldStatus,
    Level,
    Notice,
    Paragraph,
    Place,
    Polarity,
    Quote,
    QuoteId,
    QuoteKind,
    ReadArticle,
    Relation,
    Severity,
    Signal,
    Span,
    Speaker,
    SpeakerId,
    Story,
    StoryId,
    Utterance,
    Version,
)
from generator.pages import links
from generator.pages.edition import Edition
from generator.text import quote_key

FULL, SHORT, HOSTILE = ArticleId("full"), ArticleId("short"), ArticleId("hostile")
MAYOR = Speaker(SpeakerId("anna-berg"), "Anna Berg", titles=("Mayor",), aliases=("Berg",))

FULL_TEXT = (
    "Mayor Anna Berg said, “The bridge is safe.” She denied that it had been closed on Sunday.\n\n"
    "An engineer said the cables were new."
)
SHORT_TEXT = 'Mayor Anna Berg said: "The bridge is safe." She denied that it had been closed on Monday.'
HOSTILE_TEXT = (
    "<script>alert(1)</script> {{ 7*7 }} {% raw %} [x](javascript:alert(1)) **bold** `code`\n\n"
    '--8<-- "mkdocs.yml" </div></article><h1>fake</h1> \u202etxet\u202c'
)
# Every kind of character that some engine gives a meaning, in one headline.
HOSTILE_TITLE = '<b>No</b>: {{ 7*7 }} & "[x](y) is all they said" # `z`'

STRUCTURED = {"@context": "https://schema.org", "name": f"</script>{HOSTILE_TITLE}", "about": {"a": {}}}


def span(text: str, words: str) -> Span:
    """Return where words first stand in a text."""
    return Span(text.index(words), text.index(words) + len(words))


def article(id_: ArticleId, text: str, *fields: Field, cuts: tuple[Cut, ...] = ()) -> Article:
    """Return an article whose paragraphs are the lines of its text."""
    paragraphs = tuple(
        Paragraph(span(text, line), n) for n, line in enumerate(text.split("\n"), 1) if line.strip()
    )
    notices = (Notice("no-year", 1, "The dateline gives no year."),)
    raw = f"{text}\nLeave a Reply"
    return Article(id_, f"{id_}.txt", "0" * 64, raw, text, paragraphs, cuts, fields, notices)


def quote(id_: ArticleId, text: str, words: str, kind: QuoteKind, **more: object) -> Quote:
    """Return a quote of these words."""
    key = quote_key(words)
    return Quote(QuoteId(f"{id_}-{key}-1"), id_, key, kind, (span(text, words),), words, **more)


def stated(name: str, value: str) -> Field:
    """Return a field that the text states."""
    return Field(name, FieldStatus.STATED, value)


def quotes(id_: ArticleId, text: str) -> tuple[Quote, ...]:
    """Return the two quotes that both versions print."""
    day = "Sunday" if "Sunday" in text else "Monday"
    said = {"speaker": MAYOR, "mention": span(text, "Mayor Anna Berg"), "cue": span(text, "said")}
    denied = {"speaker": MAYOR, "mention": span(text, "She"), "cue": span(text, "denied")}
    return (
        quote(id_, text, "The bridge is safe.", QuoteKind.DIRECT, confidence=0.97, **said),
        quote(
            id_,
            text,
            f"it had been closed on {day}",
            QuoteKind.INDIRECT,
            polarity=Polarity.DENIED,
            confidence=0.6,
            **denied,
        ),
    )


def unnamed() -> Quote:
    """Return the quote of a source without a name."""
    mention, cue = (
        span(FULL_TEXT, "An engineer"),
        Span(FULL_TEXT.rindex("said"), FULL_TEXT.rindex("said") + 4),
    )
    return quote(FULL, FULL_TEXT, "the cables were new", QuoteKind.INDIRECT, mention=mention, cue=cue)


def collation() -> Collation:
    """Return the two versions side by side."""
    first = "Mayor Anna Berg said, “The bridge is safe.”"
    second = "She denied that it had been closed on Sunday."
    third = "An engineer said the cables were new."
    short_first = 'Mayor Anna Berg said: "The bridge is safe."'
    short_second = second.replace("Sunday", "Monday")
    return Collation(
        FULL,
        SHORT,
        (
            Alignment(Alike.TYPOGRAPHIC, span(FULL_TEXT, first), span(SHORT_TEXT, short_first), 1.0),
            Alignment(Alike.REWORDED, span(FULL_TEXT, second), span(SHORT_TEXT, short_second), 0.9),
            Alignment(Alike.ONLY_LEFT, span(FULL_TEXT, third), None, 0.0),
        ),
        (
            difference(Level.TYPOGRAPHIC, ChangeKind.REPLACED, ", “", ': "'),
            difference(Level.MEANING, ChangeKind.REPLACED, "Sunday", "Monday", why=("date",)),
            difference(Level.MEANING, ChangeKind.ADDED, third, ""),
        ),
    )


def difference(level: Level, kind: ChangeKind, a: str, b: str, why: tuple[str, ...] = ()) -> Difference:
    """Return a difference in the body."""
    spans = span(FULL_TEXT, a), span(SHORT_TEXT, b) if b else None
    return Difference(FULL, SHORT, level, kind, Place.BODY, *spans, a, b, why)


def edition() -> Edition:
    """Return the sample edition."""
    in_full, in_short = quotes(FULL, FULL_TEXT), quotes(SHORT, SHORT_TEXT)
    full = article(
        FULL,
        FULL_TEXT,
        stated("headline", "Bridge is safe, mayor says"),
        stated("outlet", "Harbor Post"),
        stated("published", "2019-07-14"),
        stated("url", "https://example.org/a?b=c&d=e"),
        cuts=(Cut(4, 4, "comment form"),),
    )
    short = article(
        SHORT,
        SHORT_TEXT,
        stated("outlet", "Hill Gazette"),
        stated("via", "Harbor Post"),
        Field("published", FieldStatus.PARTIAL, "--07-15"),
    )
    hostile = article(
        HOSTILE, HOSTILE_TEXT, stated("headline", HOSTILE_TITLE), stated("outlet", HOSTILE_TITLE)
    )
    return Edition(
        articles=(
            ReadArticle(full, (*in_full, unnamed())),
            ReadArticle(short, in_short),
            ReadArticle(hostile),
        ),
        stories=(Story(StoryId(FULL), (FULL, SHORT)), Story(StoryId(HOSTILE), (HOSTILE,), (FULL,))),
        versions=(
            Version(SHORT, FULL, Relation.ABRIDGED, 1.0, 0.7, 1.0, 0.6, Direction.A_FROM_B, ("it is later",)),
        ),
        collations=(collation(),),
        utterances=tuple(
            Utterance(one.key, (one.id, other.id)) for one, other in zip(in_full, in_short, strict=True)
        ),
        signals=(
            Signal(
                "date-differs",
                Severity.WARN,
                (Evidence(FULL, span(FULL_TEXT, "Sunday")), Evidence(SHORT, span(SHORT_TEXT, "Monday"))),
                "The versions name two days.",
            ),
        ),
        structured={
            links.article_path(HOSTILE): json.dumps(STRUCTURED),
            links.article_path(FULL): '<script type="application/ld+json">{"name":"a \\u003c b"}</script>\n',
        },
    )
