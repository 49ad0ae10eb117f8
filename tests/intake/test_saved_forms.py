"""What people have on their disks: pages saved whole, mails, documents, other tools' records, archives of it all."""

from __future__ import annotations

import email.message
import io
import json
import plistlib
import zipfile
from pathlib import Path

import pytest

from generator.errors import SeedError
from generator.intake.articles import article_from
from generator.intake.read import read_seed, seed_files
from generator.model import FieldStatus, RawArticle
from tests.intake.test_forms import HEADLINE, HTML, PARAGRAPHS, articles, facts, zipped

TEXT = "\n\n".join(PARAGRAPHS)
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "urn:oasis:names:tc:opendocument:xmlns"


def problems(tmp_path: Path, name: str, content: bytes | str) -> list[str]:
    path = tmp_path / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return [str(found) for found in read_seed(path, seeds=tmp_path) if isinstance(found, SeedError)]


def mhtml(page: str, *, url: str = "https://herald.example/river") -> bytes:
    message = email.message.EmailMessage()
    message["From"], message["Subject"] = "<Saved by Blink>", f"{HEADLINE} | The Daily Herald"
    message["Snapshot-Content-Location"] = url
    message.make_related()
    message.add_related(page.encode(), "text", "html", cte="quoted-printable")
    message.add_related(b"<html><body><p>A frame about something else.</p></body></html>", "text", "html")
    message.add_related(b"GIF89a", "image", "gif")
    return bytes(message)


def mail(subject: str, *, page: str = "") -> bytes:
    message = email.message.EmailMessage()
    message["From"], message["Subject"] = "news@herald.example", subject
    message["Date"] = "Sun, 14 Jul 2019 10:00:00 +0000"
    message.set_content(TEXT)
    if page:
        message.add_alternative(page, subtype="html")
    return bytes(message)


def docx(paragraphs: tuple[str, ...]) -> bytes:
    shown = "".join(
        f"<w:p>\n <w:r><w:t>{text[:9]}</w:t></w:r> <w:del><w:r><w:delText>gone</w:delText></w:r></w:del>"
        f"<w:r><w:t xml:space='preserve'>{text[9:]}</w:t></w:r>\n</w:p>"
        for text in paragraphs
    )
    return zipped(
        {"word/document.xml": f"<w:document xmlns:w='{WORD}'><w:body>{shown}</w:body></w:document>"}
    )


def odt(paragraphs: tuple[str, ...]) -> bytes:
    shown = "".join(f"<text:p>{text[:9]}<text:span>{text[9:]}</text:span></text:p>" for text in paragraphs)
    spaces = f"xmlns:office='{OFFICE}:office:1.0' xmlns:text='{OFFICE}:text:1.0'"
    body = f"<office:body><office:text>{shown}</office:text></office:body>"
    return zipped({"content.xml": f"<office:document-content {spaces}>{body}</office:document-content>"})


@pytest.mark.parametrize("name", ["a.mhtml", "a.mht"])
def test_a_page_saved_whole_is_the_page_and_where_it_was(tmp_path: Path, name: str) -> None:
    (article,) = articles(tmp_path, name, mhtml(HTML))
    assert (HEADLINE, "https://herald.example/river") == (article.value("headline"), article.value("url"))
    assert TEXT == article.text


def test_a_web_archive_of_safari_is_its_page(tmp_path: Path) -> None:
    main = {"WebResourceData": HTML.encode(), "WebResourceURL": "https://herald.example/river"}
    (article,) = articles(
        tmp_path, "a.webarchive", plistlib.dumps({"WebMainResource": main}, fmt=plistlib.FMT_BINARY)
    )
    assert (TEXT, "https://herald.example/river") == (article.text, article.value("url"))


@pytest.mark.parametrize(
    ("subject", "published"),
    [(HEADLINE, "2019-07-14"), (f"Fwd: {HEADLINE}", None), (f"AW: WG: {HEADLINE}", None)],
)
def test_a_mail_has_its_subject_and_a_day_unless_it_was_passed_on(
    tmp_path: Path, subject: str, published: str | None
) -> None:
    (article,) = articles(tmp_path, "a.eml", mail(subject))
    assert (HEADLINE, published) == (article.value("headline"), article.value("published"))
    assert set(PARAGRAPHS) <= set(article.text.split("\n\n"))


def test_of_a_mail_in_two_forms_the_page_is_read(tmp_path: Path) -> None:
    (article,) = articles(tmp_path, "a.eml", mail(HEADLINE, page=HTML))
    assert "The Daily Herald" == article.value("outlet")


@pytest.mark.parametrize(("name", "made"), [("a.docx", docx), ("a.odt", odt)])
def test_a_document_gives_its_paragraphs_and_not_what_was_deleted(tmp_path: Path, name: str, made) -> None:
    (article,) = articles(tmp_path, name, made((HEADLINE, *PARAGRAPHS)))
    assert "\n".join((HEADLINE, *PARAGRAPHS)) == article.raw


@pytest.mark.parametrize(
    "record",
    [
        {"title": HEADLINE, "maintext": TEXT, "source_domain": "herald.example", "date_publish": "2019-07-14 10:00:00"},
        {"articles": [{"title": HEADLINE, "content": TEXT, "publishedAt": "2019-07-14T10:00:00Z", "source": {"id": None, "name": "The Daily Herald"}}]},
        {"version": "https://jsonfeed.org/version/1.1", "items": [{"title": HEADLINE, "content_text": TEXT, "date_published": "2019-07-14T10:00:00Z", "authors": [{"name": "Ann Writer"}]}]},
        [{"title": HEADLINE, "textContent": TEXT, "published": 1563098400, "siteName": "The Daily Herald"}],
        {"list": {"1": {"title": HEADLINE, "text": TEXT, "date": "14 July 2019"}}},
    ],
)  # fmt: skip
def test_records_of_other_tools_are_articles_with_their_facts(tmp_path: Path, record: object) -> None:
    (article,) = articles(tmp_path, "a.json", json.dumps(record))
    assert (HEADLINE, "2019-07-14") == (article.value("headline"), article.value("published"))
    assert article.text == TEXT
    assert "The Daily Herald" == article.value("outlet") or "Herald" not in json.dumps(record)
    assert "Ann Writer" == article.value("author") or "Ann" not in json.dumps(record)


def test_content_that_is_markup_is_read_as_a_page(tmp_path: Path) -> None:
    content = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
    (article,) = articles(
        tmp_path, "a.jsonl", json.dumps({"title": HEADLINE, "content": f"<div>{content}</div>"})
    )
    assert (TEXT, HEADLINE) == (article.text, article.value("headline"))


def test_records_a_line_under_the_wrong_ending_are_read(tmp_path: Path) -> None:
    lines = "\n".join(json.dumps({"id": name, "text": TEXT}) for name in ("one", "two"))
    assert ["one", "two"] == [article.id for article in articles(tmp_path, "a.json", lines)]


def test_a_number_is_an_id_too(tmp_path: Path) -> None:
    (article,) = articles(tmp_path, "a.jsonl", json.dumps({"id": 1234, "text": TEXT}))
    assert "1234" == article.id


@pytest.mark.parametrize(
    ("given", "status", "value"),
    [
        ("2019-07-14T23:00:00Z", FieldStatus.STATED, "2019-07-14"),
        ("Sun, 14 Jul 2019 10:00:00 GMT", FieldStatus.STATED, "2019-07-14"),
        ("1563098400000", FieldStatus.STATED, "2019-07-14"),
        ("2019-07", FieldStatus.PARTIAL, "2019-07"),
        ("--07-14", FieldStatus.PARTIAL, "--07-14"),
        ("July 14", FieldStatus.PARTIAL, "--07-14"),
        ("07/08/2019", FieldStatus.PARTIAL, None),
        ("2019-13-45", FieldStatus.PARTIAL, None),
        ("tomorrow", FieldStatus.PARTIAL, None),
    ],
)
def test_a_given_date_counts_as_far_as_it_can_be_read(
    tmp_path: Path, given: str, status: FieldStatus, value: str | None
) -> None:
    (article,) = articles(
        tmp_path, "a.jsonl", json.dumps({"id": "a", "text": "A river.", "published": given, "cleaned": True})
    )
    (field,) = (field for field in article.fields if field.name == "published")
    assert (status, value) == (field.status, field.value)
    assert (value is None) == ("unclear-date" in [notice.code for notice in article.notices])


def test_lines_that_name_facts_above_a_text_are_its_facts(tmp_path: Path) -> None:
    head = f"Title: {HEADLINE}\nSource: The Daily Herald\nURL: https://herald.example/river\nDate: July 14, 2019\nAuthor: Ann Writer\n"
    (article,) = articles(tmp_path, "a.txt", f"{head}\n{TEXT}\n")
    assert (TEXT, HEADLINE) == (article.text, article.value("headline"))
    wanted = {
        "outlet": "The Daily Herald",
        "url": "https://herald.example/river",
        "published": "2019-07-14",
        "author": "Ann Writer",
    }
    assert wanted.items() <= facts(article).items()


@pytest.mark.parametrize(
    "head", ["Source: Reuters", "Tehran: talks end\nMinister: no result", "Date: July 14, 2019\nHe spoke."]
)
def test_a_line_with_a_colon_is_a_line_of_the_text(tmp_path: Path, head: str) -> None:
    path = tmp_path / "a.txt"
    path.write_text(f"{head}\n\n{TEXT}\n")
    (raw,) = read_seed(path, seeds=tmp_path)
    assert isinstance(raw, RawArticle)
    assert ((), 0) == (raw.given, raw.front_matter)


def test_an_archive_is_what_is_in_it_and_names_what_is_not_read(tmp_path: Path) -> None:
    members = {
        "one.txt": TEXT, "more/two.html": HTML, "more/two_files/style.css": "p {}", "__MACOSX/._one.txt": "x",
        "photo.jpg": "x", "again.zip": "PK", "empty.txt": " ",
    }  # fmt: skip
    path = tmp_path / "a.zip"
    path.write_bytes(zipped(members))
    found = list(read_seed(path, seeds=tmp_path))
    assert ["two", "one"] == [raw.id for raw in found if isinstance(raw, RawArticle)]
    assert [TEXT, TEXT] == [article_from(raw).text for raw in found if isinstance(raw, RawArticle)]
    assert ["a.zip/again.zip", "a.zip/empty.txt", "a.zip/photo.jpg"] == [
        str(error.path) for error in found if isinstance(error, SeedError)
    ]


def test_the_folder_of_a_saved_page_belongs_to_the_page(tmp_path: Path) -> None:
    for name in ("a.html", "a_files/b.html", "b_files/c.html"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(HTML)
    assert ["a.html", "b_files/c.html"] == [
        path.relative_to(tmp_path).as_posix() for path in seed_files(tmp_path)
    ]


@pytest.mark.parametrize(
    ("name", "content", "advice"),
    [
        ("a.rtf", b"{\\rtf1 x}", "save it as .docx, .odt or .txt"),
        ("a.jpg", b"\xff\xd8", "save the text that it shows"),
        ("a.webloc", b"<plist/>", "`variorum add`"),
        ("a.xlsx", b"PK", "save it as .csv"),
        ("a.7z", b"7z", "unpack it"),
        ("a", b"text", "has no ending that says what it is"),
        ("a.xyz", b"text", "save it as one of"),
        ("a.docx", b"PK", "fetch it again"),
        ("a.odt", zipped({"mimetype": "x"}), "save it as .txt or .html"),
        ("a.webarchive", b"bplist00", "save the page again, as HTML"),
        ("a.webarchive", plistlib.dumps({"a": 1}), "save the page again, as HTML"),
        ("a.mhtml", b"\x00\x01", "save the page again, as HTML"),
        ("a.zip", zipped({}), "unpack it and see"),
        ("a.json", b'{"a": 1}', "save it as JSON Lines"),
        ("a.json", b"[[[", "save it again"),
    ],
)
def test_a_refusal_says_what_to_do(tmp_path: Path, name: str, content: bytes, advice: str) -> None:
    (problem,) = problems(tmp_path, name, content)
    assert advice in problem


def test_a_document_expands_no_entity_and_a_mail_no_nesting(tmp_path: Path) -> None:
    bomb = "<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;'>]>"
    body = f"{bomb}<w:document xmlns:w='{WORD}'><w:p><w:r><w:t>One &b; two.</w:t></w:r></w:p></w:document>"
    (article,) = articles(tmp_path, "a.docx", zipped({"word/document.xml": body}))
    assert "aaaaaaaaaa" not in article.raw
    nested = b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(3000))
    assert problems(tmp_path, "b.eml", nested)


def test_many_members_are_a_bomb(tmp_path: Path) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", b"0" * 50_000_000)
    (problem,) = problems(tmp_path, "a.zip", buffer.getvalue())
    assert "unpack and split it" in problem
