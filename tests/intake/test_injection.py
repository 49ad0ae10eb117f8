"""Hostile paragraphs go through a real MkDocs build and come out as the words they are, with nothing active.

Rows 1 to 35 of the list of bad inputs, with Material, all its Markdown extensions, snippets and macros on.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from lxml import html

from generator.pages.render import markdown_text

POPEN = "__import__('os').popen('touch pwned')"
PARAGRAPHS = (
    "<script>alert(1)</script>", "<SCRIPT SRC=//evil.example/x.js></SCRIPT>", "<scr<script>ipt>alert(1)</script>",
    "<img src=x onerror=alert(1)>", "<svg onload=alert(1)>", "<svg><script>alert(1)</script></svg>",
    "<math><mtext></mtext><mglyph><style><img src=x onerror=alert(1)></style></mglyph></math>",
    "<iframe src=https://evil.example></iframe>", "<object data=x></object>", "<embed src=x>",
    "[click](javascript:alert(1))", "[click][1]", "[1]: javascript:alert(1)", "<javascript:alert(1)>",
    "[x](data:text/html;base64,PHNjcmlwdD4=)", "<a href=javascript:alert(1)>x</a>", "[a](vbscript:x 'y')",
    "![p](https://tracker.example/p.gif)", "![p][2]", "[2]: https://tracker.example/p.gif", "<https://evil.example>",
    "https://evil.example/auto", '*no*{: style="position:fixed" onmouseover=alert(1) }', "{: #__search .md-main }",
    "<div markdown onclick=alert(1)>x</div>", '<div markdown="1">*x*</div>', "</div></div></article></main><h1>fake</h1>",
    '--8<-- "mkdocs.yml"', "--8<--", "; --8<-- 'mkdocs.yml'", ";--8<--", "/// html | script", "alert(1)", "///",
    "/// note | x", "{{ 7*7 }}", "{{7*7}}", "{{ config }}", "{{ environment }}",
    "{{ self.__init__.__globals__.__builtins__." + POPEN + ".read() }}", "{% for x in [1] %}x{% endfor %}", "{# hidden #}",
    "{% endraw %}{{ 7*7 }}", "{% raw %}", "{% include 'mkdocs.yml' %}", "He said {% that", "}} {{", "{%- if 1 -%}yes{%- endif -%}",
    "{{ macros_info() }}", "[[ 7*7 ]]", "<% 7*7 %>", "Paragraph", "---", "Another", "===", "***", "___", "* * *",
    "# Iran", "#Iran denies it", "####### seven", "2019. It was a good year", "1) one", "- No talks", "+ 1", "* star",
    "    four spaces", "\ttab", "``` python", "~~~", "`code`", "``", "*x* _y_ file_name a*b*c", "==x== ~~y~~ H~2~O x^2^",
    "(c) (tm) (r) --> <-- 1/2 +/- =/=", ":smile:", ":material-home:", ":fontawesome-brands-x-twitter:", "++ctrl+c++",
    "$5 and $6", "\\(x\\)", "$$x$$", "[^1]", "[^1]: note", "*[JCPOA]: pwned", "JCPOA", "[TOC]", "[[toc]]", "!!! danger",
    '??? note "x"', '=== "Tab"', "- [ ] todo", "a | b", "--- | ---", "|a|b|", "Term", ":   definition", "> quote", ">! spoiler",
    "AT&amp;T &copy; &#60;b&#62; &lt;", "&", "&&amp;", "\\*escaped\\*", "\\", "<!-- comment -->", "<!--", "-->", "<?php x ?>",
    "<![CDATA[x]]>", "<style>body{display:none}</style>", "<base href=https://evil.example>", "<link rel=stylesheet href=x>",
    "<meta http-equiv=refresh content=0>", "<form action=https://evil.example><input></form>", "<a id=__search>x</a>",
    "<input name=query>", "<details open ontoggle=alert(1)>", "<video><source onerror=alert(1)></video>", "<marquee onstart=x>",
    "{++added++} {--gone--} {~~a~>b~~} {>>note<<}", "{==marked==}", '"smart" \'quotes\' ... -- ---', "<<x>>", "^^under^^",
)  # fmt: skip
CONFIGURATION = """
site_name: test
docs_dir: pages
theme: {name: material, font: false}
plugins: [search, macros]
markdown_extensions:
  - abbr
  - admonition
  - attr_list
  - def_list
  - footnotes
  - md_in_html
  - smarty
  - tables
  - toc: {permalink: true}
  - pymdownx.arithmatex: {generic: true}
  - pymdownx.betterem
  - pymdownx.blocks.html
  - pymdownx.blocks.admonition
  - pymdownx.caret
  - pymdownx.critic
  - pymdownx.details
  - pymdownx.emoji
  - pymdownx.highlight
  - pymdownx.keys
  - pymdownx.magiclink
  - pymdownx.mark
  - pymdownx.smartsymbols
  - pymdownx.snippets: {base_path: [.]}
  - pymdownx.superfences
  - pymdownx.tabbed: {alternate_style: true}
  - pymdownx.tasklist
  - pymdownx.tilde
"""
ACTIVE_TAGS = {"script", "style", "iframe", "object", "embed", "svg", "math", "form", "input", "img", "video", "base", "link",
               "meta", "h2", "h3", "ul", "ol", "li", "table", "pre", "code", "blockquote", "hr", "dl", "details", "a", "em",
               "strong", "mark", "del", "ins", "sub", "sup", "kbd", "abbr"}  # fmt: skip


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[html.HtmlElement, Path]:
    """Build a site of one page; return the page's content and the site's folder."""
    pytest.importorskip("mkdocs_macros")
    folder = tmp_path_factory.mktemp("site")
    (folder / "pages").mkdir()
    (folder / "mkdocs.yml").write_text(CONFIGURATION)
    marked = "\n\n".join(f"§{number}§{markdown_text(text)}" for number, text in enumerate(PARAGRAPHS))
    # a paragraph of an article never starts or ends with white space
    plain = "\n\n".join(str(markdown_text(text.strip())) for text in PARAGRAPHS)
    (folder / "pages/index.md").write_text(f"# Page\n\n{marked}\n")
    (folder / "pages/plain.md").write_text(f"# Page\n\n{plain}\n")
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--no-directory-urls"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return html.parse(str(folder / "site/plain.html")).getroot().find(".//article"), folder


def test_there_are_eighty_hostile_paragraphs_at_least() -> None:
    assert len(PARAGRAPHS) >= 80


def test_every_paragraph_shows_its_own_words_in_order(built: tuple[html.HtmlElement, Path]) -> None:
    article, _ = built
    shown = [" ".join(node.text_content().split()) for node in article.iter("p")]
    assert shown == [" ".join(text.split()) for text in PARAGRAPHS]


def test_nothing_in_the_article_is_active(built: tuple[html.HtmlElement, Path]) -> None:
    article, folder = built
    tags = [node.tag for node in article.iter() if "headerlink" not in (node.get("class") or "")]
    assert [tag for tag in tags if tag in ACTIVE_TAGS] == []
    assert not any(name.startswith("on") for node in article.iter() for name in node.attrib)
    assert not list(folder.rglob("pwned"))


def test_66_the_search_index_holds_no_markup_of_an_article(built: tuple[html.HtmlElement, Path]) -> None:
    _, folder = built
    index = json.loads((folder / "site/search/search_index.json").read_text("utf-8"))
    texts = " ".join(entry["text"] for entry in index["docs"])
    assert "&lt;script&gt;alert(1)" in texts
    assert set(re.findall(r"</?([a-z][\w-]*)", texts)) <= {"p", "br"}
