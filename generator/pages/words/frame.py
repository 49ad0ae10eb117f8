"""What does the frame around the pages say in the site's language? Only words that we wrote: the owner's stay."""

from __future__ import annotations

from typing import Any

from generator.pages.words import Words, catalogue
from generator.pages.words.scripts import script_words

MESSAGES = (
    "Made with",
    "No page has this address",
    (
        "Addresses of articles, quotations and stories are kept once they are published. "
        "If a link from this site led here, that is our mistake."
    ),
    "All stories",
    "All articles",
    "All speakers",
    "Comments",
    "opens giscus.app, which shows discussions on GitHub",
)
"""What the theme's overrides print."""
STARTER = (
    *("Home", "Stories", "Articles", "Speakers", "Outlets", "Claims", "Find", "About"),
    "Use the dark scheme",
    "Use the light scheme",
    "Article texts belong to their publishers and are quoted for criticism, review and research.",
    "Who said what in the news, affirmed or denied, and where the versions of a story differ.",
)
"""What `mkdocs.yml` says as it comes with a new site."""


def speak(config: Any, language: str) -> None:
    """Give a configuration of MkDocs the words of its language: for scripts, for the theme, for what the starter says."""
    words = catalogue(language)
    config.extra["variorum_words"] = script_words(language)
    config.extra["variorum_frame"] = {each: words.form(each, None) for each in MESSAGES if each in words}
    config.nav = _nav(config.nav, words)
    config.copyright = _said(config.copyright, words)
    config.site_description = _said(config.site_description, words)
    for scheme in _schemes(config.theme):
        toggle = scheme.get("toggle")
        if isinstance(toggle, dict) and "name" in toggle:
            toggle["name"] = _said(toggle["name"], words)


def _schemes(theme: Any) -> list[dict[str, Any]]:
    """Return the schemes between which a reader chooses; one that stands alone has no switch."""
    palette = theme["palette"] if "palette" in theme else []  # noqa: SIM401 (a theme is no mapping)
    return [each for each in palette if isinstance(each, dict)] if isinstance(palette, list) else []


def _said(text: Any, words: Words) -> Any:
    return words.form(text, None) or text if text in STARTER else text


def _nav(nav: Any, words: Words) -> Any:
    """Return the navigation with the starter's titles in the site's language, and the owner's as they are."""
    if not isinstance(nav, list):
        return nav
    return [
        {_said(title, words): entry for title, entry in each.items()} if isinstance(each, dict) else each
        for each in nav
    ]
