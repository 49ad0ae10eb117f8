"""Sixty hostile texts in every place that somebody can write reach no reader as anything but text.

Each stands as headline, outlet, author, section, address, id and file name, in paragraphs, quotations and names of
speakers, in a page's captions, alternative texts and JSON-LD, in reviews, corrections, outlets and the fact-checks of
others. The site is built by MkDocs with macros, snippets and every extension that gives characters a meaning. Each
text tries to leave the mark `zq`: as a tag, an attribute, a class, an address, in a style or a script, as the result of
an expression (`zq` and 51 joined), or by printing the mark that stands in a file of the site.
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from lxml import etree, html

from generator.cli import main
from tests.sites import mkdocs, working_copy

pytestmark = pytest.mark.site
CANARY = "zqsecretofthesite"
ATTACKS = (
    "{{ 'zq' ~ 51 }}", "{%- set a = 'zq' ~ 51 -%}{{ a }}", "{{ ['zq', 51] | join }}", "{% print('zq' ~ 51) %}",
    "{%raw%}{%endraw%}{{'zq'~51}}", "{% macro m() %}{{ 'zq' ~ 51 }}{% endmacro %}{{ m() }}", "#{ zq }# ${zq} <%= 'zq' %>",
    "{{ cycler.__init__.__globals__.os.popen('touch zqpwned').read() }}", "{{ config.site_name | attr('zq') }}", "{#- zq -#}",
    "{\u200b{ 'zq' ~ 51 }}", "\uff5b\uff5b 'zq' ~ 51 \uff5d\uff5d", "&#123;&#123; 'zq' ~ 51 &#125;&#125;", "&lcub;&lcub; 'zq' ~ 51 &rcub;&rcub;",
    "--8<-- 'secret.md'", '--8<-- "secret.md:1:2"', ";--8<-- 'secret.md'", "--8<--\nsecret.md\n--8<--", "{% include 'secret.md' %}",
    "{! secret.md !}", "{* secret.md *}", "<!--8<-- 'secret.md' -->", "![[secret.md]]", "!include secret.md",
    "word{: onclick=zq .zq #zq }", "{:.zq}", "# head {: #zq .zq }", "{ .zq }", "[x](y){: target=zq }", "{::options zq /}",
    '!!! zq "zq"', "??? zq inline end", '=== "zq"', "/// zq\nx\n///", "[^zq]: note", "*[zq]: zq", "[TOC]", ":zq:", ":material-zq:",
    "{++zq++}{~~a~>zq~~}{>>zq<<}", "==zq== ^^zq^^ ~~zq~~", "https://zq.example/ zq@zq.example www.zq.example", "#zq @zq/zq!1 `#!zq x`",
    "<zq>x</zq><zq/>", "<svg><zq></svg><svg/onload=zq>", "<math><mi xlink:href='javascript:zq'>x</mi></math>", "<img/src='zq'/onerror=zq>",
    "<a href='jAvAsCrIpT:zq'>x</a>", "<a href='java&#x09;script:zq'>x</a>", "<a href='&#106;avascript&colon;zq'>x</a>", "[x](JaVaScRiPt:zq)",
    "[x](data:text/html,zq)", "<iframe srcdoc='<zq>'>", "<style>@import 'zq'</style>", "<base href='//zq.example'>", "<form action=zq><button formaction=zq>",
    "\uff1cscript\uff1ezq\uff1c/script\uff1e", "\u202e<zq>\u202c", "<\u200bzq>", "</script><zq>", "</title></head><zq>", "]]><zq>", "--><zq><!--", "</textarea></template><zq>",
    "' onmouseover='zq", '" onmouseover="zq', "` onmouseover=`zq", 'x\\" autofocus onfocus=zq \\"', "\u2028</script\u2028><zq>", "<!DOCTYPE x [<!ENTITY zq SYSTEM 'file:///etc/hostname'>]>&zq;",
    '=HYPERLINK("//zq","x")', "+zq|' /C calc'!A0", "-zq+1", "@SUM(zq)", "\t=zq", "%0A=zq", "\x1b]8;;http://zq\x07x\x1b]8;;\x07", "\x1b[31mzq\x1b[0m\x07", "\x9b31mzq",
    "---\ntitle: zq\ntemplate: zq.html\n---", "../../zq", "..\\..\\zq", "/etc/zq", "zq/../../x", "zq%2f..%2fx", "CON", "zq\x00.md", ".zq", "-zq", "~zq", "zq?x#y",
)  # fmt: skip
EXTENSIONS = """
  - abbr
  - admonition
  - def_list
  - footnotes
  - md_in_html
  - smarty
  - pymdownx.arithmatex: {generic: true}
  - pymdownx.blocks.html
  - pymdownx.blocks.admonition
  - pymdownx.caret
  - pymdownx.critic
  - pymdownx.details
  - pymdownx.emoji
  - pymdownx.keys
  - pymdownx.magiclink
  - pymdownx.mark
  - pymdownx.snippets: {base_path: [.], check_paths: false}
  - pymdownx.superfences
  - pymdownx.tabbed: {alternate_style: true}
  - pymdownx.tasklist
  - pymdownx.tilde
"""
TELLING = ("headline", "outlet", "author", "section", "via", "dateline", "language")


def records() -> Iterator[dict[str, object]]:
    """Yield for each attack an article that has it wherever a record can hold it, and one that spreads it."""
    for number, text in enumerate(ATTACKS):
        words = (
            f"“We stay, {text}, and go on with the talks,” Ann {text} Miller said on Monday in the capital.\n\n"
            f"{text}\n\nThe minister {text} told reporters number {number} that nobody had left the room at all.\n\n"
            f"“{text}”, said {text}."
        )
        yield {
            "id": f"a{number}",
            "text": words,
            "cleaned": True,
            "url": f"javascript:{text}",
            **dict.fromkeys(TELLING, text),
        }
        yield {
            "id": text or "x",
            "text": words.replace("Monday", "Sunday"),
            "url": f"https://a.example/{text}",
            "headline": f"Talks {number}",
        }


def page_of(text: str) -> str:
    """Return a web page that has the attack in its markup, as its words and as they are."""
    told = json.dumps(
        {
            "@type": "NewsArticle",
            "headline": text,
            "author": {"name": text},
            "publisher": {"name": text},
            "image": text,
        }
    )
    shown = html.fromstring("<p/>")
    shown.text = "".join(char for char in text if char.isprintable())
    paragraph = etree.tostring(shown, encoding="unicode")
    return (
        f"<html><head><title>{text}</title><script type='application/ld+json'>{told}</script></head><body><article>"
        f"<h1>{text}</h1>{paragraph * 3}<figure><img src=x alt='{text}'><figcaption>{text}</figcaption></figure>"
        f"<p>The talks on the shared river ended on Sunday without a result, the foreign ministry said in a statement.</p>"
        f"</article></body></html>"
    )


def lay_out(folder: Path) -> None:
    """Write a site whose every file is hostile."""
    (folder / "site_src/secret.md").write_text(f"{CANARY}\n")
    (folder / "secret.md").write_text(f"{CANARY}\n")
    config = (folder / "mkdocs.yml").read_text("utf-8")
    config = config.replace("  - variorum\n", "  - variorum:\n      rights: full\n  - macros\n", 1)
    (folder / "mkdocs.yml").write_text(config.rstrip() + EXTENSIONS, "utf-8")
    seeds = folder / "seeds"
    seeds.joinpath("attack.jsonl").write_text("\n".join(map(json.dumps, records())), "utf-8")
    for number, text in enumerate(ATTACKS):
        seeds.joinpath(f"page-{number}.html").write_text(page_of(text), "utf-8")
        name = re.sub(r"[/\x00]", "_", text)
        seeds.joinpath(f"{name} zq.txt").write_text(
            f"{text}\n\nBy {text}\n\nThe talks {text} ended, the minister said.\n", "utf-8"
        )
    reviews = folder / "reviews"
    said = [text for text in ATTACKS if text.isprintable()]
    outlets = [{"name": text, "note": text, "owner": text, "country": text, "url": f"javascript:{text}", "aliases": [f"{text} News"], "source": text} for text in said]  # fmt: skip
    reviews.joinpath("outlets.yml").write_text(
        yaml.safe_dump({"outlets": outlets}, allow_unicode=True), "utf-8"
    )
    claim = yaml.safe_load((reviews / "iran-us-talks-2019-07.yml").read_text("utf-8"))
    for number, text in enumerate(said):
        claim |= {"id": f"c{number}"}
        claim["claim"] |= {"text": text[:75], "claimant": text, "claimant_note": text}
        claim["verdict"] |= {"text": text, "explanation": text}
        claim["flags"], claim["related"] = [], [{"article": "002_9c80bbab31e64038", "why": text}]
        reviews.joinpath(f"c{number}.yml").write_text(yaml.safe_dump(claim, allow_unicode=True), "utf-8")
    fixes = [
        {"article": "001_151755ee29b01678", "reply": text, "by": text, "on": "2026-11-24", "why": text}
        for text in said
    ]
    (reviews / "fixes").mkdir(exist_ok=True)
    reviews.joinpath("fixes/all.yml").write_text(yaml.safe_dump(fixes, allow_unicode=True), "utf-8")
    (reviews / "known").mkdir(exist_ok=True)
    with (reviews / "known/others.csv").open("w", newline="", encoding="utf-8") as file:
        rows = csv.writer(file)
        rows.writerow(("claimReviewed", "author.name", "reviewRating.alternateName", "datePublished", "url"))
        rows.writerows(
            (
                f"There are talks between Iran and the US {text}",
                text,
                text,
                "2020-01-01",
                f"javascript:{text}",
            )
            for text in said
        )


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the site; return its folder."""
    pytest.importorskip("mkdocs_macros")
    folder = working_copy(tmp_path_factory.mktemp("attack"))
    lay_out(folder)
    done = mkdocs(folder, "build", "--quiet", site_url="https://site.example/")
    assert done.returncode == 0, done.stderr[-4000:]
    return folder


def pages(folder: Path) -> Iterator[tuple[str, html.HtmlElement]]:
    for path in sorted((folder / "site").rglob("*.html")):
        yield (
            path.relative_to(folder).as_posix(),
            html.parse(str(path), html.HTMLParser(encoding="utf-8")).getroot(),
        )


def leaks_of(root: html.HtmlElement) -> Iterator[str]:
    """Yield each place of a page where an attack became more than text."""
    for node in root.iter(etree.Element):
        if "zq" in str(node.tag):
            yield f"tag {node.tag}"
        if (
            node.tag in ("style", "script")
            and "zq" in (node.text or "")
            and node.get("type") != "application/ld+json"
        ):
            yield f"{node.tag}: {node.text[:80]}"
        for name, value in node.attrib.items():
            plain = re.sub(r"[\x00-\x20]", "", value).lower()
            if "zq" in name or name.startswith("on"):
                yield f"attribute {name} of {node.tag}"
            if (
                name in ("class", "style", "target", "formaction", "srcdoc", "action", "background")
                and "zq" in plain
            ):
                yield f"{name}={value} of {node.tag}"
            if (
                name in ("href", "src", "srcset", "data", "xlink:href")
                and re.match(r"(?:javascript|data|vbscript):", plain)
                and "zq" in plain
            ):
                yield f"{name}={value} of {node.tag}"
            if name in ("src", "srcset") and "zq" in plain:
                yield f"{name}={value} of {node.tag}"


def test_no_attack_becomes_more_than_text_on_any_page(built: Path) -> None:
    found = {f"{name}: {leak}" for name, root in pages(built) for leak in leaks_of(root)}
    assert sorted(found) == []


def test_the_attacks_are_there_to_be_read(built: Path) -> None:
    shown = {
        name.split("/")[2]: " ".join(root.text_content().split())
        for name, root in pages(built)
        if name.startswith("site/articles/")
    }
    told = [
        text
        for number, text in enumerate(ATTACKS)
        if text.isprintable() and " ".join(text.split()) not in shown[f"a{number}"]
    ]
    assert told == []


def test_no_expression_is_worked_out_no_file_printed_and_no_command_run(built: Path) -> None:
    told = []
    for path in sorted((built / "site").rglob("*")):
        if (
            path.is_file()
            and path.suffix in (".html", ".json", ".jsonl", ".csv", ".xml", ".md", ".txt")
            and "secret" not in path.parts
        ):
            content = path.read_text("utf-8")
            told += [
                f"{path.name}: {mark}"
                for mark in (CANARY, "zq51")
                if mark in content and path.name != "search_index.json"
            ]
            if path.name == "search_index.json":
                told += [
                    entry["location"]
                    for entry in json.loads(content)["docs"]
                    if CANARY in entry["text"] and "secret" not in entry["location"]
                ]
    assert told == []
    assert not list(built.rglob("zqpwned"))


def test_every_file_stands_in_the_site(built: Path) -> None:
    for root in (built / "site", built / "site_src"):
        assert all(path.resolve().is_relative_to(built.resolve()) for path in root.rglob("*"))
    outside = [path.name for path in built.parent.iterdir() if path != built and "zq" in path.name]
    assert outside == []


def test_no_cell_of_a_table_is_a_formula(built: Path) -> None:
    for path in sorted((built / "site/data").rglob("*.csv")):
        with path.open(newline="", encoding="utf-8") as file:
            cells = [cell for row in csv.reader(file) for cell in row]
        assert [cell for cell in cells if re.match(r"\s*[=+@]|\s*-\D", cell)] == [], path.name


def test_structured_files_are_whole_and_name_no_entity(built: Path) -> None:
    for path in sorted((built / "site").rglob("*.xml")):
        tree = etree.parse(str(path), etree.XMLParser(resolve_entities=False, no_network=True))
        assert "zq" not in " ".join(str(node.tag) for node in tree.iter(etree.Element))
        assert not [node for node in tree.iter() if node.tag is etree.Entity]
    for path in sorted((built / "site").rglob("*.jsonl")):
        for line in path.read_text("utf-8").rstrip("\n").split("\n"):
            json.loads(line)


def test_json_in_pages_is_whole(built: Path) -> None:
    for _, root in pages(built):
        for script in root.iterfind(".//script[@type='application/ld+json']"):
            json.loads(script.text or "")


def test_no_terminal_sequence_is_printed(built: Path, capsys: pytest.CaptureFixture[str]) -> None:
    files = sorted(map(str, (built / "seeds").glob("*")))
    for command in (["read"], ["quotes"], ["quotes", "--json"]):
        main([*command, *files])
        shown = "".join(capsys.readouterr())
        assert (
            sorted(set(re.findall(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", shown))) == []
        )
