"""`variorum clean`: remove what was generated, and the cache."""

from __future__ import annotations

import argparse
import shutil

from generator.commands.configuration import add_folder_arguments, settings_of
from generator.pages.write import remove_pages
from generator.terminal import say

EXAMPLE = "variorum clean"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's options."""
    add_folder_arguments(parser)


def run(options: argparse.Namespace) -> int:
    """Remove generated pages and the cache; nothing that a person wrote is touched."""
    settings = settings_of(options)
    removed = remove_pages(settings.out)
    if settings.cache and settings.cache.is_dir():
        shutil.rmtree(settings.cache)
    say(f"{settings.out}: {len(removed)} generated files removed")
    return 0
