"""What can go wrong in a way that the user can mend: every error names a place and a remedy."""

from __future__ import annotations

from pathlib import PurePath

from generator.terminal import visible


class VariorumError(Exception):
    """An error that is the user's to mend, told as `path:line: problem, what to do`."""

    def __init__(self, path: PurePath | str, line: int | None, problem: str) -> None:
        """Keep the place (a 1-based line, or None for the whole file) and the problem with its remedy."""
        super().__init__(path, line, problem)
        self.path = path
        self.line = line
        self.problem = problem

    def __str__(self) -> str:
        """Print the form that editors make clickable."""
        place = f"{self.path}:{self.line}" if self.line else f"{self.path}"
        return visible(f"{place}: {self.problem}")


class SeedError(VariorumError):
    """A seed that can't be read: it stops that article, and no other."""


class SettingsError(VariorumError):
    """A configuration or folder that can't be used: it stops the command with exit code 2."""


class ClusterError(SettingsError):
    """A cluster that can't be reached or lost its workers: it stops the command with exit code 2."""
