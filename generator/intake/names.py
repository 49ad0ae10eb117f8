"""Is this line the name of an outlet, an agency, or a page's section?"""

from __future__ import annotations

import re

AGENCIES = frozenset(
    [
        "ap",
        "afp",
        "reuters",
        "upi",
        "efe",
        "dpa",
        "ansa",
        "itar-tass",
        "tass",
        "interfax",
        "ria",
        "xinhua",
        "kyodo",
        "pti",
        "ani",
        "isna",
        "irna",
        "tasnim",
        "fars",
        "mehr",
        "anadolu",
        "aa",
        "sana",
        "wam",
        "bernama",
        "yonhap",
        "kuna",
        "spa",
        "mena",
        "ians",
        "apa",
        "belta",
        "ukrinform",
    ]
)
"""News agencies by the short name that datelines carry, lower case."""

_OUTLET_WORD = re.compile(
    r"\b(?:news|times|post|press|tv|radio|agency|daily|herald|tribune|journal|gazette|today|observer|guardian|"
    r"telegraph|mirror|chronicle|standard|star|sun|review|weekly|magazine|broadcasting|network|media|wire|"
    r"bulletin|monitor|dispatch|courier|independent|globe|record|reporter|channel|fm|online)\b|\w\.(?:com|org|net|co)\b",
    re.IGNORECASE,
)
_SECTION_WORD = re.compile(
    r"(?:.{2,30}\s)?(?:exclusive|opinion|analysis|editorial|politics|world|business|sports?|culture|economy|interview|"
    r"feature|features|commentary|breaking news|home|news|international|national|local)$",
    re.IGNORECASE,
)
_STAFF = re.compile(
    r"\b(?:staff|editors?|desk|correspondents?|reporters?|team|newsroom|writers?)\b", re.IGNORECASE
)
_AGENCY_WORD = re.compile(r"\b(?:agency|agencies|news service|wire|press)\b", re.IGNORECASE)
_INITIAL = re.compile(r"\b[A-Z]")


def looks_like_outlet(name: str) -> bool:
    """Tell whether a short line holds a word that outlets have in their names."""
    return bool(_OUTLET_WORD.search(name)) or name.lower() in AGENCIES


def looks_like_section(name: str) -> bool:
    """Tell whether a short line names a part of a paper."""
    return bool(_SECTION_WORD.match(name))


def looks_like_staff(name: str) -> bool:
    """Tell whether a name stands for an outlet's own writers."""
    return bool(_STAFF.search(name))


def looks_like_agency(name: str) -> bool:
    """Tell whether a name is that of a news agency."""
    return bool(_AGENCY_WORD.search(name)) or name.lower() in AGENCIES


def initials(name: str) -> str:
    """Return the capitals that start a name's words: `RHC` for Radio Habana Cuba."""
    return "".join(_INITIAL.findall(name))
