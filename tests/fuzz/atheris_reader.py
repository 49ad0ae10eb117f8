"""Search for bytes that break the laws, guided by which code they reach.

    python -m tests.fuzz.atheris_reader -max_total_time=300 [CORPUS_DIR]

The first byte chooses the form. What is found becomes a test in `tests/intake`.
"""

from __future__ import annotations

import sys

import atheris

with atheris.instrument_imports(include=["generator"]):
    from tests.fuzz.laws import SUFFIXES, hold_for


def one_input(content: bytes) -> None:
    """Try one input."""
    if content:
        hold_for(content[1:], SUFFIXES[content[0] % len(SUFFIXES)])


if __name__ == "__main__":
    atheris.Setup(sys.argv, one_input)
    atheris.Fuzz()
