"""The quote matrix: which version prints which utterance, and in whose words?"""

from __future__ import annotations

from dataclasses import dataclass

from generator.model import Quote, Story
from generator.pages.index import Index
from generator.pages.views.quotes import CHANGE_WORDS, POLARITY_WORDS, quote_view
from generator.pages.words import Phrase
from generator.stories.sayings import QuotePair, QuoteRow, quote_matrix

_THESE_WORDS = Phrase("in these words")


@dataclass(frozen=True, slots=True)
class MatrixCell:
    """An utterance in one version."""

    anchor: str
    alike: str
    """Compared with the first version that prints it."""
    change: str
    """The same as a short name, for the mark."""
    words: str
    """Its own wording where that differs, or nothing."""
    polarity: str
    speaker: str
    """Its own speaker where another is named than in the first version, or nothing."""


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """An utterance across the versions; None where a version lacks it."""

    words: str
    kind: str
    speaker: str
    speaker_path: str
    polarity: str
    cells: tuple[MatrixCell | None, ...]


def matrix_of(index: Index, story: Story) -> tuple[MatrixRow, ...]:
    """Return the story's utterances over its articles."""
    reads = [index.whole[id_] for id_ in story.articles]
    said = dict.fromkeys(
        index.said[quote.id] for read in reads for quote in read.quotes if quote.id in index.said
    )
    return tuple(_row(index, row) for row in quote_matrix(reads, said))


def _row(index: Index, row: QuoteRow) -> MatrixRow:
    base = row.cells[row.base]
    if base is None or base.a is None:
        raise ValueError("an utterance whose first version does not print it")
    shown = index.quotes[base.a.id]
    first = quote_view(index, shown)
    return MatrixRow(
        words=first.words,
        kind=first.kind,
        speaker=first.speaker or (f"“{first.mention}”" if first.mention else Phrase("speaker unknown")),
        speaker_path=first.speaker_path,
        polarity=first.polarity,
        cells=tuple(_cell(index, pair, shown) for pair in row.cells),
    )


def _cell(index: Index, pair: QuotePair | None, first: Quote) -> MatrixCell | None:
    if pair is None or pair.a is None:
        return None
    quote = index.quotes[pair.a.id]
    return MatrixCell(
        anchor=index.places[quote.id].anchor,
        alike=_THESE_WORDS if quote.id == first.id else CHANGE_WORDS[pair.change],
        change=pair.change.name.lower(),
        words="" if quote.words == first.words else quote.words,
        polarity=POLARITY_WORDS[quote.polarity],
        speaker=quote.speaker.name if pair.attribution_changed and quote.speaker else "",
    )
