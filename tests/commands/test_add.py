"""`variorum add` keeps what it got, byte for byte, and where it got it; doing it again changes nothing."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Iterator
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from generator.cli import main
from generator.commands.add import add
from generator.intake.fetch import Answer, NotPublicError, fetch, public_address
from generator.intake.read import read_seed, seed_files
from generator.model import RawArticle

PAGE = b"<html><head><title>Talks</title></head><body><p>The talks on the river ended on Sunday.</p></body></html>"


class Site(BaseHTTPRequestHandler):
    """A site with a page, rules for robots, and redirects."""

    def do_GET(self) -> None:
        """Answer by the path."""
        steps = {
            "/moved": "/talks",
            "/round": "/round",
            "/inside": "http://10.0.0.1/secret",
            "/file": "file:///etc/passwd",
        }
        if target := steps.get(self.path):
            self.send_response(302)
            self.send_header("Location", target)
            self.end_headers()
            return
        bodies = {
            "/robots.txt": ("text/plain", b"User-agent: *\nDisallow: /private"),
            "/talks": ("text/html; charset=utf-8", PAGE),
            "/talks?page=1": ("text/html", PAGE + b"<!-- 1 -->"),
            "/private/talks": ("text/html", PAGE),
            "/picture": ("image/png", b"\x89PNG"),
            "/huge": ("text/html", b"<p>x</p>" * 600_000),
        }
        kind, body = bodies.get(self.path, ("", b""))
        self.send_response(200 if kind else 404)
        self.send_header("Content-Type", kind or "text/plain")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://news.example:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


def here(url: str, host: str) -> str:
    """Resolve the test's host to this machine, and any other as the product does."""
    return "127.0.0.1" if host == "news.example" else public_address(url, host)


get = partial(fetch, resolve=here)


def added(seeds: Path, *sources: str) -> tuple[int, int, list[str]]:
    new, known, problems = add(sources, seeds, get=get)
    return new, known, list(map(str, problems))


def snapshot(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def test_a_page_is_kept_as_it_came_with_its_address_time_and_hash(site: str, tmp_path: Path) -> None:
    assert (1, 0, []) == added(tmp_path, f"{site}/talks")
    page, sidecar = sorted(tmp_path.iterdir())
    assert PAGE == page.read_bytes()
    assert f"{page.name}.yml" == sidecar.name
    facts = dict(line.split(": ", 1) for line in sidecar.read_text("utf-8").splitlines())
    assert {"url", "fetched", "sha256"} == facts.keys()
    assert f"{site}/talks" == facts["url"]
    assert hashlib.sha256(PAGE).hexdigest() == facts["sha256"]


def test_an_added_page_is_read_with_its_address(site: str, tmp_path: Path) -> None:
    added(tmp_path, f"{site}/talks")
    (file,) = seed_files(tmp_path)
    (raw,) = read_seed(file, seeds=tmp_path)
    assert isinstance(raw, RawArticle)
    assert ("url", f"{site}/talks") in raw.corrected


@pytest.mark.parametrize("path", ["/talks", "/talks?page=1", "/moved"])
def test_adding_again_changes_nothing(site: str, tmp_path: Path, path: str) -> None:
    assert (1, 0, []) == added(tmp_path, site + path)
    before = snapshot(tmp_path)
    assert (0, 1, []) == added(tmp_path, site + path)
    assert before == snapshot(tmp_path)


def test_what_robots_may_not_read_is_not_fetched(site: str, tmp_path: Path) -> None:
    new, _, problems = added(tmp_path, f"{site}/private/talks")
    assert 0 == new
    assert "robots.txt forbids it; save the page from your browser" in problems[0]
    assert {} == snapshot(tmp_path)


@pytest.mark.parametrize(
    ("path", "problem"),
    [
        ("/round", "more than 4 redirects"),
        ("/inside", "no public address"),
        ("/file", "no web address"),
        ("/picture", "holds image/png, no article"),
        ("/huge", "larger than"),
        ("/nowhere", "answered with 404"),
    ],
)
def test_what_is_no_article_of_the_open_web_is_told_and_stops_nothing(
    site: str, tmp_path: Path, path: str, problem: str
) -> None:
    new, _, problems = added(tmp_path, site + path, f"{site}/talks")
    assert 1 == new
    assert problem in problems[0]


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1", "10.1.2.3", "192.168.0.1", "169.254.169.254", "[::1]", "[fd00::1]", "0.0.0.0", "localhost"],  # noqa: S104
)
def test_addresses_inside_a_network_are_refused(host: str) -> None:
    with pytest.raises(NotPublicError):
        fetch(f"http://{host}/talks")


@pytest.mark.parametrize("url", ["file:///etc/passwd", "ftp://news.example/x", "gopher://x", "http://"])
def test_only_the_web_is_fetched(url: str) -> None:
    with pytest.raises(NotPublicError):
        fetch(url)


def test_files_are_copied_with_their_hash_and_folders_with_all_that_they_hold(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder, seeds = tmp_path / "saved", tmp_path / "seeds"
    folder.mkdir()
    (folder / "a.txt").write_text("The talks ended.", encoding="utf-8")
    (folder / "b.html").write_bytes(PAGE)
    assert 0 == main(["add", str(folder), "--seeds", str(seeds)])
    assert f"2 added to {seeds}, 0 there already, 0 not added\n" == capsys.readouterr().out
    assert ["a.txt", "a.txt.yml", "b.html", "b.html.yml"] == list(snapshot(seeds))
    assert hashlib.sha256(PAGE).hexdigest() in (seeds / "b.html.yml").read_text("utf-8")
    assert 0 == main(["add", str(folder), "--seeds", str(seeds)])
    assert "0 added to" in capsys.readouterr().out


def test_another_file_of_a_name_gets_one_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The talks ended.", encoding="utf-8")
    add([str(tmp_path / "a.txt")], tmp_path / "seeds")
    (tmp_path / "a.txt").write_text("The talks went on.", encoding="utf-8")
    add([str(tmp_path / "a.txt")], tmp_path / "seeds")
    assert 2 == len(seed_files(tmp_path / "seeds"))


def test_a_missing_file_is_named_and_the_exit_code_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert 1 == main(["add", str(tmp_path / "none.txt"), "--seeds", str(tmp_path / "seeds")])
    assert "none.txt: no such file or directory; check the path" in capsys.readouterr().err


def test_the_answer_names_where_the_page_was_found_in_the_end(site: str) -> None:
    answer = get(f"{site}/moved")
    assert Answer(f"{site}/talks", PAGE, "text/html") == answer


def test_what_a_sidecar_says_comes_along_and_adding_again_changes_nothing(tmp_path: Path) -> None:
    folder, seeds = tmp_path / "from", tmp_path / "seeds"
    folder.mkdir()
    (folder / "a.txt").write_text("The talks on the river ended on Sunday.")
    (folder / "a.yml").write_text("outlet: The Daily Herald\nauthor: [A. Writer, B. Writer]\n")
    assert main(["add", str(folder), "--seeds", str(seeds)]) == 0
    before = {path: path.read_bytes() for path in seeds.iterdir()}
    assert main(["add", str(folder), "--seeds", str(seeds)]) == 0
    assert before == {path: path.read_bytes() for path in seeds.iterdir()}
    (raw,) = read_seed(seeds / "a.txt", seeds=seeds)
    assert isinstance(raw, RawArticle)
    assert (("outlet", "The Daily Herald"), ("author", "A. Writer; B. Writer")) == raw.corrected


@pytest.mark.parametrize(
    ("name", "content", "advice"),
    [
        ("a.jpg", b"x", "save the text"),
        ("a.xyz", b"x", "save it as one of"),
        ("a.txt", b" \n", "save the article again"),
    ],
)
def test_what_no_reader_reads_is_refused_and_not_copied(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, content: bytes, advice: str
) -> None:
    (tmp_path / name).write_bytes(content)
    assert main(["add", str(tmp_path / name), "--seeds", str(tmp_path / "seeds")]) == 1
    assert advice in capsys.readouterr().err
    assert not list((tmp_path / "seeds").iterdir())


def test_an_empty_folder_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "from").mkdir()
    assert main(["add", str(tmp_path / "from"), "--seeds", str(tmp_path / "seeds")]) == 2
    assert "holds no file; give the folder" in capsys.readouterr().err
