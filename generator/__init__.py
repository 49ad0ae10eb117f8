"""Variorum turns news articles into a static fact-check site."""

__version__ = "0.1.0"
