"""Tests of signals and reviews."""
