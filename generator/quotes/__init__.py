"""Quotes: who says what in one article, and in which words."""
