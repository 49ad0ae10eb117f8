"""In which order do articles stand: by date, those with a partial date later, undated last."""

from __future__ import annotations

from generator.model import ArticleId

DateOrder = tuple[int, str, str]


def date_order(published: str | None, article: ArticleId) -> DateOrder:
    """Return the sort key of an article with a full (`2019-07-14`), partial (`--07-15`) or no date."""
    date = published or ""
    return (0 if date[:1].isdigit() else 1 if date else 2, date, article)
