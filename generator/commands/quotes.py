"""`variorum quotes`: print who says what in some files, and by which rule it was found."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from generator.checks.named_elsewhere import NamedElsewhere, named_elsewhere
from generator.errors import SeedError, SettingsError, VariorumError
from generator.exports.tables import headline_row, named_row
from generator.intake.read import read_seed
from generator.isolation import read_article
from generator.model import Quote, QuoteId, QuoteKind, RawArticle, ReadArticle, Span
from generator.quotes.headlines import headline_quotes
from generator.quotes.resolve import resolve
from generator.quotes.rule_texts import rule_text
from generator.terminal import say

EXAMPLE = "variorum quotes --explain seeds/000_deb20142414e904d.txt"
Named = Mapping[QuoteId, NamedElsewhere]
_FINDINGS = 1
_SHOWN = 96
"""Code points of a quote's words in the table."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's options."""
    parser.add_argument(
        "files", nargs="+", type=Path, metavar="FILE", help="an article, in any form of a seed"
    )
    parser.add_argument("--json", action="store_true", help="print one JSON object a quote and line")
    parser.add_argument("--explain", action="store_true", help="name the rule that found each speaker")


def run(options: argparse.Namespace) -> int:
    """Print the quotes of all files, read as one story; unreadable files are told at the end."""
    problems: list[VariorumError] = []
    reads = resolve([*_reads(options.files, problems)])
    named = {found.quote: found for found in named_elsewhere(reads)}
    for read in reads:
        if options.json:
            _print_rows(read, named)
        else:
            _print_table(read, named, explain=options.explain)
    for problem in problems:
        say(f"error: {problem}", file=sys.stderr)
    return _FINDINGS if problems else 0


def _reads(files: Sequence[Path], problems: list[VariorumError]) -> Iterator[ReadArticle]:
    for file in files:
        if not file.is_file():
            raise SettingsError(file, None, "is no file; give the path of an article")
        for raw in read_seed(file, seeds=file.parent):
            if isinstance(raw, RawArticle):
                try:
                    yield read_article(raw)
                except SeedError as error:
                    problems.append(error)
            else:
                problems.append(raw)


def _print_rows(read: ReadArticle, named: Named) -> None:
    for quote in read.quotes:
        say(json.dumps(_row(quote, read.article.text, named.get(quote.id)), ensure_ascii=False))
    for found in headline_quotes(read):
        say(json.dumps({"in": "headline", **headline_row(read.article, found)}, ensure_ascii=False))


def _row(quote: Quote, text: str, named: NamedElsewhere | None) -> dict[str, object]:
    """Return what the data files hold of a quote, and its rule."""
    return {
        "id": quote.id,
        "article": quote.article,
        "kind": quote.kind,
        "polarity": quote.polarity,
        "parts": [[part.start, part.end] for part in quote.parts],
        "words": quote.words,
        "speaker": {"id": quote.speaker.id, "name": quote.speaker.name} if quote.speaker else None,
        "named_elsewhere": named_row(named) if named else None,
        "mention": _place(quote.mention, text),
        "cue": _place(quote.cue, text),
        "via": _place(quote.via, text),
        "rule": quote.rule,
        "confidence": quote.confidence,
    }


def _place(span: Span | None, text: str) -> dict[str, object] | None:
    return {"start": span.start, "end": span.end, "text": span.of(text)} if span else None


def _print_table(read: ReadArticle, named: Named, *, explain: bool) -> None:
    text = read.article.text
    say(f"{read.article.path}: {len(read.quotes)} quotes")
    for quote in read.quotes:
        words = quote.words if len(quote.words) <= _SHOWN else quote.words[: _SHOWN - 1] + "…"
        shown = " ".join(words.split())
        marked = shown if quote.kind is QuoteKind.INDIRECT else f"“{shown}”"
        say(f"  {quote.kind:8} {quote.polarity:8} {_who(quote, text)}: {marked}")
        if found := named.get(quote.id):
            say(f"  {'':17} inferred: {found.speaker.name}, by the same words in {found.evidence}")
        if explain:
            say(f"  {'':17} {_why(quote, text)}")
    _print_headline(read)


def _print_headline(read: ReadArticle) -> None:
    headline = read.article.value("headline") or ""
    for quote in headline_quotes(read):
        mention = quote.mention.of(headline) if quote.mention else ""
        who = quote.speaker.name if quote.speaker else mention and f"{mention} (no name known)"
        where = "as in the text" if quote.quote else "in the text" if quote.in_text else "not in the text"
        words = quote.words if quote.kind is QuoteKind.INDIRECT else f"“{quote.words}”"
        say(f"  headline {quote.polarity or '':8} {who or 'unknown'}: {words} ({where})")


def _who(quote: Quote, text: str) -> str:
    mention = " ".join(quote.mention.of(text).split()) if quote.mention else ""
    if quote.speaker is None:
        return f"{mention} (no name known)" if mention else "unknown"
    return quote.speaker.name if mention in ("", quote.speaker.name) else f"{quote.speaker.name} ({mention})"


def _why(quote: Quote, text: str) -> str:
    cue = f"cue “{quote.cue.of(text)}”" if quote.cue else "no cue"
    told = rule_text(quote.rule)
    if told is None:
        return f"no rule found a speaker, {cue}, confidence {quote.confidence}"
    example = f", as in: {told.example!r}" if told.example else ""
    return f"rule “{told.name}”: {told.text}; {cue}, confidence {quote.confidence}{example}"
