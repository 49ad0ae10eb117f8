"""Do two versions print a quotation in the same words, and give it to the same person?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz.distance import Indel, Levenshtein, Opcode

from generator.checks.passages import Passages, marked_quotes, words_of
from generator.checks.rule import Pair, PairFinding, PairRule
from generator.model import Polarity, Quote, Severity, Span
from generator.stories.tokens import tokens_of
from generator.text import fold, match_key

_MOST_ALTERED = 0.4
"""Share of the longer quotation's words that may differ; beyond, it is another quotation."""
_FEWEST_WORDS = 4
"""Words below which two quotations are too short to tell an alteration from another quotation."""
_MEANING = re.compile(
    r"^(?:no|not|never|none|nor|neither|without|cannot|\w+n't|may|might|could|can|must|should|shall|will|would|\d[\d.,]*"
    r"|one|two|three|four|five|six|seven|eight|nine|ten|hundred|thousand|million|billion)$"
)
_MARKS = "\"'“”‘’«»„‟‛‹›"


def _altered(pair: Pair) -> Iterator[PairFinding]:
    """Compare the quotations in marks that both articles print; each is paired once."""
    ours, theirs = marked_quotes(pair.a), marked_quotes(pair.b)
    same = {quote.key for quote in ours} & {quote.key for quote in theirs}
    for key in sorted(same, key=lambda key: _first(ours, key).span):
        left, right = _first(ours, key), _first(theirs, key)
        if _printed(pair.a, left) != _printed(pair.b, right):
            yield PairFinding(left.parts, right.parts, _STYLE, Severity.INFO)
    ours = [quote for quote in ours if quote.key not in same]
    theirs = [quote for quote in theirs if quote.key not in same]
    for left in ours:
        near = [(change.share, right, change) for right in theirs if (change := _alteration(left, right))]
        if not near:
            continue
        _, right, change = min(near, key=lambda found: (found[0], found[1].span))
        theirs.remove(right)
        if not change.words:
            yield PairFinding(left.parts, right.parts, _STYLE, Severity.INFO)
            continue
        weighty = sorted(word for word in change.words if _MEANING.match(word))
        what = f"; “{'”, “'.join(weighty)}” among the changed words" if weighty else ""
        yield PairFinding(left.parts, right.parts, f"The two print this quotation in different words{what}.")


_STYLE = "Same words, set differently."


def _first(quotes: list[Quote], key: str) -> Quote:
    return next(quote for quote in quotes if quote.key == key)


def _printed(passages: Passages, quote: Quote) -> str:
    """Return the quotation as it is printed, with the marks around it."""
    text = passages.text
    pieces = []
    for part in quote.parts:
        before = text[part.start - 1 : part.start]
        after = text[part.end : part.end + 1]
        pieces.append(
            (before if before in _MARKS else "") + part.of(text) + (after if after in _MARKS else "")
        )
    return " ".join(pieces)


@dataclass(frozen=True, slots=True)
class _Alteration:
    """What two printings of one quotation do not have in common, between their first and last common words."""

    share: float
    """Of the longer one's words, 0–1."""
    words: frozenset[str]
    """Those that were changed, in house style's plain form; none where typography alone differs."""


def _alteration(left: Quote, right: Quote) -> _Alteration | None:
    """Return how two quotations differ inside, or None where they are no forms of one.

    What stands before the first words in common, or after the last ones, is a longer or shorter excerpt.
    """
    ours, theirs = _plain_words(left.words), _plain_words(right.words)
    if min(len(ours), len(theirs)) < _FEWEST_WORDS or (
        left.speaker and right.speaker and left.speaker.id != right.speaker.id
    ):
        return None
    shorter, longer = sorted((ours, theirs), key=len)
    if shorter != longer and _holds(longer, shorter):
        return None
    blocks = Levenshtein.opcodes(ours, theirs)
    least = _FIRM if min(len(ours), len(theirs)) >= _LONG else 1
    firm = [at for at, block in enumerate(blocks) if block.tag == "equal" and _length(block) >= least]
    if not firm:
        return None
    inner = [blocks[at] for at in range(firm[0], firm[-1] + 1)]
    kept = sum(_length(block) for block in inner if block.tag == "equal")
    changed = [block for block in inner if block.tag != "equal"]
    longest = max(inner[-1].src_end - inner[0].src_start, inner[-1].dest_end - inner[0].dest_start)
    share = 1 - kept / longest
    if share > _MOST_ALTERED or kept < max(_FEWEST_WORDS, _COMMON * len(shorter)):
        return None
    if not changed and shorter != longer:
        return None
    words = {word for block in changed for word in ours[block.src_start : block.src_end]}
    words |= {word for block in changed for word in theirs[block.dest_start : block.dest_end]}
    return _Alteration(share, frozenset(words))


_COMMON = 0.5
"""Share of the shorter one's words, 0–1, that both must have between their first and last common words."""
_FIRM = 3
"""Words in a row that two long quotations have in common where their excerpts begin and end."""
_LONG = 10
"""Words from which a quotation is long."""
_PUT_IN = re.compile(r"\[[^\]]*\]|\([^)]*\)")


def _plain_words(words: str) -> list[str]:
    """Return words without house style (US for U.S., neighbors for neighbor's) and without what the outlet put in."""
    bare = _PUT_IN.sub(" ", words)
    tokens = (token.styled for token in tokens_of(bare, Span(0, len(bare) or 1)))
    joined = " ".join(token for token in tokens if token)
    return re.sub(r"\s*['’]\s*", "", joined).split()


def _holds(longer: list[str], shorter: list[str]) -> bool:
    """Tell whether the shorter words stand in the longer ones in a row."""
    width = len(shorter)
    return any(longer[at : at + width] == shorter for at in range(len(longer) - width + 1))


def _length(block: Opcode) -> int:
    return block.src_end - block.src_start


def _attribution(pair: Pair) -> Iterator[PairFinding]:
    theirs = [(_plain_words(quote.words), quote) for quote in pair.b.read.quotes]
    seen: set[tuple[str, ...]] = set()
    for left in pair.a.read.quotes:
        words = _plain_words(left.words)
        right = next((quote for others, quote in theirs if others == words), None)
        same = "The same"
        if right is None:
            right, same = _nearest(words, theirs), "Nearly the same"
        if right is None or tuple(words) in seen:
            continue
        seen.add(tuple(words))
        places = (left.mention or left.parts[0],), (right.mention or right.parts[0],)
        if _are_named_apart(left, pair.a, right, pair.b):
            assert left.speaker
            assert right.speaker
            message = (
                f"{same} words are {left.speaker.name}'s in one version, {right.speaker.name}'s in the other."
            )
            yield PairFinding(*places, message, Severity.ERROR)
        elif same == "The same" and _is_named_once(left, right):
            named, article = (left, "the first") if left.speaker else (right, "the second")
            name = named.speaker.name if named.speaker else ""
            message = f"The same words are {name}'s in {article} version; the other names nobody."
            yield PairFinding(*places, message, Severity.INFO)


_NEARLY = 0.9
"""Share of the words in common, in order, 0–1, from which two long quotations are one."""


def _nearest(words: list[str], theirs: list[tuple[list[str], Quote]]) -> Quote | None:
    """Return the long quotation whose words are nearly these, if there is one."""
    if len(words) < _LONG:
        return None
    shares = [
        (Indel.normalized_similarity(words, others, score_cutoff=_NEARLY), at)
        for at, (others, _) in enumerate(theirs)
        if len(others) >= _LONG
    ]
    share, at = max(shares, key=lambda found: (found[0], -found[1]), default=(0.0, 0))
    return theirs[at][1] if share else None


def _is_named_once(left: Quote, right: Quote) -> bool:
    """Tell whether a quotation of some length has a name in one version, and in the other a label or nobody."""
    once = (left.speaker is None) != (right.speaker is None)
    return once and len(words_of(left.words)) >= _FEWEST_WORDS


def _are_named_apart(left: Quote, here: Passages, right: Quote, there: Passages) -> bool:
    """Tell whether two articles give words to different people by name: no pronoun, no spelling, no initials."""
    if not (left.speaker and right.speaker and left.mention and right.mention):
        return False
    if {left.speaker.kind, right.speaker.kind} != {"person"} or len(words_of(left.words)) < _FEWEST_WORDS:
        return False
    names = match_key(left.speaker.name).split(), match_key(right.speaker.name).split()
    printed = match_key(left.mention.of(here.text)), match_key(right.mention.of(there.text))
    if not all(name and f" {name[-1]} " in f" {words} " for name, words in zip(names, printed, strict=True)):
        return False
    one, other = names
    if set(one) <= set(other) or set(other) <= set(one):
        return False
    # "A spokesman for Jones" names whom he speaks for.
    return not any(
        re.search(rf"\b(?:for|of|to) (?:\w+ )*{re.escape(name[-1])}$", words)
        for name, words in zip(names, printed, strict=True)
    )


def _polarity(pair: Pair) -> Iterator[PairFinding]:
    """Compare what is done with the same words of one voice; where a version does both, none turns them around."""
    both = (*pair.a.read.quotes, *pair.b.read.quotes)
    if not any(quote.polarity is Polarity.DENIED for quote in both):
        return
    ours = [(_plain_words(quote.words), quote) for quote in pair.a.read.quotes]
    theirs = [(_plain_words(quote.words), quote) for quote in pair.b.read.quotes]
    for words, left in ours:
        if len(words) < _FEWEST_WORDS:
            continue
        same = [quote for others, quote in theirs if others == words]
        if not same and (near := _nearest(words, theirs)):
            same = [near]
        same = [quote for quote in same if _is_one_voice(left, pair.a, quote, pair.b)]
        here = {quote.polarity for others, quote in ours if others == words}
        there = {quote.polarity for quote in same}
        if {*here, *there} != {Polarity.AFFIRMED, Polarity.DENIED} or here & there:
            continue
        name = f" of {left.speaker.name}" if left.speaker else ""
        message = f"These words{name} are denied in one version, affirmed in the other."
        yield PairFinding(left.parts, same[0].parts, message)


def _is_one_voice(left: Quote, here: Passages, right: Quote, there: Passages) -> bool:
    """Tell whether two articles give words to the same person, or to nobody else under the same label."""
    if left.speaker and right.speaker:
        return left.speaker.id == right.speaker.id
    if not (left.mention and right.mention):
        return False
    return fold(left.mention.of(here.text)) == fold(right.mention.of(there.text))


def _label(pair: Pair) -> Iterator[PairFinding]:
    theirs = {quote.key: quote for quote in reversed(pair.b.read.quotes)}
    seen: set[tuple[str, str]] = set()
    for left in pair.a.read.quotes:
        right = theirs.get(left.key)
        if (
            right is None
            or left.speaker is None
            or right.speaker is None
            or left.speaker.id != right.speaker.id
        ):
            continue
        if not left.mention or not right.mention:
            continue
        labels = left.mention.of(pair.a.text), right.mention.of(pair.b.text)
        if (
            fold(labels[0]) != fold(labels[1])
            and labels not in seen
            and _are_labels(*labels, left.speaker.name)
        ):
            seen.add(labels)
            message = f"Called “{labels[0]}” in one version, “{labels[1]}” in the other: the same person."
            yield PairFinding((left.mention,), (right.mention,), message)


_PRONOUN = re.compile(r"(?:he|she|they|it|who|I|we)$", re.IGNORECASE)


def _are_labels(one: str, other: str, name: str) -> bool:
    """Tell whether two mentions are more than a pronoun for a name, or forms of the name itself."""
    if _PRONOUN.match(one) or _PRONOUN.match(other):
        return False
    last = words_of(name)[-1:]
    return not (words_of(one)[-1:] == last and words_of(other)[-1:] == last)


RULES = (
    PairRule(
        "quote-altered",
        "Quotation altered",
        Severity.ERROR,
        "A quotation that two versions print differently: in its words, or only in marks, commas, dots and house style.",
        ("“**We will never hold any talks**,” he said.", "“**We will hold some talks**,” he said."),
        _altered,
    ),
    PairRule(
        "attribution-differs",
        "Two speakers for the same words",
        Severity.ERROR,
        "The same words are given to one person here and to another there; for information only, where one names nobody.",
        ("“We will hold talks,” **Zarif** said.", "“We will hold talks,” **Rouhani** said."),
        _attribution,
    ),
    PairRule(
        "polarity-differs",
        "Denied here, affirmed there",
        Severity.ERROR,
        "What somebody denies in one version they say in the other: one of the two turns around what was said.",
        (
            "Rouhani denied that **talks had been held in Oman**.",
            "Rouhani said that **talks had been held in Oman**.",
        ),
        _polarity,
    ),
    PairRule(
        "attribution-label-differs",
        "Another label",
        Severity.INFO,
        "The same words of the same person, who is called something else: no error, but worth knowing when "
        "names are compared.",
        ("“We will hold talks,” **Zarif** said.", "“We will hold talks,” **the minister** said."),
        _label,
    ),
)
