"""Do two versions print a quotation in the same words, and give it to the same person?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapidfuzz.distance import Levenshtein

from generator.checks.passages import Passages, marked_quotes, words_of
from generator.checks.rule import Pair, PairFinding, PairRule
from generator.model import Quote, Severity
from generator.text import fold

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
            yield PairFinding(left.parts, right.parts, "Same words, set differently.", Severity.INFO)
    ours = [quote for quote in ours if quote.key not in same]
    theirs = [quote for quote in theirs if quote.key not in same]
    for left in ours:
        near = [(share, right) for right in theirs if (share := _altered_share(left, right)) is not None]
        if not near:
            continue
        right = min(near, key=lambda found: (found[0], found[1].span))[1]
        theirs.remove(right)
        changed = _changed_words(left.words, right.words)
        weighty = sorted(word for word in changed if _MEANING.match(word))
        what = f"; “{'”, “'.join(weighty)}” among the changed words" if weighty else ""
        yield PairFinding(left.parts, right.parts, f"The two print this quotation in different words{what}.")


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


def _altered_share(left: Quote, right: Quote) -> float | None:
    """Return the share of words that differ, or None where the two are no forms of one quotation."""
    ours, theirs = words_of(left.words), words_of(right.words)
    longest = max(len(ours), len(theirs))
    if min(len(ours), len(theirs)) < _FEWEST_WORDS or (
        left.speaker and right.speaker and left.speaker.id != right.speaker.id
    ):
        return None
    distance = Levenshtein.distance(ours, theirs, score_cutoff=int(_MOST_ALTERED * longest))
    if distance == 0 or distance > _MOST_ALTERED * longest:
        return None
    return distance / longest if _is_rewritten(ours, theirs) else None


def _is_rewritten(ours: list[str], theirs: list[str]) -> bool:
    """Tell whether words were changed inside; one that only starts later or stops earlier is shortened."""
    operations = Levenshtein.editops(ours, theirs)
    inner = [
        step
        for step in operations
        if step.tag == "replace" or (0 < step.src_pos < len(ours) and 0 < step.dest_pos < len(theirs))
    ]
    shorter, longer = sorted((ours, theirs), key=len)
    whole = any(longer[at : at + len(shorter)] == shorter for at in range(len(longer) - len(shorter) + 1))
    return bool(inner) and not whole


def _changed_words(left: str, right: str) -> set[str]:
    ours, theirs = words_of(left), words_of(right)
    changed: set[str] = set()
    for step in Levenshtein.opcodes(ours, theirs):
        if step.tag != "equal":
            changed.update(ours[step.src_start : step.src_end], theirs[step.dest_start : step.dest_end])
    return changed


def _attribution(pair: Pair) -> Iterator[PairFinding]:
    theirs = {quote.key: quote for quote in reversed(pair.b.read.quotes)}
    seen: set[str] = set()
    for left in pair.a.read.quotes:
        right = theirs.get(left.key)
        if right is None or left.key in seen:
            continue
        seen.add(left.key)
        places = (left.mention or left.parts[0],), (right.mention or right.parts[0],)
        if left.speaker and right.speaker and left.speaker.id != right.speaker.id:
            message = f"The same words are {left.speaker.name}'s in one version, {right.speaker.name}'s in the other."
            yield PairFinding(*places, message, Severity.ERROR)


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
        "A quotation that two versions print differently: in its words, or only in marks, commas and dots.",
        ("“**We will never hold any talks**,” he said.", "“**We will hold some talks**,” he said."),
        _altered,
    ),
    PairRule(
        "attribution-differs",
        "Two speakers for the same words",
        Severity.ERROR,
        "The same words are given to one person here and to another there.",
        ("“We will hold talks,” **Zarif** said.", "“We will hold talks,” **Rouhani** said."),
        _attribution,
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
