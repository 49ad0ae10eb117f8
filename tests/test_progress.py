"""The bar of a stage that somebody else's loop moves."""

import io
import sys

import pytest

from generator.progress import Bar


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def a_terminal(monkeypatch: pytest.MonkeyPatch) -> io.StringIO:
    """Let stderr be a terminal, and this be no CI; called in the test, since pytest sets stderr before it."""
    made = _Terminal()
    monkeypatch.setattr(sys, "stderr", made)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("CI", raising=False)
    return made


def test_a_bar_names_its_stage_and_ends_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = a_terminal(monkeypatch)
    bar = Bar("finished")
    bar.start(2)
    bar.step()
    bar.step()
    said = terminal.getvalue()
    assert "finished" in said
    bar.step()
    bar.end()
    assert said == terminal.getvalue()


def test_nothing_is_shown_in_ci(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = a_terminal(monkeypatch)
    monkeypatch.setenv("CI", "true")
    bar = Bar("finished")
    bar.start(1)
    bar.step()
    assert terminal.getvalue() == ""
