"""Each form in which people keep articles gives the words of the article and the facts that the form states."""

from __future__ import annotations

import gzip
import io
import json
import zipfile
from pathlib import Path

import pytest

from generator.errors import SeedError
from generator.intake.articles import article_from
from generator.intake.read import read_seed
from generator.model import Article, FieldStatus, RawArticle

HEADLINE = "Talks on the river end without a result"
PARAGRAPHS = (
    "The talks on the shared river ended on Sunday without a result, the foreign ministry said in a statement.",
    "“We did not agree on a single point,” the minister told reporters, “and no further round has been named.”",
    "Farmers on both banks have waited for a treaty since the dam was finished, and the dry season begins in May.",
)
HTML = (
    f"<html><head><title>{HEADLINE} | The Daily Herald</title>"
    '<meta property="og:site_name" content="The Daily Herald">'
    '<meta property="article:published_time" content="2019-07-14T10:00:00Z"></head><body>'
    '<nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li></ul></nav>'
    f"<article><h1>{HEADLINE}</h1>{''.join(f'<p>{text}</p>' for text in PARAGRAPHS)}</article>"
    "<footer><p>© 2019 The Daily Herald. All rights reserved.</p></footer></body></html>"
)


def articles(tmp_path: Path, name: str, content: bytes | str) -> list[Article]:
    path = tmp_path / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    found = list(read_seed(path, seeds=tmp_path))
    assert all(isinstance(raw, RawArticle) for raw in found), found
    return [article_from(raw) for raw in found if isinstance(raw, RawArticle)]


def facts(article: Article) -> dict[str, str | None]:
    return {field.name: field.value for field in article.fields}


def zipped(members: dict[str, bytes | str]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def warc(page: str, url: str) -> bytes:
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page.encode()
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2020-01-01T00:00:00Z\r\n"
        "WARC-Record-ID: <urn:uuid:12345678-1234-1234-1234-1234567890ab>\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"


def pdf(lines: tuple[str, ...]) -> bytes:
    """Make a page with one line of text after the other."""
    shown = "".join(f"({line}) Tj T* " for line in lines)
    stream = f"BT /F1 9 Tf 40 700 Td 12 TL {shown}ET".encode("latin-1")
    objects = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 5 0 R>>>>/Contents 4 0 R>>",
        b"<</Length %d>>stream\n%b\nendstream" % (len(stream), stream),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    )
    made, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(made))
        made += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    return made + (
        b"xref\n0 6\n0000000000 65535 f \n%btrailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF"
        % (table, len(made))
    )


def test_a_saved_page_gives_its_body_and_its_facts(tmp_path: Path) -> None:
    (article,) = articles(tmp_path, "a.html", HTML)
    assert list(PARAGRAPHS) == article.text.split("\n\n")
    stated = facts(article)
    assert (HEADLINE, "The Daily Herald", "2019-07-14") == (
        stated["headline"],
        stated["outlet"],
        stated["published"],
    )


def test_a_page_with_its_pictures_inside_is_read_without_them(tmp_path: Path) -> None:
    picture = f'<img src="data:image/png;base64,{"iVBORw0KGgo" * 50_000}">'
    (article,) = articles(tmp_path, "a.html", HTML.replace("<h1>", f"{picture}<h1>"))
    assert list(PARAGRAPHS) == article.text.split("\n\n")


def test_a_self_extracting_page_is_unpacked(tmp_path: Path) -> None:
    packed = b"<!doctype html><html data-sfz><body>Please wait</body><!--" + zipped(
        {"index.html": HTML, "images/0.png": b"\x89PNG"}
    )
    (article,) = articles(tmp_path, "a.html", packed)
    assert list(PARAGRAPHS) == article.text.split("\n\n")


def test_a_self_extracting_archive_of_something_else_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(b"<html data-sfz>" + zipped({"b.txt": "x"}))
    (error,) = read_seed(tmp_path / "a.html", seeds=tmp_path)
    assert isinstance(error, SeedError)
    assert "without a page; save it again as plain HTML" in str(error)


@pytest.mark.parametrize("packed", ["a.warc", "a.warc.gz", "a.wacz"])
def test_an_archive_gives_an_article_for_each_page_with_its_address(tmp_path: Path, packed: str) -> None:
    records = warc(HTML, "https://herald.example/talks") + warc(HTML, "https://herald.example/more")
    content = {
        "a.warc": records,
        "a.warc.gz": gzip.compress(records),
        "a.wacz": zipped({"datapackage.json": "{}", "archive/data.warc.gz": gzip.compress(records)}),
    }[packed]
    found = articles(tmp_path, packed, content)
    assert ["https://herald.example/talks", "https://herald.example/more"] == [facts(a)["url"] for a in found]
    assert all(list(PARAGRAPHS) == article.text.split("\n\n") for article in found)


def test_a_book_is_read_in_the_order_of_its_spine(tmp_path: Path) -> None:
    package = (
        '<package xmlns="http://www.idpf.org/2007/opf"><manifest><item id="b" href="2.xhtml"/>'
        '<item id="a" href="1.xhtml"/></manifest><spine><itemref idref="a"/><itemref idref="b"/></spine></package>'
    )
    pages = {
        f"OPS/{n}.xhtml": f"<html><body><p>{text}</p></body></html>"
        for n, text in enumerate(PARAGRAPHS[:2], 1)
    }
    book = zipped({"mimetype": "application/epub+zip", "OPS/content.opf": package, **pages})
    (article,) = articles(tmp_path, "a.epub", book)
    assert list(PARAGRAPHS[:2]) == article.text.split("\n\n")


def test_the_lines_of_a_pdf_are_joined_to_its_sentences(tmp_path: Path) -> None:
    lines = (
        "The talks on the shared river ended on Sunday without a result, the foreign minis-",
        "try said in a statement that was sent to all newspapers of the capital late in the",
        "evening.",
    )
    (article,) = articles(tmp_path, "a.pdf", pdf(lines))
    expected = (
        "The talks on the shared river ended on Sunday without a result, the foreign ministry said in a statement "
        "that was sent to all newspapers of the capital late in the evening."
    )
    assert expected == article.text


FEEDS = {
    "a.rss": f"""<?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"
        xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>The Daily Herald</title>
        <link>https://herald.example/</link><item><title>{HEADLINE}</title><link>/talks</link>
        <dc:creator>Ann Writer</dc:creator><pubDate>Sun, 14 Jul 2019 10:00:00 GMT</pubDate>
        <description>Short.</description><content:encoded><![CDATA[{"".join(f"<p>{p}</p>" for p in PARAGRAPHS)}]]>
        </content:encoded></item></channel></rss>""",
    "a.atom": f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>The Daily Herald</title>
        <link href="https://herald.example/"/><entry><title>{HEADLINE}</title><link href="/talks"/>
        <author><name>Ann Writer</name></author><published>2019-07-14T10:00:00Z</published>
        <content type="html">{"".join(f"&lt;p&gt;{p}&lt;/p&gt;" for p in PARAGRAPHS)}</content></entry></feed>""",
}


@pytest.mark.parametrize("name", FEEDS)
def test_a_feed_gives_its_items_with_what_it_states_of_them(tmp_path: Path, name: str) -> None:
    (article,) = articles(tmp_path, name, FEEDS[name])
    assert list(PARAGRAPHS) == article.text.split("\n\n")
    stated = facts(article)
    expected = {
        "headline": HEADLINE, "outlet": "The Daily Herald", "author": "Ann Writer", "published": "2019-07-14",
        "url": "https://herald.example/talks",
    }  # fmt: skip
    assert expected == {name: stated[name] for name in expected}


TEXT = "\n".join(PARAGRAPHS)


def row(record: dict[str, str]) -> str:
    quoted = ('"' + value.replace('"', '""') + '"' for value in record.values())
    return ",".join(record) + "\n" + ",".join(quoted) + "\n"


NEWS_PLEASE = {
    "title": HEADLINE, "maintext": TEXT, "authors": "Ann Writer", "date_publish": "2019-07-14 10:00:00",
    "source_domain": "herald.example", "url": "https://herald.example/talks", "language": "en",
}  # fmt: skip
MEDIA_CLOUD = {
    "title": HEADLINE, "text": TEXT, "publish_date": "2019-07-14", "media_name": "The Daily Herald",
    "url": "https://herald.example/talks", "language": "en", "stories_id": "17",
}  # fmt: skip


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("news-please.csv", row(NEWS_PLEASE)),
        ("news-please.jsonl", json.dumps(NEWS_PLEASE | {"authors": ["Ann Writer"]})),
        ("media-cloud.csv", row(MEDIA_CLOUD)),
        ("media-cloud.jsonl", json.dumps(MEDIA_CLOUD)),
        ("sheet.tsv", "headline\ttext\tdate\tlink\n" + "\t".join(
            (HEADLINE, " ".join(PARAGRAPHS), "2019-07-14", "https://herald.example/talks"))),
    ],
)  # fmt: skip
def test_the_exports_of_collectors_are_read_with_their_own_column_names(
    tmp_path: Path, name: str, content: str
) -> None:
    (article,) = articles(tmp_path, name, content)
    stated = facts(article)
    assert "The talks on the shared river" in article.text
    assert (HEADLINE, "2019-07-14", "https://herald.example/talks") == (
        stated["headline"],
        (stated["published"] or "")[:10],
        stated["url"],
    )


def test_the_front_matter_of_obsidians_clipper_is_read(tmp_path: Path) -> None:
    clipped = (
        f'---\ntitle: "{HEADLINE}"\nsource: "https://herald.example/talks"\nauthor:\n  - "[[Ann Writer]]"\n'
        'published: 2019-07-14\ncreated: 2020-01-02\ndescription: "Short."\ntags:\n  - "clippings"\n---\n'
        + "\n\n".join(PARAGRAPHS)
    )
    (article,) = articles(tmp_path, "a.md", clipped)
    assert list(PARAGRAPHS) == article.text.split("\n\n")
    expected = {
        "headline": HEADLINE, "url": "https://herald.example/talks", "author": "Ann Writer", "published": "2019-07-14",
    }  # fmt: skip
    assert expected == {name: facts(article)[name] for name in expected}
    assert all(field.status is FieldStatus.STATED for field in article.fields if field.name in expected)


def test_a_packed_file_is_read_as_the_file(tmp_path: Path) -> None:
    (article,) = articles(tmp_path, "a.html.gz", gzip.compress(HTML.encode()))
    assert list(PARAGRAPHS) == article.text.split("\n\n")
