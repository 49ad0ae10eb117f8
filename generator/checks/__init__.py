"""Checks: signals that a machine raises, and reviews that people write."""
