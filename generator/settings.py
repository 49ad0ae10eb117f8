"""The site owner's choices and their defaults: one dataclass, mirrored by the plugin's options in mkdocs.yml."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from generator.errors import SettingsError


@dataclass(frozen=True, slots=True)
class Settings:
    """Where things are and how they are shown."""

    seeds: Path = Path("seeds")
    """Folder with the articles as they were received; read-only."""
    reviews: Path = Path("reviews")
    """Folder with what people write about the articles."""
    out: Path = Path("site_src")
    """Folder that receives pages and data files."""
    cache: Path | None = Path(".variorum")
    """Folder for cached stage results; None computes everything anew."""
    workers: int = 0
    """Processes that read articles and make pages; 0 means one for each processor."""
    scheduler: str = ""
    """Address of a Dask scheduler, `tcp://host:8786`, whose workers do that instead."""
    site_url: str = ""
    """Where the site is published; without it structured data names no addresses, and there are no feeds."""
    site_name: str = ""
    """Who publishes it."""
    language: str = "en"
    """Of the interface: `language` of the theme in mkdocs.yml."""
    repo_url: str = ""
    """Where its sources stand, for links to an editor and to reports of problems."""
    rights: str = "full"
    """How much of an article's text is published where neither it nor its outlet's note says so:
    `full`, `excerpts` (around quotes and differences) or `none`."""
    noindex: bool = False
    """Whether search engines are asked to leave out the pages that show articles' text."""
    cards: bool = False
    """Whether a picture is drawn for each page, which is shown beside links to it elsewhere."""
    search: str = "auto"
    """What stands behind the search box: `material` (the theme's own), `pagefind` (for many articles),
    or `auto`, which chooses by their number."""
    shard_articles: int = 2000
    """Articles of a shard: a site of more is built in parts; 0 builds any site as one."""


SHARDS_VARIABLE = "VARIORUM_SHARDS"
"""In the environment of a build: cut the site into shards of so many articles, however few it has."""


def settings_from(chosen: Mapping[str, Any], *, source: Path) -> Settings:
    """Return the settings with some of them chosen by name.

    Args:
        chosen: values as YAML gives them.
        source: the file to name in an error.

    Raises:
        SettingsError: an unknown name, or a value of the wrong kind.
    """
    known = {field.name for field in fields(Settings)}
    values: dict[str, Any] = {}
    for name, value in chosen.items():
        if name not in known:
            near = difflib.get_close_matches(name, known, n=1)
            hint = f"did you mean '{near[0]}'?" if near else f"known are {', '.join(sorted(known))}"
            raise SettingsError(source, None, f"unknown option '{name}' of the plugin variorum; {hint}")
        values[name] = _checked(name, value, source)
    return Settings(**values)


_CHOICES = {"rights": ("full", "excerpts", "none"), "search": ("auto", "material", "pagefind")}


_NUMBERS = {"workers": "0 for one a processor", "shard_articles": "0 for one site"}


def _checked(name: str, value: Any, source: Path) -> Any:
    if name in _NUMBERS:
        if isinstance(value, int) and not isinstance(value, bool) and value >= 0:
            return value
        raise SettingsError(source, None, f"option '{name}' is {value!r}; give a number, {_NUMBERS[name]}")
    if name in ("noindex", "cards"):
        if isinstance(value, bool):
            return value
        raise SettingsError(source, None, f"option '{name}' is {value!r}; give true or false")
    if name in _CHOICES:
        if value in _CHOICES[name]:
            return str(value)
        raise SettingsError(
            source, None, f"option '{name}' is {value!r}; give one of {', '.join(_CHOICES[name])}"
        )
    if name in ("scheduler", "site_url", "site_name", "language", "repo_url"):
        return str(value or "")
    if name == "cache" and value in (None, False, ""):
        return None
    if isinstance(value, str | Path) and str(value):
        return Path(value)
    raise SettingsError(source, None, f"option '{name}' is {value!r}; give the path of a folder")
