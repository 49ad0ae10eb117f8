"""Begin a reviewer's file from what the machine knows: a quote's address becomes evidence with its hash."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import yaml

from generator.checks.anchors import nearest
from generator.checks.fixes import Fix
from generator.checks.reviews import Standing
from generator.model import ArticleId, Quote, ReadArticle, Where
from generator.text import slug


def quotes_at(address: str, reads: Iterable[ReadArticle]) -> tuple[tuple[Quote, ReadArticle], ...]:
    """Return the quotes that an address names: an id, a key, or a page's address with its anchor.

    A key names the same words in every article that prints them.
    """
    page, _, anchor = address.strip().rpartition("#")
    parts = [part for part in page.split("/") if part]
    article = parts[-1] if parts and page else None
    wanted = anchor.removeprefix("t-")
    reads = tuple(reads)
    every = [(quote, read) for read in reads for quote in read.quotes]
    exact = [pair for pair in every if pair[0].id == wanted]
    if exact:
        return tuple(exact)
    found = [
        (quote, read)
        for quote, read in every
        if (quote.anchor == wanted and read.article.id == article)
        or (article is None and quote.key == "-".join(wanted.split("-")[:2]))
    ]
    # The same words elsewhere are evidence of the same utterance.
    if article and found:
        key_of_first = found[0][0].key
        others = [(quote, read) for read in reads for quote in read.quotes if quote.key == key_of_first]
        return (*found, *(pair for pair in others if pair not in found))
    return tuple(found)


def review_draft(claim: str, quotes: Iterable[tuple[Quote, ReadArticle]], *, author: str, on: dt.date) -> str:
    """Return the text of a new review whose evidence is filled in and whose verdict is open."""
    pairs = tuple(quotes)
    evidence = [_exhibit(number, quote, read, pairs) for number, (quote, read) in enumerate(pairs, start=1)]
    draft: dict[str, Any] = {
        "schema": 1,
        "id": claim_id(claim),
        "kind": "quote" if pairs else "claim",
        "status": "draft",
        "claim": {"text": claim, "claimant": None, "date": None},
        "verdict": {"rating": "unrated", "explanation": None},
        "evidence": evidence,
        "related": [],
        "flags": [],
        "review": {"author": author, "checked_by": [], "created": on.isoformat(), "updated": on.isoformat()},
        "corrections": [],
    }
    return "# docs/reviews.md explains every key; 'variorum check' says what is missing.\n" + dumped(draft)


def claim_id(claim: str) -> str:
    """Return the id, and so the file's name, of a new review."""
    return slug(claim, longest=60)


def _exhibit(
    number: int, quote: Quote, read: ReadArticle, pairs: tuple[tuple[Quote, ReadArticle], ...]
) -> dict[str, Any]:
    item: dict[str, Any] = {
        "id": f"e{number}",
        "stance": "denies" if quote.polarity.value == "denied" else "context",
        "article": str(read.article.id),
        "quote": quote.words,
    }
    said = (quote.key, quote.speaker)
    first = next(
        index for index, (other, _) in enumerate(pairs, start=1) if (other.key, other.speaker) == said
    )
    if first < number:
        item["same_as"] = f"e{first}"
    elif quote.speaker:
        item["speaker"] = quote.speaker.name
    else:
        item |= {"speaker": None, "voice": "unnamed"}
    return item | {"source_sha256": read.article.sha256}


def fix_draft(
    quote: Quote, read: ReadArticle, changes: Mapping[str, str | None], *, by: str, on: dt.date, why: str
) -> str:
    """Return the text of a correction of one quote; its right `words` become their places in the text."""
    made: dict[str, Any] = {name: value for name, value in changes.items() if name != "words"}
    if words := changes.get("words"):
        places = nearest(read.article, words, quote.span.start)
        made["parts"] = [[span.start, span.end] for span in places] or words
    return dumped(
        {
            "article": str(read.article.id),
            "sha256": read.article.sha256,
            "quote": str(quote.id),
            "set": made,
            "by": by,
            "on": on.isoformat(),
            "why": why,
        }
    )


def answer_draft(article: str, sha256: str, *, reply: str | None, by: str, on: dt.date, why: str) -> str:
    """Return the text of a right of reply; without a reply, of an article's withdrawal."""
    deed: dict[str, Any] = {"reply": reply} if reply else {"withdraw": True}
    return dumped({"article": article, "sha256": sha256, **deed, "by": by, "on": on.isoformat(), "why": why})


def correction_form(quote: Quote, read: ReadArticle) -> str:
    """Return a correction of one quote for a person to fill in: it sets what the machine read, and says who may not."""
    name = quote.speaker.name if quote.speaker else None
    head = {"article": str(read.article.id), "sha256": read.article.sha256, "quote": str(quote.id)}
    return (
        dumped(head)
        + "set:  # what is right; take out the lines that are right already. Also: parts, drop: true\n"
        + "".join(f"  {line}\n" for line in dumped({"speaker": name}).splitlines())
        + f"  polarity: {quote.polarity.value}\n  kind: {quote.kind.value}\n"
        + "by: \non: \nwhy: \n"
    )


def field_draft(
    read: ReadArticle, changes: Mapping[str, str | None], *, by: str, on: dt.date, why: str
) -> str:
    """Return the text of a correction of an article's facts."""
    return dumped(
        {
            "article": str(read.article.id),
            "sha256": read.article.sha256,
            "set": dict(changes),
            "by": by,
            "on": on.isoformat(),
            "why": why,
        }
    )


class _Dumper(yaml.SafeDumper):
    """Writes lists below their key, indented, as people do."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: FBT001, FBT002, ARG002 (signature of PyYAML)
        super().increase_indent(flow, indentless=False)


def dumped(value: Any) -> str:
    """Return a value as YAML that people can read and go on writing in."""
    text: str = yaml.dump(value, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=2**31)
    return text


def article_at(address: str, reads: Mapping[ArticleId, ReadArticle]) -> ReadArticle | None:
    """Return the article that an address or an id names."""
    page = address.split("#", maxsplit=1)[0].rstrip("/")
    return reads.get(ArticleId(page.rsplit("/", 1)[-1]))


def claim_at(address: str, standings: Iterable[Standing]) -> Standing | None:
    """Return the review whose claim a page's address names."""
    folder, _, name = address.split("#", maxsplit=1)[0].rstrip("/").rpartition("/")
    if folder.rpartition("/")[2] != "claims":
        return None
    return next((standing for standing in standings if standing.review.id == name), None)


def quotes_of_claim(
    standing: Standing, reads: Iterable[ReadArticle]
) -> tuple[tuple[Quote, ReadArticle], ...]:
    """Return the quotes in which the evidence on a claim stands."""
    by_id = {read.article.id: read for read in reads}
    found: dict[str, tuple[Quote, ReadArticle]] = {}
    for place in (place for _, places in standing.places for place in places):
        read = by_id.get(place.article)
        for quote in read.quotes if read and place.where is Where.TEXT else ():
            if read and any(part.overlaps(place.span) for part in quote.parts):
                found[quote.id] = (quote, read)
    return tuple(found.values())


def waiting(standings: Iterable[Standing]) -> Iterator[tuple[str, str, str]]:
    """Yield what waits for whom: a review's id, its status, and what is to be done.

    Reviews that are public and up to date wait for nobody.
    """
    for standing in standings:
        review = standing.review
        if standing.stale:
            yield review.id, standing.status, "an article changed: read it again"
        elif review.status == "draft":
            yield review.id, standing.status, f"{review.author} finishes it"
        elif not review.second_readers:
            yield (
                review.id,
                standing.status,
                f"a second person, other than {review.author}, checks and signs it",
            )
        elif not standing.public:
            yield review.id, standing.status, "'variorum check' says what keeps it from being published"


def lapsed_fixes(fixes: Iterable[Fix]) -> Iterator[tuple[str, str, str]]:
    """Yield the corrections that are not applied any more: their place, who made them, and why."""
    for fix in fixes:
        if fix.lapsed:
            yield f"{fix.path}:{fix.line}", "not applied", f"{fix.by} looks again: {fix.lapsed}"
