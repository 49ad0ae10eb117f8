"""English words whose change changes the meaning."""

from __future__ import annotations

from generator.stories.lexicons.lexicon import Lexicon


def _forms(stems: str, endings: str = "s ed ing d es ied ies ying") -> frozenset[str]:
    """Return the stems with and without the common endings of verbs; not every form exists."""
    found = set(stems.split())
    for stem in stems.split():
        found.update(stem + ending for ending in endings.split())
        found.update(stem[:-1] + ending for ending in ("ing", "ied", "ies") if stem[-1] in "ey")
    return frozenset(found)


_NEGATIONS = (
    frozenset(
        [
            "no",
            "not",
            "never",
            "none",
            "nobody",
            "nothing",
            "nowhere",
            "neither",
            "nor",
            "without",
            "hardly",
            "scarcely",
            "unable",
            "denial",
            "denials",
        ]
    )
    | _forms("deny refuse reject fail lack dismiss refute")
    | frozenset(("dismissed", "rejection", "refusal", "failure"))
)
_MODALS = {
    **dict.fromkeys(("will", "would", "shall", "won't"), "will"),
    **dict.fromkeys(("can", "could"), "can"),
    **dict.fromkeys(("may", "might"), "may"),
    **dict.fromkeys(("must", "should", "ought"), "must"),
}
_QUANTITIES = frozenset(
    [
        "dozen",
        "dozens",
        "hundred",
        "hundreds",
        "thousand",
        "thousands",
        "million",
        "millions",
        "billion",
        "billions",
        "trillion",
        "half",
        "third",
        "quarter",
        "double",
        "triple",
        "twice",
        "thrice",
        "both",
        "first",
        "second",
        "fourth",
        "fifth",
        "majority",
        "minority",
    ]
)
_DATES = frozenset(
    [
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "weekend",
        "today",
        "tonight",
        "yesterday",
        "tomorrow",
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "spring",
        "summer",
        "autumn",
        "winter",
        "morning",
        "afternoon",
        "evening",
        "midnight",
        "noon",
        "day",
        "days",
        "week",
        "weeks",
        "month",
        "months",
        "year",
        "years",
        "decade",
        "decades",
        "century",
        "hours",
        "minutes",
    ]
) - {"may", "march", "spring"}
_HEDGES = frozenset(
    [
        "reportedly",
        "allegedly",
        "apparently",
        "possibly",
        "perhaps",
        "maybe",
        "likely",
        "unlikely",
        "probably",
        "presumably",
        "purportedly",
        "purported",
        "supposedly",
        "supposed",
        "alleged",
        "suspected",
        "unconfirmed",
        "rumored",
        "potentially",
        "seemingly",
        "so-called",
        "about",
        "around",
        "approximately",
        "roughly",
        "nearly",
        "almost",
    ]
) | _forms("seem appear")
_LOADED = {
    form: stem
    for stem in [
        "claim",
        "admit",
        "allege",
        "insist",
        "boast",
        "confess",
        "concede",
        "threaten",
        "accuse",
        "assert",
        "contend",
        "maintain",
        "warn",
        "demand",
        "rant",
        "brag",
        "vow",
        "scoff",
        "lament",
        "complain",
        "acknowledge",
        "blame",
        "slam",
        "blast",
        "condemn",
        "denounce",
    ]
    for form in _forms(stem) | {stem + "ted", stem + "ged", stem + "med", stem + "ting", stem + "ging"}
}
_OPPOSITES = {
    word: (pair, side)
    for pair, sides in enumerate(
        (
            (
                "up rise rose risen rising increase increased increases increasing higher more gain gained gains",
                "down fall fell fallen falling decrease decreased decreases decreasing lower less fewer lost loses",
            ),
            ("before prior", "after since"),
            (
                "for pro support supports supported supporting backed backs",
                "against opposes opposed opposing opposition",
            ),
            ("win won wins winning victory", "lose lost loses losing defeat defeated"),
            (
                "accept accepted accepts agree agreed agrees",
                "refused refuses disagree disagreed declined declines",
            ),
            ("guilty", "innocent"),
            ("true", "false"),
            ("legal", "illegal"),
            ("alive", "dead"),
            ("allow allowed allows permit permitted", "ban banned bans forbid forbidden prohibit prohibited"),
        )
    )
    for side, words in enumerate(sides)
    for word in words.split()
}
COUNTRY = {
    form: country
    for country, forms in {
        "us": "us usa american americans america u.s",
        "uk": "uk british britain britons",
        "france": "france french",
        "germany": "germany german germans",
        "netherlands": "netherlands dutch",
        "spain": "spain spanish",
        "greece": "greece greek greeks",
        "turkey": "turkey turkish türkiye turkiye",
        "switzerland": "switzerland swiss",
        "wales": "wales welsh",
        "philippines": "philippines filipino filipinos philippine",
        "denmark": "denmark danish danes",
        "eu": "eu european europe",
    }.items()
    for form in forms.split()
}

_PRONOUNS = frozenset(["he", "she", "they", "it", "we", "i"])

_SPEECH = _forms(
    "say state tell add note declare announce explain report write stress emphasize remark"
) | frozenset(("said", "told", "wrote", *_LOADED))

LEXICON = Lexicon(
    negations=_NEGATIONS,
    modals=_MODALS,
    quantities=_QUANTITIES,
    dates=_DATES,
    hedges=_HEDGES,
    loaded=_LOADED,
    opposites=_OPPOSITES,
    pronouns=_PRONOUNS,
    speech=_SPEECH,
)
