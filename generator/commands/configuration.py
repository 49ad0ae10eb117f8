"""The settings of a command: its options first, then the plugin's options in mkdocs.yml, then the defaults."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from generator.errors import SettingsError
from generator.settings import Settings, settings_from

QUIET_THEME = {"NO_MKDOCS_2_WARNING": "1"}
"""Variables of MkDocs' process: the theme announces another product at each start."""
DEFAULT = Path("mkdocs.yml")
NO_CONFIGURATION = Path("none")


class _Tolerant(yaml.SafeLoader):
    """Reads mkdocs.yml without running its Python tags; their values are none of ours."""


_Tolerant.add_multi_constructor("", lambda _loader, _suffix, _node: None)


def add_folder_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options that say where things are."""
    parser.add_argument(
        "--config", type=Path, default=DEFAULT, help="site configuration (mkdocs.yml); none: the defaults"
    )
    parser.add_argument("--seeds", type=Path, help="folder with the articles (default: seeds)")
    parser.add_argument("--reviews", type=Path, help="folder with the reviewers' files (default: reviews)")
    parser.add_argument("--out", type=Path, help="folder for pages and data (default: site_src)")


def settings_of(options: argparse.Namespace) -> Settings:
    """Return the settings of a command line.

    Raises:
        SettingsError: mkdocs.yml can't be read, or one of its options is wrong.
    """
    chosen = _plugin_options(options.config)
    reviews: Path | None = getattr(options, "reviews", None)
    if reviews and reviews.exists() and not reviews.is_dir():
        raise SettingsError(reviews, None, "is no folder; give the folder with the reviewers' files")
    for name in ("seeds", "reviews", "out", "cache", "workers", "scheduler"):
        value = getattr(options, name, None)
        if value is not None:
            chosen[name] = str(value) if isinstance(value, Path) else value
    return settings_from(chosen, source=options.config)


def _plugin_options(path: Path) -> dict[str, Any]:
    """Return the plugin's options with relative folders resolved against the configuration's own."""
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError as error:
        if path in (DEFAULT, NO_CONFIGURATION):
            return {}
        raise SettingsError(
            path, None, "no such file; check the name, or give --config none to use the defaults"
        ) from error
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(
            path, None, f"can't be read ({error}); check the file or name another with --config"
        ) from error
    try:
        config = yaml.load(text, Loader=_Tolerant)  # noqa: S506 (a SafeLoader that drops unknown tags)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else None
        raise SettingsError(path, line, f"not YAML ({error.problem}); mend this line") from error
    if not isinstance(config, Mapping | None):
        raise SettingsError(path, 1, "holds no `name: value` lines; see `variorum new` for one that does")
    config = config or {}
    options: dict[str, Any] = {"out": config.get("docs_dir", "docs")}
    options |= {
        name: config[name]
        for name in ("site_url", "site_name", "repo_url")
        if isinstance(config.get(name), str)
    }
    theme = config.get("theme")
    if isinstance(theme, Mapping) and isinstance(theme.get("language"), str):
        options["language"] = theme["language"]
    options |= _own_options(config.get("plugins") or [], path)
    for name in ("seeds", "reviews", "out", "cache"):
        if isinstance(options.get(name), str):
            options[name] = str(path.parent / options[name])
    return options


def _own_options(plugins: object, path: Path) -> Mapping[str, Any]:
    """Return what stands below `variorum` in the list, or mapping, of plugins."""
    if isinstance(plugins, Mapping):
        plugins = [{name: value} for name, value in plugins.items()]
    entries = plugins if isinstance(plugins, list) else [plugins]
    own = [entry["variorum"] for entry in entries if isinstance(entry, Mapping) and "variorum" in entry]
    options = own[0] if own and own[0] is not None else {}
    if not isinstance(options, Mapping):
        problem = (
            f"the options of the plugin variorum are {options!r}; write each as `name: value` on a line below"
        )
        raise SettingsError(path, None, problem)
    return options
