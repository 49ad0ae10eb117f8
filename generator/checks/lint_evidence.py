"""Does each piece of evidence stand in its article, to the letter, said by the one it names?"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.anchors import anchor, as_printed
from generator.checks.desk import Desk
from generator.checks.located import Scalar, Table
from generator.checks.problems import Problem, did_you_mean
from generator.checks.review import Review
from generator.checks.shapes import File
from generator.model import Article, ArticleId, Span, Where
from generator.text import match_key


def evidence_problems(file: File, node: Table, _: Review, desk: Desk) -> Iterator[Problem]:
    """Yield what is wrong with the evidence of a review, item by item."""
    rows = node.tables("evidence")
    ids = [row.text("id") for row in rows]
    for number, row in enumerate(rows):
        if ids[number] in ids[:number]:
            yield file.problem(
                row.find("id"), "020", f"the id '{ids[number]}' stands twice", "number the items anew"
            )
        yield from _repeated(file, row, [name for name in ids if name])
        article = desk.articles.get(ArticleId(row.text("article") or ""))
        if row.text("article") in desk.withdrawn:
            problem = f"{row.text('article')} was withdrawn, so its words are not shown"
            remedy = "take the item out, or find the words elsewhere; see that no text repeats them"
            yield file.problem(row.find("article"), "053", problem, remedy)
        elif article is None:
            yield from _unknown_article(file, row, desk)
        else:
            yield from _quoted(file, row, article)
            yield from _bytes(file, row, article)
            yield from _corrected(file, row, article, desk)
        yield from _spoken(file, row, article)


def _unknown_article(file: File, row: Table, desk: Desk) -> Iterator[Problem]:
    name = row.text("article")
    if name:
        remedy = did_you_mean(name, desk.articles)
        yield file.problem(row.find("article"), "022", f"there is no article '{name}'", remedy)


def _quoted(file: File, row: Table, article: Article) -> Iterator[Problem]:
    words, place = row.text("quote"), row.find("quote")
    if not words or not words.strip():
        yield file.problem(
            place or row, "025", "evidence without a quote", "copy the article's words under 'quote'"
        )
    elif not anchor(article, words):
        printed = as_printed(article, words)
        if printed:
            problem = "the quote differs from the article in typography"
            yield file.problem(place, "024", problem, f"copy the article's characters: {printed}")
        else:
            remedy = "copy the words from the article's page; nothing like them is looked for"
            yield file.problem(place, "023", f"these words are not in {article.id}", remedy)


def _bytes(file: File, row: Table, article: Article) -> Iterator[Problem]:
    stated, place = row.text("source_sha256"), row.find("source_sha256")
    if not stated:
        remedy = f"add 'source_sha256: {article.sha256}'"
        yield file.problem(place or row, "027", "which bytes were read is not said", remedy)
    elif stated.lower() != article.sha256:
        remedy = f"read the article again, then write {article.sha256}"
        yield file.problem(place, "026", f"{article.id} changed since it was read", remedy)


def _corrected(file: File, row: Table, article: Article, desk: Desk) -> Iterator[Problem]:
    """Yield a speaker who is not the one that a person's correction gives to the same words."""
    speaker, places = row.text("speaker"), anchor(article, row.text("quote") or "")
    if speaker is None or not places or places[0].where is not Where.TEXT:
        return
    words = Span(places[0].span.start, places[-1].span.end)
    for (id_, span), name in desk.spoken.items():
        same = match_key(speaker).split()[-1:] == match_key(name).split()[-1:]
        if id_ == article.id and span.overlaps(words) and not same:
            problem = f"a correction gives these words to {name or 'nobody known'}, not to {speaker}"
            remedy = "read the article again: mend the speaker here, or take the correction back"
            yield file.problem(row.find("speaker"), "054", problem, remedy)


def _repeated(file: File, row: Table, ids: list[str]) -> Iterator[Problem]:
    other, place = row.text("same_as"), row.find("same_as")
    if other and (other not in ids or other == row.text("id")):
        remedy = did_you_mean(other, [name for name in ids if name != row.text("id")])
        yield file.problem(place, "030", f"'{other}' is no other item of the evidence", remedy)


def _spoken(file: File, row: Table, article: Article | None) -> Iterator[Problem]:
    speaker, place = row.text("speaker"), row.find("speaker")
    if speaker is None:
        if not row.text("voice") and not row.text("same_as"):
            remedy = "name the speaker, or write 'speaker: null' and 'voice: outlet', 'unnamed' or 'document'"
            yield file.problem(place or row, "028", "who says it is not said", remedy)
    elif article and isinstance(place, Scalar) and not _names(article, speaker):
        remedy = "write the name as the article has it, or give 'voice' where it names nobody"
        yield file.problem(place, "029", f"'{speaker}' is not named in {article.id}", remedy)


def _names(article: Article, speaker: str) -> bool:
    """Tell whether an article holds a name, or its last word: spellings of first names differ."""
    text = f" {match_key(article.raw)} "
    name = match_key(speaker)
    return bool(name) and (
        f" {name} " in text or f" {name.split()[-1]} " in text or f" {name.split()[-1]}'s " in text
    )
