"""A history in which the author wrote a review and another person signed it."""

from __future__ import annotations

from generator.checks.history import History, Revision
from tests.checks.test_lint import PATH


def signed(text: str) -> History:
    """Return the history of a review that two people committed."""
    written = Revision("a" * 40, "a@example.org", "2026-11-24T12:00:00Z", text)
    checked = Revision("b" * 40, "b@example.org", "2026-11-24T13:00:00Z", text)
    return History({PATH: (checked, written)})
