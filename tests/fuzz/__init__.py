"""Searches for input that breaks what always holds."""
