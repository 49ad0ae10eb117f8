"""Which articles does a seed file hold?

A file is one article or many; whatever can't be read becomes a `SeedError` that stops that article
and no other.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from generator.errors import SeedError
from generator.intake.archives import archive_articles
from generator.intake.books import book_articles, pdf_articles
from generator.intake.decode import Decoded, decode
from generator.intake.feeds import feed_articles
from generator.intake.given import FIELD_OF_KEY, given_fields, is_known
from generator.intake.limits import MAX_FILE_BYTES
from generator.intake.lines import looks_like_markdown
from generator.intake.pages import page_articles
from generator.intake.records import record_articles
from generator.intake.slices import Slice, slice_articles
from generator.intake.source import Source, article_id, unpacked
from generator.intake.tables import table_articles
from generator.intake.yaml_mapping import yaml_mapping
from generator.model import Notice, RawArticle, SourceForm

_SIDECAR_SUFFIXES = (".yml", ".yaml")
_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?)\n---[ \t]*(?:\n|\Z)", re.DOTALL)


def seed_files(seeds: Path) -> tuple[Path, ...]:
    """Return all files below the folder but hidden ones and sidecars, sorted."""
    found = []
    for folder, folders, names in os.walk(seeds):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        beside = set(names)
        found += [Path(folder, name) for name in names if _is_seed(name, beside)]
    return tuple(sorted(found, key=Path.as_posix))


def _is_seed(name: str, beside: set[str]) -> bool:
    if name.startswith("."):
        return False
    stem, suffix = os.path.splitext(name)  # noqa: PTH122 - names, not paths
    if suffix not in _SIDECAR_SUFFIXES:
        return True
    return stem not in beside and all(os.path.splitext(other)[0] != stem or other == name for other in beside)  # noqa: PTH122


def read_slice(path: Path, part: Slice, *, seeds: Path) -> Iterator[RawArticle | SeedError]:
    """Yield the articles of one slice of a big file in order, and an error for each that can't be read."""
    place = path.relative_to(seeds).as_posix()
    try:
        corrections, notices = _sidecar(path, place)
    except SeedError as error:
        yield error
        return
    yield from _each(slice_articles(path, place, part), corrections, notices)


def read_seed(path: Path, *, seeds: Path) -> Iterator[RawArticle | SeedError]:
    """Yield the file's articles in order, and an error for each that can't be read."""
    place = path.relative_to(seeds).as_posix() if path.is_relative_to(seeds) else path.name
    try:
        reader = _reader(path, place)
        content = _bytes(path, place)
        if path.suffix.lower() == ".gz":
            content = unpacked(content, place)
        source = Source(place, path.name.split(".")[0] if path.suffix == ".gz" else path.stem, content)
        corrections, notices = _sidecar(path, place)
    except SeedError as error:
        yield error
        return
    yield from _each(reader(source), corrections, notices)


def _each(
    found: Iterator[RawArticle | SeedError], corrections: Mapping[str, object], notices: tuple[Notice, ...]
) -> Iterator[RawArticle | SeedError]:
    """Yield articles with what a sidecar says; an error that breaks the file off is its last."""
    while True:
        try:
            article = next(found, None)
        except SeedError as error:
            yield error
            return
        if article is None:
            return
        yield _corrected(article, corrections, notices) if isinstance(article, RawArticle) else article


def _reader(path: Path, place: str) -> Callable[[Source], Iterator[RawArticle | SeedError]]:
    suffixes = path.suffixes[-2:] if path.suffix.lower() == ".gz" else path.suffixes[-1:]
    reader = _READERS.get(suffixes[0].lower() if suffixes else "")
    if reader is None:
        if path.suffix in _SIDECAR_SUFFIXES:
            raise SeedError(place, None, "a sidecar without its article; name it like the article's file")
        forms = " ".join(sorted(_READERS))
        raise SeedError(place, None, f"not a form that can be read; save it as one of {forms}")
    return reader


def _bytes(path: Path, place: str) -> bytes:
    """Read a whole file within the limit."""
    try:
        if not path.is_file():
            raise SeedError(place, None, "not a file; remove it or put the file in its place")
        if path.stat().st_size > MAX_FILE_BYTES:
            raise SeedError(place, None, f"larger than {MAX_FILE_BYTES} bytes; split it")
        source = path.read_bytes()
    except OSError as error:
        problem = error.strerror or "not readable"
        raise SeedError(place, None, f"{problem.lower()}; check the file and its permissions") from error
    if not source.strip():
        raise SeedError(place, None, "empty; remove it or save the article again")
    return source


def _text_articles(source: Source) -> Iterator[RawArticle | SeedError]:
    """Read a text file as one article."""
    decoded = decode(source.content)
    if not re.search(r"\w", decoded.text):
        yield SeedError(source.place, None, "holds no word; remove it or save the article again")
        return
    if source.place.lower().endswith(".md"):
        yield from _markdown_article(source, decoded)
        return
    form = SourceForm.MARKDOWN if looks_like_markdown(decoded.text) else SourceForm.TEXT
    yield _article(source, decoded, form)


def _markdown_article(source: Source, decoded: Decoded) -> Iterator[RawArticle | SeedError]:
    """Read a Markdown file, whose front matter counts where its keys are known ones."""
    article = _article(source, decoded, SourceForm.MARKDOWN)
    found = _FRONT_MATTER.match(decoded.text)
    if not found:
        yield article
        return
    try:
        mapping = yaml_mapping(found.group(1), source.place, line=2)
    except SeedError as error:
        notice = Notice("front-matter", error.line, f"The front matter was not used: {error.problem}.")
        yield replace(article, notices=(*article.notices, notice))
        return
    if any(key.casefold() in FIELD_OF_KEY for key in mapping) and 2 * sum(map(is_known, mapping)) >= len(
        mapping
    ):
        after = decoded.text.count("\n", 0, found.end())
        article = replace(article, given=given_fields(mapping), given_by="stated", front_matter=after)
    yield article


def _article(source: Source, decoded: Decoded, form: SourceForm) -> RawArticle:
    return RawArticle(
        id=article_id(source.stem),
        path=source.place,
        line=1,
        form=form,
        text=decoded.text,
        encoding=decoded.encoding,
        sha256=hashlib.sha256(source.content).hexdigest(),
        notices=decoded.notices,
    )


def _sidecar(path: Path, place: str) -> tuple[Mapping[str, object], tuple[Notice, ...]]:
    """Read `NAME.yml` or `NAME.txt.yml` beside a file."""
    names = (name + suffix for name in (path.name, path.stem) for suffix in _SIDECAR_SUFFIXES)
    sidecar = next((found for name in names if (found := path.with_name(name)).is_file()), None)
    if sidecar is None or sidecar == path:
        return {}, ()
    shown = place.removesuffix(path.name) + sidecar.name
    mapping = yaml_mapping(decode(_bytes(sidecar, shown)).text, shown)
    unknown = sorted(key for key in mapping if not is_known(key))
    message = (
        "The sidecar's {} is no field; the fields are " + ", ".join(sorted(set(FIELD_OF_KEY.values()))) + "."
    )
    return mapping, tuple(Notice("unknown-field", None, message.format(f"“{key}”")) for key in unknown)


def _corrected(article: RawArticle, mapping: Mapping[str, object], notices: tuple[Notice, ...]) -> RawArticle:
    """Put what a sidecar says above what the file says."""
    if not mapping:
        return article
    fields = dict(given_fields(mapping))
    name = fields.pop("id", None)
    return replace(
        article,
        id=article_id(name) if name else article.id,
        corrected=tuple(fields.items()),
        cleaned=article.cleaned or mapping.get("cleaned") == "true",
        notices=article.notices + notices,
    )


def _no_rows(source: Source) -> Iterator[RawArticle | SeedError]:
    yield SeedError(source.place, None, "a Parquet file without rows; remove it or save it again")


_READERS: Mapping[str, Callable[[Source], Iterator[RawArticle | SeedError]]] = {
    ".txt": _text_articles,
    ".md": _text_articles,
    ".html": page_articles,
    ".htm": page_articles,
    ".jsonl": record_articles,
    ".ndjson": record_articles,
    ".csv": table_articles,
    ".tsv": table_articles,
    ".rss": feed_articles,
    ".atom": feed_articles,
    ".xml": feed_articles,
    ".warc": archive_articles,
    ".wacz": archive_articles,
    ".parquet": _no_rows,
    ".epub": book_articles,
    ".pdf": pdf_articles,
}
