"""Tests mirror the modules of the package."""
