"""Commands and exit codes; no logic.

Exit codes: 0 done (warnings are listed at the end), 1 findings (or warnings under `--strict`),
2 wrong use, or a configuration or folder that can't be read.
"""

from __future__ import annotations

import argparse
import importlib
import sys
from collections.abc import Sequence
from dataclasses import dataclass

from generator import __version__
from generator.errors import SettingsError, VariorumError
from generator.terminal import say

DONE, FINDINGS, WRONG_USE = 0, 1, 2
INTERRUPTED = 130


@dataclass(frozen=True, slots=True)
class Command:
    """A subcommand: its file is imported only when it is asked for, so that `--help` is quick."""

    name: str
    help: str
    """One line; the file `generator/commands/<name>.py` holds the rest."""


COMMANDS = (
    Command("new", "begin a site of your own in a new folder, with an example"),
    Command("doctor", "say what is wrong with the set-up, and what mends it"),
    Command("news", "say what changed in quotations, versions and verdicts between two sets of data files"),
    Command("write", "make the pages and data files from the articles in seeds/"),
    Command("build", "build the site, and put it in place only when it is whole"),
    Command("serve", "show the site and rebuild it on every change"),
    Command("check", "find mistakes in reviews and corrections, and faults in a built site's data"),
    Command("review", "begin a review, or list what waits for whom"),
    Command("fix", "correct a quote or a fact that the machine got wrong"),
    Command("clean", "remove what was generated, and the cache"),
    Command("read", "show what was understood of some files, and what was cut from them"),
    Command("add", "copy files or web pages into the seeds, with their hash and where they came from"),
    Command("quotes", "print who says what in some files, and by which rule it was found"),
    Command("compare", "lay versions of a text side by side and name what differs"),
)


def _parser(wanted: str) -> argparse.ArgumentParser:
    """Return the parser of all commands, with the arguments of the wanted one."""
    parser = argparse.ArgumentParser(
        prog="variorum",
        description="Turn news articles into a static fact-check site.",
        epilog="example: variorum write --seeds seeds --out site_src",
    )
    parser.add_argument("--version", action="version", version=f"variorum {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for command in COMMANDS:
        sub = commands.add_parser(
            command.name,
            help=command.help,
            description=command.help[0].upper() + command.help[1:] + ".",
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        if command.name == wanted:
            module = importlib.import_module(f"generator.commands.{command.name}")
            module.add_arguments(sub)
            sub.epilog = f"example: {module.EXAMPLE}"
            sub.set_defaults(run=module.run)
    return parser


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    wanted = next((word for word in given if not word.startswith("-")), "")
    options = _parser(wanted).parse_args(given)
    try:
        return int(options.run(options))
    except SettingsError as error:
        say(f"error: {error}", file=sys.stderr)
        return WRONG_USE
    except VariorumError as error:
        say(f"error: {error}", file=sys.stderr)
        return FINDINGS
    except BrokenPipeError:
        sys.stderr.close()
        return DONE
    except OSError as error:
        place = error.filename2 or error.filename
        if place is None:  # no file's: a mistake of ours, told as one
            raise
        reason = (error.strerror or "not usable").lower()
        say(
            f"error: {place}: {reason}; check the path, its permissions and the room on the disk",
            file=sys.stderr,
        )
        return WRONG_USE
    except KeyboardInterrupt:
        say("interrupted; what was finished is kept", file=sys.stderr)
        return INTERRUPTED
