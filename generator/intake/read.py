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
from pathlib import Path, PurePosixPath

from generator.errors import SeedError
from generator.intake.archives import archive_articles
from generator.intake.books import book_articles, pdf_articles
from generator.intake.decode import Decoded, decode
from generator.intake.documents import document_articles
from generator.intake.feeds import feed_articles
from generator.intake.given import FIELD_OF_KEY, field_of, given_fields, is_known
from generator.intake.headers import named_facts
from generator.intake.limits import MAX_FILE_BYTES
from generator.intake.lines import looks_like_markdown
from generator.intake.mail import mail_articles, webarchive_articles
from generator.intake.pages import page_articles
from generator.intake.records import json_articles, record_articles
from generator.intake.slices import Slice, slice_articles
from generator.intake.source import Source, article_id, unpacked, zip_members
from generator.intake.tables import table_articles
from generator.intake.yaml_mapping import yaml_mapping
from generator.model import Notice, RawArticle, SourceForm

_SIDECAR_SUFFIXES = (".yml", ".yaml")
_OF_THE_SYSTEM = ("Thumbs.db", "desktop.ini")
_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?)\n---[ \t]*(?:\n|\Z)", re.DOTALL)


def seed_files(seeds: Path) -> tuple[Path, ...]:
    """Return all files below the folder but hidden ones and sidecars, sorted."""
    found = []
    for folder, folders, names in os.walk(seeds):
        beside = set(names)
        folders[:] = sorted(name for name in folders if not _belongs_to_a_page(name, beside))
        found += [Path(folder, name) for name in names if _is_seed(name, beside)]
    return tuple(sorted(found, key=Path.as_posix))


def _belongs_to_a_page(folder: str, beside: set[str]) -> bool:
    """Tell whether a folder is hidden, or holds the pictures and scripts of a page that a browser saved beside it."""
    stem = _PAGE_FOLDER.sub("", folder)
    return folder.startswith((".", "__MACOSX")) or (
        stem != folder and any(f"{stem}{suffix}" in beside for suffix in (".html", ".htm", ".xhtml"))
    )


_PAGE_FOLDER = re.compile(
    r"(?:[_-](?:files|dateien|fichiers|archivos|arquivos|bestanden)|\.files)$", re.IGNORECASE
)


def _is_seed(name: str, beside: set[str]) -> bool:
    if name.startswith(".") or name in _OF_THE_SYSTEM:
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


def sidecar_of(path: Path) -> Mapping[str, object]:
    """Return what the sidecar beside a file says.

    Raises:
        SeedError: it can't be read.
    """
    return _sidecar(path, path.name)[0]


def hold_readable(path: Path) -> None:
    """Do nothing where there is a reader for files of this name.

    Raises:
        SeedError: there is none; says what to do instead.
    """
    _reader(path, str(path))


def _reader(path: Path, place: str) -> Callable[[Source], Iterator[RawArticle | SeedError]]:
    suffixes = path.suffixes[-2:] if path.suffix.lower() == ".gz" else path.suffixes[-1:]
    reader = _READERS.get(suffixes[0].lower() if suffixes else "")
    if reader is None:
        if path.suffix in _SIDECAR_SUFFIXES:
            raise SeedError(place, None, "a sidecar without its article; name it like the article's file")
        raise SeedError(place, None, _advice(suffixes[0].lower() if suffixes else ""))
    return reader


def _advice(suffix: str) -> str:
    """Say what to do with a file that no reader reads."""
    if not suffix:
        return "has no ending that says what it is; name it .txt, .html or whatever it holds"
    forms = " ".join(sorted(_READERS))
    return _ADVICE.get(suffix) or f"not a form that can be read; save it as one of {forms}"


_PICTURE = "a picture; save the text that it shows"
_ADVICE: Mapping[str, str] = {
    **dict.fromkeys(
        (".doc", ".rtf", ".wpd", ".pages"), "a document that can't be read; save it as .docx, .odt or .txt"
    ),
    **dict.fromkeys((".jpg", ".jpeg", ".png", ".gif", ".webp", ".svg", ".heic", ".tif", ".tiff"), _PICTURE),
    **dict.fromkeys(
        (".url", ".webloc", ".desktop"), "an address and no page; give the address itself to `variorum add`"
    ),
    **dict.fromkeys((".xls", ".xlsx", ".ods"), "a spreadsheet; save it as .csv"),
    **dict.fromkeys(
        (".tar", ".tgz", ".7z", ".rar", ".bz2", ".xz", ".zst"), "an archive that can't be read; unpack it"
    ),
    **dict.fromkeys(
        (".mp3", ".mp4", ".m4a", ".mov", ".wav", ".webm"), "a recording; save a transcript of it"
    ),
    **dict.fromkeys((".mobi", ".azw", ".azw3"), "a book that can't be read; save it as .epub"),
    **dict.fromkeys((".mbox",), "a mailbox; save its mails one by one as .eml"),
}


def _zipped_articles(source: Source) -> Iterator[RawArticle | SeedError]:
    """Read each file of a ZIP archive as if it stood beside the others."""
    members = dict(zip_members(source.content, source.place))
    names = [name for name in sorted(members) if _is_seed(PurePosixPath(name).name, set())]
    seeds = [name for name in names if not any(map(_is_aside, PurePosixPath(name).parts[:-1]))]
    if not seeds:
        yield SeedError(source.place, None, "an archive without an article; unpack it and see")
    for name in seeds:
        try:
            yield from _member(PurePosixPath(name), members[name], f"{source.place}/{name}")
        except SeedError as error:
            yield error


def _is_aside(folder: str) -> bool:
    return folder.startswith((".", "__MACOSX")) or bool(_PAGE_FOLDER.search(folder))


def _member(path: PurePosixPath, content: bytes, place: str) -> Iterator[RawArticle | SeedError]:
    """Read a file of an archive."""
    if path.suffix.lower() == ".zip":
        raise SeedError(place, None, "an archive in an archive; unpack it")
    reader = _reader(Path(path), place)
    packed = path.suffix.lower() == ".gz"
    content = unpacked(content, place) if packed else content
    if not content.strip():
        raise SeedError(place, None, "empty; remove it or save the article again")
    yield from reader(Source(place, path.name.split(".")[0] if packed else path.stem, content))


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
    if source.place.lower().endswith((".md", ".markdown")):
        yield from _markdown_article(source, decoded)
        return
    form = SourceForm.MARKDOWN if looks_like_markdown(decoded.text) else SourceForm.TEXT
    facts, lines = named_facts(decoded.text)
    article = _article(source, decoded, form)
    yield replace(article, given=given_fields(facts), front_matter=lines) if facts else article


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
    if any(field_of(key) for key in mapping) and 2 * sum(map(is_known, mapping)) >= len(mapping):
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
    ".text": _text_articles,
    ".md": _text_articles,
    ".markdown": _text_articles,
    ".html": page_articles,
    ".htm": page_articles,
    ".xhtml": page_articles,
    ".mhtml": mail_articles,
    ".mht": mail_articles,
    ".eml": mail_articles,
    ".webarchive": webarchive_articles,
    ".docx": document_articles,
    ".odt": document_articles,
    ".zip": _zipped_articles,
    ".json": json_articles,
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
