"""What flows between the stages: frozen facts, each tied to the place it came from.

Offsets are half-open ranges of Unicode code points into `Article.text`, or into `Article.raw` where
a field says so. Absent is `None`; an unknown speaker is `None`, not "Unknown". The facts stand in one
file for each question; import them from here.
"""

from generator.model.articles import (
    Article,
    ArticleId,
    Cut,
    Field,
    FieldStatus,
    Paragraph,
    RawArticle,
    SourceForm,
)
from generator.model.pages import Page, Rights
from generator.model.places import Notice, Span, Where
from generator.model.quotes import (
    BY_A_PERSON,
    Polarity,
    Quote,
    QuoteId,
    QuoteKind,
    ReadArticle,
    Speaker,
    SpeakerId,
)
from generator.model.signals import Evidence, Severity, Signal
from generator.model.stories import (
    Alignment,
    Alike,
    ChangeKind,
    Collation,
    Difference,
    Direction,
    Level,
    Place,
    Relation,
    Story,
    StoryId,
    Utterance,
    Version,
)

__all__ = [
    "BY_A_PERSON",
    "Alignment",
    "Alike",
    "Article",
    "ArticleId",
    "ChangeKind",
    "Collation",
    "Cut",
    "Difference",
    "Direction",
    "Evidence",
    "Field",
    "FieldStatus",
    "Level",
    "Notice",
    "Page",
    "Paragraph",
    "Place",
    "Polarity",
    "Quote",
    "QuoteId",
    "QuoteKind",
    "RawArticle",
    "ReadArticle",
    "Relation",
    "Rights",
    "Severity",
    "Signal",
    "SourceForm",
    "Span",
    "Speaker",
    "SpeakerId",
    "Story",
    "StoryId",
    "Utterance",
    "Version",
    "Where",
]
