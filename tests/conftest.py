"""Shared fixtures: the five seeds, and the searches' depth."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("local", max_examples=25, deadline=None)
settings.register_profile("nightly", max_examples=1000, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "local"))

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="session")
def seeds() -> Path:
    """Return the folder of the five articles in the repository."""
    return ROOT / "seeds"
