"""Articles written for these tests, with the quotes labeled in the text, and how they are scored.

`=== name` starts an article. `<d Ana Ruiz>We go</>` labels a direct quote of Ana Ruiz, `p` a partial and
`i` an indirect one; `-` after the letter means denied, `~` hedged. `=the ministry` in place of a name
is somebody whom the text doesn't name, `?` nobody at all.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from generator.model import Article, ArticleId, Field, FieldStatus, Polarity, Quote, QuoteKind
from generator.quotes.extract import quotes_of

GOLD = Path(__file__).parent / "gold"
_TAG = re.compile(r"<([dpi])([-~]?) ?([^<>]*)>|</>")
_KINDS = {"d": QuoteKind.DIRECT, "p": QuoteKind.PARTIAL, "i": QuoteKind.INDIRECT}
_POLARITIES = {"": Polarity.AFFIRMED, "-": Polarity.DENIED, "~": Polarity.HEDGED}
_WORD = re.compile(r"\w+")
_SHARE = 0.8


@dataclass(frozen=True)
class Label:
    """A quote as a person labeled it."""

    kind: QuoteKind
    polarity: Polarity
    who: str
    start: int
    end: int


@dataclass
class Scores:
    """Counts over some articles; shares are 0–1."""

    gold: int = 0
    found: int = 0
    predicted: int = 0
    joint: int = 0
    named: int = 0
    named_right: int = 0
    polarity_wrong: int = 0
    mistakes: list[str] = field(default_factory=list)

    @property
    def span_f1(self) -> float:
        return 2 * self.found / max(1, self.gold + self.predicted)

    @property
    def joint_f1(self) -> float:
        return 2 * self.joint / max(1, self.gold + self.predicted)

    @property
    def name_precision(self) -> float:
        return self.named_right / max(1, self.named)


def digest(name: str) -> str:
    """Return the first 12 hex digits of the SHA-256 of a gold file."""
    return hashlib.sha256((GOLD / f"{name}.txt").read_bytes()).hexdigest()[:12]


def labeled(name: str) -> Iterator[tuple[str, str, list[Label]]]:
    """Yield name, text and labels of each article of a gold file."""
    for block in re.split(r"(?m)^=== ", (GOLD / f"{name}.txt").read_text(encoding="utf-8"))[1:]:
        title, _, body = block.partition("\n")
        yield title.strip(), *_parsed(body.strip())


def _parsed(body: str) -> tuple[str, list[Label]]:
    text, place = "", 0
    labels: list[Label] = []
    stack: list[tuple[str, str, str, int]] = []
    for tag in _TAG.finditer(body):
        text += body[place : tag.start()]
        place = tag.end()
        if tag.group() == "</>":
            kind, polarity, who, start = stack.pop()
            labels.append(Label(_KINDS[kind], _POLARITIES[polarity], who, start, len(text)))
        else:
            stack.append((tag[1], tag[2], tag[3], len(text)))
    assert not stack
    return text + body[place:], labels


def article(language: str, text: str, name: str = "a") -> Article:
    fields = (Field("language", FieldStatus.STATED, language),)
    return Article(ArticleId(name), "", "", text, text, (), fields=fields)


def scores(name: str, *, indirect: bool) -> Scores:
    """Score the quotes in marks, or those without, of a gold file whose name starts with the language."""
    result = Scores()
    for title, text, labels in labeled(name):
        wanted = [label for label in labels if (label.kind is QuoteKind.INDIRECT) == indirect]
        quotes = [
            quote
            for quote in quotes_of(article(name[:2], text, title))
            if (quote.kind is QuoteKind.INDIRECT) == indirect
        ]
        result.gold += len(wanted)
        result.predicted += len(quotes)
        for label in wanted:
            best = max(quotes, key=lambda quote: _share(text, label, quote), default=None)
            if best is None or _share(text, label, best) < _SHARE:
                result.mistakes.append(f"{title}: missed {text[label.start : label.end]!r}")
                continue
            quotes.remove(best)
            _count(result, title, text, label, best)
        result.mistakes += [f"{title}: too much {quote.words!r}" for quote in quotes]
    return result


def _count(result: Scores, title: str, text: str, label: Label, quote: Quote) -> None:
    right = _right(text, label, quote)
    result.found += 1
    result.joint += right
    result.polarity_wrong += quote.polarity is not label.polarity
    if quote.speaker and quote.speaker.kind == "person":
        result.named += 1
        result.named_right += right
    if not right:
        got = quote.speaker.name if quote.speaker else quote.mention and quote.mention.of(text)
        result.mistakes.append(f"{title}: {quote.words[:40]!r} is {label.who}'s, got {got}")


def _share(text: str, label: Label, quote: Quote) -> float:
    ours = {word.start() for word in _WORD.finditer(text, label.start, label.end)}
    theirs = {word.start() for part in quote.parts for word in _WORD.finditer(text, part.start, part.end)}
    return len(ours & theirs) / max(1, len(ours | theirs))


def _right(text: str, label: Label, quote: Quote) -> bool:
    """Tell whether a name is the right person's by its last word, a mention by a word in common."""
    mention = quote.mention.of(text) if quote.mention else ""
    if label.who == "?":
        return not mention and quote.speaker is None
    if label.who.startswith("="):
        nobody = quote.speaker is None or quote.speaker.kind != "person"
        return nobody and bool(_words(label.who) & _words(mention))
    return quote.speaker is not None and _last(quote.speaker.name) == _last(label.who)


def _words(text: str) -> set[str]:
    return set(_WORD.findall(text.lower()))


def _last(name: str) -> str:
    return _WORD.findall(name.lower())[-1]
