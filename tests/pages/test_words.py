"""The interface's words: every message has its words in every language, and only ours are translated."""

import ast
import pickle
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import ClassVar

import pytest

from generator.checks.signals import ARTICLE_RULES, PAIR_RULES, article_signals, rule_texts, story_signals
from generator.model import Page
from generator.pages import dates, machine
from generator.pages.edition import pages_of
from generator.pages.machine import said_by_the_machine
from generator.pages.render import html_block
from generator.pages.views import article, quotes, signals, spoken, story, versions
from generator.pages.words import (
    Forms,
    Phrase,
    Words,
    catalogue,
    category,
    frame,
    languages,
    messages,
    translated,
)
from generator.pages.words.scripts import MESSAGES
from tests.checks.examples import example_collation, example_version, marked_places, read_example
from tests.pages import sample

TEMPLATES = Path("generator/pages/templates")
INVENTED = {
    *("Mayor Anna Berg said, “", "The bridge is safe.", "It was “", "as safe as a house", ". She said"),
    *("the bridge would stay open", "and denied that", "it had been closed on Sunday", "4 denied"),
    *(". Perhaps, she said,", "the cables could be new", "5 hedged", "Anna Berg {0}"),
    *("Harbor Post · 14 July 2019", "Bridge is safe, mayor says", "it had been", "closed", "on Sunday"),
    *("reported: Anna Berg", "Anna Berg"),
}
"""An English text on which the page of components shows the marks."""
TABLES = (
    article.FIELD_LABELS,
    article.STATUS_WORDS,
    quotes.KIND_WORDS,
    quotes.CHANGE_WORDS,
    story.KIND_WORDS,
    story.PLACE_WORDS,
    versions.RELATION_WORDS,
    signals.DECISION_WORDS,
)
DATES = {*dates.MONTHS, "{0}", "{1} {2}", "{0} {1} {2}", "{0} {1}", "{2}"}
"""Messages that are put together."""
_SAID = ("affirmed", "denied", "hedged", "meaning", "wording", "typographic")


def forms_of(words: Forms) -> dict[str, str]:
    return {"other": words} if isinstance(words, str) else dict(words)


def asked() -> set[str]:
    found = {
        message for path in TEMPLATES.glob("*.j2") for message in messages(path.read_text(encoding="utf-8"))
    }
    found.update(word for table in TABLES for word in table.values() if word)
    found.update(text for texts in rule_texts().values() for text in texts)
    found.update((*machine.SENTENCES, *(other for _, other in machine.COUNTED), *machine.DAYS))
    found.update(
        (
            *MESSAGES,
            *spoken.MONTHS,
            *frame.MESSAGES,
            *frame.STARTER,
            *("{0}, {1}", "{0}; {1}", "{0} against {1}"),
            "person",
            "organization",
            "low",
            "medium",
            "high",
        )
    )
    for path in Path("generator/pages").rglob("*.py"):
        if path.name != "machine.py":
            found.update(_phrases(ast.parse(path.read_text(encoding="utf-8"))))
    return (found | set(_SAID)) - INVENTED


def _phrases(module: ast.Module) -> Iterator[str]:
    """Yield what a module says: the first word of each phrase, and every text with a place for a value."""
    told: set[str] = set()
    singular: set[str] = set()
    for node in ast.walk(module):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Phrase":
            yield from (one.value for one in node.args[:1] if isinstance(one, ast.Constant))
        if isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "counted":
            yield from (one.value for one in node.args[2:3] if isinstance(one, ast.Constant))
            singular.update(one.value for one in node.args[1:2] if isinstance(one, ast.Constant))
        if isinstance(node, ast.Constant) and re.match(r"[^`\n]*\{0\}[^`\n]*$", str(node.value)):
            told.add(str(node.value))
    yield from told - singular


@cache
def pages(language: str) -> tuple[Page, ...]:
    return tuple(pages_of(sample.edition(), language))


def test_six_languages_have_a_catalogue() -> None:
    assert languages() == ("ar", "de", "es", "fa", "fr", "pt")


@pytest.mark.parametrize("language", languages())
def test_no_message_lacks_its_words(language: str) -> None:
    words = catalogue(language)
    lacking = sorted(message for message in asked() if not words.get(message))
    assert lacking == []


@pytest.mark.parametrize("language", languages())
def test_no_catalogue_keeps_words_that_nobody_says_any_more(language: str) -> None:
    assert set(catalogue(language)) - asked() - DATES == set()


@pytest.mark.parametrize("language", languages())
def test_a_translation_has_the_places_of_its_message(language: str) -> None:
    def places(text: str) -> set[str]:
        return set(re.findall(r"\{\d\}", text))

    wrong = [
        (english, form)
        for english, words in catalogue(language).items()
        for category_, form in forms_of(words).items()
        # one thing and two need no number, and a list's form of one no other places
        if places(form) != places(english)
        and not (category_ in {"one", "two"} and places(form) < places(english))
    ]
    assert wrong == []


@pytest.mark.parametrize("language", languages())
def test_a_message_with_a_number_has_a_form_for_every_number(language: str) -> None:
    needed = {category(language, count) for count in range(101)}
    several = [words for words in catalogue(language).values() if not isinstance(words, str)]
    # what Arabic says of none it says of a hundred; Persian nouns after a number have one form
    assert bool(several) == (language != "fa")
    assert all(needed - {"zero"} <= words.keys() for words in several)


def test_a_number_chooses_its_form() -> None:
    assert [Phrase.counted(n, "{0} day", "{0} days") for n in (0, 1, 2)] == ["0 days", "1 day", "2 days"]
    words = Words("ar", {"{0} days": {"one": "A", "two": "B", "few": "C", "many": "D", "other": "E"}})
    said = [Phrase.counted(n, "{0} day", "{0} days").said(words) for n in (0, 1, 2, 3, 11, 100)]
    assert said == ["E", "A", "B", "C", "D", "E"]


def test_what_rules_say_of_their_examples_is_known_again() -> None:
    alone = [marked_places(rule.example)[0] for rule in ARTICLE_RULES]
    signals_ = [signal for text in alone for signal in article_signals(read_example(text))]
    for rule in PAIR_RULES:
        reads = tuple(
            read_example(marked_places(text)[0], name) for text, name in zip(rule.example, "ab", strict=True)
        )
        versions_, collations = [example_version(*reads)], [example_collation(*reads)]
        signals_ += story_signals(reads, versions_, collations)
    assert {signal.code for signal in signals_} >= {rule.code for rule in (*ARTICLE_RULES, *PAIR_RULES)}
    assert [one.message for one in signals_ if not isinstance(said_by_the_machine(one.message), Phrase)] == []


def test_a_sentence_of_the_machine_keeps_its_names() -> None:
    told = said_by_the_machine("A paragraph is not in the version of {0} Post.")
    assert isinstance(told, Phrase)
    assert told.said(catalogue("de")) == "1 Absatz steht nicht in der Fassung von {0} Post."
    assert type(said_by_the_machine("What a reviewer wrote.")) is str


def test_what_scripts_say_is_in_the_catalogue() -> None:
    said = {
        found["words"]
        for path in Path("site_src/assets").glob("*.js")
        for found in re.finditer(
            r'(?:\bsay\(|count\([^"]*"[^"]*", )"(?P<words>[^"]*)"', path.read_text("utf-8")
        )
    }
    partial = Path("site_src/theme/partials/search.html").read_text("utf-8")
    said |= set(re.findall(r'words\["([^"]*)"\]', partial))
    assert said == set(MESSAGES)


def test_a_template_without_a_catalogue_is_left_as_it_is() -> None:
    for path in TEMPLATES.glob("*.j2"):
        source = path.read_text(encoding="utf-8")
        assert translated(source, {}) == source


def test_printed_values_stand_where_the_language_has_them() -> None:
    source = '<p title="Show">{{ a }} of {{ b|x }} more</p>'
    words = {"Show": "Zeigen", "{0} of {1} more": "{1} mehr: {0}"}
    assert translated(source, words) == '<p title="Zeigen">{{ b|x }} mehr: {{ a }}</p>'


def test_a_phrase_survives_the_way_to_another_process() -> None:
    phrase = Phrase("{0} – {1}", Phrase("July"), "9", english="July 9")
    again = pickle.loads(pickle.dumps(phrase))  # noqa: S301 (our own bytes)
    assert (again, again.said(Words("fr", {"July": "juillet", "{0} – {1}": "{1} {0}"}))) == (
        "July 9",
        "9 juillet",
    )


def test_an_article_that_says_denied_keeps_its_word() -> None:
    assert "denied" in html_block("moved.md.j2", {"target": "#", "now": "denied"}, "ar")


@pytest.mark.parametrize(
    ("language", "label"), [("ar", "من يقول ماذا"), ("fa", "چه کسی چه می‌گوید"), ("pt-BR", "Quem diz o quê")]
)
def test_a_site_speaks_its_language(language: str, label: str) -> None:
    page = next(page.text for page in pages(language) if page.path.startswith("articles/"))
    assert f"<h2>{label}</h2>" in page
    assert "Who says what" not in page


def test_the_words_of_articles_are_the_same_in_every_language() -> None:
    def said(language: str) -> list[str]:
        texts = (page.text for page in pages(language))
        return [words for text in texts for words in re.findall(r'class="v-words">(.*?)</', text)]

    assert all(said(language) == said("en") for language in ("ar", "fa"))


def test_the_theme_s_language_is_the_site_s(tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "a.txt").write_text("Bridge opens\n\n“It is safe,” said Anna Berg.\n", "utf-8")
    (tmp_path / "mkdocs.yml").write_text("theme: {name: material, language: ar}\ndocs_dir: out\n", "utf-8")
    command = [sys.executable, "-m", "generator", "write", "--config", str(tmp_path / "mkdocs.yml")]
    subprocess.run([*command, "--seeds", str(tmp_path / "seeds"), "--no-cache"], check=True)
    page = (tmp_path / "out" / "articles" / "a.md").read_text("utf-8")
    assert "<h2>من يقول ماذا</h2>" in page


def test_the_frame_speaks_the_sites_language_and_leaves_the_owners_words() -> None:
    class Config:
        extra: ClassVar[dict[str, object]] = {}
        nav: ClassVar[list[object]] = [{"Stories": "stories/index.md"}, {"Nuestra casa": "x.md"}, "y.md"]
        copyright = frame.STARTER[-2]
        site_description = "Noticias del puerto"
        theme: ClassVar[dict[str, object]] = {
            "palette": [{"toggle": {"name": "Use the dark scheme"}}, {"toggle": {"name": "Noche"}}]
        }

    config = Config()
    frame.speak(config, "es")
    assert [{"Historias": "stories/index.md"}, {"Nuestra casa": "x.md"}, "y.md"] == config.nav
    assert "Los textos de los artículos" in config.copyright
    assert "Noticias del puerto" == config.site_description
    names = [each["toggle"]["name"] for each in config.theme["palette"]]  # type: ignore[index, attr-defined]
    assert ["Usar el modo oscuro", "Noche"] == names
    assert "Hecho con" == config.extra["variorum_frame"]["Made with"]  # type: ignore[index]


def test_the_starter_says_in_mkdocs_yml_what_the_catalogues_have() -> None:
    config = Path("mkdocs.yml").read_text(encoding="utf-8")
    assert [] == [words for words in frame.STARTER if words not in config]


def test_the_frame_prints_no_message_that_is_not_in_the_catalogues() -> None:
    theme = Path("site_src/theme")
    printed = set()
    for path in (theme / "404.html", theme / "partials/copyright.html", theme / "partials/comments.html"):
        source = path.read_text(encoding="utf-8")
        printed |= set(re.findall(r'(?:words\[|said\()"([^"]*)"', source))
    assert set(frame.MESSAGES) == printed


def test_numbers_that_differ_are_told_pair_by_pair() -> None:
    told = said_by_the_machine("The numbers differ: 4.2 against 4.8; 9, 10 against 11; 1 against 2.")
    assert isinstance(told, Phrase)
    assert "Die Zahlen weichen ab: 4.2 gegen 4.8; 9, 10 gegen 11; 1 gegen 2." == told.said(catalogue("de"))
