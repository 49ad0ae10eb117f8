"""Which speakers of several articles are one person?

Names are joined when one is a shorter or differently spelled form of the other and nothing else fits;
never by role alone.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from generator.model import ReadArticle, Speaker, SpeakerId
from generator.quotes.contradicted import without_contradicted
from generator.quotes.namesakes import means_another
from generator.text import slug

_WORD = re.compile(r"[^\W\d_]+")
_SPELLINGS = (
    (re.compile("gh|q"), "g"),
    (re.compile("kh"), "h"),
    (re.compile("ou|oo|u"), "o"),
    (re.compile("ee|y|ie"), "i"),
    (re.compile("e"), "a"),
    (re.compile(r"(.)\1+"), r"\1"),
)
"""Letters that one name is spelled with in different outlets: Seyyed and Seyed, Araqchi and Araghchi."""
_HONORARY = frozenset(
    (
        "seyyed",
        "seyed",
        "sayyid",
        "sayed",
        "syed",
        "haj",
        "haji",
        "sheikh",
        "imam",
        "ayatollah",
        "dr",
        "mr",
        "mrs",
        "ms",
    )
)
_FULL = 2
"""Words of a name that may be joined across a whole corpus; a surname alone may not."""


def resolve(story: Sequence[ReadArticle]) -> tuple[ReadArticle, ...]:
    """Give one person one record across a story's articles; of two people for the same words those by name stay."""
    said = [quote.speaker for read in story for quote in read.quotes if quote.speaker]
    records = _records(said, least=1, orders=[_first_said(read) for read in story])
    return without_contradicted([_with_records(read, records) for read in story])


def merge_speakers(speakers: Iterable[Speaker]) -> dict[SpeakerId, Speaker]:
    """Return each speaker's id -> the one record of that person across the whole corpus.

    A surname alone stays by itself: two stories may mean two people by it.
    """
    return _records(list(speakers), least=_FULL)


def _with_records(read: ReadArticle, records: Mapping[SpeakerId, Speaker]) -> ReadArticle:
    quotes = tuple(
        replace(quote, speaker=records[quote.speaker.id]) if quote.speaker else quote for quote in read.quotes
    )
    return replace(read, quotes=quotes)


def _first_said(read: ReadArticle) -> dict[SpeakerId, int]:
    """Return each speaker's id -> which of the article's quotes is their first."""
    first: dict[SpeakerId, int] = {}
    for number, quote in enumerate(read.quotes):
        if quote.speaker:
            first.setdefault(quote.speaker.id, number)
    return first


def _records(
    said: Sequence[Speaker], *, least: int, orders: Sequence[Mapping[SpeakerId, int]] = ()
) -> dict[SpeakerId, Speaker]:
    """Join the variants of each name and return id -> joined record.

    A surname that comes before the full name in one of the texts (`orders`), which told them apart, is somebody
    else's: "President Trump … Ivanka Trump".
    """
    counts = Counter(speaker.id for speaker in said)
    by_id: dict[SpeakerId, list[Speaker]] = defaultdict(list)
    for speaker in said:
        by_id[speaker.id].append(speaker)
    names = sorted(by_id, key=lambda known: (-len(_parts(by_id[known][0].name)), -counts[known], known))
    by_surname: dict[str, list[SpeakerId]] = defaultdict(list)
    leader: dict[SpeakerId, SpeakerId] = {}
    for known in names:
        parts = _spelled(by_id[known][0])
        key = parts[-1] if parts else known
        fitting = [
            other
            for other in by_surname[key]
            if _one(by_id[known][0], by_id[other][0])
            and not (len(parts) == 1 and any(_comes_before(order, known, other) for order in orders))
        ]
        if len(fitting) == 1 and len(parts) >= least:
            leader[known] = fitting[0]
        else:
            leader[known] = known
            by_surname[key].append(known)
    groups: dict[SpeakerId, list[Speaker]] = defaultdict(list)
    for known, first in leader.items():
        groups[first] += by_id[known]
    joined = {first: _joined(group) for first, group in groups.items()}
    return {known: joined[first] for known, first in leader.items()}


def _comes_before(order: Mapping[SpeakerId, int], one: SpeakerId, other: SpeakerId) -> bool:
    return one in order and other in order and order[one] < order[other]


def _parts(name: str) -> tuple[str, ...]:
    """Return the words of a name without honorary ones, unless it has no others."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    words = tuple(_WORD.findall(plain.lower()))
    return tuple(word for word in words if word not in _HONORARY) or words


def _spelled(speaker: Speaker) -> tuple[str, ...]:
    """Return the words of a name in a spelling that its variants share."""
    if speaker.kind != "person":
        return (" ".join(_parts(speaker.name)),)
    found = []
    for word in _parts(speaker.name):
        for pattern, letter in _SPELLINGS:
            word = pattern.sub(letter, word)  # noqa: PLW2901 - a word is spelled step by step
        found.append(word)
    return tuple(found)


def _one(shorter: Speaker, longer: Speaker) -> bool:
    """Tell whether two names may be one person's: the shorter one's words in the longer one, in order."""
    if (shorter.kind == "person") != (longer.kind == "person"):
        return False
    short, full = _parts(shorter.name), _parts(longer.name)
    if len(short) == 1 < len(full) and means_another(short[0], full[0]):
        return False
    words = iter(_spelled(longer))
    return all(any(_same(word, other) for other in words) for word in _spelled(shorter))


def _same(word: str, other: str) -> bool:
    return word == other or (len(word) == 1 and other.startswith(word))


def _joined(group: Sequence[Speaker]) -> Speaker:
    """Return one record: the fullest name, the commonest among equals, and all other forms as aliases."""
    counts = Counter(speaker.name for speaker in group)
    name = min(counts, key=lambda form: (-len(form.split()), -counts[form], form))
    aliases = {alias for speaker in group for alias in (speaker.name, *speaker.aliases)} - {name}
    titles = {title for speaker in group for title in speaker.titles}
    kind = "person" if any(speaker.kind == "person" for speaker in group) else group[0].kind
    return Speaker(SpeakerId(slug(name)), name, tuple(sorted(titles)), tuple(sorted(aliases)), kind)
