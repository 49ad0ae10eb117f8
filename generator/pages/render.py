"""How do facts become Markdown that no engine can mistake for markup of the article's making?

A page is front matter and one HTML block without a blank line, so that every Markdown engine hands
it on as it stands. Everything a template prints passes `markdown_text`, unless it is `Markup` made
here or in `links.py`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache, lru_cache, partial
from keyword import iskeyword
from pathlib import Path
from typing import Any

import yaml
from jinja2 import Environment, FileSystemLoader, StrictUndefined, nodes
from jinja2.compiler import CodeGenerator, Frame, MacroRef
from jinja2.utils import missing
from markupsafe import Markup

from generator.model import Page
from generator.pages.compiled import CompiledTemplates
from generator.pages.dates import date_words
from generator.pages.machine import said_by_the_machine
from generator.pages.words import Forms, Phrase, Words, catalogue, translated
from generator.redaction import readable

_TEMPLATES = Path(__file__).parent / "templates"

# Every ASCII character that some Markdown dialect, template language or HTML parser gives a meaning;
# the comma and the blank are the only ones none of them does. Then the controls and hidden marks.
_ACTIVE = re.compile(r"([!-+\--/:-@\[-`{-~\n\t\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069])")
# The same for a title: engines print it outside Markdown, into HTML and into attributes.
_ACTIVE_IN_TITLE = re.compile(r'[<>&"{}%#`\[\]\\|*_]')
# Controls have no glyph, and Python-Markdown keeps places in a text with two of them.
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
# Direction overrides and isolates (UAX #9) could make a page read other than its bytes.
_HIDDEN = re.compile(r"[\u202a-\u202e\u2066-\u2069]")
_BRACE_IN_A_STRING = re.compile(r"\{(?![\"}\s])")
_SCRIPT = '<script type="application/ld+json">'
_HEADINGS = frozenset(("h2", "h3"))
_WHITE = re.compile(r"\s+")
_RIGHT_TO_LEFT = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_LETTER = re.compile(r"[^\W\d_]")


def markdown_text(text: str) -> Markup:
    """Return text as inert Markdown and HTML that shows the same characters.

    The one function by which article text enters a page: ASCII punctuation becomes numeric entities,
    a control character the replacement character, a hidden direction mark a visible label, a passage
    that may not be shown one mark.
    """
    parts = _ACTIVE.split(readable(text))
    parts[1::2] = map(_inert_form_of, parts[1::2])
    return _marked("".join(parts))  # every active character is an entity now


_marked: Callable[[str], Markup] = partial(str.__new__, Markup)
"""Takes a text for safe, as `Markup` does, which first asks whether it knows how to show itself as HTML."""


def _inert_form(code: int) -> str:
    """Return what stands in a page for an active character."""
    char = chr(code)
    if _HIDDEN.match(char):
        return f'<span class="v-hidden-mark" title="hidden direction mark">&#91;U+{code:04X}&#93;</span>'
    return "\ufffd" if _CONTROL.match(char) else f"&#{code};"


_INERT = {chr(code): _inert_form(code) for code in range(0x2070) if _ACTIVE.match(chr(code))}
_inert_form_of = _INERT.__getitem__


def attribute_text(text: str) -> Markup:
    """Return text for an attribute: as `markdown_text`, but a hidden direction mark is left out."""
    return markdown_text(_HIDDEN.sub("", text))


def script_text(json: str) -> Markup:
    """Return JSON for a script element, where entities are not read: active characters as JSON escapes.

    Between values an opening brace stands before a quotation mark or its closing one only; any other stands in
    a string, where a template language, or an extension that marks changes, would take it for its own. An element
    around the JSON is left off.
    """
    bare = json.strip().removeprefix(_SCRIPT).removesuffix("</script>")
    inert = bare.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")
    return Markup(_BRACE_IN_A_STRING.sub(r"\\u007b", inert))  # noqa: S704 (no character active in a script is left)


def tag_name(name: str) -> Markup:
    """Return the name of a heading element, which a template chooses.

    Raises:
        ValueError: the name is none of a heading.
    """
    if name not in _HEADINGS:
        raise ValueError(f"not a heading: {name!r}")
    return Markup(name)  # noqa: S704 (one of a fixed set)


_NAME_LENGTH = 30


def shortened(name: str) -> str:
    """Return a name cut to the room that a picture has for it."""
    return name if len(name) <= _NAME_LENGTH else name[: _NAME_LENGTH - 1].rstrip() + "…"


def title_text(text: str) -> str:
    """Return text on one line for a title or description, which engines print unescaped into HTML."""
    plain = _HIDDEN.sub("", _CONTROL.sub("", _WHITE.sub(" ", readable(text)))).strip()
    return _ACTIVE_IN_TITLE.sub(_entity, plain)


def tag_text(text: str) -> str:
    """Return a name for the search's hits, which show it as it is: characters active in HTML are left out."""
    return " ".join(_ACTIVE_IN_TITLE.sub(" ", _HIDDEN.sub("", _CONTROL.sub("", readable(text)))).split())


def _entity(match: re.Match[str]) -> str:
    return f"&#{ord(match[0])};"


class _Generator(CodeGenerator):
    """Writes templates that print what the environment's `finalize` returns as it is: no character is left to escape.

    To hand it to `escape` as well took longer than all else that a template does. Attributes are asked for
    as such, and never looked for among items; macros are plain functions, as long as they are nothing else.
    """

    def _output_child_pre(self, _node: nodes.Expr, _frame: Frame, finalize: Any) -> None:
        self.write(finalize.src)

    def _output_child_post(self, _node: nodes.Expr, _frame: Frame, _finalize: Any) -> None:
        self.write(")")

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: N802, FBT001, FBT002 (Jinja's own name and signature)
        """Call a macro or a function as it is: none that a page uses asks for the context, by which Jinja calls."""
        if forward_caller or node.dyn_args or node.dyn_kwargs:
            super().visit_Call(node, frame, forward_caller)
            return
        self.visit(node.node, frame)
        self.write("(")
        for argument in (*node.args, *node.kwargs):
            self.visit(argument, frame)
            self.write(", ")
        self.write(")")

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802 (Jinja's own name)
        """Ask for an attribute; views hold no dictionaries, whose items Jinja would look through."""
        if iskeyword(node.attr) or isinstance(node.node, nodes.Const):
            super().visit_Getattr(node, frame)
            return
        self.visit(node.node, frame)
        self.write(f".{node.attr}")

    def macro_def(self, macro_ref: MacroRef, frame: Frame) -> None:
        """Write a macro that takes what it names, and no more, as a function of that."""
        if macro_ref.accesses_kwargs or macro_ref.accesses_varargs or macro_ref.accesses_caller:
            super().macro_def(macro_ref, frame)
            return
        self.write(f"environment.macro(macro, {tuple(each.name for each in macro_ref.node.args)!r})")


class _Environment(Environment):
    code_generator_class = _Generator

    @staticmethod
    def macro(written: Callable[..., str], names: tuple[str, ...]) -> Callable[..., Markup]:
        """Return a macro as templates call it: what is not given it takes for missing."""

        def called(*values: object, **named: object) -> Markup:
            if len(values) != len(names) or named:
                values = (*values, *(named.pop(name, missing) for name in names[len(values) :]))
                if named or len(values) > len(names):
                    message = f"a macro of {names} was given too much"
                    raise TypeError(message)
            return _marked(written(*values))

        return called


_DUMPER = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
"""PyYAML's safe dumper, in C where it was built: front matter took a seventh of the time of a page."""

_UNFOLDED = 1 << 20
"""Columns of a line of front matter: more than a title can have, so none is folded."""

_SHORT = 60
"""Characters of a text that is worth keeping: names, labels and classes come again on many pages."""
_short = lru_cache(maxsize=8192)(markdown_text)


def _inert(text: str) -> Markup:
    """Return a text as `markdown_text` does, from those that were printed before unless it is very long."""
    if len(text) < _SHORT:
        return _short(text)
    return _passage(text) if len(text) < _LONG else markdown_text(text)


_LONG = 2_000
_passage = lru_cache(maxsize=1024)(markdown_text)
"""A sentence is printed in its article, beside other versions and among the differences, all on pages of one story."""
_short_attribute = lru_cache(maxsize=8192)(attribute_text)


class _Loader(FileSystemLoader):
    """Reads templates with their own words in another language."""

    def __init__(self, words: Mapping[str, Forms]) -> None:
        super().__init__(_TEMPLATES)
        self._words = words

    def get_source(self, environment: Environment, template: str) -> Any:
        """Return a template's source, path and whether it is fresh."""
        source, *rest = super().get_source(environment, template)
        return translated(source, self._words), *rest


@cache
def environment(language: str = "en") -> Environment:
    """Return the templates' environment: missing names fail, text is made inert, blocks are trimmed."""
    words = catalogue(language)

    def printed(value: object) -> str:
        kind = type(value)
        if kind is Markup:
            return value  # type: ignore[return-value]
        if kind is str:
            return _short(value) if len(value) < _SHORT else _inert(value)  # type: ignore[arg-type]
        if kind is Phrase:
            return _apart(value, words)  # type: ignore[arg-type]
        return str(value) if kind in (int, float) else markdown_text(str(value))

    def english(text: str) -> object:
        told = said_by_the_machine(text)
        return told if isinstance(told, Phrase) and told.message in words else _as_english(text)

    made = _Environment(
        loader=_Loader(words) if words else FileSystemLoader(_TEMPLATES),
        undefined=StrictUndefined,
        autoescape=True,
        finalize=printed,
        auto_reload=False,
        bytecode_cache=CompiledTemplates(language, Path(__file__).read_bytes()),
        trim_blocks=True,
        lstrip_blocks=True,
    )

    def attribute(text: str) -> Markup:
        said = text.said(words) if isinstance(text, Phrase) else text
        return _short_attribute(said) if len(said) < _SHORT else attribute_text(said)

    made.filters["attribute"] = attribute
    made.filters["said"] = lambda word: Phrase(word).said(words)
    made.filters["form"] = Phrase.counted
    made.filters["english"] = english if words else lambda text: text
    made.filters["day"] = date_words
    made.filters["script"] = script_text
    made.filters["tag"] = tag_name
    made.filters["short"] = shortened
    return made


def _apart(phrase: Phrase, words: Words) -> str:
    """Return a phrase with each name set apart that is written in the other direction than its language."""
    text = phrase.said(words) if words else str(phrase)
    if not phrase.values or text.isascii() or not _RIGHT_TO_LEFT.search(text):
        return _inert(text)
    names = [value for value in phrase.values if not isinstance(value, Phrase)]
    form = words.form(phrase.message, phrase.number) or phrase.message
    against = tuple(dict.fromkeys(name for name in names if _runs_against(name, form) and name in text))
    if not against:
        return _inert(text)
    parts = re.split(f"({'|'.join(map(re.escape, against))})", text)
    return Markup("").join(_bdi(part) if part in against else markdown_text(part) for part in parts)


def _bdi(name: str) -> Markup:
    return Markup("<bdi>{}</bdi>").format(markdown_text(name))


def _runs_against(name: str, form: str) -> bool:
    """Tell whether a name, or a date in figures, runs in the other direction than the words around it."""
    around = bool(_RIGHT_TO_LEFT.search(form))
    if _LETTER.search(name):
        return bool(_RIGHT_TO_LEFT.search(name)) != around
    return around and len(name) > 1 and not name.isdecimal()


def _as_english(text: str) -> Markup:
    """Return a sentence that no catalogue holds, marked as English for a page of another language."""
    return Markup('<span lang="en" dir="ltr">{}</span>').format(markdown_text(text))


def html_block(template: str, names: Mapping[str, Any], language: str = "en") -> str:
    """Return a rendered template without blank lines and indentation: one block for any engine."""
    rendered = environment(language).get_template(template).render(names)
    return "\n".join(filter(None, map(str.strip, rendered.split("\n")))) + "\n"


def fragment(template: str, names: Mapping[str, Any], language: str = "en") -> Markup:
    """Return a rendered template as a part of another one."""
    return Markup(environment(language).get_template(template).render(names))  # noqa: S704 (it escapes what it prints)


def page(
    path: str, template: str, names: Mapping[str, Any], *, front: Mapping[str, Any], language: str = "en"
) -> Page:
    """Return a page: front matter, which a YAML library dumps, and one HTML block.

    Args:
        path: POSIX, below the site's source folder.
        template: a file's name below `templates/`.
        names: what the template may print.
        front: front matter; its texts are made safe for an engine that prints them unescaped.
        language: of the interface's words.
    """
    words = catalogue(language)
    said = {key: value.said(words) if isinstance(value, Phrase) else value for key, value in front.items()}
    safe = {key: title_text(value) if isinstance(value, str) else value for key, value in said.items()}
    head = yaml.dump(safe, Dumper=_DUMPER, allow_unicode=True, sort_keys=False, width=_UNFOLDED)
    return Page(path, f"---\n{head}---\n\n{html_block(template, names, language)}")
