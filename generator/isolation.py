"""What becomes of an article that a rule of ours fails on? It is named as a problem, and the others go on."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from traceback import extract_tb

from generator.errors import SeedError
from generator.intake.articles import article_from, articles_from, batches
from generator.model import Article, RawArticle, ReadArticle
from generator.quotes.extract import quotes_of
from generator.stories.summary import Summary, summaries

FAULTS = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    RuntimeError,
    TypeError,
    ValueError,
    re.error,
)
"""What a mistake in a rule raises. A full disk, a lost file and a lack of memory are no article's fault."""


def read_articles(found: Iterable[RawArticle | SeedError]) -> Iterator[ReadArticle | SeedError]:
    """Read articles and who says what in them; a rule's failure costs the article it fails on, and is named.

    Yields one for each that was found, in order.
    """
    for batch in batches(found):
        raws = [one for one in batch if isinstance(one, RawArticle)]
        try:
            articles: Iterator[Article | None] = iter(articles_from(raws))
        except FAULTS:
            articles = iter([None] * len(raws))
        for one in batch:
            yield one if isinstance(one, SeedError) else _read(one, next(articles))


def _read(raw: RawArticle, article: Article | None) -> ReadArticle | SeedError:
    """Read one article, which was cleaned already if all went well."""
    try:
        whole = article or article_from(raw)
        return ReadArticle(whole, quotes_of(whole))
    except FAULTS as error:
        return fault(raw.path, raw.line, error)


def read_article(raw: RawArticle) -> ReadArticle:
    """Read an article and who says what in it.

    Raises:
        SeedError: a rule failed on it; names the article and the line of the rule.
    """
    (found,) = read_articles([raw])
    if isinstance(found, SeedError):
        raise found
    return found


def fault(path: str, line: int | None, error: Exception) -> SeedError:
    """Return the problem that names the article and the rule's place, without a path of this machine."""
    frame = extract_tb(error.__traceback__)[-1]
    place = f"{'/'.join(Path(frame.filename).parts[-2:])}:{frame.lineno}"
    return SeedError(
        path,
        line,
        f"left out, since a rule failed on it ({type(error).__name__} at {place}); "
        "a mistake of Variorum's: please report it with this article",
    )


def summarized(reads: Sequence[ReadArticle]) -> Iterator[Summary | SeedError]:
    """Yield the summary of each article; where one can't be made, only that article is a problem."""
    try:
        made = tuple(summaries(reads))
    except FAULTS:
        yield from _one_by_one(reads)
    else:
        yield from made


def _one_by_one(reads: Iterable[ReadArticle]) -> Iterator[Summary | SeedError]:
    for read in reads:
        try:
            made: Iterable[Summary | SeedError] = tuple(summaries([read]))
        except FAULTS as error:
            made = (fault(read.article.path, read.article.line, error),)
        yield from made


def guarded(
    raws: Callable[[], Iterable[RawArticle | SeedError]], path: str
) -> Iterator[RawArticle | SeedError]:
    """Yield the articles of a file; where reading it fails, what follows in it is named as a problem.

    Args:
        raws: opens the file.
        path: its name, for the problem.
    """
    try:
        yield from raws()
    except SeedError as error:
        yield error
    except FAULTS as error:
        yield fault(path, None, error)
