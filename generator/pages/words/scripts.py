"""Which words do the site's scripts say? Each page of a site in another language carries them."""

from __future__ import annotations

from generator.pages.words import Forms, catalogue

MESSAGES = (
    *("Search", "Filter", "exact words", "More results", "any"),
    *("Outlet", "Speaker", "Language", "Year", "Kind of quotation", "Verdict"),
    *("denied", "hedged", "quoted", "reported", "speaker unknown", "outlet not named", "undated"),
    *("copy link", "copy citation", "copied", "commit {0}", "{0} of {1}", "Looking …", "these words"),
    *(
        "{0}% of the word pairs",
        "{1} of {0} articles",
        "None of {0} articles prints these words.",
        "{0} results",
    ),
    *("The search index could not be read ({0}).", "The data files could not be read ({0})."),
    "Nothing you paste leaves your browser.",
)


def script_words(language: str) -> dict[str, Forms]:
    """Return what the scripts say in a language, by the English messages; nothing for English."""
    words = catalogue(language)
    return {message: words[message] for message in MESSAGES if message in words}
